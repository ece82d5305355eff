"""PDF → Document by pdfium: letters in rows and paragraphs, ruled tables as grids."""

from __future__ import annotations

import ctypes
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

import pypdfium2
from pypdfium2 import raw

from sasil.article import Notice
from sasil.errors import ReadError
from sasil.readers.documents.blocks import Block, Box, Document, Grid
from sasil.readers.pdf.rules import Ruled, ruled
from sasil.readers.pdf.text import Letter, Row, paragraphs, rows, words_of

MAX_PAGES = 300
MAX_LETTERS = 1_000_000
MAX_OBJECTS = 100_000
MAX_SECONDS = 30.0

_SCANNED = 12
"""Letters a page, below which a PDF is taken for pictures of pages."""

_UNMAPPED = 0.2
_KOREAN = 0.1
_LARGE = 1.25
_FARTHEST = 20_000.0
"""How far from its origin a page can reach, in points: PDF allows 14,400."""

_ENGLISH = re.compile(r"(?:the|of|and|to|in|a|is|for|on|with|as|by|at|from|that|this|be|will|was|are|it|an)")
_PAGE_NUMBER = re.compile(r"[-–—\s]*\d{1,3}(?:\s?/\s?\d{1,3})?[-–—\s]*")


@dataclass(slots=True)
class _Page:
    """What stands on a page: its rows outside tables, and its tables with the tops of both."""

    height: float
    rows: list[Row] = field(default_factory=list)
    tables: list[tuple[Ruled, dict[tuple[int, int], list[Row]]]] = field(default_factory=list)

    def texts(self) -> Iterator[str]:
        """Give the text of every row of the page."""
        yield from (row.text for row in self.rows)
        yield from (row.text for _, cells in self.tables for held in cells.values() for row in held)


def read_pdf(data: bytes) -> Document:
    """Return what the pages of a PDF hold, page numbers left out.

    Raises ReadError for a file that is locked or broken, and for one without letters (a scan) or whose fonts do not
    say which Hangul their shapes are: both need OCR.
    """
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "assword" in str(error)
        raise ReadError("암호가 걸린 PDF입니다" if locked else "PDF가 깨졌거나 끝이 잘렸습니다") from None
    try:
        return _Reading(pdf).document()
    finally:
        pdf.close()


class _Reading:
    """A PDF while it is read, page by page, within bounds."""

    def __init__(self, pdf: pypdfium2.PdfDocument) -> None:
        self._pdf = pdf
        self._left = MAX_LETTERS
        self._unmapped = 0
        self._notices: list[Notice] = []

    def document(self) -> Document:
        pages = self._pages()
        self._check([text for page in pages for text in page.texts()], len(pages))
        margins = _margins(pages)
        body = _body_size(pages)
        words = words_of(text for page in pages for text in page.texts())
        flow: list[Row | Grid] = []
        for number, page in enumerate(pages):
            page.rows = [row for row in page.rows if row.text not in margins and not _is_number(row, page)]
            flow += _flow(page, words, body * _LARGE if number == 0 and body else None)
        return Document(list(_blocks(flow, words)), margins=sorted(margins), notices=self._notices)

    def _pages(self) -> list[_Page]:
        started = time.monotonic()
        pages: list[_Page] = []
        for number in range(min(len(self._pdf), MAX_PAGES)):
            if time.monotonic() - started > MAX_SECONDS or self._left <= 0:
                break
            try:
                pages.append(self._page(number))
            except pypdfium2.PdfiumError:
                self._notices.append(Notice("broken-page", f"PDF {number + 1}쪽을 읽지 못했습니다"))
                pages.append(_Page(0.0))
        if len(pages) < len(self._pdf):
            self._notices.append(Notice("pages-left-out", f"PDF {len(self._pdf)}쪽 가운데 {len(pages)}쪽만 읽었습니다"))
        return pages

    def _page(self, number: int) -> _Page:
        page = self._pdf[number]
        try:
            found = _Page(page.get_height())
            grids = ruled(_paths(page))
            letters: list[Letter] = []
            held: list[dict[tuple[int, int], list[Letter]]] = [{} for _ in grids]
            for letter in self._letters(page):
                x, y = (letter.left + letter.right) / 2, (letter.bottom + letter.top) / 2
                for grid, cells in zip(grids, held, strict=True):
                    cell = grid.cell(x, y)
                    if cell is not None:
                        cells.setdefault(cell, []).append(letter)
                        break
                else:
                    letters.append(letter)
        finally:
            page.close()
        found.rows = rows(letters)
        for grid, cells in zip(grids, held, strict=True):
            if cells:
                spans = grid.spans()
                widths = {cell: grid.width(cell[1], spans[cell][1]) for cell in cells}
                found.tables.append((grid, {cell: rows(inside, widths[cell]) for cell, inside in cells.items()}))
        return found

    def _letters(self, page: pypdfium2.PdfPage) -> Iterator[Letter]:
        text = page.get_textpage()
        try:
            box = raw.FS_RECTF()
            for index in range(min(text.count_chars(), self._left)):
                code = raw.FPDFText_GetUnicode(text.raw, index)
                self._unmapped += raw.FPDFText_HasUnicodeMapError(text.raw, index) == 1
                # White space that pdfium makes up has no place of its own; gaps tell more.
                if (
                    raw.FPDFText_IsGenerated(text.raw, index) == 1
                    or code < 32
                    or 0xD800 <= code < 0xE000
                    or code > 0x10FFFF
                ):
                    continue
                if not raw.FPDFText_GetLooseCharBox(text.raw, index, ctypes.byref(box)):
                    continue
                if not _on_page(box.left, box.bottom, box.right, box.top):
                    continue
                self._left -= 1
                size = abs(box.top - box.bottom) or 1.0
                yield Letter(chr(code), box.left, box.bottom, box.right, box.top, size)
        finally:
            text.close()

    def _check(self, texts: Sequence[str], pages: int) -> None:
        """Raise ReadError where the letters are no text: too few, or of fonts that do not say what they are."""
        signs = [sign for text in texts for sign in text if not sign.isspace()]
        if len(signs) < _SCANNED * max(pages, 1):
            raise ReadError("글자가 없는 PDF입니다: 스캔한 그림으로 보이며 OCR이 필요합니다")
        korean = sum("가" <= sign <= "힣" for sign in signs) / len(signs)
        strange = (sum(_is_strange(sign) for sign in signs) + self._unmapped) / len(signs)
        if korean < _KOREAN and (strange > _UNMAPPED or not _is_english(" ".join(texts))):
            raise ReadError("PDF에서 한글을 읽을 수 없습니다: 글꼴에 유니코드 표가 없는 것으로 보이며 OCR이 필요합니다")
        if strange > _UNMAPPED:
            self._notices.append(
                Notice("unmapped-letters", "PDF의 글꼴 일부에 유니코드 표가 없어 글자가 빠지거나 깨졌습니다")
            )


