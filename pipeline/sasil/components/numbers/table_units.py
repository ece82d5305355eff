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
_CAPTION_ENDS = (")", "）", ">", "〉", "】")
_COLUMN = re.compile(r"[(（\[](?:단위[ ]?[:：]?[ ]?)?(?P<units>[^()（）\[\]|]{1,12})[)）\]]\s*\Z")
# 올해(A), 증감(B-A): the letters of a formula, no units.
_LETTERS = re.compile(r"[A-Fa-f](?:[ ]?[-+/÷=−][ ]?[A-Fa-f])*+")
_UNIT = re.compile(r"(?P<scale>[십백천만억조]{0,4})[ ]?(?P<form>\S{1,8}|[가-힣]{1,6} [가-힣]{1,6})")
# (단위: 억 원, 괄호는 비중); 괄호는 민간 only tells whose money it is.
_BRACKETED_RATIO = re.compile(r"괄호[^,，]*?(?:%|[율률]|비중|구성비|증감|대비)|괄호[ ]?[안속]?(?:은|는)?[ ]?\Z")
_SEPARATORS = re.compile(r"[,，·;/]|및")
_NO_AMOUNTS = re.compile(
    r"번호|연번|순번|순위|No\.?|(?<![0-9])(?<![차년0-9] )(?<!차)(?:연도|년도)|기간|연락처|전화|비고|코드|우편|면적"
    r"|시기|준공|완료"
)
_RATIO = re.compile(r"(?<![환율])(?<!경쟁)(?<!출산)(?<!금)[율률](?![가-힣])|비중|구성비|[%％]\)?\Z")
_CHANGE = re.compile(r"대비|증감|등락")
_MONEY = re.compile(r"[비액금]|예산|재원|매출|수출|수입|투자|지출|이익|소요|합계|계\Z")
_COUNT = re.compile(r"수\Z|수량|물량|인원|건수|개소|참여|정원")
_FITTING = ((("percent",), _RATIO), (("money",), _MONEY), (("counter", "whole"), _COUNT), (("percent",), _CHANGE))
"""What the head of a column says in a table of several units; 증감 is a ratio only where no other column is one."""
_LABEL = re.compile(
    r"[ ]*(?:구[ ]?분|항[ ]?목|분[ ]?야|부[ ]?문|지[ ]?역|재[ ]?원|내[ ]?역|품[ ]?목|과[ ]?제|사[ ]?업|연[ ]?도"
    r"|부[ ]?처|기[ ]?관|세부)[가-힣]{0,3}[ ]?[(（\[]"
)
_TOTAL = re.compile(r"[ ]?(?:합[ ]?계|총[ ]?계|소[ ]?계|계|총[ ]?액|합산)[ ]?[(（\[]")


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
    # Most lines end otherwise.
    found = _CAPTION.search(line[-40:]) if line.rstrip().endswith(_CAPTION_ENDS) else None
    declared = _declared(found["units"]) if found else None
    return declared if declared and declared.units else None


def _declared(written: str) -> Declared:
    units = tuple(unit for unit in map(table_unit, _SEPARATORS.split(written)) if unit is not None)
    return Declared(units, bool(_BRACKETED_RATIO.search(written)))


def table_unit(written: str) -> TableUnit | None:
    """Read a unit with its power of ten: 백만 원, 천 명, 전년 대비 %."""
    found = _UNIT.fullmatch("%" if written.rstrip().endswith("%") else written.strip())
    unit = units_after().get(found["form"]) if found else None
    if found is None or unit is None or unit.kind == "other":
        return None
    scale = numeral_value(found["scale"]) if found["scale"] else Decimal(1)
    return None if scale is None else TableUnit(unit, scale)


def columns_of(heads: list[str], declared: Declared) -> list[TableUnit | None] | None:
    """Return the units of a table's columns by their heads, or None where none has one.

    >>> heads = ["구분", "2023년(A)", "2024년(B)", "증감(B-A)", "%"]
    >>> [unit and unit.unit.form for unit in columns_of(heads, declared_units("(단위: 억 원, %)"))]
    ['원', '원', '원', '원', '%']
    """
    inside = [index for index, head in enumerate(heads) if _DECLARED.search(head) and not _alone(head)]
    if inside:
        declared = Declared()
    own = [own_unit(head) for head in heads]
    spread = next((unit for head, unit in zip(heads, own, strict=True) if unit and _TOTAL.match(head)), None)
    if spread and not declared.units and sum(unit is not None for unit in own) == 1:
        # 2024 | 2025 | 합계(백만원): what is summed up has the unit of the sum.
        declared = Declared((spread,))
    if own[0] and not declared.units and not any(own[1:]) and _LABEL.match(heads[0]):
        # 구분(억 원) | 2024 | 2025: the corner states the unit of the whole table.
        declared = Declared((own[0],))
        own[0] = None
    ratios = any(_RATIO.search(_bare(head)) for head in heads[1:])
    columns = [unit or _fitting(_bare(head), declared, ratios) for head, unit in zip(heads, own, strict=True)]
    return columns if any(columns) else None


def own_unit(head: str) -> TableUnit | None:
    """Return the unit that the head of a column or a row has itself: 예산(억 원)."""
    own = _COLUMN.search(head[-20:])
    return table_unit(own["units"]) if own and not _LETTERS.fullmatch(own["units"].strip()) else None


def _alone(head: str) -> bool:
    return not _DECLARED.sub("", head).strip(" ()[]<>〈〉（）*※")


def _bare(head: str) -> str:
    """Return a head without the letters of a formula and the brackets around a whole one: 증감(B-A), (%)."""
    return re.sub(rf"[(（\[][ ]?{_LETTERS.pattern}[ ]?[)）\]]", "", head).strip()


def _fitting(head: str, declared: Declared, ratios: bool) -> TableUnit | None:
    if _NO_AMOUNTS.search(head) or not declared.units:
        return None
    percent = declared.percent or table_unit("%")
    if _RATIO.search(head):
        return percent
    if len(declared.units) == 1:
        return declared.units[0]
    for kind, fitting in _FITTING[1:]:
        units = [unit for unit in declared.units if unit.unit.kind in kind]
        if units and fitting.search(head) and not (fitting is _CHANGE and ratios):
            return units[0]
    return declared.amounts[0] if len(declared.amounts) == 1 else None


def is_ceiling(head: str) -> bool:
    """Whether a column is headed as one of upper bounds: 지원 한도(만 원)."""
    return "한도" in head or "상한" in head


def row_unit(head: str, declared: Declared) -> TableUnit | None:
    """Return the one of several units of a row of years by its head: 소요액 under (단위: 개교, 억 원)."""
    return _fitting(_bare(head), declared, False) if len(declared.units) > 1 else None


def ratio_unit(head: str, declared: Declared) -> TableUnit | None:
    """Return the percent sign where a row is headed as one of percentages: 증감률, or 증감 under (단위: 억 원, %)."""
    stated = declared.percent if declared.amounts else None
    if _RATIO.search(head):
        return stated or table_unit("%")
    return stated if _CHANGE.search(head) else None
