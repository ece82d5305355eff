"""Records that were written before, read again one at a time: JSON lines, a folder of ``sasil batch``, any sink's."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from sasil.errors import SasilError, SourceError
from sasil.record import Record
from sasil.sinks import csv_files, duckdb, parquet, sqlite
from sasil.sinks.replacing import replacing
from sasil.sources.packed import TROUBLES, opened, unreadable

OnError = Callable[[SasilError], None]

_ID = re.compile(rb'\s*\{\s*(?:"schema_version"\s*:\s*"1\.0"\s*,\s*)?"id"\s*:\s*("[^"\\]*")')
_LINES = ("*.jsonl", "*.jsonl.gz", "*.jsonl.zst")


class Input(NamedTuple):
    """Something to read records from, and the name under which errors tell of it."""

    path: Path
    place: str


def write(records: Iterable[Record], path: Path) -> int:
    """Write records as JSON lines; a file that is there is replaced. Returns how many they were. Raises OSError."""
    count = 0
    with replacing(path) as (part,), part.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.write(record.model_dump_json() + "\n")
            count += 1
    return count


def unique(inputs: Sequence[Input], on_error: OnError) -> Iterator[Record]:
    """Give the records of files and folders, of those with one id the last.

    Inputs are JSON lines, packed or not, folders of them or of ``sasil batch``, and what another sink wrote, told by
    its content. They are read twice, the first time for their ids, which alone are held in memory. What cannot be read
    is told to ``on_error``, and the others go on.
    """
    waiting = _repeated(name for one in inputs for name in _ids(one))
    for one in inputs:
        for record in _told(_read(one, on_error), one, on_error):
            if waiting[record.id]:
                waiting[record.id] -= 1
            else:
                yield record


def _repeated(names: Iterable[str]) -> Counter[str]:
    """Return how often each id comes again."""
    seen: set[bytes] = set()
    again: Counter[str] = Counter()
    for name in names:
        key = blake2b(name.encode("utf-8", "replace"), digest_size=16).digest()
        if key in seen:
            again[name] += 1
        seen.add(key)
    return again


def _ids(one: Input) -> Iterator[str]:
    """Give the ids of an input; what is wrong with it is told when it is read for its records."""
    if (files := _files(one.path)) is None:
        yield from (record.id for record in _told(_stored(one.path), one, lambda _: None))
        return
    for path in files:
        try:
            with opened(path) as lines:
                yield from filter(None, map(_id, lines))
        except TROUBLES:
            return


def _id(line: bytes) -> str | None:
    """Return the id of a line without reading all of it, where it stands in front as Sasil writes it."""
    found = _ID.match(line)
    try:
        name = json.loads(found[1] if found else line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    name = name.get("id") if isinstance(name, dict) else name
    return name if isinstance(name, str) else None


def _read(one: Input, on_error: OnError) -> Iterator[Record]:
    if (files := _files(one.path)) is None:
        yield from _stored(one.path)
        return
    for path in files:
        place = str(path) if path != one.path else one.place
        try:
            with opened(path) as lines:
                yield from _of_lines(lines, place, on_error)
        except TROUBLES as error:
            on_error(SourceError(unreadable(error), place=place))


def _of_lines(lines: Iterable[bytes], place: str, on_error: OnError) -> Iterator[Record]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield Record.model_validate_json(line.removeprefix(b"\xef\xbb\xbf"))
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(map(str, first["loc"]))
            reason = f"{where}: {first['msg']}" if where else first["msg"]
            on_error(SourceError(f"레코드가 아닙니다: {reason}", place=place, line=number))


def _files(path: Path) -> list[Path] | None:
    """Return the files of JSON lines that an input is, None where it is what another sink wrote."""
    if path.is_dir():
        if parquet.is_ours(path) or (path / "articles.csv").exists():
            return None
        folder = path / "records" if (path / "records").is_dir() else path
        return sorted(found for pattern in _LINES for found in folder.glob(pattern))
    return None if _kind(path) else [path]


def _kind(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError:
        return None
    if start.startswith(b"SQLite format 3\0"):
        return "sqlite"
    return "duckdb" if start[8:12] == b"DUCK" else None


def _stored(path: Path) -> Iterator[Record]:
    if path.is_dir():
        return parquet.read(path) if parquet.is_ours(path) else csv_files.read(path)
    return sqlite.read(path) if _kind(path) == "sqlite" else duckdb.read(path)


def _told(records: Iterator[Record], one: Input, on_error: OnError) -> Iterator[Record]:
    """Give records until their source fails, which is told."""
    try:
        yield from records
    except SasilError as error:
        on_error(error if error.place else error.at(one.place))
    except OSError as error:
        on_error(SourceError(f"읽을 수 없습니다: {error.strerror}", place=one.place))
