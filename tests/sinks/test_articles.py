"""An article as a JSON line, and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.article import Article, Attachment, Cell, Embargo, Notice, Source, Table, nfc
from sasil.errors import SasilError
from sasil.sinks.articles import to_json
from sasil.sources.jsonl import read_lines

WHOLE = Article(
    id="https://naru.example/1",
    text="나루교 착공\n\n구분 | 예산\n나루교 | 12억 원",
    title="나루교 착공",
    published_at="2026-05-20T09:00:00+09:00",
    outlet="나루시",
    byline="오보람 기자",
    url="https://naru.example/2",
    source=Source(uri="https://naru.example/1", format="html", sha256="ab"),
    kind="보도자료",
    subtitles=("320m 다리",),
    embargo=Embargo("2026. 5. 20.(수) 09:00", "2026-05-20T09:00"),
    tables=(Table((Cell("구분", 0, 0), Cell("예산", 0, 1), Cell("나루교", 1, 0, row_span=2)), 8, 27),),
    contacts=(("교량과", "과장", "진나리"),),
    captions=("나루교 조감도",),
    boilerplate=("공공누리 제1유형",),
    attachments=(Attachment("https://naru.example/a.hwpx", "착공.hwpx"), Attachment("/b")),
    notices=(Notice("wrong-suffix", "이름이 다릅니다", (0, 3)), Notice("a", "b")),
)


def back(line: str) -> Article:
    def fail(error: SasilError) -> None:
        raise error

    return next(read_lines([line.encode()], "a.jsonl", fail))


@pytest.mark.parametrize(
    "article", [WHOLE, Article(id="1", text=""), Article(id="1", text="착공식", source=Source(format="text"))]
)
def test_an_article_comes_back_as_it_was(article: Article) -> None:
    line = to_json(article)
    assert "\n" not in line
    assert back(line) == replace(article, source=replace(article.source, uri="a.jsonl", line=1))


def test_empty_fields_are_left_out_and_nothing_is_guessed_from_the_text() -> None:
    line = to_json(Article(id="1", text="나루교 착공\n\n저작권자 © 나루신문 무단전재 및 재배포 금지"))
    assert json.loads(line).keys() == {"id", "text", "source"}
    assert (back(line).title, back(line).outlet) == (None, None)
    assert back('{"id": "1", "text": "나루교 착공"}').title == "나루교 착공"  # a line of people's own is read as a text


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]))),
)
def test_any_text_comes_back(text: str, captions: list[str]) -> None:
    article = Article(id="1", text=nfc(text), captions=tuple(captions))
    found = back(to_json(article))
    assert (found.text, found.captions) == (article.text, article.captions)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"tables": [{"cells": [], "start": 0, "end": 99}]}, "자리가 text와 맞지 않습니다"),
        ({"tables": [{"cells": [], "start": 3, "end": 2}]}, "자리가 text와 맞지 않습니다"),
        ({"notices": [{"code": "a", "message": "b", "span": [-1, 2]}]}, "자리가 text와 맞지 않습니다"),
        (
            {"tables": [{"cells": [{"text": "가"}], "start": 0, "end": 1}]},
            "tables.0.cells.0.row의 값이 바르지 않습니다",
        ),
        ({"captions": "가"}, "captions의 값이 바르지 않습니다"),
        ({"attachments": [{}]}, "attachments.0.url의 값이 바르지 않습니다"),
        ({"outlet": 7}, "outlet의 값이 문자열이 아닙니다"),
        ({"source": {"line": "x"}}, "source.line의 값이 바르지 않습니다"),
        ({"published_at": "어제", "source": {}}, "날짜가 아닙니다"),
        ({"text": "가".encode().decode().replace("가", "\u1100\u1161"), "source": {}}, "자리가 text와 맞지 않습니다"),
    ],
)
def test_a_line_that_does_not_hold_together_is_told(change: dict[str, object], message: str) -> None:
    with pytest.raises(SasilError, match=message) as error:
        back(json.dumps({"id": "1", "text": "나루교 착공", **change}, ensure_ascii=False))
    assert (error.value.place, error.value.line) == ("a.jsonl", 1)
