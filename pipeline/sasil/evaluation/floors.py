"""Floors: scores that may not be fallen under, pinned beside the hash of the gold file that they were measured on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from math import floor
from pathlib import Path

from sasil.errors import GoldError
from sasil.evaluation.counts import Counts

_MARGIN = 0.002
"""A floor lies a hair under the measured score, so that a rounding does not break it."""


@dataclass(frozen=True)
class Floors:
    """The least F1 of each measure on a gold file of a given hash."""

    gold_sha256: str
    f1: Mapping[str, float]


def read_floors(path: Path) -> Floors:
    """Read a file of floors; raise GoldError where it is none."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return Floors(str(data["gold_sha256"]), {str(k): float(v) for k, v in data["f1"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"하한 파일을 읽을 수 없습니다: {error}", place=str(path)) from None


def fallen(floors: Floors, gold_sha256: str, scores: Mapping[str, Counts]) -> list[str]:
    """Return a line for each measure that lies under its floor, and one where the gold file is another."""
    lines = []
    if floors.gold_sha256 != gold_sha256:
        lines.append("정답 파일이 하한을 잰 것과 다릅니다: 하한을 새로 재야 합니다 (--update-floors)")
    for measure, least in sorted(floors.f1.items()):
        f1 = scores.get(measure, Counts()).f1 or 0.0
        if f1 < least:
            lines.append(f"{measure}: F1 {f1:.4f}이 하한 {least:.4f}보다 낮습니다")
    return lines


def update_floors(path: Path, gold_sha256: str, scores: Mapping[str, Counts], *, lower: bool = False) -> Floors:
    """Write the measured scores as the new floors and return them.

    Raises GoldError, and writes nothing, where a floor would fall and ``lower`` does not say so.
    """
    new = {m: max(0.0, floor((c.f1 - _MARGIN) * 1000) / 1000) for m, c in sorted(scores.items()) if c.f1 is not None}
    if path.exists() and not lower:
        old = read_floors(path).f1
        sunk = [f"{m} {old[m]:.3f} → {new.get(m, 0.0):.3f}" for m in sorted(old) if new.get(m, 0.0) < old[m]]
        if sunk:
            raise GoldError(f"하한을 낮추려면 --lower가 필요합니다: {'; '.join(sunk)}", place=str(path))
    data = {"gold_sha256": gold_sha256, "f1": new}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return Floors(gold_sha256, new)
