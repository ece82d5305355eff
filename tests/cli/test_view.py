"""`sasil view`: records become one page; what is none is told of with its file and line."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

from sasil.record import Record

LINE = Record(id="나루", article={"title": "나루교 착공"}, text="나루시는 2일 나루교를 착공했다.").model_dump_json()
GOLD = json.dumps({"id": "정답", "kind": "company", "origin": "checked by hand", "text": "나루시", "mentions": []})


def ids(page: str) -> list[str]:
    data = re.search(r'id="data">(.*?)</script>', page, re.DOTALL)
    assert data is not None
    return [record["id"] for record in json.loads(data[1])["records"]]


def test_records_and_gold_become_a_report(run: Any, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text(f"\ufeff{LINE}\n\n{GOLD}\n", encoding="utf-8")
    done = run("view", tmp_path / "r.jsonl", "-o", tmp_path / "r.html")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert ids((tmp_path / "r.html").read_text(encoding="utf-8")) == ["나루", "정답"]


def test_a_folder_of_batch_and_standard_input_and_output(run: Any, tmp_path: Path) -> None:
    (tmp_path / "out" / "records").mkdir(parents=True)
    (tmp_path / "out" / "errors.jsonl").write_text("{}\n", encoding="utf-8")
    (tmp_path / "out" / "records" / "2.jsonl.gz").write_bytes(gzip.compress(GOLD.encode()))
    (tmp_path / "out" / "records" / "1.jsonl").write_text(LINE, encoding="utf-8")
    done = run("view", tmp_path / "out", "-", "-o", "-", "--title", "<naru>", given=LINE.encode())
    page = done.stdout.decode("utf-8")
    assert (done.returncode, done.stderr, ids(page)) == (0, b"", ["나루", "정답", "나루"])
    assert "<title>&lt;naru&gt;</title>" in page


WRONG = {
    "{": "JSON이 아닙니다",
    "[" * 100_000: "JSON이 아닙니다",
    "3": "JSON 객체({…})가 아닙니다",
    '{"id": "a"}': "레코드가 아닙니다: text",
    '{"id": "a", "kind": "blog", "text": ""}': "id나 갈래(kind)가 없는 정답 줄",
}


def told(done: Any) -> list[str]:
    """The lines on standard error, which in this locale has no Hangul."""
    lines: list[str] = done.stderr.decode("unicode_escape").splitlines()
    return lines


def test_a_line_that_is_none_costs_no_other(run: Any, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text("\n".join([*WRONG, LINE]), encoding="utf-8")
    done = run("view", tmp_path / "none.jsonl", tmp_path / "r.jsonl", "-o", tmp_path / "r.html")
    assert done.returncode == 1
    assert ids((tmp_path / "r.html").read_text(encoding="utf-8")) == ["나루"]
    missing, *lines = told(done)
    assert missing.endswith("none.jsonl: 파일이 없습니다")
    for number, (line, message) in enumerate(zip(lines, WRONG.values(), strict=True), 1):
        assert f"r.jsonl:{number}: {message}" in line


def test_nothing_to_show_is_an_error(run: Any, tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_text("\n", encoding="utf-8")
    done = run("view", tmp_path / "r.jsonl", "-o", tmp_path / "r.html")
    assert (done.returncode, (tmp_path / "r.html").exists()) == (1, False)
    assert told(done)[0].endswith("r.jsonl: 보일 레코드가 없습니다")
