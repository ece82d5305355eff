"""`sasil corpus`: the gold set, from marked texts to JSON lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from sasil.cli.console import FAILED, Failures, Output, writer

app = typer.Typer(help="정답 말뭉치를 다룹니다.", no_args_is_help=True)


@app.command("compile")
def compile_(
    folder: Annotated[Path, typer.Argument(help="표시된 글(*.md)이 있는 폴더", exists=True, file_okay=False)],
    output: Output = None,
) -> None:
    """표시된 글을 정답 JSON Lines로 바꿉니다; 틀린 표시가 하나라도 있으면 쓰지 않습니다."""
    from sasil.evaluation.gold import compile_folder, to_json

    failed = Failures()
    lines = [json.dumps(to_json(gold), ensure_ascii=False) + "\n" for gold in compile_folder(folder, failed)]
    if failed.count:
        raise typer.Exit(FAILED)
    with writer(output) as out:
        out.writelines(lines)
