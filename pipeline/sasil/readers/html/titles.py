"""The title of a page's article: what its headings, og:title, title element and JSON-LD agree on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sasil.readers.html.lines import MAIL, PHONE, Kind, is_board, is_byline, is_sentence, kind_of
from sasil.readers.html.page import Page, squeezed
from sasil.readers.html.pieces import Piece

_SEPARATOR = re.compile(r"\s*(?:[|│ǀㅣ<>»›]|::|\s[-–—:·]\s|(?<=[가-힣])\s?:\s)\s*")
_GLUED_SECTION = re.compile(r"-[가-힣/·&]{2,8}$")
_LETTERS = re.compile(r"[\W_]+")
_SITE = re.compile(
    r"(?:일보|신문|뉴스|경제|방송|통신|닷컴|타임스|타임즈|투데이|저널|미디어|데일리|매일|헤럴드|시청|군청|구청|도청|교육청"
    r"|누리집|홈페이지|의회|포털|TV|com|kr)$|^(?:[가-힣]{1,8}(?:부|처|청|시|군|구|도|위원회|공사|공단|광역시|특별시))$"
)
_GENERIC_MARK = re.compile(r"\b(?:로고|logo)\b", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?:\.{2,}|…)\s*$")
_LEAST = 4
_LEAST_CUT = 8
_SHARE = 0.35
_MARKED = frozenset({"heading", "title", "labelled"})
_LONGEST = 200
_FULL = ("og:title", "twitter:title", "title", "dable:title", "headline", "taboola:title")


def site_names(page: Page) -> list[str]:
    """Return the names that the page gives its site."""
    names = [*page.metas.get("og:site_name", []), *page.metas.get("apple-mobile-web-app-title", [])]
    publisher = page.data.get("publisher")
    name = squeezed(publisher.get("name")) if isinstance(publisher, dict) else None
    return [*names, *([name] if name else [])]


def find_title(page: Page, pieces: Sequence[Piece]) -> str | None:
    """Return the title of an article; ``pieces`` are those of the page up to the article's first sentence.

    A heading that stands in a stated title (og:title, title, JSON-LD) is the title without the site's name. Where no
    heading agrees, the site's and the section's name are cut from the stated title; where that names only a board,
    the heading of the board's page that looks most like a title is taken.
    """
    sites = {_key(name) for name in site_names(page)}
    headings = list(_headings(pieces, sites))
    headline = squeezed(page.data.get("headline"))
    full = [*_stated(page), *([headline] if headline else [])]
    agreed = _agreed(full, headings)
    if headline and len(headline) >= _LEAST and not _is_generic(headline, sites):
        return _preferred(headline, [*([agreed] if agreed else []), *full])
    if agreed:
        return agreed
    trimmed = [short for title in full if (short := _trimmed(title, sites)) is not None]
    trimmed = [short for short in trimmed if not _CUT_OFF.search(short)] or trimmed
    if trimmed:
        return min(trimmed, key=len) if len({_key(one) for one in trimmed}) > 1 else trimmed[0]
    best = max(headings, key=_weight, default=None)
    return best.text if best is not None and _weight(best) > 0 else None


def _stated(page: Page) -> Iterator[str]:
    for name in _FULL:
        yield from page.metas.get(name, [])[:2]
    if page.title:
        yield page.title


def _key(text: str) -> str:
    """Return the letters of a title: quotation marks and spaces differ between its places."""
    return _LETTERS.sub("", text).lower()


def _is_generic(text: str, sites: Iterable[str]) -> bool:
    key = _key(text)
    return len(key) < _LEAST or key in sites or is_board(text) or _GENERIC_MARK.search(text) is not None


def _headings(pieces: Sequence[Piece], sites: set[str]) -> Iterator[Piece]:
    """Give what may be a title: headings, and lines whose element is marked or labelled as one."""
    for piece in pieces:
        labelled = _labelled(piece)
        if labelled:
            yield Piece(labelled, marks=piece.marks | {"title", "labelled"}, tag=piece.tag)
        elif piece.linked > len(piece.text) / 2 and not piece.marks & {"heading", "title"}:
            continue
        elif _LEAST <= len(piece.text) <= _LONGEST and not _is_generic(piece.text, sites):
            yield piece


_TITLE_LABEL = re.compile(r"^제\s{0,3}목\s*[:：|]?\s+(?P<title>\S.{3,200}?)(?:\s\|\s.*)?$")


def _labelled(piece: Piece) -> str | None:
    found = _TITLE_LABEL.match(piece.text)
    return found["title"] if found else None


def _agreed(full: Sequence[str], headings: Sequence[Piece]) -> str | None:
    """Return the longest heading that stands in a stated title, or that a stated title is the beginning of."""
    keys = [_key(title) for title in full]
    cut = [key for title in full if _CUT_OFF.search(title) and len(key := _key(title)) >= _LEAST_CUT]
    shared = [piece for piece in headings if _stands_in(_key(piece.text), keys, cut) and not _is_section(piece.text)]
    best = max(shared, key=lambda piece: (bool(piece.marks & _MARKED), len(_key(piece.text))), default=None)
    return best.text if best is not None else None


def _stands_in(key: str, keys: Sequence[str], cut: Sequence[str]) -> bool:
    """Tell whether a heading makes up much of a stated title: the name of a town begins many a title."""
    return any(key in one and len(key) >= _SHARE * len(one) for one in keys) or any(key.startswith(one) for one in cut)


def _is_section(heading: str) -> bool:
    """Tell whether a heading is the name of a site, a body or a section."""
    return _SITE.search(heading) is not None and len(heading) <= 12


def _preferred(headline: str, others: Sequence[str]) -> str:
    """Return the headline as the page shows it, and in full where it was cut off."""
    key = _key(_CUT_OFF.sub("", headline))
    agreed = _key(others[0]) if others else ""
    if _SEPARATOR.search(headline) and len(agreed) > len(key) / 2 and key.startswith(agreed):
        return others[0]  # the site's name stands behind the headline
    cut = _CUT_OFF.search(headline) is not None
    for text in others:
        if _key(text) == key or (cut and len(key) > 9 and _key(text).startswith(key) and not _SEPARATOR.search(text)):
            return text
    return headline


def _trimmed(full: str, sites: set[str]) -> str | None:
    """Cut the names of site, sections and boards from both ends of a stated title; None where nothing else is left."""
    breaks = [(found.start(), found.end()) for found in _SEPARATOR.finditer(full)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(full)]
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    while spans and _is_outer(full[slice(*spans[-1])], sites):
        spans.pop()
    while spans and _is_outer(full[slice(*spans[0])], sites):
        spans.pop(0)
    if not spans:
        return None
    title = full[spans[0][0] : spans[-1][1]]
    if len(ends) > len(spans) and spans[-1][1] != len(full):
        title = _GLUED_SECTION.sub("", title) if "ㅣ" in full else title
    return title if len(_key(title)) >= _LEAST else None


def _is_outer(part: str, sites: set[str]) -> bool:
    short = len(part) <= 20
    return _is_generic(part, sites) or (short and _SITE.search(part) is not None and not is_sentence(part))


def _weight(piece: Piece) -> float:
    """Weigh a line as a title: marked, a heading, of a title's length, and no label, link or byline."""
    text = piece.text
    weight = 4.0 * ("labelled" in piece.marks) + 3.0 * ("title" in piece.marks) + 1.5 * ("heading" in piece.marks)
    weight += min(len(text), 30) / 15
    if PHONE.search(text) or MAIL.search(text) or is_byline(text) or kind_of(piece) not in (Kind.TEXT, Kind.LINK):
        weight -= 6
    weight -= (
        6 * ("caption" in piece.marks)
        + 3 * (piece.linked > len(text) / 2)
        + 3 * ("aside" in piece.marks)
        + 2 * ("sub" in piece.marks)
    )
    return weight - 2 * (not piece.marks & _MARKED) - 2 * text.startswith(("-", "–", "○", "□"))
