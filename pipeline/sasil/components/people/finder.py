"""People of a text: their mentions joined, each with the last full title and the organisation in its full form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sasil.components.names.gazetteer import known_names, long_forms
from sasil.components.names.patterns import ASKED, CONTACT, NUMBER_CELL
from sasil.components.names.reading import Reading
from sasil.components.organizations.patterns import FIRM_SIGN
from sasil.components.people.defaults import Asked, Bodies
from sasil.components.people.joining import Known
from sasil.components.people.offices import office_at, rank_beside
from sasil.components.people.rows import belonging, neighbour, shared
from sasil.components.people.sections import Sections
from sasil.components.people.surroundings import Office, Surroundings
from sasil.components.people.tables import in_table, table_office
from sasil.components.people.units import BRANCHES, PARENTS, division, glued_title, split_unit
from sasil.doc import Word
from sasil.record import Mention, Organization, Person

_LONGEST_LINE = 300
_NUMBER_NEAR = 24
_BEFORE_NUMBER = " (☎☏:,Tel.전화\n" + "과장팀부차대리사원주무관실국책임선수석연구"


@dataclass
class _Found:
    """A person while being put together."""

    name: str
    mentions: list[Mention] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)


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
    around, known = Surroundings(Reading(text, words), mentions), Known()
    bodies, sections = Bodies(around, organizations), Sections(around)
    found: dict[str, _Found] = {}
    offices = shared(text, persons, [_office(around, one) for one in persons])
    for person, office in zip(persons, belonging(text, persons, around.bodies, offices), strict=True):
        name = known.name_of(person.text, office)
        held = found.setdefault(name, _Found(name))
        held.mentions.append(person)
        held.offices.append(_sectioned(office, person, sections))
    held_by = {mention.start: one.name for one in found.values() for mention in one.mentions}
    full = _FullForms(organizations)
    people: dict[str, Person] = {}
    for one in found.values():
        beside = neighbour(text, persons, one.mentions[0])
        by_side = people.get(held_by[beside.start]) if beside else None
        people[one.name] = _person(one, bodies, full, by_side.organization if by_side else None)
    return list(people.values())


def _sectioned(office: Office, person: Mention, sections: Sections) -> Office:
    """Return an office with what heads the section of the list that a person stands in: a title, the body, the unit."""
    office = office if office.title else office._replace(title=sections.office_at(person.start))
    body, unit = sections.at(person.start)
    if body is None and unit is None:
        return office
    stated, within = split_unit(office.body, frozenset()) if office.body else (None, None)
    return office._replace(body=stated or body, unit=office.unit or within or unit)


def _office(around: Surroundings, person: Mention) -> Office:
    office = office_at(around, person)
    if in_table(around.text, person):
        office = table_office(around.text, person, around.bodies).filled(office)
        return office._replace(unit=division(office.unit))
    if _asked_of(around.text, person):
        office = office.filled(Office(title=rank_beside(around, person)))
        nearest = around.nearest_body(person) if office.body is None else None
        return office if nearest is None else office._replace(body=nearest.text)
    return office.filled(Office(unit=around.unit_before(person)))


def _asked_of(text: str, person: Mention) -> bool:
    line = text[max(text.rfind("\n", 0, person.start) + 1, person.start - _LONGEST_LINE) : person.start]
    if NUMBER_CELL.match(text[person.end : person.end + _NUMBER_NEAR].lstrip(_BEFORE_NUMBER)):
        return True
    line = line.lstrip(" <[(*■□○-☎※ㅇ·〈")
    opened = CONTACT.match(line)
    if opened is not None and not line[opened.end() : opened.end() + 1].isalpha():
        return True
    asked = ASKED.search(line)
    return asked is not None and "다." not in line[asked.end() :]


def _person(found: _Found, bodies: Bodies, full: _FullForms, beside: str | None) -> Person:
    held = _counting(found.offices)
    title = _last_full(_titles(held), _titles(found.offices))
    body, unit, rule = None, None, "stated"
    for office in sorted(held, key=lambda one: one.title is not None and one.title == title):
        stated, within = (
            split_unit(office.body, full.known) if office.body and not _is_party(office.body) else (None, None)
        )
        body, unit = stated or body, office.unit or within or unit
    if body is None and (title is not None or unit is not None):
        asked = Asked(title, unit is not None, found.mentions[0], beside)
        body, rule = bodies.of(asked), "office"
        body, within = split_unit(body, full.known) if body is not None else (None, None)
        body, unit = body or (bodies.acting if within is not None else None), unit or within
    if title is not None and _heads_own(title, body, unit):
        title = glued_title(title[:-1], title)
    branch = full.of(body) if body is not None and title is not None else ""
    if branch.endswith(BRANCHES) and title is not None and not title.endswith("장") and unit is None:
        parent = bodies.acting
        if parent is not None and parent != branch and parent.endswith(PARENTS):
            body, unit = parent, body
    return Person(
        name=found.name,
        title=title,
        organization=full.of(body) if body else None,
        department=unit,
        spans=[(mention.start, mention.end) for mention in found.mentions],
        by=f"people.{rule if body else 'named'}",
    )


def _is_party(body: str) -> bool:
    """Tell whether a body is a party, which is not what its members hold office in: 새내일당 명소윤 의원."""
    return body[-1] == "당" and not body.endswith("담당")


def _heads_own(title: str, body: str | None, unit: str | None) -> bool:
    """Tell whether a title repeats the name of the institute or branch that it heads: 진흥원장 of 나루콩진흥원."""
    headed = title[:-1]
    if title[-1] != "장" or not headed.endswith(_HEADED):
        return False
    return headed == unit or (len(headed) > len("진흥") and body is not None and body.endswith(headed))


_HEADED = ("진흥원", "연구원", "과학원", "기술원", "문화원", "평가원", "관리원", "센터", "지사")
"""What ends the names of bodies whose head is called by the last sign or two alone: 원장, 센터장."""


class _FullForms:
    """The full forms of a text's organisations."""

    def __init__(self, organizations: Sequence[Organization]) -> None:
        self._forms = {form: one.name for one in organizations for form in (one.name, *one.aliases)}
        self.known = frozenset(self._forms)
        self._longer: dict[str, str] = {}
        for name in self._forms.values():
            for short in (name.partition(" ")[2] if name.count(" ") == 1 else "", FIRM_SIGN.sub("", name)):
                self._longer.setdefault(short, name)
            place = known_names().first(name)
            if place is not None and place.kind == "province" and " " not in name:  # 강원도나루교육지원청
                self._longer.setdefault(name[len(place.form) :], name)

    def of(self, body: str) -> str:
        """Return the full form of an organisation; of a ward named alone, the one with its city: 대구 북구."""
        listed = next((long for long in long_forms().get(body, ()) if long in self.known), None)
        return self._forms.get(body) or self._longer.get(body) or listed or self._forms.get(f"{body}학교") or body


def _counting(offices: Sequence[Office]) -> Sequence[Office]:
    """Return the offices that count: those that a sentence gives to the person, or all that are not past."""
    given = [office for office in offices if office.given]
    held = given or [office for office in offices if not office.former]
    return held if any(office.title for office in held) else offices


def _titles(offices: Sequence[Office]) -> list[str]:
    return [office.title.removesuffix("팀") for office in offices if office.title]


def _last_full(stated: Sequence[str], everywhere: Sequence[str]) -> str | None:
    """Return the last title, or a fuller form of it that the text states elsewhere: 지사, 도지사; 대표, 대표이사."""
    if not stated:
        return None
    last = stated[-1]
    if last.isascii() and (written := [title for title in stated if not title.isascii()]):
        last = written[-1]
    fuller = (title for title in everywhere if title.endswith(last) or title.startswith(last))
    return max((title for title in fuller if not title.startswith("부")), key=len, default=last)
