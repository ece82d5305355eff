"""The dates named so far: what 이날, 같은 달, 이듬해 and 전년 동기 count from, and what a bare day goes on from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from sasil.components.time.direction import Direction, direction, is_reported, same_sentence
from sasil.components.time.expression import Expression
from sasil.components.time.festivals import trading_day
from sasil.components.time.patterns.sentences import ADNOMINAL, COMPARED_AFTER, ROWS
from sasil.components.time.point import Point
from sasil.components.time.when import When, day_of, month_of, quarter_of

_COMPARED_AFTER = re.compile(COMPARED_AFTER, re.X)
_ADNOMINAL = re.compile(ADNOMINAL, re.X)
# How far back 이날, and how far back 전날 and 다음 날, may look for the day that they count from.
_FAR, _NEAR, _WIDE = 1500, 200, 300
_AT_FIRST = ("당초 ", "애초 ", "애초에 ", "원래 ")
_ROWS = re.compile(ROWS, re.X)
_PARAGRAPHS = re.compile("\n+")
_GRAINS = ("month", "day", "quarter", "half", "season")


@dataclass(slots=True)
class Named:
    """A date that was named: its ends, its place, whether it told its year, and whether it told its month."""

    first: When
    second: When | None
    start: int
    end: int
    explicit: bool
    with_month: bool


class Discourse:
    """Remembers the dates of a text, in order."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text = text
        self.anchor = anchor
        self.main: Named | None = None
        self.plan: dict[int, When] = {}
        self.last: Named | None = None
        self.day: Named | None = None
        self.period: Named | None = None
        self.inherited = False

    def remember(self, expression: Expression, first: When, second: When | None, explicit: bool) -> None:
        """Take a date that was resolved into account for those that follow."""
        self.inherited = False
        point = expression.first
        if not point.has_date:
            return
        named = Named(
            first, second, expression.start, expression.end, explicit, point.has_month or point.day_rel is not None
        )
        if first.unit == "day" and not self._is_report(expression):
            self.day = named
            if not point.has_year:
                self._take_main(named)
        if first.unit != "day" and not point.is_anaphoric and not _COMPARED_AFTER.match(self.text, expression.end):
            self.period = named
        if point.has_month:
            self._take_plan(first, second or first)
        self.last = named

    def _is_report(self, expression: Expression) -> bool:
        """Say whether a day is only that of the report, behind another in its sentence (… 열었다고 5일 밝혔다)."""
        if self.day is None or self.last is None or not is_reported(self.text, expression.end):
            return False
        return same_sentence(self.text, self.last.end, expression.start)

    def _take_main(self, named: Named) -> None:
        """Keep the day nearest to the publication: what the article is about."""
        day, held = named.first.first, self.main.first.first if self.main else None
        if self.anchor is None or day is None or named.second is not None:
            return
        if held is None or abs(day - self.anchor) < abs(held - self.anchor):
            self.main = named

    def _take_plan(self, first: When, last: When) -> None:
        """Keep the days of an event whose month is told: 6일 of 11월 5~8일 is one of them."""
        same = (first.unit, first.year, first.number) == (last.unit, last.year, last.number)
        if first.unit == "day" and same and first.number and first.day and last.day:
            for day in range(first.day, min(last.day, 31) + 1):
                self.plan[day] = When("day", first.year, first.number, day)

    def planned(self, point: Point, end: int) -> When | None:
        """Return the day of an event named before that a bare day is (첫날인 2일), or None."""
        if point.month is not None or point.has_year or point.day is None or is_reported(self.text, end):
            return None
        return self.plan.get(point.day)

    def before(self, point: Point, start: int, anchor: date | None) -> When | None:
        """Return the date that a point without year, or without month, goes on from, or None."""
        last = self.last
        if last is None or not self._goes_on(last, point, start, anchor):
            return None
        when = last.first
        if when.unit in _GRAINS and (point.month or not point.day or when.unit in ("day", "month")):
            return when
        return when if when.unit == "year" and start - last.end <= 3 and point.day is None else None

    def _goes_on(self, last: Named, point: Point, start: int, anchor: date | None) -> bool:
        between = self.text[last.end : min(start, last.end + _WIDE)]
        bare_day = point.month is None and point.day is not None
        if same_sentence(self.text, last.end, start):
            return (last.explicit or bare_day) and not _ADNOMINAL.search(between)
        if point.numeric and point.month and last.explicit and last.first.unit == "day" and _ROWS.fullmatch(between):
            return True
        # 축제는 4월 12일 개막한다. 13일에는 …: the plan goes on in the next sentence.
        first = last.first.first
        ahead = first is not None and anchor is not None and first > anchor
        if self.text.endswith(_AT_FIRST, 0, start):
            return False
        return bare_day and ahead and last.with_month and "\n" not in between and len(between) < 160

    def anaphor(self, point: Point, anchor: date | None, low: When | None) -> When | None:
        """Return what 이날, 같은 해, 전년 동기 … stand for, X where nothing was named; None for other points."""
        if point.period_same:
            return self._same_period(point, anchor)
        if point.day_same is not None:
            return self._same_day(point, low)
        if point.trading_same is not None:
            day = self._same_day(replace(point, day_same=0), low).first or anchor
            return When("day") if day is None else day_of(trading_day(day, point.trading_same))
        if point.quarter_same is not None:
            return self._quarter(point.quarter_same, anchor)
        if point.month_same is not None and point.month_same < 0 and point.day is None:
            return self._month_before(point, anchor)
        if point.year_same is not None:
            return self._of_same_year(point, anchor, low)
        return None

    def month(self, point: Point) -> When | None:
        """Return the month that 같은 달 names, or None for other points."""
        if point.month_same is None:
            return None
        base = self.last.second or self.last.first if self.last else None
        if base is None or base.unit not in ("month", "day"):
            return When("month")
        return When("month", base.year, base.number).next(point.month_same) if base.number else When("month")

    def same_period_end(self, point: Point) -> When | None:
        """Return the last end of the range that 전년 동기 repeats in another year, or None."""
        if not point.period_same or self.period is None or self.period.second is None:
            return None
        return self.period.second.years_on(self._years_back(point))

    def _years_back(self, point: Point) -> int:
        return point.year_same if point.year_same is not None else point.year_rel if point.year_rel is not None else 0

    def _same_period(self, point: Point, anchor: date | None) -> When:
        named = self.period or self.day
        back = self._years_back(point)
        if named is None:
            is_told = anchor is not None and (point.year_same is not None or point.year_rel is not None)
            return When("year", anchor.year + back if anchor and is_told else None)
        if named.first.unit == "year" and named.second is None and point.year_same is None and point.year_rel is None:
            return When("year")
        return named.first.years_on(back)

    def _same_day(self, point: Point, low: When | None) -> When:
        shift = point.day_same or 0
        base = low if low is not None and low.unit == "day" else None
        if base is None and self.day is not None and point.start - self.day.end <= (_NEAR if shift else _FAR):
            told = self._story(point) if not shift else None
            if told is not None:
                return told
            if self.day.second is not None and shift <= 0:
                return When("day", None, None, point.day)
            base = self.day.second or self.day.first
        if base is None:
            return When("day", None, None, point.day)
        return base.next(shift)

    def _story(self, point: Point) -> When | None:
        """Return the day of the story for 이날 in a paragraph of its own, if a day told aside was the last; or None."""
        if self.main is None or self.day is None or self.main is self.day:
            return None
        breaks = len(_PARAGRAPHS.findall(self.text, self.day.end, point.start))
        if not breaks or (breaks == 1 and self.main.first.first != self.anchor):
            return None
        ahead = direction(self.text, point.start, point.end) > Direction.UNSAID
        return None if ahead and breaks == 1 else self.main.first

    def _quarter(self, shift: int, anchor: date | None) -> When:
        if self.period is not None and self.period.first.unit == "quarter":
            return (self.period.second or self.period.first).next(shift)
        return quarter_of(anchor, shift) if anchor else When("quarter")

    def _month_before(self, point: Point, anchor: date | None) -> When:
        last = self.last
        if last is not None and last.first.unit == "month" and last.first.number:
            return last.first.next(point.month_same or 0)
        return month_of(anchor, point.month_same or 0) if anchor else When("month")

    def _of_same_year(self, point: Point, anchor: date | None, low: When | None) -> When:
        shift = point.year_same or 0
        base = low or self._budget_year(point, anchor) or self._year_base(shift, anchor)
        if base is not None and base.year is not None:
            year: int | None = base.year + shift
        else:
            year = anchor.year + shift if anchor and shift < 0 else None
        if point.day is not None and point.month is not None:
            return When("day", year, point.month, point.day)
        if point.half or point.quarter:
            return When("half" if point.half else "quarter", year, point.half or point.quarter)
        return When("month", year, point.month) if point.month else When("year", year)

    def _budget_year(self, point: Point, anchor: date | None) -> When | None:
        """Return the coming year that 전년 is compared with in its sentence: 내년도 예산을 전년보다 늘렸다; or None."""
        named = self.last
        if named is None or anchor is None or named.first.unit != "year" or named.second is not None:
            return None
        is_coming = named.first.year == anchor.year + 1
        return named.first if is_coming and same_sentence(self.text, named.end, point.start) else None

    def _year_base(self, shift: int, anchor: date | None) -> When | None:
        """Return the date that 그해 or 전년 counts from: for 전년 one near the publication or in the sentence."""
        named = self.period if shift < 0 else self.last
        if named is None:
            return None
        when = named.second or named.first
        if shift < 0 and (anchor is None or when.year is None or not anchor.year - 2 <= when.year <= anchor.year):
            return when if anchor is None or ((when.year or 0) <= anchor.year and self.last is named) else None
        return when
