"""The declared tables as SQL: CREATE TABLE with keys, for SQLite and for DuckDB."""

from __future__ import annotations

from typing import Literal

from sasil.sinks.schema import PRECISION, SCALE, Column, Table, sql_type

Dialect = Literal["sqlite", "duckdb"]

_TYPES: dict[Dialect, dict[str, str]] = {
    "duckdb": {"DECIMAL": f"DECIMAL({PRECISION}, {SCALE})"},
    # SQLite knows no decimals, days and booleans: whole numbers, ISO 8601 text, 0 and 1.
    "sqlite": {"BIGINT": "INTEGER", "BOOLEAN": "INTEGER", "DECIMAL": "INTEGER", "DATE": "TEXT"},
}


def create(table: Table, dialect: Dialect) -> str:
    """Return the CREATE TABLE of a table.

    SQLite's articles have a ``number`` besides, which full-text search needs. DuckDB checks keys row by row, and
    cannot have a budget refer to one that follows it.

    >>> from sasil.sinks.schema import tables
    >>> print(create(tables()[4], "duckdb"))
    CREATE TABLE project_locations (
      "article_id" TEXT NOT NULL,
      "project" BIGINT NOT NULL,
      "position" BIGINT NOT NULL,
      "name" TEXT,
      PRIMARY KEY ("article_id", "project", "position"),
      FOREIGN KEY ("article_id", "project") REFERENCES projects ("article_id", "position")
    )
    """
    numbered = dialect == "sqlite" and table.parent is None
    lines = ['"number" INTEGER PRIMARY KEY'] if numbered else []
    lines += [_column(column, dialect) for column in table.columns]
    lines.append(f"{'UNIQUE' if numbered else 'PRIMARY KEY'} ({_quoted(table.primary)})")
    tail = " ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED" if dialect == "sqlite" else ""
    for columns, other, there in table.references:
        if dialect == "sqlite" or other != table.name:
            lines.append(f"FOREIGN KEY ({_quoted(columns)}) REFERENCES {other} ({_quoted(there)}){tail}")
    # A table that is kept in the order of its key has the rows of an article beside one another.
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n)" + _options(table, dialect)


def meanings(table: Table) -> list[str]:
    """Return the COMMENT statements of a table and its columns, for a database that keeps them."""
    said = [f"COMMENT ON TABLE {table.name} IS {_literal(table.about)}"]
    return said + [
        f'COMMENT ON COLUMN {table.name}."{column.name}" IS {_literal(column.about)}' for column in table.columns
    ]


def _options(table: Table, dialect: Dialect) -> str:
    return " WITHOUT ROWID" if dialect == "sqlite" and table.parent is not None else ""


def _column(column: Column, dialect: Dialect) -> str:
    kind = sql_type(column)
    return f'"{column.name}" {_TYPES[dialect].get(kind, kind)}' + (" NOT NULL" if column.primary else "")


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
