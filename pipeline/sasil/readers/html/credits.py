"""Who wrote a page's article, and who brings it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sasil.readers.html.lines import MAIL, RIGHTS, is_board, is_byline
from sasil.readers.html.page import Json, Page, squeezed
from sasil.readers.html.pieces import Piece
from sasil.readers.html.titles import site_names
from sasil.readers.labels import REPORTER, outlet, reporter_line

_AUTHORS = ("dable:author", "article:author", "og:article:author", "author", "byl", "twitter:creator", "writer")
_PLACE = re.compile(r"^(?:By\s+|글\s?[=:·]?\s?|\[?[가-힣]{2,8}\s?=\s?)", re.IGNORECASE)
_NOBODY = re.compile(
    r"https?:|www\.|^@|관리자|운영자|^admin|webmaster|^\W*$|홈페이지|누리집|닷컴$|^\d+$"
    r"|(?:일보|신문|뉴스|경제|방송|통신|미디어|시청|군청|구청|도청|교육청|담당관|[가-힣]과)$",
    re.IGNORECASE,
)
_SUFFIX = re.compile(r"\s*(?:모바일\s?(?:사이트|웹)?|누리집|홈페이지|공식\s?(?:사이트|누리집)|대표\s?홈페이지)$")
_PARTS = re.compile(r"\s*(?:[|ㅣ<>»]|::|\s[-–—:]\s)\s*")
_HOUSE = re.compile(
    r"(?:일보|신문|뉴스|경제|방송|통신|닷컴|타임스|타임즈|투데이|저널|미디어|데일리|헤럴드|시청|군청|구청|도청|교육청|의회)$"
    r"|^[가-힣]{2,8}(?:부|처|청|시|군|구|도|위원회|공사|공단)$"
)
_MOST_AUTHORS = 20
_EDGE = 6


def find_byline(page: Page, head: Sequence[Piece], below: Sequence[Piece]) -> str | None:
    """Return the reporters of a page: those that JSON-LD or meta elements name, else those of its visible lines.

    ``head`` are the pieces from the title to the first sentence, ``below`` those from the last sentence on. Publishers,
    addresses on the web and the editors of a board are no reporters.
    """
    houses = {name.lower() for name in site_names(page)}
    for names in (_names(page.data.get("author")), *_metas(page)):
        people = [name for raw in names if (name := _person(raw, houses))]
        if people:
            return ", ".join(dict.fromkeys(people[:_MOST_AUTHORS]))
    return _visible(head) or _visible(below[:_EDGE])


def _metas(page: Page) -> Iterator[list[str]]:
    for name in _AUTHORS:
        if name in page.metas:
            yield page.metas[name]


def _names(value: Json) -> list[str]:
    """Return the names in a JSON value: a text, an object with a name, a list of them."""
    if isinstance(value, list):
        return [name for one in value[:_MOST_AUTHORS] for name in _names(one)]
    if isinstance(value, dict):
        value = value.get("name") or value.get("reporterName")
    name = squeezed(value)
    return [name] if name else []


def _person(raw: str, houses: set[str]) -> str | None:
    name = MAIL.sub("", raw)
    reporter = REPORTER.search(name)
    if reporter is not None:
        return reporter_line(reporter)
    name = _PLACE.sub("", name).strip(" =,/|")
    if _NOBODY.search(name) or name.lower() in houses or len(name) > 60 or is_board(name):
        return None
    return re.sub(r"\s?,\s?", ", ", name)


def _visible(pieces: Sequence[Piece]) -> str | None:
    for piece in pieces:
        found = REPORTER.search(piece.text) if is_byline(piece.text) or "byline" in piece.marks else None
        if found is None and len(piece.text) < 100:
            found = REPORTER.search(piece.text)
        if found is not None:
            return reporter_line(found)
    return None


def find_outlet(page: Page, pieces: Sequence[Piece]) -> str | None:
    """Return who brings the page out: the publisher of JSON-LD, og:site_name, the copyright line, the title's end."""
    for name in [*reversed(site_names(page)), *page.metas.get("copyright", [])]:
        cleaned = _SUFFIX.sub("", name.strip("©ⓒ ")).strip()
        if cleaned and len(cleaned) < 40:
            return cleaned
    rights = [piece.text for piece in pieces if len(piece.text) < 300 and RIGHTS.search(piece.text)]
    return outlet("\n".join(rights)) or _from_title(page) or _house(page)


def _house(page: Page) -> str | None:
    return next((name for key in ("writer", "author") for name in page.metas.get(key, []) if _HOUSE.search(name)), None)


def _from_title(page: Page) -> str | None:
    """Take the part of the title element that names a newspaper or a public body."""
    parts = _PARTS.split(page.title or "") + _PARTS.split(page.meta("og:title") or "")
    named = [part for part in reversed(parts) if _HOUSE.search(part) and len(part) <= 20 and not is_board(part)]
    return named[0] if named else None
