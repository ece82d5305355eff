"""Who does what in a project: leads, partners, funders, and the organisation whose text it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from sasil.components.projects import cues
from sasil.components.projects.context import Stretch, line_of, within
from sasil.components.projects.scene import Scene
from sasil.record import Mention, Organization, Role

_ACTS = re.compile(
    r"(?:은|는|이|가|에서는|도)(?![가-힣])|\s?[(（][^()（）\n]{2,40}[)）](?:은|는|이|가)(?![가-힣])|(?:,|\s?[‘“])"
)
_SUBJECT = re.compile(r"(?:은|는|이|가|에서는)(?![가-힣])|\s?[(（][^()（）\n]{2,40}[)）](?:은|는|이|가)(?![가-힣])")
AND = re.compile(r"\s?(?:와|과|,|·|및)\s?")
_REPORTS = re.compile(r"업계|관계자|기자|신문|일보|뉴스|무단")
_TELLS = re.compile(r"밝혔다|전했다|발표했다|설명했다|공개했다|개최했다")
_REACH = 40
_OWNER_REACH = 40
_SENTENCE = 200
_PARAGRAPH = 800
_LEAD_LINES = 2
_PAYS_REACH = 16
_SENTENCE_END = re.compile(r"[다요][.](?=\s|$)")

Name = Literal["lead", "partner", "funder"]


def full_names(organizations: Sequence[Organization]) -> dict[str, str]:
    """Return the full form of each name and alias of the organisations."""
    return {form: body.name for body in organizations for form in (body.name, *body.aliases)}


def owner(text: str, bodies: Sequence[Mention], full: Mapping[str, str]) -> str | None:
    """Return the organisation that the text is mainly about: the one that acts and tells most."""
    acting: Counter[str] = Counter()
    begun = _SENTENCE_END.search(text)
    first = begun.end() if begun is not None else 0
    for body in bodies:
        if _ACTS.match(text, body.end) and not _REPORTS.search(body.text):
            line_end = text.find("\n", body.end, body.end + _SENTENCE)
            tells = _TELLS.search(text, body.end, line_end if line_end >= 0 else body.end + _SENTENCE) is not None
            lead = _LEAD_LINES if body.start < first else 0
            acting[full.get(body.text, body.text)] += 1 + tells + lead
    return acting.most_common(1)[0][0] if acting else None


def actor(text: str, place: int, bodies: Sequence[Mention]) -> str | None:
    """Return the organisation that acted last before a place, in its line (창원시가 … 기본계획을 추진한다)."""
    start = max(line_of(text, place)[0], place - _PARAGRAPH)
    acting = [body for body in within(bodies, (start, place)) if _SUBJECT.match(text, body.end)]
    return acting[-1].text if acting else None


def joined_with(here: Scene, lead: str, place: int, full: Mapping[str, str]) -> list[str]:
    """Return a leading body with those beside it as subject of the sentence at a place (나루시와 한들시는)."""
    held = within(here.bodies, here.sentence(place))
    run: list[str] = []
    for body, following in zip(held, [*held[1:], None], strict=False):
        run.append(full.get(body.text, body.text))
        if following is not None and AND.fullmatch(here.text, body.end, following.start):
            continue
        if lead in run and len(run) > 1 and _SUBJECT.match(here.text, body.end):
            return run
        run = []
    return [lead]


def owned_by(here: Scene, mentions: Sequence[Mention]) -> str | None:
    """Return the organisation that a project is said to be of, directly before its name (국토교통부의 ‘…사업’)."""
    for mention in mentions:
        bodies = within(here.bodies, (mention.start - _OWNER_REACH, mention.start))
        if bodies and cues.OWNED.fullmatch(here.text, bodies[-1].end, mention.start):
            return bodies[-1].text
    return None


def stated_roles(here: Scene, names: Sequence[Mention], sentence: Stretch, full: Mapping[str, str]) -> list[Role]:
    """Return the roles that a sentence states of the organisations in it; ``names`` are the projects it names."""
    found: list[Role] = []
    text = here.text
    following: tuple[Mention, Name | None] | None = None
    for body in reversed(within(here.bodies, sentence)):
        limit = following[0].start if following is not None else sentence[1]
        kind = "funder" if _pays(here, body, sentence) else _role(text, body, sentence, limit, names)
        kind = kind if _is_ours(here, body, names, sentence) else None
        if kind is None and following is not None and AND.fullmatch(text, body.end, following[0].start):
            kind = following[1]
        if kind is not None:
            found.insert(0, Role(name=full.get(body.text, body.text), role=kind))
        following = (body, kind)
    return found


def _is_ours(here: Scene, body: Mention, names: Sequence[Mention], sentence: Stretch) -> bool:
    """Tell whether no other project's name stands nearer to a body than ours; one behind it counts less."""
    held = within(here.names, sentence)
    if not names or len(held) == len(names):
        return True
    nearest = min(
        held, key=lambda name: body.start - name.end if name.end <= body.start else 2 * (name.start - body.end)
    )
    return nearest in names


def _distance(body: Mention, name: Mention) -> int:
    return body.start - name.end if name.end <= body.start else 2 * (name.start - body.end)


def _pays(here: Scene, body: Mention, sentence: Stretch) -> bool:
    """Tell whether a body is said to pay some amount of its own (경상북도가 10억 원, 포항시가 6억 원을 댄다)."""
    near = within(here.moneys, (body.end, min(body.end + _PAYS_REACH, sentence[1])))
    if not near or cues.PAYS.fullmatch(here.text, body.end, near[0].start) is None:
        return False
    return cues.PAID.match(here.text, near[0].end, sentence[1]) is not None


def _role(text: str, body: Mention, sentence: Stretch, limit: int, names: Sequence[Mention]) -> Name | None:
    after = text[body.end : min(body.end + _REACH, limit)]
    before = text[max(sentence[0], body.start - 14) : body.start]
    if (names and cues.LEADS.match(after)) or cues.LEADS_BEFORE.search(before):
        return "lead"
    if (names and cues.FUNDS.match(after)) or cues.FUNDS_BEFORE.search(before):
        return "funder"
    if cues.PARTNERS_BEFORE.search(before):
        return "partner"
    if cues.PARTNERS.match(after) and any(name.start < body.start for name in names):
        return "partner"
    return "partner" if cues.TAKES.match(after) or (names and cues.WITH.match(after)) else None
