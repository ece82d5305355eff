"""Counts: what every score is made of, and the scores that follow from them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Counts(NamedTuple):
    """How many facts were right, how many were found, and how many there are; a partial match counts a half."""

    correct: float = 0.0
    found: int = 0
    gold: int = 0

    def plus(self, other: Counts) -> Counts:
        """Return the sum of both."""
        return Counts(self.correct + other.correct, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.correct / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of what there is that was found; None where there is nothing."""
        return self.correct / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of precision and recall; None where nothing was found and there is nothing.

        >>> Counts(3, 4, 6).f1
        0.6
        """
        return 2 * self.correct / (self.found + self.gold) if self.found + self.gold else None


Scores = Mapping[str, Counts]
"""Counts by measure: ``spans.strict.MONEY``, ``values.overlap.DATE``, ``projects.name`` …"""


def total(scores: Iterable[Scores]) -> dict[str, Counts]:
    """Add up the scores of documents, measure by measure."""
    summed: dict[str, Counts] = {}
    for score in scores:
        for measure, counts in score.items():
            summed[measure] = summed.get(measure, Counts()).plus(counts)
    return summed
