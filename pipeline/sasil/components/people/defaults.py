"""The organisation of an office that names none: the one of its kind, the neighbour's, or the one the text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from sasil.components.names.bodies import is_unit
from sasil.components.names.gazetteer import Title, signs, title_of
from sasil.components.people.offices import Surroundings, split_unit
from sasil.components.people.patterns import ACTS
from sasil.components.people.tables import in_table
from sasil.record import Mention, Organization

_SCHOLARS = ("학과장", "학부장", "교수", "명예교수", "박사과정", "석사과정")
_OUTLETS = ("신문", "일보", "타임스", "타임즈", "매일", "뉴스", "저널", "투데이", "방송", "통신")
_OUTLET_RULES = ("names.copyright", "names.dateline", "names.byline")
_OWN_BODIES = (
    "시",
    "군",
    "구",
    "도",
    "의회",
    "대학교",
    "은행",
    "조합",
    "청",
    "부",
    "학교",
    "연합회",
    "협회",
    "중앙회",
    "학회",
)
"""What an office heads that is a body by itself, and no part of another."""

_DEPUTIES = {
    "부지사": "도",
    "부시장": "시",
    "부군수": "군",
    "부구청장": "구",
    "부총장": "대학교",
    "부의장": "의회",
    "부교육감": "교육청",
    "교육감": "교육청",
    "차관": "부",
}
"""What the deputies of heads belong to."""

_OF_FIRMS = (
    "대표",
    "사장",
    "회장",
    "전무",
    "상무",
    "이사",
    "CEO",
    "CTO",
    "CFO",
    "COO",
    "책임자",
    "경영자",
    "창업자",
    "창업주",
)
_GOVERNING = ("시", "군", "구", "도", "부", "청", "처", "의회", "교육청", "위원회")


class Asked(NamedTuple):
    """An office without an organisation: its title, whether it has a unit, where it stands, whose it stands beside."""

    title: str | None
    in_unit: bool
    person: Mention
    beside: str | None


def body_by_default(asked: Asked, around: Surroundings, organizations: Sequence[Organization]) -> str | None:
    """Return the organisation of an office that names none, or None where the text leaves it open."""
    title = asked.title
    if title is not None and (title.endswith("기자") or title in ("특파원", "논설위원")):
        return _outlet(around)
    held = title_of(title) if title is not None else None
    if asked.in_unit:
        acting = _acting(around, organizations)
        in_row = in_table(around.text, asked.person)
        return acting if not in_row or _acts(acting, around, organizations) else None
    if held is not None and held.form in _SCHOLARS:
        acting = asked.beside or _acting(around, organizations)
        return acting if acting is not None and acting.endswith(("대학교", "대", "과학기술원")) else None
    if title in ("의원", "시의원", "도의원", "군의원", "구의원"):
        return _headed("의회", around, organizations)
    if title is None or held is None or title in signs("headless") or held.form in signs("headless"):
        return None
    if " " in title and not title.startswith(("공동", "대표이사", "각자")) and held.form == "대표":
        return None
    heads = held.heads or next((body for office, body in _DEPUTIES.items() if held.form.endswith(office)), "")
    if heads and len(title) > len(held.form) and heads not in _OWN_BODIES:
        own = [one.name for one in organizations if one.name.endswith(title[:-1])]
        return own[0] if own else asked.beside or _acting(around, organizations)
    if heads:
        found = _headed(heads, around, organizations)
        if found is not None or heads in _OWN_BODIES:
            return found
    return _of_group(held, asked, around, organizations)


def _of_group(held: Title, asked: Asked, around: Surroundings, organizations: Sequence[Organization]) -> str | None:
    """Return the group that an office can head (회장, 도남동 상인회), the neighbour's body, or the text's own."""
    if held.kind not in ("rank", "deputy", "head", "company"):
        return None
    if held.kind == "head" and len(held.form) > 1:
        near = _nearest((held.form[:-1], f"{held.form[:-1]}회"), asked.person, organizations)
        if near is not None:
            return near
    acting = asked.beside or _acting(around, organizations)
    of_firm = held.form.endswith(_OF_FIRMS)
    return None if of_firm and acting is not None and acting.endswith(_GOVERNING) else acting


def _outlet(around: Surroundings) -> str | None:
    """Return the only outlet of a text."""
    outlets = dict.fromkeys(
        body.text for body in around.bodies if body.by in _OUTLET_RULES or body.text.endswith(_OUTLETS)
    )
    return next(iter(outlets)) if len(outlets) == 1 else None


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
        if body == one.name and not (is_unit(one.name) and one.name.endswith(tuple(signs("within")))):
            counts[one.name] = len(one.spans) + 2 * any(start < head for start, _ in one.spans)
    lead = next((body for body in around.bodies if body.start > head), None)
    for one in organizations:
        if lead is not None and (lead.start, lead.end) in one.spans and one.name in counts:
            counts[one.name] += 2
    ranked = counts.most_common(1)
    return ranked[0][0] if ranked else None


def _acts(body: str | None, around: Surroundings, organizations: Sequence[Organization]) -> bool:
    """Tell whether the text has an organisation do something; one that it only mentions issues no release."""
    spans = next((one.spans for one in organizations if one.name == body), [])
    return any(ACTS.match(around.text, end) for _, end in spans)


def _foremost(counts: Counter[str]) -> str | None:
    ranked = counts.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
        return ranked[0][0]
    return None
