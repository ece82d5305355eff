"""Durations: a number with a unit of time, several of them in a row, or a word for a number of days."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import NamedTuple

from sasil.components.numbers.finder import read_number
from sasil.components.numbers.modifiers import before, modifier_after, stronger
from sasil.components.numbers.number import Number
from sasil.components.time.patterns import lengths as patterns
from sasil.components.time.patterns.signs import BLANK, TILDE
from sasil.components.time.vocabulary import time_words
from sasil.values import Modifier, decimal_string

_UNITS = re.compile(patterns.UNITS, re.X)
_MORE_UNITS = re.compile(patterns.MORE_UNITS, re.X)
_TILDE = re.compile(f"{BLANK}{TILDE}{BLANK}")
_HALF_MORE = re.compile(patterns.HALF_MORE, re.X)
_NIGHTS = re.compile(patterns.NIGHTS, re.X)
_LENGTH_TAIL = re.compile(patterns.LENGTH_TAIL, re.X)
_VAGUE_TAIL = re.compile(patterns.VAGUE_TAIL, re.X)
_TAILS = {
    **dict.fromkeys(patterns.SURE, re.compile(patterns.SURE_TAIL, re.X)),
    "하루": re.compile(patterns.DAY_LENGTH_TAIL, re.X),
    "한 해": re.compile(patterns.YEAR_LENGTH_TAIL, re.X),
}
_RATE_OF_MONTH = re.compile(rf"{BLANK}(?:{patterns.RATE_OF_MONTH})")
_LENGTH_AFTER = re.compile(patterns.LENGTH_AFTER, re.X)
_LENGTH_BEFORE = re.compile(patterns.LENGTH_BEFORE, re.X)
_DAYS_AFTER = re.compile(patterns.DAYS_AFTER, re.X)
_TERM_BEFORE = re.compile(patterns.TERM_BEFORE, re.X)
_BLANK = re.compile(BLANK, re.X)
_PEOPLE_BEFORE = re.compile(patterns.PEOPLE_BEFORE, re.X)
_OVER, _WITHIN = re.compile(patterns.OVER, re.X), re.compile(patterns.WITHIN, re.X)
_NUMERALS = frozenset("0123456789한두세네석넉서너다여일이삼사오육칠팔구십반스수몇아열백천")
_RATE_AFTER = re.compile(patterns.RATE_AFTER, re.X)
_IN_JU = re.compile(patterns.COUNTED_IN_JU)
_TERM_AFTER = re.compile(patterns.TERM_AFTER, re.X)
_MONTHS_OF_TERM = re.compile(patterns.MONTHS_OF_TERM, re.X)

# How units come one behind the other in one length, and what half of each is.
_MOST = 10**7
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_HALVES = {"Y": ("M", 6), "M": ("D", 15), "TH": ("TM", 30)}
_AS: dict[str, tuple[str, int | Decimal]] = {
    "Q": ("M", 3), "H": ("M", 6), "C": ("Y", 100), "YY": ("Y", 1), "TMS": ("TS", Decimal("0.001")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in its place: low and high ends in ISO 8601, equal where it is no range."""

    start: int
    end: int
    low: str
    high: str
    modifier: Modifier | None = None
    unit: str = "D"
    count: int | None = None

    @property
    def value(self) -> str:
        """The TIMEX3 value."""
        return self.low if self.low == self.high else f"{self.low}/{self.high}"


def read_length(text: str, number: Number) -> Length | None:
    """Return the length of time that begins with a number of the text, or None.

    >>> read_length("총 1년 6개월간", read_number("총 1년 6개월간", 2)).value
    'P1Y6M'
    >>> read_length("2~3일 걸린다", read_number("2~3일 걸린다", 0)).value
    'P2D/P3D'
    """
    nights = _NIGHTS.match(text, number.start)
    if nights:
        days = f"P{nights['days']}D"
        return _modified(text, Length(number.start, nights.end(), days, days))
    if number.high >= _MOST or number.low < 0:
        return None
    found = _unit(text, number)
    if found is None:
        return None
    unit, end = found
    if number.modifier == "vague":
        vague = f"P{'T' if unit[0] == 'T' else ''}X{unit[-1]}"
        return Length(number.start, end, vague, vague, "vague", unit)
    return _modified(text, _ranged(text, _summed(text, number, unit, end)))


def read_word_length(text: str, at: int, form: str, kind: str) -> Length | None:
    """Return the length of time that a word is (사흘, 반년, 수년), or None where it is none here."""
    end = at + len(form)
    tail = _VAGUE_TAIL if kind == "vague" else _TAILS.get(form, _LENGTH_TAIL)
    if not tail.match(text, end) and not (form == "한 해" and text.endswith(patterns.YEAR_TOLD, 0, at)):
        return None
    low, _, high = time_words()[form].n.partition("/")
    if kind == "vague":
        return Length(at, end, low, low, "vague", low[-1])
    count = int(low[1:-1]) if low[1:-1].isdecimal() and not high else None
    return _modified(text, Length(at, end, low, high or low, None, low[-1], count))


def _unit(text: str, number: Number) -> tuple[str, int] | None:
    found = _UNITS.match(text, number.end)
    if found is None or found.lastgroup is None:
        return None
    unit = found.lastgroup
    check = _CHECKS.get(unit)
    if check is not None and not check(text, number, found.end()):
        return None
    return unit, found.end()


