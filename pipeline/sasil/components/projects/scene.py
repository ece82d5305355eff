"""A text with all that is known of its projects before their records are made."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

from sasil.components.organizations.acting import outer
from sasil.components.projects.context import Stretch, at, by_type, line_of, sentences, within
from sasil.components.projects.cues import HOLDS, SUBTASKS
from sasil.components.projects.forms import canonical, phase_of
from sasil.components.projects.groups import Group, groups
from sasil.components.projects.items import items
from sasil.components.projects.patterns import head_of
from sasil.record import Mention

_SENTENCE = re.compile(r"[다요][.](?=\s|$|[”’\"])")
STAGE = re.compile(r"(?<![\d,가-힣])(제?\d{1,2}(?:단계|기|차))(?=[\s(（은는에의])")
FOLLOWED = re.compile(r"[’”」』]?(?:\s?[(（][^()（）\n]{1,30}[)）])?에\s(?:따라|따른|의거|근거|기반|맞춰)")
"""What follows a plan on the ground of which something else is done."""

_WORKS = re.compile(r"(?:공사|건설사업|건설|건립|조성|증설|신축|확충|설치|용역)$")
_AGAIN = 2
_REACH = 60
_LABEL = 12
_EARLY = 250


@dataclass(frozen=True, slots=True)
class Scene:
    """A text, its sentences, its projects by full name, their groups, and the mentions around them.

    ``acting`` are the bodies that stand in no bracket behind another one.
    """

    text: str
    sentences: Sequence[Stretch]
    names: Sequence[Mention]
    full: Mapping[str, str]
    groups: Sequence[Group]
    members: frozenset[str]
    plans: Mapping[str | None, str]
    heading: int
    bodies: Sequence[Mention]
    acting: Sequence[Mention]
    dates: Sequence[Mention]
    places: Sequence[Mention]
    lists: Sequence[Group] = ()
    events: Sequence[Mention] = ()
    moneys: Sequence[Mention] = ()

    def sentence(self, place: int) -> Stretch:
        """Return the sentence that a place lies in."""
        return at(self.sentences, place)

    def name(self, mention: Mention) -> str:
        """Return the full name of the project that a mention names."""
        return self.full[mention.text]


def heading_of(text: str) -> int:
    r"""Return where the heading of a text ends: its lines before the first that holds a whole sentence.

    >>> heading_of("새 공원 연다\n- 내년 착공\n\n나루시는 공원을 짓는다.")
    17
    """
    first = _SENTENCE.search(text)
    return text.rfind("\n", 0, first.start()) + 1 if first is not None else 0


def scene(text: str, mentions: Iterable[Mention], given: Mapping[str, str] | None = None) -> Scene:
    """Set a text and its mentions out for the making of records; ``given`` are full names that are known already."""
    held = by_type(mentions)
    names = held["PROJECT"]
    full = {**canonical(name.text for name in names), **(given or {})}
    together = groups(text, names, held["QUANTITY"])
    members = frozenset(full[member.text] for group in together for member in group.members)
    plans = {phase_of(name): name for name in reversed(dict.fromkeys(full.values())) if name not in members}
    return Scene(
        text,
        sentences(text),
        names,
        full,
        together,
        members,
        plans,
        heading_of(text),
        held["ORG"],
        outer(text, held["ORG"]),
        sorted([*held["DATE"], *held["TIME"]], key=attrgetter("start")),
        held["LOC"],
        items(text, names),
        held["EVENT"],
        held["MONEY"],
    )


def umbrella(here: Scene) -> str | None:
    """Return the project that the text is about: named before the others, again and again or as a plan."""
    starts = [group.start for group in (*here.groups[:1], *here.lists[:1])]
    parts = SUBTASKS.search(here.text) if not starts else None
    first = min(starts, default=parts.start() if parts is not None else len(here.text))
    listed = {here.name(item) for group in here.lists for item in group.members}
    outside = Counter(name for mention in here.names if (name := here.name(mention)) not in here.members | listed)
    followed = {here.name(name) for name in here.names if FOLLOWED.match(here.text, name.end)}
    before = {
        here.name(name): name for name in reversed(here.names) if name.start < first and here.name(name) in outside
    }
    for name in reversed(before):
        head = head_of(name)
        plan = head is not None and head.kind == "plan"
        if (outside[name] >= _AGAIN) or (plan and name not in followed):
            return name
    told = [name for name, mention in before.items() if mention.start < here.heading + _EARLY and name not in followed]
    told = [name for name in told if not _WORKS.search(name)]
    return told[0] if len(told) == 1 else None


def program_of(here: Scene, group: Group, whole: str | None) -> str | None:
    """Return the plan of a group of projects: named in its sentence, meant by its phase, or the umbrella."""
    start, _ = here.sentence(group.start)
    members = {here.name(member) for member in group.members}
    held = [here.name(name) for name in within(here.names, (start, group.start)) if HOLDS.match(here.text, name.end)]
    named = [name for name in held if name not in members and name not in here.members]
    if named:
        return named[-1]
    stage = stage_of(here, group)
    staged = here.plans.get(stage) if stage is not None else None
    return staged or (whole if whole not in members else None)


def stage_of(here: Scene, group: Group) -> str | None:
    """Return the phase that the sentence of a group states before it (2단계에서는 ▲…)."""
    line, _ = line_of(here.text, group.start)
    return stage_at(here.text, max(line, here.sentence(group.start)[0]), group.start) or (
        stage_at(here.text, line, min(group.start, line + _LABEL)) if group.start - line < _REACH else None
    )


def stage_at(text: str, start: int, place: int) -> str | None:
    """Return the phase that a stretch of a line states last before a place (2단계 | 숲길 조성)."""
    found = STAGE.findall(text[max(start, place - _REACH) : place])
    return found[-1] if found else None
