"""`sasil view`: records as a page to look at."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sasil.cli.console import FAILED, STDOUT, Failures, writer
from sasil.errors import SasilError, SourceError

if TYPE_CHECKING:
    from sasil.record import Record

_LINES = ("*.jsonl", "*.jsonl.gz", "*.jsonl.zst")


def view(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            help="레코드나 정답의 JSON Lines, sasil batch의 폴더, 또는 - (표준 입력)",
            show_default=False,
            allow_dash=True,
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="이 HTML 파일에 씁니다 (-면 표준 출력)", show_default=False)
    ],
    title: Annotated[str | None, typer.Option(help="보고서의 제목", show_default=False)] = None,
) -> None:
    """레코드를 글과 함께 보는 한 쪽짜리 보고서로 만듭니다."""
    from sasil.view.report import report

    failed = Failures()
    records = list(_records(inputs, failed))
    if not records:
        raise SourceError("보일 레코드가 없습니다", place=str(inputs[0]))
    with writer(None if output == STDOUT else output) as out:
        out.write(report(records, title or _title(inputs, records)))
    if failed.count:
        raise typer.Exit(FAILED)


def _title(inputs: list[Path], records: list[Record]) -> str:
    if len(records) == 1 and records[0].article.title:
        return f"{records[0].article.title} · 사실"
    return "사실" if inputs[0] == STDOUT else f"{inputs[0].stem} · 사실"


def _records(inputs: Iterable[Path], failed: Callable[[SasilError], None]) -> Iterator[Record]:
    """Give the records of the files; a line that holds none is told of, and the others go on."""
    from sasil.sources.packed import TROUBLES, opened, unreadable

    for path in _files(inputs):
        try:
            with nullcontext(sys.stdin.buffer) if path == STDOUT else opened(path) as lines:
                yield from _lines(lines, str(path), failed)
        except TROUBLES as error:
            failed(SourceError(unreadable(error), place=str(path)))


def _files(inputs: Iterable[Path]) -> Iterator[Path]:
    """Give the files that the inputs are: of a folder its JSON lines, of one of `sasil batch` those of its records."""
    for path in inputs:
        if not path.is_dir():
            yield path
            continue
        folder = path / "records" if (path / "records").is_dir() else path
        yield from sorted(
            found for pattern in ("*.jsonl", "*.jsonl.gz", "*.jsonl.zst") for found in folder.glob(pattern)
        )


def _lines(file: Iterable[bytes], place: str, failed: Callable[[SasilError], None]) -> Iterator[Record]:
    for number, line in enumerate(file, 1):
        if line.strip():
            try:
                yield _record(line)
            except SasilError as error:
                failed(error.at(place, number))


def _record(line: bytes) -> Record:
    """Return the record of a line, which may be a gold article as well; raise SasilError where it is neither."""
    from pydantic import ValidationError

    from sasil.evaluation.gold import from_json
    from sasil.record import Record

    try:
        data = json.loads(line.decode("utf-8-sig"))
        if not isinstance(data, dict):
            raise SourceError("JSON 객체({…})가 아닙니다")
        return from_json(data).record if "kind" in data else Record.model_validate(data)
    except ValidationError as error:
        detail = error.errors()[0]
        raise SourceError(f"레코드가 아닙니다: {'.'.join(map(str, detail['loc']))}: {detail['msg']}") from None
    except (ValueError, RecursionError):
        raise SourceError("JSON이 아닙니다") from None
