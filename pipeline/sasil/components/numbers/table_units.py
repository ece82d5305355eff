"""The units that a table states: above itself, (단위: 백만 원), or at the head of a column, 사업비(억 원)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from sasil.components.numbers.reading import numeral_value
from sasil.components.numbers.units import Unit, units_after

_DECLARED = re.compile(
    r"(?:(?<=[(\[<〈（])[ ]{0,3}단위[ ]{0,3}[:：]?|단위[ ]{0,3}[:：])[ ]{0,3}(?P<units>[^)\]>〉）\n|]{1,40})"
)
# A caption may state its units without the word: < 국가별 동향(억 달러, %) >.
_CAPTION = re.compile(r"[(（](?P<units>[^()（）|]{1,30})[)）][ ]?[>〉】]?\s*\Z")
_COLUMN = re.compile(r"[(（\[](?:단위[ ]?[:：]?[ ]?)?(?P<units>[^()（）\[\]|]{1,8})[)）\]]\s*\Z")
_UNIT = re.compile(r"(?P<scale>[십백천만억조]{0,4})[ ]?(?P<form>\S{1,8}|[가-힣]{1,6} [가-힣]{1,6})")
_SEPARATORS = re.compile(r"[,，·;/]|및")
_NO_AMOUNTS = re.compile(r"번호|연번|순번|순위|No\.?|연도|년도|기간|연락처|전화|비고|코드|우편")
_FITTING = {
    ("percent",): re.compile(r"[율률]|비중|%|대비|증감"),
    ("money",): re.compile(r"[비액금]|예산|재원|매출|수출|수입|투자|지출|이익|소요|합계|계\Z"),
    ("counter", "whole"): re.compile(r"수\Z|수량|물량|인원|건수|개소|참여|정원"),
}
"""What the head of a column or a row says in a table of several units."""


class TableUnit(NamedTuple):
    """A unit with the power of ten that a table states with it: 백만 원."""

    unit: Unit
    scale: Decimal


class Declared(NamedTuple):
    """The units of a table; ``bracketed`` where it says that its numbers in brackets are percentages."""

    units: tuple[TableUnit, ...] = ()
    bracketed: bool = False

    @property
    def percent(self) -> TableUnit | None:
        """The unit of the percentages among them."""
        stated = next((unit for unit in self.units if unit.unit.kind == "percent"), None)
        return stated or (table_unit("%") if self.bracketed else None)

    @property
    def amounts(self) -> list[TableUnit]:
        """The units that are no percentages."""
        return [unit for unit in self.units if unit.unit.kind != "percent"]


def declared_units(line: str) -> Declared | None:
    """Return what a line states as (단위: …), or None where it states nothing.

    >>> [str(unit.scale) + unit.unit.form for unit in declared_units("(단위: 백만 원, %)").units]
    ['1000000원', '1%']
    """
    found = _DECLARED.search(line) if "단위" in line else None
    return _declared(found["units"]) if found else None


def caption_units(line: str) -> Declared | None:
    """Return the units at the end of a table's caption (억 달러, %), or None where it has none."""
    found = _CAPTION.search(line[-40:])
    declared = _declared(found["units"]) if found else None
    return declared if declared and declared.units else None


def _declared(written: str) -> Declared:
    units = tuple(unit for unit in map(table_unit, _SEPARATORS.split(written)) if unit is not None)
    return Declared(units, "괄호" in written)


def table_unit(written: str) -> TableUnit | None:
    """Read a unit with its power of ten: 백만 원, 천 명, 전년 대비 %."""
    found = _UNIT.fullmatch("%" if written.rstrip().endswith("%") else written.strip())
    unit = units_after().get(found["form"]) if found else None
    if found is None or unit is None or unit.kind == "other":
        return None
    scale = numeral_value(found["scale"]) if found["scale"] else Decimal(1)
    return None if scale is None else TableUnit(unit, scale)


def column_unit(head: str, declared: Declared) -> TableUnit | None:
    """Return the unit of a column: the one in its own head, 예산(억 원), or that of the table which fits its head."""
    own = _COLUMN.search(head[-12:])
    stated = table_unit(own["units"]) if own else None
    if _NO_AMOUNTS.search(head) or stated is not None:
        return stated
    if len(declared.units) == 1:
        return declared.units[0]
    for kind, fitting in _FITTING.items():
        units = [unit for unit in declared.units if unit.unit.kind in kind]
        if units and fitting.search(head):
            return units[0]
    return declared.amounts[0] if len(declared.amounts) == 1 else None


def is_ratio(head: str) -> bool:
    """Whether a row or a column is headed as one of percentages: 증감률."""
    return bool(_FITTING[("percent",)].search(head))
