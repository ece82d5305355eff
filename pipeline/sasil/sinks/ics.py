"""Events of records → an iCalendar file (RFC 5545), for any calendar.

An event of a day or of several is an all-day one, an event of one day with a clock time stands in Korean time. What
has no day that is fully known is left out, and counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from sasil.record import Event, Record
from sasil.sinks.replacing import replacing
from sasil.sinks.tables import day

if TYPE_CHECKING:
    import icalendar

_SEOUL = ZoneInfo("Asia/Seoul")
_NAMESPACE = UUID("5f0c3f0e-6f0b-5c55-9b0e-2d6a5f2a7c11")
_CLOCK = re.compile(r"T([01][0-9]|2[0-3]):([0-5][0-9])")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")

Moment = date | datetime


class Written(NamedTuple):
    """How many records were read, how many of their events stand in the calendar, and how many were left out."""

    records: int
    events: int
    left_out: int


def write(records: Iterable[Record], path: Path) -> Written:
    """Write the events of records as one calendar; a file that is there is replaced. Raises OSError."""
    counts: Counter[str] = Counter()
    with replacing(path) as (part,), part.open("wb") as file:
        file.write(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sasil//sasil export//KO\r\n")
        file.write(_zone().to_ical())
        for record in records:
            counts["records"] += 1
            held = list(events(record))
            counts["events"] += len(held)
            counts["left_out"] += len(record.events) - len(held)
            file.writelines(event.to_ical() for event in held)
        file.write(b"END:VCALENDAR\r\n")
    return Written(counts["records"], counts["events"], counts["left_out"])


def events(record: Record) -> Iterator[icalendar.Event]:
    """Give the events of a record whose days are known.

    The UID follows from the record's id and the event's name: the same event keeps it when its day is corrected.

    >>> event = Event(name="착공식", date="2026-05-20", time="T14:00", spans=[], by="events.quoted")
    >>> [made] = events(Record(id="a", text="", events=[event]))
    >>> print(made.to_ical().decode().split()[2])
    DTSTART;TZID=Asia/Seoul:20260520T140000
    """
    import icalendar

    met: Counter[str] = Counter()
    for event in record.events:
        met[event.name] += 1
        moments = when(event)
        if moments is None:
            continue
        made = icalendar.Event()
        made.add(
            "uid",
            str(uuid5(_NAMESPACE, f"{record.id}\n{event.name}\n{met[event.name]}".encode("utf-8", "replace").decode())),
        )
        made.add("dtstamp", _stamp(record))
        made.add("summary", _line(event.name))
        made.add("dtstart", moments[0])
        if moments[1] is not None:
            made.add("dtend", moments[1])
        if event.place:
            made.add("location", _line(event.place))
        if said := _description(record, event, moments[0]):
            made.add("description", said)
        if re.match(r"https?://[!-~]+\Z", record.article.url or ""):
            made.add("url", record.article.url)
        yield made


def when(event: Event) -> tuple[Moment, Moment | None] | None:
    """Return the start and the end (exclusive) of an event, days for an all-day one; None where a day is not known.

    The end of one with a clock time is None where the text gives none.

    >>> when(Event(name="축제", date="2026-06-05/2026-06-07", spans=[], by="events.quoted"))
    (datetime.date(2026, 6, 5), datetime.date(2026, 6, 8))
    """
    first_text, _, last_text = (event.date or "").partition("/")
    first, last = day(first_text), day(last_text or first_text)
    if first is None or last is None or last < first or last == date.max:
        return None
    clocks = [_CLOCK.fullmatch(text) for text in (event.time or "").split("/")]
    if first != last or not all(clocks) or len(clocks) > 2:
        return first, last + timedelta(days=1)
    start, *end = [
        datetime.combine(first, time(int(clock[1]), int(clock[2])), _SEOUL) for clock in clocks if clock is not None
    ]
    if not end:
        return start, None
    # 22시부터 2시까지: the end is on the next day.
    return start, end[0] if end[0] > start else end[0] + timedelta(days=1)


def _stamp(record: Record) -> datetime:
    """Return when the event was said: the day of publication, so that the same records make the same file."""
    published = day(record.article.published_at or "")
    return datetime.now(UTC) if published is None else datetime.combine(published, time(), UTC)


def _description(record: Record, event: Event, start: Moment) -> str:
    said = [f"주최: {event.host}" if event.host else "", record.article.title or ""]
    if event.time and not isinstance(start, datetime):
        said.insert(0, f"시각: {event.time.replace('T', '')}")
    return "\n".join(_line(line) for line in said if line)


def _line(text: str) -> str:
    return " ".join(_CONTROL.sub("", text).split())


@cache
def _zone() -> icalendar.Timezone:
    """Return Korean time as it is since 1988, when summer time ended."""
    import icalendar

    zone, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    zone.add("tzid", "Asia/Seoul")
    standard.add("dtstart", datetime(1988, 10, 9, 3))
    standard.add("tzoffsetfrom", timedelta(hours=10))
    standard.add("tzoffsetto", timedelta(hours=9))
    standard.add("tzname", "KST")
    zone.add_component(standard)
    return zone
