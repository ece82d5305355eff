"""Who does what in a project: leads, partners, funders, by the words beside the bodies of a sentence."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from itertools import pairwise
from typing import Literal

from sasil.components.organizations.acting import SUBJECT, acting_with, main_body, meant
from sasil.components.projects import cues
from sasil.components.projects.context import Stretch, within
from sasil.components.projects.scene import Scene
from sasil.record import Mention, Organization, Role

AND = re.compile(r"\s?(?:와|과|,|·|및)\s?")
_REACH = 40
_OWNER_REACH = 40
_PAYS_REACH = 34
_BEFORE = 16
_FAR = 1_500
_FEW = 4

Name = Literal["lead", "partner", "funder"]


def full_names(organizations: Sequence[Organization]) -> dict[str, str]:
    """Return the full form of each name and alias of the organisations."""
    return {form: body.name for body in organizations for form in (body.name, *body.aliases)}


class Roles:
    """The roles in the projects of one text; the body that the text is about leads where no word says who does."""

    def __init__(self, here: Scene, full: Mapping[str, str]) -> None:
        self.here, self.full = here, full
        self.told = {here.sentence(body.start) for body in here.acting}
        self.owner = _governed(main_body(here.text, here.bodies, full), {body.text for body in here.bodies})
        self.calls = cues.CALLS.search(here.text, 0, here.heading) is not None

    def of(
        self,
        mentions: Sequence[Mention],
        around: Sequence[Stretch],
        row: Sequence[tuple[Name, str]],
        program: str | None,
    ) -> list[Role]:
        """Return the roles in a project.

        ``mentions`` are its names, ``around`` the sentences about it, ``row`` the bodies in its row of a table, and
        ``program`` is the plan that it belongs to.
        """
        roles = [Role(name=self.full.get(body, body), role=kind) for kind, body in row]
        for sentence in around:
            if sentence not in self.told:
                continue
            roles += stated_roles(self.here, within(mentions, sentence), sentence, self.full)
        if not any(role.role == "lead" for role in roles):
            roles[:0] = [Role(name=lead, role="lead") for lead in self._leads(mentions, program, roles)]
        text = self.here.text
        chosen = next((m.end for m in mentions if cues.CHOSEN.match(text, m.end)), None)
        won = chosen is not None or any(cues.WON.match(text, mention.end) for mention in mentions)
        if self.owner is not None and won and any(role.role == "lead" for role in roles):
            hosts = chosen is not None and cues.HOST.match(text, chosen) is not None
            roles.append(Role(name=self.owner, role="lead" if hosts else "partner"))
        return list({role.name: role for role in reversed(roles)}.values())[::-1]

    def _leads(self, mentions: Sequence[Mention], program: str | None, roles: Sequence[Role]) -> list[str]:
        """Return who leads where no word says it: whose project it is, who acts before it, whom the text is about."""
        holder = owned_by(self.here, mentions)
        if holder is not None:
            run = acting_with(self.here.text, self.here.acting, holder)
            return list(dict.fromkeys(self.full.get(body.text, body.text) for body in run))
        told = (subjects(self.here, mention.start, self.full) for mention in mentions[:_FEW])
        leads = next((acting for acting in told if acting), [])
        if leads:
            return leads
        mute = self.owner is None or cues.COUNCIL.search(self.owner) is not None or (program is not None and self.calls)
        return (
            []
            if mute or any(role.name == self.owner and role.role == "partner" for role in roles)
            else [str(self.owner)]
        )


def _governed(owner: str | None, bodies: Set[str]) -> str | None:
    """Return the government that a council watches over, where the text names it: its works are not the council's."""
    governed = owner.removesuffix("의회") if owner is not None else None
    return governed if governed in bodies else owner


def subjects(here: Scene, place: int, full: Mapping[str, str]) -> list[str]:
    """Return the full names of the bodies that act in the sentence of a place, before it: 나루시와 한들시는 … P를.

    A common noun (시는, 공단은) stands for the body that it can mean. The list is empty where none is said to act.
    """
    start, _ = here.sentence(place)
    held = [body for body in within(here.acting, (start, place)) if SUBJECT.match(here.text, body.end)]
    held = [body for body in held if not cues.AIDING.match(here.text, body.end)]
    if cues.BOTH.search(here.text, held[-1].end if held else start, place):
        return _pair(here, place, full)
    nouns = list(cues.NOUN.finditer(here.text, held[-1].end if held else start, place))
    name = meant(here.text, nouns[-1][1], nouns[-1].start(), here.bodies, full) if nouns else None
    if name is not None:
        return [name]
    if not held:
        return []
    run = acting_with(here.text, here.acting, held[-1])
    return list(dict.fromkeys(full.get(body.text, body.text) for body in run))[-_FEW:]


def _pair(here: Scene, place: int, full: Mapping[str, str]) -> list[str]:
    """Return the bodies that 두 기관 or 양사 stands for: the last before a place that acted together or with others."""
    for body in reversed(within(here.acting, (max(0, place - _FAR), place))):
        run = acting_with(here.text, here.acting, body)
        names = list(dict.fromkeys(full.get(one.text, one.text) for one in run))
        if len(names) > 1 and SUBJECT.match(here.text, body.end):
            return names[-_FEW:]
        after = within(here.acting, (body.end, body.end + _REACH))[:1]
        partner = after and cues.WITH.match(here.text, after[0].end) and SUBJECT.match(here.text, body.end)
        if partner:
            return [*names, full.get(after[0].text, after[0].text)]
    return []


