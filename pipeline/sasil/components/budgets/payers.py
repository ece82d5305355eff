"""Whose money an amount is when several pay each their own (경상남도와 남해군이 각각 15억 원과 9억 원을 낸다)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sasil.components.budgets import funding, patterns
from sasil.components.budgets.labels import Role, as_role
from sasil.components.budgets.targets import listed_with
from sasil.components.projects.context import within
from sasil.components.projects.roles import AND
from sasil.components.projects.scene import Scene
from sasil.record import Mention

_REACH = 60


def payer_of_each(here: Scene, moneys: Sequence[Mention], place: int) -> Role | None:
    """Return the role of the money of the body that an amount of a list is of, where as many bodies stand before it."""
    first, last = listed_with(here, moneys, place)
    begin = moneys[first].start
    if last == first or not patterns.EACH.search(here.text, max(0, begin - _REACH), begin):
        return None
    size = last - first + 1
    bodies = within(here.bodies, (max(here.sentence(begin)[0], begin - _REACH), begin))[-size:]
    joined = all(AND.fullmatch(here.text, one.end, other.start) for one, other in pairwise(bodies))
    return as_role(funding.payer_role(bodies[place - first].text)) if len(bodies) == size and joined else None
