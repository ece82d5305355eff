"""How a project stands: planned, ongoing, completed, by the words around its names and by its period."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from sasil.components.projects import cues
from sasil.record import Period

Status = Literal["planned", "ongoing", "completed", "unknown"]

_FIRST, _FINALS, _PAST, _PRESENT = 0xAC00, 28, 20, 4
_SYLLABLES = "".join(chr(code) for code in range(_FIRST, 0xD7A4) if (code - _FIRST) % _FINALS in (_PAST, _PRESENT))
_PREDICATE = re.compile(f"[{_SYLLABLES}](?=다(?:[.”]|고|며|는))")
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
    told = list(stretches)
    by_period = _by_period(period, published)
    if by_period == "ongoing" and period is not None and period.end is None:
        over = any(cues.OVER.match(stretch) for stretch in told)
        return "completed" if over else by_period
    if by_period is not None:
        return by_period
    for stretch in told:
        found = first_status(stretch)
        if found != "unknown":
            return found
    return "unknown"


def by_tense(stretch: str) -> Status:
    """Return what the first predicate after a name tells: what is done (늘린다) is planned, what was done goes on.

    >>> by_tense("을 세 곳에 놓는다고 밝혔다."), by_tense("에 열 곳이 참여했다.")
    ('planned', 'ongoing')
    """
    found = _PREDICATE.search(stretch)
    if found is None:
        return "unknown"
    return "ongoing" if (ord(found[0][0]) - _FIRST) % _FINALS == _PAST else "planned"


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
    if period.end is not None and period.end <= day and len(published) >= 10:
        return "completed"
    return "ongoing" if period.start is not None else None
