"""Pages that no site means to send: broken, endless, deep, binary. Each is read or refused by ReadError, never else."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sasil.errors import ReadError
from sasil.readers import read
from sasil.readers.html.reader import read_html

LINE = "나루시는 2일 물빛공원에서 산책로 착공식을 열었다고 밝혔다."
PIECES = [
    *("<p>", "</p>", "<div class='related'>", "</div>", "<table>", "<tr>", "<td rowspan=3>", "<td colspan='-1'>", "</table>"),
    *("<br>", "<a href='a.hwp'>", "<a href='//['>", "<img>", "<h1>", "</h1>", "<title>", "<!--", "-->", "<![CDATA[", "]]>"),
    *("<script>self.__next_f.push([1,\"1:T5,\"])</script>", "<script type='application/ld+json'>", "</script>", "&#0;"),
    *("&#xD800;", "&lt;p&gt;", "\x00", "\ud800", "\ufeff", "�", "<", ">", "\"", "{", "[", LINE, "등록일 2025-13-45", "입력 20251", "기자 "),
    *("<meta property='og:title' content='가'>", "<meta name=author content='도예린 기자'>", "<time datetime='x'>", "관련기사", "ⓒ 나루신문"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("page", "has_text"),
    [
        ("<html><body>", False),
        ("<html></html>", False),
        ("<html><body>" + "<div>" * 100_000 + LINE + "</div>" * 100_000, True),
        ("<html><body>" + "<table><tr><td>" * 3_000 + LINE, False),
        ("<html><body><p>" + LINE + "<b>" * 5_000, True),
        ("<html><body>" + f"<p>{LINE}</p>" * 40_000, True),
        (f"<html><body><p>나루시는\x00 2일 물빛공원에서&#0; 산책로 착공식을 열었다고 밝혔다.</p><p>{LINE * 9}</p>", True),
        (f"<html><script type='application/ld+json'>{'[' * 50_000}</script><p>{LINE}</p>", True),
        (f"<html><script>window.state={'[' * 50_000}</script><p>{LINE}</p>", True),
        ("<html><script>self.__next_f.push([1," + json.dumps('1:{"a":' * 20_000) + f"])</script><p>{LINE}</p>", True),
        (f"<html><p {'a=1 ' * 50_000}>{LINE}</p>", True),
        (f"<html><body><table><tr><td rowspan=99999999 colspan=999999>국비<td>1</table><p>{LINE}</p>", True),
    ],
    ids=["open", "empty", "deep", "deep tables", "deep bold", "5 MB", "NUL", "JSON-LD", "state", "flight", "attributes", "spans"],
)  # fmt: skip
def test_an_endless_page_is_read_or_refused(page: str, has_text: bool) -> None:
    try:
        assert LINE[:6] in read(page.encode("utf-8", "surrogatepass"), id="a").text
    except ReadError:
        assert not has_text


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=40))
def test_any_page_is_read_or_refused(parts: list[str]) -> None:
    try:
        article = read_html("<html>" + "".join(parts), id="a")
    except ReadError:
        return
    assert article.text
    for table in article.tables:
        rows = article.text[table.start : table.end]
        assert all(cell.text in rows for cell in table.cells)


def test_a_text_that_many_references_repeat_is_bounded() -> None:
    rows = (
        f"1:T{len(LINE.encode()) * 400:x},{LINE * 400}"
        + '2:{"title":"산책로","body":['
        + ",".join(['"$1"'] * 5000)
        + "]}\n"
    )
    page = f"<html><script>self.__next_f.push([1,{json.dumps(rows)}])</script>"
    assert len(read(page.encode(), id="a").text) < 3_000_000
