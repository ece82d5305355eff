"""The money in the rows of tables: by project, by phase, by whose money it is."""

from __future__ import annotations

from collections.abc import Sequence

from sasil.components.budgets import patterns
from sasil.components.budgets.labels import Basis, Labelled, column_role
from sasil.components.budgets.splits import Draft
from sasil.components.budgets.targets import Target
from sasil.components.projects.context import line_of, within
from sasil.components.projects.scene import Scene
from sasil.record import Mention, MoneyMention


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
        row = _row(here, held, header, names[-1] if names else None, whole)
        (drafts if names else phases).extend(row)
    return [*drafts, *_under_total(phases)]


def _row(
    here: Scene, held: Sequence[MoneyMention], header: Sequence[str], name: Mention | None, whole: str | None
) -> list[Draft]:
    """Return the drafts of a row: of the project that it names, or of a phase or the sum of the umbrella."""
    line = here.text[line_of(here.text, held[0].start)[0] : held[0].start]
    summed = name is None and patterns.SUM_ROW.match(line) is not None
    if name is None and not summed and not patterns.STAGE_ROW.match(line):
        return []
    project = here.name(name) if name is not None else whole
    if project is None:
        return []
    basis: Basis = "phase" if name is None and not summed else "total"
    row = []
    for money in held:
        column = _column(here, money, header)
        known = patterns.OTHER_COLUMN.search(column) or (name is None and not patterns.MONEY_COLUMN.search(column))
        if not known:
            label = Labelled(money, column_role(column), _year(column), basis, summed)
            row.append(Draft(label, Target((project,))))
    return _under_row_total(row)


def _year(column: str) -> int | None:
    found = patterns.YEAR_COLUMN.search(column)
    return int(found[2] or 2000 + int(found[1])) if found else None


def _under_row_total(row: list[Draft]) -> list[Draft]:
    total = next((draft for draft in row if draft.amount.role == "total" and draft.amount.year is None), None)
    for draft in row:
        labelled = draft.amount.role != "total" or draft.amount.year is not None
        draft.whole = total if labelled and draft is not total else None
    return row


def _under_total(phases: list[Draft]) -> list[Draft]:
    total = next((d for d in phases if d.amount.summed and d.amount.role == "total" and d.amount.year is None), None)
    for draft in phases:
        if draft.amount.basis == "phase" and draft.whole is None and draft.amount.role == "total":
            draft.whole = total
    return phases


def _header(here: Scene, money: MoneyMention) -> list[str]:
    start, _ = line_of(here.text, money.start)
    while start > 0:
        above = line_of(here.text, start - 1)
        if "|" not in here.text[slice(*above)]:
            break
        start = above[0]
    return [cell.strip() for cell in here.text[slice(*line_of(here.text, start))].split("|")]


def _column(here: Scene, money: MoneyMention, header: Sequence[str]) -> str:
    """Return the head of the column that an amount stands in."""
    start, end = line_of(here.text, money.start)
    # A cell that spans columns or rows leaves its row shorter at the front.
    short = max(0, len(header) - 1 - here.text.count("|", start, end))
    index = here.text.count("|", start, money.start) + short
    return header[index] if index < len(header) else ""
