"""Resolve expressions in the order of the text: against the publication date, and against the dates named before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sasil.components.time import nearest
from sasil.components.time.built import built, weekday_differs
from sasil.components.time.counted import counted
from sasil.components.time.direction import (
    Direction,
    direction,
    is_after_topic,
    is_reported,
    speaks_of_results,
)
from sasil.components.time.discourse import Discourse
from sasil.components.time.expression import Expression
from sasil.components.time.festivals import festival_days
from sasil.components.time.point import Point
from sasil.components.time.tables import year_of_table
from sasil.components.time.when import When, day_of, month_of, moved

Ends = tuple[When, When]

# 9월 4일 조간(온라인 9월 3일): a day with its month may lie a little before the one named first.
_BACKWARD = 31


@dataclass(slots=True)
class Resolved:
    """An expression with what it stands for.

    ``second`` is the last end of a range; ``explicit``: the text tells the year; ``settled``: a later date does.
    """

    expression: Expression
    first: When
    second: When | None
    explicit: bool
    weekday_differs: bool = False
    settled: bool = False


class Resolver:
    """Reads expressions one after the other; ``anchor`` is the publication date, or None."""

    def __init__(self, text: str, anchor: date | None) -> None:
        self.text = text
        self.anchor = anchor
        self.discourse = Discourse(text, anchor)
        self._towards: Direction | None = None
        self._place = (0, 0)
        self._named_next: Resolved | None = None

    def resolve(self, expression: Expression) -> Resolved:
        """Return what an expression stands for, and remember it for those that follow."""
        self._towards, self._place = None, (expression.start, expression.end)
        first, second = self._ends(expression)
        if self._named_next is not None and self._is_told(self._named_next.expression.end, expression):
            # 화요일인 5일, 선거 당일인 24일, 추석 연휴(9. 30.~10. 4.): the date behind it says which one it is.
            self._named_next.first, self._named_next.second = first, second
        explicit = expression.first.has_year or (expression.first.lead or 0) != 0 or expression.first.counts_from_now
        differs = weekday_differs(expression.first, first) or (
            expression.second is not None and second is not None and weekday_differs(expression.second, second)
        )
        resolved = Resolved(expression, first, second, explicit or self.discourse.inherited, differs)
        self._named_next = resolved if expression.first.is_told_behind else None
        self.discourse.remember(expression, first, second, resolved.explicit)
        return resolved

    def _is_told(self, end: int, expression: Expression) -> bool:
        between = self.text[end : expression.start]
        return between == "인 " or (between == "(" and self.text.startswith(")", expression.end))

    def _ends(self, expression: Expression) -> tuple[When, When | None]:
        first, second = expression.first, expression.second
        if second is None:
            return self._single(first)
        if not second.has_date:
            return self._point(first), None
        if not first.says_when and second.says_when and not second.is_anaphoric:
            # 12월부터 내년 2월까지: the first end is the last December before.
            high = self._point(second)
            near = high if self.anchor is None or first.month is None else None
            return self._open(first, lambda made: self._before(made, high), near), high
        low = self._point(first)
        if second.says_when or second.is_anaphoric:
            return low, self._point(second, low)
        if second.is_weekday and low.first is not None:
            # 일요일 밤부터 월요일 오후까지: the next Monday.
            return low, day_of(moved(low.first, ((second.weekday or 1) - low.first.isoweekday()) % 7))
        return low, self._open(second, lambda made: nearest.not_before(made, low), low)

    def _before(self, made: nearest.Candidates, high: When) -> When:
        if self.anchor is None:
            return nearest.not_after(made, high)
        return nearest.ending(made, high, self.anchor, self._direction())

    def _single(self, point: Point) -> tuple[When, When | None]:
        days = self._festival(point)
        if days:
            return days[0], days[1] if days[1] != days[0] else None
        when = self._point(point)
        same = self.discourse.same_period_end(point)
        if same is not None:
            return when, same
        return (when, None) if not point.has_low else (self._low_end(point, when), when)

    def _low_end(self, point: Point, high: When) -> When:
        """Return the first end of a range with one unit: 8~10일, 12~2월, 2024~2028년."""
        if high.unit == "decade":
            return When("decade", number=point.decade_low)
        if high.unit == "year":
            return When("year", point.year_low)
        number = point.month_low or point.quarter_low
        if number is not None:
            year = high.year if number <= (high.number or 0) or high.year is None else high.year - 1
            return When(high.unit, year, number)
        if high.day is None or (point.day_low or 0) <= high.day:
            return high._replace(day=point.day_low)
        earlier = When("month", high.year, high.number).next(-1) if high.number else high
        return high._replace(year=earlier.year, number=earlier.number, day=point.day_low)

    # One point

    def _point(self, point: Point, low: When | None = None) -> When:
        if point.about_now:
            return self._about_now(point)
        if point.year is not None and not point.period_same:
            return built(point, point.year, point.month)
        same = self.discourse.anaphor(point, self.anchor, low)
        if same is not None:
            return same
        when = counted(point, self.anchor)
        if when is not None:
            return when
        return self._open(point, None, low)

    def _about_now(self, point: Point) -> When:
        """Return the month that 지난해 이맘때 names."""
        back = point.year_rel if point.year_rel is not None else point.year_same or 0
        return month_of(self.anchor).years_on(back) if self.anchor else When("month")

    # Points that leave their year or month open

    def _open(self, point: Point, choose: Callable[[nearest.Candidates], When] | None, near: When | None) -> When:
        """Return the date that a point is, with its year and month told, or chosen among those that they may be."""
        year = self._year(point)
        month = point.month
        if point.month_rel is not None or point.month_same is not None:
            base = month_of(self.anchor, point.month_rel or 0) if self.anchor else When("month")
            base = self.discourse.month(point) or base
            return built(point, base.year, base.number)
        if point.has_year or not (month or point.day or point.is_period):
            return built(point, year if point.has_year or point.year_part else self._this_year(), month)
        if month is None and point.day is not None:
            return self._checked(point, self._months(point, near), choose)
        return self._checked(point, self._years(point, near), choose)

    def _year(self, point: Point) -> int | None:
        if point.year is not None:
            return point.year
        if self.anchor is None:
            return None
        if point.year_part and not point.has_year and self._is_over(point.year_part):
            return self.anchor.year - 1
        if point.new_year:
            return self.anchor.year + (1 if self.anchor.month > 6 else 0)
        return self.anchor.year + (point.year_rel or 0)

    def _is_over(self, part: str) -> bool:
        """Say whether the end of a year is that of the year before: 연말 기준 214개사, told in a first half-year."""
        early = self.anchor is not None and self.anchor.month <= 6
        return early and part == "END" and self._direction() is Direction.PAST

    def _this_year(self) -> int | None:
        return self.anchor.year if self.anchor else None

    def _years(self, point: Point, near: When | None) -> nearest.Candidates:
        base = near.year if near and near.year else self._this_year()
        return lambda count: built(point, None if base is None else base + count, point.month)

    def _months(self, point: Point, near: When | None) -> nearest.Candidates:
        if near is not None and near.number and near.unit in ("day", "month"):
            month = When("month", near.year, near.number)
        else:
            month = month_of(self.anchor) if self.anchor else When("month")

        def made(count: int) -> When:
            there = month.next(count) if month.number else month
            return built(point, there.year, there.number)

        return made

    def _checked(
        self, point: Point, made: nearest.Candidates, choose: Callable[[nearest.Candidates], When] | None
    ) -> When:
        """Return the candidate that is chosen, or its neighbour where only that has the weekday that is written."""
        when = choose(made) if choose else self._chosen(point, made)
        if self.anchor is None or not weekday_differs(point, when):
            return when
        # 1월 15일(수): the weekday tells the year.
        others = [other for other in (made(-1), made(1)) if other.first and not weekday_differs(point, other)]
        return others[0] if len(others) == 1 else when

    def _chosen(self, point: Point, made: nearest.Candidates) -> When:
        lead = point.lead
        if lead and self.anchor:
            return nearest.by_lead(made, self.anchor, lead)
        towards = self._direction()
        inherited = None if lead or point.is_anaphoric else self._inherited(point, towards)
        if inherited is not None:
            return inherited
        planned = self._planned(point, towards)
        if planned is not None:
            return planned
        if self.anchor is None:
            return made(0)
        if point.is_period and (year := year_of_table(self.text, *self._place)):
            return made(0)._replace(year=year)
        if point.is_period and towards is not Direction.FUTURE and speaks_of_results(self.text, self._place[1]):
            towards = Direction.PAST
        return nearest.by_direction(made, self.anchor, towards)

    def _planned(self, point: Point, towards: Direction) -> When | None:
        """Return the day of an event named before (11월 5~8일) that a bare day is: ahead, or without a publication."""
        planned = self.discourse.planned(point, self._place[1])
        if planned is None or self.anchor is None:
            return planned
        day = planned.first
        ahead = day is not None and day >= self.anchor and towards is not Direction.PAST
        is_report = is_after_topic(self.text, self._place[0]) and towards is Direction.UNSAID
        return planned if ahead and not is_report else None

    def _direction(self) -> Direction:
        if self._towards is None:
            self._towards = direction(self.text, *self._place)
        return self._towards

    def _inherited(self, point: Point, towards: Direction) -> When | None:
        """Return the date with the year or month of the one before it in the sentence, where it goes on from that."""
        start, end = self._place
        if is_after_topic(self.text, start) or is_reported(self.text, end):
            return None
        before = self.discourse.before(point, start, self.anchor)
        if before is None:
            return None
        made = self._months(point, before) if point.month is None and point.day else self._years(point, before)
        grace = _BACKWARD if point.month and point.day else 0
        when = nearest.not_before(made, before, grace) if before.first else self._after_unknown(point, before)
        # 5일 임시회를 열고 13일까지 …에 들어갔다: an end lies behind what has begun, whatever the tense.
        fits = when is not None and (self.text.startswith("까지", end) or nearest.fits(when, self.anchor, towards))
        if when is None or not fits or weekday_differs(point, when):
            return None
        self.discourse.inherited = True
        return when

    def _after_unknown(self, point: Point, before: When) -> When | None:
        """Return a bare day in the month before it, whose year is not known: 9월 26일 개막해 28일 폐막."""
        if before.number and point.month is None and point.day and point.day > (before.day or 0):
            return built(point, before.year, before.number)
        return None

    def _festival(self, point: Point) -> Ends | None:
        if point.festival is None:
            return None
        name = point.festival

        def made(count: int) -> When:
            year = self._year(point)
            days = festival_days(name, None if year is None else year + count)
            return days[0] if days else When("year", year)

        if self.anchor is None or point.has_year:
            chosen = made(0)
        elif point.lead:
            chosen = nearest.by_lead(made, self.anchor, point.lead)
        else:
            chosen = min((made(0), made(-1), made(1)), key=lambda when: _distance(when, self.anchor))
        return festival_days(name, chosen.year) or (chosen, chosen)


def _distance(when: When, anchor: date | None) -> int:
    return abs((when.first - anchor).days) if when.first and anchor else 10**6
