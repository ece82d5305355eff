"""`sasil extract` as a user runs it: records on standard output, one line an error, and exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

import sasil

Run = Callable[..., subprocess.CompletedProcess[bytes]]

GOOD = "나루시는 2일 1,800여억 원을 쓴다고 밝혔다."


def records(result: subprocess.CompletedProcess[bytes]) -> list[dict[str, object]]:
    return [json.loads(line) for line in result.stdout.decode("utf-8").splitlines()]


def complaints(result: subprocess.CompletedProcess[bytes]) -> list[str]:
    assert b"Traceback" not in result.stderr
    # With an ASCII terminal the messages are escaped, not lost.
    return [line.encode().decode("unicode_escape") for line in result.stderr.decode("ascii").splitlines()]


def test_the_good_is_done_and_the_bad_is_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "empty").mkdir()
    lines = [
        json.dumps({"id": "1", "text": GOOD, "published_at": "2019-10-02"}),
        '{"id": "2", "text": "가", "body": "나"}',
        '{"id": "3", "text": ',
        '{"id": "4", "text": "가", "published_at": "2019-10-32"}',
        '{"id": "5", "text": "\\ud800"}',
        '{"id": "6", "text": "나루시는 3일 밝혔다.", "title": "\\ud83d\\ude00"}',
        '{"id": "7", "text": "나루시는 3일 밝혔다.", "title": "\\ud800"}',
        '{"id": "\\udc00", "text": "나루시는 3일 밝혔다."}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    result = run(
        "extract", "none.txt", "empty", "binary.txt", "a.jsonl", "good.txt", "--errors", "errors.jsonl", cwd=tmp_path
    )
    assert result.returncode == 1
    assert [record["id"] for record in records(result)] == ["1", "6", "good.txt"]
    assert [line.split(" ")[1] for line in complaints(result)] == [
        "none.txt:",
        "empty:",
        "binary.txt:",
        "a.jsonl:2:",
        "a.jsonl:3:",
        "a.jsonl:4:",
        "a.jsonl:5:",
        "a.jsonl:7:",
        "a.jsonl:8:",
    ]
    kept = [json.loads(line) for line in (tmp_path / "errors.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [(error["place"], error["line"]) for error in kept][3:] == [
        ("a.jsonl", 2),
        ("a.jsonl", 3),
        ("a.jsonl", 4),
        ("a.jsonl", 5),
        ("a.jsonl", 7),
        ("a.jsonl", 8),
    ]


def test_records_follow_the_printed_schema_and_keep_the_id(run: Run, samples: Path, tmp_path: Path) -> None:
    schema = json.loads(run("schema").stdout)
    out = tmp_path / "records.jsonl"
    result = run("extract", samples, "--output", out)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"", b"")
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    given = [json.loads(line)["id"] for line in (samples / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {record["id"] for record in found} >= {*given, "ministry-release.txt", "board-city.html"}
    for record in found:
        jsonschema.validate(record, schema)
        assert sasil.Record.model_validate(record).text == record["text"]
        assert all(record["text"][m["start"] : m["end"]] == m["text"] for m in record["mentions"])


def test_standard_input_pretty_and_a_given_date(run: Run) -> None:
    result = run("extract", "-", "--pretty", "--published", "2019-10-02", given=GOOD.encode())
    assert (result.returncode, result.stderr) == (0, b"")
    record = json.loads(result.stdout)
    assert result.stdout.startswith(b'{\n  "schema_version"')
    assert "2019-10-02" in [m["value"]["value"] for m in record["mentions"] if m["type"] == "DATE"]


def test_explained_facts_are_told_for_people(run: Run) -> None:
    result = run("extract", "-", "--explain", "--published", "2019-10-02", given=GOOD.encode())
    assert (result.returncode, result.stderr) == (0, b"")
    lines = result.stdout.decode("utf-8").splitlines()
    assert lines[0].startswith("# ")
    assert any(line.startswith("    time.") and ": " in line for line in lines)
    assert any("⟦2일⟧" in line for line in lines)


def test_facts_are_explained_in_english_where_asked(run: Run) -> None:
    result = run("extract", "-", "--explain", "--lang", "en", given=GOOD.encode())
    assert (result.returncode, result.stderr) == (0, b"")
    assert "    time.relative: a date counted from the day of publication" in result.stdout.decode("utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["extract"],
        ["extract", "-", "--published", "2019-13-40"],
        ["extract", "-", "--published", "어제"],
        ["extract", "-", "--explain", "--lang", "fr"],
        ["extract", "-", "--no-such-option"],
        ["extract", "-", "--output", "no/such/folder/records.jsonl"],
        ["extract", "-", "--user-dict", "none.tsv"],
        ["no-such-command"],
    ],
)
def test_wrong_usage_is_exit_code_2_and_no_traceback(run: Run, arguments: list[str], tmp_path: Path) -> None:
    result = run(*arguments, cwd=tmp_path)
    assert result.returncode == 2
    assert result.stderr
    complaints(result)


def test_a_reader_that_goes_away_is_no_traceback(samples: Path) -> None:
    command = f"{sys.executable} -c 'from sasil.cli import main; main()' extract {samples} | head -c 100"
    result = subprocess.run(["bash", "-c", command], capture_output=True, check=False)
    assert (len(result.stdout), result.stderr) == (100, b"")


def test_normalize_reads_a_file_and_tells_of_dates_that_cannot_be(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "글.txt"
    file.write_text("행사는 2월 30일까지 5억 원을 들여 연다.", encoding="utf-8")
    result = run("normalize", str(file), "--published", "2024-03-05")
    assert next((m["text"], (m["value"] or {}).get("value")) for m in records(result)) == ("2월 30일", None)
    assert "있을 수 없는 날짜".encode("unicode_escape") in result.stderr


def test_normalize_needs_only_a_line(run: Run) -> None:
    result = run("normalize", "3개월간 1,800여억 원", "--published", "2019-10-02")
    assert [(m["type"], m["value"]) for m in records(result)] == [
        ("DURATION", {"value": "P3M"}),
        ("MONEY", {"amount": "180000000000", "currency": "KRW", "modifier": "over"}),
    ]
