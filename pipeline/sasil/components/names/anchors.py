"""Patterns that are tried only around a sign that none of their matches lacks: `re` would try them at every letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Anchored(NamedTuple):
    """A pattern with its ``sign``, a pattern of plain letters that each of its matches holds or is followed by.

    ``before`` is the most signs from a match's start to its sign, ``behind`` the most from there to the end of all that
    the pattern looks at. With these bounds kept the matches are those of the pattern alone, found in linear time.
    """

    pattern: re.Pattern[str]
    sign: re.Pattern[str]
    before: int
    behind: int

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        r"""Give the matches in a text in order, none over another.

        >>> pattern = Anchored(re.compile(r"[가-힣]{2,4}(?=\()"), re.compile(r"\("), 4, 1)
        >>> [match[0] for match in pattern.finditer("나루시장 명소윤(45)과 도하진(33)")]
        ['명소윤', '도하진']
        """
        reached = 0
        for sign in self.sign.finditer(text):
            at = sign.start()
            for match in self.pattern.finditer(text, max(at - self.before, reached), at + self.behind):
                if match.start() > at:  # of a later sign, and perhaps cut off here
                    break
                reached = match.end()
                yield match
