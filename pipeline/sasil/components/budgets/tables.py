"""The money in the rows of tables: by project, by whose money it is, by phase, in all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sasil.components.budgets import columns
from sasil.components.budgets.grid import Cell, Grid, grids
from sasil.components.budgets.labels import Basis, Labelled, Role, column_role
from sasil.components.budgets.owners import Owners
from sasil.components.budgets.splits import Draft
from sasil.components.budgets.targets import Target
from sasil.components.projects.context import line_of, within
from sasil.components.projects.scene import Scene
from sasil.record import DateMention, MoneyMention

Totals = Mapping[tuple[Decimal, str], Draft]

_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class _Head:
    """What the head of a column says of its amounts; ``share`` where they are those of a year or of some years."""

    skip: bool = False
    role: Role = "total"
    year: int | None = None
    share: Basis | None = None
    per_unit: bool = False
    money: bool = False
    whole: bool = False
    phase: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row is about: its kind, the projects whose money it is, and the role that it gives its amounts."""

    kind: str
    target: Target
    role: Role = "total"


def in_table(here: Scene, money: MoneyMention) -> bool:
    """Tell whether an amount stands in the row of a table; a label with its value beside it is like a line of text."""
    start, end = line_of(here.text, money.start)
    return "|" in here.text[start:end] and columns.LABEL_ROW.fullmatch(here.text, start, end) is None


def tabled(here: Scene, moneys: Sequence[MoneyMention], owners: Owners, totals: Totals) -> list[Draft]:
    """Return the drafts of the amounts of tables; ``totals`` are those that were stated before them, by amount."""
    return [draft for table in grids(here.text, moneys) for draft in _Table(here, table, owners, totals).drafts()]


