"""Find amounts of money in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from sasil.components.money.columns import with_heads
from sasil.components.money.patterns import (
    BARE_AFTER,
    BARE_BEFORE,
    BARE_CLOSES,
    BIG_SUM,
    COUNTED_AFTER,
    COUNTED_BEFORE,
    ENGLISH_SCALE,
    ENGLISH_SCALES,
    FULL_HOUSE,
    LIST_SIGNS,
    NAMED,
    QUOTED_NAME,
    SHARES,
)
from sasil.components.numbers.finder import numbers
from sasil.components.numbers.measures import Measure, around, is_unit_alone, measures
from sasil.components.numbers.number import Number
from sasil.components.numbers.reading import numeral_value
from sasil.components.numbers.tables import cells
from sasil.components.numbers.units import sign_before, unit_at
from sasil.components.numbers.values import ends
from sasil.doc import Word
from sasil.record import MoneyMention
from sasil.values import Modifier, MoneyValue

_NAMED = re.compile(NAMED)
_QUOTED_NAME = re.compile(QUOTED_NAME)
_SHARE = re.compile(SHARES)
_SHARES_OPEN = re.compile(rf"[ ]?[(（〔\[][ ]?(?={SHARES})")
_LAST_SCALE = re.compile(r"(?P<scale>[십백천만억조]+)[ ]?(?:원|달러)\Z")
_FULL_HOUSE = re.compile(FULL_HOUSE)
_ENGLISH = re.compile(ENGLISH_SCALE)
_BARE_BEFORE = re.compile(BARE_BEFORE)
_BARE_AFTER = re.compile(BARE_AFTER)
_BARE_CLOSES = re.compile(BARE_CLOSES)
_BIG_SUM = re.compile(BIG_SUM)
_COUNTED_AFTER = re.compile(COUNTED_AFTER)
_COUNTED_BEFORE = re.compile(COUNTED_BEFORE)
_LISTED = re.compile(LIST_SIGNS)
_ORDINAL = re.compile(r"(?<![가-힣])제[ ]?\Z")
# 1,127원 30전: the hundredth of a won, in rates and prices.
_JEON = re.compile(r"[ ]?(?P<hundredths>[0-9]{1,2})전(?=(?:에서?|으로|이|을|의|은|까지|씩)?(?:[ ,.)~\n]|\Z))")
_REACH = 60
_NEAR = 16


def find_money(text: str, words: Sequence[Word] = ()) -> list[MoneyMention]:
    """Return the amounts of money of a text in order, not overlapping, in the base unit of their currency.

    >>> [(m.text, m.value.amount, m.value.currency) for m in find_money("국비 120억·시비 80억 등 총 200억 원")]
    [('120억', '12000000000', 'KRW'), ('80억', '8000000000', 'KRW'), ('200억 원', '20000000000', 'KRW')]
    """
    found = [_mention(text, m) for m in measures(text) if m.unit.kind == "money" and _is_money(text, m)]
    found += _before(text)
    found += _in_english(text)
    found += _in_tables(text)
    found += _shares(text, found)
    taken = {at for mention in found for at in (mention.start, mention.end)}
    found += [mention for mention in _bare(text) if mention.start not in taken and mention.end not in taken]
    return with_heads(text, _apart(found))


def _apart(found: list[MoneyMention]) -> list[MoneyMention]:
    """Return mentions in the order of the text, the longest where two overlap."""
    kept: list[MoneyMention] = []
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _mention(text: str, m: Measure) -> MoneyMention:
    jeon = _JEON.match(text, m.end) if m.unit.form == "원" and m.exact else None
    part = Decimal(jeon["hundredths"]) / 100 if jeon else Decimal(0)
    value = MoneyValue(**ends(m.low + part, m.high + part), currency=m.unit.code, modifier=m.modifier, per=m.per)
    # 삼백만원정 closes a sum that is written out.
    end = m.end + (m.number.kind == "sino" and m.unit.form == "원" and text.startswith("정", m.end))
    end = jeon.end() if jeon else end
    return MoneyMention(start=m.start, end=end, text=text[m.start : end], value=value, by="money.amount")


def _is_money(text: str, m: Measure) -> bool:
    if abs(m.high) < m.unit.least or _ORDINAL.search(text[max(0, m.start - 3) : m.start]):
        return False
    if is_unit_alone(text, m):
        return False
    if m.number.kind != "digits" and m.number.low in (1_000, 10_000) and _is_name(text, m):
        return False
    return m.number.low != 10_000 or text[m.start] != "만" or not _FULL_HOUSE.match(text, m.end)


def _is_name(text: str, m: Measure) -> bool:
    """Whether a price is the head of a name: 천원 택시, ‘만원 매점’."""
    quoted = text[m.start - 1 : m.start] in ("‘", "'") and m.start > 0
    return bool(_NAMED.match(text, m.end) or (quoted and _QUOTED_NAME.match(text, m.end)))


def _shares(text: str, totals: Sequence[MoneyMention]) -> list[MoneyMention]:
    """Return the shares of sums that stand in brackets behind them without a unit: 185억 원(국비 92.5, 도비 27.5)."""
    opened = [(total, at) for total in totals if (at := _SHARES_OPEN.match(text, total.end))]
    numbers_at = {number.start: number for number in numbers(text)} if opened else {}
    found: list[MoneyMention] = []
    for total, at in opened:
        scale = _LAST_SCALE.search(total.text)
        if scale and total.value and total.value.amount:
            factor = numeral_value(scale["scale"]) or Decimal(1)
            most = Decimal(total.value.amount) / factor
            found += _shared(text, at.end(), numbers_at, most, factor, total.value.currency)
    return found


def _shared(
    text: str, at: int, numbers_at: dict[int, Number], most: Decimal, factor: Decimal, code: str
) -> Iterator[MoneyMention]:
    while share := _SHARE.match(text, at):
        number = numbers_at.get(share.start("amount"))
        if number is None or number.end != share.end("amount") or number.high > most:
            return
        yield _built(text, number.start, number.end, number, factor, code, None, None, "money.share")
        at = share.end()


def _before(text: str) -> Iterator[MoneyMention]:
    """Give the amounts with their currency before them: $45만, US$ 2.4 billion, €1,200만."""
    for number in numbers(text):
        sign = sign_before(text, number.start) if text[number.start].isdecimal() else None
        if sign is not None:
            yield _scaled(text, sign[0], number, sign[1])


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
    for number, unit, scale, ceiling in cells(text):
        if unit.kind == "money":
            modifier = number.modifier or ("at_most" if ceiling else None)
            yield _built(text, number.start, number.end, number, scale, unit.code, modifier, None, "money.table")


def _bare(text: str) -> Iterator[MoneyMention]:
    """Give the amounts without a currency that budgets, enumerations and headlines have: 국비 120억·시비 80억 원."""
    candidates = [n for n in numbers(text) if text[n.end - 1] in "억조만천" and n.high >= 10_000_000]
    if not candidates:
        return
    stated = [m for m in measures(text) if m.unit.kind == "money"]
    following = 0
    for number in candidates:
        while following < len(stated) and stated[following].start < number.end:
            following += 1
        unit = unit_at(text, number.end)
        if unit is not None and (unit[1].kind != "other" or unit[0] == number.end):
            continue
        near = stated[following] if following < len(stated) else None
        listed = near is not None and _is_listed(text, number.end, near.start)
        if _is_bare(text, number, listed):
            code = near.unit.code if listed and near is not None else "KRW"
            yield _money(text, number.start, number.end, number, 1, code, "money.bare")


def _is_bare(text: str, number: Number, listed: bool) -> bool:
    """Whether a number of ten million or more is money without a currency beside it."""
    written = text[number.start : number.end]
    left = text[max(0, number.start - _NEAR) : number.start]
    hundreds = "억" in written or "조" in written
    if _BARE_AFTER.match(text, number.end):
        if listed and (hundreds or written[-1] == "만"):
            return True
        if _BARE_BEFORE.search(left) and (hundreds or number.high >= 10**8):
            return True
    # Without a unit, 억 is money but where people, views or years are counted; 조 is a group too (2조 1팀).
    if number.kind != "digits" or not ("억" in written or (_BIG_SUM.match(text, number.end) and "조" in written)):
        return False
    return bool(_BARE_CLOSES.match(text, number.end)) and not (
        _COUNTED_AFTER.match(text, number.end) or _COUNTED_BEFORE.search(left)
    )


def _is_listed(text: str, end: int, start: int) -> bool:
    """Whether an enumeration goes on from one place to the amount at another, on the same line."""
    return start - end < _REACH and bool(_LISTED.match(text, end)) and "\n" not in text[end:start]
