"""Patterns tried around a sign find what they find when they are tried everywhere."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sasil.components.names import companies, foreign_firms, marks, patterns
from sasil.components.names.anchors import Anchored

ANCHORED = {
    f"{room.__name__.rpartition('.')[2]}.{name}": held
    for room in (patterns, marks, companies, foreign_firms)
    for name, held in vars(room).items()
    if isinstance(held, Anchored)
}

PIECES = [
    *(
        "가",
        "명소윤",
        "김",
        "모",
        "씨",
        "씨는",
        "나루",
        "한울대학교",
        "대학교대",
        "법인",
        "사회복지법인 ",
        "㈜",
        "(주)",
        "（주）",
        "주식회사 ",
    ),
    *(
        "(재)",
        "(",
        ")",
        "(여·67)",
        "(45·회사원)",
        "(만 33세)",
        "(청장 명소윤)",
        "(대표 명소윤 ",
        " ",
        "\n",
        "=",
        "[",
        "기자",
        " 기자",
        "선임",
    ),
    *(
        "©",
        "(c) ",
        "무단",
        "All",
        "관",
        "과학관 1층",
        "센터의 로비",
        "강",
        "산",
        "섬에서",
        "천 산책로",
        "도 일원",
        "만까지",
        "해변 ",
        "A",
        "K-",
        "7",
    ),
    *("33", "·", ",", ".", " 팀장은", " 교수", "가나다라마바사아자차카타파하거너더러", "&", "’", "장", "도"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@pytest.mark.parametrize("name", ANCHORED)
@settings(max_examples=60)
@given(text=TEXTS)
def test_the_matches_are_those_of_the_pattern_alone(name: str, text: str) -> None:
    anchored = ANCHORED[name]
    found = [match.span() for match in anchored.finditer(text)]
    assert found == [match.span() for match in anchored.pattern.finditer(text)]
