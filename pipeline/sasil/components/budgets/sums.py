"""Sums of lists: an amount stated apart from the projects whose amounts add up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from sasil.components.budgets.labels import Labelled
from sasil.components.budgets.splits import Draft
from sasil.components.budgets.targets import Target, count_before
from sasil.components.projects.scene import Scene

_MOST = 20
_FEWEST = 2
_APART = 400

Sum = tuple[Decimal, str]


def of_lists(here: Scene, drafted: Sequence[Draft], left: Sequence[tuple[Labelled, bool]]) -> list[Draft]:
    """Return the drafts of amounts that were ``left``, each with whether it stands in the heading, as sums of lists.

    Those among ``drafted`` that are a guess and are said to be of a number of projects are given to the list, too.
    """
    guesses = [draft for draft in drafted if draft.guess and draft.whole is None]
    if not left and not guesses:
        return []
    sums = {
        role: _sums(drafted, role) for role in {amount.role for amount, _ in left} | {d.amount.role for d in guesses}
    }
    found = []
    for amount, heading in left:
        parts = sums[amount.role].get(_key(amount)) if amount.basis != "per_unit" else None
        if parts is not None:
            found.append(Draft(amount, _target(here, amount, parts), heading))
            _join(found[-1], parts)
    for draft in guesses:
        parts = sums[draft.amount.role].get(_key(draft.amount))
        if parts is not None and draft not in parts and count_before(here, draft.amount.money) is not None:
            draft.target = _target(here, draft.amount, parts)
            _join(draft, parts)
    return found


def _key(amount: Labelled) -> Sum | None:
    value = amount.money.value
    return (Decimal(value.amount), value.currency) if value is not None and value.amount is not None else None


def _target(here: Scene, amount: Labelled, parts: Sequence[Draft]) -> Target:
    names = tuple(part.target.projects[0] for part in parts)
    size = count_before(here, amount.money)
    return Target(names, size if size is not None and size >= len(names) else None)


def _join(total: Draft, parts: Sequence[Draft]) -> None:
    """Make the items of a list parts of their sum; they come from the same purse where none of their own is stated."""
    for part in parts:
        part.whole = part.whole or total
        if part.amount.role == "total" and not part.amount.summed:
            part.amount = part.amount._replace(role=total.amount.role)


def _sums(drafted: Sequence[Draft], role: str) -> dict[Sum | None, list[Draft]]:
    """Return what stretches of the lists of a text add up to, the longest stretch for each sum."""
    found: dict[Sum | None, list[Draft]] = {}
    for items in _lists(drafted, role):
        for first in range(len(items)):
            held = Decimal(0)
            for last in range(first, min(first + _MOST, len(items))):
                held += Decimal(items[last].value.amount or 0)
                size = last - first + 1
                key = (held, items[first].value.currency)
                if size >= _FEWEST and size > len(found.get(key, ())):
                    found[key] = items[first : last + 1]
    return found


def _lists(drafted: Sequence[Draft], role: str) -> Iterator[list[Draft]]:
    """Give the lists of projects with an amount each: the one from a purse, or else the first that stands there."""
    run: list[Draft] = []
    for _, held in groupby(filter(_is_item, drafted), key=lambda draft: draft.target.projects):
        together = list(held)
        item = next((draft for draft in together if draft.amount.role == role), together[0])
        far = run and item.amount.money.start - run[-1].amount.money.end > _APART
        if far or any(
            item.target == other.target or item.value.currency != other.value.currency for other in run[-_MOST:]
        ):
            yield run
            run = []
        run.append(item)
    yield run


def _is_item(draft: Draft) -> bool:
    single = len(draft.target.projects) == 1 and draft.target.count is None
    return single and not (draft.heading or draft.guess) and draft.whole is None and draft.value.amount is not None
