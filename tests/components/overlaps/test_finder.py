"""Which of two overlapping mentions stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.components.overlaps.finder import flatten
from sasil.record import NameMention

TYPES = ["PERSON", "ORG", "LOC", "PROJECT", "EVENT"]


def mention(kind: str, start: int, end: int) -> NameMention:
    return NameMention.model_validate(
        {"type": kind, "start": start, "end": end, "text": "가" * (end - start), "by": "t"}
    )


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ([("ORG", 0, 3), ("PROJECT", 0, 9)], [("PROJECT", 0, 9)]),
        ([("PROJECT", 0, 9), ("EVENT", 0, 13)], [("EVENT", 0, 13), ("PROJECT", 0, 9)]),
        ([("PROJECT", 0, 9), ("EVENT", 0, 9)], [("EVENT", 0, 9)]),
        ([("EVENT", 2, 5), ("PROJECT", 0, 9)], [("PROJECT", 0, 9)]),
        ([("PROJECT", 2, 9), ("EVENT", 0, 8)], [("EVENT", 0, 8)]),
        ([("LOC", 0, 3), ("ORG", 0, 3)], [("ORG", 0, 3)]),
        ([("ORG", 0, 3), ("LOC", 3, 6)], [("ORG", 0, 3), ("LOC", 3, 6)]),
    ],
)
def test_the_longer_stays(given_: list[tuple[str, int, int]], kept: list[tuple[str, int, int]]) -> None:
    assert [(m.type, m.start, m.end) for m in flatten(mention(*m) for m in given_)] == kept


@given(st.lists(st.tuples(st.sampled_from(TYPES), st.integers(0, 20), st.integers(1, 8)), max_size=12))
def test_nothing_overlaps_but_projects_in_events(spots: list[tuple[str, int, int]]) -> None:
    kept = flatten(mention(kind, start, start + length) for kind, start, length in spots)
    for i, one in enumerate(kept):
        for other in kept[i + 1 :]:
            inside = {one.type, other.type} == {"PROJECT", "EVENT"}
            assert inside or one.end <= other.start or other.end <= one.start
