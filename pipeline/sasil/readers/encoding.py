"""From bytes to text: strict UTF-8, else CP949, for detectors that guess get short Korean wrong."""

from __future__ import annotations

import codecs
import re

from sasil.errors import ReadError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{3,20})""")
_HANGUL = re.compile("[가-힣]")
_WHOLE_FOR_ONE = 50
"""How many whole Hangul syllables a text has for each broken character."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")


def decode(data: bytes) -> str:
    """Return bytes as text by their byte-order mark, as UTF-8, as CP949, or by the charset that an HTML page declares.

    Raises ReadError for bytes that are no text: not decodable, or full of control characters.

    >>> decode("산업통상자원부".encode("cp949"))
    '산업통상자원부'
    """
    text = _decoded(data)
    if text is None:
        raise ReadError("글자 부호를 알 수 없습니다 (UTF-8도 CP949도 아님)")
    if len(_CONTROL.findall(text)) * 50 > len(text):
        raise ReadError("글이 아니라 이진 파일입니다")
    return text


def _decoded(data: bytes) -> str | None:
    declared = _DECLARED.search(data[:4096])
    by_mark = [name for mark, name in _BOMS if data.startswith(mark)]
    names = [*by_mark[:1], "utf-8", "cp949", *([declared[1].decode("ascii")] if declared else [])]
    for name in names:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            if name == "utf-8" and (mended := _mended(data, name)) is not None:
                return mended
    return _mended(data, "cp949")


def _mended(data: bytes, name: str) -> str | None:
    """Return text with a mark (U+FFFD) for its few broken characters: pages are cut off, and joined of parts."""
    text = data.decode(name, "replace")
    broken = text.count("\ufffd")
    whole = len(_HANGUL.findall(text))
    return text if broken * _WHOLE_FOR_ONE <= whole else None
