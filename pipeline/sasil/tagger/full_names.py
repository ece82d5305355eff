"""What looks like a full Korean name at a word's head: a surname and two syllables that given names are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sasil.tagger.tokens import Token

LEVELS = (0.0, 2.0, 4.0)
"""The odds (natural logarithm) from which on a head looks like a name, the better the higher."""

LENGTH = 3

HEADS = re.compile(r"(?<![가-힣])[가-힣]{3}")
"""The first three syllables of a word: three of every four full names are so long."""


class FullNames(NamedTuple):
    """For each of a name's three syllables, how much likelier it stands there in a name than in another word.

    Figures are natural logarithms; a syllable that is not listed stands in no name.
    """

    odds: tuple[Mapping[str, float], ...] = ()

    def level(self, head: str) -> int:
        """Return how many of the levels three syllables reach.

        >>> FullNames(({"도": 1.0}, {"준": 1.5}, {"영": 1.0})).level("도준영")
        2
        """
        total = 0.0
        for sign, odds in zip(head, self.odds, strict=False):
            held = odds.get(sign)
            if held is None:
                return 0
            total += held
        return sum(total > least for least in LEVELS) if self.odds else 0

    def find(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
        """Give the first and the last token of each head that reaches a level, with that level.

        A head that does not end with a token is none: 이상기후 is no 이상기.
        """
        heads = [(match.start(), level) for match in HEADS.finditer(text) if (level := self.level(match[0]))]
        if not heads:
            return
        first = {token.start: i for i, token in enumerate(tokens)}
        last = {token.end: i for i, token in enumerate(tokens)}
        for start, level in heads:
            i, j = first.get(start), last.get(start + LENGTH)
            if i is not None and j is not None:
                yield i, j, level


NO_NAMES = FullNames()
"""What no head looks like a name to."""
