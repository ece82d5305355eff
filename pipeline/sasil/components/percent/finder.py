"""Find percentages and percentage points in a text."""

from __future__ import annotations

from collections.abc import Sequence

from sasil.components.numbers.measures import measures
from sasil.components.numbers.tables import cells
from sasil.components.numbers.values import ends
from sasil.doc import Word
from sasil.record import PercentMention
from sasil.values import PercentValue


def find_percents(text: str, words: Sequence[Word] = ()) -> list[PercentMention]:
    """Return the percentages of a text in order, not overlapping; numbers of a table headed (단위: %) too.

    >>> [(m.text, m.value.amount, m.value.unit) for m in find_percents("17.8%로 6.2%포인트 뛰었다")]
    [('17.8%', '17.8', 'percent'), ('6.2%포인트', '6.2', 'percentage_point')]
    """
    found = []
    for m in measures(text):
        if m.unit.kind == "percent":
            value = PercentValue.model_validate({**ends(m.low, m.high), "unit": m.unit.code, "modifier": m.modifier})
            span = text[m.start : m.end]
            found.append(PercentMention(start=m.start, end=m.end, text=span, value=value, by="percent.sign"))
    for number, unit, _, _ in cells(text):
        if unit.kind == "percent":
            value = PercentValue.model_validate({**ends(number.low, number.high), "unit": unit.code})
            start, end = number.start, number.end
            found.append(PercentMention(start=start, end=end, text=text[start:end], value=value, by="percent.table"))
    return sorted(found, key=lambda mention: mention.start)
