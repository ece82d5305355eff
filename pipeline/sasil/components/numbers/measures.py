"""Numbers with their units: the one scan that money, percentages and quantities share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from sasil.components.numbers.finder import numbers
from sasil.components.numbers.modifiers import before, modifier_after, stronger
from sasil.components.numbers.number import Number
from sasil.components.numbers.patterns import DASHES, RANGE_SIGNS
from sasil.components.numbers.units import Unit, currency_before, unit_at
from sasil.values import Modifier


@dataclass(frozen=True, slots=True)
class Measure:
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
    return tuple(_qualified(text, measure) for measure in found)


def _spanning(text: str, first: Measure, second: Measure) -> Measure | None:
    """Return the range that two measures make (10%~15%), or None."""
    gap = text[first.end : second.start]
    if len(gap) > 4 or first.unit is not second.unit or not first.exact or not second.exact or first.low >= second.low:
        return None
    mark = gap.strip(" ")
    if mark != "내지" and not (len(mark) == 1 and (mark in RANGE_SIGNS or (gap in DASHES and first.unit_start))):
        return None
    return replace(second, start=first.start, low=first.low)


def _qualified(text: str, measure: Measure) -> Measure:
    left, per, lead = before(text, measure.start)
    modifier = stronger(measure.number.modifier, stronger(modifier_after(text, measure.end), left))
    return replace(measure, modifier=modifier, per=per, lead=lead)


def around(text: str, start: int, end: int, own: Modifier | None) -> tuple[Modifier | None, str | None]:
    """Return the modifier and the rate that the words around an amount give it; ``own`` is what its numeral says."""
    left, per, _ = before(text, start)
    return stronger(own, stronger(modifier_after(text, end), left)), per
