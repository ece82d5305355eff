"""Whose money an amount is: of a project, of a group, of the projects of a row."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from sasil.components.budgets import patterns
from sasil.components.projects import cues
from sasil.components.projects.context import within
from sasil.components.projects.groups import Group
from sasil.components.projects.scene import Scene
from sasil.record import Mention

_AFTER_GROUP = 32


@dataclass(frozen=True, slots=True)
class Target:
    """The projects that an amount is for, and the stated size of their group."""

    projects: tuple[str, ...]
    count: int | None = None


def of_group(here: Scene, group: Group) -> Target:
    """Return a group as the target of an amount: it covers every member that is named."""
    return Target(tuple(dict.fromkeys(here.name(member) for member in group.members)), group.count)


def beside(here: Scene, money: Mention) -> Target | None:
    """Return the target that stands beside an amount in its sentence: its group, its name."""
    sentence = here.sentence(money.start)
    return _of_closed_group(here, money) or _of_name_before(here, money, sentence[0]) or named_after(here, money)


def _of_closed_group(here: Scene, money: Mention) -> Target | None:
    """Return the group that is closed directly before an amount (등 총 13개 과제에 1,800여억 원)."""
    group = last_group(here, money.start)
    if group is None or not 0 <= money.start - group.end <= _AFTER_GROUP:
        return None
    last = group.members[-1].end
    between = here.text[last : money.start]
    closed = group.end > last and "\n" not in between and "다. " not in between
    return of_group(here, group) if closed and not within(here.names, (last, money.start)) else None


def last_group(here: Scene, place: int) -> Group | None:
    """Return the group that was named last before a place."""
    index = bisect_right(here.groups, place, key=_last_end)
    return here.groups[index - 1] if index else None


def _last_end(group: Group) -> int:
    return group.members[-1].end


def _of_name_before(here: Scene, money: Mention, start: int) -> Target | None:
    names = within(here.names, (start, money.start))
    if not names or names[-1].end > money.start:
        return None
    name = names[-1]
    between = here.text[name.end : money.start]
    if cues.THROUGH.match(between):
        return None
    for pattern in (patterns.IN_BRACKET, patterns.LISTED, *patterns.AFTER_NAMES):
        if pattern.match(between):
            return Target((here.name(name),))
    return None


def named_after(here: Scene, money: Mention) -> Target | None:
    """Return the project named after an amount that is spent on it (10억 원을 들여 …)."""
    names = within(here.names, (money.end, money.end + 40))
    between = here.text[money.end : names[0].start] if names else ""
    if names and patterns.TO_NAME.fullmatch(between) and patterns.MONEY_TO_NAME.search(between):
        return Target((here.name(names[0]),))
    return None


def sized(here: Scene, money: Mention) -> Target | None:
    """Return the group of the size that stands before an amount in a heading (24개 과제에 1,150억 원)."""
    start = here.text.rfind("\n", 0, money.start) + 1
    count = patterns.COUNT_BEFORE.search(here.text[start : money.start])
    if count is None:
        return None
    size = int(count[1].replace(",", ""))
    return next((of_group(here, group) for group in here.groups if group.count == size), None)
