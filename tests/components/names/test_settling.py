"""Candidates for names, settled: the surest first, and the same whatever order they come in."""

from __future__ import annotations

from itertools import permutations

from sasil.components.names.settling import Candidate, settle

TEXT = "창원시 성산구에서"


def test_the_same_candidates_settle_the_same_in_any_order() -> None:
    proposed = [
        Candidate(0, 7, "LOC", "model", 2),
        Candidate(0, 7, "LOC", "column", 2),
        Candidate(0, 7, "LOC", "again", 2),
        Candidate(0, 3, "ORG", "government", 2),
    ]
    settled = {tuple((m.type, m.text, m.by) for m in settle(TEXT, order, [])) for order in permutations(proposed)}
    assert settled == {(("LOC", "창원시 성산구", "names.again"),)}
