"""Tables as grids: their rows and cells, the head of each column, and what stands above them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sasil.components.projects.context import line_of
from sasil.record import MoneyMention

_CAPTION_LINES = 2
_LONGEST_CAPTION = 80

_FIGURES = re.compile(r"\|\s*(?!(?:19|20)\d\d\s*\|)[\d,.]+\s*\|\s*(?!(?:19|20)\d\d\s*(?:\||\n|$))[\d,.]+\s*(?=\||\n|$)")
"""Two cells of figures side by side, no years: a row of these heads no column."""

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount in a table: its row and column, and whether it stands in brackets beside another (84(21))."""

    money: MoneyMention
    row: int
    column: int
    bracketed: bool


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the places of its rows, of the cells of its head, its amounts, and the place of its caption."""

    rows: Sequence[Place]
    heads: Sequence[Place]
    cells: Sequence[Cell]
    by_row: Mapping[int, Sequence[Cell]]
    caption: Place


def grids(text: str, moneys: Sequence[MoneyMention]) -> Iterator[Grid]:
    """Give the tables that some amounts, all in rows of tables, stand in."""
    rest = 0
    while rest < len(moneys):
        rows = _rows(text, moneys[rest].start)
        end = next((i for i in range(rest, len(moneys)) if moneys[i].start >= rows[-1][1]), len(moneys))
        yield _grid(text, rows, moneys[rest:end])
        rest = end


def _grid(text: str, rows: Sequence[Place], moneys: Sequence[MoneyMention]) -> Grid:
    starts = {row[0]: index for index, row in enumerate(rows)}
    filled = {line_of(text, money.start)[0] for money in moneys}
    above = [row for row in rows if row[0] < min(filled) and _FIGURES.search(text, *row) is None]
    head = max(above, key=lambda row: (text.count("|", *row), row[0]), default=None)
    heads = _cells(text, head) if head is not None else []
    cells: list[Cell] = []
    known: set[int] = set()
    by_row: dict[int, list[MoneyMention]] = {}
    for money in moneys:
        by_row.setdefault(starts[line_of(text, money.start)[0]], []).append(money)
    placed = {index: [text.count("|", rows[index][0], money.start) for money in held] for index, held in by_row.items()}
    short = {index: len(heads) - 1 - text.count("|", *rows[index]) for index in by_row}
    first = next((min(columns) for index, columns in placed.items() if short[index] == 0), None)
    for index, held in by_row.items():
        shift = _shift(placed[index], short[index], known, first)
        known.update(column + shift for column in placed[index])
        for money, column in zip(held, placed[index], strict=True):
            bracketed = text[money.start - 1] in "(（" and text[money.end : money.end + 1] in (")", "）")
            cells.append(Cell(money, index, column + shift, bracketed))
    in_row: dict[int, list[Cell]] = {}
    for cell in cells:
        in_row.setdefault(cell.row, []).append(cell)
    return Grid(rows, heads, cells, in_row, _caption(text, rows[0][0]))


def _rows(text: str, place: int) -> list[Place]:
    start, end = line_of(text, place)
    rows = [(start, end)]
    while start > 0 and "|" in text[slice(*(above := line_of(text, start - 1)))]:
        rows.append(above)
        start = above[0]
    rows.reverse()
    while end < len(text) and "|" in text[slice(*(below := line_of(text, end + 1)))]:
        rows.append(below)
        end = below[1]
    return rows


def _shift(columns: Sequence[int], short: int, known: set[int], first: int | None) -> int:
    """Return how many columns a row with cells left out is moved: so that its amounts begin where others do.

    ``first`` is the column in which the amounts of the rows begin that have all their cells.
    """
    if short <= 0:
        return 0
    if first is not None and 0 <= first - min(columns) <= short:
        return first - min(columns)
    moves = (short, *range(short))
    return next((move for move in moves if known and {column + move for column in columns} <= known), short)


def _cells(text: str, row: Place) -> list[Place]:
    cells = []
    start = row[0]
    for piece in text[slice(*row)].split("|"):
        cells.append((start, start + len(piece)))
        start += len(piece) + 1
    return cells


def _caption(text: str, start: int) -> Place:
    """Return the place of the lines above a table that belong to it."""
    first = start
    for _ in range(_CAPTION_LINES):
        if first == 0:
            break
        above = line_of(text, first - 1)
        line = text[slice(*above)].strip()
        if not line or len(line) > _LONGEST_CAPTION or line.endswith(("다.", "요.")):
            break
        first = above[0]
    return first, start
