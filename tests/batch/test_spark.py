"""Spark on two threads of this machine: the same records, errors as rows, the pipeline loaded once a worker."""

from __future__ import annotations

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sasil.extraction import extract as extract_one
from sasil.record import Record

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'sasil[spark]'")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("no Java on this system: sh scripts/system.sh", allow_module_level=True)
warnings.filterwarnings("ignore", module="pyspark")
pytestmark = pytest.mark.filterwarnings("ignore")

COUNT = 24
PUBLISHED = "2026-03-05"
SETTINGS = {
    "spark.driver.memory": "1g",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.execution.arrow.maxRecordsPerBatch": "4",
    "spark.sql.codegen.wholeStage": "false",  # to compile the plan takes longer than to run it
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
}


def text(number: int) -> str:
    return f"나루시는 {number + 1}일 ‘물빛다리 조성사업’에 국비 {number + 1}억5천만 원을 들인다고 밝혔다."


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[2]").appName("sasil")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


@pytest.fixture(scope="module")
def articles(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> DataFrame:
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder: Path = tmp_path_factory.mktemp("articles")
    rows = [{"id": f"{n:02}", "text": text(n), "published_at": PUBLISHED} for n in range(COUNT)]
    rows += [{"id": "빈", "text": None, "published_at": None}, {"id": "긴", "text": text(1) * 9, "published_at": None}]
    for part in range(4):
        pq.write_table(pa.Table.from_pylist(rows[part::4]), folder / f"{part}.parquet")
    return spark.read.parquet(str(folder)).repartition(4)


@pytest.fixture(scope="module")
def extracted(articles: DataFrame) -> DataFrame:
    from sasil.batch.spark import extract

    return extract(articles, max_chars=200).cache()


def test_every_article_has_the_record_that_it_has_elsewhere(extracted: DataFrame) -> None:
    found = {row.id: Record.model_validate_json(row.record) for row in extracted.where("record IS NOT NULL").collect()}
    assert sorted(found) == [f"{n:02}" for n in range(COUNT)]
    expected = extract_one(text(6), published=PUBLISHED)
    assert found["06"].mentions == expected.mentions
    assert found["06"].budgets == expected.budgets


def test_what_fails_is_a_row_and_no_failed_task(extracted: DataFrame) -> None:
    from sasil.batch.spark import errors

    assert sorted((row.id, row.kind) for row in errors(extracted).collect()) == [("긴", "length"), ("빈", "read")]


def test_facts_are_tables_to_ask_in_sql(extracted: DataFrame) -> None:
    from sasil.batch.spark import table

    table(extracted, "mentions").createOrReplaceTempView("mentions")
    [(count, total)] = extracted.sparkSession.sql(
        "SELECT count(*), sum(amount) FROM mentions WHERE type = 'MONEY'"
    ).collect()
    assert (count, int(total)) == (COUNT, sum(n * 100_000_000 + 50_000_000 for n in range(1, COUNT + 1)))


def test_the_pipeline_is_loaded_once_a_worker(articles: DataFrame) -> None:
    def loads(batches: Iterator) -> Iterator:
        import pyarrow as pa

        from sasil.batch.arrow import extract_arrow
        from sasil.batch.pipeline import pipeline

        count = sum(batch.num_rows for batch in extract_arrow(batches))
        yield pa.RecordBatch.from_pylist(
            [{"worker": os.getpid(), "loads": pipeline.cache_info().misses, "rows": count}]
        )

    told = articles.mapInArrow(loads, "worker bigint, loads bigint, rows bigint").collect()
    assert len(told) == 4
    assert {row.loads for row in told} == {1}
    assert sum(row.rows for row in told) == COUNT + 2
