"""From bytes to text: strict UTF-8, else CP949; bytes that are no text are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.errors import ReadError
from sasil.readers.encoding import decode

TEXT = "나루시는 2일 ‘똠방 축제’를 열었다."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-32"])
def test_korean_is_decoded(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("declared", ["euc-kr", "utf-8", "iso-8859-1", "no-such-charset"])
def test_a_wrong_declaration_does_not_matter(declared: str) -> None:
    page = f'<html><meta charset="{declared}"><p>{TEXT}</p></html>'
    assert decode(page.encode("cp949")) == page


def test_a_declared_charset_is_the_last_resort() -> None:
    page = '<meta charset="shift_jis"><p>ｱｲ、東京の発表。ﾃﾚﾋﾞ</p>'
    assert decode(page.encode("shift_jis")) == page


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_a_broken_character_costs_itself_alone(encoding: str) -> None:
    page = (TEXT * 20).encode(encoding)
    assert decode(page[:-1]).startswith(TEXT * 19)
    assert decode(page[:300] + b"\xff" + page[300:]).replace("\ufffd", "").startswith(TEXT)


@pytest.mark.parametrize("data", [bytes(range(256)) * 4, b"\x00\x01\x02\x03" * 100, "글".encode() + b"\x00" * 50])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match=r"이진 파일|글자 부호"):
        decode(data)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"])))
def test_any_utf8_comes_back(text: str) -> None:
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text
