"""Article: what a reader makes of a document, and what the pipeline reads."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime

from sasil.errors import SourceError


@dataclass(frozen=True, slots=True)
class Source:
    """Where an article came from.

    ``uri`` is a path, a URL or ``-``; ``line`` the line of a JSON-lines file, from 1; ``format`` the reader's name;
    ``sha256`` the hash of the bytes that were read, in hex.
    """

    uri: str | None = None
    line: int | None = None
    format: str | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: its text, its upper left place in the grid, from 0, and the rows and columns it covers."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a grid: ``text[start:end]`` of the article are its rows, one a line, cells joined by `` | ``."""

    cells: tuple[Cell, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Embargo:
    """When a release may be printed (보도시점): as it stands, and the first moment that it names, ISO 8601, or None."""

    raw: str
    at: str | None = None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a page offers: its URL as the page gives it, and its name."""

    url: str
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know about how an article was read, with its place in the text where there is one."""

    code: str
    message: str
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text in Unicode NFC, and what its document says about it.

    All offsets of the facts found later are code points into ``text``: title, subtitles, head, body and tables of the
    document, in its order. ``published_at`` is an ISO 8601 date, or a date and time, or None when the document does
    not say. What is no part of the article stands apart from ``text``: ``captions`` of pictures, and ``boilerplate``
    (copyright, terms of use, the page's own lines). ``kind`` is the mark of the paper (보도자료); ``contacts`` the rows
    of the table of those to ask, each a row of cells, with cells that cover several rows repeated in each.

    >>> Article(id="a", text="창원시는 2일").text
    '창원시는 2일'
    """

    id: str
    text: str
    title: str | None = None
    published_at: str | None = None
    outlet: str | None = None
    byline: str | None = None
    url: str | None = None
    source: Source = Source()
    kind: str | None = None
    subtitles: tuple[str, ...] = ()
    embargo: Embargo | None = None
    tables: tuple[Table, ...] = ()
    contacts: tuple[tuple[str, ...], ...] = ()
    captions: tuple[str, ...] = ()
    boilerplate: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    notices: tuple[Notice, ...] = ()


def nfc(text: str) -> str:
    r"""Return the text in Unicode NFC: Kiwi does not split particles off decomposed Hangul.

    >>> nfc("\u1102\u1161\u1105\u116e")
    '나루'
    """
    return unicodedata.normalize("NFC", text)


def holds_half(text: str) -> bool:
    r"""Tell whether a text holds half of a surrogate pair, which UTF-8 cannot write; quick, as every text is asked.

    >>> holds_half("나루\ud83c시"), holds_half("나루🏮시")
    (True, False)
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def iso_date(value: str) -> str:
    """Return a publication date in ISO 8601 as it is, stripped; raise SourceError where it is none.

    >>> iso_date(" 2019-10-02 ")
    '2019-10-02'
    >>> iso_date("2019-10-02T09:00:00+09:00")
    '2019-10-02T09:00:00+09:00'
    """
    stripped = value.strip()
    try:
        date.fromisoformat(stripped) if len(stripped) <= 10 else datetime.fromisoformat(stripped)
    except ValueError:
        raise SourceError(f"날짜가 아닙니다 (YYYY-MM-DD 또는 ISO 8601이어야 합니다): {value!r}") from None
    return stripped
