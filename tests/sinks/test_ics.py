"""Events as an iCalendar file: days, clock times, what is left out, and what two other libraries make of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from drawn_records import HOSTILE, lists_of_records
from hypothesis import HealthCheck, given, settings

from sasil.record import Event, Record
from sasil.sinks import ics

KST = timezone(timedelta(hours=9))


def record(*events: dict[str, Any], name: str = "a", **article: str) -> Record:
    held = [{"spans": [], "by": "t", **event} for event in events]
    return Record.model_validate({"id": name, "text": "", "article": article, "events": held})


def read(path: Path) -> list[icalendar.Event]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert [part.errors for part in calendar.walk() if part.errors] == []
    return calendar.walk("VEVENT")


@pytest.mark.parametrize(
    ("day", "time", "start", "end"),
    [
        ("2026-05-20", None, date(2026, 5, 20), date(2026, 5, 21)),
        ("2026-06-05/2026-06-07", None, date(2026, 6, 5), date(2026, 6, 8)),  # the end of a calendar is the day after
        ("2026-05-20", "T14:00", datetime(2026, 5, 20, 14, tzinfo=KST), None),
        ("2026-05-20", "T14:00/T16:30", datetime(2026, 5, 20, 14, tzinfo=KST), datetime(2026, 5, 20, 16, 30, tzinfo=KST)),
        ("2026-05-20", "T22:00/T02:00", datetime(2026, 5, 20, 22, tzinfo=KST), datetime(2026, 5, 21, 2, tzinfo=KST)),
        ("2026-06-05/2026-06-07", "T10:00/T17:00", date(2026, 6, 5), date(2026, 6, 8)),  # each day, and not from the first to the last
        ("2026-05-20", "TXX:30", date(2026, 5, 20), date(2026, 5, 21)),
        ("2026-05-20", "T24:00", date(2026, 5, 20), date(2026, 5, 21)),
        ("2026-05-20", "TAF", date(2026, 5, 20), date(2026, 5, 21)),
    ],
)  # fmt: skip
def test_an_event_stands_on_its_day(tmp_path: Path, day: str, time: str | None, start: date, end: date | None) -> None:
    written = ics.write([record({"name": "착공식", "date": day, "time": time})], tmp_path / "a.ics")
    [event] = read(tmp_path / "a.ics")
    assert event["dtstart"].dt == start
    assert type(event["dtstart"].dt) is type(start)
    assert (event["dtend"].dt if "dtend" in event else None) == end
    assert written == (1, 1, 0)


@pytest.mark.parametrize(
    "day",
    [None, "XXXX-XX-12", "XXXX-05-20", "2026-05", "2026-W21", "2026", "2026-02-30", "2026-06-05/XXXX-06-07", "XXXX-06-05/2026-06-07", "2026-06-07/2026-06-05", "9999-12-31"],
)  # fmt: skip
def test_an_event_of_an_unknown_day_is_left_out_and_counted(tmp_path: Path, day: str | None) -> None:
    found = record({"name": "착공식", "date": day, "time": "T14:00"}, {"name": "준공식", "date": "2027-05-31"})
    assert ics.write([found], tmp_path / "a.ics") == ics.Written(records=1, events=1, left_out=1)
    assert [event["summary"] for event in read(tmp_path / "a.ics")] == ["준공식"]


def test_an_event_says_what_the_record_says(tmp_path: Path) -> None:
    event = {
        "name": "제7회 걷기축제",
        "date": "2026-06-05/2026-06-07",
        "time": "T10:00",
        "place": "물빛공원, 나루광장; 앞",
        "host": "나루시",
    }
    ics.write(
        [record(event, title="걷기축제 연다", url="https://naru.example/1", published_at="2026-05-20T09:00:00+09:00")],
        tmp_path / "a.ics",
    )
    [found] = read(tmp_path / "a.ics")
    assert found["summary"] == "제7회 걷기축제"
    assert found["location"] == "물빛공원, 나루광장; 앞"
    assert found["description"] == "시각: 10:00\n주최: 나루시\n걷기축제 연다"
    assert found["url"] == "https://naru.example/1"
    assert found["dtstamp"].dt == datetime(2026, 5, 20, tzinfo=UTC)


def uids(*records: Record) -> list[str]:
    return [str(event["uid"]) for found in records for event in ics.events(found)]


def test_an_event_keeps_its_uid_when_its_day_is_corrected_and_shares_it_with_none() -> None:
    first, moved = ({"name": "착공식", "date": f"2026-05-{day}"} for day in (20, 21))
    assert uids(record(first)) == uids(record(moved))
    assert (
        len(set(uids(record(first, moved), record(first, name="b"), record({"name": "준공식", "date": "2026-05-20"}))))
        == 4
    )


def test_lines_are_folded_between_characters_at_75_octets(tmp_path: Path) -> None:
    name = "물빛산책로" * 40
    ics.write([record({"name": name, "date": "2026-05-20", "place": "가" * 100 + "😀" * 30})], tmp_path / "a.ics")
    data = (tmp_path / "a.ics").read_bytes()
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines)
    assert read(tmp_path / "a.ics")[0]["summary"] == name


def test_another_library_reads_the_same(tmp_path: Path) -> None:
    events = [
        {"name": "착공식", "date": "2026-05-20", "time": "T14:00"},
        {"name": "축제", "date": "2026-06-05/2026-06-07", "place": "물빛공원"},
    ]
    ics.write([record(*events)], tmp_path / "a.ics")
    calendar = vobject.readOne((tmp_path / "a.ics").read_text(encoding="utf-8"))
    held, days = calendar.vevent_list
    assert held.dtstart.value.astimezone(KST) == datetime(2026, 5, 20, 14, tzinfo=KST)
    assert (days.dtstart.value, days.dtend.value, days.location.value) == (
        date(2026, 6, 5),
        date(2026, 6, 8),
        "물빛공원",
    )
    assert calendar.vtimezone.tzid.value == "Asia/Seoul"


def test_hostile_names_break_no_line(tmp_path: Path) -> None:
    ics.write(
        [
            record(
                *({"name": text, "place": text, "host": text, "date": "2026-05-20"} for text in HOSTILE),
                url="https://a\r\nb",
            )
        ],
        tmp_path / "a.ics",
    )
    found = read(tmp_path / "a.ics")
    assert len(found) == len(HOSTILE)
    assert all("url" not in event for event in found)
    assert "".join(found[HOSTILE.index("NUL\x00뒤")]["summary"]) == "NUL뒤"


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(lists_of_records())
def test_any_records_make_a_calendar(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> None:
    path = tmp_path_factory.mktemp("ics") / "a.ics"
    written = ics.write(records, path)
    assert len(read(path)) == written.events
    assert written.events + written.left_out == sum(len(one.events) for one in records)


def test_no_events_make_an_empty_calendar(tmp_path: Path) -> None:
    assert ics.write([], tmp_path / "a.ics") == (0, 0, 0)
    assert read(tmp_path / "a.ics") == []
    assert ics.when(Event(name="축제", spans=[], by="t")) is None
