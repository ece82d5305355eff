"""The purse that a release is about (국비 확보): amounts beside its projects come from it unless they say otherwise."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.components.budgets.funding import all_from_pattern, role_of
from sasil.components.budgets.labels import Role, as_role, year_of
from sasil.components.budgets.splits import Draft
from sasil.components.projects.context import line_of, within
from sasil.components.projects.scene import Scene

_PURSES = ("national", "provincial", "municipal")
_LEAD = 250
_BESIDE = 60
_BEHIND = 160
_TOLD = re.compile(
    r"(?<![가-힣·])(국비|국고|국가\s?예산|정부\s?예산|특별교부세|특교세|특별교부금|특별조정교부금|도비)(?:안)?[^\n.]{0,40}?"
    r"(?:확보|반영|요청|건의|따내|따냈|유치|신청|교부|지원받)"
)

_BUDGET = re.compile(
    r"(?:도|에|에는|의)?\s(?:[가-힣·]{1,8}\s){0,2}[가-힣]{0,6}(?:예산안|본예산|정부\s?예산|주민참여예산|추경|추가경정|예산|국비|국고)"
    r"(?!\s?(?:대비|보다|지원|사업))"
)
"""What makes the budget of a year of it, where it stands at the beginning of a text."""


def told_behind(here: Scene, line: Sequence[Draft]) -> None:
    """Give the amounts of a line the source that a sentence behind them tells of all (재원은 모두 국비다)."""
    if not line:
        return
    start = line[-1].amount.money.end
    told = all_from_pattern().search(here.text, start, min(line_of(here.text, start)[1], start + _BEHIND))
    if told is None:
        return
    for draft in line:
        if draft.amount.role == "total" and draft.amount.basis != "per_unit":
            draft.amount = draft.amount._replace(role=as_role(role_of(told[1])))


def year_told(here: Scene) -> int | None:
    """Return the year whose budget a text is about, as its heading or first lines tell (내년도 예산안)."""
    for date in within(here.dates, (0, here.heading + _LEAD)):
        year = year_of(date)
        if year is not None and _BUDGET.match(here.text, date.end) is not None:
            return year
    return None


def of_year(drafted: Sequence[Draft], year: int | None) -> None:
    """Give the bare amounts of projects the year whose budget the text is about."""
    for draft in drafted if year is not None else ():
        amount = draft.amount
        if draft.bare and amount.year is None and amount.basis == "total" and not amount.summed:
            draft.amount = amount._replace(year=year)


def spread(here: Scene, drafted: Sequence[Draft]) -> None:
    """Give the bare amounts of a sentence the purse named before them (‘…’에 국비 10억 원, ‘…’에 4억 원을 확보)."""
    last: Draft | None = None
    for draft in drafted:
        if last is not None and here.sentence(last.amount.money.start) != here.sentence(draft.amount.money.start):
            last = None
        if draft.amount.basis == "per_unit" or draft.whole is not None:
            continue
        if draft.amount.role in _PURSES and not draft.guess and len(draft.target.projects) == 1:
            last = draft
        elif last is not None and draft.bare and draft.amount.role == "total" and draft.target != last.target:
            draft.amount = draft.amount._replace(role=last.amount.role)


def purse_of(here: Scene) -> Role:
    """Return the role of the money that the heading or the first lines of a text speak of, else ``total``."""
    told = _TOLD.search(here.text, 0, here.heading + _LEAD)
    return as_role(role_of(re.sub(r"\s", "", told[1]))) if told is not None else "total"


def from_purse(drafted: Sequence[Draft], purse: Role) -> None:
    """Give the bare amounts of projects the purse of the text, but where an amount beside them names it."""
    named: dict[object, int] = {}
    for draft in drafted if purse != "total" else ():
        if draft.amount.role == purse and not draft.heading:
            named[draft.target] = draft.amount.money.end
    for draft in drafted if purse != "total" else ():
        beside = abs(named.get(draft.target, -_BESIDE) - draft.amount.money.start) < _BESIDE
        if draft.bare and draft.amount.role == "total" and not beside:
            draft.amount = draft.amount._replace(role=purse)
