"""The command line: JSON lines out, one clear line for each thing that went wrong, and an exit code that tells.

Exit codes: 0 all well, 1 some articles failed, 2 wrong usage, 130 interrupted.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from sasil.errors import SasilError

if TYPE_CHECKING:
    from sasil.article import Article

FAILED, USAGE, INTERRUPTED = 1, 2, 130

app = typer.Typer(
    name="sasil",
    help="사실: 한국어 보도자료에서 사업·예산·날짜·사람·기관을 찾아 기사마다 JSON 레코드 하나로 냅니다.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
corpus = typer.Typer(help="정답 말뭉치를 다룹니다.", no_args_is_help=True)
app.add_typer(corpus, name="corpus")

Inputs = Annotated[list[str], typer.Argument(help="파일, 폴더, 또는 - (표준 입력)", show_default=False)]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="이 파일에 씁니다 (없으면 표준 출력)")]


class Failures:
    """What went wrong, told on standard error as it happens, and kept in an error file where one is asked for."""

    def __init__(self, file: TextIO | None = None) -> None:
        self.count = 0
        self._file = file

    def __call__(self, error: SasilError) -> None:
        """Tell of one error."""
        self.count += 1
        print_error(str(error))
        if self._file is not None:
            line = {"place": error.place, "line": error.line, "message": error.message}
            self._file.write(json.dumps(line, ensure_ascii=False) + "\n")


def print_error(message: str) -> None:
    """Write one line on standard error, whatever signs the message holds."""
    line = " ".join(message.split())
    sys.stderr.buffer.write(f"sasil: {line}\n".encode("utf-8", "backslashreplace"))
    sys.stderr.flush()


@contextmanager
def _writer(path: Path | None) -> Iterator[TextIO]:
    """Give a text stream in UTF-8: a file, or standard output."""
    if path is None:
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        return
    try:
        stream = path.open("w", encoding="utf-8", newline="\n")
    except OSError as error:
        raise typer.BadParameter(f"쓸 수 없습니다: {path}: {error.strerror}") from None
    with stream:
        yield stream


@app.command()
def extract(
    inputs: Inputs,
    published: Annotated[str | None, typer.Option(help="발행일 (YYYY-MM-DD); 기사에 날짜가 없을 때의 기준일")] = None,
    output: Output = None,
    errors: Annotated[Path | None, typer.Option(help="실패한 기사의 목록을 이 파일에 씁니다 (JSON Lines)")] = None,
    pretty: Annotated[bool, typer.Option("--pretty", help="사람이 읽기 좋게 들여씁니다")] = False,
    user_dict: Annotated[Path | None, typer.Option(help="사용자 사전 (낱말<탭>품사<탭>점수)")] = None,
) -> None:
    """기사를 읽어 기사마다 JSON 레코드 하나를 냅니다."""
    from sasil.article import iso_date
    from sasil.extraction import extract_each, load
    from sasil.sources.files import articles

    try:
        date = iso_date(published) if published is not None else None
        nlp = load(user_words=user_dict)
    except SasilError as error:
        raise typer.BadParameter(str(error)) from None
    with _writer(output) as out, _errors(errors) as failures:
        for record in extract_each(_dated(articles(inputs, failures), date), failures, nlp=nlp):
            out.write(record.model_dump_json(indent=2 if pretty else None) + "\n")
            out.flush()
        failed = failures.count
    if failed:
        raise typer.Exit(FAILED)


@contextmanager
def _errors(path: Path | None) -> Iterator[Failures]:
    if path is None:
        yield Failures()
        return
    with _writer(path) as file:
        yield Failures(file)


def _dated(articles: Iterable[Article], published: str | None) -> Iterator[Article]:
    for article in articles:
        yield article if published is None else replace(article, published_at=published)


@app.command()
def schema() -> None:
    """레코드의 JSON Schema를 냅니다."""
    from sasil.record import json_schema

    _print_json(json_schema())


def _print_json(data: Any) -> None:
    with _writer(None) as out:
        out.write(json.dumps(data, ensure_ascii=False, indent=2) + "\n")


@corpus.command("compile")
def compile_(
    folder: Annotated[Path, typer.Argument(help="표시된 글(*.md)이 있는 폴더", exists=True, file_okay=False)],
    output: Output = None,
) -> None:
    """표시된 글을 정답 JSON Lines로 바꿉니다; 틀린 표시가 하나라도 있으면 쓰지 않습니다."""
    from sasil.evaluation.gold import compile_folder, to_json

    failures = Failures()
    lines = [json.dumps(to_json(gold), ensure_ascii=False) + "\n" for gold in compile_folder(folder, failures)]
    if failures.count:
        raise typer.Exit(FAILED)
    with _writer(output) as out:
        out.writelines(lines)


def main() -> None:
    """Run the command line; every error is one line, and no traceback reaches the user."""
    try:
        app()
    except SasilError as error:
        print_error(str(error))
        sys.exit(FAILED)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(FAILED)
    except KeyboardInterrupt:
        print_error("멈췄습니다")
        sys.exit(INTERRUPTED)
