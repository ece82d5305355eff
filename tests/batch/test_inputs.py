"""Which files inputs stand for: each once, in one order, and never the output itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.batch.inputs import found
from sasil.errors import SourceError


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "가/2.txt",
        "가/10.txt",
        "가/나/a.jsonl.gz",
        "가/그림.png",
        "다/a.parquet",
        "다/2.txt",
        "라.md",
        "출력/records/part-00000.jsonl",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("글", encoding="utf-8")


ALL = ["가/10.txt", "가/2.txt", "가/나/a.jsonl.gz", "다/2.txt", "다/a.parquet"]


@pytest.mark.parametrize(
    ("inputs", "paths"),
    [
        (["가"], ["가/10.txt", "가/2.txt", "가/나/a.jsonl.gz"]),
        (["다", "가"], ["다/2.txt", "다/a.parquet", "가/10.txt", "가/2.txt", "가/나/a.jsonl.gz"]),
        (["."], ALL),
        (["*/2.txt"], ["가/2.txt", "다/2.txt"]),
        (["**/*.gz"], ["가/나/a.jsonl.gz"]),
        (["[가다]"], ALL),
        (["라.md"], ["라.md"]),
        (["가/그림.png"], ["가/그림.png"]),
        # each once
        (["가", "가/나", "가/2.txt", "./가"], ["가/10.txt", "가/2.txt", "가/나/a.jsonl.gz"]),
        (["가/2.txt", "가"], ["가/10.txt", "가/2.txt", "가/나/a.jsonl.gz"]),
        (["라.md", "라.md", "./라.md"], ["라.md"]),
        (["가/그림.png", "가"], ["가/그림.png", "가/10.txt", "가/2.txt", "가/나/a.jsonl.gz"]),
    ],
)
def test_inputs_stand_for_files(inputs: list[str], paths: list[str]) -> None:
    assert [file.path for file in found(inputs, Path("출력"))] == paths


def test_a_name_is_the_path_below_the_folder(tmp_path: Path) -> None:
    assert [file.name for file in found(["가", "라.md"], Path("출력"))] == ["10.txt", "2.txt", "나/a.jsonl.gz", "라.md"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("없음.txt", "없음.txt: 파일이 없습니다"),
        ("*.hwp", "*.hwp: 파일이 없습니다"),
        ("-", "-: 파일과 폴더만 받습니다"),
        ("https://naru.example/1", "https://naru.example/1: 파일과 폴더만 받습니다"),
        ("출력", "출력: 폴더에 기사가 없습니다"),
    ],
)
def test_what_is_not_there_is_refused(given: str, message: str) -> None:
    with pytest.raises(SourceError) as caught:
        list(found([given], Path("출력")))
    assert str(caught.value).startswith(message)


def test_a_link_that_leads_nowhere_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "가" / "3.txt").symlink_to("없음.txt")
    (tmp_path / "가" / "돌아옴").symlink_to(tmp_path)
    assert [file.path for file in found(["가"], Path("출력"))] == ["가/10.txt", "가/2.txt", "가/나/a.jsonl.gz"]
