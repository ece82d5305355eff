"""Records → any format: the formats by name, and which of them a path asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from sasil.errors import SasilError, SourceError
from sasil.record import Record
from sasil.sinks import csv_files, duckdb, ics, jsonld, parquet, records, sqlite
from sasil.sinks.tables import OnError

Writer = Callable[[Iterable[Record], Path, OnError], str]

_ENDINGS = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
    ".duckdb": "duckdb",
    ".ics": "ics",
    ".jsonld": "jsonld",
}


def format_of(path: Path) -> str:
    """Return the format that a path's ending stands for. Raises SourceError where it stands for none.

    >>> format_of(Path("기록.sqlite"))
    'sqlite'
    """
    found = _ENDINGS.get(path.suffix.lower())
    if found is None:
        raise SourceError(
            f"끝이름으로는 형식을 알 수 없습니다: --format을 주세요 ({', '.join(FORMATS)})", place=str(path)
        )
    return found


def export(found: Iterable[Record], path: Path, name: str, on_error: Callable[[SasilError], None]) -> str:
    """Write records, no id twice, in a format; return in one line what was written.

    A record that the format cannot hold is told to ``on_error``. Raises SasilError where the format is none, what it
    needs is not installed, or the place cannot be written.
    """
    if name not in FORMATS:
        raise SourceError(f"모르는 형식 {name!r} (쓸 수 있는 형식: {', '.join(FORMATS)})")
    try:
        return FORMATS[name](found, path, on_error)
    except OSError as error:
        raise SasilError(f"쓸 수 없습니다: {error.strerror or error}", place=str(path)) from None


def _excel(found: Iterable[Record], path: Path, on_error: OnError) -> str:
    return _told(csv_files.write(found, path, on_error, excel=True))


def _calendar(found: Iterable[Record], path: Path, _: OnError) -> str:
    written = ics.write(found, path)
    return f"{_told(written.records)}, 행사 {written.events}건 (날짜를 다 알 수 없어 뺀 행사 {written.left_out}건)"


def _told(count: int) -> str:
    return f"기사 {count}건"


FORMATS: dict[str, Writer] = {
    "jsonl": lambda found, path, _: _told(records.write(found, path)),
    "parquet": lambda found, path, on_error: _told(parquet.write(found, path, on_error)),
    "csv": lambda found, path, on_error: _told(csv_files.write(found, path, on_error)),
    "excel-csv": _excel,
    "sqlite": lambda found, path, on_error: _told(sqlite.write(found, path, on_error)),
    "duckdb": lambda found, path, on_error: _told(duckdb.write(found, path, on_error)),
    "ics": _calendar,
    "jsonld": lambda found, path, _: _told(jsonld.write(found, path)),
}
"""How each format is written; ``parquet`` and ``csv`` into a folder, ``excel-csv`` with a byte order mark for Excel."""
