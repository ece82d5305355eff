"""The tables of tagged sentences, both halves, as ``benchmarks/amounts_and_time.py`` scores them."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
FLOORS = {
    "MONEY": 0.97, "PERCENT": 0.98, "QUANTITY": 0.92, "DATE": 0.95, "TIME": 0.95, "DURATION": 0.95, "SET": 0.85,
}  # fmt: skip
SILENT = 0.97
HALVES = ("written with rules", "held back")


@pytest.fixture(scope="module")
def scores() -> Any:
    scoring = runpy.run_path(str(ROOT / "benchmarks" / "amounts_and_time.py"))
    scores = scoring["Scores"]()
    for table in scoring["tables"]():
        for sentence in scoring["sentences"](table):
            scores.add(sentence)
    return scores


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("kind", FLOORS)
def test_each_type_is_read_as_well_as_is_promised(scores: Any, half: str, kind: str) -> None:
    right, found, gold = scores.right[half, kind], scores.found[half, kind], scores.gold[half, kind]
    assert 2 * right / (found + gold) >= FLOORS[kind]


@pytest.mark.parametrize("half", HALVES)
def test_what_is_no_amount_or_time_is_left_alone(scores: Any, half: str) -> None:
    assert scores.as_marked[half, False] / scores.sentences[half, False] >= SILENT


@pytest.mark.parametrize(("positive", "least"), [(True, 600), (False, 200)])
def test_the_tables_are_large_enough_and_half_of_them_held_back(scores: Any, positive: bool, least: int) -> None:
    counted = [scores.sentences[half, positive] for half in HALVES]
    assert sum(counted) >= 2 * least
    assert min(counted) >= least / 2
