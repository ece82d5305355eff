"""Parquet, CSV, SQLite and DuckDB: what is written comes back, once, whole, and exact."""

from __future__ import annotations

import csv
import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb as engine
import pyarrow.parquet as pq
import pytest
from drawn_records import HOSTILE, lists_of_records
from hypothesis import HealthCheck, given, settings

from sasil.errors import SasilError
from sasil.record import Record
from sasil.sinks import csv_files, duckdb, parquet, sqlite
from sasil.sinks.schema import tables

STORES = {"parquet": parquet, "csv": csv_files, "records.sqlite": sqlite, "records.duckdb": duckdb}


def by_id(records: list[Record]) -> list[Record]:
    return sorted(records, key=lambda record: record.id.encode("utf-8", "surrogatepass"))


def cells(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def article(name: str, text: str = "", *amounts: str, **fields: Any) -> Record:
    budgets = [{"projects": [], "currency": "KRW", "amount": amount, "spans": [], "by": "t"} for amount in amounts]
    return Record.model_validate({"id": name, "text": text, "budgets": budgets, **fields})


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[ModuleType, Path]:
    return STORES[request.param], tmp_path / request.param


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(lists_of_records())
@pytest.mark.parametrize("name", ["parquet", "csv", "records.sqlite"])
def test_records_come_back(tmp_path_factory: pytest.TempPathFactory, name: str, records: list[Record]) -> None:
    path = tmp_path_factory.mktemp("store") / name
    assert STORES[name].write(records, path) == len(records)
    assert by_id(list(STORES[name].read(path))) == by_id(records)


# A database file takes DuckDB half a second to make.
@settings(
    max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(lists_of_records())
def test_records_come_back_from_duckdb(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> None:
    path = tmp_path_factory.mktemp("store") / "records.duckdb"
    assert duckdb.write(records, path) == len(records)
    assert by_id(list(duckdb.read(path))) == by_id(records)


def test_hostile_text_comes_back_from_every_store(store: tuple[ModuleType, Path]) -> None:
    module, path = store
    records = [
        article(
            f"{number}:{text}",
            text,
            article={"title": text, "byline": None, "subtitles": [text]},
            people=[{"name": text, "title": text, "spans": [], "by": text}],
        )
        for number, text in enumerate(HOSTILE)
    ]
    module.write(records, path)
    assert by_id(list(module.read(path))) == by_id(records)


def test_nothing_comes_back_from_nothing(store: tuple[ModuleType, Path]) -> None:
    module, path = store
    assert module.write([], path) == 0
    assert list(module.read(path)) == []


def test_an_article_that_is_written_again_is_replaced_and_not_doubled(store: tuple[ModuleType, Path]) -> None:
    module, path = store
    module.write([article("가", "옛 글", "1", "2"), article("나", "남는 글", "3")], path)
    module.write([article("가", "새 글", "4")], path)
    found = {record.id: record for record in module.read(path)}
    assert found["가"] == article("가", "새 글", "4")
    # A database goes on, files are made anew.
    assert found.keys() == ({"가", "나"} if module in (sqlite, duckdb) else {"가"})


def test_a_record_that_no_table_can_hold_costs_no_other(store: tuple[ModuleType, Path]) -> None:
    module, path = store
    told: list[SasilError] = []
    assert module.write([article("가"), article("나\ud800"), article("다")], path, told.append) == 2
    assert [record.id for record in module.read(path)] == ["가", "다"]
    assert "surrogate" in str(told[0])


def test_an_error_leaves_what_was_there(store: tuple[ModuleType, Path]) -> None:
    module, path = store
    module.write([article("가")], path)
    with pytest.raises(SasilError):
        module.write([article("나"), article("\ud800")], path)
    assert [record.id for record in module.read(path)] == ["가"]
    left = [found.name for found in path.parent.rglob("*.part")]
    assert left == []


AMOUNTS = {
    "8400000000": Decimal(8_400_000_000),
    "17.3": Decimal("17.3"),
    "0.1": Decimal("0.1"),
    "9223372036854775808": Decimal(2**63),
    "123456789012345678901234567.8901234567": Decimal("123456789012345678901234567.8901234567"),
    "9" * 29: None,
}


def test_amounts_are_exact_in_parquet(tmp_path: Path) -> None:
    parquet.write([article("가", "", *AMOUNTS)], tmp_path)
    found = pq.read_table(tmp_path / "budgets.parquet")
    assert str(found.schema.field("amount").type) == "decimal128(38, 10)"
    assert found["amount"].to_pylist() == list(AMOUNTS.values())
    assert found["amount_text"].to_pylist() == list(AMOUNTS)


def test_amounts_are_exact_in_duckdb(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    duckdb.write([article("가", "", *AMOUNTS)], path)
    with engine.connect(str(path), read_only=True) as connection:
        found = connection.execute(
            "SELECT amount_text, amount, typeof(amount) FROM budgets ORDER BY position"
        ).fetchall()
        total = connection.execute("SELECT sum(amount) FROM budgets WHERE amount < 100").fetchone()
    assert {text: amount for text, amount, _ in found} == AMOUNTS
    assert found[0][2] == "DECIMAL(38,10)"
    assert total == (Decimal("17.4"),)


def test_amounts_in_sqlite_are_integers_where_they_are_whole_and_text_always(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    sqlite.write([article("가", "", *AMOUNTS)], path)
    with sqlite3.connect(path) as connection:
        found = connection.execute(
            "SELECT amount_text, amount, typeof(amount) FROM budgets ORDER BY position"
        ).fetchall()
    connection.close()
    assert [text for text, _, _ in found] == list(AMOUNTS)
    assert [(amount, kind) for _, amount, kind in found] == [(8_400_000_000, "integer"), *[(None, "null")] * 5]


def test_amounts_in_csv_are_written_out(tmp_path: Path) -> None:
    csv_files.write([article("가", "", *AMOUNTS)], tmp_path)
    rows = cells(tmp_path / "budgets.csv")
    assert [row["amount"] for row in rows] == [*list(AMOUNTS)[:5], ""]
    assert [row["amount_text"] for row in rows] == list(AMOUNTS)


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("나루시", "나루시"),
        ("'물빛' 산책로", "'물빛' 산책로"),
        ("=HYPERLINK(\"http://a\")", "'=HYPERLINK(\"http://a\")"),
        ("+82-2-123-4567", "'+82-2-123-4567"),
        ("-2억4천만 유로 투자", "'-2억4천만 유로 투자"),
        ("@나루", "'@나루"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("'=1", "''=1"),  # what would be taken away is put there once more
        ("''", "'''"),
        ("", "'"),
        (None, ""),
        ("산 = 물", "산 = 물"),
    ],
)  # fmt: skip
def test_text_that_a_spreadsheet_would_run_is_guarded(tmp_path: Path, text: str | None, cell: str) -> None:
    csv_files.write([article("가", article={"title": text})], tmp_path)
    [row] = cells(tmp_path / "articles.csv")
    assert row["title"] == cell
    [back] = csv_files.read(tmp_path)
    assert back.article.title == text


def test_excel_knows_its_csv_by_the_byte_order_mark(tmp_path: Path) -> None:
    csv_files.write([article("가")], tmp_path / "plain")
    csv_files.write([article("가")], tmp_path / "excel", excel=True)
    plain, excel = ((tmp_path / name / "articles.csv").read_bytes() for name in ("plain", "excel"))
    assert excel == b"\xef\xbb\xbf" + plain
    assert plain.startswith(b"id,title,published_at,published_day,")
    assert plain.count(b"\r\n") == 2
    assert list(csv_files.read(tmp_path / "excel")) == [article("가")]


EVENT = {"name": "착공식", "date": "2026-05-20/XXXX-XX-21", "spans": [[1, 4]], "by": "t"}


def test_days_are_days_where_the_store_has_them(tmp_path: Path) -> None:
    record = article("가", events=[EVENT])
    parquet.write([record], tmp_path)
    [row] = pq.read_table(tmp_path / "events.parquet").to_pylist()
    assert (row["date"], row["start_day"], row["end_day"]) == ("2026-05-20/XXXX-XX-21", date(2026, 5, 20), None)
    sqlite.write([record], tmp_path / "a.sqlite")
    with sqlite3.connect(tmp_path / "a.sqlite") as connection:
        assert connection.execute("SELECT start_day, date(start_day, '+1 day') FROM events").fetchall() == [
            ("2026-05-20", "2026-05-21")
        ]
    connection.close()


def test_columns_say_what_they_mean(tmp_path: Path) -> None:
    parquet.write([], tmp_path)
    assert (
        pq.read_schema(tmp_path / "budgets.parquet")
        .field("part_of")
        .metadata[b"comment"]
        .startswith(b"Position of the total")
    )
    duckdb.write([], tmp_path / "a.duckdb")
    with engine.connect(str(tmp_path / "a.duckdb")) as connection:
        said = connection.execute("SELECT comment FROM duckdb_columns() WHERE column_name = 'part_of'").fetchone()
    assert said == ("Position of the total that it is a part of.",)


BUDGETS = [
    {"projects": ["물빛 사업"], "currency": "KRW", "amount": "1", "part_of": 1, "spans": [], "by": "t"},
    {"projects": ["물빛 사업", "없는 사업"], "currency": "KRW", "amount": "1", "spans": [], "by": "t"},
]
PROJECT = {"name": "물빛 사업", "locations": ["물빛공원"], "spans": [], "by": "t"}
LINKED = Record.model_validate({"id": "가", "text": "", "projects": [PROJECT], "budgets": BUDGETS})


def test_keys_hold_the_tables_of_sqlite_together(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    sqlite.write([LINKED, article("나", "", "5")], path)
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("PRAGMA foreign_keys = ON")
    with pytest.raises(sqlite3.IntegrityError), connection:
        connection.execute("INSERT INTO quotes (article_id, position) VALUES ('없는 기사', 0)")
    with pytest.raises(sqlite3.IntegrityError), connection:
        connection.execute("INSERT INTO articles (id, text) VALUES ('가', '')")
    with connection:
        connection.execute("DELETE FROM articles WHERE id = '가'")
    counts = [connection.execute(f"SELECT count(*) FROM {table.name}").fetchone()[0] for table in tables()]
    assert sum(counts) == 2  # the other article and its budget
    connection.close()


def test_keys_hold_the_tables_of_duckdb_together(tmp_path: Path) -> None:
    path = tmp_path / "a.duckdb"
    duckdb.write([LINKED], path)
    with engine.connect(str(path)) as connection:
        with pytest.raises(engine.ConstraintException):
            connection.execute("INSERT INTO quotes (article_id, position) VALUES ('없는 기사', 0)")
        with pytest.raises(engine.ConstraintException):
            connection.execute("INSERT INTO articles (id, text) VALUES ('가', '')")
        joined = connection.execute(
            "SELECT p.name FROM budget_projects b JOIN projects p ON (p.article_id, p.position) = (b.article_id, b.project)"
        ).fetchall()
    assert joined == [("물빛 사업",)] * 2


def test_shards_of_parquet_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    parquet.write_shard([article("다")], tmp_path, "part-00001")
    parquet.write_shard([article("가"), article("나")], tmp_path, "part-00000")
    parquet.write_shard([], tmp_path, "part-00002")
    assert [record.id for record in parquet.read(tmp_path)] == ["가", "나", "다"]
    assert len(list(tmp_path.glob("*/part-00001.parquet"))) == len(tables())
    parquet.write_shard([article("라")], tmp_path, "part-00001")
    assert [record.id for record in parquet.read(tmp_path)] == ["가", "나", "라"]


def _not_ours(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (id)")
    connection.close()


def _others(path: Path) -> None:
    with engine.connect(str(path)) as connection:
        connection.execute("CREATE TABLE articles (id VARCHAR)")


@pytest.mark.parametrize(
    ("name", "make", "message"),
    [
        ("a.sqlite", lambda path: path.write_bytes(b"SQLite" * 200), "SQLite 파일이 아닙니다"),
        ("a.sqlite", _not_ours, "다른 판의 사실이나 다른 도구가 만든"),
        ("a.sqlite", lambda path: path.mkdir(), "unable to open"),
        ("a.duckdb", lambda path: path.write_bytes(b"x" * 5000), "쓰거나 읽지 못했습니다"),
        ("a.duckdb", _others, "다른 판의 사실이나 다른 도구가 만든"),
    ],
)
def test_a_file_that_is_no_such_database_is_left_alone(
    tmp_path: Path, name: str, make: Callable[[Path], None], message: str
) -> None:
    path = tmp_path / name
    make(path)
    before = path.read_bytes() if path.is_file() else None
    module = sqlite if name == "a.sqlite" else duckdb
    for act in (lambda: module.write([article("가")], path), lambda: list(module.read(path))):
        with pytest.raises(SasilError) as raised:
            act()
        assert str(raised.value).startswith(f"{path}: ")
    assert before == (path.read_bytes() if path.is_file() else None)
    with pytest.raises(SasilError, match=message):
        module.write([article("가")], path)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("quotes.csv", None, "quotes.csv: 파일이 없습니다"),
        ("quotes.csv", "a,b\r\n", "quotes.csv:1: 첫 줄이 표의 열과 다릅니다"),
        ("quotes.csv", "article_id,position,text,speaker,organization,start_char,end_char,rule\r\n가,영,,,,,,\r\n", "quotes.csv:2: 읽을 수 없는 줄입니다"),
        ("quotes.csv", "article_id,position,text,speaker,organization,start_char,end_char,rule\r\n가,0\r\n", "quotes.csv:2: 읽을 수 없는 줄입니다"),
        ("quotes.parquet", "PAR1", "quotes.parquet: Parquet 파일이 아닙니다"),
        ("quotes.parquet", None, "quotes.parquet: 파일이 없습니다"),
        ("articles.parquet", None, "articles.parquet이 없습니다"),
    ],
)  # fmt: skip
def test_a_folder_that_is_not_whole_is_told(tmp_path: Path, name: str, content: str | None, message: str) -> None:
    module = csv_files if name.endswith("csv") else parquet
    module.write([article("가", quotes=[{"text": "가", "span": [0, 1], "by": "t"}])], tmp_path)
    (tmp_path / name).unlink() if content is None else (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(SasilError) as raised:
        list(module.read(tmp_path))
    assert message in str(raised.value)


def test_the_same_id_twice_is_told_where_it_cannot_be_replaced(tmp_path: Path) -> None:
    with pytest.raises(SasilError, match="같은 id의 레코드가 두 번"):
        duckdb.write([article("가"), article("가")], tmp_path / "a.duckdb")
    sqlite.write([article("가", "옛 글"), article("가", "새 글")], tmp_path / "a.sqlite")
    assert [record.text for record in sqlite.read(tmp_path / "a.sqlite")] == ["새 글"]
