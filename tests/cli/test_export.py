"""`sasil export` in a process of its own: formats by ending, inputs of every kind, errors in one line."""

from __future__ import annotations

import gzip
import json
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from sasil.cli import app, main
from sasil.record import Record

Tell = Callable[..., tuple[object, str]]

RECORDS = [
    Record.model_validate(
        {
            "id": name,
            "text": "나루시 착공식",
            "events": [{"name": "착공식", "date": day, "spans": [[4, 7]], "by": "t"}],
        }
    )
    for name, day in (("가", "2026-05-20"), ("나", "XXXX-XX-02"), ("다/라", "2026-06-05/2026-06-07"))
]
LINES = "".join(record.model_dump_json() + "\n" for record in RECORDS)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "records.jsonl"
    path.write_text(LINES, encoding="utf-8")
    return path


def export(*arguments: str | Path, given: str | None = None) -> Result:
    return CliRunner().invoke(app, ["export", *map(str, arguments)], input=given)


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Run the command as a user does; what comes back is the exit code and standard error."""

    def tell_(*arguments: str | Path) -> tuple[object, str]:
        monkeypatch.setattr(sys, "argv", ["sasil", "export", *map(str, arguments)])
        with pytest.raises(SystemExit) as raised:
            main()
        return raised.value.code, capsys.readouterr().err

    return tell_


def back(*inputs: Path) -> list[Record]:
    told = export(*inputs, "--to", "-", "--format", "jsonl")
    assert (told.exit_code, told.stderr) == (0, "")
    return [Record.model_validate_json(line) for line in told.stdout.splitlines()]


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("out.jsonl", None),
        ("out.ndjson", None),
        ("out.sqlite", None),
        ("out.sqlite3", None),
        ("out.DB", None),
        ("out.duckdb", None),
        ("folder", "parquet"),
        ("folder", "csv"),
        ("folder", "excel-csv"),
        ("a.txt", "sqlite"),  # what is asked for counts, not the ending
    ],
)
def test_what_is_exported_can_be_exported_again(lines: Path, tmp_path: Path, name: str, format_: str | None) -> None:
    asked = [] if format_ is None else ["--format", format_]
    told = export(lines, "--to", tmp_path / name, *asked)
    assert (told.exit_code, told.stderr, told.stdout) == (0, "", f"{tmp_path / name}: 기사 3건\n")
    assert sorted(back(tmp_path / name), key=lambda record: record.id) == RECORDS


def test_a_calendar_says_how_many_events_it_left_out(lines: Path, tmp_path: Path) -> None:
    told = export(lines, "--to", tmp_path / "events.ics")
    assert told.stdout.endswith("events.ics: 기사 3건, 행사 2건 (날짜를 다 알 수 없어 뺀 행사 1건)\n")


def test_jsonld_goes_to_a_file_and_to_standard_output(lines: Path, tmp_path: Path) -> None:
    export(lines, "--to", tmp_path / "a.jsonld")
    told = export(lines, "--to", "-", "--format", "jsonld")
    assert told.stdout == (tmp_path / "a.jsonld").read_text(encoding="utf-8")
    assert len(json.loads(told.stdout)["@graph"]) == 3


def test_records_come_from_standard_input_and_packed_files(lines: Path, tmp_path: Path) -> None:
    (tmp_path / "records.jsonl.gz").write_bytes(gzip.compress(LINES.encode()))
    assert back(tmp_path / "records.jsonl.gz") == RECORDS
    told = export("-", "--to", "-", "--format", "jsonl", given="\ufeff" + LINES + "\n\n")
    assert told.stdout == LINES


@pytest.mark.parametrize("below", ["records", "."])
def test_a_folder_of_json_lines_is_read_in_the_order_of_names(tmp_path: Path, below: str) -> None:
    folder = tmp_path / "done" / below
    folder.mkdir(parents=True)
    for number in (1, 0, 2):
        (folder / f"part-0000{number}.jsonl").write_text(RECORDS[number].model_dump_json() + "\n", encoding="utf-8")
    (tmp_path / "done" / "manifest.json").write_text("{}")
    assert back(tmp_path / "done") == RECORDS


def test_of_records_with_one_id_the_last_counts(lines: Path, tmp_path: Path) -> None:
    newer = RECORDS[0].model_copy(update={"text": "나루시 준공식"})
    other = tmp_path / "newer.jsonl"
    other.write_text(newer.model_dump_json() + "\n" + RECORDS[1].model_dump_json() + "\n", encoding="utf-8")
    assert back(lines, other) == [RECORDS[2], newer, RECORDS[1]]
    assert back(other, lines) == RECORDS
    export(lines, "--to", tmp_path / "a.duckdb")
    assert back(tmp_path / "a.duckdb", other) == [RECORDS[2], newer, RECORDS[1]]


def test_a_database_goes_on_and_replaces(lines: Path, tmp_path: Path) -> None:
    other = tmp_path / "newer.jsonl"
    other.write_text(
        json.dumps({"id": "가", "text": "새 글"}) + "\n" + json.dumps({"id": "마", "text": ""}), encoding="utf-8"
    )
    for name in ("a.sqlite", "a.duckdb"):
        export(lines, "--to", tmp_path / name)
        export(other, "--to", tmp_path / name)
        found = {record.id: record for record in back(tmp_path / name)}
        assert found == {record.id: record for record in RECORDS} | {
            "가": Record(id="가", text="새 글"),
            "마": Record(id="마", text=""),
        }


def test_a_line_that_is_no_record_is_told_and_the_others_go_on(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    wrong = [
        '{"id": "x"}',
        "[1]",
        "{",
        '{"id": "y", "text": "", "more": 1}',
        '{"id": "z", "text": "\\ud800"}',
        '{"id": "v", "text": "", "source": {"line": 9223372036854775808}}',
    ]
    path.write_text("\n".join([*wrong, RECORDS[0].model_dump_json()]), encoding="utf-8")
    told = export(path, "--to", tmp_path / "a.sqlite", "--errors", tmp_path / "errors.jsonl")
    assert told.exit_code == 1
    assert told.stdout.endswith("a.sqlite: 기사 1건\n")
    said = told.stderr.splitlines()
    assert said[0] == f"sasil: {path}:1: 레코드가 아닙니다: text: Field required"
    assert [line.split(":")[2] for line in said[:5]] == ["1", "2", "3", "4", "5"]
    assert said[5:] == ["sasil: 'v': 64비트를 넘는 수가 있습니다"]
    assert len((tmp_path / "errors.jsonl").read_text(encoding="utf-8").splitlines()) == 6


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["records.jsonl", "--to", "out"], "끝이름으로는 형식을 알 수 없습니다"),
        (["records.jsonl", "--to", "out.csv"], "끝이름으로는 형식을 알 수 없습니다"),  # a folder, and --format csv
        (["records.jsonl", "--to", "out", "--format", "xlsx"], "모르는 형식 'xlsx'"),
        (["records.jsonl", "--to", "-"], "끝이름으로는 형식을 알 수 없습니다"),
        (["records.jsonl", "--to", "-", "--format", "parquet"], "표준 출력으로는 jsonl, ics, jsonld만 쓸 수 있습니다"),
        (["none.jsonl", "--to", "a.sqlite"], "없습니다: none.jsonl"),
        (["records.jsonl"], "--to"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_written(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tell: Tell, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    code, said = tell(*arguments)
    assert (code, said.count("\n")) == (2, 1)
    assert message in said
    assert [path.name for path in tmp_path.iterdir()] == ["records.jsonl"]


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("file/a.jsonl", "쓸 수 없습니다"),
        ("file/a.sqlite", "쓸 수 없습니다"),
        ("file/a.duckdb", "쓸 수 없습니다"),
        ("folder.ics", "쓸 수 없습니다"),
        ("other.sqlite", "다른 판의 사실이나 다른 도구가"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_line(
    lines: Path, tmp_path: Path, tell: Tell, target: str, message: str
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder.ics").mkdir()
    (tmp_path / "folder.ics" / "a").write_text("")
    other = sqlite3.connect(tmp_path / "other.sqlite")
    other.execute("CREATE TABLE t (a)")
    other.close()
    code, said = tell(lines, "--to", tmp_path / target)
    assert (code, said.count("\n")) == (1, 1)
    assert said.startswith(f"sasil: {tmp_path / target}: {message}")


@pytest.mark.parametrize(
    ("module", "format_", "extra"), [("pyarrow", "parquet", "parquet"), ("duckdb", "duckdb", "duckdb")]
)
def test_what_is_not_installed_is_told_with_how_to_get_it(
    lines: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, module: str, format_: str, extra: str
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    told = export(lines, "--to", tmp_path / "out", "--format", format_)
    assert told.exit_code == 1
    assert str(told.exception) == f"{module}가 없습니다: pip install 'sasil[{extra}]'"
    assert not (tmp_path / "out").is_file()


def test_the_command_line_loads_no_library_that_it_does_not_need() -> None:
    code = "import sys, sasil.cli, sasil.sinks.export; sys.exit(any(name in sys.modules for name in ('pyarrow', 'duckdb', 'icalendar', 'spacy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
