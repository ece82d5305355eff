"""A unit's shard: written aside while it grows, put in its place when it is whole, and then marked as done."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import resource
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import BinaryIO, Literal

from sasil.batch.extraction import Failure
from sasil.batch.layout import RECORDS, Layout, sync_folder
from sasil.errors import SasilError
from sasil.record import Record
from sasil.sinks.replacing import replacing

Format = Literal["jsonl", "parquet"]


@dataclass(frozen=True, slots=True)
class Written:
    """How far a shard has come: bytes of records and of failures on disk, and what they are."""

    record_bytes: int = 0
    failure_bytes: int = 0
    records: int = 0
    characters: int = 0
    failures: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Marker:
    """What says that a unit is done: its counts, failures by kind, CPU seconds, and its files with size and SHA-256.

    ``memory`` is the most that its worker has held until then, in bytes.
    """

    unit: int
    records: int
    characters: int
    failures: dict[str, int]
    seconds: float
    memory: int
    files: dict[str, dict[str, int | str]]

    def to_json(self) -> str:
        """Return the marker as JSON."""
        return json.dumps(asdict(self))


def read_marker(layout: Layout, name: str) -> Marker | None:
    """Return the marker of a shard, None where there is none or where its files are not as it says."""
    try:
        marker = Marker(**json.loads((layout.done / f"{name}.json").read_bytes()))
        sizes = {path: (layout.root / path).stat().st_size for path in marker.files}
    except (OSError, ValueError, TypeError):
        return None
    return marker if all(size == marker.files[path]["bytes"] for path, size in sizes.items()) else None


class Shard:
    """A shard that is being written, under ``scratch``; it goes on from where another process left it."""

    def __init__(self, layout: Layout, scratch: Path, name: str, written: Written) -> None:
        self._layout = layout
        self._scratch = scratch
        self._name = name
        self._records = _appending(scratch / f"{name}.jsonl", written.record_bytes)
        self._failures = _appending(scratch / f"{name}.errors.jsonl", written.failure_bytes)
        self._count = written.records
        self._characters = written.characters
        self._kinds = Counter(written.failures)

    def put(self, line: str, characters: int) -> None:
        """Take the record of an article of so many characters, as JSON."""
        self._records.write(line.encode() + b"\n")
        self._count += 1
        self._characters += characters

    def fail(self, failure: Failure) -> None:
        """Take a failure."""
        self._failures.write(failure.to_json().encode("utf-8", "backslashreplace") + b"\n")
        self._kinds[failure.kind] += 1

    def written(self) -> Written:
        """Hand what has been taken to the system; return how far that is."""
        self._records.flush()
        self._failures.flush()
        return Written(
            self._records.tell(),
            self._failures.tell(),
            self._count,
            self._characters,
            dict(sorted(self._kinds.items())),
        )

    def finish(self, number: int, format_: Format, seconds: float) -> Marker:
        """Put the shard in its place, mark its unit as done, and return the marker. Raises OSError."""
        self.written()
        placed = (
            self._tables() if format_ == "parquet" else [self._place(self._records, f"{RECORDS}/{self._name}.jsonl")]
        )
        if self._kinds:
            placed.append(
                self._place(self._failures, f"{self._layout.errors.relative_to(self._layout.root)}/{self._name}.jsonl")
            )
        self.close()
        for folder in {path.parent for path in placed}:
            sync_folder(folder)
        marker = Marker(
            unit=number,
            records=self._count,
            characters=self._characters,
            failures=dict(sorted(self._kinds.items())),
            seconds=round(seconds, 2),
            memory=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024),
            files={path.relative_to(self._layout.root).as_posix(): _told(path) for path in placed},
        )
        with replacing(self._layout.done / f"{self._name}.json") as (part,):
            part.write_text(marker.to_json(), encoding="ascii")
        sync_folder(self._layout.done)
        return marker

    def close(self) -> None:
        """Close and take away what is left of the shard under ``scratch``."""
        for file in (self._records, self._failures):
            file.close()
            Path(file.name).unlink(missing_ok=True)

    def _place(self, file: BinaryIO, name: str) -> Path:
        os.fsync(file.fileno())
        path = self._layout.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        os.replace(file.name, path)
        return path

    def _tables(self) -> list[Path]:
        """Write the records as tables aside, and put them in their places, the articles last."""
        from sasil.sinks.parquet import write_shard
        from sasil.sinks.schema import tables

        self._count = write_shard(self._read(), self._scratch, self._name, self._unlaid)
        self._failures.flush()
        placed = []
        for table in reversed(tables()):
            path = self._layout.root / table.name / f"{self._name}.parquet"
            path.parent.mkdir(parents=True, exist_ok=True)
            os.replace(self._scratch / table.name / path.name, path)
            placed.append(path)
        return placed

    def _read(self) -> Iterator[Record]:
        with open(self._records.name, "rb") as lines:
            for line in lines:
                yield Record.model_validate_json(line)

    def _unlaid(self, error: SasilError) -> None:
        self.fail(Failure(None, error.place, error.line, "pipeline", error.message))


def _appending(path: Path, size: int) -> BinaryIO:
    """Return a file, cut to a size, at its end."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("r+b" if path.exists() else "w+b")
    if file.seek(0, os.SEEK_END) < size:
        file.close()
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))
    file.truncate(size)
    file.seek(size)
    return file


def _told(path: Path) -> dict[str, int | str]:
    with path.open("rb") as file:
        return {"bytes": path.stat().st_size, "sha256": hashlib.file_digest(file, "sha256").hexdigest()}
