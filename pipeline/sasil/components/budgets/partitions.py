"""Amounts that are the parts of another one beside them: they sum to it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from sasil.components.budgets.labels import Labelled

_MOST_PARTS = 8
_FEWEST_PARTS = 2


def partitions(amounts: Sequence[Labelled | None]) -> dict[int, list[int]]:
    """Return the totals among the amounts of a line, each with its parts, by their positions.

    The total stands before its parts, after them or among them (국비 7억을 포함해 10억을 쓴다. 시비가 3억이다): a run
    of amounts that sums to twice one of them. None stands for an amount that sums to nothing.
    """
    values = [_value(amount) for amount in amounts]
    found: dict[int, list[int]] = {}
    taken: set[int] = set()
    for first in range(len(values)):
        run = _run(amounts, values, first, taken)
        if run is None:
            continue
        total, last = run
        found[total] = [index for index in range(first, last + 1) if index != total]
        taken.update(range(first, last + 1))
    return found


def _run(
    amounts: Sequence[Labelled | None], values: Sequence[Decimal | None], first: int, taken: set[int]
) -> tuple[int, int] | None:
    """Return the total in the longest run of amounts that begins with one and sums to twice the total, and its end."""
    found = None
    held = Decimal(0)
    for last in range(first, min(first + _MOST_PARTS + 1, len(values))):
        value = values[last]
        if value is None or last in taken or not _same_currency(amounts, first, last):
            break
        held += value
        if last - first < _FEWEST_PARTS:
            continue
        ends = (first, last, *range(first + 1, last))
        total = next((index for index in ends if 2 * (values[index] or 0) == held), None)
        found = (total, last) if total is not None else found
    return found


def _value(amount: Labelled | None) -> Decimal | None:
    value = amount.money.value if amount is not None else None
    return Decimal(value.amount) if value is not None and value.amount is not None else None


def _same_currency(amounts: Sequence[Labelled | None], one: int, other: int) -> bool:
    here, there = amounts[one], amounts[other]
    if here is None or there is None or here.money.value is None or there.money.value is None:
        return False
    return here.money.value.currency == there.money.value.currency
