"""The money in the rows of tables: by project, by phase, by whose money it is."""

from __future__ import annotations

from collections.abc import Sequence

from sasil.components.budgets import patterns
from sasil.components.budgets.labels import Labelled, Role, column_role
from sasil.components.budgets.splits import Draft
from sasil.components.budgets.targets import Target
from sasil.components.projects.context import line_of, within
from sasil.components.projects.scene import Scene
from sasil.record import MoneyMention


def in_table(here: Scene, money: MoneyMention) -> bool:
    """Tell whether an amount stands in the row of a table."""
    return "|" in here.text[slice(*line_of(here.text, money.start))]


def tabled(here: Scene, moneys: Sequence[MoneyMention], whole: str | None) -> list[Draft]:
    """Return the drafts of the amounts of one table; rows without a project are those of the umbrella's phases."""
    header = _header(here, moneys[0])
    rows: dict[int, list[MoneyMention]] = {}
    for money in moneys:
        rows.setdefault(line_of(here.text, money.start)[0], []).append(money)
    drafts: list[Draft] = []
    phases: list[Draft] = []
    for start, held in rows.items():
        names = within(here.names, (start, held[0].start))
        if names:
            drafts += _row(here, held, header, Target((here.name(names[-1]),)))
        elif whole is not None:
            phases += _phase(here, start, held[-1], header, whole)
    return [*drafts, *_under_total(phases)]


def _row(here: Scene, held: Sequence[MoneyMention], header: Sequence[str], target: Target) -> list[Draft]:
    row = [Draft(Labelled(money, role=_role(here, money, header)), target) for money in held]
    total = next((draft for draft in row if draft.amount.role == "total"), None)
    for draft in row:
        draft.whole = total if draft.amount.role != "total" else None
    return row


def _phase(here: Scene, start: int, money: MoneyMention, header: Sequence[str], whole: str) -> list[Draft]:
    line = here.text[start : money.start]
    column = header[_column(here, money)] if _column(here, money) < len(header) else ""
    if not patterns.MONEY_COLUMN.search(column):
        return []
    if patterns.SUM_ROW.match(line):
        return [Draft(Labelled(money, summed=True), Target((whole,)))]
    return [Draft(Labelled(money, basis="phase"), Target((whole,)))] if patterns.STAGE_ROW.match(line) else []


def _under_total(phases: list[Draft]) -> list[Draft]:
    total = next((draft for draft in phases if draft.amount.summed), None)
    for draft in phases:
        draft.whole = total if draft is not total else None
    return phases


def _header(here: Scene, money: MoneyMention) -> list[str]:
    start, _ = line_of(here.text, money.start)
    while start > 0:
        above = line_of(here.text, start - 1)
        if "|" not in here.text[slice(*above)]:
            break
        start = above[0]
    return [cell.strip() for cell in here.text[slice(*line_of(here.text, start))].split("|")]


def _column(here: Scene, money: MoneyMention) -> int:
    return here.text.count("|", line_of(here.text, money.start)[0], money.start)


def _role(here: Scene, money: MoneyMention, header: Sequence[str]) -> Role:
    column = _column(here, money)
    return column_role(header[column]) if column < len(header) else "total"
