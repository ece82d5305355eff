"""Find the budgets of a text: every amount that is the money of a project or of a group of projects."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from sasil.components.budgets import funding, patterns
from sasil.components.budgets.exclusions import is_other_money, is_told
from sasil.components.budgets.funding import payer_role
from sasil.components.budgets.labels import Basis, Labelled, each_of_two, labelled
from sasil.components.budgets.owners import Owners
from sasil.components.budgets.payers import payer_of_each
from sasil.components.budgets.purse import from_purse, of_year, purse_of, spread, told_behind, year_told
from sasil.components.budgets.splits import Draft, joined
from sasil.components.budgets.sums import of_lists
from sasil.components.budgets.tables import in_table, tabled
from sasil.components.budgets.targets import Target, beside, closed_group, each, given_to, listed_before, such
from sasil.components.budgets.wholes import of_items, splits, with_year
from sasil.components.projects.context import line_of, of_type, within
from sasil.components.projects.scene import Scene, scene
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
    moneys = [m for m in of_type(held, "MONEY") if isinstance(m, MoneyMention) and m.value is not None]
    if not moneys:
        return []
    given = {text[start:end]: project.name for project in projects for start, end in project.spans}
    here = scene(text, held, given)
    leads = {
        project.name: {payer_role(body.name) for body in project.organizations if body.role == "lead"}
        for project in projects
    }
    return joined(_Search(here, leads).drafts(moneys)) if here.names else []


_MOST_LISTED = 8
_BEHIND = 4
_BESIDE = 16


class _Search:
    """The search for whose money each amount of a text is, line by line in its order."""

    def __init__(self, here: Scene, leads: Mapping[str, Collection[str]]) -> None:
        self.here, self.leads = here, leads
        self.owners = Owners(here)
        self.drafted: list[Draft] = []
        self.line: dict[int, Draft] = {}
        self.totals: dict[tuple[Decimal, str], Draft] = {}
        self.largest: dict[tuple[tuple[str, ...], str], Decimal] = {}
        self.left: list[tuple[Labelled, bool]] = []
        self.other: set[int] = set()
        self.moneys: Sequence[MoneyMention] = ()
        self.place = 0
        self.year = year_told(here)

    def drafts(self, moneys: Sequence[MoneyMention]) -> list[Draft]:
        """Return what is known of each amount that is the money of projects."""
        for tables, run in groupby(moneys, key=lambda money: in_table(self.here, money)):
            if tables:
                self.drafted += tabled(self.here, list(run), self.owners, self.totals)
            else:
                for _, line in groupby(run, key=lambda money: line_of(self.here.text, money.start)):
                    self._line(list(line))
        self.drafted += of_lists(self.here, self.drafted, self.left)
        from_purse(self.drafted, purse_of(self.here))
        spread(self.here, self.drafted)
        of_year(self.drafted, self.year)
        for draft in self.drafted:
            self._share(draft)
        return self.drafted

    def _line(self, moneys: Sequence[MoneyMention]) -> None:
        read = (self._labelled(moneys, place) for place in range(len(moneys)))
        amounts = [amount for labelled in read for amount in each_of_two(self.here.text, labelled)]
        self.moneys = [amount.money for amount in amounts]
        split = splits(self.here, amounts)
        amounts = with_year(amounts, split)
        whole_of = {part: total for total, parts in split.items() for part in parts}
        made = self._shared(amounts) if not split else {}
        self.line, self.other = made, set()
        left = (index for index in range(len(amounts)) if index not in made)
        for index in sorted(left, key=lambda index: (whole_of.get(index, index), index in whole_of)):
            self.place = index
            total = made.get(whole_of[index]) if index in whole_of else None
            if index in whole_of:
                draft = self._part(amounts[index], total) if total is not None else self._alone(amounts[index], False)
            else:
                draft = self._whole(amounts, index, split.get(index, ()))
            if draft is not None:
                made[index] = draft
        drafts = [made[index] for index in sorted(made)]
        told_behind(self.here, drafts)
        self.drafted += drafts
        self._years()

    def _whole(self, amounts: Sequence[Labelled], index: int, parts: Sequence[int]) -> Draft | None:
        """Return the draft of an amount that is no part: of the projects of its parts, where it stands after them."""
        items = of_items(self.here, amounts, parts) if parts and index > parts[-1] else None
        if items is not None and closed_group(self.here, amounts[index].money) is None:
            return Draft(amounts[index], items, amounts[index].money.start < self.here.heading)
        roles = {amounts[part].role for part in parts} - {"total"}
        return self._alone(self._mixed(amounts[index], roles), bool(roles))

    def _mixed(self, amount: Labelled, roles: Collection[str]) -> Labelled:
        """Return an amount as no one's alone where it is support that comes from several sources."""
        start = amount.money.start
        support = len(roles) > 1 and funding.MIXED.search(self.here.text, max(0, start - _BESIDE), start) is not None
        return amount._replace(role="other") if support else amount

    def _labelled(self, moneys: Sequence[MoneyMention], place: int) -> Labelled:
        money = moneys[place]
        start = max(self.here.sentence(money.start)[0], money.start - patterns.REACH)
        dates = list(within(self.here.dates, (start, money.start)))[-1:]
        bodies = list(within(self.here.bodies, (start, money.start)))[-2:]
        behind = within(self.here.bodies, (money.end, money.end + _BEHIND))
        amount = labelled(self.here.text, moneys[place : place + _MOST_LISTED], dates, bodies, behind)
        payer = payer_of_each(self.here, moneys, place)
        return amount if payer is None or amount.role not in ("total", amount.payer) else amount._replace(role=payer)

    def _part(self, amount: Labelled, total: Draft) -> Draft:
        basis: Basis = (
            "phase" if total.amount.basis == "phase" else "per_year" if total.amount.basis == "per_year" else "total"
        )
        unsourced = amount.role == "total" and amount.payer is None and total.amount.basis == "total"
        own = beside(self.here, amount.money) if unsourced else None
        if own is not None and len(own.projects) == 1 and own.projects != total.target.projects:
            return Draft(amount, own, total.heading, total)
        part = amount.as_part(total.amount.year, basis)
        if part.role == "total":
            part = part._replace(role=total.amount.role)
        return Draft(part, total.target, total.heading, total)

    def _alone(self, amount: Labelled, has_parts: bool) -> Draft | None:
        """Return the draft of an amount that is no part of one that stands beside it, or None where it is nobody's."""
        money = amount.money
        line = line_of(self.here.text, money.start)
        before = self.here.text[max(line[0], money.start - patterns.REACH) : money.start]
        after = self.here.text[money.end : min(line[1], money.end + patterns.REACH)]
        verb = self.here.text[amount.end : min(line[1], amount.end + patterns.REACH)]
        if self._is_other(amount, before, after, verb):
            self.other.add(self.place)
            return None
        last = self._last()
        if last is not None and self._is_converted(last, amount, before):
            return self._converted(last, amount)
        if amount.share and last is not None and last.whole is None and given_to(self.here, money) is None:
            return self._rest_or_share(amount, last, before)
        if last is not None and self._goes_on(last, amount):
            if patterns.CHANGES.fullmatch(self.here.text, last.amount.money.end, money.start):
                return self._converted(last, amount)
            if last.amount.basis == "per_unit" and money.start - last.amount.money.end < _BESIDE:
                return Draft(amount._replace(basis="per_unit"), last.target, last.heading)
            whole = last.whole if last.amount.is_part else last
            return Draft(amount, last.target, last.heading, whole if amount.is_part else None)
        heading = money.start < self.here.heading
        cued = has_parts or amount.basis in ("per_unit", "phase") or patterns.is_cued(before, verb)
        own = (
            each(self.here, self.moneys, self.place)
            or such(self.here, money)
            or beside(self.here, money)
            or (listed_before(self.here, self.moneys, self.place) if amount.role != "total" else None)
        )
        target = own or (self.owners.meant(amount, heading, cued) if is_told(self.here, amount) else None)
        if target is None:
            self.left.append((amount, heading))
            return None
        amount = self._given(amount, target)
        in_all = amount.summed and target.count is None
        bare = own is not None and not (heading or in_all or has_parts or patterns.is_spent(before, after))
        return Draft(amount, target, heading, sure=cued or not heading, guess=own is None, bare=bare)

    def _given(self, amount: Labelled, target: Target) -> Labelled:
        """Return an amount as the money of the one beside it who gives it to the project of others."""
        payer = amount.payer
        if payer is None or amount.role != "total" or amount.basis == "per_unit" or len(target.projects) > 1:
            return amount
        if funding.GIVES.match(self.here.text, amount.money.end) is None:
            return amount
        return amount if payer in self.leads.get(target.projects[0], ()) else amount._replace(role=payer)

    def _is_other(self, amount: Labelled, before: str, after: str, verb: str) -> bool:
        """Tell whether an amount is no project's money, by itself or as what such an amount has become."""
        last = self.place - 1
        if last in self.other and patterns.CHANGES.fullmatch(self.here.text, self.moneys[last].end, amount.money.start):
            return True
        named = amount.basis == "per_unit" and beside(self.here, amount.money) is not None
        return is_other_money(amount, before, after, verb, named)

    def _last(self) -> Draft | None:
        places = range(self.place - 1, max(-1, self.place - 1 - _MOST_LISTED), -1)
        return next((self.line[place] for place in places if place in self.line), None)

    def _rest_or_share(self, amount: Labelled, last: Draft, before: str) -> Draft:
        """Return the draft of an amount that is called a share of the last; the rest of a list is its plan's."""
        whole = self.owners.whole(amount.money.start) if patterns.REST.search(before) else None
        if whole is not None and (whole,) != last.target.projects and self.owners.is_listed(last.amount.money.start):
            return Draft(amount.as_part(None, "total"), Target((whole,)), last.heading)
        behind = within(self.here.dates, (amount.money.end, amount.money.end + _BEHIND))
        return Draft(amount.as_share(last.amount.year, behind), last.target, last.heading, last)

    def _is_converted(self, last: Draft, amount: Labelled, before: str) -> bool:
        """Tell whether an amount is the one before it in another currency."""
        if patterns.CONVERTED.fullmatch(self.here.text, last.amount.money.end, amount.money.start):
            return True
        return last.value.currency != "KRW" and patterns.OUR_MONEY.search(before) is not None

    def _converted(self, last: Draft, amount: Labelled) -> Draft:
        """Return the draft of an amount that is the one before it in another currency (2억 유로(약 3천억 원))."""
        same = amount.as_other_currency(last.amount)
        return Draft(same, last.target, last.heading)

    def _goes_on(self, last: Draft, amount: Labelled) -> bool:
        """Tell whether an amount goes on from the one before it: a part of it, or the next part, or their sum."""
        between = self.here.text[last.amount.money.end : amount.money.start]
        if patterns.CHANGES.fullmatch(between):
            return True
        place = (last.amount.money.end, amount.money.start)
        if "\n" in between or within(self.here.names, place) or self.owners.topics.of_clause(*place) is not None:
            return False
        if self.here.sentence(last.amount.money.start) != self.here.sentence(amount.money.start):
            if patterns.BECOMES.match(self.here.text, amount.money.end):
                return amount.role == last.amount.role == "total"
            return amount.year is not None and patterns.MEANS_GROUP.search(between) is not None
        value = amount.money.value
        if last.amount.basis == "total" and patterns.BECOMES.match(self.here.text, amount.money.end):
            return amount.role == "total"
        if last.amount.basis == "per_unit" and value is not None:
            listed = patterns.SAME_VERB.fullmatch(between) is not None  # 승용차 대당 900만 원, 화물차에는 1,300만 원
            return listed or value.modifier == "at_most" or amount.is_part
        return amount.is_part or (amount.summed and last.amount.is_part and last.whole is None)

    def _shared(self, amounts: Sequence[Labelled]) -> dict[int, Draft]:
        """Return the drafts of the amounts of a line that are the parts of a total stated before it: they sum to it."""
        for first in range(len(amounts) - 1):
            held = Decimal(0)
            for last in range(first, min(first + _MOST_LISTED, len(amounts))):
                value = amounts[last].money.value
                if value is None or value.amount is None:
                    break
                held += Decimal(value.amount)
                total = self.totals.get((held, value.currency)) if last > first else None
                run = range(first, last + 1)
                if total is not None and self._are_parts(amounts, run, total.target):
                    return {index: self._part(amounts[index], total) for index in run}
        return {}

    def _are_parts(self, amounts: Sequence[Labelled], run: range, target: Target) -> bool:
        """Tell whether amounts are parts of a total elsewhere: each with its source, or all that a line has."""
        sourced = all(amounts[index].role != "total" or amounts[index].payer is not None for index in run)
        owns = [beside(self.here, amounts[index].money) for index in run]
        ours = sourced or (len(run) == len(amounts) and all(own in (None, target) for own in owns))
        return ours and all(self._is_ours(amounts[index].money) for index in run)

    def _is_ours(self, money: MoneyMention) -> bool:
        start, end = line_of(self.here.text, money.start)
        before = self.here.text[max(start, money.start - patterns.REACH) : money.start]
        return patterns.is_of_projects(before, self.here.text[money.end : min(end, money.end + patterns.REACH)])

    def _years(self) -> None:
        """Keep the totals of a line for the lines below, and mark one year's share of a sum over several years."""
        for draft in self.line.values():
            amount, value = draft.amount, draft.value
            if amount.role != "total" or value.amount is None or amount.basis not in ("total", "phase"):
                continue
            if amount.basis == "phase":
                self.totals.setdefault((Decimal(value.amount), value.currency), draft)
                continue
            key = (draft.target.projects, value.currency)
            if amount.year is None and draft.whole is None:
                self.totals.setdefault((Decimal(value.amount), value.currency), draft)
                if self.year is None or not draft.bare:  # a bare one is of the year whose budget the text is about
                    self.largest[key] = max(self.largest.get(key, Decimal(0)), Decimal(value.amount))
            self._share(draft)

    def _share(self, draft: Draft) -> None:
        """Mark one year's money as a share where the text states a larger sum without a year for the same projects."""
        amount, value = draft.amount, draft.value
        if amount.role != "total" or amount.basis != "total" or amount.year is None or value.amount is None:
            return
        if Decimal(value.amount) < self.largest.get((draft.target.projects, value.currency), 0):
            draft.amount = amount._replace(basis="per_year")
