"""Rows of Arrow in, rows of Arrow out: what every cluster runs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import pyarrow as pa
import pytest

from sasil import extraction
from sasil.batch.arrow import extract_arrow, schema
from sasil.batch.pipeline import Settings, pipeline
from sasil.errors import SourceError
from sasil.record import Record
from sasil.sinks.schema import tables
from sasil.sinks.tables import from_tables

TEXT = "나루시는 2일 ‘물빛다리 조성사업’에 국비 12억5천만 원을 들인다고 밝혔다."


def extracted(*batches: list[dict], **options) -> list[dict]:
    given: Iterator[pa.RecordBatch] = (pa.RecordBatch.from_pylist(rows) for rows in batches)
    found = list(extract_arrow(given, **options))
    assert [batch.schema for batch in found] == [schema()] * len(batches)
    assert [batch.num_rows for batch in found] == [len(rows) for rows in batches]
    return [row for batch in found for row in batch.to_pylist()]


def test_a_row_has_the_record_as_json_and_laid_out() -> None:
    [row] = extracted([{"id": "a", "text": TEXT, "title": "첫 삽", "published_at": "2026-03-05"}])
    record = Record.model_validate_json(row["record"])
    assert (row["id"], row["error"], record.article.title) == ("a", None, "첫 삽")
    assert [mention["amount"] for mention in row["mentions"] if mention["type"] == "MONEY"] == [
        Decimal("1250000000.0000000000")
    ]
    streams = {
        table.name: [tuple(part[name] for name in table.names) for part in row[table.name]] for table in tables()
    }
    assert list(from_tables(streams)) == [record]


def test_the_table_of_words_is_made_anew_now_and_then(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp = pipeline(Settings())
    monkeypatch.setattr(extraction, "FORGET_AFTER", len(TEXT))
    batches = [[{"id": name, "text": TEXT}] for name in "abc"]
    before = nlp.vocab
    one, *others = [row["mentions"] for batch in batches for row in extracted(batch)]  # as task after task of a cluster
    assert nlp.vocab is not before
    assert [[{**held, "article_id": "a"} for held in other] for other in others] == [one, one]


PUBLISHED = [
    ("2026-03-05", {}, "2026-03-02"),
    (date(2026, 3, 5), {}, "2026-03-02"),
    (datetime(2026, 3, 5, 9, 30), {}, "2026-03-02"),
    (None, {}, "XXXX-XX-02"),
    ("2026-03-05", {"published": "2025-07-09"}, "2025-07-02"),
]


@pytest.mark.parametrize(("published_at", "options", "value"), PUBLISHED)
def test_dates_count_from_the_day_of_publication(published_at: object, options: dict, value: str) -> None:
    [row] = extracted([{"id": "a", "text": TEXT, "published_at": published_at}], **options)
    assert [mention["value"] for mention in row["mentions"] if mention["type"] == "DATE"] == [value]


BROKEN = [
    ({"id": "나", "text": None}, ("나", "read", "text와 html 가운데 하나만 있어야 합니다")),
    ({"id": None, "text": TEXT}, (None, "read", "id가 없습니다")),
    ({"id": "나", "text": TEXT, "published_at": "2026-13-01"}, ("나", "read", "날짜가 아닙니다")),
    ({"id": "나", "text": TEXT * 9}, ("나", "length", "글이 너무 깁니다")),
]


@pytest.mark.parametrize(("broken", "told"), BROKEN)
def test_what_has_no_record_has_an_error_and_costs_no_other(broken: dict, told: tuple[str | None, str, str]) -> None:
    good, bad = extracted([broken, {"id": "가", "text": TEXT}], [{"id": "다", "text": TEXT}], max_chars=100)[:2]
    assert (good["id"], good["error"], bad["record"], bad["mentions"]) == ("가", None, None, None)
    assert (bad["id"], bad["error"]["kind"]) == told[:2]
    assert told[2] in bad["error"]["message"]


def test_options_that_cannot_be_used_are_told_at_once() -> None:
    with pytest.raises(SourceError, match="날짜가 아닙니다"):
        extracted([{"id": "a", "text": TEXT}], published="2026-02-30")


def test_the_pipeline_is_loaded_once_and_no_batches_are_no_rows() -> None:
    extracted([{"id": "a", "text": TEXT}])
    assert pipeline(Settings()) is pipeline(Settings())
    assert extracted() == []


def test_a_record_in_json_is_the_contract() -> None:
    [row] = extracted([{"id": 7, "text": "나루시 🌊\r\n2일"}])
    assert json.loads(row["record"])["text"] == "나루시 🌊\r\n2일"
