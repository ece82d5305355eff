"""The year of a table that its quarters and halves lie in: the one in their row, or in the row above."""

from __future__ import annotations

import re

from sasil.components.time.patterns.signs import YEAR_4

_CELL = " | "
_FAR = 300
_YEAR = re.compile(rf"(?<![0-9]){YEAR_4}(?=년|[ ]\||[ ]?$|[.\n])")


def year_of_table(text: str, start: int, end: int) -> int | None:
    """Return the year of the table that a place stands in, or None where it stands in none or that names several.

    >>> year_of_table("구분 | 1분기 | 2분기 | 2024년 계", 5, 8), year_of_table("구분 | 2023년 | 2024년 | 1분기", 21, 24)
    (2024, 2024)
    """
    first = text.rfind("\n", max(0, start - _FAR), start) + 1
    stop = text.find("\n", end, end + _FAR)
    last = stop if stop >= 0 else min(len(text), end + _FAR)
    if _CELL not in text[first:last]:
        return None
    before = _YEAR.findall(text, first, start)
    behind = _YEAR.search(text, end, last)
    if before or behind:
        return int(before[-1]) if before else int(behind[0]) if behind else None
    return _above(text, first)


def _above(text: str, first: int) -> int | None:
    """Return the one year that the two rows above name."""
    for _ in range(2):
        above = text.rfind("\n", max(0, first - 1 - _FAR), max(0, first - 1)) + 1
        row = text[above : max(0, first - 1)]
        years = set(_YEAR.findall(row))
        if years or _CELL not in row:
            return int(years.pop()) if len(years) == 1 and _CELL in row else None
        first = above
    return None
