"""Records ↔ Parquet: one file a table, amounts as DECIMAL(38, 10), days as DATE, meanings in the metadata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

from sasil.errors import SasilError, SourceError
from sasil.record import Record
from sasil.sinks.replacing import replacing
from sasil.sinks.schema import PRECISION, SCALE, Table, sql_type, tables
from sasil.sinks.tables import OnError, Row, batches, from_tables


def write(records: Iterable[Record], directory: Path, on_error: OnError = None) -> int:
    """Write records as ``DIRECTORY/<table>.parquet``, all tables at once or none; return how many records they were.

    Files of an earlier export are replaced. A record that cannot be laid out goes to ``on_error``.
    Raises SasilError where pyarrow is missing, or for such a record without ``on_error``, and OSError.
    """
    return _write(records, [directory / f"{table.name}.parquet" for table in tables()], on_error)


def write_shard(records: Iterable[Record], directory: Path, name: str, on_error: OnError = None) -> int:
    """Write records as the shard ``DIRECTORY/<table>/<name>.parquet`` of every table, with or without rows.

    Each file appears whole, that of the articles last: where it is there, the others are. The same name again replaces
    the shard. Returns how many records they were. Raises as ``write`` does.
    """
    return _write(records, [directory / table.name / f"{name}.parquet" for table in tables()], on_error)


def _write(records: Iterable[Record], paths: Sequence[Path], on_error: OnError) -> int:
    _, pq = _pyarrow()
    count = 0
    # The articles come last: a reader that finds them finds the rest.
    with replacing(*reversed(paths)) as parts, ExitStack() as stack:
        writers = [
            stack.enter_context(pq.ParquetWriter(part, arrow_schema(table), compression="zstd"))
            for part, table in zip(reversed(parts), tables(), strict=True)
        ]
        for batch in batches(records, on_error):
            count += len(batch["articles"])
            for table, writer in zip(tables(), writers, strict=True):
                if batch[table.name]:
                    writer.write_table(arrow_table(table, batch[table.name]))
    return count


def read(directory: Path) -> Iterator[Record]:
    """Give the records of a folder of either layout, in the order of writing; shards in the order of their names.

    Raises SasilError where pyarrow is missing or the files are not those of records, and OSError.
    """
    pa, pq = _pyarrow()
    for files in _shards(directory):
        streams = {}
        with ExitStack() as stack:
            for table, path in zip(tables(), files, strict=True):
                try:
                    file = stack.enter_context(pq.ParquetFile(path))
                except FileNotFoundError:
                    raise SourceError("파일이 없습니다", place=str(path)) from None
                except pa.ArrowInvalid:
                    raise SourceError("Parquet 파일이 아닙니다", place=str(path)) from None
                if missing := set(table.names) - set(file.schema_arrow.names):
                    raise SourceError(f"열이 없습니다: {', '.join(sorted(missing))}", place=str(path))
                streams[table.name] = _rows(file, table)
            yield from from_tables(streams)


def is_ours(directory: Path) -> bool:
    """Say whether a folder holds records in Parquet."""
    return (directory / "articles.parquet").exists() or any((directory / "articles").glob("*.parquet"))


def _shards(directory: Path) -> list[list[Path]]:
    whole = [directory / f"{table.name}.parquet" for table in tables()]
    if whole[0].exists():
        return [whole]
    names = sorted(path.name for path in (directory / "articles").glob("*.parquet"))
    if not names:
        raise SourceError("폴더에 articles.parquet이 없습니다", place=str(directory))
    return [[directory / table.name / name for table in tables()] for name in names]


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        raise SasilError("pyarrow가 없습니다: pip install 'sasil[parquet]'") from None
    return pyarrow, pyarrow.parquet


def arrow_table(table: Table, rows: Sequence[Row]) -> Any:
    """Return rows of a table as an Arrow table. Raises SasilError where pyarrow is missing."""
    pa, _ = _pyarrow()
    schema = arrow_schema(table)
    columns = zip(*rows, strict=True) if rows else ([] for _ in schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


@cache
def arrow_schema(table: Table) -> Any:
    """Return the columns of a table as an Arrow schema. Raises SasilError where pyarrow is missing."""
    pa, _ = _pyarrow()
    kinds = {
        "TEXT": pa.string(),
        "BIGINT": pa.int64(),
        "BOOLEAN": pa.bool_(),
        "DECIMAL": pa.decimal128(PRECISION, SCALE),
        "DATE": pa.date32(),
    }
    fields = [
        pa.field(column.name, kinds[sql_type(column)], not column.primary, {"comment": column.about})
        for column in table.columns
    ]
    return pa.schema(fields, {"comment": table.about})


def _rows(file: Any, table: Table) -> Iterator[Row]:
    for batch in file.iter_batches(batch_size=2_000, columns=list(table.names)):
        columns = [batch.column(name).to_pylist() for name in table.names]
        yield from zip(*columns, strict=True)
