"""The publication date: as it is given, or as the text itself says it (보도시점 2024. 6. 21.)."""

from __future__ import annotations

import re
from datetime import date

from sasil.components.time.patterns.sentences import PUBLISHED
from sasil.components.time.when import in_month

_PUBLISHED = tuple(re.compile(pattern, re.X) for pattern in PUBLISHED)
_NUMBERS = re.compile("[0-9]+")


def anchor_of(text: str, published: str | None) -> date | None:
    """Return the day from which relative dates count, None where neither the caller nor the text tells it.

    >>> anchor_of("등록일 2025.08.20", None), anchor_of("", "2024-03-05T09:00:00+09:00")
    (datetime.date(2025, 8, 20), datetime.date(2024, 3, 5))
    """
    if published:
        try:
            return date.fromisoformat(published.strip()[:10])
        except ValueError:
            return None
    for pattern in _PUBLISHED:
        for found in pattern.finditer(text):
            year, month, day = (int(number) for number in _NUMBERS.findall(found["date"]))
            year += 2000 if year < 100 else 0
            if in_month(year, month, day):
                return date(year, month, day)
    return None
