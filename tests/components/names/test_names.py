"""Names: marked sentences in cases/*.txt, one line a case; what is marked, and nothing else, is to be found.

The rules were written with these sentences at hand. Of held_back.txt only the first set (첫 묶음, 81 sentences) was
written before the rules; the second was written when they stood already.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.names.finder import find_names
from sasil.doc import unheard, words
from sasil.record import NameMention, PercentMention

if TYPE_CHECKING:
    from spacy.tokens import Doc

MARK = re.compile(r"⟦([^⟦⟧|]*)\|(PERSON|ORG|LOC)(\??)⟧")
CASES = Path(__file__).parent / "cases"

Spans = list[tuple[int, int, str]]


def unmarked(line: str) -> tuple[str, Spans, Spans]:
    """Return the text of a marked line, the names to be found, and those that may be; ↵ is a line end."""
    text, position = "", 0
    asked: Spans = []
    free: Spans = []
    line = line.replace("↵", "\n")
    for mark in MARK.finditer(line):
        text += line[position : mark.start()]
        (free if mark[3] else asked).append((len(text), len(text) + len(mark[1]), mark[2]))
        text, position = text + mark[1], mark.end()
    return text + line[position:], asked, free


def marked(text: str, spans: Spans) -> str:
    for start, end, kind in sorted(spans, reverse=True):
        text = f"{text[:start]}⟦{text[start:end]}|{kind}⟧{text[end:]}"
    return text


def lines(name: str) -> list[object]:
    found, family = [], ""
    for line in (CASES / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            family = line[2:]
        elif line:
            found.append(pytest.param(line, id=f"{family}/{MARK.sub(lambda mark: mark[1], line)[:24]}"))
    return found


Find = Callable[[str], Spans]


@pytest.fixture(scope="module")
def find(read_doc: Callable[[str], Doc]) -> Find:
    """What finds names in a text with Kiwi's words, as spans."""

    def found_in(text: str) -> Spans:
        doc = read_doc(text)
        return [(m.start, m.end, m.type) for m in find_names(text, words(doc), unheard=unheard(doc))]

    return found_in


def check(line: str, find: Find) -> None:
    text, asked, free = unmarked(line)
    found = [span for span in find(text) if span not in free]
    assert found == asked, f"\nexpected {marked(text, asked)}\nfound    {marked(text, found)}"


@pytest.mark.parametrize("line", lines("people.txt"))
def test_people(line: str, find: Find) -> None:
    check(line, find)


@pytest.mark.parametrize("line", lines("organizations.txt"))
def test_organizations(line: str, find: Find) -> None:
    check(line, find)


@pytest.mark.parametrize("line", lines("places.txt"))
def test_places(line: str, find: Find) -> None:
    check(line, find)


@pytest.mark.parametrize("line", lines("governments.txt"))
def test_a_city_acts_or_is_a_site(line: str, find: Find) -> None:
    check(line, find)


@pytest.mark.parametrize("line", lines("none.txt"))
def test_what_is_no_name(line: str, find: Find) -> None:
    check(line, find)


def test_held_back_sentences(find: Find) -> None:
    right = wrong = missed = 0
    report = []
    for param in lines("held_back.txt"):
        text, asked, free = unmarked(str(param.values[0]))  # type: ignore[attr-defined]
        found = {span for span in find(text) if span not in free}
        right += len(found & set(asked))
        wrong += len(found - set(asked))
        missed += len(set(asked) - found)
        if found != set(asked):
            report.append(f"expected {marked(text, asked)}\nfound    {marked(text, sorted(found))}")
    assert 2 * right / (2 * right + wrong + missed) >= 0.93, "\n".join(report)


def test_names_leave_known_mentions_alone() -> None:
    known = PercentMention(start=0, end=3, text="창원시", by="test")
    assert [m.type for m in find_names("창원시는", [])] == ["ORG"]
    assert find_names("창원시는", [], [known]) == []


def test_every_mention_tells_its_rule() -> None:
    assert [m.by for m in find_names("창원시(시장 명소윤)는", [])] == ["names.government", "names.title_before"]


def test_without_kiwi_the_plain_cases_are_found_all_the_same() -> None:
    text = "창원시(시장 명소윤)는 2일 산업통상자원부와 코엑스에서 만났다."
    assert [m.text for m in find_names(text, [])] == ["창원시", "명소윤", "산업통상자원부", "코엑스"]


@given(
    st.text(
        alphabet=st.sampled_from("가김박이시장창원은는(주)㈜©|=·,. \n\r\0😀1２A-&하기자씨서울한국에“”\u200b"),
        max_size=80,
    )
)
def test_any_text_is_legal(text: str) -> None:
    mentions = find_names(text, [])
    assert all(isinstance(m, NameMention) and text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


@pytest.mark.parametrize(
    "unit",
    [
        "가",
        "A&",
        "시장 ",
        "(",
        "김 ",
        "(주)",
        "서울·",
        "이하 ",
        "창원시(시장 ",
        "김철수·",
        "| 과 장 | 명소윤 ",
        "한국 산업 ",
        "문의 : 가람시 ",
        "문의",
        "담당 | 과장 | 명소윤 | 044-000-0000\n",
        "담당 | ",
        "기업 | 소재지\n",
        "나루동·",
        "나루리 1명 ",
        "누리관 1층 ",
        "/명소윤 기자",
        "14:00 서울 ",
        "미국 나루 ",
        "라르스 ",
        "(A, B",
        "나루대",
    ],
)
def test_long_lines_are_read(unit: str) -> None:
    text = (unit * 20_000)[:20_000]
    find_names(text, [])
