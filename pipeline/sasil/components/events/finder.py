"""The events of a text, from the EVENT spans."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from sasil.components.events.days import daily_hours, nth_day, year_of
from sasil.components.events.host import host, hosts
from sasil.components.events.patterns import head_of
from sasil.components.events.scene import Scene, scene
from sasil.components.events.when import When, when
from sasil.components.events.where import where
from sasil.components.organizations.acting import main_body
from sasil.doc import Word
from sasil.record import Event, Mention, Organization

_MOST = 100  # events before a mention that it may belong to
_NUMBER = re.compile(r"제?\s?(\d+)\s?(?:회|차|기)")
_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-\d\d")
_FRONT = re.compile(r"^(?:제\s?\d+\s?(?:회|차|기)\s?|(?:19|20)\d\d년?\s)")


_PART = re.compile(r"(?P<prize>시상식)|(?P<close>폐[막회]식)|개[막회]식")
_ALONG = re.compile(
    r"(?:(?:함께|나란히|같이|동시에) (?:열리는|열린|열릴|개최되는|개최된|마련된)"
    r"|[식회제]에 (?:이어|앞서)(?: 열리는| 열린| 열릴| 마련된)?) ?[‘“'\"]?$"
)


@dataclass
class _Found:
    """An event while being put together: its places, and what the words around each say."""

    name: str
    plain: str
    mentions: list[Mention] = field(default_factory=list)
    moments: list[When] = field(default_factory=list)
    days: set[str] = field(default_factory=set)

    def add(self, event: Mention, held: When) -> None:
        """Take in one more place of the event, and the longer name."""
        if len(event.text) > len(self.name):
            self.name, self.plain = event.text, _plain(event.text)
        self.mentions.append(event)
        self.moments.append(held)
        if held.date is not None:
            self.days.add(held.date)


def find_events(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], organizations: Sequence[Organization] = ()
) -> list[Event]:
    """Return the events of a text in the order of their first place.

    ``mentions`` may hold mentions of all types, ``organizations`` give the full forms of hosts. Later short mentions
    and repeated leads belong to the record of the longer name. What the text does not say is None.

    >>> from sasil.record import MENTIONS
    >>> text = "5월 7일 설명회를 연다."
    >>> date = {"type": "DATE", "start": 0, "end": 5, "text": "5월 7일", "value": {"value": "2024-05-07"}, "by": "x"}
    >>> held = MENTIONS.validate_python([date, {"type": "EVENT", "start": 6, "end": 9, "text": "설명회", "by": "x"}])
    >>> [(event.name, event.date) for event in find_events(text, [], held)]
    [('설명회', '2024-05-07')]
    """
    del words
    read = scene(text, mentions)
    if not read.events:
        return []
    found: list[_Found] = []
    for event in read.events:
        held = when(read, event)
        one = _joined(found, event, held)
        if one is None:
            one = _Found(event.text, _plain(event.text))
            found.append(one)
        one.add(event, held)
    full = hosts(read, organizations)
    main = main_body(text, read.bodies, full)
    _complete(found)
    _relative(read, found)
    _daily(read, found)
    ranges = _ranges(found)
    return [_event(read, one, full, None if _is_part(one, ranges) else main) for one in found]


def _ranges(found: Sequence[_Found]) -> list[str]:
    """Return the ranges of days that the events of a text last."""
    days = (held.date for one in found for held in one.moments if held.date is not None)
    return list(dict.fromkeys(day for day in days if "/" in day))[:_MOST]


def _complete(found: Sequence[_Found]) -> None:
    """Give days without a month (2일) the month of the range that holds them, where an event of the text has one."""
    ranges = [day.split("/") for day in _ranges(found) if day.count("-") == 4]
    for one in found:
        for i, held in enumerate(one.moments):
            if held.date is None or not re.fullmatch(r"XXXX-XX-\d\d", held.date):
                continue
            fitting = [f for f, t in ranges if f[:7] == t[:7] != "XXXX-XX" and f[-2:] <= held.date[-2:] <= t[-2:]]
            if fitting:
                one.moments[i] = held._replace(date=fitting[0][:8] + held.date[-2:])


def _relative(read: Scene, found: Sequence[_Found]) -> None:
    """Give events without a day the one that another event's range tells (첫날), or that was spoken of before."""
    ranges: list[str] = []
    before: tuple[int, str] | None = None
    latest = ""
    for one in found:
        if one.days:
            ranges += [day for day in dict.fromkeys(held.date or "" for held in one.moments) if "/" in day]
            day = _best(one.moments).date or ""
            before = (one.mentions[0].start, day) if _DAY.fullmatch(day) else None
            latest = day
            continue
        for i, (mention, held) in enumerate(zip(one.mentions, one.moments, strict=True)):
            meant = nth_day(read.text, *read.sentence(mention), ranges)
            if meant is None and held.time is not None and before is not None:
                meant = before[1] if "\n" not in read.text[before[0] : mention.start] else None
            if meant is not None and held.time is not None:
                before = (mention.start, meant)
            meant = meant or _shared(read, mention, ranges[-1] if ranges else latest) or year_of(read, mention)
            if meant is not None:
                one.moments[i] = held._replace(date=meant)
                break


