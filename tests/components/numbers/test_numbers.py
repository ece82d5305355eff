"""Numerals: 읽기. One line a case: the text, and the numbers in it as written=value or written=low..high (modifier)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.numbers.finder import find_numbers, read_number
from sasil.components.numbers.number import Number
from sasil.values import decimal_string

CASES = {
    "아라비아 숫자": [
        ("참가자 1234명", "1234=1234"),
        ("참가자 1,234명", "1,234=1234"),
        ("참가자 １，２３４명", "１，２３４=1234"),
        ("지수는 2,650.3을 기록", "2,650.3=2650.3"),
        ("총13개와 약30명", "13=13 30=30"),
    ],
    "한글 단위가 섞인 수": [
        ("매출 1천234억5천600만원", "1천234억5천600만=123456000000"),
        ("부지 3만3천㎡", "3만3천=33000"),
        ("매출 2조 3,456억 원", "2조 3,456억=2345600000000"),
        ("사업비 42억 7천만 원", "42억 7천만=4270000000"),
        ("요금 1만 2,500원", "1만 2,500=12500"),
        ("펀드 2.5조원", "2.5조=2500000000000"),
        ("예산 23,500백만원", "23,500백만=23500000000"),
        ("집행 5,200천원", "5,200천=5200000"),
        ("1천500가구", "1천500=1500"),
        ("5천이백만 원", "5천이백만=52000000"),
        ("30 억 원", "30 억=3000000000"),
        ("예산 5억 3개 사업", "5억=500000000 3=3"),
    ],
    "한자어 수": [
        ("일금 오백만 원정", "오백만=5000000"),
        ("일금삼천이백만원정", "삼천이백만=32000000"),
        ("이천 명", "이천=2000"),
        ("십 명과 백 명", "십=10 백=100"),
        ("만원", "만=10000"),
    ],
    "고유어 수": [
        ("스물두 가지", "스물두=22"),
        ("한 곳과 세 명", "한=1 세=3"),
        ("여덟 곳, 다섯 개", "여덟=8 다섯=5"),
        ("열두 살, 마흔한 명, 스무 곳", "열두=12 마흔한=41 스무=20"),
        ("석 달, 넉 달", "석=3 넉=4"),
        ("백열두 명", "백열두=112"),
        ("두곳", "두=2"),
    ],
    "어림수": [
        ("1,800여억 원", "1,800여억=180000000000(over)"),
        ("30여 개사", "30여=30(over)"),
        ("100여 만 원", "100여 만=1000000(over)"),
        ("십여 명", "십여=10(over)"),
        ("수십억 원", "수십억=2000000000..9900000000(vague)"),
        ("수백 명", "수백=200..990(vague)"),
        ("몇십 명", "몇십=20..99(vague)"),
        ("몇 명", "몇=2..9(vague)"),
        ("십수 년, 20수 명", "십수=11..19(vague) 20수=21..29(vague)"),
        ("두세 차례, 서너 곳, 대여섯 명", "두세=2..3 서너=3..4 대여섯=5..6"),
        ("이삼백 명", "이삼백=200..300"),
        ("30여성단체", "30=30"),
    ],
    "범위와 합": [
        ("3~5억 원", "3~5억=300000000..500000000"),
        ("100억~150억원", "100억~150억=10000000000..15000000000"),
        ("500만∼1천만원", "500만∼1천만=5000000..10000000"),
        ("500～1천만원", "500～1천만=5000000..10000000"),
        ("1~2천만 원", "1~2천만=10000000..20000000"),
        ("1억2천~1억5천만 원", "1억2천~1억5천만=120000000..150000000"),
        ("5천~1억 원", "5천~1억=50000000..100000000"),
        ("10 ~ 20명", "10 ~ 20=10..20"),
        ("10-20명", "10-20=10..20"),
        ("3 내지 5명", "3 내지 5=3..5"),
        ("20+2개", "20+2=22"),
        ("9~3개", "9=9 3=3"),
        ("044-203-1234", "044=44 203=203 1234=1234"),
    ],
    "부호": [
        ("증감률 -2.1%, +2.2%", "-2.1=-2.1 +2.2=2.2"),
        ("재정수지(△0.6조원)", "△0.6조=-600000000000"),
        ("영업이익 | △35 | ▲12", "△35=-35 ▲12=12"),
        ("전년 대비 ▲3.5% 상승", "▲3.5=3.5"),
        ("-3~-1%", "-3~-1=-3..-1"),
        ("△3∼5%", "△3∼5=-5..-3"),
        ("▲3개 과제 ▲전문가 양성", "3=3"),
        ("△ 3개 과제 △ 2개 사업", "3=3 2=2"),
        ("-3개 과제 추진", "3=3"),
        ("2024-05-06", "2024=2024 05=5 06=6"),
    ],
    "수가 아닌 것": [
        ("24.3.5. 배포", ""),
        ("1.1.1.1에 접속", ""),
        ("INBEC20 전략", ""),
        ("세계와 한국과 네트워크와 열차", ""),
        ("이 사업과 일 년의 일반 시민", ""),
        ("조사와 억울한 조치", ""),
        ("도로법 제38조제1항", "38=38 1=1"),
        ("도로법 38조제1항", "38=38 1=1"),
        ("3경기 연속, 2조각", "3=3 2=2"),
    ],
}


def shown(text: str, number: Number) -> str:
    ends = decimal_string(number.low)
    if not number.exact:
        ends += ".." + decimal_string(number.high)
    return f"{text[number.start : number.end]}={ends}" + (f"({number.modifier})" if number.modifier else "")


@pytest.mark.parametrize(("text", "expected"), [case for family in CASES.values() for case in family])
def test_numbers_of_a_text(text: str, expected: str) -> None:
    assert " ".join(shown(text, number) for number in find_numbers(text)) == expected, text


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("삼 개월", 0, "삼=3"),
        ("영하-3도", 2, "-3=-3"),
        ("제3~5호", 1, "3~5=3..5"),
        ("두 달", 0, "두=2"),
        ("서른여섯 시간", 0, "서른여섯=36"),
    ],
)
def test_a_number_at_a_place(text: str, at: int, expected: str) -> None:
    number = read_number(text, at)
    assert number is not None
    assert shown(text, number) == expected


@pytest.mark.parametrize(("text", "at"), [("제도", 0), ("", 0), ("3", 1), ("가나다", 99)])
def test_no_number_at_a_place(text: str, at: int) -> None:
    assert read_number(text, at) is None


SIGNS = "0123456789０９.,~∼-+△▲▼( )|일이삼십백천만억조경수몇여한두세네열스물다섯원명개%제\n\r\0😀가나"


@given(st.text() | st.text(alphabet=SIGNS))
def test_any_text_is_legal_and_places_are_right(text: str) -> None:
    last = 0
    for number in find_numbers(text):
        assert last <= number.start < number.end <= len(text)
        assert number.low <= number.high
        last = number.end


@pytest.mark.parametrize("unit", [*SIGNS, "1억", "1.", "1,", "1~", "+1", "△1", "(1", "1 ", "한 ", "몇 ", "1여", "만 1"])
def test_long_repetitions_are_read(unit: str) -> None:
    find_numbers(unit * 20_000)
