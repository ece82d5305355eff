"""Contacts in running text: numbers and addresses, each with whom or what it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import attrgetter

from sasil.components.contacts.assembly import Found
from sasil.components.contacts.lexing import Piece
from sasil.components.contacts.patterns import (
    CHARGE,
    DIVISION,
    EMAIL,
    FAX,
    GOES_ON,
    IN_TEXT,
    PARTICLE,
    PHONE,
    UNIT,
    titles,
    words_of,
)
from sasil.record import Contact, Mention

_REACH = 70


def in_text(
    text: str, start: int, end: int, persons: Sequence[Mention], bodies: Mapping[int, int]
) -> Iterator[Contact]:
    """Give the numbers and addresses of running text, each with the person and the unit before it.

    ``bodies`` holds the start of each ORG mention by its end. An address goes with the number before it, or without one
    with the number behind it; it counts only where the sentence goes on, so that no byline does.
    """
    named = {person.end: person for person in persons}
    waiting: Found | None = None
    last: Found | None = None
    for piece in sorted((*_numbers(text, start, end), *_addresses(text, start, end)), key=attrgetter("start")):
        if piece.kind == "email" and last is not None and "email" not in last.held:
            last.held["email"] = piece
            continue
        found = _found(text, start, piece, named, bodies)
        if piece.kind == "email" and found.unit is None and waiting is None and last is None:
            waiting = found
            continue
        if waiting is not None:
            found.held.setdefault("email", waiting.held["email"])
            waiting = None
        if last is not None:
            yield last.contact("text")
        last = found
    for one in (last, waiting):
        if one is not None:
            yield one.contact("text")


def _numbers(text: str, start: int, end: int) -> Iterator[Piece]:
    for match in PHONE.finditer(text, start, end):
        if FAX.search(text, max(start, match.start() - 6), match.start()) is None:
            yield Piece("phone", match[0], *match.span())


def _addresses(text: str, start: int, end: int) -> Iterator[Piece]:
    for match in EMAIL.finditer(text, start, end):
        if GOES_ON.match(text, match.end(), end):
            yield Piece("email", match[0], *match.span())


def _found(text: str, start: int, piece: Piece, named: Mapping[int, Mention], bodies: Mapping[int, int]) -> Found:
    """Return a number or an address with the person and the unit before it."""
    found = Found(None, {piece.kind: piece})
    before = IN_TEXT.search(text, max(start, piece.start - _REACH), piece.start)
    if before is not None:
        place = _person_before(text, before.span(1), named, found)
        found.unit = _unit_before(text, before.start(1), place, bodies)
    return found


def _person_before(text: str, place: tuple[int, int], named: Mapping[int, Mention], found: Found) -> int:
    """Take in the person who ends at a place of running text, with a title behind the name; return where both begin."""
    start, end = place
    words = text[start:end].split(" ")
    if words[-1] in titles() and len(words) > 1:
        found.held["title"] = Piece("title", words[-1], end - len(words[-1]), end)
        end -= len(words[-1]) + 1
    person = named.get(end)
    if person is None:
        found.held.pop("title", None)
        return place[1]
    found.held["person"] = Piece("person", person.text, person.start, person.end)
    return len(text[: person.start].rstrip())


def _unit_before(text: str, start: int, end: int, bodies: Mapping[int, int]) -> str | None:
    """Return the unit that ends at a place of running text."""
    if end in bodies:
        start = min(start, bodies[end]) if bodies[end] < start else start
    words = text[start:end].split()
    team = len(words) > 1 and CHARGE.search(words[-1]) is not None and DIVISION.search(words[-2]) is not None
    if not words or not (end in bodies or team or UNIT.search(words[-1])) or words[-1] in words_of("label"):
        return None
    kept: list[str] = []
    for word in reversed(words):
        if kept and (PARTICLE.search(word) or not UNIT.search(word) or word in words_of("label")):
            break
        kept.insert(0, word)
    form = " ".join(kept)
    head = bodies.get(end - len(form) - 1)
    return text[head:end] if head is not None else form
