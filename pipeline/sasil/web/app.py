"""The paths of the server, each a few lines: what comes in, to whom it goes, what goes out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp

import sasil
from sasil.record import SCHEMA_VERSION, json_schema
from sasil.view.page import CONTENT_SECURITY_POLICY, assets, live_page
from sasil.web import openapi
from sasil.web.asking import ARTICLES, Health, HealthLimits, HtmlArticle, NormalizeAsked, TextArticle
from sasil.web.batch import BatchAnswer
from sasil.web.bodies import FORM, JSON, JSON_LINES, media_type, upload, whole
from sasil.web.docs import STYLE, docs_page
from sasil.web.guard import Guard
from sasil.web.problems import FAILED, NOT_FETCHED, NOT_FOUND, UNREADABLE, ProblemError, of_status, of_validation
from sasil.web.service import Service
from sasil.web.wire import Job

_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


def create_app(service: Service) -> ASGIApp:
    """Return the server as an ASGI app; the service must have been started."""
    settings = service.settings
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    app.add_exception_handler(ProblemError, _on_problem)
    app.add_exception_handler(HTTPException, _on_status)
    app.add_exception_handler(Exception, _on_surprise)
    _add_work(app, service, has_token=settings.token is not None)
    _add_descriptions(app, service)
    specification = openapi.specification(app, has_token=settings.token is not None)
    _add_pages(app, specification)
    return Guard(app, settings, _HEADERS)


def _add_work(app: FastAPI, service: Service, *, has_token: bool) -> None:
    limits = service.limits

    async def extract(request: Request) -> Response:
        """기사 하나에서 사실을 찾아 레코드로 답합니다: 글, HTML, URL은 JSON, 파일은 multipart/form-data입니다."""
        with service.entrance.place():
            kind = media_type(request, JSON, FORM)
            body = await whole(request, limits)
            job = _article(body) if kind == JSON else await _file(request, body)
            return Response(await service.done(job, request.receive), media_type=JSON)

    async def batch(request: Request) -> Response:
        """기사마다 한 줄인 JSON Lines를 받아, 들어온 순서대로 레코드나 오류를 한 줄씩 흘려보냅니다."""
        media_type(request, JSON_LINES)
        return BatchAnswer(service)

    async def normalize(request: Request) -> Response:
        """글에서 금액·수량·비율·날짜·시각·기간만 찾습니다."""
        with service.entrance.place():
            media_type(request, JSON)
            asked = _validated(NormalizeAsked.model_validate_json, await whole(request, limits))
            job = Job("normalize", asked.text.encode(), published=asked.published)
            return Response(await service.done(job, request.receive), media_type=JSON)

    for path, answer_to, answer, body, kinds in (
        ("/extract", extract, openapi.RECORD, openapi.ARTICLE, (UNREADABLE, NOT_FETCHED)),
        ("/batch", batch, openapi.RECORD_LINES, openapi.LINES, ()),
        ("/normalize", normalize, openapi.NORMALIZED, openapi.NORMALIZE, ()),
    ):
        said = openapi.operation(answer, body=body, kinds=kinds, has_token=has_token)
        app.add_api_route(path, answer_to, methods=["POST"], tags=["facts"], response_class=Response, **said)


def _add_descriptions(app: FastAPI, service: Service) -> None:
    limits = service.limits
    health = Health(
        version=sasil.__version__,
        schema_version=SCHEMA_VERSION,
        limits=HealthLimits(bytes=limits.bytes, seconds=limits.seconds, concurrency=limits.workers),
        urls=service.settings.urls,
        token=service.settings.token is not None,
    ).model_dump_json()
    schema = json.dumps(json_schema(), ensure_ascii=False).encode()

    async def tell_health() -> Response:
        """서버가 살아 있는지, 무엇을 얼마나 받는지 답합니다."""
        return Response(health, media_type=JSON)

    async def tell_schema() -> Response:
        """모든 레코드가 따르는 JSON Schema입니다."""
        return Response(schema, media_type="application/schema+json")

    for path, answer_to, answer in (("/health", tell_health, openapi.HEALTH), ("/schema", tell_schema, openapi.SCHEMA)):
        said = openapi.operation(answer)
        app.add_api_route(path, answer_to, methods=["GET"], tags=["server"], response_class=Response, **said)


def _add_pages(app: FastAPI, specification: Mapping[str, Any]) -> None:
    page, docs, described = live_page(), docs_page(specification), json.dumps(specification, ensure_ascii=False)
    files = {**assets(), **STYLE}

    async def home() -> Response:
        return HTMLResponse(page)

    async def documentation() -> Response:
        return HTMLResponse(docs)

    async def description() -> Response:
        return Response(described, media_type=JSON)

    async def asset(name: str) -> Response:
        if name not in files:
            raise ProblemError(NOT_FOUND)
        data, kind = files[name]
        return Response(data, media_type=kind, headers={"Cache-Control": "no-cache"})

    for path, answer_to in (
        ("/", home),
        ("/docs", documentation),
        ("/openapi.json", description),
        ("/assets/{name}", asset),
    ):
        app.add_api_route(path, answer_to, methods=["GET"], include_in_schema=False, response_class=Response)


def _article(body: bytes) -> Job:
    asked = _validated(ARTICLES.validate_json, body, is_tagged=True)
    if isinstance(asked, TextArticle):
        return Job("text", asked.text.encode(), asked.id, asked.title, asked.published)
    if isinstance(asked, HtmlArticle):
        return Job("html", asked.html.encode(), asked.id, asked.title, asked.published)
    return Job("url", asked.url.encode(), asked.id, asked.title, asked.published)


async def _file(request: Request, body: bytes) -> Job:
    file = await upload(request, body)
    return Job("file", file.data, published=file.published, name=file.name or None)


def _validated(read: Any, body: bytes, *, is_tagged: bool = False) -> Any:
    try:
        return read(body.removeprefix(b"\xef\xbb\xbf"))
    except ValidationError as error:
        raise of_validation(error, is_tagged=is_tagged) from None


async def _on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)
    return error.response()


async def _on_status(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return of_status(error.status_code, error.headers or {}).response()


async def _on_surprise(request: Request, error: Exception) -> Response:
    return ProblemError(FAILED).response()
