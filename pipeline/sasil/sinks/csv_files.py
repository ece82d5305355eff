"""Records ↔ CSV (RFC 4180, UTF-8): one file a table with a header of its columns, for spreadsheets and for programs.

A spreadsheet runs a cell that begins with ``=``, ``+``, ``-`` or ``@``, whoever wrote the article. Text that begins
with one of them, or with a tab or a line break, gets an apostrophe before it, and so does text of no signs, which would
else be the same as null; ``read`` takes it away again.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from datetime import date
from decimal import Decimal
from pathlib import Path

from sasil.errors import SourceError
from sasil.record import Record
from sasil.sinks.replacing import replacing
from sasil.sinks.schema import Table, sql_type, tables
from sasil.sinks.tables import Cell, OnError, Row, batches, from_tables
from sasil.values import decimal_string

_GUARDED = re.compile(r"'*(?:[=+\-@\t\r\n＝＋－＠]|\Z)")
"""What gets an apostrophe; one that has some already gets one more, so that each can be taken away again."""

_FIRST = "'=+-@\t\r\n＝＋－＠"


def write(records: Iterable[Record], directory: Path, on_error: OnError = None, *, excel: bool = False) -> int:
    """Write records as ``DIRECTORY/<table>.csv``, all tables at once or none; return how many they were.

    With ``excel`` each file begins with a byte order mark, by which Excel knows UTF-8. A record that cannot be laid out
    goes to ``on_error``. Raises SasilError for such a record without it, and OSError.
    """
    count = 0
    with (
        replacing(*(directory / f"{table.name}.csv" for table in tables())) as parts,
        ExitStack() as stack,
    ):
        encoding = "utf-8-sig" if excel else "utf-8"
        writers = {}
        for table, part in zip(tables(), parts, strict=True):
            writers[table.name] = csv.writer(stack.enter_context(part.open("w", encoding=encoding, newline="")))
            writers[table.name].writerow(table.names)
        for batch in batches(records, on_error):
            count += len(batch["articles"])
            for name, rows in batch.items():
                writers[name].writerows([_written(cell) for cell in row] for row in rows)
    return count


def read(directory: Path) -> Iterator[Record]:
    """Give the records of a folder of CSV files. Raises SourceError naming the file that is not as ``write`` writes."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # an article is a cell
    with ExitStack() as stack:
        streams = {}
        for table in tables():
            path = directory / f"{table.name}.csv"
            try:
                file = stack.enter_context(path.open(encoding="utf-8-sig", newline=""))
            except FileNotFoundError:
                raise SourceError("파일이 없습니다", place=str(path)) from None
            streams[table.name] = _rows(file, table, path)
        yield from from_tables(streams)


def _rows(file: Iterable[str], table: Table, path: Path) -> Iterator[Row]:
    reader = csv.reader(file, strict=True)
    kinds = [sql_type(column) for column in table.columns]
    try:
        if next(reader, None) != list(table.names):
            raise SourceError("첫 줄이 표의 열과 다릅니다", place=str(path), line=1)
        for row in reader:
            yield tuple(_read(kind, cell) for kind, cell in zip(kinds, row, strict=True))
    except (csv.Error, ValueError) as error:
        raise SourceError(f"읽을 수 없는 줄입니다: {error}", place=str(path), line=reader.line_num) from None


def _written(cell: Cell) -> str:
    if isinstance(cell, str):
        return "'" + cell if cell[:1] in _FIRST and _GUARDED.match(cell) else cell
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return decimal_string(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    return "" if cell is None else str(cell)


def _read(kind: str, cell: str) -> Cell:
    if not cell:
        return None
    if kind == "TEXT":
        return cell[1:] if cell[0] == "'" and _GUARDED.match(cell) else cell
    if kind == "BIGINT":
        return int(cell)
    return cell == "true" if kind == "BOOLEAN" else cell
