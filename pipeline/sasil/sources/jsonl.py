"""JSON lines → Articles: one object a line, with exactly the keys that are known."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sasil.article import Article, Source, holds_half, iso_date, nfc
from sasil.errors import ReadError, SasilError, SourceError
from sasil.readers import read_text
from sasil.readers.text import read_plain

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KEYS = frozenset({"id", "text", "html", "title", "published_at", "url"})
"""What a line may hold that people write; Sasil's own lines hold the other fields of an Article as well."""

KNOWN_KEYS = KEYS | {field.name for field in fields(Article)}
"""What a line may hold at all: an Article as Sasil writes it has more."""

_STRINGS = frozenset({*KEYS, "outlet", "byline", "kind"})
_MAY_BE_NULL = _STRINGS - {"id", "text", "html"}


_HALF = re.compile(rb"\\u[dD][89a-fA-F]")
"""An escape of one half of a pair, the only way by which a half alone comes into a line of UTF-8."""


def read_lines(lines: Iterable[bytes], uri: str, on_error: Callable[[SasilError], None]) -> Iterator[Article]:
    """Give the article of each line; a line that is none is told to ``on_error`` and the others go on.

    A line is ``{"id", "text" | "html", "title"?, "published_at"?, "url"?}``, or an Article as ``sasil fetch`` writes
    it. Offsets count in the given text, in NFC.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield article_of_line(line, uri, number)
        except SasilError as error:
            on_error(error.at(uri, number))


def article_of_line(line: bytes, uri: str, number: int) -> Article:
    """Return the article of a line; ``uri`` and ``number`` say which it is. Raises SasilError where it is none."""
    data = object_of_line(line)
    if _HALF.search(line) and holds_half(json.dumps(data, ensure_ascii=False)):
        raise SourceError("짝이 없는 서로게이트가 들어 있습니다")
    article = article_of(data)
    return replace(article, source=replace(article.source, uri=uri, line=number))


def article_of(data: dict[str, Any]) -> Article:
    """Return the article of an object with the keys of a line; raises SasilError where it is none.

    >>> article_of({"id": 7, "text": "나루시는 2일 밝혔다."}).id
    '7'
    """
    data = _checked(data)
    given = {key: data[key] for key in ("title", "url") if data.get(key) is not None}
    if data.get("published_at") is not None:
        given["published_at"] = iso_date(data["published_at"])
    if "html" in data:
        page = read_text(data["html"], id=data["id"])
        return replace(page, source=Source(format="html"), **given)
    if data.keys() - KEYS:
        return _whole(data)
    return replace(read_plain(data["text"], id=data["id"]), **given)


def _whole(data: dict[str, Any]) -> Article:
    """Return an article with the fields that it was written with: a reader has found them already."""
    from pydantic import ValidationError

    try:
        article = _fields().validate_python(data)
    except ValidationError as error:
        first = error.errors()[0]
        raise SourceError(f"{'.'.join(map(str, first['loc']))}의 값이 바르지 않습니다") from None
    places = [(table.start, table.end) for table in article.tables]
    places += [notice.span for notice in article.notices if notice.span is not None]
    if article.text != nfc(article.text) or any(not 0 <= a <= b <= len(article.text) for a, b in places):
        raise SourceError("자리가 text와 맞지 않습니다")
    return article


@cache
def _fields() -> TypeAdapter[Article]:
    from pydantic import TypeAdapter

    return TypeAdapter(Article)


def object_of_line(line: bytes) -> dict[str, Any]:
    """Return the JSON object of a line, whatever it holds; raises SasilError where it is none."""
    try:
        data = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:  # RFC 8259 knows no other encoding
        raise ReadError("JSON Lines는 UTF-8이어야 합니다") from None
    except RecursionError:
        raise SourceError("JSON이 아닙니다: 너무 깊습니다") from None
    except ValueError as error:  # beside broken JSON, a whole number of more digits than Python reads
        raise SourceError(f"JSON이 아닙니다: {getattr(error, 'msg', '수가 너무 깁니다')}") from None
    if not isinstance(data, dict):
        raise SourceError("JSON 객체({…})가 아닙니다")
    return data


def _checked(data: dict[str, Any]) -> dict[str, Any]:
    if unknown := sorted(data.keys() - KNOWN_KEYS):
        raise SourceError(f"모르는 키: {', '.join(map(repr, unknown))} (쓸 수 있는 키: {', '.join(sorted(KEYS))})")
    if ("text" in data) == ("html" in data):
        raise SourceError("text와 html 가운데 하나만 있어야 합니다")
    if isinstance(data.get("id"), int) and not isinstance(data["id"], bool):
        data = data | {"id": str(data["id"])}
    for key in sorted(data.keys() & _STRINGS):
        if not isinstance(data[key], str) and not (data[key] is None and key in _MAY_BE_NULL):
            raise SourceError(f"{key}의 값이 문자열이 아닙니다")
    if not data.get("id"):
        raise SourceError("id가 없습니다")
    return data