def _shared(read: Scene, mention: Mention, day: str) -> str | None:
    """Return the day that a part has from the event told before it: a prize-giving, an opening, one held along."""
    first, _, last = day.partition("/")
    if not _DAY.fullmatch(first):
        return None
    if _ALONG.search(read.text, max(0, mention.start - 14), mention.start):
        return day
    part = _PART.fullmatch(mention.text)
    if part is None or (part["prize"] and last):
        return None
    return (last or first) if part["close"] else first


def _daily(read: Scene, found: Sequence[_Found]) -> None:
    """Give the first event of several days the hours at which the text says that it is open."""
    for one in found:
        best = _best(one.moments)
        if "/" in (best.date or ""):
            hours = daily_hours(read) if best.time is None else None
            if hours is not None:
                one.moments = [held._replace(time=hours) if held is best else held for held in one.moments]
            return


def _joined(found: Sequence[_Found], event: Mention, held: When) -> _Found | None:
    """Return the event that a mention belongs to: of the same name, or with a name that it shortens."""
    plain = _plain(event.text)
    for one in reversed(found[-_MOST:]):
        apart = held.date is not None and one.days and held.date not in one.days
        if _numbered(one.name, event.text):
            continue
        if _same(one.plain, plain):
            if not (apart and event.by in ("events.schedule", "events.cell")):
                return one
        elif not apart and _last_words(one.name, event.text):
            return one
    return None


def _numbered(one: str, two: str) -> bool:
    """Tell whether two names bear numbers that differ: 제4회 박람회, 제5회 박람회."""
    numbers = [found[1] for name in (one, two) if (found := _NUMBER.match(name)) is not None]
    return len(numbers) == 2 and numbers[0] != numbers[1]


def _same(one: str, two: str) -> bool:
    short, long = sorted((one, two), key=len)
    return one == two or (short == head_of(short) and long.endswith(short)) or (len(short) > 5 and long.endswith(short))


def _last_words(one: str, two: str) -> bool:
    """Tell whether one name ends with the other, at a blank or as a compound (참여기업 모집 설명회, 모집 설명회)."""
    short, long = sorted((one, two), key=len)
    return long.endswith(f" {short}") or (" " not in short and len(short) > 3 and long.endswith(short))


def _plain(name: str) -> str:
    return "".join(_FRONT.sub("", name).split())


def _is_part(one: _Found, ranges: Sequence[str]) -> bool:
    """Tell whether an event is a part of one that lasts longer, whose host need not hold the part."""
    own = [moment.date for moment in one.moments if "/" in (moment.date or "")]
    if not own:
        return bool(ranges)
    first, _, last = str(own[0]).partition("/")
    return any(day != own[0] and day.split("/")[0] <= first and last <= day.split("/")[1] for day in ranges)


def _event(read: Scene, one: _Found, full: dict[str, str], main: str | None) -> Event:
    dated = _best(one.moments)
    pairs = list(zip(one.mentions, one.moments, strict=True))
    places = (where(read, mention, held) for mention, held in pairs)
    holders = (host(read, mention, full, main) for mention in one.mentions)
    time = dated.time or next((held.time for held in one.moments if held.time and held.date == dated.date), None)
    return Event(
        name=one.name,
        date=dated.date,
        time=time,
        place=_fullest([place for place in places if place]),
        host=next((holder for holder in holders if holder), None),
        spans=[(mention.start, mention.end) for mention in one.mentions],
        by=f"events.{'dated' if dated.date else 'named'}",
    )


def _fullest(places: Sequence[str]) -> str | None:
    """Return the first place, in the longest form that the text gives it: 인천, 인천 송도컨벤시아."""
    return max((place for place in places if places[0] in place), key=len, default=None)


def _best(moments: Sequence[When]) -> When:
    """Return the moment that says most: with a clock time, then a day, then a month; a range for a day of it."""
    best = min(moments, key=_vagueness)
    dated = [held for held in moments if held.date is not None]
    for held in dated:
        if best.date is None or "/" in best.date or "/" not in (held.date or ""):
            continue
        first, _, last = str(held.date).partition("/")
        if first[-3:] == best.date[-3:] or held is dated[0] or (held.topic and first <= best.date <= last):
            return held._replace(time=held.time or (best.time if first[-3:] == best.date[-3:] else None))
    return best


def _vagueness(held: When) -> tuple[int, int]:
    if held.date is None:
        return 3, 0
    return 0 if held.time else 1 if len(held.date) >= 10 else 2, held.date.count("X")