def _are_days(text: str, number: Number, end: int) -> bool:
    left = text[max(0, number.start - 12) : number.start]
    if _RATE_AFTER.match(text, end) or left.endswith(("주 ", "주")):
        return False
    after = _LENGTH_AFTER.match(text, end) or _DAYS_AFTER.match(text, end)
    is_long = number.high > 31 or number.low != int(number.low) or number.modifier == "over"
    return bool(is_long or after or _LENGTH_BEFORE.search(left))


def _are_months(text: str, number: Number, end: int) -> bool:
    # 한 달 20만 원 is paid a month.
    return number.kind == "digits" or number.high > 1 or not _RATE_OF_MONTH.match(text, end)


def _are_weeks(text: str, number: Number, end: int) -> bool:
    around = text[max(0, number.start - 12) : number.start] + text[end : end + 12]
    return number.high <= 104 and number.low == int(number.low) and not _IN_JU.search(around)


def _are_minutes(text: str, number: Number, end: int) -> bool:
    return _in_digits(text, number, end) and not _PEOPLE_BEFORE.search(text[max(0, number.start - 8) : number.start])


def _in_digits(text: str, number: Number, end: int) -> bool:
    # 전반 25분 is a point of a match.
    return number.kind == "digits" and not text[max(0, number.start - 3) : number.start].startswith(
        ("전반", "후반", "연장")
    )


def _in_words(text: str, number: Number, end: int) -> bool:
    return number.kind != "digits"


def _are_years(text: str, number: Number, end: int) -> bool:
    """Say whether a number counts years: one of four digits is a year, unless the words behind it say otherwise."""
    digits = text[number.start : number.end]
    if number.kind != "digits" or not digits.isdecimal() or len(digits) != 4:
        return True
    return bool(_LENGTH_AFTER.match(text, end))


_CHECKS = {
    "M": _are_months, "D": _are_days, "W": _are_weeks, "TM": _are_minutes, "TS": _in_digits, "YY": _in_words,
    "Y": _are_years,
}  # fmt: skip


def _ranged(text: str, first: Length) -> Length:
    """Return a length with the longer one behind a tilde: 30분~1시간."""
    mark = _TILDE.match(text, first.end)
    number = read_number(text, mark.end()) if mark and first.low == first.high else None
    found = _unit(text, number) if number and number.exact else None
    if number is None or found is None:
        return first
    second = _summed(text, number, *found)
    return Length(first.start, second.end, first.low, second.high, first.modifier or second.modifier, second.unit)


class _More(NamedTuple):
    """A smaller unit behind a length: its number, where it ends, and what its number says."""

    unit: str
    number: Decimal
    end: int
    modifier: Modifier | None = None


def _summed(text: str, number: Number, unit: str, end: int) -> Length:
    """Return a length with the smaller units behind it: 1년 6개월, 한 시간 30분, 2년 반."""
    parts, modifier = {unit: number.low}, number.modifier
    if not number.exact:
        return Length(number.start, end, _iso(parts), _iso({unit: number.high}), modifier, unit)
    while unit in _ORDER and (more := _smaller(text, number.start, unit, end)):
        unit, end, modifier = more.unit, more.end, more.modifier or modifier
        parts[unit] = more.number
    value = _iso(parts)
    count = int(number.low) if number.low == int(number.low) and len(parts) == 1 else None
    return Length(number.start, end, value, value, modifier, unit, count)


def _smaller(text: str, start: int, unit: str, end: int) -> _More | None:
    half = _HALF_MORE.match(text, end) if unit in _HALVES else None
    if half:
        smaller, count = _HALVES[unit]
        return _More(smaller, Decimal(count), half.end())
    return _next(text, unit, end) or _months_of_term(text, start, unit, end)


def _next(text: str, unit: str, end: int) -> _More | None:
    blank = _BLANK.match(text, end)
    at = blank.end() if blank else end
    number = read_number(text, at) if text[at : at + 1] in _NUMERALS else None
    if number is None or not number.exact or number.modifier == "vague":
        return None
    found = _MORE_UNITS.match(text, number.end)
    smaller = (found.lastgroup or "") if found else ""
    if found is None or smaller not in _ORDER[_ORDER.index(unit) + 1 :] or (unit[0] != "T" and smaller == "TM"):
        return None
    return _More(smaller, number.low, found.end(), number.modifier)


def _months_of_term(text: str, start: int, unit: str, end: int) -> _More | None:
    """징역 1년 6월: a prison term counts months without 개."""
    found = _MONTHS_OF_TERM.match(text, end) if unit == "Y" else None
    if found is None:
        return None
    is_term = _TERM_BEFORE.search(text[max(0, start - 8) : start]) or _TERM_AFTER.match(text, found.end())
    return _More("M", Decimal(found["months"]), found.end()) if is_term else None


def _iso(parts: dict[str, Decimal]) -> str:
    dates, times = "", ""
    for unit, count in parts.items():
        name, factor = _AS.get(unit, (unit, 1))
        if name[0] == "T":
            times += f"{decimal_string(count * factor)}{name[1]}"
        else:
            dates += f"{decimal_string(count * factor)}{name}"
    return f"P{dates}" + (f"T{times}" if times else "")


def _modified(text: str, length: Length) -> Length:
    if length.modifier is not None:
        return length
    own: Modifier | None = "over" if _OVER.match(text, length.end) else None
    if _WITHIN.match(text, length.end):
        own = "at_most"
    said = stronger(modifier_after(text, length.end), before(text, length.start)[0])
    return replace(length, modifier=stronger(said, own))
