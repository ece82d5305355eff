"""The quick look that lines without a number or an address are told by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.contacts.patterns import EMAIL, PHONE, REACHED


@given(st.one_of(st.from_regex(PHONE), st.from_regex(EMAIL)))
def test_every_number_and_address_is_seen(text: str) -> None:
    assert REACHED.search(text)


@pytest.mark.parametrize(
    "line", ["물빛 산책로는 2024년 4월에 문을 연다.", "총사업비 21,800,000천원", "2024. 4. 18.(목)"]
)
def test_lines_without_either_are_passed_over(line: str) -> None:
    assert REACHED.search(line) is None
