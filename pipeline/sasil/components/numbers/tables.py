"""Numbers whose unit stands elsewhere: under (단위: 백만 원), or in a column headed 사업비(억 원)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from sasil.components.numbers.finder import numbers
from sasil.components.numbers.number import Number
from sasil.components.numbers.reading import numeral_value
from sasil.components.numbers.units import Unit, unit_at, units_after

_DECLARED = re.compile(
    r"(?:(?<=[(\[<〈（])[ ]{0,3}단위[ ]{0,3}[:：]?|단위[ ]{0,3}[:：])[ ]{0,3}(?P<units>[^)\]>〉）\n|]{1,40})"
)
_UNIT = re.compile(r"(?P<scale>[십백천만억조]{0,4})[ ]?(?P<form>\S{1,8}|[가-힣]+ [가-힣]+)")
_SEPARATORS = re.compile(r"[,，·;]|(?<=\s)/|/(?=\s)|및")
_COLUMN_UNIT = re.compile(r"[(（\[](?:단위[ ]?[:：]?[ ]?)?(?P<units>[^()（）\[\]|]{1,8})[)）\]]\s*\Z")
_NO_AMOUNTS = re.compile(r"번호|연번|순번|순위|No\.?|연도|년도|기간|연락처|전화|비고|코드|우편")
_FITTING = {
    ("percent",): re.compile(r"[율률]|비중|%|대비|증감"),
    ("money",): re.compile(r"[비액금]|예산|재원|매출|수출|수입|투자|지출|이익|소요|합계|계\Z"),
    ("counter", "whole"): re.compile(r"수\Z|수량|물량|인원|건수|개소|참여|정원"),
}
"""What the head of a column says in a table of several units."""
_SENTENCE = re.compile(r"다\.?\s*\Z")
_BRACKETS = "()（）[]"
_CELL = " | "


class Cell(NamedTuple):
    """A number of a table with the unit that its table states, and the power of ten that goes with that unit."""

    number: Number
    unit: Unit
    scale: Decimal


class _Scaled(NamedTuple):
    unit: Unit
    scale: Decimal


@dataclass
class _State:
    """What holds at a line: the declared units, whether brackets hold percentages, and the units of the columns."""

    declared: list[_Scaled] = field(default_factory=list)
    bracketed: bool = False
    columns: list[_Scaled | None] | None = None
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
    declared = _DECLARED.search(line) if "단위" in line else None
    if declared:
        state.declared = _units(declared["units"])
        state.bracketed = "괄호" in declared["units"]
        state.columns, state.misses = None, 0
        return _header(line, state)
    if _CELL in line:
        return _row(text, line, start, state, at)
    if not state.declared:
        state.columns = None
        return []
    state.columns = None
    found = [] if _SENTENCE.search(line) else list(_listed(text, line, start, state, at))
    state.misses = 0 if found else state.misses + 1
    if state.misses > 2:
        state.declared = []
    return found


def _header(line: str, state: _State) -> list[Cell]:
    if _CELL in line:
        state.columns = _columns(line.split(_CELL), state)
    return []


def _units(written: str) -> list[_Scaled]:
    parts = (_scaled(part) for part in _SEPARATORS.split(written))
    return [part for part in parts if part is not None]


def _scaled(written: str) -> _Scaled | None:
    """Read a unit with its power of ten: 백만 원, 천 명, %."""
    found = _UNIT.fullmatch(written.strip())
    unit = units_after().get(found["form"]) if found else None
    if found is None or unit is None or unit.kind == "other":
        return None
    scale = numeral_value(found["scale"]) if found["scale"] else Decimal(1)
    return None if scale is None else _Scaled(unit, scale)


def _columns(heads: list[str], state: _State) -> list[_Scaled | None] | None:
    columns = [_column(head, state.declared) for head in heads]
    return columns if any(columns) else None


def _column(head: str, declared: list[_Scaled]) -> _Scaled | None:
    """Return the unit of a column by its own head (예산(억 원)), or that of the table which fits its head."""
    own = _COLUMN_UNIT.search(head)
    stated = _scaled(own["units"]) if own else None
    if _NO_AMOUNTS.search(head) or stated is not None:
        return stated
    if len(declared) == 1:
        return declared[0]
    for kind, fitting in _FITTING.items():
        units = [unit for unit in declared if unit.unit.kind in kind]
        if units and fitting.search(head):
            return units[0]
    general = [unit for unit in declared if unit.unit.kind != "percent"]
    return general[0] if len(general) == 1 else None


def _row(text: str, line: str, start: int, state: _State, at: dict[int, Number]) -> list[Cell]:
    heads = line.split(_CELL)
    inner: list[tuple[int, Number]] = []
    place = start
    for index, cell in enumerate(heads):
        number = at.get(place + len(cell) - len(cell.lstrip(" " + _BRACKETS)))
        if number and index and text[number.end : place + len(cell)].strip(" " + _BRACKETS) == "":
            inner.append((index, number))
        place += len(cell) + len(_CELL)
    if all(_is_year(number) for _, number in inner):
        state.columns = _columns(heads, state) if not inner or state.declared else state.columns
        return []
    columns = state.columns or (_columns([""] * len(heads), state) if state.declared else None)
    if not columns:
        return []
    shift = len(columns) - len(heads)
    units = [(number, columns[index + shift]) for index, number in inner if 0 <= index + shift < len(columns)]
    return [Cell(number, unit.unit, unit.scale) for number, unit in units if unit is not None]


def _is_year(number: Number) -> bool:
    return number.exact and number.end - number.start == 4 and 1950 <= number.low <= 2060


def _listed(text: str, line: str, start: int, state: _State, at: dict[int, Number]) -> Iterator[Cell]:
    """Give the bare numbers of a line below a stated unit: - 농산업 혁신벨트 : (’25) 95."""
    ratios = [unit for unit in state.declared if unit.unit.kind == "percent"]
    others = [unit for unit in state.declared if unit.unit.kind != "percent"]
    if len(others) > 1 or (not others and not state.bracketed and len(ratios) != 1):
        return
    percent = ratios[0] if ratios else _scaled("%")
    for found in re.finditer(r"(?<=[ (:→])[+\-−△▲▼]?[0-9]", line):
        number = at.get(start + found.start())
        if number is None or _is_year(number) or not _stands_alone(text, number):
            continue
        bracketed = text[number.start - 1] == "(" and text[number.end : number.end + 1] == ")"
        unit = percent if bracketed and state.bracketed else None if bracketed else (others or ratios)[0]
        if unit:
            yield Cell(number, unit.unit, unit.scale)


def _stands_alone(text: str, number: Number) -> bool:
    following = text[number.end : number.end + 1]
    return following in ("", " ", "(", ")", ",", "\n", "→") and unit_at(text, number.end) is None
