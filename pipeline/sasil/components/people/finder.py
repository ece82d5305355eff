"""People of a text: their mentions joined, each with the last full title and the organisation in its full form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sasil.components.names.gazetteer import signs, titles
from sasil.components.names.patterns import CONTACT
from sasil.components.names.reading import Reading
from sasil.components.people.offices import Office, Surroundings, split_unit
from sasil.components.people.tables import in_table, table_office
from sasil.doc import Word
from sasil.record import Mention, Organization, Person

_OUTLET_RULES = ("names.copyright", "names.dateline", "names.byline")


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
    for person in persons:
        office = _office(around, person)
        key = _key(person, office, found)
        held = found.setdefault(key, _Found(key))
        held.mentions.append(person)
        held.offices.append(office)
    known = frozenset(full)
    return [_person(one, around, full, known, organizations) for one in found.values()]


def _office(around: Surroundings, person: Mention) -> Office:
    if in_table(around.text, person):
        return table_office(around.text, person, around.bodies).filled(around.office(person))
    office = around.office(person)
    if office.body is None and office.title is not None and _asked_of(around.text, person):
        nearest = around.nearest_body(person)
        return office if nearest is None else office._replace(body=nearest.text)
    return office


def _asked_of(text: str, person: Mention) -> bool:
    line = text.rfind("\n", 0, person.start) + 1
    return CONTACT.match(text[line : person.start].lstrip(" <[*■□○-☎(")) is not None


def _key(person: Mention, office: Office, found: dict[str, _Found]) -> str:
    """Return the person that a mention means: a surname joins the last one of that name, best with the same title."""
    name = "".join(person.text.split())
    if len(name) > 2 or name in found:
        return name
    named = [one for one in found.values() if one.name.startswith(name) and len(one.name) > len(name)]
    if len(name) == 2 and not any(len(one.name) == 4 for one in named):
        return name
    fitting = [one for one in named if any(_same(office.title, held.title) for held in one.offices)]
    return (fitting or named)[-1].name if fitting or named else name


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and (one.endswith(other) or other.endswith(one))


def _person(
    found: _Found,
    around: Surroundings,
    full: dict[str, str],
    known: frozenset[str],
    organizations: Sequence[Organization],
) -> Person:
    title = _last_full([office.title for office in found.offices if office.title])
    bodies = [office.body for office in found.offices if office.body]
    units = [office.unit for office in found.offices if office.unit]
    body, unit, rule = None, units[-1] if units else None, "stated"
    if bodies:
        body, beside = split_unit(bodies[-1], known)
        unit = unit or beside
    elif title is not None:
        body, rule = _by_default(title, unit is not None, around, organizations), "office"
    return Person(
        name=found.name,
        title=title,
        organization=full.get(body, body) if body else None,
        department=unit,
        spans=[(mention.start, mention.end) for mention in found.mentions],
        by=f"people.{rule if body else 'named'}",
    )


def _last_full(stated: Sequence[str]) -> str | None:
    """Return the last title, or a fuller form of it that the text states elsewhere: 지사, 도지사."""
    if not stated:
        return None
    last = stated[-1]
    return max((title for title in stated if title.endswith(last)), key=len)


def _by_default(title: str, in_unit: bool, around: Surroundings, organizations: Sequence[Organization]) -> str | None:
    """Return the organisation of an office that names none: the one of its kind, or the one that the text is about."""
    if title.endswith("기자") or title in ("특파원", "논설위원"):
        outlets = dict.fromkeys(body.text for body in around.bodies if body.by in _OUTLET_RULES)
        return next(iter(outlets)) if len(outlets) == 1 else None
    held = titles().get(title)
    if held is not None and held.heads:
        return _headed(held.heads, organizations)
    if in_unit or (held is not None and held.kind in ("rank", "deputy", "head") and title not in signs("headless")):
        return _main(organizations)
    return None


def _headed(heads: str, organizations: Sequence[Organization]) -> str | None:
    """Return the only organisation, or by far the commonest, that a title can head: 시장, 청주시."""
    endings = (heads, "대") if heads == "대학교" else (heads,)
    counts = Counter({one.name: len(one.spans) for one in organizations if one.name.endswith(endings)})
    return _foremost(counts)


def _main(organizations: Sequence[Organization]) -> str | None:
    """Return the organisation that the text is about: the one named most by far."""
    return _foremost(Counter({one.name: len(one.spans) for one in organizations if " " not in one.name}))


def _foremost(counts: Counter[str]) -> str | None:
    ranked = counts.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
        return ranked[0][0]
    return None
