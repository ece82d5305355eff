"""What looks like a full Korean name at a word's head: a surname and two syllables that given names are made of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from sasil.doc import starts_of
from sasil.tagger.tokens import Token

LEVELS = (0.0, 2.0, 4.0)
"""The odds (natural logarithm) from which on a head looks like a name, the better the higher."""

LENGTH = 3

HEADS = re.compile(r"(?<![가-힣])[가-힣]{3}")
"""The first three syllables of a word: three of every four full names are so long."""


@dataclass(frozen=True)
class FullNames:
    """For each of a name's three syllables, how much likelier it stands there in a name than in another word.

    Figures are natural logarithms; a syllable that is not listed stands in no name.
    """

    odds: tuple[Mapping[str, float], ...] = ()

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        """The heads whose syllables are all listed; none of the others reaches a level."""
        first, *others = (f"[{''.join(map(re.escape, odds))}]" if odds else "(?!)" for odds in self.odds)
        return re.compile(f"{first}(?<![가-힣].){''.join(others)}")

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
        return bisect_left(LEVELS, total) if self.odds else 0

    def find(self, text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, int, int]]:
        """Give the first and the last token of each head that reaches a level, with that level.

        A head that does not end with a token is none: 이상기후 is no 이상기.
        """
        starts = starts_of(tokens)
        for match in self._heads.finditer(text) if self.odds else ():
            level, start = self.level(match[0]), match.start()
            i = j = bisect_left(starts, start) if level else len(tokens)
            while j < len(tokens) and tokens[j].end < start + LENGTH:
                j += 1
            if j < len(tokens) and starts[i] == start and tokens[j].end == start + LENGTH:
                yield i, j, level


NO_NAMES = FullNames()
"""What no head looks like a name to."""
