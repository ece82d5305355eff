"""Numbers with their units: the one scan that money, percentages and quantities share."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from sasil.components.numbers.finder import numbers
from sasil.components.numbers.modifiers import before, ceiling, modifier_after, stronger
from sasil.components.numbers.number import Number
from sasil.components.numbers.patterns import DASHES, RANGE_SIGNS
from sasil.components.numbers.rates import rate_of_phrase
from sasil.components.numbers.units import Unit, currency_before, unit_at
from sasil.values import Modifier

_WINDOW = 32
_CHANGED = re.compile(r"(?:에서|이던[ ]것을|[ ]?→)[ ]?(?:(?:최대|총|연|약|월|최고|평균)[ ]?)?")
_UNIT_BEFORE = re.compile(r"(?:단위[^)\]|\n]{0,24}|[가-힣 ][(（\[])\Z")
_SCALE_ALONE = re.compile(r"[십백천만억조]+")
_PASSED = re.compile(r"(?:나|가량|정도)?[ ]?(?:웃도|웃돈|웃돌|밑도|밑돈|밑돌|상회|하회)")
_COMPARED = re.compile(
    r"(?:예상|예상치|전망|전망치|목표|목표치|평균|기대|기대치|작년|지난해|전년|평년|추정치|컨센서스|[을를]|보다)[ ]?\Z"
)
_STILL = ("기존", "현행", "현재", "종전", "당초", "지난해", "작년", "올해", "내년")


class Measure(NamedTuple):
    """A number with its unit: the span of both, the ends in the unit, and where the unit begins.

    ``lead`` is where the words before it begin that belong to it (약, 하루); None after 1인당 and its like.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    number: Number
    unit: Unit
    unit_start: int
    modifier: Modifier | None = None
    per: str | None = None
    lead: int | None = None

    @property
    def exact(self) -> bool:
        """Whether it is one amount and no range."""
        return self.low == self.high


@lru_cache(maxsize=4)
def measures(text: str) -> tuple[Measure, ...]:
    """Return the numbers of a text that a unit follows, of whatever kind, with their modifiers and rates.

    >>> [(m.unit.form, m.unit.kind, str(m.low)) for m in measures("5개월간 30억 원, 12곳")]
    [('원', 'money', '3000000000'), ('곳', 'counter', '12')]
    """
    found: list[Measure] = []
    for number in numbers(text):
        place = unit_at(text, number.end)
        if place is None or place[1].kind == "other" or currency_before(text, number.start):
            continue
        start, unit = place
        measure = Measure(number.start, start + len(unit.form), number.low, number.high, number, unit, start)
        both = _spanning(text, found[-1], measure) if found else None
        if both:
            found[-1] = both
        else:
            found.append(measure)
    qualified = [_qualified(text, measure) for measure in found]
    for at, (first, second) in enumerate(pairwise(qualified), 1):
        if first.per and not second.per and is_change(text, first, second):
            qualified[at] = second._replace(per=first.per)
    return tuple(qualified)


def is_change(text: str, first: Measure, second: Measure) -> bool:
    """Whether two neighbours are the ends of one change: 30명에서 50명으로."""
    if first.unit.kind != second.unit.kind or first.unit.code != second.unit.code:
        return False
    same = first.unit.kind == "money" or first.unit is second.unit
    return same and bool(_CHANGED.fullmatch(text, first.end, second.start))


def _spanning(text: str, first: Measure, second: Measure) -> Measure | None:
    """Return the range that two measures make (10%~15%), or None."""
    gap = text[first.end : second.start]
    if len(gap) > 4 or first.unit is not second.unit or not first.exact or not second.exact or first.low >= second.low:
        return None
    mark = gap.strip(" ")
    if mark != "내지" and not (len(mark) == 1 and (mark in RANGE_SIGNS or (gap in DASHES and first.unit_start))):
        return None
    return second._replace(start=first.start, low=first.low)


def _qualified(text: str, measure: Measure) -> Measure:
    left, per, lead = before(text, measure.start)
    right = (
        None if measure.unit.kind == "percent" and is_difference(text, measure) else modifier_after(text, measure.end)
    )
    per = per or _rate_of_phrase(text, measure.start if lead is None else lead, measure.unit.kind == "money")
    modifier = stronger(measure.number.modifier, stronger(right, left)) or ceiling(
        text, measure.start, measure.end, per
    )
    m = measure
    return Measure(m.start, m.end, m.low, m.high, m.number, m.unit, m.unit_start, modifier, per, lead)


def is_unit_alone(text: str, measure: Measure) -> bool:
    """Whether it is a unit with its power of ten and no amount: (단위: 개소, 백만 원), 사업비(천 원)."""
    number = measure.number
    if number.kind != "sino" or not _SCALE_ALONE.fullmatch(text, number.start, number.end):
        return False
    return bool(_UNIT_BEFORE.search(text, max(0, measure.start - 28), measure.start))


def is_difference(text: str, measure: Measure) -> bool:
    """Whether a percentage says by how much something is passed (예상을 20% 웃돌았다), not what is passed."""
    if not _PASSED.match(text, measure.end):
        return False
    return measure.unit.code == "percentage_point" or bool(
        _COMPARED.search(text, max(0, measure.start - 12), measure.start)
    )


def _rate_of_phrase(text: str, start: int, money: bool) -> str | None:
    at = max(0, start - _WINDOW)
    left = text[max(at, text.rfind("\n", at, start) + 1) : start]
    # 지원액은 기존 30만 원에서: the words between belong to the amount.
    if left.rstrip(" ").endswith(_STILL):
        left = left.rstrip(" ")[:-2].removesuffix("지난")
    return rate_of_phrase(left, money)


def around(
    text: str, start: int, end: int, own: Modifier | None, money: bool = True
) -> tuple[Modifier | None, str | None]:
    """Return the modifier and the rate that the words around an amount give it; ``own`` is what its numeral says."""
    left, per, lead = before(text, start)
    per = per or _rate_of_phrase(text, start if lead is None else lead, money)
    return stronger(own, stronger(modifier_after(text, end), left)) or ceiling(text, start, end, per), per
