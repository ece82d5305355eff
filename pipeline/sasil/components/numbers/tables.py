"""Numbers whose unit stands elsewhere: in tables and lists under (단위: 백만 원), in columns headed 사업비(억 원)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sasil.components.numbers.finder import numbers
from sasil.components.numbers.number import Number
from sasil.components.numbers.table_units import (
    Declared,
    TableUnit,
    caption_units,
    column_unit,
    declared_units,
    is_ratio,
)
from sasil.components.numbers.units import Unit, unit_at

_CELL = " | "
_BRACKETS = " ()（）[]"
_SENTENCE_ENDS = ("다.", "다", "다.”", "요.")
_LISTED = re.compile(r"(?<=[ (:→])[+\-−△▲▼]?[0-9]")
_AFTER_LISTED = ("", " ", "(", ")", ",", "\n", "→")
_MISSES = 2
_NOTHING = Declared()


class Cell(NamedTuple):
    """A number of a table with the unit that its table states, and the power of ten that goes with that unit."""

    number: Number
    unit: Unit
    scale: Decimal


@dataclass
class _State:
    """What holds at a line: the stated units, those of the columns, and how many lines had no number of theirs."""

    declared: Declared = _NOTHING
    caption: bool = False
    columns: list[TableUnit | None] | None = None
    misses: int = 0


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
    for line in text.split("\n"):
        found += _line(text, line, start, state, at)
        start += len(line) + 1
    return tuple(found)


def _line(text: str, line: str, start: int, state: _State, at: dict[int, Number]) -> list[Cell]:
    is_row = _CELL in line
    declared = declared_units(line) or (None if is_row else caption_units(line))
    if declared:
        state.declared, state.misses = declared, 0
        state.caption = "단위" not in line
        state.columns = _columns(line.split(_CELL), declared) if is_row else None
        return []
    if is_row:
        found = _row(text, line, start, state, at)
        state.misses = 0 if found else state.misses
        return found
    state.columns = None
    if not state.declared.units:
        return []
    ends = state.caption or line.rstrip().endswith(_SENTENCE_ENDS)
    found = [] if ends else list(_listed(text, line, start, state.declared, at))
    state.misses = 0 if found else state.misses + 1
    if state.caption or state.misses > _MISSES:
        state.declared = _NOTHING
    return found


def _columns(heads: list[str], declared: Declared) -> list[TableUnit | None] | None:
    columns = [column_unit(head, declared) for head in heads]
    return columns if any(columns) else None


def _row(text: str, line: str, start: int, state: _State, at: dict[int, Number]) -> list[Cell]:
    heads = line.split(_CELL)
    inner = list(_numbers(text, heads, start, at))
    if all(_is_year(number) for _, number, _ in inner):
        state.columns = _columns(heads, state.declared) if not inner or state.declared.units else state.columns
        return []
    columns = state.columns or (_columns([""] * len(heads), state.declared) if state.declared.units else None)
    if not columns:
        return []
    percent = state.declared.percent if state.declared.amounts else None
    ratios = percent is not None and is_ratio(heads[0])
    shift = len(columns) - len(heads)
    found = []
    for index, number, bracketed in inner:
        if not (0 <= index + shift < len(columns)) or (index == 0 and shift == 0):
            continue
        unit = percent if percent and (ratios or bracketed) else columns[index + shift]
        if unit is not None:
            found.append(Cell(number, unit.unit, unit.scale))
    return found


def _numbers(text: str, row: list[str], start: int, at: dict[int, Number]) -> Iterator[tuple[int, Number, bool]]:
    """Give the cells of a row that are nothing but a number: their column, the number, whether it is in brackets."""
    for index, cell in enumerate(row):
        inside = cell.strip(_BRACKETS)
        place = start + len(cell) - len(cell.lstrip(_BRACKETS))
        number = at.get(place) if inside else None
        if number and number.end == place + len(inside) and inside[-1].isdecimal():
            yield index, number, cell.lstrip(" ").startswith(("(", "（"))
        start += len(cell) + len(_CELL)


def _is_year(number: Number) -> bool:
    return number.exact and number.end - number.start == 4 and 1950 <= number.low <= 2060


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
        unit = (declared.percent if declared.bracketed else None) if bracketed else stated[0]
        if unit:
            yield Cell(number, unit.unit, unit.scale)
