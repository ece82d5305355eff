"""Dates so long before or after the publication: 2년 전, 사흘 뒤, 10년 후."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sasil.components.time.direction import same_sentence
from sasil.components.time.lengths import Length
from sasil.components.time.patterns.lengths import AFTER_EVENT, AGO, AGO_ALONE, AGO_PART, DUTY
from sasil.components.time.vocabulary import time_words
from sasil.components.time.when import SEASONS, When, day_of, month_of, moved, week_of
from sasil.values import Distance

_AGO = re.compile(AGO, re.X)
_ALONE = re.compile(AGO_ALONE, re.X)
_AFTER_EVENT = re.compile(AFTER_EVENT, re.X)
_AGO_PART = re.compile(AGO_PART, re.X)
_DUTY = re.compile(DUTY, re.X)
_FROM = re.compile(r"[0-9가-힣]에서[ ]")
_UNITS = {"Y": "year", "YY": "year", "M": "month", "W": "week", "D": "day"}


@dataclass(frozen=True, slots=True)
class Ago:
    """A date so many years, months, weeks or days from the publication, in its place."""

    start: int
    end: int
    unit: str
    offset: int
    season: str | None = None
    month: int | None = None

    @property
    def distance(self) -> Distance:
        """The distance, for a text whose publication date is not known."""
        return Distance.model_validate({"unit": self.unit, "offset": self.offset})

    def when(self, anchor: date | None) -> When:
        """Return the date, in the grain that the length has."""
        if self.unit == "year":
            return self._in_year(anchor.year + self.offset if anchor else None)
        if anchor is None:
            return When(self.unit)
        if self.unit == "month":
            return month_of(anchor, self.offset)
        return week_of(anchor, self.offset) if self.unit == "week" else day_of(moved(anchor, self.offset))

    def _in_year(self, year: int | None) -> When:
        if self.season:
            return When("season", year, SEASONS.index(self.season) + 1)
        return When("month", year, self.month) if self.month else When("year", year)


def base_of(text: str, found: Ago, before: tuple[int, When] | None, anchor: date | None) -> date | None:
    """Return the day that a distance counts from: the publication, or a year (지난해 158억에서 5년 뒤 906억).

    ``before`` is the date named last, with its end.
    """
    if before is None or found.unit != "year" or found.offset < 0:
        return anchor
    end, when = before
    if when.unit != "year" or when.year is None or not same_sentence(text, end, found.start):
        return anchor
    return date(when.year, 1, 1) if _FROM.search(text, end, found.start) and 1 <= when.year <= 9999 else anchor


def read_ago(text: str, length: Length) -> Ago | None:
    """Return the date that a length makes with 전, 뒤 or 후; None where it counts from an event (시행 3개월 전).

    >>> text = "2년 전 시작했다"
    >>> str(read_ago(text, Length(0, 2, "P2Y", "P2Y", unit="Y", count=2)).when(date(2024, 3, 5)))
    '2022'
    """
    found = _AGO.match(text, length.end)
    unit = _UNITS.get(length.unit)
    if found is None or unit is None or length.count is None or length.modifier == "vague":
        return None
    place = (max(0, length.start - 8), length.start)
    if _AFTER_EVENT.search(text, *place) or not _ALONE.search(text, *place):
        return None
    end = found.end("ago")
    if unit == "day" and (text.startswith("까지", end) or _DUTY.match(text, end)):
        # 30일 전까지 신청: counted from what is applied for.
        return None
    sign = -1 if found["ago"] == "전" else 1
    part = _AGO_PART.match(text, end) if unit == "year" else None
    if part is None:
        return Ago(length.start, end, unit, sign * length.count)
    season = time_words()[part["season"]].n if part["season"] else None
    return Ago(length.start, part.end(), unit, sign * length.count, season, int(part["month"] or 0) or None)
