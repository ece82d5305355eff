"""Bootstrap over documents: how far a score would move with other articles of the same kind."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from sasil.evaluation.counts import Counts, Scores

SEED = 20191002
SAMPLES = 1000


class Interval(NamedTuple):
    """A 95 % interval, by percentiles."""

    low: float
    high: float


class Difference(NamedTuple):
    """How much better one tool's F1 is than another's, with its interval and the two-sided bootstrap p-value."""

    delta: float
    low: float
    high: float
    p: float


def intervals(documents: Sequence[Scores], measures: Sequence[str]) -> dict[str, Interval]:
    """Return the interval of each measure's F1 over documents drawn with replacement; the seed is fixed."""
    draws = _draws(len(documents))
    found = {}
    for measure in measures:
        f1 = _f1(_column(documents, measure), draws)
        f1 = f1[~np.isnan(f1)]
        if len(f1):
            low, high = np.percentile(f1, [2.5, 97.5])
            found[measure] = Interval(float(low), float(high))
    return found


def differences(ours: Sequence[Scores], theirs: Sequence[Scores], measures: Sequence[str]) -> dict[str, Difference]:
    """Return the difference of F1, ours less theirs, on the same drawn documents (paired bootstrap)."""
    draws = _draws(len(ours))
    whole = np.arange(len(ours))[None, :]
    found = {}
    for measure in measures:
        mine, other = _column(ours, measure), _column(theirs, measure)
        delta = float((_f1(mine, whole) - _f1(other, whole))[0])
        drawn = _f1(mine, draws) - _f1(other, draws)
        drawn = drawn[~np.isnan(drawn)]
        if len(drawn) and not np.isnan(delta):
            low, high = np.percentile(drawn, [2.5, 97.5])
            tail = min(float(np.mean(drawn <= 0)), float(np.mean(drawn >= 0)))
            found[measure] = Difference(delta, float(low), float(high), min(1.0, 2 * tail))
    return found


def _draws(documents: int) -> npt.NDArray[np.intp]:
    return np.random.default_rng(SEED).integers(0, documents, size=(SAMPLES, documents))


def _column(documents: Sequence[Scores], measure: str) -> npt.NDArray[np.float64]:
    return np.array([document.get(measure, Counts()) for document in documents], dtype=np.float64)


def _f1(column: npt.NDArray[np.float64], draws: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """Return the F1 of each draw, not a number where nothing was found and there was nothing."""
    summed = column[draws].sum(axis=1)
    whole = summed[:, 1] + summed[:, 2]
    with np.errstate(invalid="ignore", divide="ignore"):
        f1: npt.NDArray[np.float64] = 2 * summed[:, 0] / whole
    return f1
