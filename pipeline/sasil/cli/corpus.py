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


Format = Annotated[str, typer.Option("--format", help="brat, doccano, label-studio, conll, conll-kiwi, klue, docbin")]


@app.command("export")
def export_(
    source: Annotated[Path, typer.Argument(help="정답이나 레코드의 JSON Lines", exists=True, dir_okay=False)],
    target: Annotated[Path, typer.Argument(help="쓸 파일 (brat은 폴더)")],
    name: Format,
) -> None:
    """정답이나 레코드를 표시 도구의 형식으로 냅니다."""
    from sasil.evaluation.files import read_any
    from sasil.sinks.exchange import export

    try:
        export(read_any(source), target, name)
    except OSError as error:
        raise typer.BadParameter(f"쓸 수 없습니다: {target}: {error.strerror}") from None


@app.command("import")
def import_(
    source: Annotated[Path, typer.Argument(help="표시 도구의 파일 (brat은 폴더)", exists=True)],
    name: Format,
    output: Output = None,
    kind: Annotated[str | None, typer.Option(help="갈래: 주면 정답 줄로, 없으면 레코드로 냅니다")] = None,
) -> None:
    """표시 도구의 파일을 레코드나 정답의 JSON Lines로 바꿉니다."""
    from sasil.evaluation.gold import KINDS, GoldArticle, to_json
    from sasil.sinks.exchange import read_back

    if kind is not None and kind not in KINDS:
        raise typer.BadParameter(f"모르는 갈래 {kind!r} (쓸 수 있는 갈래: {', '.join(KINDS)})")
    records = read_back(source, name)
    with writer(output) as out:
        for record in records:
            gold = None if kind is None else to_json(GoldArticle(kind, record, frozenset()))
            out.write((record.model_dump_json() if gold is None else json.dumps(gold, ensure_ascii=False)) + "\n")
