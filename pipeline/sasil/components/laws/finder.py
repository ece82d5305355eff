"""The names of laws in a text."""

from __future__ import annotations

import re

from sasil.record import LawMention
from sasil.values import LawValue

_LAW = re.compile(r"[「｢]([^「」｢｣\n]{1,80}(?:법|법률|령|규칙|조례|고시))[」｣](?: ?(제\d+조(?:제\d+항)?))?")


def find_laws(text: str) -> list[LawMention]:
    """Return the LAW spans of a text."""
    return [
        LawMention(
            start=m.start(1), end=m.end(1), text=m[1], value=LawValue(article=m[2]) if m[2] else None, by="laws.marks"
        )
        for m in _LAW.finditer(text)
    ]
