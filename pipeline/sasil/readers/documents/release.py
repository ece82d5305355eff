"""Document → Article: what a press release says of itself, above its body and below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from sasil.article import Article, Cell, Embargo, Source, Table, nfc
from sasil.errors import ReadError
from sasil.readers.documents.blocks import Document
from sasil.readers.documents.composing import Composed, Line, compose
from sasil.readers.documents.headings import heading
from sasil.readers.documents.moments import first_moment
from sasil.readers.labels import published

_BOILERPLATE = re.compile(
    r"공공누리.{0,20}\d\s?유형|자료\s?출처\s?=\s?정책브리핑|정책브리핑의\s?자료는|무단\s?(?:전재|복제|배포).{0,14}금지"
    r"|저작권자\s?[(©ⓒ]|^[Cc]opyrights?\b|^[©ⓒ]|^(?:-\s?)?\d{1,3}(?:\s?/\s?\d{1,3})?\s?-$"
)
_CAPTION = re.compile(
    r"[\[<(【]\s*(?:참고\s?)?사진\s?(?:\d{1,2}|설명|제공|캡션)?\s?[\]>)】]|사진\s?(?:설명|제공)\s?[:：=]"
)
_REACH = re.compile(
    r"(?<!\d)0\d{1,2}\s?[-‐‑–−.)]\s?\d{3,4}\s?[-‐‑–−.]\s?\d{4}(?!\d)|[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]{2,63}"
    r"|(?<!\d)1[568]\d\d\s?[-‐‑–−]\s?\d{4}(?!\d)|(?:☎|전화)\s?:?\s?\d{3,4}[-‐‑–−]\d{4}\)?$"
)
_ASKED = re.compile(r"담\s?당|책\s?임|문\s?의|연\s?락|배\s?포|제\s?공|작\s?성|과\s?장|팀\s?장")
_WIDEST = 50
"""How many cells of a row of contacts may come from above: a broken file can claim any number."""

_EDGE = 60
"""How many lines at either end may hold what a document says of itself."""


def article_of(document: Document, *, id: str, format: str) -> Article:  # noqa: A002 - the article's fields
    r"""Return the article of a document: its lines as text, and the fields that its head and tail state.

    The kind of paper, the embargo (보도시점), the title and the subtitles are read as Korean public bodies set them.
    Raises ReadError for a document without text.

    >>> document = Document(["보도자료", "보도시점 2024. 6. 21.(금) 11:00", "가람교 25일 착공", "□ 가람시는 …"])
    >>> article = article_of(document, id="a", format="hwpx")
    >>> article.kind, article.title, article.published_at
    ('보도자료', '가람교 25일 착공', '2024-06-21T11:00')
    """
    composed = compose(document.blocks)
    captions = [nfc(caption) for caption in document.captions if caption.strip()]
    boilerplate = [nfc(margin) for margin in dict.fromkeys(document.margins) if margin.strip()]
    kept: list[Line] = []
    for line in composed.lines:
        if not line.is_row and _CAPTION.match(line.text):
            captions.append(line.text)
        elif not line.is_row and _BOILERPLATE.search(line.text):
            boilerplate.append(line.text)
        else:
            kept.append(line)
    text, tables = joined(kept, composed)
    if not text:
        raise ReadError("문서에 글이 없습니다")
    head = heading(kept)
    embargo = Embargo(head.embargo, first_moment(head.embargo, head.distributed)) if head.embargo else None
    stated = [moment for moment in (embargo and embargo.at, first_moment(head.distributed)) if moment]
    return Article(
        id=id,
        text=text,
        title=head.title,
        published_at=max(stated, default=None) or published("\n".join(_edges(text))),
        source=Source(format=format),
        kind=head.kind,
        subtitles=tuple(head.subtitles),
        embargo=embargo,
        tables=tuple(tables),
        contacts=tuple(row for cells in composed.grids for row in contact_rows(cells)),
        captions=tuple(captions),
        boilerplate=tuple(boilerplate),
        notices=tuple(document.notices),
    )


def _edges(text: str) -> Sequence[str]:
    lines = text.split("\n")
    return lines if len(lines) < 2 * _EDGE else [*lines[:_EDGE], *lines[-_EDGE:]]


def joined(lines: Sequence[Line], composed: Composed) -> tuple[str, list[Table]]:
    """Return the lines as a text, no two empty ones together, and the tables with their places in it."""
    held: list[str] = []
    places: dict[int, tuple[int, int]] = {}
    place = 0
    for line in lines:
        if not line.text and (not held or not held[-1]):
            continue
        if line.grid is not None:
            start, _ = places.get(line.grid, (place, 0))
            places[line.grid] = start, place + len(line.text)
        held.append(line.text)
        place += len(line.text) + 1
    while held and not held[-1]:
        held.pop()
    return "\n".join(held), [Table(composed.grids[grid], *found) for grid, found in sorted(places.items())]


def contact_rows(cells: Sequence[Cell]) -> Iterator[tuple[str, ...]]:
    """Give the rows of a table of contacts that hold a number or an address, cells over several rows in each."""
    if not any(_ASKED.search(cell.text) for cell in cells):
        return
    open_: list[Cell] = []
    for row, group in groupby(sorted(cells, key=lambda cell: (cell.row, cell.column)), key=lambda cell: cell.row):
        open_ = [cell for cell in open_[-_WIDEST:] if row < cell.row + cell.row_span] + list(group)
        if any(cell.row == row and _REACH.search(cell.text) for cell in open_):
            yield tuple(cell.text for cell in sorted(open_, key=lambda cell: cell.column))
