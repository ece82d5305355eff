"""Tables of data in a page, as grids with their spans; tables for layout are told from them."""

from __future__ import annotations

import re

from sasil.readers.documents.blocks import MAX_CELLS, Block, Box, Grid
from sasil.readers.html.measuring import BLOCKS, SKIPPED, Measures
from sasil.readers.html.page import Element

_SPACE = re.compile(r"\s+")
_FIELDS = frozenset(
    {"제목", "등록일", "작성일", "등록일자", "작성일자", "조회", "조회수", "작성자", "등록자", "첨부", "첨부파일"}
)
_HOLDER = 150
_PART = 0.6
_MOST_SPAN = 1000
_PICTURE_TEXT = 200


def data_table(table: Element, measures: Measures) -> Grid | None:
    """Return the grid of a table that holds data; None where it only sets a page or a picture.

    A table for layout holds another table, a picture with its caption, one cell in each row, or most of its text in one
    cell of many sentences.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return None
    cells = [cell for cell in table.iter("td", "th") if measures.letters.get(cell)]
    rows = {cell.getparent() for cell in cells}
    if len(cells) == len(rows) or _is_board_head(cells):
        return None
    prose = measures.prose.get(table, 0.0)
    widest = max((measures.prose.get(cell, 0.0) for cell in cells), default=0.0)
    if widest > _HOLDER and widest >= _PART * prose:
        return None
    pictured = next(table.iterdescendants("img"), None) is not None
    if pictured and measures.letters.get(table, 0) < _PICTURE_TEXT and len(rows) <= 2:
        return None
    return _grid(table)


def _is_board_head(cells: list[Element]) -> bool:
    """Tell whether rows of a table name fields of a board (제목, 등록일); a list has them in one row."""
    named = {cell.getparent() for cell in cells[:40] if "".join("".join(cell.itertext()).split())[:8] in _FIELDS}
    return len(named) > 1


def _grid(table: Element) -> Grid:
    boxes: list[Box] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(table.iter("tr")):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while (number, column) in taken:
                column += 1
            down, across = _span(cell.get("rowspan")), _span(cell.get("colspan"))
            if len(taken) + down * across > MAX_CELLS:
                down = across = 1
            taken.update((number + below, column + beside) for below in range(down) for beside in range(across))
            boxes.append(Box(number, column, down, across, _lines(cell)))
            column += across
    return Grid(boxes)


def _span(value: str | None) -> int:
    return min(int(value), _MOST_SPAN) or 1 if value and value.isascii() and value.isdigit() and len(value) < 6 else 1


def _lines(cell: Element) -> list[Block]:
    """Return the paragraphs of a cell; words that inline elements part stay whole."""
    held: list[str] = []
    for element in cell.iter():
        tag = str(element.tag)
        if tag in BLOCKS or tag == "br":
            held.append("\n")
        if tag not in SKIPPED and element.text:
            held.append(_SPACE.sub(" ", element.text))
        if element is not cell and element.tail:
            held.append(("\n" if tag in BLOCKS else "") + _SPACE.sub(" ", element.tail))
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(held).split("\n"))
    return [line for line in lines if line]
