"""The plan: every article in exactly one unit, found again by its place, whatever the files hold."""

from __future__ import annotations

import gzip
import json
import os
from contextlib import closing
from pathlib import Path

import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from sasil.batch.items import Item, Items
from sasil.batch.plan import Plan, changed_input, read_plan, write_plan
from sasil.batch.units import Unit
from sasil.errors import SasilError

PACKING = {"": bytes, ".gz": gzip.compress, ".zst": zstandard.ZstdCompressor().compress}
MOST = 1 << 20


def planned(folder: Path, *inputs: str, articles: int = 3, most: int = MOST) -> tuple[Plan, list[Unit]]:
    path = folder / "plan.jsonl"
    plan = write_plan(
        [str(folder / given) for given in inputs],
        folder / "out",
        path,
        articles=articles,
        max_bytes=most,
        step=lambda _: None,
    )
    return plan, list(read_plan(path))


def items(units: list[Unit], most: int = MOST) -> list[Item]:
    with closing(Items(most)) as given:
        return [item for unit in units for item in given.of(unit)]


def outcome(item: Item) -> str:
    try:
        return item.read().id
    except SasilError as error:
        return error.message


def lines(*ids: str) -> bytes:
    return "".join(json.dumps({"id": one, "text": "나루시"}) + "\n" for one in ids).encode()


def test_units_have_so_many_articles_of_any_files(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines("1", "2", "3", "4"))
    (tmp_path / "b.jsonl").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes("나루시".encode())
    (tmp_path / "d.jsonl.gz").write_bytes(gzip.compress(b"\n\n" + lines("5", "6", "7")))
    plan, units = planned(tmp_path, "a.jsonl", "b.jsonl", "c.txt", "d.jsonl.gz")
    assert (plan.articles, plan.files, plan.units, plan.repeats) == (8, 4, 3, 0)
    assert [[(Path(p.path).name, p.count, p.line) for p in unit.pieces] for unit in units] == [
        [("a.jsonl", 3, 1)],
        [("a.jsonl", 1, 4), ("b.jsonl", 0, 1), ("c.txt", 1, None), ("d.jsonl.gz", 1, 1)],
        [("d.jsonl.gz", 2, 4)],
    ]
    assert [outcome(item) for item in items(units)] == ["1", "2", "3", "4", "c.txt", "5", "6", "7"]
    assert [item.line for item in items(units)] == [1, 2, 3, 4, None, 3, 4, 5]


def test_the_id_of_an_article_before_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines("1", "2", "1"))
    (tmp_path / "b.jsonl").write_bytes(b'{"id": 2, "text": ""}\n{"id": "", "text": ""}\n{"text": ""}\nnull\n')
    plan, units = planned(tmp_path, "a.jsonl", "b.jsonl")
    assert plan.repeats == 2
    assert [unit.repeats for unit in units] == [{2: f"{tmp_path}/a.jsonl:1"}, {0: f"{tmp_path}/a.jsonl:2"}, {}]


def test_documents_of_one_name_have_their_whole_path(tmp_path: Path) -> None:
    for folder in ("가", "나"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "1.txt").write_text("나루시", encoding="utf-8")
    plan, units = planned(tmp_path, "가", "나")
    assert plan.repeats == 0
    assert [outcome(item) for item in items(units)] == ["1.txt", f"{tmp_path}/나/1.txt"]


def test_what_cannot_be_read_counts_as_an_article(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(lines(*map(str, range(9000))))[:-5])
    (tmp_path / "b.parquet").write_bytes(b"no")
    (tmp_path / "c.jsonl").write_bytes(lines("1") + b"{\n" + lines("2"))
    (tmp_path / "d.jsonl").write_bytes(lines("3", "길" * 100, "4"))
    _, units = planned(tmp_path, "b.parquet", "c.jsonl", "d.jsonl", most=200)
    assert [outcome(item) for item in items(units, 200)] == [
        "Parquet로 읽을 수 없습니다: Parquet file size is 2 bytes, smaller than the minimum file footer (8 bytes)",
        "1",
        "JSON이 아닙니다: Expecting property name enclosed in double quotes",
        "2",
        "3",
        "줄이 너무 깁니다 (0.0 MB, 한도 0.0 MB)",
        "4",
    ]
    _, units = planned(tmp_path, "a.jsonl.gz", articles=1000)
    found = [outcome(item) for item in items(units)]
    assert (found[:-1], found[-1]) == ([str(n) for n in range(9000)], "압축이 중간에 끊겼습니다")


