"""Which articles of a finished job are reprints: one pass over its shards in the order of the plan, into a file.

How many workers made the shards, and in how many runs, makes no difference to what the file says.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from sasil.article import Article
from sasil.batch.fingerprints import fingerprint
from sasil.batch.layout import RECORDS, REPRINTS, Layout, locked
from sasil.batch.manifest import markers
from sasil.batch.reprints import grouped
from sasil.sinks.replacing import replacing

_ARTICLES = "articles"
_COLUMNS = ("id", "text", "published_at", "kind")
_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Reprints:
    """The number of groups of a source and its reprints, and of reprints: those of the same text, and those near it."""

    groups: int
    exact: int
    near: int


def write_reprints(layout: Layout) -> Reprints:
    """Write which records of a job are of reprints, one a line: ``{"id", "group", "kind", "similarity"}``.

    ``group`` is the id of the source: the first by the day of publication, of one day a press release before others,
    then by time, then by place in the inputs; what bears no date comes last. Takes 1.3 KB of disk an article while it
    runs, in the output folder. Raises SasilError where datasketch is
    missing or another run holds the folder, and OSError.
    """
    groups: set[int] = set()
    kinds = {"exact": 0, "near": 0}
    with locked(layout), TemporaryFile(dir=layout.state) as prints, _Ids(layout) as ids:
        for article in _articles(layout):
            prints.write(fingerprint(article).tobytes())
            ids.add(article.id)
        with replacing(layout.root / REPRINTS) as (part,), part.open("w", encoding="utf-8", newline="\n") as file:
            for one in grouped(prints):
                groups.add(one.source)
                kinds[one.kind] += 1
                line = {"id": ids[one.place], "group": ids[one.source], "kind": one.kind, "similarity": one.similarity}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    return Reprints(len(groups), kinds["exact"], kinds["near"])


class _Ids:
    """The ids of articles, by their place: they lie in a file, and eight bytes for each in memory."""

    def __init__(self, layout: Layout) -> None:
        self._file: IO[bytes] = TemporaryFile(dir=layout.state)  # noqa: SIM115 -- closed by __exit__
        self._ends = array("Q", [0])

    def __enter__(self) -> _Ids:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, name: str) -> None:
        """Take the id of the next article."""
        self._ends.append(self._ends[-1] + self._file.write(name.encode()))

    def __getitem__(self, place: int) -> str:
        start, end = self._ends[place], self._ends[place + 1]
        self._file.seek(start)
        return self._file.read(end - start).decode()


def _articles(layout: Layout) -> Iterator[Article]:
    """Give of each record what tells whether it is a reprint, in the order of the plan."""
    for marker in markers(layout):
        for name in marker.files:
            path = layout.root / name
            if path.parent.name == RECORDS:
                yield from _of_lines(path)
            elif path.parent.name == _ARTICLES:
                yield from _of_table(path)


def _of_lines(path: Path) -> Iterator[Article]:
    with path.open("rb") as lines:
        for line in lines:
            record = json.loads(line)
            told = record["article"]
            yield Article(record["id"], record["text"], published_at=told.get("published_at"), kind=told.get("kind"))


def _of_table(path: Path) -> Iterator[Article]:
    from pyarrow.parquet import ParquetFile

    with ParquetFile(path) as file:
        for batch in file.iter_batches(_AT_ONCE, columns=_COLUMNS, use_threads=False):
            for row in batch.to_pylist():
                yield Article(**row)
