"""Articles → records on a Spark cluster: ``mapInArrow`` over what every other runner runs.

Workers need Sasil installed as the driver does; the pipeline is loaded once a Python worker, which Spark keeps from
task to task. See docs/clusters.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from sasil.batch.arrow import ERROR, RECORD, extract_arrow
from sasil.batch.extraction import MAX_CHARS
from sasil.errors import SasilError
from sasil.sinks.schema import PRECISION, SCALE, SqlType, Table, sql_type, tables

if TYPE_CHECKING:
    from pyarrow import RecordBatch
    from pyspark.sql import DataFrame

_TYPES: dict[SqlType, str] = {
    "TEXT": "string",
    "BIGINT": "bigint",
    "BOOLEAN": "boolean",
    "DECIMAL": f"decimal({PRECISION},{SCALE})",
    "DATE": "date",
}


def extract(
    articles: DataFrame,
    *,
    published: str | None = None,
    user_words: str | None = None,
    model: str | None = None,
    max_chars: int = MAX_CHARS,
) -> DataFrame:
    """Return a row for each article: its record, or the error in its place; as lazy as all in Spark.

    ``articles`` has the columns of ``sasil batch``'s Parquet, ``published`` is the date of publication (ISO 8601) of
    all, ``user_words`` and ``model`` are paths that every worker has. What comes out has the columns of ``ddl()``.
    An article that fails is a row and never a failed task. Raises SasilError where pyarrow is missing.
    """
    options: dict[str, Any] = {"user_words": user_words, "model": model, "max_chars": max_chars}
    return articles.mapInArrow(partial(_extract, published=published, **options), ddl())


def _extract(batches: Iterator[RecordBatch], **options: Any) -> Iterator[RecordBatch]:
    return extract_arrow(batches, **options)  # Spark looks at the parameters of what it is given


def table(extracted: DataFrame, name: str) -> DataFrame:
    """Return a table of the records (``mentions``, ``budgets`` …), with the columns that it has in every sink.

    Raises SasilError for a name of none.
    """
    if name not in (known := [table.name for table in tables()]):
        raise SasilError(f"모르는 표 {name!r} (있는 표: {', '.join(known)})")
    return extracted.where(f"{RECORD} IS NOT NULL").selectExpr(f"inline({name})")


def errors(extracted: DataFrame) -> DataFrame:
    """Return what has no record, with the columns ``id``, ``kind`` and ``message``, as ``sasil batch`` tells it."""
    return extracted.where(f"{ERROR} IS NOT NULL").selectExpr("id", f"{ERROR}.kind", f"{ERROR}.message")


def ddl() -> str:
    """Return the columns that come out as Spark's DDL: those of ``sasil.batch.arrow.schema``.

    >>> ddl()[:70]
    'id string, error struct<kind: string, message: string>, record string,'
    """
    head = f"id string, {ERROR} struct<kind: string, message: string>, {RECORD} string"
    return ", ".join([head, *(f"{table.name} array<struct<{_columns(table)}>>" for table in tables())])


def _columns(table: Table) -> str:
    return ", ".join(f"`{column.name}`: {_TYPES[sql_type(column)]}" for column in table.columns)
