"""Which of two overlapping mentions stays: nothing is marked inside a longer name, but a PROJECT inside an EVENT's."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from operator import attrgetter

from sasil.record import Mention

PRECEDENCE = (
    *("EVENT", "PROJECT", "LAW", "PERSON", "ORG", "LOC"),
    *("TIME", "DATE", "SET", "DURATION", "MONEY", "PERCENT", "QUANTITY"),
)
"""Of two spans of one length, the type that comes first stays."""

Place = tuple[int, int, str]
"""Where a mention that stays begins and ends, and its type."""

_RANK = {name: rank for rank, name in enumerate(PRECEDENCE)}


def flatten(mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that stay, in the order of the text.

    >>> from sasil.record import NameMention
    >>> long = NameMention(type="PROJECT", start=0, end=9, text="창원시 도로 사업", by="a")
    >>> short = NameMention(type="ORG", start=0, end=3, text="창원시", by="b")
    >>> [mention.type for mention in flatten([short, long])]
    ['PROJECT']
    """
    kept: list[Mention] = []
    for cluster in _clusters(sorted(mentions, key=attrgetter("start"))):
        kept += cluster if len(cluster) == 1 else _longest(cluster)
    return kept


def _clusters(mentions: Iterable[Mention]) -> Iterator[list[Mention]]:
    """Give the runs of mentions that overlap, one with the next or with one before; most stand alone."""
    held: list[Mention] = []
    end = 0
    for mention in mentions:
        if held and mention.start >= end:
            yield held
            held = []
        held.append(mention)
        end = max(end, mention.end)
    if held:
        yield held


def _longest(mentions: Iterable[Mention]) -> list[Mention]:
    outer: list[Place] = []
    inner: list[Place] = []
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start - m.end, _RANK[m.type], m.start)):
        over = _overlapping(outer, mention)
        if over is None:
            insort(outer, (mention.start, mention.end, mention.type))
            kept.append(mention)
        elif _is_in_event(mention, over) and _overlapping(inner, mention) is None:
            insort(inner, (mention.start, mention.end, mention.type))
            kept.append(mention)
    return sorted(kept, key=lambda m: (m.start, -m.end))


def _is_in_event(mention: Mention, over: Place) -> bool:
    inside = over[0] <= mention.start and mention.end <= over[1] and (mention.start, mention.end) != over[:2]
    return inside and mention.type == "PROJECT" and over[2] == "EVENT"


def _overlapping(taken: list[Place], mention: Mention) -> Place | None:
    at = bisect_left(taken, (mention.start, mention.end, ""))
    for near in taken[max(at - 1, 0) : at + 1]:
        if near[0] < mention.end and mention.start < near[1]:
            return near
    return None
