"""What the row of a table says of the project that it names: its period, its place, who does it, how it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sasil.components.projects.context import Stretch, line_of, within
from sasil.components.projects.scene import Scene
from sasil.components.projects.status import Status
from sasil.components.projects.tables import ROWS
from sasil.record import DateMention, Mention, Period

RoleName = Literal["lead", "partner", "funder"]

_PERIOD = re.compile(r"기\s*간")
_ENDS = re.compile(r"준\s*공|완\s*공|완\s*료|종\s*료|개\s*통")
_STARTS = re.compile(r"착\s*공|착\s*수|시\s*작")
_PLACE = re.compile(r"위\s*치|소\s*재\s*지|장\s*소|대상지|사업지")
_LEAD = re.compile(r"^(?:주관|시행|수행|추진|담당|총괄|전담)?\s*(?:기\s*관|부처|사|자)?$|^주관$")
_PARTNER = re.compile(r"참여|협력|공동")
_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("planned", re.compile(r"^(?:신\s*규|순\s*증)$")),
    ("ongoing", re.compile(r"^(?:계\s*속|\d\s*년\s*차|\d\s*차\s*연?년?도|추진\s*중|공사\s*중)$")),
    ("completed", re.compile(r"^(?:완\s*료|준\s*공|종\s*료)$")),
)
_ABOVE = 160
_BUDGET_BILL = re.compile(r"예\s?산\s?(?:안|[(（]안[)）])(?![가-힣])")
_SUM = re.compile(r"계\s*(?:[(（]|$)|총사업비|총\s?액")
_CALL = re.compile(r"공모|공고\s제\s?\d|선정계획")
_THIS_YEAR = re.compile(r"올해|금년")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class RowFacts:
    """What the cells of a row say under the heads of their columns; ``plan`` are the years that it has money for."""

    period: Period | None = None
    places: Sequence[str] = ()
    bodies: Sequence[tuple[RoleName, str]] = ()
    status: Status = "unknown"
    plan: Period | None = None


@dataclass(slots=True)
class _Found:
    start: str | None = None
    end: str | None = None
    places: list[str] = field(default_factory=list)
    bodies: list[tuple[RoleName, str]] = field(default_factory=list)
    status: Status = "unknown"
    years: list[tuple[int | None, bool]] = field(default_factory=list)
    paid: list[tuple[str, str]] = field(default_factory=list)
    summed: bool = False


def row_facts(here: Scene, moneys: Sequence[Mention], published: str | None) -> dict[str, RowFacts]:
    """Return what the rows of the tables say of the projects that they name, the first row of each."""
    facts: dict[str, RowFacts] = {}
    heads: Mapping[int, tuple[Sequence[Stretch], Period | None]] = _heads(here)
    for start, (head, bill) in heads.items():
        row = line_of(here.text, start)
        names = within(here.names, row)
        if not names or here.name(names[0]) in facts:
            continue
        cells = _cells(here.text, row)
        if len(cells) == len(head):
            read = _read(here, head, cells, moneys, published)
            facts[here.name(names[0])] = read if read.plan is not None else replace(read, plan=bill)
    return facts


def _heads(here: Scene) -> dict[int, tuple[Sequence[Stretch], Period | None]]:
    """Return for each line with a project in a table the cells of the table's head and the year of its budget bill.

    The key is the start of the line.
    """
    heads: dict[int, tuple[Sequence[Stretch], Period | None]] = {}
    if "|" not in here.text:
        return heads
    for table in ROWS.finditer(here.text):
        names = within(here.names, table.span())
        head = _cells(here.text, line_of(here.text, table.start())) if names else ()
        bill = _bill(here, table.start()) if names else None
        heads.update((line_of(here.text, name.start)[0], (head, bill)) for name in names)
    return heads


def _bill(here: Scene, table: int) -> Period | None:
    """Return the year of a budget bill that the line above a table names: < ’24년 주요 사업 예산안 >."""
    above = here.text[max(0, table - _ABOVE) : table].rstrip()
    end = max(0, table - _ABOVE) + len(above)
    line = line_of(here.text, end - 1) if above else (0, 0)
    if _BUDGET_BILL.search(here.text, *line) is None:
        return None
    years = [
        date.value for date in _dates(here, line) if date.value is not None and _YEAR.fullmatch(date.value.value or "")
    ]
    return Period(start=years[0].start, end=years[0].end) if len(years) == 1 else None


def _cells(text: str, row: Stretch) -> list[Stretch]:
    cells = []
    start = row[0]
    for piece in text[slice(*row)].split("|"):
        cells.append((start, start + len(piece)))
        start += len(piece) + 1
    return cells


def _read(
    here: Scene, head: Sequence[Stretch], cells: Sequence[Stretch], moneys: Sequence[Mention], published: str | None
) -> RowFacts:
    found = _Found()
    for title, cell in zip(head, cells, strict=True):
        _cell(here, title, cell, found, published)
        _state(here, title, cell, found, bool(within(moneys, cell)))
    period = Period(start=found.start, end=found.end) if found.start or found.end else None
    status = found.status if found.status != "unknown" else _by_years(found, published)
    if found.status == "unknown" and status == "ongoing" and _CALL.search(here.text, 0, here.heading):
        status = "planned"
    plan = None
    if found.summed and len(found.years) > 1 and found.paid:
        plan = Period(start=found.paid[0][0], end=found.paid[-1][1])
    return RowFacts(period, found.places, found.bodies, status, plan)


def _cell(here: Scene, title: Stretch, cell: Stretch, found: _Found, published: str | None) -> None:
    words = here.text[slice(*title)].strip()
    if _PLACE.search(words):
        found.places += [place.text for place in within(here.places, cell)]
    elif _PARTNER.search(words):
        found.bodies += [("partner", body.text) for body in within(here.bodies, cell)]
    elif _LEAD.match(words):
        found.bodies += [("lead", body.text) for body in within(here.bodies, cell)]
    for date in _dates(here, cell):
        value = date.value
        if value is None:
            continue
        if _PERIOD.search(words) and "/" in (value.value or ""):
            found.start, found.end = value.start, value.end
        elif _ENDS.search(words) and value.end and (published is None or value.end[:4] >= published[:4]):
            found.end = value.end
        elif _STARTS.search(words) and value.start:
            found.start = value.start


def _dates(here: Scene, cell: Stretch) -> Iterator[DateMention]:
    return (date for date in within(here.dates, cell) if isinstance(date, DateMention))


def _state(here: Scene, title: Stretch, cell: Stretch, found: _Found, paid: bool) -> None:
    words = here.text[slice(*cell)].strip()
    for status, pattern in _STATUS:
        if pattern.match(words):
            found.status = status
    spans = [(date.value.start, date.value.end) for date in _dates(here, title) if date.value is not None]
    years = [(start, end) for start, end in spans if start and end and start[:4].isdigit()]
    found.summed = found.summed or _SUM.search(here.text, *title) is not None or any(s[:4] != e[:4] for s, e in years)
    if len(years) == 1:
        found.years.append((int(years[0][0][:4]), paid))
        found.paid += years if paid else []
    elif _THIS_YEAR.search(here.text, *title):
        found.years.append((None, paid))


def _by_years(found: _Found, published: str | None) -> Status:
    """Return how a project stands by the years that it has money for: this year or one before, or later ones alone.

    A plan of several years that begins this year has not begun.
    """
    years = found.years
    now = int(published[:4]) if published is not None else None
    if now is not None and found.summed:
        now -= 1
    past = [paid for year, paid in years if year is None or (now is not None and year <= now)]
    if not years or (now is None and not past):
        return "unknown"
    return "ongoing" if any(past) else "planned"
