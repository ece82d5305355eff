"""The direction of a date that does not say its month or year: what the words of its sentence show."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache

from sasil.components.time.patterns.sentences import (
    AHEAD_BEFORE,
    AS_OF,
    CUES,
    MEASURED_BEFORE,
    REPORT_AFTER,
    RESULTS,
    SENTENCE_END,
    SET_FOR,
    TOPIC_BEFORE,
)

_SENTENCE_END = re.compile(SENTENCE_END, re.X)
_CUES = re.compile(CUES, re.X)
_SET_FOR = re.compile(SET_FOR, re.X)
_REPORT_AFTER = re.compile(REPORT_AFTER, re.X)
_RESULTS = re.compile(RESULTS, re.X)
_AS_OF = re.compile(AS_OF)
_FAR, _FURTHER = 240, 2000


class Direction(IntEnum):
    """Where a date lies from the publication, as the sentence shows it; ANNOUNCED is the present tense (연다)."""

    PAST = -1
    UNSAID = 0
    ANNOUNCED = 1
    FUTURE = 2


class _Scan:
    """The search for one pattern in one text, which remembers what it found for the places near by."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self.pattern, self.text = pattern, text
        self.low, self.high = 0, -1
        self.found: re.Match[str] | None = None

    def next(self, at: int, stop: int) -> re.Match[str] | None:
        """Return the first place from ``at`` on that the pattern fits before ``stop``."""
        known = self.low <= at and (at <= self.found.start() if self.found else stop <= self.high)
        if not known:
            # Many dates in a text without a cue: look further at once.
            near = self.low <= at <= self.high
            self.low, self.high = at, stop + (_FURTHER if near else 0)
            self.found = self.pattern.search(self.text, at, self.high)
        return self.found if self.found and self.found.end() <= stop else None


@lru_cache(maxsize=4)
def _scans(text: str) -> tuple[_Scan, _Scan]:
    return _Scan(_SENTENCE_END, text), _Scan(_CUES, text)


def sentence_end(text: str, at: int) -> int:
    """Return the place where the sentence that holds a place ends."""
    found = _scans(text)[0].next(at, at + _FAR)
    return found.start() if found else min(len(text), at + _FAR)


def same_sentence(text: str, first: int, second: int) -> bool:
    """Say whether no sentence ends between two places."""
    return second - first <= _FAR and not _SENTENCE_END.search(text, first, second)


def is_reported(text: str, end: int) -> bool:
    """Say whether a date is that of the report (2일 밝혔다), and not of what is reported."""
    return bool(_REPORT_AFTER.match(text, end))


def is_after_topic(text: str, start: int) -> bool:
    """Say whether a date stands right behind the subject (시는 2일 …), where the day of the report stands."""
    return text.endswith(TOPIC_BEFORE, 0, start) and (
        text[start - 3 : start - 2].isalpha() or text.startswith(")", start - 3)
    )


def speaks_of_results(text: str, end: int) -> bool:
    """Say whether results follow a period (3분기 실적), which must be over then."""
    return bool(_RESULTS.match(text, end))


def direction(text: str, start: int, end: int) -> Direction:
    """Return the direction that a sentence shows for the date ``text[start:end]``."""
    if text.endswith(AHEAD_BEFORE, 0, start) or _SET_FOR.match(text, end):
        return Direction.FUTURE
    if text.endswith(MEASURED_BEFORE, 0, start) or _AS_OF.match(text, end):
        return Direction.PAST
    stop = _quotation_end(text, end, sentence_end(text, end))
    cue = _scans(text)[1].next(end, stop)
    if cue is None or (cue[0] == "겠" and "“" in text[end : cue.start()]):
        return Direction.UNSAID
    first = _direction_of(cue)
    if first is not Direction.PAST and is_after_topic(text, start):
        *_, last = _CUES.finditer(text, cue.start(), stop)
        # 시는 12일 축제를 연다고 밝혔다: the day of the report or of the feast.
        return Direction.UNSAID if _direction_of(last) is Direction.PAST else first
    return first


def _quotation_end(text: str, end: int, stop: int) -> int:
    """Return where the words around a date end: at the mark that closes a quotation, “12월까지 낮추자”고 말했다."""
    close = text.find("”", end, stop)
    return stop if close < 0 or "“" in text[end:close] else close


def _direction_of(cue: re.Match[str]) -> Direction:
    return {"future": Direction.FUTURE, "past": Direction.PAST}.get(cue.lastgroup or "", Direction.ANNOUNCED)
