"""The signs and numbers that begin the items of a list, as they stand in releases and in documents of Hangul."""

from __future__ import annotations

import re

INLINE = "▲△▴▶▷►▸◆◇●◦•∙⦁▪▫❍❏❑▣◈✓✔"
"""Signs that also part items within a line; for use between the brackets of a pattern, as the ones below."""

RINGS = "①-⑳❶-❿➀-➓"

SIGNS = rf"\-–·ㆍ※*ㅇ□■○◯◎{INLINE}"
"""Signs at the beginning of a line; within it some stand for a letter left out (○○시), a number or an 'and'."""

NUMBERS = rf"(?P<ring>[{RINGS}])|(?P<bracket>[(（]\d{{1,2}}[)）])|(?P<letter>[가-하][.)])|(?P<number>\d{{1,2}}[.)])"
"""The ways to number items, one group for each."""

BULLET = re.compile(rf"[^\S\n]*(?:(?P<sign>[{SIGNS}])|(?P<box>[┌├└])|{NUMBERS})\s?")
"""What an item begins with, at the beginning of its line."""


def kind_of(bullet: re.Match[str]) -> str:
    """Return what the items of one list have in common: their sign itself, or the way they are numbered.

    >>> [kind_of(BULLET.match(line)) for line in ("○ 도로 확장", "① 도로 확장", "② 하천 정비")]
    ['○', 'ring', 'ring']
    """
    return bullet["sign"] or next(kind for kind in ("box", "ring", "bracket", "letter", "number") if bullet[kind])
