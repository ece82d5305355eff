"""Whatever the text and the date: offsets that hold, values that are well formed, no exception."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sasil.components.time.anchor import anchor_of
from sasil.components.time.finder import find_times
from sasil.components.time.timex import is_date, is_duration, is_set, is_time
from sasil.doc import Word

PIECES = [
    "2024년", "3월", "5일", "3.5.(화)", "’24", "지난해", "올", "내년", "이달", "다음 달", "오는", "지난", "12~2월", "말", "초", "부터",
    "까지", "~", "오전", "10시", "14:00", "이날", "전년 동기", "설 연휴", "추석", "매주", "화요일", "마다", "주 2회", "두 달", "3개월",
    "간", "30일", "이내", "전", "0년", "99월", "9999년", "2월 30일", "이듬해", "같은 달", "1990년대", "21세기", "\n", " ", ".", "(", ")",
    "밝혔다", "예정이다", "새해", "첫날", "31일", "둘째 주", "인 ", "００", "２０２４년", "👍", "\x00", "\u200b",
]  # fmt: skip
VALID = {"DATE": is_date, "TIME": is_time, "DURATION": is_duration, "SET": is_set}


def _check(text: str, published: str | None) -> None:
    mentions, warnings = find_times(text, published)
    end = 0
    for mention in mentions:
        assert end <= mention.start
        assert text[mention.start : mention.end] == mention.text
        end = mention.end
        value = mention.value.value if mention.value else None
        assert value is None or VALID[mention.type](value), (mention.text, value)
    for warning in warnings:
        assert warning.span
        assert text[slice(*warning.span)]


@given(st.text(), st.none() | st.dates().map(date.isoformat))
@settings(deadline=None)
def test_any_text(text: str, published: str | None) -> None:
    _check(text, published)


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.booleans(), st.none() | st.dates().map(date.isoformat))
@settings(deadline=None, max_examples=400)
def test_any_expressions(parts: list[str], blanks: bool, published: str | None) -> None:
    _check((" " if blanks else "").join(parts), published)


@pytest.mark.parametrize("published", ["", "어제", "2024-02-30", "2024-13-01", "0001-01-01", "9999-12-31"])
def test_any_date(published: str) -> None:
    _check("지난해 12월부터 내년 2월까지, 오는 31일, 다음 달 말, 3일 뒤, 10년 전, 다음 주 월요일, 추석 연휴", published)


@pytest.mark.parametrize(
    "sign",
    [
        "1",
        "1.",
        "1:1",
        "년",
        "3월",
        "~",
        "3일~",
        "’24",
        "매주 ",
        "한 달 ",
        "첫째·",
        "지난 ",
        "이날",
        "(화)",
        " ",
        "2일 ",
        "오전 ",
        "1.1.",
        "\n1분기 | ",
        "| 2024 ",
        "1년 전 ",
        "부터",
        "2024 가 ",
        "전년 ",
    ],
)
def test_long_lines_are_read(sign: str) -> None:
    _check(sign * (20_000 // len(sign)), "2024-03-05")


def test_full_width_digits() -> None:
    mentions, _ = find_times("２０２４년 ３월 ５일 개최", None)
    assert [(m.text, m.value and m.value.value) for m in mentions] == [("２０２４년 ３월 ５일", "2024-03-05")]


def test_an_impossible_date_keeps_its_span() -> None:
    mentions, warnings = find_times("2024년 2월 30일 개최한다.", "2024-03-05")
    assert [(m.text, m.value and m.value.value) for m in mentions] == [("2024년 2월 30일", None)]
    assert [(warning.code, warning.span) for warning in warnings] == [("impossible_date", (0, 12))]


def test_a_wrong_weekday_is_warned_of() -> None:
    _, warnings = find_times("2024년 3월 5일(수) 개최한다.", "2024-03-05")
    assert [warning.code for warning in warnings] == ["weekday_mismatch"]


def test_words_keep_expressions_out_of_longer_nouns() -> None:
    text = "이달 곤지암에서"
    words = [Word(0, 4, "이달 곤", "NNP")]
    assert find_times(text, "2024-03-05")[0]
    assert not find_times(text, "2024-03-05", words)[0]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("보도시점 2024. 6. 21.(금) 11:00 / 배포 2024. 6. 20.(목)", "2024-06-21"),
        ("보도일시: 2019년 3월 4일", "2019-03-04"),
        ("등록일 2025-08-20", "2025-08-20"),
        ("제목\n\n2025. 4. 11.\n재단 계약담당자", "2025-04-11"),
        ("2025년 6월 24일 — 누리전기는", "2025-06-24"),
        ("’24.3.5.(화) 조간부터", "2024-03-05"),
        ("시는 2024년 3월 5일 문을 열었다.", None),
        ("배포 2024. 2. 30.", None),
    ],
)
def test_publication_date_in_the_text(text: str, day: str | None) -> None:
    assert anchor_of(text, None) == (day and date.fromisoformat(day))
