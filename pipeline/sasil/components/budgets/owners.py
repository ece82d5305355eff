"""Whose money an amount is that stands beside no name: what the line is about, or the whole text."""

from __future__ import annotations

import re
from collections import Counter

from sasil.components.budgets import patterns
from sasil.components.budgets.labels import Labelled
from sasil.components.budgets.targets import Target, counted, last_group, of_group, sized
from sasil.components.budgets.topics import Topics
from sasil.components.projects import cues
from sasil.components.projects.context import line_of, within
from sasil.components.projects.groups import Group
from sasil.components.projects.patterns import head_of
from sasil.components.projects.scene import FOLLOWED, Scene
from sasil.record import Mention

_LINES_ABOVE = 6
_SENTENCES_BACK = 5
_LEAD = 250
_AGAIN = 2


class Owners:
    """What the lines of a text are about: the project in focus, the table's projects, the whole text's project."""

    def __init__(self, here: Scene) -> None:
        self.here = here
        self.topics = Topics(here)
        self.table = next((group for group in here.groups if group.table and len(group.members) > 1), None)
        whole = self.subject = _subject(here)
        self.lead = min(line_of(here.text, _first_word(here.text, here.heading))[1], here.heading + _LEAD)
        early = any(here.name(name) == whole for name in within(here.names, (0, here.heading + _LEAD)))
        self.main = whole if early else _first(here)
        places = [name.start for name in here.names if here.name(name) == self.main]
        self.listed = {
            name.start for group in here.groups if len(group.members) > 1 and not group.table for name in group.members
        }
        self.sizes: dict[int, bool] = {}
        self.every = tuple(dict.fromkeys(map(here.name, here.names)))
        self.named = min(places, default=0)

    def counted(self, size: int) -> bool:
        """Tell whether the text speaks of as many projects (7개 사업)."""
        if size not in self.sizes:
            wanted = rf"(?<!\d){size}(?:개|건|대)\s?(?:[가-힣]{{1,4}}\s)?(?:과제|사업)"
            self.sizes[size] = re.search(wanted, self.here.text) is not None
        return self.sizes[size]

    def is_listed(self, place: int) -> bool:
        """Tell whether a place stands in a sentence that lists projects."""
        names = within(self.here.names, self.here.sentence(place))
        return len(names) > 1 and any(name.start in self.listed for name in names)

    def whole(self, place: int) -> str | None:
        """Return the project that the text is about, where it has been named before a place or at the beginning."""
        return self.main if self.main is not None and self.named < max(place, self.lead) else None

    def meant(self, amount: Labelled, heading: bool, cued: bool) -> Target | None:
        """Return the target that the words around an amount mean; ``cued`` where they speak of a project's money."""
        text, money = self.here.text, amount.money
        if heading:
            return sized(self.here, money) or self._of_all(money)
        start, end = self.here.sentence(money.start)
        line = line_of(text, money.start)[0]
        group = last_group(self.here, money.start)
        if group is not None and group.start >= line and patterns.MEANS_GROUP.search(text, start, money.start):
            return of_group(self.here, group)
        following = within(self.here.names, (group.end, money.start)) if group is not None else ()
        if (
            group is not None
            and group.start >= line
            and not following
            and patterns.GROUP_NEXT.search(text, line, money.start)
        ):
            return of_group(self.here, group)
        means = patterns.MEANS_PROJECT.search(text, start, money.start) is not None
        won = patterns.WON_AFTER.match(text, money.end) is not None and bool(self._single(start, money.start))
        funded = amount.role != "total" or won
        if not (means or cued or funded or patterns.MAY_MEAN_PROJECT.search(text, start, end)):
            return None
        focus = self.focus(money.start)
        if focus is not None:
            return Target((focus,))
        return self._of_all(money) if means or cued or funded else None

    def focus(self, place: int) -> str | None:
        """Return the project that was named last in the line of a place, or in the line that it belongs to."""
        text = self.here.text
        start = line_of(text, place)[0]
        for _ in range(_LINES_ABOVE):
            names = self._single(start, place)
            topic = self._topic(names[-1].end if names else start, place)
            if topic is not None or names:
                return topic or self.here.name(names[-1])
            in_row = "|" in text[start:place]
            if not (in_row or cues.LOWER.match(text, start)) or start == 0:
                return None
            while start > 0 and text[start - 1] == "\n":
                start -= 1
            place, start = start, line_of(text, max(0, start - 1))[0]
            if ("|" in text[start:place]) != in_row or start < self.here.heading:
                return None
        return None

    def _topic(self, start: int, end: int) -> str | None:
        """Return the project that a sentence of a stretch is about, the last of them, by the end of its name alone."""
        place = end
        for _ in range(_SENTENCES_BACK):
            begin = self.here.sentence(place)[0]
            if begin < start:
                return None
            topic = self.topics.of_clause(begin, place) or self.topics.of(begin)
            if topic is not None or begin == 0:
                return topic
            place = begin - 1
        return None

    def _single(self, start: int, end: int) -> list[Mention]:
        """Return the names of a stretch that stand in no list, without the calls that another of them won."""
        names = [name for name in within(self.here.names, (start, end)) if name.start not in self.listed]
        names = [name for name in names if not cues.THROUGH.match(self.here.text, name.end)]
        if len(names) < 2:
            return names
        return [name for name in names if not cues.CHOSEN.match(self.here.text, name.end)] or names

    def _of_all(self, money: Mention) -> Target | None:
        """Return what the text is about: a project, or else as many as are counted beside the amount."""
        several = counted(self.here, money, self.every) if self.subject is None else None
        return several or self._default(money) or counted(self.here, money, self.every)

    def _default(self, money: Mention) -> Target | None:
        start = line_of(self.here.text, money.start)[0]
        count = patterns.GROUP_SIZE.search(self.here.text[start : money.start])
        whole = self.whole(money.start)
        if self.table is not None and (count is not None or whole is None):
            summed = count is not None or (
                patterns.SUM.search(self.here.text, start, money.start) is not None
                and patterns.BODY_BUDGET.search(self.here.text, start, money.start) is None
            )
            return (
                of_table(self.here, self.table, int(count[1].replace(",", "")) if count else None) if summed else None
            )
        return Target((whole,)) if whole is not None else None


def of_table(here: Scene, group: Group, count: int | None) -> Target | None:
    """Return the projects of a table as the target of an amount; it may name some of a larger group alone."""
    names = tuple(dict.fromkeys(here.name(member) for member in group.members))
    return Target(names, count) if count is None or count >= len(names) else None


def _first_word(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _subject(here: Scene) -> str | None:
    """Return the project that stands before the groups of a text and is its only one, a plan, or named again."""
    first = here.groups[0].start if here.groups else len(here.text)
    outside = Counter(here.name(name) for name in here.names if here.name(name) not in here.members)
    early = dict.fromkeys(here.name(name) for name in here.names if name.start < first)
    if len(outside) == 1:
        return next(iter(outside.keys() & early), None)
    followed = {here.name(name) for name in here.names if FOLLOWED.match(here.text, name.end)}
    for name in early:
        head = head_of(name)
        again = outside[name] >= _AGAIN
        if again or (outside[name] and name not in followed and head is not None and head.kind == "plan"):
            return name
    return None


def _first(here: Scene) -> str | None:
    """Return the project that a text with several names most: the first of those."""
    held = [name for name in here.names if FOLLOWED.match(here.text, name.end) is None] or here.names
    counted = Counter(here.name(name) for name in held if here.name(name) not in here.members)
    return counted.most_common(1)[0][0] if counted else None
