"""`sasil extract`, `sasil normalize`, `sasil schema`: from articles, or a line of text, to facts."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sasil.cli.console import FAILED, Output, failures, print_error, writer
from sasil.cli.fetch import AllowPrivate
from sasil.errors import SasilError

if TYPE_CHECKING:
    from sasil.article import Article
    from sasil.record import Record

Inputs = Annotated[list[str], typer.Argument(help="파일, 폴더, URL, 또는 - (표준 입력)", show_default=False)]


def _published(value: str | None) -> str | None:
    from sasil.article import iso_date

    try:
        return None if value is None else iso_date(value)
    except SasilError as error:
        raise typer.BadParameter(str(error)) from None


Published = Annotated[
    str | None, typer.Option(help="발행일 (YYYY-MM-DD): 상대적인 날짜의 기준", callback=_published, show_default=False)
]


def extract(
    inputs: Inputs,
    published: Published = None,
    output: Output = None,
    errors: Annotated[Path | None, typer.Option(help="실패한 기사의 목록을 이 파일에 씁니다 (JSON Lines)")] = None,
    pretty: Annotated[bool, typer.Option("--pretty", help="사람이 읽기 좋게 들여씁니다")] = False,
    user_dict: Annotated[Path | None, typer.Option(help="사용자 사전: 낱말<탭>품사<탭>점수")] = None,
    model: Annotated[Path | None, typer.Option(help="이름 모델의 폴더 (없으면 사실의 것)")] = None,
    allow_private: AllowPrivate = False,
    explain: Annotated[bool, typer.Option("--explain", help="JSON 대신 사실마다 자리와 찾은 까닭을 적습니다")] = False,
    lang: Annotated[Literal["ko", "en"], typer.Option(help="--explain으로 까닭을 적을 말")] = "ko",
) -> None:
    """기사를 읽어 기사마다 JSON 레코드 하나를 냅니다."""
    from sasil.collector import spare_loaded
    from sasil.extraction import extract_each, load
    from sasil.sources.files import articles

    try:
        nlp = load(user_words=user_dict, model=model)
    except SasilError as error:
        raise typer.BadParameter(str(error)) from None
    spare_loaded()
    with writer(output) as out, failures(errors) as failed:
        for record in extract_each(
            _dated(articles(inputs, failed, allow_private=allow_private), published), failed, nlp=nlp
        ):
            held = "" if explain else record.model_dump_json(indent=2 if pretty else None) + "\n"
            out.write(held or _explanation(record, lang))
            out.flush()
    if failed.count:
        raise typer.Exit(FAILED)


def _explanation(record: Record, lang: Literal["ko", "en"]) -> str:
    from sasil.sinks.explanation import as_lines

    head = f"# {record.id} {record.article.title or ''}".rstrip()
    return "\n".join([head, "", *as_lines(record, lang)]) + "\n"


def _dated(articles: Iterable[Article], published: str | None) -> Iterator[Article]:
    for article in articles:
        yield article if published is None else replace(article, published_at=published)


def normalize(
    text: Annotated[
        list[str], typer.Argument(help="금액이나 때가 든 글, 글이 든 파일, 또는 - (표준 입력)", show_default=False)
    ],
    published: Published = None,
) -> None:
    """글에서 금액·수량·비율·날짜·시각·기간만 찾아 JSON Lines로 냅니다."""
    from sasil.normalization import normalize as normalized

    with writer(None) as out:
        for mention in normalized(_given(text), published):
            out.write(mention.model_dump_json() + "\n")
            if mention.type in ("DATE", "TIME") and (mention.value is None or mention.value.value is None):
                print_error(f"있을 수 없는 날짜입니다: {mention.text}")


def _given(text: list[str]) -> str:
    """Return the text of the arguments, of the one file that they name, or of standard input."""
    from sasil.readers.encoding import decode

    if text == ["-"]:
        return decode(sys.stdin.buffer.read())
    try:
        is_file = len(text) == 1 and Path(text[0]).is_file()
        # An argument arrives in the locale's encoding, and is read as a file would be.
        return decode(Path(text[0]).read_bytes() if is_file else os.fsencode(" ".join(text)))
    except OSError as error:
        raise typer.BadParameter(f"읽을 수 없습니다: {text[0]}: {error.strerror}") from None
    except ValueError:  # a NUL is in no file's name
        return " ".join(text)


def schema(output: Output = None) -> None:
    """레코드의 JSON Schema를 냅니다."""
    from sasil.record import json_schema

    with writer(output) as out:
        out.write(json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n")
