"""Find counts and measures in a text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from sasil.components.numbers.measures import Measure, is_unit_alone, measures
from sasil.components.numbers.tables import cells
from sasil.components.numbers.values import ends
from sasil.components.quantity.ambiguous import counts
from sasil.components.quantity.nouns import counted_noun
from sasil.components.quantity.patterns import DEGREES, HEIGHTS, PREFIXES, SURE
from sasil.doc import Word, starts_of
from sasil.record import QuantityMention
from sasil.values import QuantityValue

_KINDS = frozenset({"counter", "whole", "measure"})
_PREFIXES = re.compile(PREFIXES)
_NEAR = 14
_WRITTEN_ON = re.compile(r"[급형용]|짜리|예요|이에요|이?죠|랍니다|이랍니다")
_ORDINAL = re.compile(r"(?<![가-힣])제[ ]?\Z")
_CHAINED = re.compile(r"[0-9][-:/·.]\Z")
_ABOVE_SEA = re.compile(r"해발[ ]?\Z")
_BELOW_ZERO = re.compile(r"영하[ ]?\Z")
_CHANGE = re.compile(r"(?:에서|이던[ ]것을|[ ]?→)[ ]?(?:(?:최대|총|연|약|월|최고|평균)[ ]?)?")
_HALF = re.compile(r"[ ]반(?![가-힣])|[ ]반(?=[이가을의으])")


def find_quantities(text: str, words: Sequence[Word] = ()) -> list[QuantityMention]:
    """Return the counts and measures of a text in order, not overlapping; ``of`` is the noun beside the number.

    >>> [(m.text, m.value.amount, m.value.unit, m.value.of) for m in find_quantities("5개 분야 20+2개 과제")]
    [('5개', '5', '개', '분야'), ('20+2개', '22', '개', '과제')]
    """
    found = [
        _mention(text, m, words)
        for m in measures(text)
        if m.unit.kind in _KINDS and _ends_a_word(text, m, words) and _is_quantity(text, m)
    ]
    found = _carried(text, found)
    for number, unit, scale, _ in cells(text):
        if unit.kind in _KINDS:
            value = QuantityValue.model_validate({**ends(number.low * scale, number.high * scale), "unit": unit.form})
            start, end = number.start, number.end
            found.append(QuantityMention(start=start, end=end, text=text[start:end], value=value, by="quantity.table"))
    return sorted(found, key=lambda mention: mention.start)


def _ends_a_word(text: str, m: Measure, words: Sequence[Word]) -> bool:
    """Whether a unit ends with a word of Kiwi's, or with what it may have joined to it: 3톤급, 57세예요."""
    last = bisect_left(starts_of(words), m.end) - 1
    return not words or (last >= 0 and words[last].end == m.end) or bool(_WRITTEN_ON.match(text, m.end))


def _carried(text: str, found: list[QuantityMention]) -> list[QuantityMention]:
    """Give the second end of a change the noun of the first: 학점은 130학점에서 120학점으로."""
    for at, (first, second) in enumerate(pairwise(found), 1):
        before, after = first.value, second.value
        if before and after and after.of is None and before.unit == after.unit:
            changed = _CHANGE.fullmatch(text, first.end, second.start)
            value = after.model_copy(update={"of": before.of}) if changed else after
            found[at] = second.model_copy(update={"value": value})
    return found


def _mention(text: str, m: Measure, words: Sequence[Word]) -> QuantityMention:
    start, end, low, high = m.start, m.end, m.low, m.high
    cold = _BELOW_ZERO.search(text[max(0, start - 3) : start]) if m.unit.form in DEGREES else None
    lead = m.lead
    if cold:
        start -= len(cold[0])
        low, high, lead = -high, -low, start
    above = _ABOVE_SEA.search(text[max(0, start - 3) : start]) if m.unit.form in HEIGHTS else None
    if above:
        start -= len(above[0])
        lead = start
    half = _HALF.match(text, end) if m.unit.kind == "measure" or m.unit.form == "배" else None
    if half and m.exact:
        low = high = low + Decimal("0.5")
        end = half.end()
    value = QuantityValue.model_validate(
        {
            **ends(low, high),
            "unit": m.unit.form,
            "of": counted_noun(text, lead, end, m.unit.form, m.unit.kind, words),
            "modifier": m.modifier,
            "per": m.per,
        }
    )
    return QuantityMention(start=start, end=end, text=text[start:end], value=value, by=f"quantity.{m.unit.kind}")


def _is_quantity(text: str, m: Measure) -> bool:
    left = text[max(0, m.start - _NEAR) : m.start]
    if _ORDINAL.search(left) or _CHAINED.search(left) or _is_each(text, m):
        return False
    if is_unit_alone(text, m):
        return False
    if m.unit.kind == "measure" and not m.unit.cues:
        return True
    if m.number.kind == "digits" and text[m.start] == "0" and m.low >= 1:
        return False
    if abs(m.high) < m.unit.least or not _is_free(left, m) or not _has_cue(text, left, m):
        return False
    return counts(text, left, m)


def _is_each(text: str, m: Measure) -> bool:
    """Whether it is a rate and no count: 1인당, 1곳마다."""
    return text[m.end : m.end + 1] == "당" or (
        m.high == 1 and m.number.kind == "digits" and text.startswith("마다", m.end)
    )


def _is_free(left: str, m: Measure) -> bool:
    """Whether the number stands free enough for its counter: not 내덕1동."""
    if m.number.kind == "sino" and m.unit_start == m.number.end:
        # 만기, 천장, 일조량: with a counter right behind them, numerals of Hangul are mostly words.
        return m.unit.form in SURE and (m.number.end - m.number.start > 1 or m.unit.form == "명")
    if m.number.kind != "digits" or len(m.unit.form) > 1 or m.unit.form in SURE or not left:
        return True
    return not "가" <= left[-1] <= "힣" or bool(_PREFIXES.search(left))


def _has_cue(text: str, left: str, m: Measure) -> bool:
    if m.unit.numerals == "digits" and m.number.kind != "digits":
        return False
    if m.unit.numerals == "native" and m.number.kind != "native":
        return False
    if m.unit.cues is None or (m.unit.form in DEGREES and m.high < 0):
        return True
    return bool(m.unit.cues.search(text, max(0, m.start - _NEAR), m.end + _NEAR))
