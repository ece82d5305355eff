"""When a project begins and ends, by the dates that the text states of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date as date_of
from datetime import timedelta
from typing import NamedTuple

from sasil.components.projects import cues
from sasil.components.projects.context import Stretch, within
from sasil.components.projects.scene import Scene
from sasil.record import DateMention, Mention, Period, TimeMention

_REACH = 40
_NEAR = 16
_BESIDE = 3
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LENGTH = re.compile(r"부터\s(?:약\s)?(?:(\d{1,2})년\s?)?(?:(\d{1,2})개월)?\s?(?:간|동안)")
_LAST = 9999
_STAGE = re.compile(r"(제?\d{1,2}(?:단계|기|차)|버전\s?\d\.\d)(?:[은는(（\s]{1,3})$")


class Dated(NamedTuple):
    """A first and a last day, and where the text states them."""

    place: int
    start: str | None
    end: str | None
    phase: str | None = None


def stated_dates(here: Scene, sentence: Stretch) -> Iterator[Dated]:
    """Give the beginnings and ends that the dates of a sentence stand for."""
    held = within(here.dates, sentence)
    for index, date in enumerate(held):
        limit = held[index + 1].start if index + 1 < len(held) else sentence[1]
        dated = _dated(here, date, min(limit, date.end + _REACH), sentence)
        if dated is not None:
            yield dated


def _dated(here: Scene, date: Mention, limit: int, sentence: Stretch) -> Dated | None:
    start, end = _days(date)
    text = here.text
    after = text[date.end : limit]
    if isinstance(date, DateMention) and date.value is not None and "/" in (date.value.value or ""):
        stage = _STAGE.search(text, max(sentence[0], date.start - 12), date.start)
        lasts = _lasts(here, date, after, sentence) and cues.NOT_OURS.search(after[:_NEAR]) is None
        return Dated(date.start, start, end, stage[1] if stage else None) if stage or lasts else None
    if cues.A_MONTH.match(after) and start is not None:
        return Dated(date.start, start, end)
    before = _cue_before(text, date, sentence)
    if before is not None:
        return Dated(date.start, start, None) if before == "start" else Dated(date.start, None, end)
    breaks = start is not None and start == end and cues.BREAKING.search(text, date.end, sentence[1]) is not None
    if cues.MOVED.search(text, sentence[0], date.start):
        return Dated(date.start, None, end)
    if cues.MOVES.match(after):
        return None
    if cues.UNTIL.match(after) and cues.ASKED.search(text, max(sentence[0], date.start - _NEAR), date.start):
        return None
    if start is not None and start == end and cues.CLOSING.match(text, date.end, sentence[1]):
        return Dated(date.start, None, end)
    cue = "start" if breaks else _first_cue(after) or _cue_behind_name(here, date, sentence)
    if cue == "start":
        return Dated(date.start, start, _after_years(text, date, start))
    return Dated(date.start, None, end) if cue == "end" else None


def _lasts(here: Scene, date: Mention, after: str, sentence: Stretch) -> bool:
    """Tell whether a range is how long a project lasts: by what follows, its bracket or label, money, or the name."""
    text = here.text
    if text[date.start - 1 : date.start] in ("(", "（") or cues.LASTS.match(after) is not None:
        return True
    if cues.SPAN_LABEL.search(text, max(sentence[0], date.start - 12), date.start) is not None:
        return True
    years = getattr(date.value, "value", "").replace("/", "").isdigit()
    if years and (cues.CLOSED.match(after) or within(here.moneys, (date.end, date.end + _REACH))):
        return True
    name = next(iter(within(here.names, (date.end, sentence[1]))), None)
    if name is None:
        return False
    runs = name.start - date.end <= _BESIDE and cues.RUNS.match(text, name.end) is not None
    return runs or cues.DONE_THEN.search(text, max(date.end, name.start - _NEAR), name.start) is not None


def _cue_before(text: str, date: Mention, sentence: Stretch) -> str | None:
    """Return what the words before a date make of it: 착공은 내년 3월, 준공 목표는 2026년 10월."""
    floor = max(sentence[0], date.start - 20)
    if cues.ENDS_BEFORE.search(text, floor, date.start):
        return "end"
    return "start" if cues.STARTS_BEFORE.search(text, floor, date.start) else None


def _cue_behind_name(here: Scene, date: Mention, sentence: Stretch) -> str | None:
    """Return what the verb behind a project's name makes of the date before it: 5월 중 ‘…사업’을 시작한다."""
    name = next(iter(within(here.names, (date.end, sentence[1]))), None)
    if name is None or within(here.dates, (date.end, name.start)):
        return None
    if cues.NOT_OURS.search(here.text, date.end, name.start) or cues.UNTIL.match(here.text, date.end):
        return None
    return "start" if cues.BEGUN.match(here.text, name.end) else None


def _first_cue(after: str) -> str | None:
    """Return what the first cue after a date makes of it: ``start``, ``end``, or None."""
    begins, ends, other = (pattern.search(after) for pattern in (cues.STARTS, cues.ENDS, cues.NOT_OURS))
    if cues.FROM.match(after):
        return None if other is not None else "start"
    if cues.UNTIL.match(after):
        return None if cues.TARGETS.search(after) or cues.UNDECIDED.search(after) else "end"
    found = [(cue.start(), what) for cue, what in ((other, None), (begins, "start"), (ends, "end")) if cue is not None]
    return min(found, key=lambda place: place[0])[1] if found else None


def _days(date: Mention) -> tuple[str | None, str | None]:
    if isinstance(date, DateMention) and date.value is not None:
        return date.value.start, date.value.end
    day = _DAY.match(date.value.value or "") if isinstance(date, TimeMention) and date.value is not None else None
    return (day[0], day[0]) if day else (None, None)


def _after_years(text: str, date: Mention, start: str | None) -> str | None:
    """Return the last day where a length of time follows directly (올해부터 3년간, 7월부터 5개월 동안)."""
    length = _LENGTH.match(text, date.end)
    if length is None or start is None or not start[:4].isdigit() or not start.endswith("-01"):
        return None
    months = 12 * int(length[1] or 0) + int(length[2] or 0)
    if not months:
        return None
    after = int(start[:4]) * 12 + int(start[5:7]) - 1 + months
    return (date_of(after // 12, after % 12 + 1, 1) - timedelta(days=1)).isoformat() if after // 12 < _LAST else None


def not_followed(here: Scene, names: Sequence[Mention]) -> Sequence[Mention]:
    """Return the names in front of a date but those of plans and calls that another project only follows."""
    own = [m for m in names if not (cues.THROUGH.match(here.text, m.end) or cues.CHOSEN.match(here.text, m.end))]
    return own or names


def together(found: Sequence[Dated]) -> Period | None:
    """Make one period of what the text states: ranges first, then the first beginning and the last end."""
    for dated in found:
        if dated.start and dated.end:
            return Period(start=dated.start, end=dated.end)
    start = next((dated.start for dated in found if dated.start), None)
    end = max((dated.end for dated in found if dated.end), default=None)
    if start is not None and end is not None and start > end:
        start = None
    return Period(start=start, end=end) if start or end else None
