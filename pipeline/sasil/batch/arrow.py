"""Rows of articles → rows of records, in Arrow: what Spark, Ray, Dask and others that hand out tables can run.

A row comes out for each that goes in: with the record, as JSON and laid out in the columns of the tables that every
sink with tables has, or with an error in its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sasil.article import Article, iso_date
from sasil.batch.extraction import MAX_CHARS, Batch, Failure, extract_batches
from sasil.batch.pipeline import Settings, pipeline
from sasil.errors import SasilError
from sasil.record import Record
from sasil.sinks.parquet import arrow_schema
from sasil.sinks.schema import tables
from sasil.sinks.tables import rows
from sasil.sources.parquet import article_of_row

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

RECORD = "record"
ERROR = "error"

_Cells = dict[str, Any]


@cache
def schema() -> Schema:
    """Return the columns that come out.

    ``id``; ``error``, a struct of ``kind`` and ``message``, null where there is a record; ``record``, its JSON; and for
    each table of a record its rows, a list of structs, null where there is none. Raises SasilError where pyarrow is
    missing.

    >>> schema().names[:5]
    ['id', 'error', 'record', 'articles', 'mentions']
    """
    named = {table.name: arrow_schema(table) for table in tables()}
    import pyarrow as pa

    laid_out = [pa.field(name, pa.list_(pa.struct(list(columns)))) for name, columns in named.items()]
    error = pa.struct([pa.field("kind", pa.string()), pa.field("message", pa.string())])
    return pa.schema([pa.field("id", pa.string()), pa.field(ERROR, error), pa.field(RECORD, pa.string()), *laid_out])


def extract_arrow(
    batches: Iterable[RecordBatch],
    *,
    published: str | None = None,
    user_words: str | None = None,
    model: str | None = None,
    max_chars: int = MAX_CHARS,
) -> Iterator[RecordBatch]:
    """Give for each batch of articles what became of them, failures behind records; the columns are ``schema()``.

    A row of articles has the columns of ``sasil batch``'s Parquet: ``id``, ``text`` or ``html``, ``title``,
    ``published_at``, ``url`` … ``published`` is the date of publication (ISO 8601) of all, where one is given; the
    other options are those of ``sasil.load`` and ``extract_batches``. The pipeline is loaded once a process. No row
    raises; SourceError and ModelError are raised for options that cannot be used.
    """
    date = None if published is None else iso_date(published)
    nlp = pipeline(Settings(user_words, model))
    unread: list[Failure] = []
    for batch in extract_batches(_read(batches, date, unread), nlp=nlp, max_chars=max_chars):
        yield _laid_out(batch, unread)
        unread.clear()


def _read(batches: Iterable[RecordBatch], published: str | None, unread: list[Failure]) -> Iterator[Sequence[Article]]:
    for batch in batches:
        articles: list[Article] = []
        for row in batch.to_pylist():
            try:
                article = article_of_row(row, "", 0)
            except Exception as error:  # one row's surprise must not cost the others
                unread.append(_unread(row, error))
                continue
            source = replace(article.source, uri=None, line=None)  # rows of a cluster have no place that lasts
            articles.append(replace(article, source=source, published_at=published or article.published_at))
        yield articles


def _unread(row: _Cells, error: Exception) -> Failure:
    name = None if row.get("id") is None else str(row["id"])
    told = error.message if isinstance(error, SasilError) else f"읽지 못했습니다 ({type(error).__name__}: {error})"
    return Failure(name, None, None, "read", told)


def _laid_out(batch: Batch, unread: Iterable[Failure]) -> RecordBatch:
    import pyarrow as pa

    told = [_cells(record) for record in batch.records]
    told += [_failed(failure) for failure in (*batch.failures, *unread)]
    return pa.RecordBatch.from_pylist(told, schema=schema())


def _cells(record: Record) -> _Cells:
    try:
        laid_out = rows(record)
    except SasilError as error:
        return _failed(Failure(record.id, None, None, "pipeline", error.message))
    cells: _Cells = {"id": record.id, RECORD: record.model_dump_json()}
    for table in tables():
        cells[table.name] = [dict(zip(table.names, row, strict=True)) for row in laid_out[table.name]]
    return cells


def _failed(failure: Failure) -> _Cells:
    return {"id": failure.id, ERROR: {"kind": failure.kind, "message": failure.message}}
