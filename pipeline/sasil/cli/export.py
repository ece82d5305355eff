"""`sasil export`: records into Parquet, CSV, a database, a calendar or JSON-LD."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from sasil.cli.console import FAILED, STDOUT, failures
from sasil.errors import SasilError

if TYPE_CHECKING:
    from sasil.sinks.records import Input

_STREAMED = ("jsonl", "ics", "jsonld")
"""The formats of one text file: they can go to standard output."""

Format = Annotated[
    str | None,
    typer.Option("--format", help="jsonl, parquet, csv, excel-csv, sqlite, duckdb, ics, jsonld", show_default=False),
]


def export(
    inputs: Annotated[
        list[str],
        typer.Argument(
            help="레코드의 JSON Lines, sasil batch의 폴더, 내보냈던 것, 또는 - (표준 입력)", show_default=False
        ),
    ],
    to: Annotated[Path, typer.Option("--to", help="쓸 파일 (parquet과 csv는 폴더), 또는 - (표준 출력)")],
    name: Format = None,
    errors: Annotated[Path | None, typer.Option(help="실패한 레코드의 목록을 이 파일에 씁니다 (JSON Lines)")] = None,
) -> None:
    """레코드를 표·데이터베이스·달력·JSON-LD로 내보냅니다."""
    from sasil.sinks.export import export
    from sasil.sinks.records import unique

    format_ = _format(to, name)
    with failures(errors) as failed, _opened(inputs) as found, _target(to) as path:
        told = export(unique(found, failed), path, format_, failed)
        if to != STDOUT:
            typer.echo(f"{to}: {told}")
    if failed.count:
        raise typer.Exit(FAILED)


def _format(to: Path, name: str | None) -> str:
    from sasil.sinks.export import FORMATS, format_of

    try:
        found = name or format_of(to)
    except SasilError as error:
        raise typer.BadParameter(str(error)) from None
    if found not in FORMATS:
        raise typer.BadParameter(f"모르는 형식 {found!r} (쓸 수 있는 형식: {', '.join(FORMATS)})")
    if to == STDOUT and found not in _STREAMED:
        raise typer.BadParameter(f"표준 출력으로는 {', '.join(_STREAMED)}만 쓸 수 있습니다")
    return found


@contextmanager
def _opened(inputs: Sequence[str]) -> Iterator[list[Input]]:
    """Give the inputs; standard input is kept in a file for the while, for inputs are read twice."""
    from sasil.sinks.records import Input

    if missing := [name for name in inputs if name != "-" and not Path(name).exists()]:
        raise typer.BadParameter(f"없습니다: {missing[0]}")
    with TemporaryDirectory() as folder:
        kept = Path(folder) / "stdin.jsonl"
        if "-" in inputs:
            with kept.open("wb") as file:
                shutil.copyfileobj(sys.stdin.buffer, file)
        yield [Input(kept if name == "-" else Path(name), name) for name in dict.fromkeys(inputs)]


@contextmanager
def _target(to: Path) -> Iterator[Path]:
    """Give the path to write to; what is for standard output is copied there when it is whole."""
    if to != STDOUT:
        yield to
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "stdout"
        yield path
        with path.open("rb") as file:
            shutil.copyfileobj(file, sys.stdout.buffer)
