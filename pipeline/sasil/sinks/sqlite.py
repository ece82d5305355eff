"""Records ↔ a SQLite database: the declared tables with their keys, and full-text search over the articles.

SQLite has no decimals: an amount is an integer where it is whole and fits 64 bits, and exact text beside it always.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import date
from decimal import Decimal
from pathlib import Path
from zlib import crc32

from sasil.errors import SasilError, SourceError
from sasil.record import Record
from sasil.sinks.ddl import create
from sasil.sinks.schema import Table, sql_type, tables
from sasil.sinks.search import searchable
from sasil.sinks.tables import Cell, OnError, Row, batches, from_tables

_APPLICATION = 0x5361736C
"""``Sasl`` in the file's head: the database is one of records."""

_SEARCH = "CREATE VIRTUAL TABLE search USING fts5(title, text, content = '', detail = column)"
_LARGEST = 2**63 - 1


def write(records: Iterable[Record], path: Path, on_error: OnError = None) -> int:
    """Put records into a database, new or of an earlier export; return how many they were.

    An article that is there already, by its id, is replaced. A batch of about a thousand articles is written at once
    or not at all. A record that cannot be laid out goes to ``on_error``. Raises SasilError for a file that is no such
    database, cannot be written, or for such a record without ``on_error``, and OSError.
    """
    count = 0
    try:
        with closing(_opened(path)) as connection:
            for batch in batches(records, on_error):
                with connection:
                    _replace(connection, batch)
                count += len(batch["articles"])
    except sqlite3.Error as error:
        raise _told(error, path) from None
    return count


def read(path: Path) -> Iterator[Record]:
    """Give the records of a database in the order of their ids. Raises SasilError for a file that is none."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            if not _is_ours(connection):
                raise SourceError("사실이 만든 데이터베이스가 아닙니다", place=str(path))
            yield from from_tables({table.name: _rows(connection, table) for table in tables()})
    except sqlite3.Error as error:
        raise _told(error, path) from None


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    try:
        if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
            with connection:
                connection.execute("BEGIN")
                connection.execute(f"PRAGMA application_id = {_APPLICATION}")
                connection.execute(f"PRAGMA user_version = {_version()}")
                for statement in _statements():
                    connection.execute(statement)
        elif not _is_ours(connection):
            raise SourceError("다른 판의 사실이나 다른 도구가 만든 데이터베이스라서 쓰지 않습니다", place=str(path))
        connection.execute("PRAGMA cache_size = -200000")
    except BaseException:
        connection.close()
        raise
    return connection


def _statements() -> list[str]:
    return [*(create(table, "sqlite") for table in tables()), _SEARCH]


def _version() -> int:
    """Return a number that changes with the declared tables."""
    return crc32("".join(_statements()).encode()) & 0x7FFFFFFF


def _is_ours(connection: sqlite3.Connection) -> bool:
    found = [connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    return found == [_APPLICATION, _version()]


def _replace(connection: sqlite3.Connection, batch: dict[str, list[Row]]) -> None:
    for row in batch["articles"]:
        _delete(connection, str(row[0]))
    for table in tables():
        names, marks = ", ".join(f'"{name}"' for name in table.names), ", ".join("?" * len(table.names))
        connection.executemany(
            f"INSERT INTO {table.name} ({names}) VALUES ({marks})", _stored(table, batch[table.name])
        )
    for row in batch["articles"]:
        connection.execute(
            "INSERT INTO search (rowid, title, text) VALUES (?, ?, ?)", _indexed(connection, str(row[0]))
        )


def _delete(connection: sqlite3.Connection, article: str) -> None:
    if connection.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is None:
        return
    # An index that holds no text is told what it has to forget.
    connection.execute(
        "INSERT INTO search (search, rowid, title, text) VALUES ('delete', ?, ?, ?)", _indexed(connection, article)
    )
    for table in reversed(tables()):
        connection.execute(f'DELETE FROM {table.name} WHERE "{table.columns[0].name}" = ?', (article,))


def _indexed(connection: sqlite3.Connection, article: str) -> tuple[int, str, str]:
    found = connection.execute("SELECT number, title, text FROM articles WHERE id = ?", (article,)).fetchone()
    return found[0], searchable(found[1] or ""), searchable(found[2])


def _stored(table: Table, found: Iterable[Row]) -> Iterator[Sequence[Cell]]:
    """Give rows without the types that SQLite does not know."""
    places = [place for place, column in enumerate(table.columns) if sql_type(column) in ("DECIMAL", "DATE")]
    for row in found:
        cells = list(row)
        for place in places:
            cell = cells[place]
            if isinstance(cell, Decimal):
                whole = int(cell)
                cells[place] = whole if whole == cell and -_LARGEST - 1 <= whole <= _LARGEST else None
            elif isinstance(cell, date):
                cells[place] = cell.isoformat()
        yield cells


def _rows(connection: sqlite3.Connection, table: Table) -> Iterator[Row]:
    names = ", ".join(f'"{name}"' for name in table.names)
    order = ", ".join(f'"{name}"' for name in table.primary)
    truths = {place for place, column in enumerate(table.columns) if sql_type(column) == "BOOLEAN"}
    for row in connection.execute(f"SELECT {names} FROM {table.name} ORDER BY {order}"):
        yield tuple(bool(cell) if place in truths and cell is not None else cell for place, cell in enumerate(row))


def _told(error: sqlite3.Error, path: Path) -> SasilError:
    if isinstance(error, sqlite3.DatabaseError) and "not a database" in str(error):
        return SourceError("SQLite 파일이 아닙니다", place=str(path))
    return SasilError(f"데이터베이스를 쓰거나 읽지 못했습니다: {error}", place=str(path))