@given(
    pieces=st.lists(
        st.sampled_from([b'{"id": "a", "text": ""}', b"", b" \t", b"{", "가".encode(), b"\xff", b"x" * 50, b"\r"]),
        max_size=30,
    ),
    end=st.sampled_from([b"", b"\n"]),
    packing=st.sampled_from(sorted(PACKING)),
    articles=st.integers(1, 7),
)
@settings(max_examples=60, deadline=None)
def test_every_line_is_in_one_unit(
    tmp_path_factory, pieces: list[bytes], end: bytes, packing: str, articles: int
) -> None:
    folder = tmp_path_factory.mktemp("plan")
    (folder / f"a.jsonl{packing}").write_bytes(PACKING[packing](b"\n".join(pieces) + end))
    plan, units = planned(folder, f"a.jsonl{packing}", articles=articles, most=40)
    expected = [number for number, piece in enumerate(pieces, 1) if piece.strip()]
    assert [item.line for item in items(units, 40)] == expected
    assert plan.articles == len(expected)
    assert all(0 < unit.count <= articles for unit in units) or not expected
    for unit in reversed(units):  # a worker may begin anywhere
        assert [item.line for item in items([unit], 40)] == expected[unit.number * articles :][: unit.count]


@pytest.mark.parametrize("row_group", [2, 100])
def test_rows_are_found_again(tmp_path: Path, row_group: int) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = pyarrow.table({"id": [str(n) for n in range(10)], "text": ["나루시"] * 10})
    parquet.write_table(table, tmp_path / "a.parquet", row_group_size=row_group)
    _, units = planned(tmp_path, "a.parquet", articles=4)
    assert [unit.count for unit in units] == [4, 4, 2]
    assert [outcome(item) for item in items(units)] == [str(n) for n in range(10)]
    assert [[outcome(item) for item in items([unit])] for unit in reversed(units)] == [
        ["8", "9"],
        ["4", "5", "6", "7"],
        ["0", "1", "2", "3"],
    ]


def _grown(path: Path) -> None:
    path.write_bytes(path.read_bytes() + lines("9"))


def _touched(path: Path) -> None:
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("change", [_grown, _touched, Path.unlink])
@pytest.mark.parametrize("name", ["a.jsonl", "b.txt", "d.jsonl"])
def test_a_changed_input_is_told_and_none_of_its_articles_is_read(tmp_path: Path, change, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(lines("1", "2", "3", "4"))
    (folder / "b.txt").write_bytes("나루시".encode())
    (folder / "d.jsonl").write_bytes(lines("5"))
    _, units = planned(tmp_path, "in")
    given, output, plan = [str(folder)], tmp_path / "out", tmp_path / "plan.jsonl"
    assert changed_input(given, output, plan) is None
    change(folder / name)
    assert changed_input(given, output, plan) is not None
    why = "파일이 없습니다" if change is Path.unlink else "계획을 세운 뒤에 바뀐 파일입니다"
    found = [(Path(item.place).name, outcome(item)) for item in items(units)]
    assert [one for one in found if one[0] == name] == [(name, why)] * {"a.jsonl": 4, "b.txt": 1, "d.jsonl": 1}[name]
    assert len([one for one in found if one[1] != why]) == 6 - {"a.jsonl": 4, "b.txt": 1, "d.jsonl": 1}[name]


@pytest.mark.parametrize("name", ["0.txt", "c.txt", "z.jsonl"])
def test_a_new_input_is_told(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.jsonl").write_bytes(b"")
    (folder / "d.txt").write_bytes(b"")
    planned(tmp_path, "in")
    (folder / name).write_bytes(b"")
    assert changed_input([str(folder)], tmp_path / "out", tmp_path / "plan.jsonl") == str(folder / name)
