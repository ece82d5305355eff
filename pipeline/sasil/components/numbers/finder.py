"""Find and read the numbers of a text: digits, Sino-Korean and native numerals, and all mixtures of them."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from sasil.components.numbers.joining import LONGEST_GAP, SIGNS, joined, signed, with_sign
from sasil.components.numbers.number import Kind, Number
from sasil.components.numbers.patterns import (
    ARABIC,
    DIGITS,
    NATIVE,
    NATIVE_RANGES,
    OVER,
    RUN,
    SINO,
    SINO_RANGE,
    SPELLED_FIRSTS,
    TEEN_VAGUE,
    VAGUE,
)
from sasil.components.numbers.reading import arabic_value, native_value, numeral_value
from sasil.values import Modifier

# Digits within a Latin word are part of it (INBEC20); a currency code may stand before an amount (USD30).
_APART = r"(?:(?<![A-Za-z_0-9０-９])(?<![0-9][.,])" + "".join(
    rf"|(?<={code})" for code in ("USD", "EUR", "JPY", "KRW", "CNY", "GBP")
)
# Numerals of Hangul begin where no syllable stands before them, but for the few words that are written without a blank.
_FREE = r"(?:(?<![가-힣0-9A-Za-z])|(?<=(?<![가-힣])[총약각])|(?<=일금)|(?<=단돈)|(?<=최대)"
# 금이억삼천만원정: after 금 only what is written out as a sum.
_FREE += rf"|(?<=(?<![가-힣])금)(?=[{''.join(DIGITS)}십백천만억조]{{2,30}}원(?:정|[ )\n]|\Z)))"
_SPELLED = rf"(?P<native>{NATIVE})|(?P<teen>{TEEN_VAGUE})|(?P<between>{SINO_RANGE})|(?P<sino>{SINO})|(?P<vague>{VAGUE})"
_DIGITS = rf"(?P<digits>(?!{TEEN_VAGUE}){ARABIC})"
_NUMERAL = re.compile(rf"(?:{_APART}){_DIGITS}|{_FREE}(?:{_SPELLED})){OVER}")
# Where a numeral may begin, by its first sign and the one before: looked for first, for most of a text is no number.
_FIRST = re.compile(
    rf"[0-9０-９{SPELLED_FIRSTS}](?:(?<=[0-9０-９])(?:(?<![A-Za-z_0-9０-９].)|(?<=[DRYWP].))"
    rf"|(?<![0-9０-９])(?:(?<![가-힣A-Za-z0-9].)|(?<=[총약각금돈대].)))"
)
_NUMERAL_HERE = re.compile(rf"(?:{_DIGITS}|{_SPELLED}|(?P<single>[{''.join(DIGITS)}])){OVER}")
_RUN = re.compile(RUN)
_LONGEST = 60
_PLAIN = 12


def find_numbers(text: str) -> list[Number]:
    """Return the numbers of a text in order, not overlapping; what they count or name is for the caller to see.

    Digits are found wherever they stand (also in dates, laws and telephone numbers), but not within a Latin word.
    Numerals of Hangul are found where a word begins (이천 명, but also 이천 in 이천시), except for single digits
    (일 to 구). Works on any text, in linear time; never raises.

    >>> [(n.start, n.end, str(n.low), str(n.high), n.modifier) for n in find_numbers("1,800여억 원, 3~5억 원")]
    [(0, 7, '180000000000', '180000000000', 'over'), (11, 15, '300000000', '500000000', None)]
    """
    return list(numbers(text))


def read_number(text: str, at: int) -> Number | None:
    """Return the number that begins at a place in a text, or None; single digits (삼 개월) and signs (-3) are read too.

    What stands before the place is not looked at, and ranges and sums are read to their ends.

    >>> read_number("지난 스물두 해", 3).low, read_number("일 년", 0).low, read_number("제도", 0)
    (Decimal('22'), Decimal('1'), None)
    """
    found = _NUMERAL_HERE.match(text, at)
    if found is None and text[at : at + 1] in SIGNS:
        inner = read_number(text, at + 1) if text[at + 1 : at + 2].isdecimal() else None
        return inner and with_sign(text[at], inner)
    number = found and _read(found)
    if not number:
        return None
    following = _NUMERAL.search(text, number.end, number.end + _LONGEST)
    second = following and _read(following)
    return (second and joined(text, number, second)) or number


@lru_cache(maxsize=4)
def numbers(text: str) -> tuple[Number, ...]:
    """Return what ``find_numbers`` does, read once for all that ask for the same text."""
    read: list[Number] = []
    end = 0
    for first in _FIRST.finditer(text):
        found = _NUMERAL.match(text, first.start()) if first.start() >= end else None
        if found is None:
            continue
        end = found.end()
        number = _read(found)
        if number is None:
            continue
        both = joined(text, read[-1], number) if read and number.start - read[-1].end <= LONGEST_GAP else None
        if both:
            read[-1] = both
        else:
            read.append(number)
    return tuple(signed(text, number) if text[number.start - 1 : number.start] in SIGNS else number for number in read)


def _read(found: re.Match[str]) -> Number | None:
    start, end = found.span()
    kind = found.lastgroup or ""
    numeral = found[kind]
    if end - start > _LONGEST:
        return None
    if numeral.isdigit() and numeral.isascii() and len(numeral) == end - start <= _PLAIN:
        plain = Decimal(numeral)
        return Number(start, end, plain, plain)
    ends = _exact(kind, numeral) if kind in ("digits", "sino", "single") else _apart(kind, numeral)
    if ends is None and kind == "digits":
        # 1억억: what goes before the powers may still be a number.
        run = _RUN.match(numeral)
        value = run and run.end() < len(numeral) and arabic_value(run[0])
        return Number(start, start + len(run[0]), value, value) if run and value else None
    if ends is None:
        return None
    modifier: Modifier | None = "vague" if kind in ("teen", "vague") else None
    if len(numeral) < end - start or (kind == "digits" and "여" in numeral):
        modifier = "over"
    written: Kind = "digits" if kind == "digits" else "native" if kind == "native" else "sino"
    return Number(start, end, *ends, modifier, written)


def _exact(kind: str, numeral: str) -> tuple[Decimal, Decimal] | None:
    value = Decimal(DIGITS[numeral]) if kind == "single" else numeral_value(numeral)
    return None if value is None else (value, value)


def _apart(kind: str, numeral: str) -> tuple[Decimal, Decimal] | None:
    """Return the ends of what is no exact numeral by itself: 두세, 이삼백, 수십억, 십수; of a native one, it twice."""
    if kind == "native":
        value = native_value(numeral)
        ends = NATIVE_RANGES.get(numeral)
        if ends:
            return Decimal(ends[0]), Decimal(ends[1])
        return None if value is None else (value, value)
    if kind == "between":
        low, high = (numeral_value(digit + numeral[2:]) for digit in numeral[:2])
        return None if low is None or high is None else (low, high)
    if kind == "teen":
        tens = numeral_value(numeral[:-1]) or Decimal(10)
        return tens + 1, tens + 9
    scale = numeral.removeprefix("수").removeprefix("몇").strip(" ")
    unit = numeral_value(scale) if scale else Decimal(1)
    if unit is None:
        return None
    return 2 * unit, (unit * 99 / 10 if scale else Decimal(9))
