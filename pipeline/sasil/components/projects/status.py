"""How a project stands: planned, ongoing, completed, by the words around its names and by its period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from sasil.components.projects import cues
from sasil.record import Period

Status = Literal["planned", "ongoing", "completed", "unknown"]

_CUES: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("completed", cues.COMPLETED),
    ("ongoing", cues.ONGOING),
    ("planned", cues.PLANNED),
)


def status_of(stretches: Iterable[str], period: Period | None, published: str | None) -> Status:
    """Return the status that the sentences of a project tell; a period that is over or not begun decides.

    >>> status_of(["을 마쳤다."], None, None)
    'completed'
    >>> status_of(["을 추진한다."], Period(start="2024-01-01"), "2023-11-08")
    'planned'
    """
    by_period = _by_period(period, published)
    if by_period is not None:
        return by_period
    for stretch in stretches:
        found = first_status(stretch)
        if found != "unknown":
            return found
    return "unknown"


def first_status(stretch: str) -> Status:
    """Return what the first cue in a stretch of text tells."""
    places: list[tuple[int, Status]] = []
    for status, pattern in _CUES:
        match = pattern.search(stretch)
        if match is not None:
            places.append((match.start(), status))
    return min(places)[1] if places else "unknown"


def _by_period(period: Period | None, published: str | None) -> Status | None:
    if period is None or published is None:
        return None
    day = published[:10]
    if period.start is not None and period.start > day:
        return "planned"
    if period.end is not None and period.end < day:
        return "completed"
    return "ongoing" if period.start is not None and period.end is not None else None
