"""Numbers whose unit stands elsewhere: in tables and lists under (단위: 백만 원), in columns headed 사업비(억 원)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sasil.components.numbers.finder import numbers
from sasil.components.numbers.number import Number
from sasil.components.numbers.table_units import (
    Declared,
    TableUnit,
    caption_units,
    columns_of,
    declared_units,
    is_ceiling,
    own_unit,
    ratio_unit,
    row_unit,
)
from sasil.components.numbers.units import Unit, unit_at

_CELL = " | "
_SIGNED = r"[+＋\-−－–△▲▼]?[0-9０-９][0-9０-９.,]*"
_NUMERIC = re.compile(
    rf"[ (（\[]*(?P<first>{_SIGNED}(?:[~∼～]{_SIGNED})?)[ )）\]]*(?:[(（][ ]?(?P<second>{_SIGNED})[ ]?[)）][ ]*)?"
)
_SENTENCE_ENDS = ("다.", "다", "다.”", "요.")
_LISTED = re.compile(r"(?<=[ (:→])[+\-−△▲▼]?[0-9]")
_AFTER_LISTED = ("", " ", "(", ")", ",", "\n", "→")
_MISSES = 2
_NOTHING = Declared()
# Without a column of labels the first column is a year's too.
_YEAR = re.compile(r"[ ]*[’'‘]?[0-9]{2,4}년?[ ]*\Z")

_YEAR_OR_SUM = re.compile(r"\s*(?:[’'‘]?[0-9]{2,4}년?(?:도)?|합\s?계|총\s?계|소\s?계|계)\s*")


class Cell(NamedTuple):
    """A number of a table with the unit that its table states, and the power of ten that goes with that unit.

    ``ceiling`` tells that its column is headed as one of upper bounds: 한도(만 원).
    """

    number: Number
    unit: Unit
    scale: Decimal
    ceiling: bool = False


class _Inner(NamedTuple):
    """A number that fills a cell, or its bracket: the column it stands in, and whether it is in brackets."""

    column: int
    number: Number
    bracketed: bool


@dataclass
class _State:
    """What holds at a line: the stated units, those of the columns, the columns that had numbers so far.

    ``misses`` counts the lines that had no number of theirs; ``tabular`` tells that there were rows below the units.
    """

    declared: Declared = _NOTHING
    caption: bool = False
    columns: list[TableUnit | None] | None = None
    heads: list[str] = field(default_factory=list)
    filled: set[int] = field(default_factory=set)
    misses: int = 0
    tabular: bool = False
    by_year: bool = False

    def head(self, heads: list[str], declared: Declared) -> None:
        """Take a row as the head of the columns below it."""
        self.heads, self.columns, self.filled = heads, columns_of(heads, declared), set()
        self.by_year = len(heads) > 1 and all(map(_YEAR_OR_SUM.fullmatch, heads[1:]))


@lru_cache(maxsize=4)
def cells(text: str) -> tuple[Cell, ...]:
    r"""Return the numbers of a text that stand in tables and lists with a stated unit.

    >>> [(str(cell.number.low), str(cell.scale)) for cell in cells("(단위: 억 원)\n구분 | 국비\n가람교 | 12")]
    [('12', '100000000')]
    """
    if _CELL not in text and "단위" not in text:
        return ()
    at = {number.start: number for number in numbers(text)}
    state = _State()
    found: list[Cell] = []
    start = 0
    lines = text.split("\n")
    below = _told_below(lines) if "단위" in text else {}
    for index, line in enumerate(lines):
        if index in below and not state.declared.units:
            state.declared, state.misses, state.tabular = below[index], 0, False
        found += _line(text, line, start, state, at)
        start += len(line) + 1
    return tuple(found)


def _told_below(lines: list[str]) -> dict[int, Declared]:
    """Return the units that stand in the line below a table, by the number of its first row."""
    found: dict[int, Declared] = {}
    first: int | None = None
    for index, line in enumerate(lines):
        if _CELL in line:
            first = index if first is None else first
            continue
        declared = declared_units(line) if first is not None else None
        if declared is not None and first is not None and not (lines[index + 1 :] and _CELL in lines[index + 1]):
            found[first] = declared
        first = None
    return found


def _line(text: str, line: str, start: int, state: _State, at: dict[int, Number]) -> list[Cell]:
    is_row = _CELL in line
    declared = declared_units(line) or (None if is_row else caption_units(line))
    if declared:
        state.declared, state.misses, state.tabular = declared, 0, False
        state.caption = "단위" not in line
        state.columns = None
        if is_row:
            state.head(_split(line), declared)
        return []
    if is_row:
        found = _row(text, line, start, state, at)
        state.misses = 0 if found else state.misses
        state.tabular = True
        return found
    state.columns = None
    if not state.declared.units:
        return []
    ends = state.caption or state.tabular or line.rstrip().endswith(_SENTENCE_ENDS)
    found = [] if ends else list(_listed(text, line, start, state.declared, at))
    state.misses = 0 if found else state.misses + bool(line.strip())
    if state.caption or state.misses > _MISSES:
        state.declared = _NOTHING
    return found


def _split(line: str) -> list[str]:
    return line.split("|")


def _row(text: str, line: str, start: int, state: _State, at: dict[int, Number]) -> list[Cell]:
    heads = _split(line)
    inner = list(_numbers(text, heads, start, at))
    if all(_is_year(one.number) for one in inner):
        names_columns = not inner or state.declared.units or any(own_unit(head) for head in heads)
        if names_columns and not (inner and state.columns and state.filled):
            state.head(heads, state.declared)
        return []
    if not state.columns and state.declared.units and not state.by_year:
        state.head([""] * len(heads), state.declared)
    columns = state.columns or [None] * len(heads)
    own = ratio_unit(heads[0], state.declared) or own_unit(heads[0])
    if own is None and state.by_year:
        own = row_unit(heads[0], state.declared)
    percent = state.declared.percent if state.declared.amounts else None
    shift = _shift(inner, len(heads), columns, state.filled)
    found = []
    for index, number, bracketed in inner:
        column = index + shift
        labels = 0 not in state.filled and not _YEAR.match(state.heads[0] if state.heads else "")
        if index == 0 and shift == 0 and labels:
            continue
        unit = (percent if bracketed else None) or own or (columns[column] if 0 <= column < len(columns) else None)
        if unit is not None:
            state.filled.add(column)
            ceiling = 0 <= column < len(state.heads) and is_ceiling(state.heads[column])
            found.append(Cell(number, unit.unit, unit.scale, ceiling))
    return found


def _shift(inner: list[_Inner], cells_in_row: int, columns: list[TableUnit | None], filled: set[int]) -> int:
    """Return how many columns a row of fewer cells is moved: what is left out (소계 | 120) is on its left, mostly."""
    most: int = len(columns) - cells_in_row
    places = {one.column for one in inner}
    if most <= 0 or not filled:
        return most
    shifts = [most, *range(most)]
    return next((shift for shift in shifts if {place + shift for place in places} <= filled), most)


def _numbers(text: str, row: list[str], start: int, at: dict[int, Number]) -> Iterator[_Inner]:
    """Give the cells of a row that are nothing but a number, or one with another in brackets: 1,200, (84), 84(21)."""
    for index, cell in enumerate(row):
        found = _NUMERIC.fullmatch(cell)
        for group in ("first", "second") if found else ():
            number = at.get(start + found.start(group)) if found and found[group] else None
            if number and found and number.end == start + found.end(group):
                yield _Inner(index, number, cell[found.start(group) - 1 : found.start(group)] in ("(", "（"))
        start += len(cell) + 1


def _is_year(number: Number) -> bool:
    length = number.end - number.start
    return length in (4, 9) and 1950 <= number.low <= number.high <= 2060


def _listed(text: str, line: str, start: int, declared: Declared, at: dict[int, Number]) -> Iterator[Cell]:
    """Give the bare numbers of a line below a stated unit: - 농산업 혁신벨트 : (’25) 95."""
    stated = declared.amounts or list(declared.units)
    if len(stated) > 1:
        return
    for found in _LISTED.finditer(line):
        number = at.get(start + found.start())
        if number is None or _is_year(number) or text[number.end : number.end + 1] not in _AFTER_LISTED:
            continue
        if unit_at(text, number.end) is not None or not text[number.end - 1].isdecimal():
            continue
        bracketed = text[number.start - 1] == "(" and text[number.end : number.end + 1] == ")"
        if text[number.end : number.end + 1] == ")" and not bracketed:
            continue
        unit = (declared.percent if declared.bracketed else None) if bracketed else stated[0]
        if unit:
            yield Cell(number, unit.unit, unit.scale)
