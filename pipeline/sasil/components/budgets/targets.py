"""Whose money an amount is: of a project, of a group, of the projects of a row."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sasil.components.budgets import patterns
from sasil.components.projects import cues
from sasil.components.projects.context import within
from sasil.components.projects.groups import Group
from sasil.components.projects.scene import Scene
from sasil.record import Mention

_AFTER_GROUP = 32
_EACH_REACH = 12
_GIVEN_REACH = 70
_NAMED_REACH = 90
_MOST = 8
_LISTED = re.compile(r"\s?(?:,|·|과|와)\s?(?:약\s)?")


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
    return (
        closed_group(here, money)
        or _closed_list(here, money, sentence[0])
        or given_to(here, money)
        or _of_name_before(here, money, sentence[0])
        or named_after(here, money)
    )


def given_to(here: Scene, money: Mention) -> Target | None:
    """Return the project named after an amount that is given to it (64억 원을 ‘…’에 쓴다)."""
    names = within(here.names, (money.end, min(here.sentence(money.start)[1], money.end + _GIVEN_REACH)))
    if not names or patterns.GIVEN_TO.fullmatch(here.text, money.end, names[0].start) is None:
        return None
    return Target((here.name(names[0]),)) if patterns.GIVEN.match(here.text, names[0].end) else None


def each(here: Scene, moneys: Sequence[Mention], place: int) -> Target | None:
    """Return the project of an amount in a list of as many as were named before it (‘…’와 ‘…’에 각각 11억, 3억 원)."""
    first, last = listed_with(here, moneys, place)
    begin = moneys[first].start
    if last == first or not patterns.EACH.search(here.text, max(0, begin - _EACH_REACH), begin):
        return None
    start = here.sentence(max(0, here.sentence(begin)[0] - 1))[0]
    names = tuple(dict.fromkeys(here.name(name) for name in within(here.names, (start, begin))))
    different = patterns.DIFFERENCE.match(here.text, moneys[last].end) is not None
    return Target((names[place - first],)) if len(names) == last - first + 1 and not different else None


_COUNTS = {"두": 2, "세": 3, "네": 4, "다섯": 5}


def such(here: Scene, money: Mention) -> Target | None:
    """Return the projects of the sentence or the one before it that are meant by their number (두 사업에서 …)."""
    start = here.sentence(money.start)[0]
    meant = patterns.SUCH_PROJECTS.search(here.text, start, money.start)
    if meant is None:
        return None
    size = _COUNTS.get(meant["count"]) or int(meant["count"][0])
    first = here.sentence(max(0, start - 1))[0]
    names = tuple(dict.fromkeys(here.name(name) for name in within(here.names, (first, meant.start()))))
    return Target(names) if len(names) == size else None


def listed_with(here: Scene, moneys: Sequence[Mention], place: int) -> tuple[int, int]:
    """Return the first and the last position of the list of amounts, without words between, that one stands in."""
    first = last = place
    while first > place - _MOST and first and _LISTED.fullmatch(here.text, moneys[first - 1].end, moneys[first].start):
        first -= 1
    following = range(place + 1, min(place + _MOST, len(moneys)))
    for index in following:
        if _LISTED.fullmatch(here.text, moneys[last].end, moneys[index].start) is None:
            break
        last = index
    return first, last


def closed_group(here: Scene, money: Mention) -> Target | None:
    """Return the group that is closed directly before an amount (등 총 13개 과제에 1,800여억 원)."""
    group = last_group(here, money.start)
    if group is None or not 0 <= money.start - group.end <= _AFTER_GROUP:
        return None
    last = group.members[-1].end
    between = here.text[last : money.start]
    closed = group.end > last and "\n" not in between and "다. " not in between
    if group.count is None and "등" not in here.text[last : group.end]:
        closed = closed and not within(here.moneys, (group.start, last))  # each has had its own amount
    if not closed or within(here.names, (last, money.start)):
        return None
    target, size = of_group(here, group), count_before(here, money)
    return Target(target.projects, size) if target.count is None and size and size >= len(target.projects) else target


def _closed_list(here: Scene, money: Mention, start: int) -> Target | None:
    """Return the projects of a sentence, each with its own amount, that are counted before an amount in all."""
    size = count_before(here, money)
    if (
        size is None
        or patterns.LIST_CLOSED.search(here.text, max(start, money.start - _AFTER_GROUP), money.start) is None
    ):
        return None
    names = tuple(dict.fromkeys(here.name(name) for name in within(here.names, (start, money.start))))
    return Target(names, size) if 1 < len(names) <= size else None


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
    told = len(names) > 1 or patterns.MEANS_PROJECT.search(here.text, start, name.start) is not None
    if cues.THROUGH.match(between) or (told and patterns.WON_IN.match(between)):
        return None
    for pattern in (patterns.IN_BRACKET, patterns.LISTED, *patterns.AFTER_NAMES):
        if pattern.match(between):
            return Target((here.name(name),))
    return None


def named_after(here: Scene, money: Mention) -> Target | None:
    """Return the project named after an amount that is spent on it (10억 원을 들여 …)."""
    start, end = here.sentence(money.start)
    names = within(here.names, (money.end, min(end, money.end + _NAMED_REACH)))
    between = here.text[money.end : names[0].start] if names else ""
    if names and patterns.TO_NAME.fullmatch(between) and patterns.MONEY_TO_NAME.search(between):
        return _beginning(here, names[0])
    if names and patterns.SPENT_ON.fullmatch(here.text, money.end, names[0].start):
        return _beginning(here, names[0])
    if names and patterns.FAR_TO_NAME.fullmatch(between) and not within(here.names, (start, money.start)):
        others = within(here.moneys, (money.end, names[0].start))
        return Target((here.name(names[0]),)) if not others or between.startswith((" (", "(", "（")) else None
    return None


def _beginning(here: Scene, name: Mention) -> Target:
    """Return the group that begins with a name and has one amount together, or else the project of the name."""
    group = next_group(here, name.start)
    together = group is not None and group.start == name.start and not group.table
    if group is None or not together or within(here.moneys, (group.start, group.end + _EACH_REACH)):
        return Target((here.name(name),))
    return of_group(here, group)


def next_group(here: Scene, place: int) -> Group | None:
    """Return the first group that is named from a place on."""
    index = bisect_left(here.groups, place, key=_start_of)
    return here.groups[index] if index < len(here.groups) else None


def _start_of(group: Group) -> int:
    return group.start


def listed_before(here: Scene, moneys: Sequence[Mention], place: int) -> Target | None:
    """Return the project of a list of amounts that begins with one (국비 10억과 도비 4억을 들여 …)."""
    last = moneys[place]
    for money in moneys[place + 1 : place + _MOST]:
        if patterns.LIST_LINK.fullmatch(here.text, last.end, money.start) is None:
            break
        target = named_after(here, money)
        if target is not None:
            return target
        last = money
    return None


def count_before(here: Scene, money: Mention) -> int | None:
    """Return the number of projects that stands before an amount (7건 436억 원), or None."""
    start = here.text.rfind("\n", 0, money.start) + 1
    count = patterns.COUNT_BEFORE.search(here.text, max(start, money.start - _AFTER_GROUP), money.start)
    return int(count[1].replace(",", "")) if count is not None else None


def sized(here: Scene, money: Mention) -> Target | None:
    """Return the group of the size that stands beside an amount (24개 과제에 1,150억 원, 87억 원을 5개 사업에)."""
    size = count_beside(here, money)
    group = next((group for group in here.groups if group.count == size), None) if size is not None else None
    return of_group(here, group) if group is not None else None


def counted(here: Scene, money: Mention, names: tuple[str, ...]) -> Target | None:
    """Return all projects of a text, by ``names``, as those counted beside an amount (공사 19건 5,873억 원을 발주)."""
    size = count_beside(here, money)
    return Target(names, size) if size is not None and 1 < len(names) <= size else None


def count_beside(here: Scene, money: Mention) -> int | None:
    """Return the number of projects that stands before an amount or behind it, or None."""
    after = patterns.COUNT_AFTER.match(here.text, money.end)
    return count_before(here, money) or (int(after[1].replace(",", "")) if after is not None else None)
