"""Find the budgets of a text: every amount that is the money of a project or of a group of projects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from sasil.components.budgets import patterns
from sasil.components.budgets.labels import Labelled, labelled
from sasil.components.budgets.splits import Draft, joined
from sasil.components.budgets.tables import in_table, tabled
from sasil.components.budgets.targets import Target, beside, last_group, of_group, sized
from sasil.components.projects.context import line_of, of_type, within
from sasil.components.projects.scene import Scene, scene, umbrella
from sasil.doc import Word
from sasil.record import Budget, Mention, MoneyMention, Project


def find_budgets(
    text: str, words: Sequence[Word], mentions: Iterable[Mention], projects: Sequence[Project]
) -> list[Budget]:
    """Return the budgets of a text in its order; ``part_of`` is a position in the list.

    ``mentions`` are all mentions of the text, ``projects`` the records of its projects.

    >>> from sasil.record import MENTIONS
    >>> name = {"type": "PROJECT", "start": 0, "end": 11, "text": "물빛 산책로 조성사업", "by": "x"}
    >>> money = {"type": "MONEY", "start": 13, "end": 17, "text": "10억원", "by": "x"}
    >>> money["value"] = {"amount": "1000000000", "currency": "KRW"}
    >>> found = find_budgets("물빛 산책로 조성사업에 10억원", [], MENTIONS.validate_python([name, money]), [])
    >>> found[0].projects, found[0].amount
    (['물빛 산책로 조성사업'], '1000000000')
    """
    held = list(mentions)
    given = {text[start:end]: project.name for project in projects for start, end in project.spans}
    here = scene(text, held, given)
    moneys = [m for m in of_type(held, "MONEY") if isinstance(m, MoneyMention) and m.value is not None]
    return joined(_Search(here).drafts(moneys)) if here.names else []


class _Search:
    """The search for whose money each amount of a text is, in its order."""

    def __init__(self, here: Scene) -> None:
        self.here = here
        self.whole = umbrella(here)
        self.alone = len(set(map(here.name, here.names))) == 1
        self.drafted: list[Draft] = []

    def drafts(self, moneys: Sequence[MoneyMention]) -> list[Draft]:
        """Return what is known of each amount that is the money of projects."""
        for tables, run in groupby(moneys, key=lambda money: in_table(self.here, money)):
            if tables:
                self.drafted += tabled(self.here, list(run), self.whole)
            else:
                for money in run:
                    self._take(money)
        return self.drafted

    def _take(self, money: MoneyMention) -> None:
        text = self.here.text
        line = line_of(text, money.start)
        if self._is_converted(money):
            return
        per = money.value.per if money.value is not None else None
        if per not in (None, "P1Y", *patterns.UNITS):
            return
        if not patterns.is_of_projects(text[line[0] : money.start], text[money.end : line[1]]):
            return
        sentence = self.here.sentence(money.start)
        amount = labelled(text, money, list(within(self.here.dates, (sentence[0], money.start)))[-1:])
        last = self.drafted[-1] if self.drafted else None
        inherited = last if last is not None and self._goes_on(last, amount) else None
        if inherited is not None:
            whole = inherited.whole if inherited.amount.is_part else inherited
            self.drafted.append(Draft(amount, inherited.target, inherited.heading, whole if amount.is_part else None))
        else:
            heading = money.start < self.here.heading
            target = beside(self.here, money) or self._meant(amount, heading)
            if target is None:
                return
            self.drafted.append(Draft(amount, target, heading))
        if not amount.is_part:
            self._gather(self.drafted[-1])

    def _is_converted(self, money: MoneyMention) -> bool:
        """Tell whether an amount is another in won, in brackets after it (2억 유로(약 3천억 원))."""
        last = self.drafted[-1].amount.money if self.drafted else None
        if last is None or last.value is None or money.value is None or last.value.currency == money.value.currency:
            return False
        return patterns.CONVERTED.fullmatch(self.here.text, last.end, money.start) is not None

    def _goes_on(self, last: Draft, amount: Labelled) -> bool:
        """Tell whether an amount goes on from the one before it: a part of it, or the next part, or their sum."""
        between = self.here.text[last.amount.money.end : amount.money.start]
        if "\n" in between or within(self.here.names, (last.amount.money.end, amount.money.start)):
            return False
        if self.here.sentence(last.amount.money.start) != self.here.sentence(amount.money.start):
            return amount.year is not None and patterns.MEANS_GROUP.search(between) is not None
        return amount.is_part or (amount.summed and last.amount.is_part and last.whole is None)

    def _gather(self, total: Draft) -> None:
        """Make the parts that stand before their sum in one sentence parts of it (국비 10억 … 등 모두 30억 원)."""
        sentence = self.here.sentence(total.amount.money.start)
        if not total.amount.summed:
            return
        for draft in reversed(self.drafted[:-1]):
            inside = draft.amount.money.start >= sentence[0] and draft.target == total.target
            if not inside or not draft.amount.is_part or draft.whole is not None:
                break
            draft.whole = total

    def _meant(self, amount: Labelled, heading: bool) -> Target | None:
        """Return the target that the words of the sentence mean without a name beside the amount."""
        text, money = self.here.text, amount.money
        if heading:
            return sized(self.here, money) or (Target((self.whole,)) if self.whole else None)
        start, end = self.here.sentence(money.start)
        line = line_of(text, money.start)[0]
        group = last_group(self.here, money.start)
        if group is not None and group.start >= line and patterns.MEANS_GROUP.search(text, start, money.start):
            return of_group(self.here, group)
        names = [n for n in within(self.here.names, (line, money.start)) if self.here.name(n) not in self.here.members]
        focus = self.here.name(names[-1]) if names else None
        means = patterns.MEANS_PROJECT.search(text, start, money.start) is not None or amount.basis == "per_unit"
        if focus is not None and (means or amount.is_part or patterns.MAY_MEAN_PROJECT.search(text, start, end)):
            return Target((focus,))
        means = means or (self.alone and patterns.MAY_MEAN_PROJECT.search(text, start, end) is not None)
        return Target((self.whole,)) if means and self.whole is not None else None
