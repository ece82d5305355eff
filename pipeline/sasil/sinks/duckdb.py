"""Records ↔ a DuckDB database: the declared tables with keys, amounts as DECIMAL(38, 10), meanings as comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sasil.errors import SasilError, SourceError
from sasil.record import Record
from sasil.sinks.ddl import create, meanings
from sasil.sinks.parquet import arrow_table
from sasil.sinks.replacing import replacing
from sasil.sinks.schema import Table, tables
from sasil.sinks.tables import OnError, Row, batches, from_tables

_FETCHED = 2_000


def write(records: Iterable[Record], path: Path, on_error: OnError = None) -> int:
    """Put records, no id twice, into a database, new or of an earlier export; return how many they were.

    An article that is there already, by its id, is replaced. The database is made anew beside its place, with what
    the old one holds of other articles, and renamed onto it: it is the old one or the new one at any moment. A record
    that cannot be laid out goes to ``on_error``. Raises SasilError where duckdb or pyarrow is missing, for a file that
    is no such database, or for such a record without ``on_error``, and OSError.
    """
    duckdb = _duckdb()
    count = 0
    with replacing(path) as (part,), _without_log(part):
        try:
            with closing(duckdb.connect(str(part))) as connection:
                if path.exists():
                    _attach(connection, path)
                for table in tables():
                    connection.execute(create(table, "duckdb"))
                    for statement in meanings(table):
                        connection.execute(statement)
                for batch in batches(records, on_error):
                    _insert(connection, batch)
                    count += len(batch["articles"])
                if path.exists():
                    _keep(connection)
        except duckdb.ConstraintException:
            raise SasilError("같은 id의 레코드가 두 번 있습니다", place=str(path)) from None
        except duckdb.Error as error:
            raise _told(error, path) from None
    return count


@contextmanager
def _without_log(part: Path) -> Iterator[None]:
    """Make sure that nothing of a broken run, before or now, lies beside the new database."""
    log = part.with_name(f"{part.name}.wal")
    try:
        for left in (part, log):
            left.unlink(missing_ok=True)
        yield
    finally:
        log.unlink(missing_ok=True)


def read(path: Path) -> Iterator[Record]:
    """Give the records of a database in the order of their ids. Raises SasilError for a file that is none."""
    duckdb = _duckdb()
    try:
        with closing(duckdb.connect(str(path), read_only=True)) as connection:
            _check(connection, "main", path)
            yield from from_tables({table.name: _rows(connection.cursor(), table) for table in tables()})
    except duckdb.Error as error:
        raise _told(error, path) from None


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise SasilError("duckdb가 없습니다: pip install 'sasil[duckdb]'") from None
    return duckdb


def _insert(connection: Any, batch: dict[str, list[Row]]) -> None:
    connection.execute("BEGIN")
    for table in tables():
        if batch[table.name]:
            connection.register("batch", arrow_table(table, batch[table.name]))
            connection.execute(f"INSERT INTO {table.name} SELECT * FROM batch")
            connection.unregister("batch")
    connection.execute("COMMIT")


def _attach(connection: Any, path: Path) -> None:
    name = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{name}' AS old (READ_ONLY)")
    _check(connection, "old", path)


def _keep(connection: Any) -> None:
    """Copy what the older database holds of articles that are not in this one."""
    connection.execute(
        "CREATE TEMP TABLE kept AS SELECT id FROM old.articles WHERE id NOT IN (SELECT id FROM articles)"
    )
    for table in tables():
        names = ", ".join(f'"{name}"' for name in table.names)
        connection.execute(
            f"INSERT INTO {table.name} SELECT {names} FROM old.{table.name}"
            f' WHERE "{table.columns[0].name}" IN (SELECT id FROM kept)'
        )
    connection.execute("DETACH old")


def _check(connection: Any, catalog: str, path: Path) -> None:
    where = "database_name = current_database()" if catalog == "main" else f"database_name = '{catalog}'"
    found = connection.execute(f"SELECT table_name, column_name FROM duckdb_columns() WHERE {where}").fetchall()
    if not {(table.name, name) for table in tables() for name in table.names} <= set(found):
        raise SourceError("다른 판의 사실이나 다른 도구가 만든 데이터베이스라서 쓰지 않습니다", place=str(path))


def _rows(connection: Any, table: Table) -> Iterator[Row]:
    names = ", ".join(f'"{name}"' for name in table.names)
    order = ", ".join(f'"{name}"' for name in table.primary)
    connection.execute(f"SELECT {names} FROM {table.name} ORDER BY {order}")
    while found := connection.fetchmany(_FETCHED):
        yield from found


def _told(error: Exception, path: Path) -> SasilError:
    first = str(error).partition("\n")[0]
    return SasilError(f"데이터베이스를 쓰거나 읽지 못했습니다: {first}", place=str(path))
