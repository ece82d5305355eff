"""The names model on the command line: its score in KLUE's convention, a model of one's own, training."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[bytes]]

SENTENCE = "도준영 시장은 서울에서 말했다."
KLUE = "## s-1\t문장\n" + "".join(
    f"{sign}\t{tag}\n"
    for sign, tag in zip(SENTENCE, ["B-PS", "I-PS", "I-PS", *"OOOOO", "B-LC", "I-LC", *"OOOOOOO"], strict=True)
)


@pytest.fixture
def klue(tmp_path: Path) -> Path:
    path = tmp_path / "names.tsv"
    path.write_text(KLUE, encoding="utf-8")
    return path


def test_scores_as_json_alone(run: Run, klue: Path) -> None:
    done = run("evaluate", "--klue", klue, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    scores = json.loads(done.stdout)
    assert set(scores) == {"strict", "characters"}
    assert all(set(scores[measure]) == {"PS", "OG", "LC", "ALL"} for measure in scores)
    assert scores["strict"]["PS"] == {"p": 1.0, "r": 1.0, "f": 1.0, "gold": 1}
    assert scores["strict"]["OG"] == {"p": None, "r": None, "f": None, "gold": 0}
    assert scores["characters"]["ALL"]["gold"] == 5


def test_scores_as_a_table_and_a_file(run: Run, klue: Path, tmp_path: Path) -> None:
    done = run("evaluate", "--klue", klue, "--json", tmp_path / "scores.json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert "F1 strict" in done.stdout.decode()
    assert json.loads((tmp_path / "scores.json").read_text(encoding="utf-8"))["strict"]["ALL"]["f"] == 1.0


def test_a_broken_klue_file_is_named(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "names.tsv"
    path.write_text("도\tB-PS\n", encoding="utf-8")
    done = run("evaluate", "--klue", path, "--json")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith(f"sasil: {path}:1: ")


def test_gold_or_klue_is_asked_for(run: Run) -> None:
    done = run("evaluate")
    assert done.returncode == 2
    assert "--klue" in done.stderr.decode()


@pytest.mark.parametrize("command", [("extract", "-"), ("evaluate", "--klue")])
def test_a_model_that_cannot_be_used_is_named(run: Run, klue: Path, tmp_path: Path, command: tuple[str, ...]) -> None:
    ends = (klue,) if command[-1] == "--klue" else ()
    done = run(*command, *ends, "--model", tmp_path / "none", given="글".encode())
    assert (done.returncode, done.stdout) in {(1, b""), (2, b"")}
    (line,) = done.stderr.splitlines()
    assert str(tmp_path / "none").encode() in line
    assert "모델 폴더가 없습니다".encode("unicode_escape") in line


def test_a_model_of_ones_own(run: Run, tmp_path: Path) -> None:
    from sasil.tagger.shipped import folder

    done = run("extract", "-", "--model", folder(), given="도준영 시장은 서울에서 말했다.".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert [person["name"] for person in json.loads(done.stdout)["people"]] == ["도준영"]


def test_training_names_what_is_wrong(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="PyTorch is not installed: pip install 'sasil[train]'")
    config = tmp_path / "config.toml"
    config.write_text("colour = 1", encoding="utf-8")
    done = run("train", "--klue", tmp_path, "--config", config, "--output", tmp_path / "out")
    assert done.returncode == 1
    message = f"sasil: {config}: 설정을 읽을 수 없습니다: 모르는 항목: colour\n"
    assert done.stderr == message.encode("unicode_escape").replace(b"\\n", b"\n")
