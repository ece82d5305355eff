"""Contacts of a text: lines that say whom to ask, rows of a table of contacts, numbers in running text."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from sasil.components.contacts.departments import Row, departments
from sasil.components.contacts.lexing import Piece, pieces
from sasil.components.contacts.patterns import (
    EMAIL,
    IN_TEXT,
    OBITUARY,
    PARTICLE,
    PHONE,
    REACHED,
    SENTENCE,
    UNIT,
    titles,
    words_of,
)
from sasil.record import Contact, Mention

_LINE = re.compile(r"[^\n]+")
_REACH = ("phone", "email")
_LONGEST = 600
_SHORT = 40
_MOST_HELD = 6


@dataclass
class _Found:
    """A contact while being put together."""

    unit: str | None = None
    held: dict[str, Piece] = field(default_factory=dict)

    @property
    def reached(self) -> bool:
        """Whether a number or an address is there."""
        return any(kind in self.held for kind in _REACH)

    def contact(self, rule: str) -> Contact:
        """Return it as a part of the record."""
        form = {kind: piece.form for kind, piece in self.held.items()}
        spans = sorted((p.start, p.end) for kind, p in self.held.items() if kind != "title")
        return Contact(
            department=self.unit,
            name=form.get("person"),
            title=form.get("title"),
            phone=form.get("phone"),
            email=form.get("email"),
            spans=spans,
            by=f"contacts.{rule}",
        )


def find_contacts(text: str, mentions: Sequence[Mention]) -> list[Contact]:
    """Return the contacts of a text in its order: one a person, or a number that no person has.

    ``mentions`` give the persons and organisations; what the text does not say is None, and bylines are no contacts.

    >>> [(c.department, c.title, c.phone) for c in find_contacts("문의: 나루시 수질과 과 장 (044-000-0000)", [])]
    [('나루시 수질과', '과장', '044-000-0000')]
    """
    if not REACHED.search(text):
        return []
    persons = sorted((m for m in mentions if m.type == "PERSON"), key=attrgetter("start"))
    bodies = {m.end: m.start for m in mentions if m.type == "ORG"}
    found: list[Contact] = []
    rows: list[tuple[int, int]] = []
    unit: str | None = None
    block = _Block(text, persons)
    for match in _LINE.finditer(text):
        start, end = match.span()
        line = match[0]
        if OBITUARY.search(line, 0, _LONGEST):
            block.clear()
            continue
        if "|" in line:
            rows.append((start, min(end, start + _LONGEST)))
            continue
        found += _table(text, rows, persons)
        rows = []
        if end - start > _LONGEST or SENTENCE.search(line):
            block.clear()
            found += _in_text(text, start, end, persons, bodies) if _asks(line) else []
        elif _asks(line) or (block and EMAIL.search(line)):
            held = pieces(text, start, end, persons)
            made, unit = _read([*block.before(held), *held], unit)
            found += [one.contact("line") for one in made]
            found = block.joined(found, held)
        else:
            unit = None
            block.take(start, end)
    return _once([*found, *_table(text, rows, persons)])


class _Block:
    """The short lines above a line that holds no more than a number: 홍보팀 나은결 책임 / Tel. 031-…."""

    def __init__(self, text: str, persons: Sequence[Mention]) -> None:
        self._text, self._persons = text, persons
        self._above: deque[tuple[int, int]] = deque(maxlen=_MOST_HELD)
        self._fresh = False

    def __bool__(self) -> bool:
        return self._fresh

    def clear(self) -> None:
        """Forget the lines."""
        self._above.clear()
        self._fresh = False

    def take(self, start: int, end: int) -> None:
        """Take in a line without a number; it is read when a number follows, and a long one parts what follows."""
        self._fresh = False
        if end - start > _SHORT:
            self._above.clear()
        else:
            self._above.append((start, end))

    def before(self, line: Sequence[Piece]) -> list[Piece]:
        """Return what the lines above name, where a line itself names nobody."""
        named = any(piece.kind in ("unit", "person") for piece in line)
        held = [] if named or self._fresh else self._named()
        held = held if any(piece.kind == "person" for piece in held) else []
        self._above.clear()
        self._fresh = bool(held) or self._fresh
        return held

    def _named(self) -> list[Piece]:
        """Return the last units, persons and titles of the lines up to one that names none."""
        held: list[Piece] = []
        for start, end in reversed(self._above):
            line = pieces(self._text, start, end, self._persons)
            named = [piece for piece in line if piece.kind in ("unit", "person", "title")]
            if not named:
                break
            held = [*named, *held]
        return held[-_MOST_HELD:]

    def joined(self, found: list[Contact], line: Sequence[Piece]) -> list[Contact]:
        """Give an address that fills its line to the contact of the line above."""
        last, address = found[-2:] if len(found) > 1 else (None, None)
        if not self._fresh or last is None or address is None or address.name or last.email:
            return found
        if address.email is None or address.phone is not None or address.department not in (None, last.department):
            return found
        merged = last.model_copy(update={"email": address.email, "spans": [*last.spans, *address.spans]})
        return [*found[:-2], merged]


def _table(text: str, places: Sequence[tuple[int, int]], persons: Sequence[Mention]) -> Iterator[Contact]:
    """Give the contacts of the rows of a table."""
    if not any(REACHED.search(text, *place) for place in places):
        return
    for row, unit in departments([Row(text, *place, persons) for place in places]):
        told = any(p.kind in ("person", "title") for p in row.pieces) or (row.unit and len(row.cells) == 2)
        if not row.asks and not told:
            continue
        of_each = _has_units_of_each(row.pieces)
        kept = [p for p in row.pieces if p.kind != "label" and (of_each or p.kind != "unit")]
        made, _ = _read(kept, None if of_each else unit)
        for one in made:
            yield one.contact("table")


def _has_units_of_each(row: Sequence[Piece]) -> bool:
    """Tell whether units stand behind numbers of a row, so that each is of what follows it alone."""
    reached = next((number for number, piece in enumerate(row) if piece.kind in _REACH), len(row))
    return any(p.kind == "unit" for p in row[:reached]) and any(p.kind == "unit" for p in row[reached:])


def _read(line: Sequence[Piece], unit: str | None) -> tuple[list[_Found], str | None]:
    """Return the contacts of a line, and the unit that it ends with; ``unit`` is that of the line before."""
    if line and line[0].kind == "label":
        unit = None
    titled_first = next((p.kind for p in line if p.kind in ("title", "person")), "") == "title"
    current = _Found(unit)
    done: list[_Found] = []
    for number, piece in enumerate(line):
        if piece.kind == "label" and not current.held and (not number or line[number - 1].kind != "unit"):
            current.unit = unit
        if piece.kind in ("label", "word"):
            continue
        if _begins(line, number, current, titled_first):
            done.append(current)
            current = _Found(current.unit)
        if piece.kind == "unit":
            new = not current.held and current.unit is not None and number and line[number - 1].kind == "unit"
            current.unit = f"{current.unit} {piece.form}" if new else piece.form
        else:
            current.held.setdefault(piece.kind, piece)
    done.append(current)
    reached = any(one.reached for one in done)
    kept = [one for one in done if one.reached or (reached and "person" in one.held)]
    return kept, current.unit


def _begins(line: Sequence[Piece], number: int, current: _Found, titled_first: bool) -> bool:
    """Tell whether a piece begins another contact."""
    kind = line[number].kind
    if not current.held:
        return False
    if kind == "unit":
        return current.reached or "person" in current.held
    if kind == "title" and "person" in current.held:
        ahead = number + 1 < len(line) and line[number + 1].kind == "person"
        return "title" in current.held or (titled_first and ahead)
    if kind == "title":
        return False
    if kind == "person":
        return "person" in current.held or (current.reached and _reaches(line, number))
    return kind in current.held and "person" not in current.held


def _reaches(line: Sequence[Piece], number: int) -> bool:
    """Tell whether a number of its own follows a person."""
    for piece in line[number + 1 :]:
        if piece.kind in _REACH:
            return True
        if piece.kind in ("unit", "person"):
            return False
    return False


def _in_text(text: str, start: int, end: int, persons: Sequence[Mention], bodies: dict[int, int]) -> Iterator[Contact]:
    """Give the numbers of running text, each with the person and the unit before it, and the address behind it."""
    named = {person.end: person for person in persons}
    numbers = list(PHONE.finditer(text, start, end))
    for number, match in enumerate(numbers):
        found = _Found(None, {"phone": Piece("phone", match[0], *match.span())})
        before = IN_TEXT.search(text, max(start, match.start() - 70), match.start())
        if before is not None:
            place = _person_before(text, before.span(1), named, found)
            found.unit = _unit_before(text, before.start(1), place, bodies)
        behind = numbers[number + 1].start() if number + 1 < len(numbers) else end
        address = EMAIL.search(text, match.end(), behind)
        if address is not None:
            found.held["email"] = Piece("email", address[0], *address.span())
        yield found.contact("text")


def _person_before(text: str, place: tuple[int, int], named: Mapping[int, Mention], found: _Found) -> int:
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


def _unit_before(text: str, start: int, end: int, bodies: dict[int, int]) -> str | None:
    """Return the unit that ends at a place of running text."""
    if end in bodies:
        start = min(start, bodies[end]) if bodies[end] < start else start
    words = text[start:end].split()
    if not words or not (end in bodies or UNIT.search(words[-1])) or words[-1] in words_of("label"):
        return None
    kept: list[str] = []
    for word in reversed(words):
        if kept and (PARTICLE.search(word) or not UNIT.search(word) or word in words_of("label")):
            break
        kept.insert(0, word)
    return " ".join(kept)


def _asks(line: str) -> bool:
    """Tell whether a line gives a number, or an address that is no reporter's."""
    if not REACHED.search(line):
        return False
    if PHONE.search(line):
        return True
    if not EMAIL.search(line):
        return False
    words = re.findall(r"[가-힣]+", line[:_LONGEST])
    if any(word.endswith(tuple(words_of("press"))) for word in words):
        return False
    return any(word in words_of("label") or word in titles() for word in words)


def _once(contacts: Sequence[Contact]) -> list[Contact]:
    """Keep one contact of a person or a number that the text gives twice, with the places of both."""
    kept: dict[tuple[str | None, str | None, str | None], Contact] = {}
    for contact in contacts:
        key = (contact.name, contact.phone, contact.email)
        held = kept.get(key)
        kept[key] = contact if held is None else held.model_copy(update={"spans": [*held.spans, *contact.spans]})
    return list(kept.values())
