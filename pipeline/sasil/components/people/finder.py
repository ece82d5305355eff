"""People of a text: their mentions joined, each with the last full title and the organisation in its full form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sasil.components.names.gazetteer import surnames
from sasil.components.names.patterns import ASKED, CONTACT, NUMBER_CELL
from sasil.components.names.reading import Reading
from sasil.components.organizations.patterns import FIRM_SIGN
from sasil.components.people.defaults import Asked, body_by_default
from sasil.components.people.offices import Office, Surroundings, split_unit
from sasil.components.people.rows import neighbour, shared
from sasil.components.people.tables import in_table, table_office
from sasil.doc import Word
from sasil.record import Mention, Organization, Person

_LONGEST_LINE = 300
_NUMBER_NEAR = 24
_BEFORE_NUMBER = " (☎☏:Tel.전화\n" + "과장팀부차대리사원주무관실국책임선수석연구"


@dataclass
class _Found:
    """A person while being put together."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    by: str = "people.named"


def find_people(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], organizations: Sequence[Organization]
) -> list[Person]:
    """Return the people of a text in the order of their first mention.

    ``mentions`` may hold mentions of all types; ``organizations`` give the full forms. Of several titles the last full
    one counts; a surname before a title joins its person. What the text does not say is None; nothing is raised.

    >>> from sasil.record import NameMention
    >>> text = "창원시(시장 도준영)는"
    >>> spans = [("ORG", 0, 3), ("PERSON", 7, 10)]
    >>> found = [NameMention(type=t, start=s, end=e, text=text[s:e], by="x") for t, s, e in spans]
    >>> [(p.name, p.title, p.organization) for p in find_people(text, [], found, [])]
    [('도준영', '시장', '창원시')]
    """
    persons = sorted((m for m in mentions if m.type == "PERSON"), key=lambda m: m.start)
    if not persons:
        return []
    around = Surroundings(Reading(text, words), mentions)
    full = {form: held.name for held in organizations for form in (held.name, *held.aliases)}
    found: dict[str, _Found] = {}
    for person, office in zip(persons, shared(text, persons, [_office(around, one) for one in persons]), strict=True):
        key = _key(person, office, found)
        held = found.setdefault(key, _Found(key))
        held.mentions.append(person)
        held.offices.append(office)
    held_by = {mention.start: one.name for one in found.values() for mention in one.mentions}
    known: dict[str, Person] = {}
    for one in found.values():
        beside = neighbour(text, persons, one.mentions[0])
        known[one.name] = _person(
            one, around, full, organizations, known.get(held_by[beside.start]) if beside else None
        )
    return list(known.values())


def _office(around: Surroundings, person: Mention) -> Office:
    office = around.office(person)
    if in_table(around.text, person):
        return table_office(around.text, person, around.bodies).filled(office)
    if _asked_of(around.text, person):
        office = office.filled(Office(title=around.rank(person)))
        nearest = around.nearest_body(person) if office.body is None else None
        return office if nearest is None else office._replace(body=nearest.text)
    return office.filled(Office(unit=around.unit_before(person)))


def _asked_of(text: str, person: Mention) -> bool:
    line = text[max(text.rfind("\n", 0, person.start) + 1, person.start - _LONGEST_LINE) : person.start]
    if NUMBER_CELL.match(text[person.end : person.end + _NUMBER_NEAR].lstrip(_BEFORE_NUMBER)):
        return True
    return CONTACT.match(line.lstrip(" <[(*■□○-☎※ㅇ·")) is not None or ASKED.search(line) is not None


def _key(person: Mention, office: Office, found: dict[str, _Found]) -> str:
    """Return the person that a mention means: a surname joins the last one of that name, best with the same title."""
    parts = person.text.split()
    name = ("" if max(map(len, parts)) == 1 else " ").join(parts)
    if name in found or (len(name) > 2 and not any(name in one.split() for one in found)):
        return name
    named = [one for one in found.values() if one.name.startswith(name) and len(one.name) > len(name)]
    named += [one for one in found.values() if one.name.endswith(f" {name}")]
    named += [one for one in found.values() if one.name.startswith(f"{name} ") and one not in named]
    if len(name) == 2 and name not in surnames() and not any(len(one.name) == 4 or " " in one.name for one in named):
        return name
    fitting = [one for one in named if any(_same(office.title, held.title) for held in one.offices)]
    return (fitting or named)[-1].name if fitting or named else name


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and (one.endswith(other) or other.endswith(one))


def _person(
    found: _Found,
    around: Surroundings,
    full: dict[str, str],
    organizations: Sequence[Organization],
    beside: Person | None,
) -> Person:
    title = _last_full([office.title.removesuffix("팀") for office in found.offices if office.title])
    known = frozenset(full)
    body, unit, rule = None, None, "stated"
    for office in found.offices:
        stated, within = split_unit(office.body, known) if office.body else (None, None)
        body, unit = stated or body, office.unit or within or unit
    if body is None and (title is not None or unit is not None):
        asked = Asked(title, unit is not None, found.mentions[0], beside.organization if beside else None)
        body, rule = body_by_default(asked, around, organizations), "office"
    return Person(
        name=found.name,
        title=title,
        organization=_in_full(body, full) if body else None,
        department=unit,
        spans=[(mention.start, mention.end) for mention in found.mentions],
        by=f"people.{rule if body else 'named'}",
    )


def _in_full(body: str, full: dict[str, str]) -> str:
    """Return the full form of an organisation; of a ward named alone, the one with its city: 대구 북구."""
    if body in full:
        return full[body]
    for name in full.values():
        if (
            (name.endswith(f" {body}") and name.count(" ") == 1)
            or name == f"{body}학교"
            or FIRM_SIGN.sub("", name) == body
        ):
            return name
    return body


def _last_full(stated: Sequence[str]) -> str | None:
    """Return the last title, or a fuller form of it that the text states elsewhere: 지사, 도지사; 대표, 대표이사."""
    if not stated:
        return None
    last = stated[-1]
    if last.isascii() and (written := [title for title in stated if not title.isascii()]):
        last = written[-1]
    return max((title for title in stated if title.endswith(last) or title.startswith(last)), key=len)