class _Table:
    """The reading of one table."""

    def __init__(self, here: Scene, table: Grid, owners: Owners, totals: Totals) -> None:
        self.here, self.table, self.owners, self.totals = here, table, owners, totals
        self.caption = here.text[slice(*table.caption)]
        self.end = table.rows[-1][1]
        self.heads = [self._head(*place) for place in table.heads]
        self.role = self._caption_role()
        self.year = None if any(head.year for head in self.heads) else self._year(*table.caption)
        self.named = within(here.names, (table.rows[0][0], table.rows[-1][1]))
        titled = within(here.names, table.caption)
        self.titled = here.name(titled[-1]) if titled else None
        self.members = tuple(dict.fromkeys(map(here.name, self.named)))
        place = table.rows[0][0]
        self.owner = self.titled or owners.focus(table.caption[0]) or owners.whole(place)

    def drafts(self) -> list[Draft]:
        """Return the drafts of the amounts that are the money of projects."""
        rows = {index: self._row(index) for index in self.table.by_row}
        kept: list[tuple[Cell, _Row, _Head, Draft]] = []
        for cell in self.table.cells:
            row, head = rows[cell.row], self._head_of(cell)
            if row is None or head.skip or cell.money.value is None or cell.money.value.amount == "0":
                continue
            if row.kind != "sum" or self.named or self._is_money(head):
                kept.append((cell, row, head, Draft(self._label(cell, row, head), row.target)))
        self._join_rows(kept)
        self._join_columns(kept)
        return [draft for *_, draft in kept]

    def _head_of(self, cell: Cell) -> _Head:
        return self.heads[cell.column] if cell.column < len(self.heads) else _Head()

    def _head(self, start: int, end: int) -> _Head:
        words = re.sub(r"\s", "", self.here.text[start:end])
        if columns.OTHER_COLUMN.search(words):
            return _Head(skip=True)
        year = self._year(start, end)
        share: Basis | None = "per_year" if year is not None or columns.SHARE_COLUMN.search(words) else None
        share = "phase" if columns.RANGE_COLUMN.search(words) or columns.UNTIL_COLUMN.search(words) else share
        per_unit = columns.CEILING_COLUMN.search(words) is not None
        money = columns.MONEY_COLUMN.search(re.sub(r"[(（].*", "", words)) is not None
        return _Head(
            False,
            column_role(words),
            year if share != "phase" else None,
            share,
            per_unit,
            money,
            "총사업비" in words,
            columns.PHASE_COLUMN.match(words) is not None,
        )

    def _year(self, start: int, end: int) -> int | None:
        written = columns.YEAR_COLUMN.search(self.here.text[start:end])
        if written is not None:
            return int(written[2] or 2000 + int(written[1]))
        dates = [date for date in within(self.here.dates, (start, end)) if isinstance(date, DateMention) and date.value]
        values = [date.value.value or "" for date in dates if date.value is not None]
        return int(values[0]) if len(values) == 1 and _YEAR.fullmatch(values[0]) else None

    def _caption_role(self) -> Role:
        found = columns.CAPTION_ROLE.search(self.caption) or columns.UNIT_ROLE.match(self.here.text, self.end)
        return column_role(found[found.lastindex or 0].replace(" ", "")) if found is not None else "total"

    def _row(self, index: int) -> _Row | None:
        """Return what a row is about, or None where its amounts are not those of projects."""
        start, _ = self.table.rows[index]
        first = self.table.by_row[index][0].money.start
        names = within(self.here.names, (start, first))
        if names:
            return _Row("project", Target((self.here.name(names[-1]),)))
        label = self.here.text[start:first]
        if columns.SUM_ROW.match(label):
            target = self._sum_target(index)
            return _Row("sum", target) if target is not None else None
        if self.owner is None or self.named:
            return None
        whole = Target((self.owner,))
        role = column_role(re.sub(r"\|.*", "", label))
        if role != "total":
            return _Row("role", whole, role)
        if columns.STAGE_ROW.match(label):
            return _Row("phase", whole) if any(head.money or head.role != "total" for head in self.heads) else None
        if columns.MONEY_ROW.match(label) and any(head.year is not None for head in self.heads):
            return _Row("role", whole) if not columns.OTHER_TABLE.search(self.caption) else None
        if columns.OTHER_TABLE.search(self.caption):
            return None
        if columns.SELECTED.search(self.caption) and any(head.money or head.role != "total" for head in self.heads):
            return _Row("site", whole)
        return _Row("item", whole, "other") if self.titled is not None else None

    def _sum_target(self, index: int) -> Target | None:
        """Return whose money the sums are: a project's whose total they repeat, or all projects of the rows."""
        for cell in self.table.by_row[index]:
            if self._head_of(cell).share is not None or self._head_of(cell).phase:
                continue
            value = cell.money.value
            stated = value and value.amount and self.totals.get((Decimal(value.amount), value.currency))
            if stated:
                return stated.target
        if not self.named:
            return Target((self.owner,)) if self.owner is not None else None
        return Target(self.members, len(self.members) if self.owners.counted(len(self.members)) else None)

    def _is_money(self, head: _Head) -> bool:
        """Tell whether a column of a table without projects holds a project's money: it or the caption says so."""
        if columns.OTHER_TABLE.search(self.caption):
            return False
        stated = head.money or head.role != "total"
        return stated or columns.MONEY_CAPTION.search(self.caption) is not None

    def _label(self, cell: Cell, row: _Row, head: _Head) -> Labelled:
        role = row.role if row.role != "total" else head.role
        whole = head.whole and self.role != "total"
        if self.role != "total" and role in ("total", "other") and row.kind in ("project", "sum") and not whole:
            role = self.role
        if cell.bracketed and columns.PRIVATE_IN_BRACKETS.search(self.caption):
            role = "private"
        basis: Basis = "phase" if row.kind == "phase" or head.phase else "total"
        if head.per_unit:
            basis = "per_unit"
        elif head.share == "phase" or (head.share is not None and self._has_total(cell.row)):
            basis = head.share
        year = head.year if head.share is not None else None if whole else self.year
        return Labelled(cell.money, role, year, basis, row.kind == "sum")

    def _has_total(self, row: int) -> bool:
        """Tell whether a row has the sum of its years, too."""
        held = [self._head_of(cell) for cell in self.table.by_row[row]]
        return any(head.share is None and not head.skip for head in held)

    def _join_rows(self, kept: Sequence[tuple[Cell, _Row, _Head, Draft]]) -> None:
        """Make the years or the sources of a row parts of its total."""
        by_row: defaultdict[int, list[tuple[_Head, Draft]]] = defaultdict(list)
        for cell, _, head, draft in kept:
            by_row[cell.row].append((head, draft))
        for held in by_row.values():
            shares = [draft for head, draft in held if head.share is not None]
            sources = [draft for head, draft in held if head.share is None and head.role != "total"]
            totals = [draft for head, draft in held if head.share is None and head.role == "total"]
            totals, others = _by_item(totals, sources)
            sources += others
            if len(totals) == 1 and shares + sources:
                _join(totals[0], shares or sources, whole=not shares)
            elif not totals and len(sources) == 1 and shares:
                _join(sources[0], shares, whole=False)

    def _join_columns(self, kept: Sequence[tuple[Cell, _Row, _Head, Draft]]) -> None:
        """Make the amounts of a column parts of its sum."""
        by_column: defaultdict[int, list[tuple[_Row, Draft]]] = defaultdict(list)
        for cell, row, _, draft in kept:
            by_column[cell.column].append((row, draft))
        for held in by_column.values():
            sums = [draft for row, draft in held if row.kind == "sum"]
            parts = [draft for row, draft in held if row.kind != "sum"]
            if len(sums) == 1 and parts:
                _join(sums[0], parts)


def _by_item(totals: list[Draft], sources: Sequence[Draft]) -> tuple[list[Draft], list[Draft]]:
    """Return the one of several amounts that the others of its row sum to, and those of them without a source."""
    amounts = [Decimal(draft.value.amount or 0) for draft in (*totals, *sources)]
    sums = [draft for draft in totals if 2 * Decimal(draft.value.amount or 0) == sum(amounts)]
    if len(totals) < 2 or len(sums) != 1 or not sources:
        return totals, []
    others = [draft for draft in totals if draft is not sums[0]]
    for draft in others:
        draft.amount = draft.amount._replace(role="other")
    return sums, others


def _join(total: Draft, parts: Sequence[Draft], whole: bool = True) -> None:
    """Make drafts the parts of a total; what need not be the ``whole`` of it (some of its years) may fall short."""
    for part in parts:
        part.whole = part.whole or total
    amounts = [part.value.amount for part in parts]
    if len(amounts) < 2 or total.value.amount is None or None in amounts:
        return
    held, wanted = sum(Decimal(amount) for amount in amounts if amount is not None), Decimal(total.value.amount)
    if held >= wanted or whole:
        total.agrees = held == wanted and total.agrees is not False
