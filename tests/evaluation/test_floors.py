"""Floors: a score under its floor fails, and lowering one must be asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.errors import GoldError
from sasil.evaluation.counts import Counts
from sasil.evaluation.floors import fallen, read_floors, update_floors

HIGH = {"projects": Counts(90, 100, 100)}
LOW = {"projects": Counts(80, 100, 100)}


def test_a_score_at_its_floor_stands_and_one_below_falls(tmp_path: Path) -> None:
    floors = update_floors(tmp_path / "floors.json", "abc", HIGH)
    assert floors.f1 == {"projects": 0.898}
    assert fallen(floors, "abc", HIGH) == []
    assert fallen(floors, "abc", LOW) == ["projects: F1 0.8000이 하한 0.8980보다 낮습니다"]
    assert fallen(floors, "abc", {}) == ["projects: F1 0.0000이 하한 0.8980보다 낮습니다"]


def test_another_gold_file_needs_new_floors(tmp_path: Path) -> None:
    floors = update_floors(tmp_path / "floors.json", "abc", HIGH)
    assert len(fallen(floors, "abd", HIGH)) == 1


def test_an_update_does_not_lower_unless_told_to(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    update_floors(path, "abc", HIGH)
    with pytest.raises(GoldError, match=r"--lower.*projects 0\.898 → 0\.798"):
        update_floors(path, "abc", LOW)
    assert read_floors(path).f1 == {"projects": 0.898}
    assert update_floors(path, "abc", LOW, lower=True).f1 == {"projects": 0.798}


@pytest.mark.parametrize("content", ["", "[]", '{"f1": {}}', '{"gold_sha256": "a", "f1": {"x": "y"}}'])
def test_a_file_that_is_none_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"floors\.json: 하한 파일"):
        read_floors(path)
