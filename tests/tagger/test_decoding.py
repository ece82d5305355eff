"""Figures to tags: no name goes on that was not begun."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sasil.tagger.decoding import TAGS, allowed, best_tags, runs

NO, B_PS, I_PS, B_OG, I_OG = (TAGS.index(tag) for tag in ("O", "B-PS", "I-PS", "B-OG", "I-OG"))


def figures(*rows: dict[int, float]) -> np.ndarray:
    found = np.full((len(rows), len(TAGS)), -9.0, np.float32)
    for i, row in enumerate(rows):
        for tag, figure in row.items():
            found[i, tag] = figure
    return found


@pytest.mark.parametrize(
    ("rows", "tags"),
    [
        ([{NO: 1}, {B_PS: 1}, {I_PS: 1}], [NO, B_PS, I_PS]),
        ([{NO: 0.5, B_PS: 0.4}, {I_PS: 3, NO: 0}], [B_PS, I_PS]),  # the I is so sure that its B is found
        ([{B_OG: 1, B_PS: 0.9}, {I_PS: 1, I_OG: 0.5}], [B_PS, I_PS]),
        ([{I_PS: 5, NO: 4}], [NO]),  # nothing goes on at the beginning
    ],
)
def test_the_best_lawful_run(rows: list[dict[int, float]], tags: list[int]) -> None:
    assert best_tags(figures(*rows), [0, len(rows)]).tolist() == tags


@given(arrays(np.float32, st.tuples(st.integers(1, 12), st.just(len(TAGS))), elements=st.floats(-5, 5, width=32)))
def test_tags_are_lawful_and_none_is_better(scores: np.ndarray) -> None:
    tags = best_tags(scores, [0, len(scores)])
    lawful = allowed()
    assert all(lawful[before, tag] for before, tag in zip([NO, *tags[:-1]], tags, strict=True))
    if len(scores) <= 3:
        ways = np.indices((len(TAGS),) * len(scores)).reshape(len(scores), -1).T
        good = [way for way in ways if all(lawful[a, b] for a, b in zip([NO, *way[:-1]], way, strict=True))]
        best = max(sum(scores[i, tag] for i, tag in enumerate(way)) for way in good)
        assert sum(scores[i, tag] for i, tag in enumerate(tags)) == pytest.approx(best, abs=1e-4)


def test_no_name_goes_over_the_end_of_a_sentence() -> None:
    rows = figures({B_PS: 1}, {I_PS: 5, NO: 0}, {NO: 1})
    assert best_tags(rows, [0, 3]).tolist() == [B_PS, I_PS, NO]
    assert best_tags(rows, [0, 1, 3]).tolist() == [B_PS, NO, NO]


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ([NO, NO], []),
        ([B_PS, I_PS, NO], [(0, 1, B_PS)]),
        ([B_PS, B_PS], [(0, 0, B_PS), (1, 1, B_PS)]),
        ([B_PS, B_OG, I_OG], [(0, 0, B_PS), (1, 2, B_OG)]),
        ([], []),
    ],
)
def test_runs(tags: list[int], found: list[tuple[int, int, int]]) -> None:
    assert list(runs(tags)) == found
