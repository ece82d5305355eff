"""Plain text: untouched but for NFC, and what its lines say."""

from __future__ import annotations

import unicodedata

import pytest

from sasil.errors import ReadError
from sasil.readers import read


def test_the_text_is_kept_as_it_is() -> None:
    text = "\n  제목 \r\n\r\n본문\t은  이렇다.\u200b\n"
    assert read(text.encode(), id="a").text == text


def test_decomposed_hangul_is_composed() -> None:
    assert read(unicodedata.normalize("NFD", "나루시장").encode(), id="a").text == "나루시장"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("나루시, 착공식 개최\n- 부제\n\n본문", "나루시, 착공식 개최"),
        ("보도자료\n보도시점 2024. 6. 21.(금)\n\n섬 하늘길 열린다\n본문", "섬 하늘길 열린다"),
        ("보 도 자 료\n다리 놓는다\n\n본문", "다리 놓는다"),
        ("[보도자료] 배터리 공장 짓는다\n본문", "[보도자료] 배터리 공장 짓는다"),
        ("나루시는 2일 착공식을 열었다고 밝혔다.\n두 번째 문장이다.", None),
        ("", None),
    ],
)
def test_the_title_is_the_first_line_that_is_no_sentence(text: str, title: str | None) -> None:
    assert read(text.encode(), id="a").title == title


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "PDF가 깨졌거나"),
        (b"PK\x03\x04....", "ZIP 파일이 깨졌거나"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "OLE 파일이 깨졌거나"),
        (b"HWP Document File V3.00", "HWP 3 문서는 읽지 못합니다"),
        (b"\x89PNG\r\n\x1a\n", "읽지 못하는 형식입니다: PNG"),
        (b"\xff\xd8\xff\xe0", "읽지 못하는 형식입니다: JPEG"),
    ],
)
def test_other_formats_are_named_whatever_the_file_is_called(data: bytes, message: str) -> None:
    with pytest.raises(ReadError, match=rf"a\.txt: {message}"):
        read(data, uri="a.txt")
