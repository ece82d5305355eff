"""From a written numeral to its value."""

from __future__ import annotations

import re
from decimal import Decimal

from sasil.components.numbers.patterns import BIG, DIGITS, NATIVE_ALONE, NATIVE_ONES, NATIVE_TENS, RUN, SMALL

_PIECE = re.compile(rf"{RUN}|\S")
_ARABIC = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?", re.ASCII)
_TENS = "|".join(NATIVE_TENS)
_ONES = "|".join(sorted(NATIVE_ONES, key=len, reverse=True))
_NATIVE = re.compile(rf"(?P<more>백|천)?(?P<tens>{_TENS})?(?P<ones>{_ONES})?")
_ASCII_DIGITS = str.maketrans("０１２３４５６７８９．，", "0123456789.,")
_LONGEST = 24
_LEFT_OUT = {BIG["억"]: BIG["만"], BIG["조"]: BIG["억"]}


def arabic_value(digits: str) -> Decimal | None:
    """Return the value of digits with commas and a point, or None where they are no one number (1.1.1, 1,2).

    >>> arabic_value("１,800"), arabic_value("24.3.5")
    (Decimal('1800'), None)
    """
    if len(digits) > _LONGEST:
        return None
    plain = digits if digits.isascii() else digits.translate(_ASCII_DIGITS)
    return Decimal(plain.replace(",", "")) if plain.isdigit() or _ARABIC.fullmatch(plain) else None


def numeral_value(numeral: str) -> Decimal | None:
    """Return the value of a numeral of digits and Sino-Korean numerals, or None where it is none; 여 counts nothing.

    >>> numeral_value("1천234억5천600만"), numeral_value("23,500백만"), numeral_value("7억5천")
    (Decimal('123456000000'), Decimal('23500000000'), Decimal('750000000'))
    """
    plain = arabic_value(numeral) if numeral[-1].isdecimal() else None
    if plain is not None:
        return plain
    total, last_big = Decimal(0), 10**20
    group: list[str] = []
    for piece in _PIECE.findall(numeral.replace("여", "")):
        if piece not in BIG:
            group.append(piece)
            continue
        value = _group_value(group) if group else Decimal(1)
        if value is None or BIG[piece] >= last_big or (total and value * BIG[piece] >= last_big):
            return None
        last_big, group = BIG[piece], []
        total += last_big * value
    rest = _group_value(group)
    if rest is None or not total:
        return rest
    if group and group[-1] in SMALL:
        # 7억5천 leaves out the 만, 2조5천 the 억.
        rest *= _LEFT_OUT.get(last_big, 1)
    return None if rest >= last_big else total + rest


def _group_value(group: list[str]) -> Decimal | None:
    """Return the value of the pieces between two powers of ten thousand: 1천234, 5백, 삼천이백."""
    value, count, last = Decimal(0), None, 10**20
    for piece in group:
        if piece in SMALL:
            if SMALL[piece] >= last:
                return None
            last = SMALL[piece]
            value += last * (1 if count is None else count)
            count = None
        elif count is not None:
            return None
        else:
            count = Decimal(DIGITS[piece]) if piece in DIGITS else arabic_value(piece)
            if count is None or count >= last:
                return None
    return value + (count or 0)


def native_value(numeral: str) -> Decimal | None:
    """Return the value of a native numeral, or None where it is none.

    >>> native_value("스물두"), native_value("석"), native_value("백열두")
    (Decimal('22'), Decimal('3'), Decimal('112'))
    """
    if numeral in NATIVE_ALONE:
        return Decimal(NATIVE_ALONE[numeral])
    parts = _NATIVE.fullmatch(numeral)
    if not parts or not (parts["tens"] or parts["ones"]):
        return None
    more = SMALL[parts["more"]] if parts["more"] else 0
    return Decimal(more + NATIVE_TENS.get(parts["tens"] or "", 0) + NATIVE_ONES.get(parts["ones"] or "", 0))
