"""Contacts in the rows of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sasil.components.contacts.assembly import REACH, Found, assemble
from sasil.components.contacts.departments import Row, departments
from sasil.components.contacts.patterns import REACHED
from sasil.record import Contact, Mention


def in_table(text: str, places: Sequence[tuple[int, int]], persons: Sequence[Mention]) -> Iterator[Contact]:
    """Give the contacts of the rows of a table that stand at ``places``."""
    if not any(REACHED.search(text, *place) for place in places):
        return
    for row, unit, headed in departments([Row(text, *place, persons) for place in places]):
        named = any(p.kind in ("person", "title") for p in row.pieces)
        if not (row.asks or headed or named or (row.unit and len(row.cells) == 2) or _has_unit_beside_number(row)):
            continue
        of_each = _has_units_of_each(row)
        kept = [p for p in row.pieces if p.kind != "label" and (of_each or p.kind != "unit")]
        made, _ = assemble(kept, None if of_each else unit)
        for one in _shared(made, row):
            yield one.contact("table")


def _has_units_of_each(row: Row) -> bool:
    """Tell whether units stand behind numbers of a row, so that each is of what follows it alone."""
    reached = next((number for number, piece in enumerate(row.pieces) if piece.kind in REACH), len(row.pieces))
    return any(p.kind == "unit" for p in row.pieces[:reached]) and any(p.kind == "unit" for p in row.pieces[reached:])


def _has_unit_beside_number(row: Row) -> bool:
    """Tell whether a number has a unit right before it, in its cell: 새솔미술관 ☎ 053-… | 월요일 휴관."""
    pairs = zip(row.pieces, row.pieces[1:], strict=False)
    return any(a.kind == "unit" and b.kind == "phone" and row.cell(a) == row.cell(b) for a, b in pairs)


def _shared(found: list[Found], row: Row) -> list[Found]:
    """Give the one number of a row, where it fills a cell, to all persons of the row: 과장 … | 팀장 … | ☏ 041-…."""
    numbers = [piece for piece in row.pieces if piece.kind == "phone"]
    people = [one for one in found if "person" in one.held]
    if len(numbers) != 1 or len(people) <= 1:
        return found
    cell = row.cell(numbers[0])
    if any(row.cell(piece) == cell and piece.kind not in ("label", "phone") for piece in row.pieces):
        return found
    for one in people:
        one.held.setdefault("phone", numbers[0])
    return people
