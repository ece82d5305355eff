"""Contacts of a text: lines that say whom to ask, rows of a table of contacts, numbers in running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import attrgetter

from sasil.components.contacts.assembly import assemble
from sasil.components.contacts.blocks import Block
from sasil.components.contacts.lexing import pieces
from sasil.components.contacts.patterns import (
    EMAIL,
    FOOTER,
    OBITUARY,
    OF_LINES,
    PHONE,
    REACHED,
    SENTENCE,
    titles,
    words_of,
)
from sasil.components.contacts.running import in_text
from sasil.components.contacts.tables import in_table
from sasil.record import Contact, Mention

_LINE = re.compile(r"[^\n]+")
_LONGEST = 600


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
    block = Block(text, persons)
    mourns = OBITUARY.search(text) is not None
    for match in _LINE.finditer(text):
        start, end = match.span()
        line = match[0]
        if "|" in line:
            rows.append((start, min(end, start + _LONGEST)))
            continue
        found += in_table(text, rows, persons)
        rows = []
        mourning = mourns and OBITUARY.search(line, 0, _LONGEST) is not None
        if mourning or end - start > _LONGEST or SENTENCE.search(line):
            block.clear()
            found += in_text(text, start, end, () if mourning else persons, bodies) if _asks(line) else []
        elif _asks(line) or (block and EMAIL.search(line)):
            held = pieces(text, start, end, persons)
            made, unit = assemble([*block.before(held), *held], unit)
            found += [one.contact("line") for one in made]
            found = block.joined(found, held)
        else:
            unit = _of_lines(text, start, end, persons)
            block.take(start, end)
    return _once([*found, *in_table(text, rows, persons)])


def _of_lines(text: str, start: int, end: int, persons: Sequence[Mention]) -> str | None:
    """Return the unit of a line that says whose the lines below are."""
    if OF_LINES.match(text, start, end) is None:
        return None
    units = [piece.form for piece in pieces(text, start, end, persons) if piece.kind == "unit"]
    return " ".join(units) or None


def _asks(line: str) -> bool:
    """Tell whether a line gives a number, or an address that is no reporter's."""
    if not REACHED.search(line) or FOOTER.search(line, 0, _LONGEST):
        return False
    if PHONE.search(line):
        return True
    if not EMAIL.search(line):
        return False
    words = re.findall(r"[가-힣]+", line[:_LONGEST])
    if any(word.endswith(tuple(words_of("press"))) for word in words):
        return False
    if SENTENCE.search(line):
        return True
    return any(word in words_of("label") or word in titles() for word in words)


def _once(contacts: Sequence[Contact]) -> list[Contact]:
    """Keep one contact of a person or a number that the text gives twice, with the places of both."""
    kept: dict[tuple[str | None, str | None, str | None], Contact] = {}
    for contact in contacts:
        key = (contact.name, contact.phone, contact.email)
        held = kept.get(key)
        kept[key] = contact if held is None else held.model_copy(update={"spans": [*held.spans, *contact.spans]})
    return list(kept.values())
