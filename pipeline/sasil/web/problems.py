"""What can go wrong with a request, as problem details (RFC 9457): one kind, one status, one line that says what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel, Field, ValidationError
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"


class Kind(NamedTuple):
    """A kind of problem: its name in ``type``, its HTTP status, and what it is in English and in Korean."""

    name: str
    status: int
    title: str
    korean: str


BAD_REQUEST = Kind("bad-request", 400, "Malformed request", "요청의 꼴이 잘못되었습니다")
UNAUTHORIZED = Kind("unauthorized", 401, "Token needed", "토큰이 필요합니다")
FORBIDDEN = Kind("forbidden", 403, "Refused", "이 서버에서는 할 수 없습니다")
NOT_FOUND = Kind("not-found", 404, "Not found", "없는 주소입니다")
METHOD = Kind("method-not-allowed", 405, "Method not allowed", "이 주소에 쓸 수 없는 메서드입니다")
SLOW_BODY = Kind("slow-body", 408, "Body did not arrive in time", "본문이 제때 다 오지 않았습니다")
SLOW_HEAD = Kind("slow-head", 408, "Request did not arrive in time", "요청의 머리가 제때 다 오지 않았습니다")
TOO_LARGE = Kind("too-large", 413, "Content too large", "본문이 너무 큽니다")
MEDIA = Kind("unsupported-media-type", 415, "Unsupported media type", "받지 않는 형식입니다")
MISDIRECTED = Kind("misdirected", 421, "Misdirected request", "이 서버의 이름이 아닙니다")
INVALID = Kind("invalid", 422, "Invalid content", "내용이 맞지 않습니다")
UNREADABLE = Kind("unreadable", 422, "Unreadable article", "기사를 읽을 수 없습니다")
NOT_FETCHED = Kind("not-fetched", 422, "URL not fetched", "URL을 가져오지 못했습니다")
FAILED = Kind("failed", 500, "Internal error", "처리하지 못했습니다")
BUSY = Kind("busy", 503, "Too busy", "지금은 바쁩니다")
TIMEOUT = Kind("timeout", 504, "Article took too long", "기사를 제때 다 읽지 못했습니다")

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        *(BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, METHOD, SLOW_BODY, SLOW_HEAD, TOO_LARGE),
        *(MEDIA, MISDIRECTED, INVALID, UNREADABLE, NOT_FETCHED, FAILED, BUSY, TIMEOUT),
    )
}
_OF_STATUS = {kind.status: kind for kind in (BAD_REQUEST, UNAUTHORIZED, FORBIDDEN, NOT_FOUND, METHOD)}


class FieldProblem(BaseModel):
    """What is wrong with one part of a body; ``pointer`` is a JSON Pointer in a URI fragment (RFC 6901)."""

    pointer: str
    detail: str


class Problem(BaseModel):
    """A problem of one request: ``type`` leads to what is said of its kind, ``detail`` says in Korean what it is."""

    type: str = Field(description="URI reference of the kind of problem", examples=["/docs#too-large"])
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] | None = Field(default=None, exclude_if=lambda errors: errors is None)


class ProblemError(Exception):
    """A request that is answered with a problem."""

    def __init__(
        self, kind: Kind, detail: str = "", *, errors: Iterable[FieldProblem] = (), headers: Mapping[str, str] = {}
    ) -> None:
        super().__init__(detail or kind.korean)
        self.kind = kind
        self.headers = headers
        self.problem = problem(kind, detail, errors)

    def response(self) -> Response:
        """Return the answer to the request."""
        return Response(body(self.problem), self.kind.status, dict(self.headers), MEDIA_TYPE)


def problem(kind: Kind, detail: str = "", errors: Iterable[FieldProblem] = ()) -> Problem:
    """Return a problem of a kind; without a detail the kind speaks for itself.

    >>> problem(TOO_LARGE, "본문이 너무 큽니다 (한도 32 MB)").model_dump(exclude={"title", "detail"})
    {'type': '/docs#too-large', 'status': 413}
    """
    return Problem(
        type=f"/docs#{kind.name}",
        title=kind.title,
        status=kind.status,
        detail=printable(detail) or kind.korean,
        errors=list(errors) or None,
    )


def printable(text: str) -> str:
    r"""Return a text that JSON can carry in UTF-8: what it quotes of a request may hold half a character.

    >>> printable("모르는 키: \ud800")
    '모르는 키: ?'
    """
    return text.encode("utf-8", "replace").decode()


def body(found: Problem) -> bytes:
    """Return a problem as JSON."""
    return found.model_dump_json().encode()


def busy(seconds: int = 1) -> ProblemError:
    """Return the problem of a server that has no place left; it may have one after some seconds."""
    return ProblemError(BUSY, "요청이 밀려 있습니다: 잠시 뒤 다시 해 주세요", headers={"Retry-After": str(seconds)})


def of_status(status: int, headers: Mapping[str, str]) -> ProblemError:
    """Return the problem of an HTTP status that a library gives."""
    kind = _OF_STATUS.get(status, FAILED if status >= 500 else BAD_REQUEST)
    return ProblemError(kind, headers=headers)


_SAID = {
    "missing": "없습니다",
    "extra_forbidden": "모르는 키입니다",
    "string_type": "문자열이 아닙니다",
    "string_too_short": "비어 있습니다",
    "model_type": "JSON 객체({…})가 아닙니다",
    "model_attributes_type": "JSON 객체({…})가 아닙니다",
}


def of_validation(error: ValidationError, *, is_tagged: bool = False) -> ProblemError:
    """Return the problem of a body that is no JSON, or whose parts are not as they should be.

    ``is_tagged``: the body is one of several models, and Pydantic puts the tag of the one before each place.
    """
    found = error.errors(include_url=False, include_context=False, include_input=False)
    if found[0]["type"] == "json_invalid":
        return ProblemError(BAD_REQUEST, f"JSON이 아닙니다: {found[0]['msg'].removeprefix('Invalid JSON: ')}")
    errors = [
        FieldProblem(pointer=printable(_pointer(one["loc"][is_tagged:])), detail=printable(_said(one))) for one in found
    ]
    return ProblemError(INVALID, "; ".join(f"{one.pointer} {one.detail}" for one in errors[:3]), errors=errors[:20])


def _said(error: Any) -> str:
    return _SAID.get(error["type"]) or str(error["msg"]).removeprefix("Value error, ")


def _pointer(location: tuple[int | str, ...]) -> str:
    return "#" + "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in location)
