"""What makes one number of two (3~5억, 20+2), and signed numbers of bare ones (△0.6)."""

from __future__ import annotations

import re
from decimal import Decimal

from sasil.components.numbers.number import Number
from sasil.components.numbers.patterns import ARROW_SIGNS, BIG, DASHES, MINUS_SIGNS, PLUS_SIGNS, RANGE_SIGNS, SMALL
from sasil.components.numbers.reading import numeral_value

_SCALES = re.compile(rf"[{''.join(SMALL)}{''.join(BIG)}]*\Z")
SIGNS = frozenset((*PLUS_SIGNS, *MINUS_SIGNS, *ARROW_SIGNS))
_BEFORE_SIGN = frozenset(" \t\n(|[:,→~∼“‘\"'/")
_WINDOW = 60
LONGEST_GAP = 4
_RELATIVE_UNIT = re.compile(r"[ ]?(?:[%％]|퍼센트|포인트|℃|°C)")
_CHANGE = re.compile(r"대비|보다|증감|상승|하락|증가|감소|전년|전월|전기|전분기|주가|종가|시세")


def joined(text: str, first: Number, second: Number) -> Number | None:
    """Return the range or the sum that two neighbouring numbers make, or None where they stay two."""
    gap = text[first.end : second.start]
    if not 0 < len(gap) <= LONGEST_GAP or first.modifier == "over":
        return None
    if first.modifier == second.modifier == "vague":
        return _vague(text, first, second, gap)
    if not first.exact or not second.exact or first.modifier or second.modifier == "vague":
        return None
    mark, second_sign = gap.strip(" "), 0
    if len(mark) > 1 and mark[-1] in SIGNS:
        mark, second_sign = mark[:-1].rstrip(" "), _factor(mark[-1])
    if mark in PLUS_SIGNS and mark and gap == mark and _is_count(first) and _is_count(second):
        total = first.low + second.low
        return second._replace(start=first.start, low=total, high=total)
    if not _is_range_mark(text, first, second, gap, mark):
        return None
    if second_sign:
        start = signed(text, first._replace(end=second.end))
        low, high = sorted((start.low, second_sign * second.low))
        return second._replace(start=start.start, low=low, high=high)
    low_end = _low_end(text[first.start : first.end], text[second.start : second.end], first.low, second.low)
    return None if low_end is None else second._replace(start=first.start, low=low_end)


def _vague(text: str, first: Number, second: Number, gap: str) -> Number | None:
    """Join 수십~수백억: from the least of the first to the most of the second."""
    if len(gap) != 1 or gap not in RANGE_SIGNS + DASHES:
        return None
    low, last = first.low, text[second.end - 1]
    if last in BIG and text[first.end - 1] not in BIG:
        low *= BIG[last]
    return second._replace(start=first.start, low=low) if low < second.low else None


def _is_count(number: Number) -> bool:
    return number.kind == "digits" and number.low == number.low.to_integral_value() and number.low < 1000


def _is_range_mark(text: str, first: Number, second: Number, gap: str, mark: str) -> bool:
    if mark == "내지" or (len(mark) == 1 and mark in RANGE_SIGNS):
        return True
    # A dash joins telephone numbers, dates and lots too: those have more members, or a leading zero.
    return (
        len(gap) == 1
        and gap in DASHES
        and text[first.start] != "0"
        and text[second.start] != "0"
        and text[second.end : second.end + 1] not in (*DASHES, ".", ")")
        and text[max(0, first.start - 1) : first.start] not in (*DASHES, "(", ".")
    )


def _low_end(first: str, second: str, low: Decimal, high: Decimal) -> Decimal | None:
    """Return the low end of a range with the powers that only its high end names: 3~5억, 500~1천만, 1억2천~1억5천만."""
    found = _SCALES.search(second)
    scales = found[0] if found else ""
    further = "만" if scales.endswith("억") and first[-1] in SMALL else ""
    for scale in dict.fromkeys((scales, scales[-1:], further)):
        spread = numeral_value(first + scale) if scale else None
        if spread is not None and spread < high:
            return spread
    return low if low < high else None


def signed(text: str, number: Number) -> Number:
    """Return a number with the sign before it, or as it is where that sign is a bullet or a hyphen.

    >>> from sasil.components.numbers.finder import find_numbers
    >>> [str(n.low) for n in find_numbers("수지(△0.6조원) 개선")], [str(n.low) for n in find_numbers("△ 3개 △ 2개")]
    (['-600000000000.0'], ['3', '2'])
    """
    at = number.start - 1
    sign = text[at] if at >= 0 else ""
    if sign not in SIGNS or (at and text[at - 1] not in _BEFORE_SIGN):
        return number
    if not (_is_arrow(text, at, number.end) if sign in ARROW_SIGNS else _is_sign(text, at, number.end)):
        return number
    return with_sign(sign, number)


def with_sign(sign: str, number: Number) -> Number:
    """Return a number with the sign that stands right before it."""
    if _factor(sign) == 1:
        return number._replace(start=number.start - 1)
    # -3~5 runs over zero, △3~5 does not.
    high = number.high if not number.exact and sign in MINUS_SIGNS else -number.low
    low = -number.low if not number.exact and sign in MINUS_SIGNS else -number.high
    return number._replace(start=number.start - 1, low=low, high=high)


def _factor(sign: str) -> int:
    return ARROW_SIGNS.get(sign, 1 if sign in PLUS_SIGNS else -1)


def _is_sign(text: str, at: int, end: int) -> bool:
    starts_line = not text[max(0, text.rfind("\n", max(0, at - 8), at) + 1) : at].strip() if at else True
    return not starts_line or bool(_RELATIVE_UNIT.match(text, end))


def _is_arrow(text: str, at: int, end: int) -> bool:
    """Whether a triangle is a sign: in brackets, in a cell, or before a percentage of change; else it is a bullet."""
    around = text[max(0, at - _WINDOW) : at] + text[end : end + _WINDOW]
    sign = text[at]
    if re.search(rf"{sign}\s*[^\s\d]", around):
        return False
    before = text[max(0, at - 2) : at].strip(" ")
    if before.endswith(("(", "|", "[")):
        return True
    if sign == "▲":
        return bool(_RELATIVE_UNIT.match(text, end) and _CHANGE.search(around))
    return not before.endswith("\n") if before else bool(_RELATIVE_UNIT.match(text, end))
