"""Inline marks: what a person writes becomes spans and values, and what does not parse is named with its line."""

from __future__ import annotations

from typing import Any

import pytest

from sasil.errors import GoldError
from sasil.evaluation.marks import read_marks


@pytest.mark.parametrize(
    ("marked", "kind", "surface", "value"),
    [
        (
            "총 ⟦1,200여억 원|MONEY 1200e8 KRW modifier=over⟧ 규모",
            "MONEY",
            "1,200여억 원",
            {"amount": "120000000000", "currency": "KRW", "modifier": "over"},
        ),
        (
            "⟦3~5억 원|MONEY 3e8..5e8 KRW⟧",
            "MONEY",
            "3~5억 원",
            {"low": "300000000", "high": "500000000", "currency": "KRW"},
        ),
        (
            "㎡당 ⟦35만 원|MONEY 35e4 KRW per=㎡⟧",
            "MONEY",
            "35만 원",
            {"amount": "350000", "currency": "KRW", "per": "㎡"},
        ),
        ("⟦△3.5%|PERCENT -3.5⟧", "PERCENT", "△3.5%", {"amount": "-3.5", "unit": "percent"}),
        ("⟦2%p|PERCENT 2 pp⟧", "PERCENT", "2%p", {"amount": "2", "unit": "percentage_point"}),
        ('⟦30명|QUANTITY 30 명 of="채용 인원"⟧', "QUANTITY", "30명", {"amount": "30", "unit": "명", "of": "채용 인원"}),
        (
            "⟦11월 초|DATE 2023-11 mod=START⟧",
            "DATE",
            "11월 초",
            {"value": "2023-11", "start": "2023-11-01", "end": "2023-11-10", "mod": "START"},
        ),
        (
            "⟦지난해|DATE XXXX rel=year:-1⟧",
            "DATE",
            "지난해",
            {"value": "XXXX", "start": None, "end": None, "rel": {"unit": "year", "offset": -1}},
        ),
        ("⟦2월 30일|DATE -⟧", "DATE", "2월 30일", {"value": None, "start": None, "end": None}),
        ("⟦10시|TIME T10:00⟧", "TIME", "10시", {"value": "T10:00"}),
        ("⟦1년 6개월|DURATION P1Y6M⟧", "DURATION", "1년 6개월", {"value": "P1Y6M"}),
        ("⟦주 2회|SET P1W freq=2X⟧", "SET", "주 2회", {"value": "P1W", "freq": "2X"}),
        ("「⟦도로법|LAW 제3조 제1항⟧」", "LAW", "도로법", {"article": "제3조 제1항"}),
        ("⟦나루시|ORG⟧는", "ORG", "나루시", None),
    ],
)
def test_a_mark_has_a_type_a_place_and_a_value(marked: str, kind: str, surface: str, value: Any) -> None:
    text, [mark] = read_marks(marked)
    assert (mark.type, text[mark.start : mark.end]) == (kind, surface)
    assert (None if mark.value is None else mark.value.model_dump()) == value


def test_links_optional_marks_and_nested_marks() -> None:
    text, marks = read_marks("⟦⟦물빛 사업|PROJECT #물빛 산책로 조성사업⟧ 착공식|EVENT⟧ | 표 | ⟦5|PERCENT? 5⟧")
    assert text == "물빛 사업 착공식 | 표 | 5"
    assert [(mark.type, mark.link, mark.optional) for mark in marks] == [
        ("EVENT", None, False),
        ("PROJECT", "물빛 산책로 조성사업", False),
        ("PERCENT", None, True),
    ]


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("가\n⟦나|MONY 3 KRW⟧", "모르는 종류 MONY"),
        ("가\n⟦나|MONEY 세개 KRW⟧", "읽을 수 없는 표시"),
        ("가\n⟦나|MONEY 3⟧", "값의 개수"),
        ("가\n⟦나|MONEY 3 KRW modifier=huge⟧", "Input should be"),
        ("가\n⟦나|MONEY 3 KRW modifer=over⟧", "모르는 항목 modifer"),
        ("가\n⟦나|DATE 2024-13⟧", "읽을 수 없는 표시"),
        ("가\n⟦나|DURATION 3M⟧", "읽을 수 없는 표시"),
        ("가\n⟦나|ORG 3⟧", "이름에는 값이 없습니다"),
        ("가\n⟦나", "닫히지 않은"),
        ("가\n⟦나|ORG", "닫히지 않은"),
        ("가\n나⟧", "종류"),
        ("가\n⟦|ORG⟧", "빈 표시"),
    ],
)
def test_a_mark_that_does_not_parse_is_named_with_its_line(marked: str, message: str) -> None:
    with pytest.raises(GoldError, match=message) as caught:
        read_marks(marked)
    assert caught.value.line == 2
