"""A batch from inputs to manifest, with real workers: nothing lost, nothing twice, the bad named, the stuck set aside."""

from __future__ import annotations

import gzip
import json
import os
import resource
import signal
import threading
import time
from multiprocessing import active_children
from pathlib import Path

import jsonschema
import pytest
import zstandard

from sasil.batch import seat
from sasil.batch.identity import Options
from sasil.batch.job import RefusedError
from sasil.batch.seat import StuckError
from sasil.cli.batch import TERMINATED, _done
from sasil.errors import SasilError, SourceError
from sasil.record import Record, json_schema

from .conftest import LONG, busy_workers, jsonl, line, text


def ids(first: int, last: int) -> list[str]:
    return [f"n{number}" for number in range(first, last)]


def articles(first: int, last: int) -> list[str]:
    return [line(f"n{number}", text(number)) for number in range(first, last)]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """All kinds of inputs: eleven articles that are well, and one of each that is not."""
    folder = tmp_path / "in"
    (folder / "아래").mkdir(parents=True)
    (folder / "a.jsonl.gz").write_bytes(gzip.compress("\n".join(articles(0, 3)).encode()))
    (folder / "b.jsonl.zst").write_bytes(zstandard.ZstdCompressor().compress("\n".join(articles(3, 6)).encode()))
    (folder / "c.html").write_text(f"<html><body><p>{text(6, 3)}</p></body></html>", encoding="utf-8")
    (folder / "d.txt").write_bytes(text(7).encode("cp949"))
    (folder / "빈 글.txt").write_bytes(b"")
    (folder / "아래" / "d.txt").write_text(text(8), encoding="utf-8")
    jsonl(
        folder / "z.jsonl",
        line("n1", "나루시는 같은 id의 다른 글을 2일 냈다."),
        line("긴 글", text(9) * 30),
        '{"id": "열쇠", "body": "가"}',
        line("짝", "\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace")),
        '{"id": "짝이 없는 글자", "text": "\\ud800"}',
        '{"id": "짝이 없는 제목", "text": "나루시", "title": "\\ud800"}',
    )
    (folder / "깨진.pdf").write_bytes(b"%PDF-1.7 \x00")
    return folder


def test_all_kinds_of_inputs(batch, mixed: Path) -> None:
    outcome = batch(mixed, shard=4, max_chars=10_000)
    assert outcome.ids == [*ids(0, 6), "c.html", "d.txt", "빈 글.txt", "아래/d.txt", "짝"] or sorted(
        outcome.ids
    ) == sorted([*ids(0, 6), "c.html", "d.txt", "빈 글.txt", "아래/d.txt", "짝"])
    schema = json_schema()
    for record in outcome.records:
        jsonschema.validate(record, schema)
        assert Record.model_validate(record).text == record["text"]
    assert {record["id"]: record["text"] for record in outcome.records}["n3"] == text(3)
    z, pdf = f"{mixed}/z.jsonl", f"{mixed}/깨진.pdf"
    told = {(error["id"], error["place"], error["line"], error["kind"]): error["message"] for error in outcome.errors}
    assert set(told) == {
        ("n1", z, 1, "id"),
        ("긴 글", z, 2, "length"),
        ("열쇠", z, 3, "read"),
        ("짝이 없는 글자", z, 5, "read"),
        ("짝이 없는 제목", z, 6, "read"),
        ("깨진.pdf", pdf, None, "read"),
    }
    assert told["n1", z, 1, "id"] == f"앞의 기사와 id가 같습니다: {mixed}/a.jsonl.gz:2"
    manifest = outcome.manifest
    assert manifest["state"] == "complete"
    assert manifest["counts"]["articles"] == manifest["plan"]["articles"] == 17
    assert manifest["counts"]["failures"] == {"id": 1, "length": 1, "read": 4}
    assert sum(shard["records"] for shard in manifest["shards"]) == len(outcome.records) == 11
    assert outcome.listener.steps[-1].articles == 17


def test_a_rerun_does_nothing_and_another_job_is_refused(batch, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *articles(0, 5))
    before = batch(path, shard=2)
    again = batch(path, shard=2)
    assert again.listener.done_before == 5
    assert again.listener.steps == []
    assert again.manifest["shards"] == before.manifest["shards"]
    with pytest.raises(RefusedError, match=r"앞의 작업과 다릅니다 \(--max-chars: 150000 → 5\)"):
        batch(path, shard=2, max_chars=5)
    with pytest.raises(RefusedError, match=r"\(inputs: .*a.jsonl → .*a.jsonl .*b.jsonl\)"):
        batch(path, jsonl(tmp_path / "b.jsonl", *articles(5, 6)), shard=2)
    jsonl(path, *articles(0, 6))
    with pytest.raises(RefusedError, match=r"앞의 작업 뒤에 입력이 바뀌었습니다 \(.*a.jsonl\)"):
        batch(path, shard=2)
    assert again.ids == ids(0, 5)
    assert batch(path, shard=2, restart=True).ids == ids(0, 6)
    (before.folder / "records" / "part-00001.jsonl").unlink()
    assert batch(path, shard=2).ids == ids(0, 6)
    (before.folder / ".sasil" / "job.json").write_text("{", encoding="utf-8")
    with pytest.raises(RefusedError, match="기록이 깨졌습니다: --restart"):
        batch(path, shard=2)


