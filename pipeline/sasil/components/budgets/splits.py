"""Totals and their parts: which amounts are one budget, which is a part of which, and whether they add up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sasil.components.budgets.labels import Labelled
from sasil.components.budgets.targets import Target
from sasil.record import Budget, MoneyMention
from sasil.values import MoneyValue


@dataclass(eq=False, slots=True)
class Draft:
    """An amount that is the money of projects: whose, whether it stands in the heading, and the total it is part of.

    ``agrees`` tells whether the parts in a table sum to it, where that is known; one that is not ``sure`` counts only
    as the repetition of another. A ``guess`` stands beside no name of its projects; one that is ``bare`` stands beside
    its project without a word of what money it is.
    """

    amount: Labelled
    target: Target
    heading: bool = False
    whole: Draft | None = None
    agrees: bool | None = None
    sure: bool = True
    guess: bool = False
    bare: bool = False

    @property
    def value(self) -> MoneyValue:
        """The normal form of the amount."""
        assert self.amount.money.value is not None
        return self.amount.money.value

    @property
    def sum(self) -> tuple[str | None, str | None, str | None, str]:
        """What two amounts of one budget have in common."""
        return self.value.amount, self.value.low, self.value.high, self.value.currency


def joined(drafts: Sequence[Draft]) -> list[Budget]:
    """Return the budgets of some drafts: an amount that is stated again is one budget, its places together."""
    kept: list[Draft] = []
    places: defaultdict[int, list[MoneyMention]] = defaultdict(list)
    stands_for: dict[int, int] = {}
    known: dict[object, int] = {}
    for draft in sorted(drafts, key=lambda draft: draft.heading):
        keys = _keys(draft)
        index = next((known[key] for key in keys if key in known), None)
        if index is None:
            index = _of_unknown_year(draft, kept, known)
        if index is not None and draft.whole is not None and draft.whole is kept[index].whole and not draft.heading:
            index = None  # two parts of one total: 대응자금 6억 원, 교비 6억 원
        if index is None and not draft.sure:
            continue
        if index is None:
            index = len(kept)
            kept.append(draft)
        else:
            _merge(kept[index], draft)
        known.update((key, index) for key in (_exact(draft), _undated(draft), draft.sum) if key not in known)
        stands_for[id(draft)] = index
        places[index].append(draft.amount.money)
    order = sorted(range(len(kept)), key=lambda index: min(money.start for money in places[index]))
    position = {index: place for place, index in enumerate(order)}
    parts = _parts(kept, stands_for)
    return [
        _budget(kept[index], places[index], parts.get(index, ()), _whole_of(kept[index], stands_for, position))
        for index in order
    ]


def _keys(draft: Draft) -> tuple[object, ...]:
    # A heading repeats an amount of the body, whatever it names there.
    return (_exact(draft), draft.sum) if draft.heading else (_exact(draft),)


def _of_unknown_year(draft: Draft, kept: Sequence[Draft], known: Mapping[object, int]) -> int | None:
    """Return the budget that an amount repeats where the year of one is not stated (88억 원, ’26 in a table)."""
    index = known.get(_undated(draft))
    if index is None or kept[index] is draft.whole or kept[index].whole is draft:
        return None  # all the money falls in one year
    return index if draft.amount.year is None or kept[index].amount.year is None else None


def _exact(draft: Draft) -> tuple[object, ...]:
    return *_undated(draft), draft.amount.year


def _undated(draft: Draft) -> tuple[object, ...]:
    amount = draft.amount
    basis = (
        "total" if amount.basis == "per_year" else amount.basis
    )  # 내년 64억 원 of the text, a year's share in the table
    return draft.target.projects, amount.role, basis, draft.sum


def _merge(kept: Draft, other: Draft) -> None:
    """Keep what the repetition of an amount says more of it."""
    if kept.agrees is None:
        kept.agrees = other.agrees
    if kept.amount.year is None:
        kept.amount = kept.amount._replace(year=other.amount.year)
    if other.amount.basis == "per_year":
        kept.amount = kept.amount._replace(basis="per_year")


def _parts(kept: Sequence[Draft], stands_for: dict[int, int]) -> dict[int, list[Draft]]:
    parts: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in kept:
        if draft.whole is not None and id(draft.whole) in stands_for:
            parts[stands_for[id(draft.whole)]].append(draft)
    return parts


def _whole_of(draft: Draft, stands_for: dict[int, int], position: dict[int, int]) -> int | None:
    index = stands_for.get(id(draft.whole)) if draft.whole is not None else None
    return position[index] if index is not None and stands_for.get(id(draft)) != index else None


def _budget(draft: Draft, places: Iterable[MoneyMention], parts: Sequence[Draft], whole: int | None) -> Budget:
    value, amount = draft.value, draft.amount
    return Budget(
        projects=list(draft.target.projects),
        count=draft.target.count,
        role=amount.role,
        basis=amount.basis,
        year=amount.year,
        currency=value.currency,
        amount=value.amount,
        low=value.low,
        high=value.high,
        modifier=value.modifier,
        part_of=whole,
        adds_up=_adds_up(draft, parts),
        spans=sorted({(money.start, money.end) for money in places}),
        by="budgets.amount" if whole is None else "budgets.part",
    )


def _adds_up(total: Draft, parts: Sequence[Draft]) -> bool | None:
    """Tell whether each split of a total, by source, by year or by phase, sums to it; None where that is not known."""
    if total.agrees is not None:
        return total.agrees
    splits: defaultdict[str, list[Draft]] = defaultdict(list)
    for part in parts:
        kind = "phase" if part.amount.basis == "phase" else "year" if part.amount.role == "total" else "role"
        splits[kind].append(part)
    split = max(splits.values(), key=len, default=[])
    amounts = [part.value.amount for part in split]
    if len(amounts) < 2 or total.value.amount is None or None in amounts:
        return None
    agrees = sum(Decimal(amount) for amount in amounts if amount is not None) == Decimal(total.value.amount)
    exact = total.value.modifier is None and all(part.value.modifier is None for part in split)
    return agrees if agrees or exact else None
