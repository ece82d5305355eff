"""The year of a table that its quarters and halves lie in: the one in their row, or in the row above."""

from __future__ import annotations

import re
from itertools import pairwise

from sasil.components.time.patterns.signs import YEAR_4

_CELL = " | "
_FAR = 300
_PERIOD = re.compile(r"(?P<n>[1-4])(?:/4)?[ ]?분기")
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
    return _above(text, first, start, last)


def _above(text: str, row: int, start: int, last: int) -> int | None:
    """Return the one year that the rows above name; of several, the one over the run of periods at a place."""
    first = row
    for _ in range(2):
        above = text.rfind("\n", max(0, first - 1 - _FAR), max(0, first - 1)) + 1
        cells = text[above : max(0, first - 1)]
        years = list(dict.fromkeys(_YEAR.findall(cells)))
        if years or _CELL not in cells:
            if len(years) > 1 and _CELL in cells:
                return _over_run(text, row, start, last, years)
            return int(years[0]) if years and _CELL in cells else None
        first = above
    return None


def _over_run(text: str, row: int, start: int, last: int, years: list[str]) -> int | None:
    """Return the year of a period below several years: 2023년 | 2024년 over 1분기 | … | 4분기 | 1분기."""
    places = [(found.start(), int(found["n"])) for found in _PERIOD.finditer(text, row, last)]
    turns = [at for (_, n), (at, following) in pairwise(places) if following <= n]
    return int(years[sum(at <= start for at in turns)]) if len(turns) + 1 == len(years) else None
