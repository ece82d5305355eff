"""People of a text: their mentions joined, each with the last full title and the organisation in its full form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from sasil.components.names.gazetteer import signs, title_of
from sasil.components.names.patterns import ASKED, CONTACT, NUMBER_CELL
from sasil.components.names.reading import Reading
from sasil.components.people.offices import Office, Surroundings, split_unit
from sasil.components.people.tables import in_table, table_office
from sasil.doc import Word
from sasil.record import Mention, Organization, Person

_SCHOLARS = ("학과장", "학부장", "교수", "명예교수", "박사과정", "석사과정")
_LONGEST_LINE = 300
_NUMBER_NEAR = 24
_BEFORE_NUMBER = " (☎☏:Tel." + "과장팀부차대리사원주무관실국책임선수석연구"
_OUTLETS = ("신문", "일보", "타임스", "타임즈", "매일", "뉴스", "저널", "투데이")
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
    return [_person(one, around, full, organizations) for one in found.values()]


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
    if name in found or (len(name) > 2 and not any(one.endswith(f" {name}") for one in found)):
        return name
    named = [one for one in found.values() if one.name.startswith(name) and len(one.name) > len(name)]
    named += [one for one in found.values() if one.name.endswith(f" {name}")]
    if len(name) == 2 and not any(len(one.name) == 4 or " " in one.name for one in named):
        return name
    fitting = [one for one in named if any(_same(office.title, held.title) for held in one.offices)]
    return (fitting or named)[-1].name if fitting or named else name


def _same(one: str | None, other: str | None) -> bool:
    return one is not None and other is not None and (one.endswith(other) or other.endswith(one))


def _person(found: _Found, around: Surroundings, full: dict[str, str], organizations: Sequence[Organization]) -> Person:
    title = _last_full([office.title.removesuffix("팀") for office in found.offices if office.title])
    known = frozenset(full)
    body, unit, rule = None, None, "stated"
    for office in found.offices:
        stated, beside = split_unit(office.body, known) if office.body else (None, None)
        body, unit = stated or body, office.unit or beside or unit
    if body is None and (title is not None or unit is not None):
        body, rule = _by_default(title, unit is not None, found.mentions[0], around, organizations), "office"
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
    return next((name for name in full.values() if name.endswith(f" {body}") and name.count(" ") == 1), body)


def _last_full(stated: Sequence[str]) -> str | None:
    """Return the last title, or a fuller form of it that the text states elsewhere: 지사, 도지사; 대표, 대표이사."""
    if not stated:
        return None
    last = stated[-1]
    if last.isascii() and (written := [title for title in stated if not title.isascii()]):
        last = written[-1]
    return max((title for title in stated if title.endswith(last) or title.startswith(last)), key=len)


def _by_default(
    title: str | None, in_unit: bool, person: Mention, around: Surroundings, organizations: Sequence[Organization]
) -> str | None:
    """Return the organisation of an office that names none: the one of its kind, or the one that the text is about."""
    if title is not None and (title.endswith("기자") or title in ("특파원", "논설위원")):
        outlets = dict.fromkeys(
            body.text for body in around.bodies if body.by in _OUTLET_RULES or body.text.endswith(_OUTLETS)
        )
        return next(iter(outlets)) if len(outlets) == 1 else None
    held = title_of(title) if title is not None else None
    if in_unit:
        return _acting(around, organizations)
    if held is not None and held.form in _SCHOLARS:
        acting = _acting(around, organizations)
        return acting if acting is not None and acting.endswith(("대학교", "대", "과학기술원")) else None
    if held is None or title in signs("headless") or held.form in signs("headless"):
        return None
    if held.heads:
        return _headed(held.heads, around, organizations)
    if held.kind == "head" and len(held.form) > 1:
        near = _nearest((held.form[:-1], f"{held.form[:-1]}회"), person, organizations)
        if near is not None:
            return near
    return _acting(around, organizations) if held.kind in ("rank", "deputy", "head", "company") else None


def _nearest(endings: tuple[str, ...], person: Mention, organizations: Sequence[Organization]) -> str | None:
    """Return the organisation last named before a person that an office can head: 회장, 도남동 상인회."""
    before = [
        (start, one.name)
        for one in organizations
        if one.name.endswith(endings)
        for start, _ in one.spans
        if start < person.start
    ]
    return max(before)[1] if before else None


def _headed(heads: str, around: Surroundings, organizations: Sequence[Organization]) -> str | None:
    """Return the only organisation, or by far the commonest, that a title can head: 시장, 청주시."""
    endings = (heads, "대") if heads == "대학교" else (heads,)
    fitting = [one for one in organizations if one.name.endswith(endings)]
    if len(fitting) < 2:
        return fitting[0].name if fitting else None
    return _foremost(Counter({one.name: len(one.spans) for one in fitting}))


def _acting(around: Surroundings, organizations: Sequence[Organization]) -> str | None:
    """Return the organisation that the text is about: named most, in the headline, and first in the lead."""
    head = around.reading.head_lines
    counts: Counter[str] = Counter()
    for one in organizations:
        body = split_unit(one.name, frozenset({one.name}))[0]
        if body == one.name:
            counts[one.name] = len(one.spans) + 2 * any(start < head for start, _ in one.spans)
    lead = next((body for body in around.bodies if body.start > head), None)
    for one in organizations:
        if lead is not None and (lead.start, lead.end) in one.spans and one.name in counts:
            counts[one.name] += 2
    ranked = counts.most_common(1)
    return ranked[0][0] if ranked else None


def _foremost(counts: Counter[str]) -> str | None:
    ranked = counts.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
        return ranked[0][0]
    return None
