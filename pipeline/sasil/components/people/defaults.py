"""The organisation of an office that names none: the one of its kind, the neighbour's, or the one the text is about."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter
from typing import NamedTuple

from sasil.components.names.bodies import is_unit
from sasil.components.names.gazetteer import Title, known_names, signs, title_of
from sasil.components.names.patterns import RANK
from sasil.components.organizations.acting import main_body
from sasil.components.people.patterns import ACTS, TOPIC
from sasil.components.people.surroundings import Surroundings
from sasil.components.people.tables import in_table
from sasil.components.people.units import split_unit
from sasil.components.people.words import unit_ends
from sasil.record import Mention, Organization

_SCHOLARS = ("학과장", "학부장", "교수", "명예교수")
_STUDIES = ("과정", "과정생")
_COLLEGES = ("대학교", "대", "과학기술원", "대학")
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
_MEMBERS = ("의원", "시의원", "도의원", "군의원", "구의원")
_ASSEMBLIES = ("의회", "국회", "위원회")
_RESEARCHERS = ("박사", "연구원")
_INSTITUTES = ("연구원", "연구소", "과학원", "기술원")
_LONGEST_PARAGRAPH = 1000
_MOST_BODIES = 12
_LIST_SIGNS = tuple("▶▷△▲◇◆○●-")
_LONGEST_HEAD = 12
_start = attrgetter("start")


class Asked(NamedTuple):
    """An office without an organisation: its title, whether it has a unit, where it stands, whose it stands beside."""

    title: str | None
    in_unit: bool
    person: Mention
    beside: str | None


class Bodies:
    """The organisations of a text, to ask for the one that an office belongs to."""

    def __init__(self, around: Surroundings, organizations: Sequence[Organization]) -> None:
        self._around = around
        self._all = organizations
        self._forms = {form: one.name for one in organizations for form in (one.name, *one.aliases)}
        self._names = {start: one.name for one in organizations for start, _ in one.spans}
        self._heads: dict[str, str | None] = {}
        self._doing: dict[str, bool] = {}
        self._near: dict[tuple[str, ...], list[tuple[int, str]]] = {}

    def of(self, asked: Asked) -> str | None:
        """Return the organisation of an office that names none, or None where the text leaves it open."""
        title = asked.title
        if title is not None and (title.endswith("기자") or title in ("특파원", "논설위원")):
            return self._outlet
        held = (title_of(title) or _rank(title)) if title is not None else None
        if held is not None and (held.form in _SCHOLARS or held.form.endswith(_STUDIES)):
            acting = asked.beside or self._topic(asked.person)
            if acting is None or not acting.endswith(_COLLEGES):
                acting = self._headed("대학교") or self.acting
            return acting if acting is not None and acting.endswith(_COLLEGES) else None
        if asked.in_unit:
            acting = self._about(asked.person)
            return acting if not in_table(self._around.text, asked.person) or self._acts(acting) else None
        if title in _MEMBERS:
            return self._headed("의회")
        if title is None or held is None:
            return None
        if held.form in _RESEARCHERS:
            return self._institute(asked.person)
        if title in signs("headless") or held.form in signs("headless"):
            return None
        if " " in title and not title.startswith(("공동", "대표이사", "각자")) and held.form == "대표":
            return None
        return self._of_head(title, held, asked)

    def _institute(self, person: Mention) -> str | None:
        """Return the body of a researcher: the one the paragraph speaks of, or the institute that all the text does."""
        topic = self._topic(person)
        if topic is not None and not topic.endswith(_GOVERNING):
            return topic
        return self.acting if self.acting is not None and self.acting.endswith(_INSTITUTES) else None

    def _of_head(self, title: str, held: Title, asked: Asked) -> str | None:
        heads = held.heads or next((body for office, body in _DEPUTIES.items() if held.form.endswith(office)), "")
        if heads and len(title) > len(held.form) and heads not in _OWN_BODIES:
            return self._tails.get(title[:-1]) or asked.beside or self._about(asked.person)
        if heads:
            found = self._headed(heads)
            if found is not None or heads in _OWN_BODIES:
                return found
        return self._of_group(held, asked)

    def _of_group(self, held: Title, asked: Asked) -> str | None:
        """Return the group that an office can head (회장, 도남동 상인회), the neighbour's body, or the text's own."""
        if held.kind not in ("rank", "deputy", "head", "company"):
            return None
        if held.kind == "head" and len(held.form) > 1:
            near = self._nearest((held.form[:-1], f"{held.form[:-1]}회"), asked.person)
            near = None if near is not None and near.endswith(_ASSEMBLIES) else near
            if near is not None:
                return near
        acting = asked.beside or self._about(asked.person)
        of_firm = held.form.endswith(_OF_FIRMS)
        return None if of_firm and acting is not None and acting.endswith(_GOVERNING) else acting

    @cached_property
    def _outlet(self) -> str | None:
        """The only outlet of a text."""
        outlets = dict.fromkeys(
            body.text for body in self._around.bodies if body.by in _OUTLET_RULES or body.text.endswith(_OUTLETS)
        )
        return next(iter(outlets)) if len(outlets) == 1 else None

    def _nearest(self, endings: tuple[str, ...], person: Mention) -> str | None:
        """Return the organisation last named before a person that an office can head: 회장, 도남동 상인회."""
        if endings not in self._near:
            fitting = [one for one in self._all if one.name.endswith(endings)]
            self._near[endings] = sorted((start, one.name) for one in fitting for start, _ in one.spans)
        held = self._near[endings]
        number = bisect_left(held, (person.start, "")) - 1
        return held[number][1] if number >= 0 else None

    def _headed(self, heads: str) -> str | None:
        """Return the only organisation, or by far the commonest, that a title can head: 시장, 청주시."""
        if heads not in self._heads:
            endings = _COLLEGES if heads == "대학교" else (heads,)
            fitting = Counter({one.name: len(one.spans) for one in self._all if one.name.endswith(endings)})
            self._heads[heads] = _foremost(fitting)
        return self._heads[heads]

    @cached_property
    def _tails(self) -> dict[str, str]:
        """The first organisation for each end of a name, which the title of its head repeats: 사업단, 나루사업단."""
        tails: dict[str, str] = {}
        for one in self._all:
            for length in range(1, min(len(one.name), _LONGEST_HEAD) + 1):
                tails.setdefault(one.name[-length:], one.name)
        return tails

    def _about(self, person: Mention) -> str | None:
        """Return the organisation that the paragraph before a person speaks of, or the one that all the text does."""
        return self._topic(person) or self.acting

    def _topic(self, person: Mention) -> str | None:
        """Return the last organisation before a person in the paragraph that a sentence is about."""
        text, bodies = self._around.text, self._around.bodies
        least = max(person.start - _LONGEST_PARAGRAPH, 0)
        first = max(text.rfind("\n", least, person.start), least)
        if text[first + 1 : first + 2] in _LIST_SIGNS:  # a list below the sentence that leads to it
            first = max(text.rfind("\n\n", least, person.start), least)
        number = bisect_left(bodies, person.start, key=_start)
        for body in reversed(bodies[max(number - _MOST_BODIES, 0) : number]):
            if body.start < first:
                return None
            name = self._names.get(body.start)
            if name is not None and self._is_whole(name) and TOPIC.match(text, body.end):
                return name
        return None

    @cached_property
    def acting(self) -> str | None:
        """The organisation that the text is about."""
        known = self._forms.keys()
        bodies = [body for body in self._around.bodies if split_unit(body.text, known)[0] is not None]
        name = main_body(self._around.text, bodies, self._forms)
        return split_unit(name, known)[0] if name is not None else None

    def _is_whole(self, name: str) -> bool:
        """Tell whether a name is that of a body and not of a unit."""
        if name in known_names().forms:
            return True
        body = split_unit(name, frozenset({name}))[0]
        return body == name and not (is_unit(name) and name.endswith(unit_ends()))

    def _acts(self, body: str | None) -> bool:
        """Tell whether the text has an organisation do something; one that it only mentions issues no release."""
        if body is None:
            return False
        if body not in self._doing:
            spans = next((one.spans for one in self._all if one.name == body), [])
            self._doing[body] = any(ACTS.match(self._around.text, end) for _, end in spans)
        return self._doing[body]


def _rank(title: str) -> Title | None:
    """Return a rank of firms that no list of titles holds: 책임, 수석."""
    return Title(title, "", "rank") if RANK.fullmatch(title) else None


def _foremost(counts: Counter[str]) -> str | None:
    ranked = counts.most_common(2)
    if not ranked:
        return None
    if len(ranked) == 1 or ranked[0][1] >= 2 * ranked[1][1]:
        return ranked[0][0]
    return None