def test_inputs_without_articles_are_refused(batch, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="없음: 파일이 없습니다"):
        batch(tmp_path / "없음")
    assert not (tmp_path / "out").exists()
    with pytest.raises(SourceError, match="기사가 없습니다"):
        batch(jsonl(tmp_path / "a.jsonl"))


def test_an_article_that_takes_too_long_is_set_aside(batch, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *articles(0, 2), line("긴 글", LONG), *articles(2, 4))
    outcome = batch(path, workers=1, timeout=4, max_chars=10**8)
    assert outcome.ids == ids(0, 4)
    assert outcome.errors == [
        {"id": "긴 글", "place": str(path), "line": 3, "kind": "time", "message": "4초 안에 끝나지 않았습니다"}
    ]
    assert outcome.manifest["last_run"]["replaced"] == 1


def test_an_article_on_which_workers_die_is_set_aside(batch, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *articles(0, 2), line("긴 글", LONG), *articles(2, 4))

    def kill(_: object) -> None:
        for pid in busy_workers(1.0):
            os.kill(pid, signal.SIGSEGV)

    outcome = batch(path, workers=1, max_chars=10**8, on_step=kill)
    assert outcome.ids == ids(0, 4)
    [error] = outcome.errors
    assert (error["id"], error["line"], error["kind"]) == ("긴 글", 3, "crash")
    assert error["message"] == "처리하던 프로세스가 3번 죽었습니다 (SIGSEGV)"
    assert outcome.manifest["last_run"]["replaced"] == 3


def test_workers_that_are_killed_cost_no_article(batch, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *articles(0, 40))
    killed: set[int] = set()

    def kill(_: object) -> None:
        for pid in busy_workers(0.4):
            if len(killed) < 4:
                killed.add(pid)
                os.kill(pid, signal.SIGKILL)

    outcome = batch(path, shard=7, on_step=kill)
    assert (outcome.ids, outcome.errors) == (ids(0, 40), [])
    assert outcome.manifest["last_run"]["replaced"] == len(killed)


def test_a_worker_makes_room_for_a_new_one_after_so_much_work(
    batch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(seat, "RENEW_AFTER", 1000)
    seen: set[int | None] = set()
    path = jsonl(tmp_path / "a.jsonl", *articles(0, 18))
    outcome = batch(path, shard=3, workers=1, on_step=lambda _: seen.update(child.pid for child in active_children()))
    assert (outcome.ids, outcome.manifest["last_run"]["replaced"]) == (ids(0, 18), 0)
    assert len(seen) >= 3


def test_a_stop_is_clean_and_gone_on_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = jsonl(tmp_path / "a.jsonl", *articles(0, 6), line("긴 글", LONG), *articles(6, 9))
    folder = tmp_path / "out"

    def stop() -> None:
        while not (folder / ".sasil" / "done" / "part-00000.json").exists():
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=stop, daemon=True).start()
    options = Options(shard=3, timeout=3000, max_chars=10**8)
    assert _done([str(path)], folder, options, 1, restart=False) == TERMINATED
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("sasil: 멈췄습니다 (10건 가운데 ")
    assert last.endswith("건을 마쳤고, 같은 명령을 다시 실행하면 나머지를 이어 합니다)")
    assert active_children() == []
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["state"] == "stopped"
    assert 3 <= manifest["counts"]["articles"] <= 6
    assert not (folder / ".sasil" / "scratch").exists()


def test_a_full_disk_ends_the_run_with_what_to_do(batch, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *articles(0, 6))

    def fill(_: object) -> None:
        for child in active_children():
            resource.prlimit(child.pid, resource.RLIMIT_FSIZE, (10_000, 10_000))

    with pytest.raises(StuckError, match=r"파일이 너무 큽니다: .*out"):
        batch(path, shard=3, on_step=fill)
    assert active_children() == []
    assert batch(path, shard=3).ids == ids(0, 6)


def test_a_date_of_publication_and_other_files_go_with_the_articles(batch, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("나루시는 2일 물빛다리를 열었다고 밝혔다.", encoding="utf-8")
    [record] = batch(tmp_path / "a.txt", published="2026-03-05").records
    assert record["article"]["published_at"] == "2026-03-05"
    assert "2026-03-02" in [mention["value"]["value"] for mention in record["mentions"] if mention["type"] == "DATE"]
    with pytest.raises(SasilError, match=r"없음\.tsv"):
        batch(tmp_path / "a.txt", user_dict=str(tmp_path / "없음.tsv"), restart=True)


def test_parquet_in_and_out(batch, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    from sasil.sinks.parquet import read

    path = tmp_path / "a.parquet"
    table = pyarrow.table({"id": ids(0, 7), "text": [text(number) for number in range(7)], "title": [None] * 7})
    parquet.write_table(table, path)
    outcome = batch(path, shard=3, format="parquet")
    records = list(read(outcome.folder))
    assert [(record.id, record.text, record.source.line) for record in records] == [
        (f"n{number}", text(number), number + 1) for number in range(7)
    ]
    assert {path.name for path in (outcome.folder / "mentions").iterdir()} == {
        f"part-0000{n}.parquet" for n in range(3)
    }
    assert outcome.manifest["counts"]["records"] == 7
