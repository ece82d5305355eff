"""From the network's figures to tags: the best run of them in which no name goes on that was not begun."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from sasil.tagger.klue import LABELS

TAGS = ("O", *(f"{prefix}-{label}" for label in LABELS for prefix in "BI"))
"""The tags in the order of the network's output."""


def allowed() -> NDArray[np.bool_]:
    """Return which tag may follow which: an I only its own B or I."""
    return np.array([[not b.startswith("I") or a[2:] == b[2:] for b in TAGS] for a in TAGS])


_BARRED = np.where(allowed(), 0.0, -1e4).astype(np.float32)


def best_tags(scores: NDArray[np.float32], bounds: Sequence[int]) -> NDArray[np.int64]:
    """Return the best lawful tags of a text; ``scores`` has a row a token, ``bounds`` begin the sentences.

    Tags are alone where that is lawful: Viterbi's search runs only for sentences where it is not.
    """
    tags: NDArray[np.int64] = scores.argmax(1)
    before = np.concatenate(([0], tags[:-1]))
    before[np.asarray(bounds[:-1], np.int64)] = 0
    wrong = np.flatnonzero(_BARRED[before, tags])
    for number in sorted({bisect_right(bounds, i) - 1 for i in wrong.tolist()}):
        start, end = bounds[number], bounds[number + 1]
        tags[start:end] = _viterbi(scores[start:end])
    return tags


def _viterbi(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    back = np.zeros(scores.shape, np.int64)
    so_far = scores[0] + _BARRED[0]
    for i in range(1, len(scores)):
        ways = so_far[:, None] + _BARRED
        back[i] = ways.argmax(0)
        so_far = ways.max(0) + scores[i]
    tags = np.zeros(len(scores), np.int64)
    tags[-1] = so_far.argmax()
    for i in range(len(scores) - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


def runs(tags: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """Give the first and last token of each run of tags, with the tag that begins it."""
    held: tuple[int, int, int] | None = None
    for i, tag in enumerate(tags):
        if not tag:
            continue
        if held is not None and held[1] == i - 1 and tag == held[2] + 1:
            held = (held[0], i, held[2])
            continue
        if held is not None:
            yield held
        held = (i, i, tag if tag % 2 else tag - 1)
    if held is not None:
        yield held
