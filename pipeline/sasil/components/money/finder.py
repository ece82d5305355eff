"""Find amounts of money in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from sasil.components.money.patterns import (
    BARE_AFTER,
    BARE_BEFORE,
    ENGLISH_SCALE,
    ENGLISH_SCALES,
    FULL_HOUSE,
    LIST_SIGNS,
)
from sasil.components.numbers.finder import numbers
from sasil.components.numbers.measures import Measure, around, measures
from sasil.components.numbers.number import Number
from sasil.components.numbers.tables import cells
from sasil.components.numbers.units import currencies_before, unit_at
from sasil.components.numbers.values import ends
from sasil.doc import Word
from sasil.record import MoneyMention
from sasil.values import Modifier, MoneyValue

_FULL_HOUSE = re.compile(FULL_HOUSE)
_ENGLISH = re.compile(ENGLISH_SCALE)
_BARE_BEFORE = re.compile(BARE_BEFORE)
_BARE_AFTER = re.compile(BARE_AFTER)
_LISTED = re.compile(LIST_SIGNS)
# (단위: 백만 원), 사업비(천 원): a unit, no amount.
_UNIT_BEFORE = re.compile(r"(?:단위[ ]{0,2}[:：]?[ ]{0,2}|[가-힣 ][(（\[])\Z")
_ORDINAL = re.compile(r"(?<![가-힣])제[ ]?\Z")
_REACH = 60


def find_money(text: str, words: Sequence[Word] = ()) -> list[MoneyMention]:
    """Return the amounts of money of a text in order, not overlapping, in the base unit of their currency.

    >>> [(m.text, m.value.amount, m.value.currency) for m in find_money("국비 120억·시비 80억 등 총 200억 원")]
    [('120억', '12000000000', 'KRW'), ('80억', '8000000000', 'KRW'), ('200억 원', '20000000000', 'KRW')]
    """
    found = [_mention(text, m) for m in measures(text) if m.unit.kind == "money" and _is_money(text, m)]
    found += _before(text)
    found += _in_english(text)
    found += _in_tables(text)
    taken = {at for mention in found for at in (mention.start, mention.end)}
    found += [mention for mention in _bare(text) if mention.start not in taken and mention.end not in taken]
    return _apart(found)


def _apart(found: list[MoneyMention]) -> list[MoneyMention]:
    """Return mentions in the order of the text, the longest where two overlap."""
    kept: list[MoneyMention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _mention(text: str, m: Measure) -> MoneyMention:
    value = MoneyValue(**ends(m.low, m.high), currency=m.unit.code, modifier=m.modifier, per=m.per)
    return MoneyMention(start=m.start, end=m.end, text=text[m.start : m.end], value=value, by="money.amount")


def _is_money(text: str, m: Measure) -> bool:
    if abs(m.high) < m.unit.least or _ORDINAL.search(text[max(0, m.start - 3) : m.start]):
        return False
    if m.number.kind == "sino" and _UNIT_BEFORE.search(text[max(0, m.start - 6) : m.start]):
        return False
    return m.number.low != 10_000 or text[m.start] != "만" or not _FULL_HOUSE.match(text, m.end)


@cache
def _signs() -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the currencies that stand before a number, by their sign."""
    codes = currencies_before()
    forms = "|".join(re.escape(form) for form in sorted(codes, key=len, reverse=True))
    return codes, re.compile(rf"(?<![A-Za-z])(?P<sign>{forms})[ ]?(?=[0-9０-９])")


def _before(text: str) -> Iterator[MoneyMention]:
    """Give the amounts with their currency before them: $45만, US$ 2.4 billion, €1,200만."""
    codes, pattern = _signs()
    found = list(pattern.finditer(text))
    at = {number.start: number for number in numbers(text)} if found else {}
    for sign in found:
        number = at.get(sign.end())
        if number is not None:
            yield _scaled(text, sign.start(), number, codes[sign["sign"]])


def _scaled(text: str, start: int, number: Number, code: str) -> MoneyMention:
    scale = _ENGLISH.match(text, number.end)
    end = scale.end() if scale else number.end
    factor = ENGLISH_SCALES[scale["scale"].lower() if len(scale["scale"]) > 1 else scale["scale"]] if scale else 1
    unit = unit_at(text, end)
    if unit is not None and unit[1].code == code:
        end = unit[0] + len(unit[1].form)
    return _money(text, start, end, number, factor, code, "money.sign")


def _in_english(text: str) -> Iterator[MoneyMention]:
    """Give the amounts in English: 30 million USD."""
    if "illion" not in text:
        return
    for number in numbers(text):
        scale = _ENGLISH.match(text, number.end)
        unit = unit_at(text, scale.end()) if scale else None
        if scale and unit is not None and unit[1].kind == "money" and len(scale["scale"]) > 1:
            end = unit[0] + len(unit[1].form)
            factor = ENGLISH_SCALES[scale["scale"].lower()]
            yield _money(text, number.start, end, number, factor, unit[1].code, "money.amount")


def _money(text: str, start: int, end: int, number: Number, factor: int, code: str, by: str) -> MoneyMention:
    modifier, per = around(text, start, end, number.modifier)
    return _built(text, start, end, number, Decimal(factor), code, modifier, per, by)


def _built(
    text: str, start: int, end: int, number: Number, factor: Decimal, code: str,
    modifier: Modifier | None, per: str | None, by: str,
) -> MoneyMention:  # fmt: skip
    amounts = ends(number.low * factor, number.high * factor)
    value = MoneyValue(**amounts, currency=code, modifier=modifier, per=per)
    return MoneyMention(start=start, end=end, text=text[start:end], value=value, by=by)


def _in_tables(text: str) -> Iterator[MoneyMention]:
    for number, unit, scale in cells(text):
        if unit.kind == "money":
            code = unit.code
            yield _built(text, number.start, number.end, number, scale, code, number.modifier, None, "money.table")


def _bare(text: str) -> Iterator[MoneyMention]:
    """Give the amounts without a currency that budgets and enumerations have: 국비 120억·시비 80억 원, (54억)."""
    candidates = [n for n in numbers(text) if text[n.end - 1] in "억조만천" and n.high >= 10_000_000]
    if not candidates:
        return
    stated = [m for m in measures(text) if m.unit.kind == "money"]
    following = 0
    for number in candidates:
        while following < len(stated) and stated[following].start < number.end:
            following += 1
        if unit_at(text, number.end) is not None or not _BARE_AFTER.match(text, number.end):
            continue
        near = stated[following] if following < len(stated) else None
        listed = near is not None and _is_listed(text, number.end, near.start)
        before = _BARE_BEFORE.search(text[max(0, number.start - 12) : number.start])
        last = text[number.end - 1]
        if (listed and last in "억조만") or (before and (last in "억조" or number.high >= 10**8)):
            code = near.unit.code if listed and near is not None else "KRW"
            yield _money(text, number.start, number.end, number, 1, code, "money.bare")


def _is_listed(text: str, end: int, start: int) -> bool:
    """Whether an enumeration goes on from one place to the amount at another, on the same line."""
    return start - end < _REACH and bool(_LISTED.match(text, end)) and "\n" not in text[end:start]
