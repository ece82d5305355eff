"""The body of a request: counted and timed while it arrives, and taken apart by its media type."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator
from dataclasses import dataclass
from pathlib import PureWindowsPath

from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from sasil.article import iso_date
from sasil.errors import SasilError
from sasil.web.limits import Limits
from sasil.web.problems import BAD_REQUEST, INVALID, MEDIA, SLOW_BODY, TOO_LARGE, FieldProblem, ProblemError, printable

JSON = "application/json"
JSON_LINES = "application/x-ndjson"
FORM = "multipart/form-data"

_LINES = frozenset({JSON_LINES, "application/jsonl", "application/json-lines", "application/x-jsonlines"})
"""The names under which JSON lines go; only the first is anything like agreed on."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_NAME = 255


def media_type(request: Request, *allowed: str) -> str:
    """Return the media type of a body; raise ProblemError for one that is not allowed, and for a compressed body."""
    stated, _, parameters = request.headers.get("content-type", "").partition(";")
    name = stated.strip().lower()
    found = JSON_LINES if name in _LINES else name
    charset = re.search(r"""charset\s*=\s*"?([^\s;"]*)""", parameters, re.IGNORECASE)
    if charset is not None and charset[1].lower() not in ("utf-8", "utf8"):
        raise ProblemError(MEDIA, "본문은 UTF-8이어야 합니다")
    if request.headers.get("content-encoding", "identity").strip().lower() not in ("", "identity"):
        raise ProblemError(MEDIA, "압축한 본문은 받지 않습니다", headers={"Accept-Encoding": "identity"})
    if found in allowed:
        return found
    raise ProblemError(
        MEDIA, f"Content-Type은 {' 또는 '.join(allowed)}이어야 합니다", headers={"Accept": ", ".join(allowed)}
    )


async def whole(request: Request, limits: Limits) -> bytes:
    """Return the body; raise ProblemError where it is too large, as stated or as counted, or takes too long."""
    stated = request.headers.get("content-length", "")
    if stated.isascii() and stated.isdigit() and int(stated[:19]) > limits.bytes:
        raise too_large(limits)
    held = bytearray()
    try:
        async with asyncio.timeout(limits.seconds):
            async for chunk in request.stream():
                held += chunk
                if len(held) > limits.bytes:
                    raise too_large(limits)
    except TimeoutError:
        raise ProblemError(SLOW_BODY, f"본문이 제때 다 오지 않았습니다 (한도 {limits.seconds:g}초)") from None
    return bytes(held)


def too_large(limits: Limits) -> ProblemError:
    """Return the problem of a body beyond the bound."""
    return ProblemError(TOO_LARGE, f"본문이 너무 큽니다 (한도 {limits.bytes:,}바이트)")


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was sent in a form: its name without any path, its bytes, and the date given beside it."""

    name: str
    data: bytes
    published: str | None


class _InMemory(MultiPartParser):
    """The parser of forms, with files held in memory: the body is there already, and nothing of it goes to a disk."""

    spool_max_size = 2**31


async def upload(request: Request, body: bytes) -> Upload:
    """Return the file of a form; raise ProblemError for a form that is broken, or that holds other things."""
    try:
        form = await _InMemory(request.headers, _once(body), max_files=1, max_fields=8, max_part_size=4096).parse()
    except (MultiPartException, UnicodeDecodeError, ValueError, KeyError, LookupError) as error:
        said = getattr(error, "message", "")
        raise ProblemError(BAD_REQUEST, f"multipart/form-data가 아닙니다{': ' + said if said else ''}") from None
    try:
        return await _upload(form)
    finally:
        await form.close()


async def _upload(form: FormData) -> Upload:
    if unknown := sorted(form.keys() - {"file", "published"}):
        errors = [FieldProblem(pointer=printable(f"#/{name}"), detail="모르는 칸입니다") for name in unknown]
        raise ProblemError(
            INVALID, f"모르는 칸: {', '.join(map(repr, unknown))} (쓸 수 있는 칸: file, published)", errors=errors
        )
    file, published = form.get("file"), form.get("published")
    if not isinstance(file, UploadFile):
        raise _invalid("file", "file 칸에 파일이 없습니다")
    if len(form.getlist("published")) > 1 or isinstance(published, UploadFile):
        raise _invalid("published", "published 칸이 글 하나가 아닙니다")
    try:
        date = iso_date(published) if published else None
    except SasilError as error:
        raise _invalid("published", error.message) from None
    return Upload(plain_name(file.filename or ""), await file.read(), date)


def _invalid(name: str, detail: str) -> ProblemError:
    return ProblemError(INVALID, detail, errors=[FieldProblem(pointer=f"#/{name}", detail=detail)])


async def _once(body: bytes) -> AsyncGenerator[bytes, None]:
    yield body


def plain_name(given: str) -> str:
    r"""Return the name of a file without path and without signs that command terminals.

    >>> plain_name("../../etc/passwd"), plain_name("C:\\문서\\보도자료.hwpx"), plain_name("..")
    ('passwd', '보도자료.hwpx', '')
    """
    name = _CONTROL.sub("", PureWindowsPath(given.replace("\0", "")).name).strip()
    return "" if name in (".", "..") else name[-_LONGEST_NAME:]
