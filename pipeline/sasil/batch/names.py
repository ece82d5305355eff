"""Ids and who bore them first: a table on disk, so that ten million of them need no memory."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Names:
    """Ids that have been taken, each with the place of the article that took it."""

    def __init__(self, table: sqlite3.Connection) -> None:
        self._table = table

    def take(self, name: str, place: str) -> str | None:
        """Take an id for the article at a place; return the place of the one that has taken it before, if any."""
        key = name.encode("utf-8", "surrogatepass")
        taken = self._table.execute(
            "INSERT OR IGNORE INTO names VALUES (?, ?)", (key, place.encode("utf-8", "surrogatepass"))
        )
        if taken.rowcount:
            return None
        [held] = self._table.execute("SELECT place FROM names WHERE name = ?", (key,)).fetchone()
        return bytes(held).decode("utf-8", "surrogatepass")


@contextmanager
def names(path: Path) -> Iterator[Names]:
    """Give an empty table in a file that is gone afterwards.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, names(Path(folder) / "names") as ids:
    ...     ids.take("보도-1", "a.jsonl:1"), ids.take("보도-1", "b.jsonl:7")
    (None, 'a.jsonl:1')
    """
    path.unlink(missing_ok=True)
    table = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -65536", "locking_mode = EXCLUSIVE"):
            table.execute(f"PRAGMA {pragma}")
        table.execute("CREATE TABLE names (name BLOB PRIMARY KEY, place BLOB) WITHOUT ROWID")
        table.execute("BEGIN")
        yield Names(table)
    finally:
        table.close()
        path.unlink(missing_ok=True)
