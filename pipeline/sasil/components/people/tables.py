"""People in the rows of a table of contacts: 담당 부서 | 전략기획본부 | 책임자 | 실 장 | 계무원 | (061-…)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from sasil.components.names.gazetteer import signs, title_of, titles
from sasil.components.names.patterns import RANK
from sasil.components.people.patterns import ANSWERABLE
from sasil.components.people.surroundings import Office
from sasil.components.people.units import split_unit
from sasil.record import Mention

_LONGEST_ROW = 300
_start = attrgetter("start")


def in_table(text: str, person: Mention) -> bool:
    """Tell whether a mention is a cell of a table's row."""
    start, end = _line(text, person.start)
    return "|" in text[start : person.start] and "|" in text[start:end]


def table_office(text: str, person: Mention, bodies: Sequence[Mention]) -> Office:
    """Return the office of a person in a row: the title from the cell before, unit and organisation from the rows.

    The head of a unit stands in the row of the bureau, the unit itself in the row below, unless the row names what the
    title heads: 정책과, 과장.
    """
    start, end = _line(text, person.start)
    title = _title(text[start : person.start])
    here = _units(bodies, start, end)
    below = _units(bodies, *_line(text, end + 1)) if end < len(text) and _is_row(text, end + 1) else []
    heads = ANSWERABLE.search(text[start : person.start]) is not None and not _is_head_of(title, here)
    above = _units(bodies, *_line(text, start - 1)) if start > 0 and _is_row(text, start - 1) else []
    held = (below or here) if heads else (here or above)
    if heads and here and below and split_unit(below[0].text, frozenset())[0] is not None:
        held = here
    before = [body for body in held if body.end <= person.start] if held is here else []
    body, unit = split_unit((before or held)[-1].text, frozenset()) if held else (None, None)
    owners = (split_unit(one.text, frozenset())[0] for one in (*here, *above))
    return Office(title, body or next((owner for owner in owners if owner), None), unit)


def _line(text: str, place: int) -> tuple[int, int]:
    """Return the line around a place, or as much of it as a row can be long."""
    first, last = max(place - _LONGEST_ROW, 0), min(place + _LONGEST_ROW, len(text))
    end = text.find("\n", place, last)
    return max(text.rfind("\n", first, max(place, 0)) + 1, first), last if end < 0 else end


def _is_row(text: str, place: int) -> bool:
    start, end = _line(text, place)
    return "|" in text[start:end]


def _units(bodies: Sequence[Mention], start: int, end: int) -> list[Mention]:
    first = bisect_left(bodies, start, key=_start)
    return list(bodies[first : bisect_left(bodies, end, first, key=_start)])


def _is_head_of(title: str | None, units: Sequence[Mention]) -> bool:
    """Tell whether a title is that of the head of a row's unit: 과장 of 해양정책과, not of 해양정책실."""
    return (
        title is not None
        and len(title) > 1
        and title[-1] == "장"
        and any(unit.text.endswith(title[:-1]) for unit in units)
    )


def _title(before: str) -> str | None:
    """Return the title that fills a name's cell before it, or the cell before, its padding gone: 과 장."""
    cells = ["".join(cell.split()) for cell in before.split("|")]
    if cells[-1]:
        return cells[-1] if cells[-1] in titles() and cells[-1] not in signs("address") else None
    title = cells[-2] if len(cells) > 1 else ""
    held = title_of(title)
    return title if RANK.fullmatch(title) or (held is not None and held.form not in signs("address")) else None
