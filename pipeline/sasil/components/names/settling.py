"""Candidates for names, from any finder, and how they are settled into mentions that do not overlap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sasil.record import Mention, NameMention

NameType = Literal["PERSON", "ORG", "LOC"]


class Candidate(NamedTuple):
    """A name that a rule proposes: its place, its type, the rule, and how sure the rule is (higher wins)."""

    start: int
    end: int
    type: NameType
    by: str
    weight: int = 1


def settle(text: str, candidates: Iterable[Candidate], known: Sequence[Mention]) -> list[NameMention]:
    """Return the surest candidates as mentions, none over another nor over a known mention.

    >>> [m.type for m in settle("창원시", [Candidate(0, 3, "ORG", "x", 2), Candidate(0, 3, "LOC", "y", 1)], [])]
    ['ORG']
    """
    taken = sorted((mention.start, mention.end) for mention in known)
    reach = _reaches(taken)
    kept: dict[int, Candidate] = {}
    covered = bytearray(len(text))
    for one in sorted(set(candidates), key=lambda c: (-c.weight, c.start - c.end, c.start, c.type, c.by)):
        if one.start >= one.end or _overlaps(one, taken, reach) or any(covered[one.start : one.end]):
            continue
        covered[one.start : one.end] = b"\1" * (one.end - one.start)
        kept[one.start] = one
    return [
        NameMention(type=one.type, start=one.start, end=one.end, text=text[one.start : one.end], by=f"names.{one.by}")
        for _, one in sorted(kept.items())
    ]


def _reaches(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each span the furthest end of it and all before it."""
    reach: list[int] = []
    for _, end in spans:
        reach.append(max(end, reach[-1] if reach else 0))
    return reach


def _overlaps(one: Candidate, spans: Sequence[tuple[int, int]], reach: Sequence[int]) -> bool:
    before = bisect_right(spans, (one.end - 1, 1 << 60)) - 1
    return before >= 0 and reach[before] > one.start