def owned_by(here: Scene, mentions: Sequence[Mention]) -> Mention | None:
    """Return the organisation that a project is said to be of, directly before its name (국토교통부의 ‘…사업’)."""
    for mention in mentions:
        bodies = within(here.bodies, (mention.start - _OWNER_REACH, mention.start))
        if bodies and cues.OWNED.fullmatch(here.text, bodies[-1].end, mention.start):
            return bodies[-1]
    return None


def stated_roles(here: Scene, names: Sequence[Mention], sentence: Stretch, full: Mapping[str, str]) -> list[Role]:
    """Return the roles that a sentence states of the organisations in it; ``names`` are the projects it names."""
    found: list[Role] = []
    text = here.text
    meant_here = bool(names) or cues.MEANT.search(text, *sentence) is not None
    following: tuple[Mention, Name | None] | None = None
    held = within(here.acting, sentence)
    listed = _listed(here.text, held, sentence)
    for body in reversed(held):
        limit = following[0].start if following is not None else sentence[1]
        kind = "funder" if _pays(here, body, sentence) else _role(text, body, sentence, limit, names, meant_here)
        kind = kind if _is_ours(here, body, names, sentence) else None
        if kind is None and following is not None and _are_alike(text, body, following[0]):
            kind = following[1]
        kind = kind or listed.get(body.start)
        if kind is not None:
            found.insert(0, Role(name=full.get(body.text, body.text), role=kind))
        following = (body, kind)
    bracketed = [body for body in within(here.bodies, sentence) if body not in held and _pays(here, body, sentence)]
    return [*found, *(Role(name=full.get(body.text, body.text), role="funder") for body in bracketed)]


def _listed(text: str, held: Sequence[Mention], sentence: Stretch) -> dict[int, Name]:
    """Return by their places the roles that the label of a list gives to all in it: 참여기관: 나루도, 한들대."""
    found: dict[int, Name] = {}
    for one, other in pairwise(held):
        before = text[max(sentence[0], one.start - 14) : one.start]
        if cues.LABELLED.search(before) and cues.PARTNERS_BEFORE.search(before):
            found[one.start] = "partner"
        if one.start in found and AND.fullmatch(text, one.end, other.start):
            found[other.start] = found[one.start]
    return found


def _are_alike(text: str, body: Mention, following: Mention) -> bool:
    """Tell whether two bodies do the same: side by side (A와 B가), or each its part (A가 개발을, B가 검증을 맡았다)."""
    return any(pattern.fullmatch(text, body.end, following.start) for pattern in (cues.BESIDE, cues.GAPPED))


def _is_ours(here: Scene, body: Mention, names: Sequence[Mention], sentence: Stretch) -> bool:
    """Tell whether no other project's name stands nearer to a body than ours; one behind it counts less."""
    held = within(here.names, sentence)
    if not names or len(held) == len(names):
        return True
    nearest = min(
        held, key=lambda name: body.start - name.end if name.end <= body.start else 2 * (name.start - body.end)
    )
    return nearest in names


def _pays(here: Scene, body: Mention, sentence: Stretch) -> bool:
    """Tell whether a body is said to pay some amount of its own (경상북도가 10억 원, 포항시가 6억 원을 댄다)."""
    if _owes(here.text, body, sentence):
        return True
    near = within(here.moneys, (body.end, min(body.end + _PAYS_REACH, sentence[1])))
    if not near:
        return False
    if cues.FUND.fullmatch(here.text, body.end, near[0].start):
        return True
    if near[0].start == body.end + 1 and _is_share(here.text, body, near[0], sentence):
        return True
    if cues.PAYS.fullmatch(here.text, body.end, near[0].start) is None:
        return False
    return cues.PAID.match(here.text, near[0].end, sentence[1]) is not None


def _owes(text: str, body: Mention, sentence: Stretch) -> bool:
    """Tell whether a body pays the sum before it (8억 원은 교육부가 댄다), or a share (환경부가 절반을 댄다)."""
    if cues.PAYS_SHARE.match(text, body.end, sentence[1]):
        return True
    if not any(pattern.match(text, body.end, sentence[1]) for pattern in (cues.OWES, cues.OWED)):
        return False
    return cues.MONEY_OF.search(text, max(sentence[0], body.start - _BEFORE), body.start) is not None


def _is_share(text: str, body: Mention, money: Mention, sentence: Stretch) -> bool:
    """Tell whether a body and its money are one of the shares of a list: (군비 35억원, 나루교육청 40억원)."""
    if text[body.end] != " " or cues.SHARES_AFTER.match(text, money.end) is None:
        return False
    if cues.SHARES_BEFORE.search(text, max(sentence[0], body.start - 2), body.start) is None:
        return False
    return cues.PURSES.search(text, *sentence) is not None


def _role(text: str, body: Mention, sentence: Stretch, limit: int, names: Sequence[Mention], told: bool) -> Name | None:
    after = text[body.end : min(body.end + _REACH, limit)]
    before = text[max(sentence[0], body.start - 14) : body.start]
    if (told and cues.LEADS.match(after)) or cues.LEADS_BEFORE.search(before):
        return "lead"
    if (told and cues.FUNDS.match(after)) or cues.FUNDS_BEFORE.search(before) or cues.FUNDS_ALONE.match(after):
        return "funder"
    if cues.PARTNERS_BEFORE.search(before):
        return "partner"
    if cues.PARTNERS.match(after) and any(name.start < body.start for name in names):
        return "partner"
    with_it = any(cues.WITH_IT.fullmatch(text, body.end, name.start) for name in names)
    joins = with_it or (told and cues.WITH.match(after)) or cues.JOINTLY.match(after)
    agreed = told and cues.AGREED.match(text, body.end, sentence[1]) is not None
    return "partner" if joins or agreed or cues.TAKES.match(after) else None
