"""The OpenAPI description: what each path takes and answers, by the models that check it and the records' schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic.json_schema import models_json_schema

import sasil
from sasil.record import Record
from sasil.web import problems
from sasil.web.asking import (
    FailedLine,
    FileForm,
    Health,
    HtmlArticle,
    NormalizeAsked,
    Normalized,
    TextArticle,
    UrlArticle,
)
from sasil.web.bodies import FORM, JSON, JSON_LINES
from sasil.web.problems import MEDIA_TYPE, Kind, Problem

_REF = "#/components/schemas/{model}"
_DESCRIPTION = """Korean press releases in, checked facts out: one JSON record an article.

Offsets count Unicode code points of the record's own text. Whatever goes wrong is an
[RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problem, whose `detail` says in Korean what it is."""

_ALWAYS = (problems.FORBIDDEN, problems.MISDIRECTED, problems.FAILED)
_WORK = (
    *(problems.BAD_REQUEST, problems.UNAUTHORIZED, problems.SLOW_BODY, problems.TOO_LARGE, problems.MEDIA),
    *(problems.INVALID, problems.BUSY, problems.TIMEOUT),
)
_HEADERS = {
    401: {"WWW-Authenticate": "The scheme by which to prove oneself (RFC 6750)."},
    503: {"Retry-After": "Seconds after which it is worth another try."},
}

_LINES = (
    '{"id": "1", "text": "창원시는 2일 12억 원을 확보했다고 밝혔다.", "published_at": "2019-10-02"}\n'
    '{"id": "2", "text": "나루시는 3일 나루교 준공식을 연다."}\n'
)


def specification(app: FastAPI, *, has_token: bool) -> dict[str, Any]:
    """Return the OpenAPI 3.1 document of a server."""
    found = get_openapi(
        title="Sasil",
        version=sasil.__version__,
        openapi_version="3.1.0",
        summary="사실: 한국어 보도자료에서 사업·예산·날짜·사람·기관을 찾습니다",
        description=_DESCRIPTION,
        routes=app.routes,
        license_info={"name": "MIT", "identifier": "MIT"},
    )
    components = found.setdefault("components", {})
    components["schemas"] = schemas()
    if has_token:
        components["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    return found


def schemas() -> dict[str, Any]:
    """Return the schemas of everything that comes and goes; a record's are those of ``sasil schema``."""
    asked = (TextArticle, HtmlArticle, UrlArticle, FileForm, NormalizeAsked)
    _, given = models_json_schema([(model, "validation") for model in asked], ref_template=_REF)
    answered = (Normalized, Health, Problem, FailedLine)
    _, told = models_json_schema([(model, "validation") for model in answered], ref_template=_REF)
    record = Record.model_json_schema(ref_template=_REF)
    parts = record.pop("$defs")
    return {**given["$defs"], **told["$defs"], **parts, "Record": record}


def operation(
    answer: Mapping[str, Any],
    *,
    body: Mapping[str, Any] | None = None,
    kinds: Iterable[Kind] = (),
    has_token: bool = False,
) -> dict[str, Any]:
    """Return what FastAPI should say of a path: its answer, its body, and the problems that it may have."""
    wanted = [*_ALWAYS, *(_WORK if body is not None else ()), *kinds]
    told = {"responses": {200: {"description": "OK", "content": dict(answer)}} | _problems(wanted)}
    extra: dict[str, Any] = {}
    if body is not None:
        extra["requestBody"] = {"required": True, "content": dict(body)}
        if has_token:
            extra["security"] = [{"token": []}]
    return {**told, "openapi_extra": extra}


def _problems(kinds: Sequence[Kind]) -> dict[int, dict[str, Any]]:
    found: dict[int, dict[str, Any]] = {}
    for status in sorted({kind.status for kind in kinds}):
        of_it = [kind for kind in kinds if kind.status == status]
        content = {MEDIA_TYPE: {"schema": _ref("Problem"), "example": problems.problem(of_it[0]).model_dump()}}
        found[status] = {
            "description": "; ".join(f"{kind.title} ({kind.korean})" for kind in of_it),
            "content": content,
        }
        if headers := _HEADERS.get(status):
            found[status]["headers"] = {
                name: {"description": text, "schema": {"type": "string"}} for name, text in headers.items()
            }
    return found


def _ref(model: str) -> dict[str, str]:
    return {"$ref": _REF.format(model=model)}


RECORD = {JSON: {"schema": _ref("Record")}}
RECORD_LINES = {
    JSON_LINES: {
        "schema": {"type": "string", "description": "A line for each article: a Record, or a FailedLine."},
        "example": FailedLine(error=problems.problem(problems.UNREADABLE), id="2", line=2).model_dump_json() + "\n",
    }
}
NORMALIZED = {JSON: {"schema": _ref("Normalized")}}
HEALTH = {JSON: {"schema": _ref("Health")}}
SCHEMA = {"application/schema+json": {"schema": {"type": "object"}}}
PAGE = {"text/html": {"schema": {"type": "string"}}}
SPECIFICATION = {JSON: {"schema": {"type": "object"}}}

ARTICLE = {
    JSON: {
        "schema": {"oneOf": [_ref("TextArticle"), _ref("HtmlArticle"), _ref("UrlArticle")]},
        "examples": {
            "text": {
                "summary": "글",
                "value": {"text": "창원시는 2일 1,800여억 원을 확보했다고 밝혔다.", "published": "2019-10-02"},
            },
            "html": {
                "summary": "쪽",
                "value": {"html": "<html><body><p>나루시는 3일 나루교 준공식을 연다.</p></body></html>"},
            },
        },
    },
    FORM: {"schema": _ref("FileForm")},
}
LINES = {JSON_LINES: {"schema": {"type": "string"}, "example": _LINES}}
NORMALIZE = {JSON: {"schema": _ref("NormalizeAsked")}}
