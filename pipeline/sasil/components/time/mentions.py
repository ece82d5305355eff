"""From what was read and resolved to mentions with their values, and the warnings that go with them."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from sasil.components.time.ago import Ago
from sasil.components.time.expression import Expression
from sasil.components.time.lengths import Length
from sasil.components.time.point import Point
from sasil.components.time.resolve import Resolved
from sasil.components.time.sets import Recurrence
from sasil.components.time.timex import bounds, is_date, is_duration, is_set, is_time
from sasil.record import DateMention, DurationMention, RecordWarning, SetMention, TimeMention
from sasil.values import DateValue, Distance, DurationValue, SetValue, TimeMod, TimeValue

_UNITS = (
    ("year_rel", "year"),
    ("month_rel", "month"),
    ("quarter_rel", "quarter"),
    ("week_rel", "week"),
    ("day_rel", "day"),
)
_ROOM = "time"


def date_or_time(text: str, resolved: Resolved) -> tuple[DateMention | TimeMention, RecordWarning | None]:
    """Return the mention of a resolved expression, with a warning where the date cannot be or the weekday differs."""
    expression = resolved.expression
    span = (expression.start, expression.end)
    surface = text[span[0] : span[1]]
    first = str(resolved.first)
    rel = _distance(resolved) if "X" in first else None
    if expression.is_time:
        value: str | None = _time(resolved)
        value = value if value is not None and is_time(value) else None
        mention: DateMention | TimeMention = TimeMention(
            start=span[0], end=span[1], text=surface, by=f"{_ROOM}.clock",
            value=TimeValue(value=value, mod="APPROX" if expression.about else None, rel=rel),
        )  # fmt: skip
    else:
        value = first if resolved.second is None else f"{first}/{resolved.second}"
        value = value if is_date(value) else None
        mention = DateMention(
            start=span[0],
            end=span[1],
            text=surface,
            by=f"{_ROOM}.{_rule(expression)}",
            value=_date_value(resolved, value, first, rel),
        )
    return mention, _warning(surface, span, value, resolved)


def ago(text: str, found: Ago, anchor: date | None) -> DateMention:
    """Return the mention of a date so long ago or ahead: 2년 전, 사흘 뒤."""
    value = str(found.when(anchor))
    first, last = bounds(value)
    return DateMention(
        start=found.start, end=found.end, text=text[found.start : found.end], by=f"{_ROOM}.ago",
        value=DateValue(
            value=value if is_date(value) else None, start=first, end=last,
            rel=found.distance if anchor is None else None,
        ),
    )  # fmt: skip


def duration(text: str, length: Length) -> DurationMention:
    """Return the mention of a length of time."""
    value = DurationValue(value=length.value, modifier=length.modifier) if is_duration(length.value) else None
    return DurationMention(
        start=length.start, end=length.end, text=text[length.start : length.end], value=value, by=f"{_ROOM}.length"
    )


def recurrence(text: str, found: Recurrence) -> SetMention:
    """Return the mention of a recurrence."""
    value = (
        SetValue.model_validate({"value": found.value, "freq": found.freq, "quant": found.quant})
        if is_set(found.value)
        else None
    )
    return SetMention(
        start=found.start, end=found.end, text=text[found.start : found.end], value=value, by=f"{_ROOM}.set"
    )


def _date_value(resolved: Resolved, value: str | None, first: str, rel: Distance | None) -> DateValue:
    if value is None:
        return DateValue(value=None)
    point, second = resolved.expression.first, resolved.expression.second
    last = first if resolved.second is None else str(resolved.second)
    mod = None if second is not None else _mod(point, resolved.expression)
    covered = bounds(first, point.part)[0], bounds(last, (second or point).part)[1]
    return (
        DateValue(value=value, start=covered[0], end=covered[1], mod=mod, rel=rel)
        if rel
        else _known(value, *covered, mod)
    )


@lru_cache(maxsize=1024)
def _known(value: str, start: str | None, end: str | None, mod: TimeMod | None) -> DateValue:
    return DateValue(value=value, start=start, end=end, mod=mod)


def _mod(point: Point, expression: Expression) -> TimeMod | None:
    mods: dict[str, TimeMod] = {"START": "START", "MID": "MID", "END": "END"}
    said = mods.get(point.part or point.year_part or "")
    return said or ("APPROX" if expression.about or point.about_now else None)


def _time(resolved: Resolved) -> str | None:
    first, second = resolved.expression.first, resolved.expression.second
    date = str(resolved.first) if first.has_date else ""
    if second is None and first.hour_low is not None:
        low = f"{date}T{first.hour_low:02d}:00"
        return f"{low}/{date}{_clock(first)}"
    if second is None:
        return f"{date}{_clock(first)}"
    other = date
    if first.has_date and second.has_date and resolved.second is not None:
        other = str(resolved.second)
    return f"{date}{_clock(first)}/{other}{_clock(second)}"


def _clock(point: Point) -> str:
    return f"T{point.daypart}" if point.hour is None else f"T{point.hour:02d}:{point.minute or 0:02d}"


def _distance(resolved: Resolved) -> Distance | None:
    """Return the distance that an expression says, where what it counts from is not known."""
    first, second = resolved.expression.first, resolved.expression.second
    rel = _said(first)
    if second is not None and second.has_date:
        # Only a distance that both ends share is one of the range: 내년 3월부터 6월까지.
        return rel if _said(second) in (rel, None) and not second.has_year and rel and rel.unit == "year" else None
    return rel


def _said(point: Point) -> Distance | None:
    for field, unit in _UNITS:
        offset = getattr(point, field)
        if offset is not None:
            return Distance.model_validate({"unit": unit, "offset": offset})
    if point.year_same is not None and point.year_same < 0:
        return Distance(unit="year", offset=point.year_same)
    if point.year_part is not None:
        return Distance(unit="year", offset=0)
    return None


def _rule(expression: Expression) -> str:
    point = expression.first
    if expression.second is not None:
        return "range"
    if point.festival is not None:
        return "festival"
    if point.is_anaphoric:
        return "anaphor"
    return "calendar" if point.year is not None or point.decade or point.century else "relative"


def _warning(surface: str, span: tuple[int, int], value: str | None, resolved: Resolved) -> RecordWarning | None:
    if value is None:
        return RecordWarning(code="impossible_date", message=f"달력에 없는 날짜입니다: {surface}", span=span)
    if resolved.weekday_differs:
        return RecordWarning(code="weekday_mismatch", message=f"날짜와 요일이 어긋납니다: {surface}", span=span)
    return None
