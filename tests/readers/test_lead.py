"""A first paragraph that stands twice is told with its place; other repeats are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.article import Article
from sasil.readers.lead import with_repeated_lead

LEAD = "나루시는 2일 물빛공원에서 물빛다리 착공식을 열고 공사에 들어갔다고 3일 밝혔다."

CASES = [
    (f"물빛다리 착공\n\n{LEAD}\n{LEAD}\n끝", LEAD),
    (f"{LEAD}\n(사진=나루시)\n  {LEAD}  \n끝", LEAD),
    (f"{LEAD}\n끝", None),
    ("물빛다리 착공\n물빛다리 착공\n끝", None),
    ("\n".join([LEAD, *(f"□ {n}호 다리" for n in range(20)), LEAD]), None),
    ("", None),
]


@pytest.mark.parametrize(("text", "repeated"), CASES)
def test_a_lead_that_stands_twice(text: str, repeated: str | None) -> None:
    notices = with_repeated_lead(Article(id="a", text=text)).notices
    assert [text[notice.span[0] : notice.span[1]] for notice in notices if notice.span] == (
        [repeated] if repeated else []
    )
    assert not notices or notices[0].span != (text.index(LEAD), text.index(LEAD) + len(LEAD))


@given(st.text(alphabet="가나 \n\r\t\u2028", max_size=200))
def test_any_text_is_legal(text: str) -> None:
    with_repeated_lead(Article(id="a", text=text + text))
