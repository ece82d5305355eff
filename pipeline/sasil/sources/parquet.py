"""Rows of Parquet files → Articles: columns with the names of the keys of an article's JSON line."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sasil.article import Article
from sasil.errors import SasilError, SourceError
from sasil.sources.jsonl import KNOWN_KEYS, article_of

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_AT_ONCE = 64
"""Rows taken out at a time; a row group may hold a million."""


def read_rows(path: Path, uri: str, on_error: Callable[[SasilError], None]) -> Iterator[Article]:
    """Give the article of each row; one that is none is told to ``on_error`` with its number, and the rest go on.

    Raises SourceError where the file is not Parquet, or has columns that no article has.
    """
    for number, row in enumerate(rows(path), 1):
        try:
            yield article_of_row(row, uri, number)
        except SasilError as error:
            on_error(error.at(uri, number))


def article_of_row(row: dict[str, Any], uri: str, number: int) -> Article:
    """Return the article of a row; its number stands in ``source.line``. Raises SourceError where it is none."""
    data = {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
    article = article_of({name: value for name, value in data.items() if value is not None})
    return replace(article, source=replace(article.source, uri=uri, line=number))


def rows(path: Path, first: int = 1, columns: Sequence[str] | None = None) -> Generator[dict[str, Any]]:
    """Give the rows of a file from a row on (from 1), of all columns or of some; row groups before it are passed over.

    Raises SourceError where the file is not Parquet, or has columns that no article has.
    """
    with _opened(path) as file:
        passed, group = 0, 0
        while group < file.num_row_groups and passed + file.metadata.row_group(group).num_rows < first:
            passed += file.metadata.row_group(group).num_rows
            group += 1
        groups = range(group, file.num_row_groups)
        for batch in file.iter_batches(_AT_ONCE, row_groups=groups, columns=columns, use_threads=False):
            if passed + batch.num_rows >= first:
                yield from batch.slice(max(first - passed - 1, 0)).to_pylist()
            passed += batch.num_rows


def bytes_of_row(path: Path) -> int:
    """Return how many bytes a row has on average, unpacked; raises SourceError as ``rows`` does."""
    with _opened(path) as file:
        groups = range(file.num_row_groups)
        return int(
            sum(file.metadata.row_group(group).total_byte_size for group in groups) // max(file.metadata.num_rows, 1)
        )


@contextmanager
def _opened(path: Path) -> Iterator[ParquetFile]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError:
        raise SourceError("Parquet를 읽으려면 pyarrow가 있어야 합니다: pip install 'sasil[parquet]'") from None
    try:
        with ParquetFile(path, pre_buffer=False, buffer_size=1 << 18) as file:
            names = set(file.schema_arrow.names)
            if unknown := sorted(names - KNOWN_KEYS):
                raise SourceError(f"모르는 열: {', '.join(map(repr, unknown))}", place=str(path))
            if "id" not in names or not names & {"text", "html"}:
                raise SourceError("id 열과, text나 html 열이 있어야 합니다", place=str(path))
            yield file
    except (ArrowException, OSError) as error:
        told = getattr(error, "strerror", None) or " ".join(str(error).split())
        raise SourceError(f"Parquet로 읽을 수 없습니다: {told}", place=str(path)) from None
