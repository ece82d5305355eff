"""Choose among the years or months that an expression leaves open: the nearest in the direction that is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from sasil.components.time.direction import Direction
from sasil.components.time.when import When, moved

Candidates = Callable[[int], When]
"""The date as it would be so many years (or months) from the publication's own."""

# A text of today may tell of tomorrow in the past tense (시는 6일 착공식을 열었다), and of yesterday in the present.
_PAST_GRACE = 2
_PRESENT_GRACE = 3
# What is announced goes on from a date of long ago only by mistake (2017년부터 지어 4월 1일 연다).
_ANNOUNCED_GRACE = 60
_TRIES = 14


def by_lead(made: Candidates, anchor: date, lead: int) -> When:
    """Return the last one that is over (지난), or the next one to come (오는), strictly.

    >>> str(by_lead(lambda k: When("month", 2024 + k, 9), date(2024, 3, 5), -1))
    '2023-09'
    """
    if lead < 0:
        return _first(made, (0, -1, -2, -3), lambda when: when.last is not None and when.last < anchor)
    if lead > 0:
        return _first(made, (0, 1, 2, 3), lambda when: when.last is not None and when.last >= anchor)
    return made(0)


def by_direction(made: Candidates, anchor: date, towards: Direction) -> When:
    """Return the nearest one in a direction; where none is shown, the one of the same year or month."""
    if towards is Direction.PAST:
        latest = moved(anchor, _PAST_GRACE)
        return _first(made, (0, -1, -2), lambda when: when.first is not None and when.first <= latest)
    if towards is Direction.UNSAID:
        return made(0)
    earliest = moved(anchor, -_PRESENT_GRACE if towards is Direction.ANNOUNCED else 0)
    return _first(made, (0, 1, 2), lambda when: when.last is not None and when.last >= earliest)


def not_before(made: Candidates, low: When, grace: int = 0) -> When:
    """Return the first one that does not end before another date begins, give or take some days."""
    if low.first is None:
        return made(0)
    earliest = moved(low.first, -grace)
    return _first(made, range(_TRIES), lambda when: when.last is not None and when.last >= earliest)


def not_after(made: Candidates, high: When) -> When:
    """Return the last one that does not begin after another date ends."""
    if high.last is None:
        return made(0)
    return _first(
        made, range(0, -_TRIES, -1), lambda when: when.first is not None and when.first <= (high.last or date.max)
    )


def ending(made: Candidates, high: When, anchor: date, towards: Direction) -> When:
    """Return the first end of a range that is open, where the last one is told: 12월부터 내년 2월까지.

    It is the one that the direction gives by itself, if that lies before the end; else the last one before it.
    """
    when = by_direction(made, anchor, towards or Direction.ANNOUNCED)
    before = when.first is not None and high.last is not None and when.first <= high.last
    return when if before and (high.first or anchor) > anchor else not_after(made, high)


def fits(when: When, anchor: date | None, towards: Direction) -> bool:
    """Say whether a date lies in the direction that is shown."""
    if anchor is None or when.first is None or when.last is None:
        return True
    if towards is Direction.PAST:
        return when.first <= moved(anchor, _PAST_GRACE)
    if towards is Direction.ANNOUNCED:
        return when.last >= moved(anchor, -_ANNOUNCED_GRACE)
    return towards is not Direction.FUTURE or when.last >= anchor


def _first(made: Candidates, steps: range | tuple[int, ...], good: Callable[[When], bool]) -> When:
    for step in steps:
        when = made(step)
        if good(when):
            return when
    return made(0)
