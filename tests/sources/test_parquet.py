"""Parquet: columns with the names of the keys of a JSON line; a bad row is named by its number."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from sasil.article import Article
from sasil.sources.files import articles
from sasil.sources.parquet import rows

pyarrow = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def table(path: Path, row_group: int = 1000, **columns: list[object]) -> Path:
    parquet.write_table(pyarrow.table(columns), path, row_group_size=row_group)
    return path


def read_all(*inputs: Path) -> tuple[list[Article], list[str]]:
    errors: list[str] = []
    found = list(articles(map(str, inputs), lambda error: errors.append(str(error))))
    return found, errors


def test_rows_are_articles(tmp_path: Path) -> None:
    path = table(tmp_path / "a.parquet", id=["가", "나"], text=["나루시는 2일", "밝혔다."], title=["제목", None])
    found, errors = read_all(tmp_path)
    assert errors == []
    assert [(a.id, a.text, a.title, a.source.uri, a.source.line) for a in found] == [
        ("가", "나루시는 2일", "제목", str(path), 1),
        ("나", "밝혔다.", None, str(path), 2),
    ]


@pytest.mark.parametrize(
    ("value", "published"),
    [
        ("2024-05-21", "2024-05-21"),
        (date(2024, 5, 21), "2024-05-21"),
        (datetime(2024, 5, 21, 9, 30), "2024-05-21T09:30:00"),
        (None, None),
    ],
)
def test_days_may_be_text_or_dates(tmp_path: Path, value: object, published: str | None) -> None:
    path = table(tmp_path / "a.parquet", id=[7], text=["가"], published_at=[value])
    found, errors = read_all(path)
    assert ([(a.id, a.published_at) for a in found], errors) == ([("7", published)], [])


def test_a_bad_row_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    path = table(
        tmp_path / "a.parquet", id=["1", None, "3"], text=["가", "나", "다"], published_at=["2024-05-21", None, "어제"]
    )
    found, errors = read_all(path)
    assert [article.id for article in found] == ["1"]
    assert errors == [
        f"{path}:2: id가 없습니다",
        f"{path}:3: 날짜가 아닙니다 (YYYY-MM-DD 또는 ISO 8601이어야 합니다): '어제'",
    ]


def test_what_is_no_parquet_or_has_other_columns_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.parquet").write_bytes(b"PAR1 or not")
    table(tmp_path / "b.parquet", id=["1"], body=["가"])
    table(tmp_path / "c.parquet", text=["가"])
    found, [first, second, third] = read_all(tmp_path)
    assert found == []
    assert third == f"{tmp_path}/c.parquet: id 열과, text나 html 열이 있어야 합니다"
    assert first.startswith(f"{tmp_path}/a.parquet: Parquet로 읽을 수 없습니다: ")
    assert second == f"{tmp_path}/b.parquet: 모르는 열: 'body'"


@pytest.mark.parametrize("row_group", [1, 3, 64, 1000])
@pytest.mark.parametrize("first", [1, 2, 64, 65, 66, 150, 200, 201])
def test_rows_are_given_from_any_row_on(tmp_path: Path, first: int, row_group: int) -> None:
    path = table(tmp_path / "a.parquet", row_group, id=[str(n) for n in range(1, 201)], text=["가"] * 200)
    assert [row["id"] for row in rows(path, first, ["id"])] == [str(n) for n in range(first, 201)]
