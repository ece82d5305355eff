"""Document → lines: a paragraph a line, a row of a table a line with its cells joined by `` | ``."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sasil.article import Cell, nfc
from sasil.readers.documents.blocks import MAX_CELLS, Block, Box, Grid

CELL = " | "

_SPACE = re.compile(r"[\s\x00-\x1f\x7f\u200b\ufeff\u3000]+")
_ITEM = re.compile(r"\s*(?:[□■○●◇◆◎▲△▴▶▷▸►◈❍ㅇ※*·•∙ㆍ\-–―☎]|[①-⑳]|\d{1,2}[.)]\s|[가-하][.)]\s|[<【\[])")
_NUMBERED = re.compile(r"(?:붙\s?임|별\s?첨|참\s?고|첨\s?부|별\s?지|부\s?록)\s?\d{0,2}|[0-9Ⅰ-Ⅻ①-⑳]{1,2}\.?")
"""What fills the first cell of a table that is only a heading: 붙임 1 | 사업 개요."""

_ENDED = re.compile(r"[.?!:>)\]】”’]\s*$")
_PROSE = 300


@dataclass(slots=True)
class Line:
    """A line of an article: ``box`` is the cell that it stands in alone, ``grid`` the table that it belongs to."""

    text: str
    box: int | None = None
    grid: int | None = None

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table, its cells side by side."""
        return self.grid is not None and self.box is None


@dataclass(slots=True)
class Composed:
    """The lines of a document, and the cells of each of its tables."""

    lines: list[Line] = field(default_factory=list)
    grids: list[tuple[Cell, ...]] = field(default_factory=list)
    boxes: int = 0


def compose(blocks: Iterable[Block]) -> Composed:
    """Return the lines of some blocks and the tables among them, in NFC, runs of white space as one space.

    A table with one filled cell is a box: its paragraphs are lines like all others. A row of a table is a line with a
    place for every column that is ever filled, so that what a span covers is empty; a table in a cell comes below its
    row. A table is followed by an empty line, which keeps two tables apart.

    >>> table = Grid([Box(0, 0, 1, 1, ["구분"]), Box(0, 1, 1, 1, ["국비"]), Box(1, 1, 1, 1, ["12"])])
    >>> [line.text for line in compose(["가람시 예산", table]).lines]
    ['가람시 예산', '구분 | 국비', ' | 12', '']
    """
    composed = Composed()
    for block in blocks:
        _add(composed, block)
    return composed


def _add(composed: Composed, block: Block, box: int | None = None, grid: int | None = None) -> None:
    if isinstance(block, str):
        composed.lines += [Line(text, box, grid) for text in _paragraph(block)]
        return
    filled = [(cell, nfc(_inline(cell.blocks))) for cell in block.boxes]
    filled = [(cell, text) for cell, text in filled if text or _tables(cell)]
    by_row: dict[int, list[tuple[Box, str]]] = {}
    for cell, text in filled:
        by_row.setdefault(cell.row, []).append((cell, text))
    if all(len(row) == 1 for row in by_row.values()):
        for cell, _ in filled:
            _add_box(composed, cell)
        return
    if len(by_row) == 1 and len(filled) == 2 and _NUMBERED.fullmatch(filled[0][1]):
        composed.boxes += 1
        composed.lines.append(Line(f"{filled[0][1]} {filled[1][1]}", composed.boxes, grid))
        return
    number = len(composed.grids)
    composed.grids.append(
        tuple(Cell(text, cell.row, cell.column, cell.row_span, cell.column_span) for cell, text in filled if text)
    )
    _add_rows(composed, [by_row[row] for row in sorted(by_row)], number)
    composed.lines.append(Line(""))


def _add_rows(composed: Composed, rows: Sequence[list[tuple[Box, str]]], number: int) -> None:
    places = {column: place for place, column in enumerate(sorted({cell.column for row in rows for cell, _ in row}))}
    padded = len(rows) * len(places) <= MAX_CELLS
    several = [index for index, row in enumerate(rows) if len(row) > 1]
    for index, row in enumerate(rows):
        inside = several[0] <= index <= several[-1]
        if _is_prose(row) or (not inside and _stands_alone(row[0][0], places, index < several[0])):
            for cell, _ in row:
                _add_box(composed, cell, number)
            continue
        cells = _in_places(row, places) if padded else [text for _, text in row]
        if any(cells):
            composed.lines.append(Line(CELL.join(cells), grid=number))
        for cell, _ in row:
            for table in _tables(cell):
                _add(composed, table)


def _in_places(row: Sequence[tuple[Box, str]], places: dict[int, int]) -> list[str]:
    """Return the cells of a row with an empty one for every place that none of them begins at."""
    cells = [""] * len(places)
    for cell, text in row:
        place = places[cell.column]
        cells[place] = f"{cells[place]} {text}".strip()
    return cells


def _is_prose(row: Sequence[tuple[Box, str]]) -> bool:
    """Tell whether a cell of a row holds whole paragraphs: they are lines, and no row."""
    return any(len(text) > _PROSE and len(cell.blocks) > 1 for cell, text in row)


def _stands_alone(cell: Box, places: dict[int, int], above: bool) -> bool:
    """Tell whether a lone cell above or below the rows of a table is a heading or a note, and no cell of a row."""
    columns = list(places) if cell.column_span > 1 else []  # in order, for they were put in so
    wide = bisect_left(columns, cell.column + cell.column_span) - bisect_right(columns, cell.column) > 0
    return wide or (above and places[cell.column] > 0)


def _add_box(composed: Composed, cell: Box, grid: int | None = None) -> None:
    composed.boxes += 1
    box = composed.boxes
    for block in cell.blocks:
        _add(composed, block, box, grid)


def _inline(blocks: Sequence[Block]) -> str:
    """Return the text of a cell on one line; a box in it counts as its text, a table does not."""
    words = []
    for block in blocks:
        if isinstance(block, str):
            words.append(block)
        elif len(block.boxes) == 1:
            words.append(_inline(block.boxes[0].blocks))
    return _SPACE.sub(" ", " ".join(words)).strip()


def _tables(cell: Box) -> list[Grid]:
    return [block for block in cell.blocks if isinstance(block, Grid) and len(block.boxes) > 1]


def _paragraph(text: str) -> Iterator[str]:
    """Give the lines of a paragraph: a line break in it parts items and sentences; in words it is only layout."""
    held = ""
    for piece in nfc(text).split("\n"):
        if held and (_ITEM.match(piece) or _ENDED.search(held)):
            yield from _squeezed(held)
            held = piece
        else:
            held = f"{held} {piece}" if held else piece
    yield from _squeezed(held)


def _squeezed(text: str) -> Iterator[str]:
    if squeezed := _SPACE.sub(" ", text).strip():
        yield squeezed
