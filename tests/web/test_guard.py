"""Who is answered: hosts, origins, tokens; and what every answer carries."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest
from sasil_server import SasilServer, kind_of, record_of

import sasil
from sasil.web.problems import KINDS

PAGES = ["/", "/docs", "/openapi.json", "/schema", "/health", "/assets/docs.css"]


@pytest.mark.parametrize(
    "host",
    ["naru.example", "naru.example:8000", "127.0.0.1.naru.example", "", "[::1", "localhost@naru.example", "10.0.0.1"],
)
def test_only_the_machines_own_names_are_answered(server: SasilServer, host: str) -> None:
    for path in ("/", "/health"):
        refused = server.client.get(path, headers={"Host": host})
        assert (refused.status_code, kind_of(refused)) == (421, "misdirected")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1", "[::1]:8000"])
def test_by_any_of_its_names(server: SasilServer, host: str) -> None:
    assert server.client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "origin", ["http://naru.example", "null", "https://localhost.naru.example", "http://127.0.0.1:1", "http://["]
)
def test_pages_of_other_sites_are_not_served(server: SasilServer, origin: str) -> None:
    refused = server.client.post("/extract", json={"text": "가"}, headers={"Origin": origin})
    assert (refused.status_code, kind_of(refused)) == (403, "forbidden")
    assert not [name for name in refused.headers if name.startswith("access-control")]


def test_the_servers_own_page_is(server: SasilServer) -> None:
    assert record_of(server.client.post("/extract", json={"text": "가"}, headers={"Origin": server.url})).text == "가"


@pytest.mark.parametrize(
    "given", ["", "Bearer", "Bearer wrong", "Basic aHVzaC1odXNo", "Bearer hush-hus", "Bearer hush-hush-", "Bearer 나루"]
)
def test_work_needs_the_token(narrow: SasilServer, given: str) -> None:
    for path in ("/extract", "/batch", "/normalize", "/nowhere"):
        refused = narrow.client.post(path, json={"text": "가"}, headers={"Authorization": given.encode()})
        assert (refused.status_code, kind_of(refused)) == (401, "unauthorized")
        assert refused.headers["www-authenticate"].startswith('Bearer realm="sasil"')


def test_pages_and_descriptions_do_not(narrow: SasilServer) -> None:
    for path in PAGES:
        assert narrow.client.get(path, headers={"Authorization": ""}).status_code == 200
    assert narrow.client.get("/health").json()["token"] is True
    assert narrow.client.get("/openapi.json").json()["components"]["securitySchemes"]["token"]["scheme"] == "bearer"


def test_every_answer_has_the_headers_of_a_careful_server(server: SasilServer) -> None:
    answers = [server.client.get(path) for path in (*PAGES, "/nowhere")] + [
        server.extract("가"),
        server.client.post("/extract"),
    ]
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert "server" not in answer.headers


@pytest.mark.parametrize("path", PAGES)
def test_pages_ask_for_nothing_from_elsewhere(server: SasilServer, path: str) -> None:
    answer = server.client.get(path)
    assert answer.status_code == 200
    assert re.findall(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", answer.text) == []
    head = server.client.head(path)
    assert (head.status_code, head.content, head.headers["content-length"]) == (
        200,
        b"",
        answer.headers["content-length"],
    )


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/extract/",
        "/assets/",
        "/assets/%2e%2e%2fpage.py",
        "/docs/",
        "/나루",
    ],
)
def test_there_is_nothing_anywhere_else(server: SasilServer, path: str) -> None:
    answer = server.client.get(path)
    assert (answer.status_code, kind_of(answer)) == (404, "not-found")


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("GET", "/extract", "POST"),
        ("POST", "/health", "GET"),
        ("OPTIONS", "/extract", "POST"),
        ("DELETE", "/", "GET"),
        ("PUT", "/batch", "POST"),
    ],
)
def test_other_methods_are_told_which_to_use(server: SasilServer, method: str, path: str, allowed: str) -> None:
    answer = server.client.request(method, path)
    assert (answer.status_code, kind_of(answer), answer.headers["allow"]) == (405, "method-not-allowed", allowed)


def test_health_tells_what_the_page_must_know(server: SasilServer) -> None:
    assert server.client.get("/health").json() == {
        "status": "ok",
        "version": sasil.__version__,
        "schema_version": "1.0",
        "limits": {"bytes": 4 * 2**20, "seconds": 30.0, "concurrency": 1},
        "urls": False,
        "token": False,
    }


def test_the_schema_is_that_of_the_command(server: SasilServer) -> None:
    answer = server.client.get("/schema")
    assert (answer.headers["content-type"], answer.json()) == ("application/schema+json", sasil.json_schema())


def test_the_description_is_whole_and_its_examples_are_taken(server: SasilServer) -> None:
    described = server.client.get("/openapi.json").json()
    schemas = described["components"]["schemas"]
    assert set(re.findall(r"#/components/schemas/(\w+)", json.dumps(described))) <= set(schemas)
    record = {key: value for key, value in sasil.json_schema().items() if key not in ("$schema", "$defs")}
    assert json.loads(json.dumps(schemas["Record"]).replace("#/components/schemas/", "#/$defs/")) == record
    for schema in schemas.values():
        jsonschema.Draft202012Validator.check_schema(schema)
    content = described["paths"]["/extract"]["post"]["requestBody"]["content"]["application/json"]
    for example in content["examples"].values():
        record_of(server.client.post("/extract", json=example["value"]))
    for path, methods in described["paths"].items():
        for said in methods.values():
            assert said["description"], path
            assert {"200", "403", "421", "500"} <= set(said["responses"])


def test_every_kind_of_problem_is_explained_where_its_type_leads(server: SasilServer) -> None:
    page = server.client.get("/docs").text
    for name in KINDS:
        assert f'id="{name}"' in page
    for path in ("/extract", "/batch", "/normalize", "/health", "/schema"):
        assert f"<code>{path}</code>" in page
