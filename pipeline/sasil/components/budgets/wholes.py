"""Which amounts of a line are the parts of another: by their sources, by years, or as items with their own projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sasil.components.budgets import patterns
from sasil.components.budgets.labels import Labelled
from sasil.components.budgets.partitions import partitions
from sasil.components.budgets.targets import Target, beside
from sasil.components.projects.context import within
from sasil.components.projects.scene import Scene

_GROWN = 12


def splits(here: Scene, amounts: Sequence[Labelled]) -> dict[int, list[int]]:
    """Return the totals among the amounts of a line with their parts, by positions."""
    found = partitions([amount if _may_sum(here, amount) else None for amount in amounts])
    return {total: parts for total, parts in found.items() if _is_split(here, amounts, total, parts)}


def _is_split(here: Scene, amounts: Sequence[Labelled], total: int, parts: Sequence[int]) -> bool:
    """Tell whether parts that sum to a total are its parts: by their sources, or as items listed beside it."""
    if any(amounts[part].basis == "per_unit" for part in parts):
        return False
    if amounts[total].role != "total" and not all(
        amounts[part].role == "total" and amounts[part].year is not None for part in parts
    ):
        return False
    first, last = min(total, parts[0]), max(total, parts[-1])
    between = here.text[amounts[first].money.end : amounts[last].money.start]
    sourced = any(amounts[part].is_part or amounts[part].payer for part in parts)
    ends = (here.sentence(amounts[index].money.start) for index in (parts[0], parts[-1]))
    if len(set(ends)) > 1 and not sourced:
        return False
    named = within(here.names, (amounts[first].money.end, amounts[last].money.start))
    if named and total > parts[-1] and of_items(here, amounts, parts) is None:
        return False
    return sourced or "\n" not in between


def of_items(here: Scene, amounts: Sequence[Labelled], parts: Sequence[int]) -> Target | None:
    """Return the projects that amounts are for, each for one of its own (‘…’에 15억 원, ‘…’에 22억 원 등 …)."""
    owns = [beside(here, amounts[part].money) for part in parts]
    names = dict.fromkeys(own.projects[0] for own in owns if own is not None and len(own.projects) == 1)
    return Target(tuple(names)) if len(names) == len(parts) else None


def _may_sum(here: Scene, amount: Labelled) -> bool:
    """Tell whether an amount can be a part or a total: it is no difference, and not nothing."""
    value = amount.money.value
    nothing = value is None or value.amount in (None, "0")
    grown = patterns.GROWN.search(here.text, max(0, amount.money.start - _GROWN), amount.money.start)
    return not nothing and grown is None and patterns.DIFFERENCE.match(here.text, amount.money.end) is None


def with_year(amounts: Sequence[Labelled], split: Mapping[int, list[int]]) -> list[Labelled]:
    """Give a total and its parts the year before the first of them (올해는 국비 3억, 도비 2억 등 5억 원)."""
    dated = list(amounts)
    for total, parts in split.items():
        together = sorted((total, *parts))
        year = dated[together[0]].year
        if year is not None and all(dated[index].year is None for index in together[1:]):
            for index in together[1:]:
                dated[index] = dated[index]._replace(year=year)
    return dated