def _is_english(text: str) -> bool:
    """Tell whether a text without Hangul is English rather than shapes that are taken for Latin letters."""
    words = re.findall(r"[a-z]+", text.lower())
    return sum(_ENGLISH.fullmatch(word) is not None for word in words) * 12 > len(words) > 0


def _is_strange(sign: str) -> bool:
    """Tell whether a letter is one that Korean documents hardly hold: private use, replacement, other scripts."""
    return not (
        sign.isascii() or "\u2000" <= sign <= "\u33ff" or "가" <= sign <= "힣" or "一" <= sign <= "鿿"
    ) and not ("\u00a0" <= sign <= "\u03ff" or "\uff00" <= sign <= "\uffef" or "\u1100" <= sign <= "\u11ff")


def _paths(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float, float, float, bool]]:
    """Give the boxes of the paths drawn on a page, each once, and whether their outlines are drawn."""
    # The raw interface: a page of statistics draws tens of thousands of paths, too many to wrap each.
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    edges = [ctypes.c_float() for _ in range(4)]
    outs = [ctypes.byref(edge) for edge in edges]
    seen: set[tuple[float, ...]] = set()
    for number in range(min(raw.FPDFPage_CountObjects(page.raw), MAX_OBJECTS)):
        drawn = raw.FPDFPage_GetObject(page.raw, number)
        if raw.FPDFPageObj_GetType(drawn) != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(drawn, *outs):
            continue
        left, bottom, right, top = box = tuple(round(edge.value, 1) for edge in edges)
        if box in seen or not _on_page(*box):
            continue
        seen.add(box)
        if raw.FPDFPath_GetDrawMode(drawn, ctypes.byref(fill), ctypes.byref(stroke)):
            yield left, bottom, right, top, bool(stroke.value)


def _on_page(*edges: float) -> bool:
    """Tell whether edges are where a page can be: a broken matrix gives what is no number, or far away."""
    return all(-_FARTHEST < edge < _FARTHEST for edge in edges)


def _is_number(row: Row, page: _Page) -> bool:
    """Tell whether a row is the number of its page: it stands at an edge and is nothing else."""
    at_edge = row.top > page.height * 0.9 or row.bottom < page.height * 0.12
    return at_edge and _PAGE_NUMBER.fullmatch(row.text) is not None


def _margins(pages: Sequence[_Page]) -> frozenset[str]:
    """Return the rows that stand at the top or the bottom of most pages."""
    if len(pages) < 3:
        return frozenset()
    seen: Counter[str] = Counter()
    for page in pages:
        edges = [row for row in page.rows if row.top > page.height * 0.92 or row.bottom < page.height * 0.08]
        seen.update({row.text for row in edges if not _is_number(row, page)})
    return frozenset(text for text, times in seen.items() if times * 2 > len(pages))


def _body_size(pages: Sequence[_Page]) -> float:
    """Return the size of most letters outside tables, in points."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.rows:
            sizes[round(row.size * 2) / 2] += len(row.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _flow(page: _Page, words: frozenset[str], large: float | None) -> Iterator[Row | Grid]:
    """Give the rows and tables of a page from its top; rows of large letters, as titles have, come as a box."""
    tables = [(-grid.ys[0], _table(grid, cells, words)) for grid, cells in page.tables]
    rest = page.rows
    for top, table in [*sorted(tables, key=lambda one: -one[0]), (float("-inf"), None)]:
        above = [row for row in rest if row.top > top]
        rest = rest[len(above) :]
        for is_large, group in groupby(above, key=lambda row: large is not None and row.size >= large):
            if is_large:
                yield Grid([Box(0, 0, 1, 1, [row.text for row in group])])
            else:
                yield from group
        if table is not None:
            yield table


def _table(grid: Ruled, cells: dict[tuple[int, int], list[Row]], words: frozenset[str]) -> Grid:
    spans = grid.spans()
    return Grid([Box(*place, *spans[place], list(paragraphs(held, words))) for place, held in sorted(cells.items())])


def _blocks(flow: Iterable[Row | Grid], words: frozenset[str]) -> Iterator[Block]:
    """Give rows as paragraphs, which may go on over the end of a page, and tables as they are."""
    held: list[Row] = []
    for one in flow:
        if isinstance(one, Row):
            held.append(one)
            continue
        yield from paragraphs(held, words)
        held = []
        yield one
    yield from paragraphs(held, words)
