"""Text → amounts and times alone, without Kiwi and spaCy."""

from __future__ import annotations

from sasil.article import iso_date, nfc
from sasil.components.money.finder import find_money
from sasil.components.overlaps.finder import flatten
from sasil.components.percent.finder import find_percents
from sasil.components.quantity.finder import find_quantities
from sasil.components.time.finder import find_times
from sasil.record import Mention


def normalize(text: str, published: str | None = None) -> list[Mention]:
    """Return the amounts, dates, times, durations and sets of a text with their normal forms, in order.

    ``published`` is the date (ISO 8601) from which relative dates count; offsets count in the text in Unicode NFC.
    Raises SourceError for a date that is none.

    >>> [(m.text, m.value.model_dump()) for m in normalize("3개월간 1,800여억 원")]
    [('3개월', {'value': 'P3M'}), ('1,800여억 원', {'amount': '180000000000', 'currency': 'KRW', 'modifier': 'over'})]
    """
    text = nfc(text)
    times, _ = find_times(text, published=None if published is None else iso_date(published))
    return flatten([*times, *find_money(text), *find_percents(text), *find_quantities(text)])
