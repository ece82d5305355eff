"""Offsets of other tools: UTF-16 units, and code points of a text that is not in NFC."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Any

from pydantic import ValidationError

from sasil.errors import SourceError
from sasil.record import Record


def to_utf16(text: str) -> list[int]:
    """Return, for each code-point offset into a text, the offset in UTF-16 units, as JavaScript counts.

    >>> to_utf16("가😀나")
    [0, 1, 3, 4]
    """
    return list(accumulate((1 + (sign > "\uffff") for sign in text), initial=0))


def from_utf16(text: str) -> Callable[[int], int]:
    """Return the way back, from UTF-16 units to code points; an offset inside a pair is a SourceError."""
    back = {units: points for points, units in enumerate(to_utf16(text))}

    def point(units: int) -> int:
        if units not in back:
            raise SourceError(f"UTF-16 위치 {units}가 글자 사이가 아닙니다")
        return back[units]

    return point


def composed(text: str, offset: int) -> int:
    r"""Return the offset in the NFC form of a text for an offset into the text itself.

    >>> composed("\u1102\u1161\u1105\u116e", 2)
    1
    """
    return len(unicodedata.normalize("NFC", text[:offset]))


def imported(name: str, text: str, spans: Iterable[tuple[str, int, int, Any]], by: str) -> Record:
    """Return a record of spans (type, start, end, value) that another tool holds of a text.

    The text becomes NFC, and the offsets follow it. Raises SourceError where a span is none or a value does not fit.
    """
    normal = unicodedata.normalize("NFC", text)
    same = normal == text
    mentions = []
    for kind, start, end, value in spans:
        if not 0 <= start < end <= len(text):
            raise SourceError(f"{name}: {kind} {start}–{end}가 글 밖에 있습니다")
        first, last = (start, end) if same else (composed(text, start), composed(text, end))
        mentions.append(
            {"type": kind, "start": first, "end": last, "text": normal[first:last], "value": value, "by": by}
        )
    mentions.sort(key=lambda mention: (mention["start"], -mention["end"]))
    try:
        return Record.model_validate({"id": name, "text": normal, "mentions": mentions})
    except ValidationError as error:
        detail = error.errors()[0]
        raise SourceError(f"{name}: {'.'.join(map(str, detail['loc']))}: {detail['msg']}") from None
