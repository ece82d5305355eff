"""Ruled tables of a PDF page: the lines that are drawn, as grids with merged cells."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

_THIN = 3.0
"""How thick a rule may be, and how far two rules may miss one another and still meet, in points."""

_DASH = 4.0
_SHORTEST = 7.0
_PAGE = 400.0
"""The height in points from which a lone cell is a frame around a page rather than a box in it."""

_MOST_PLACES = 4000
_MOST_RULES = 4000


class Rule(NamedTuple):
    """A drawn line: where it lies on its own axis, and from where to where it runs on the other, in points."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class Ruled:
    """A grid of rules: the edges of its columns from the left and of its rows from the top, and its cells.

    ``owner`` gives for each place (row, column) the first place of the cell that covers it.
    """

    xs: list[float]
    ys: list[float]
    owner: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the cell, by its first place, that a point stands in, or None outside the grid."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_right(self.ys, -y) - 1
        return self.owner.get((row, column))

    def spans(self) -> dict[tuple[int, int], tuple[int, int]]:
        """Return for each cell how many rows and columns it covers."""
        last: dict[tuple[int, int], tuple[int, int]] = {}
        for (row, column), first in self.owner.items():
            seen = last.get(first, first)
            last[first] = max(seen[0], row), max(seen[1], column)
        return {first: (end[0] - first[0] + 1, end[1] - first[1] + 1) for first, end in last.items()}

    def width(self, column: int, columns: int) -> float:
        """Return how wide some columns are together, in points."""
        return self.xs[column + columns] - self.xs[column]


def ruled(boxes: Iterable[tuple[float, float, float, float, bool]]) -> list[Ruled]:
    """Return the grids that some drawn paths make, from the top of the page.

    A path is given as left, bottom, right, top in points, and whether its outline is drawn. Tables with open sides,
    as Korean public bodies set them, are closed where their horizontal rules end.

    >>> [len(grid.spans()) for grid in ruled([(0, 0, 100, 40, True), (50, 0, 50, 40, True), (50, 20, 100, 20, True)])]
    [3]
    """
    across: list[Rule] = []
    down: list[Rule] = []
    for left, bottom, right, top, outlined in boxes:
        if top - bottom <= _THIN and top - bottom <= right - left:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= _THIN:
            down.append(Rule((left + right) / 2, bottom, top))
        elif outlined:
            across += [Rule(bottom, left, right), Rule(top, left, right)]
            down += [Rule(left, bottom, top), Rule(right, bottom, top)]
    across, down = _merged(across), _merged(down)
    if len(across) + len(down) > _MOST_RULES:
        return []
    grids = [grid for group in _groups(across, down) if (grid := _grid(*group)) is not None]
    kept = [grid for grid in grids if not _is_frame(grid, grids)]
    return sorted(kept, key=lambda grid: grid.ys[0])


def _is_frame(grid: Ruled, grids: Sequence[Ruled]) -> bool:
    """Tell whether a grid is a lone cell around other tables, or as high as a page: text flows through it."""
    if len(set(grid.owner.values())) > 1:
        return False
    inside = (
        grid.cell((one.xs[0] + one.xs[-1]) / 2, -(one.ys[0] + one.ys[-1]) / 2) for one in grids if one is not grid
    )
    return grid.ys[-1] - grid.ys[0] > _PAGE or any(cell is not None for cell in inside)


def _merged(rules: Sequence[Rule]) -> list[Rule]:
    """Join rules that go on from one another, dashes among them; drop what stays short."""
    lanes: list[list[Rule]] = []
    for rule in sorted(rules):
        if lanes and rule.at - lanes[-1][0].at <= _THIN / 2:
            lanes[-1].append(rule)
        else:
            lanes.append([rule])
    merged: list[Rule] = []
    for lane in lanes:
        at = sum(rule.at for rule in lane) / len(lane)
        start: float | None = None
        end = 0.0
        for rule in sorted(lane, key=lambda rule: rule.start):
            if start is not None and rule.start <= end + _DASH:
                end = max(end, rule.end)
                continue
            if start is not None:
                merged.append(Rule(at, start, end))
            start, end = rule.start, rule.end
        if start is not None:
            merged.append(Rule(at, start, end))
    return [rule for rule in merged if rule.end - rule.start >= _SHORTEST]


def _groups(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Part rules into those that hang together: a horizontal one and a vertical one that meet."""
    parent = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for i, flat in enumerate(across):
        for j, upright in enumerate(down, len(across)):
            meets = flat.start - _THIN <= upright.at <= flat.end + _THIN
            if meets and upright.start - _THIN <= flat.at <= upright.end + _THIN:
                parent[root(j)] = root(i)
    held: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for i, rule in enumerate([*across, *down]):
        held.setdefault(root(i), ([], []))[i >= len(across)].append(rule)
    return [group for group in held.values() if len(group[0]) > 1 and group[1]]


def _grid(across: list[Rule], down: list[Rule]) -> Ruled | None:
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    bottom, top = min(rule.at for rule in across), max(rule.at for rule in across)
    sides = [Rule(left, bottom, top), Rule(right, bottom, top)]
    down = [*down, *(side for side in sides if all(abs(side.at - rule.at) > _THIN for rule in down))]
    xs, ys = _edges(rule.at for rule in down), _edges(-rule.at for rule in across)
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_PLACES:
        return None
    grid = Ruled(xs, ys)
    for row, (upper, lower) in enumerate(pairwise(ys)):
        for column, (west, east) in enumerate(pairwise(xs)):
            above, before = grid.owner.get((row - 1, column)), grid.owner.get((row, column - 1))
            if before is not None and not _covered(down, west, -(upper + lower) / 2):
                grid.owner[row, column] = before
            elif above is not None and not _covered(across, -upper, (west + east) / 2):
                grid.owner[row, column] = above
            else:
                grid.owner[row, column] = (row, column)
    return grid


def _edges(places: Iterable[float]) -> list[float]:
    edges: list[float] = []
    for place in sorted(places):
        if not edges or place - edges[-1] > _THIN:
            edges.append(place)
    return edges


def _covered(rules: Sequence[Rule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= _THIN and rule.start - 1 <= place <= rule.end + 1 for rule in rules)
