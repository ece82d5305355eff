"""The tables that records become: names, types, keys and meanings, read from ``schema.tsv`` beside this file.

Every sink with tables is made of this one declaration: the columns of Parquet and CSV, the DDL of the databases, and
``docs/tables.md``.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

Type = Literal[
    "text", "integer", "boolean", "json", "present", "count", "first_start", "first_end", "decimal", "date", "last"
]
"""What a column holds.

``present`` is whether a part of the record is there, ``count`` how many rows a child table has for it. For those who
ask in SQL some columns repeat what others say: the first place, a ``decimal``, a ``date``, the ``last`` day of a range.
"""

DERIVED = frozenset({"first_start", "first_end", "decimal", "date", "last"})
PRECISION, SCALE = 38, 10
"""Digits of a decimal column, and those behind its point: 28 digits are left for whole won."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the ``path`` of its value in the record's part (``@…`` for keys), and the tables that it refers to."""

    name: str
    type: Type
    path: str
    primary: bool
    refers: str | None
    about: str


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """A table: the ``path`` in the record that gives its rows, and its columns."""

    name: str
    path: str
    about: str
    columns: tuple[Column, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def primary(self) -> tuple[str, ...]:
        """The columns of the primary key: the article's id, the parent's position if there is one, the position."""
        return tuple(column.name for column in self.columns if column.primary)

    @property
    def references(self) -> tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...]:
        """The foreign keys, each as columns, table and the columns there."""
        return tuple(
            (("article_id",), "articles", ("id",))
            if column.refers == "articles"
            else (("article_id", column.name), column.refers, ("article_id", "position"))
            for column in self.columns
            if column.refers is not None
        )

    @property
    def parent(self) -> str | None:
        """The table whose rows this one's belong to: None for articles."""
        return next((column.refers for column in self.columns if column.primary and column.refers), None)


@cache
def tables() -> tuple[Table, ...]:
    """Return all tables, parents before their children.

    >>> [table.name for table in tables()][:3]
    ['articles', 'mentions', 'projects']
    >>> tables()[3].references
    ((('article_id', 'project'), 'projects', ('article_id', 'position')),)
    """
    text = files(__name__.rpartition(".")[0]).joinpath("schema.tsv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Table(
            row["table"],
            row["path"],
            row["about"],
            tuple(_column(part) for part in rows if part["table"] == row["table"] and part["column"]),
        )
        for row in rows
        if not row["column"]
    )


SqlType = Literal["TEXT", "BIGINT", "BOOLEAN", "DECIMAL", "DATE"]
_INTEGERS, _DAYS = frozenset({"integer", "count", "first_start", "first_end"}), frozenset({"date", "last"})


def sql_type(column: Column) -> SqlType:
    """Return the type of a column in a store that has such types.

    >>> sql_type(tables()[0].columns[3])
    'DATE'
    """
    if column.type in _INTEGERS:
        return "BIGINT"
    if column.type in _DAYS:
        return "DATE"
    if column.type == "decimal":
        return "DECIMAL"
    return "BOOLEAN" if column.type in ("boolean", "present") else "TEXT"


def _column(row: dict[str, str]) -> Column:
    kinds = row["key"].split()
    refers = next((kind for kind in kinds if kind != "primary"), None)
    return Column(row["column"], _type(row["type"]), row["path"], "primary" in kinds, refers, row["about"])


def _type(name: str) -> Type:
    known: dict[str, Type] = {kind: kind for kind in Type.__args__}  # type: ignore[attr-defined]
    return known[name]


def markdown() -> str:
    """Return the tables as a page: for each its rows' meaning, its columns with their types and keys."""
    return "\n".join(_described(table) for table in tables())


def _described(table: Table) -> str:
    lines = [f"### {table.name}", "", table.about, "", "| column | type | key | meaning |", "|---|---|---|---|"]
    for column in table.columns:
        key = "primary" if column.primary else ""
        if column.refers is not None:
            key += f"{', ' if key else ''}→ {column.refers}"
        kind = "JSON" if column.type == "json" else sql_type(column).lower()
        lines.append(f"| `{column.name}` | {kind} | {key} | {column.about} |")
    return "\n".join([*lines, ""])
