"""`sasil corpus` and `sasil evaluate` as a user runs them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]
ROOT = Path(__file__).parent.parent.parent
GOLD = ROOT / "corpus" / "gold"


def complaint(result: subprocess.CompletedProcess[bytes]) -> str:
    assert b"Traceback" not in result.stderr
    return result.stderr.decode("ascii").encode().decode("unicode_escape")


def test_marked_files_are_compiled_exported_and_imported(run: Run, tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    assert run("corpus", "compile", ROOT / "tests" / "articles", "-o", gold).returncode == 0
    lines = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    assert len(lines) == 8
    for name in ("brat", "doccano"):
        assert run("corpus", "export", gold, tmp_path / name, "--format", name).stderr == b""
        back = run("corpus", "import", tmp_path / name, "--format", name, "--kind", "company")
        found = {line["id"]: line for line in map(json.loads, back.stdout.decode("utf-8").splitlines())}
        for line in lines:
            bare = [{key: held for key, held in m.items() if key != "optional"} for m in line["mentions"]]
            assert (found[line["id"]]["text"], found[line["id"]]["mentions"]) == (line["text"], bare)


def test_a_wrong_mark_is_named_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('+++\nid = "a"\nkind = "company"\n+++\n⟦나루콘|ORK⟧\n+++\n', encoding="utf-8")
    result = run("corpus", "compile", tmp_path, "-o", tmp_path / "out.jsonl")
    assert result.returncode == 1
    assert f"{tmp_path}/a.md:5: " in complaint(result)
    assert not (tmp_path / "out.jsonl").exists()


def test_records_are_scored_compared_and_reported(run: Run, tmp_path: Path) -> None:
    worse = tmp_path / "worse.jsonl"
    lines = [json.loads(line) for line in (GOLD / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
    worse.write_text(
        "".join(json.dumps(line | {"mentions": line["mentions"][::2]}) + "\n" for line in lines), encoding="utf-8"
    )
    result = run(
        *("evaluate", "--gold", GOLD, "--records", GOLD / "dev.jsonl", "--compare", worse),
        *("--json", tmp_path / "scores.json", "--html", tmp_path / "report.html"),
    )
    assert (result.returncode, result.stderr) == (0, b"")
    scores = json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))
    found = (scores["documents"], scores["scores"]["spans.strict.ALL"]["f"], scores["scores"]["budgets"]["f"])
    assert found == (len(lines), 1, 1)
    assert scores["compared"]["spans.strict.ALL"]["delta"] > 0.3
    assert scores["compared"]["spans.strict.ALL"]["p"] == 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["evaluate", "--gold", GOLD / "test.jsonl"], "--split test"),
        (["evaluate", "--gold", GOLD, "--split", "train"], "정답 파일이 없습니다"),
        (["corpus", "export", GOLD / "dev.jsonl", "out", "--format", "xml"], "모르는 형식 'xml'"),
        (["corpus", "import", GOLD / "dev.jsonl", "--format", "klue", "--kind", "blog"], "모르는 갈래 'blog'"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, tmp_path: Path, arguments: list[str | Path], message: str) -> None:
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode in {1, 2}
    assert message in complaint(result)
    assert complaint(result).count("\n") == 1
