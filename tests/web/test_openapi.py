"""The API against its own description: what schemathesis makes of the OpenAPI document, good requests and bad ones."""

from __future__ import annotations

import os
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from sasil_server import SasilServer
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error, response_schema_conformance
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    status_code_conformance,
    unsupported_method,
)

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
NO_REFUSAL = [negative_data_rejection]
"""A batch is taken whatever its lines are, and of a form schemathesis sends less than it says, such as empty lists."""

EXAMPLES = int(os.environ.get("SASIL_EXAMPLES", "12"))
"""Requests for each path and mode; a long run by hand takes thousands."""


@schemathesis.serializer("application/x-ndjson")
def lines(context: Any, value: Any) -> bytes:
    return str(value).encode("utf-8", "replace")


@pytest.fixture(scope="session")
def api(server: SasilServer) -> Any:
    return schemathesis.openapi.from_url(f"{server.url}/openapi.json")


@pytest.mark.parametrize("mode", list(GenerationMode), ids=lambda mode: mode.value)
@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/extract"), ("POST", "/batch"), ("POST", "/normalize"), ("GET", "/health"), ("GET", "/schema")],
)
def test_every_path_answers_as_it_is_described(api: Any, method: str, path: str, mode: GenerationMode) -> None:
    if method == "GET" and mode is GenerationMode.NEGATIVE:
        return  # nothing is sent that could be wrong

    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
    @given(case=api[path][method].as_strategy(generation_mode=mode))
    def each(case: Any) -> None:
        is_bare = path == "/batch" or case.media_type == "multipart/form-data"
        case.call_and_validate(checks=CHECKS, excluded_checks=NO_REFUSAL if is_bare else [], timeout=60)

    each()


def test_no_path_is_left_out(api: Any) -> None:
    found = {(one.ok().method.upper(), one.ok().path) for one in api.get_all_operations()}
    assert found == {
        ("POST", "/extract"),
        ("POST", "/batch"),
        ("POST", "/normalize"),
        ("GET", "/health"),
        ("GET", "/schema"),
    }
