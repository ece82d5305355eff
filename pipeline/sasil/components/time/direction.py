"""The direction of a date that does not say its month or year: what the words of its sentence show."""

from __future__ import annotations

import re
from enum import IntEnum

from sasil.components.time.patterns.sentences import (
    AHEAD_BEFORE,
    CUES,
    REPORT_AFTER,
    RESULTS,
    SENTENCE_END,
    TOPIC_BEFORE,
)

_SENTENCE_END = re.compile(SENTENCE_END, re.X)
_CUES = re.compile(CUES, re.X)
_AHEAD_BEFORE = re.compile(AHEAD_BEFORE, re.X)
_TOPIC_BEFORE = re.compile(TOPIC_BEFORE, re.X)
_REPORT_AFTER = re.compile(REPORT_AFTER, re.X)
_RESULTS = re.compile(RESULTS, re.X)
_FAR = 240


class Direction(IntEnum):
    """Where a date lies from the publication, as the sentence shows it; ANNOUNCED is the present tense (연다)."""

    PAST = -1
    UNSAID = 0
    ANNOUNCED = 1
    FUTURE = 2


def sentence_end(text: str, at: int) -> int:
    """Return the place where the sentence that holds a place ends."""
    found = _SENTENCE_END.search(text, at, at + _FAR)
    return found.start() if found else min(len(text), at + _FAR)


def same_sentence(text: str, first: int, second: int) -> bool:
    """Say whether no sentence ends between two places."""
    return second - first <= _FAR and not _SENTENCE_END.search(text, first, second)


def is_reported(text: str, end: int) -> bool:
    """Say whether a date is that of the report (2일 밝혔다), and not of what is reported."""
    return bool(_REPORT_AFTER.match(text, end))


def is_after_topic(text: str, start: int) -> bool:
    """Say whether a date stands right behind the subject (시는 2일 …), where the day of the report stands."""
    return bool(_TOPIC_BEFORE.search(text, max(0, start - 4), start))


def speaks_of_results(text: str, end: int) -> bool:
    """Say whether results follow a period (3분기 실적), which must be over then."""
    return bool(_RESULTS.match(text, end))


def direction(text: str, start: int, end: int) -> Direction:
    """Return the direction that a sentence shows for the date ``text[start:end]``."""
    if _AHEAD_BEFORE.search(text, max(0, start - 6), start):
        return Direction.FUTURE
    stop = sentence_end(text, end)
    cue = _CUES.search(text, end, stop)
    if cue is None:
        return Direction.UNSAID
    first = _direction_of(cue)
    if first is not Direction.PAST and is_after_topic(text, start):
        *_, last = _CUES.finditer(text, cue.start(), stop)
        # 시는 12일 축제를 연다고 밝혔다: the day of the report or of the feast.
        return Direction.UNSAID if _direction_of(last) is Direction.PAST else first
    return first


def _direction_of(cue: re.Match[str]) -> Direction:
    return {"future": Direction.FUTURE, "past": Direction.PAST}.get(cue.lastgroup or "", Direction.ANNOUNCED)
