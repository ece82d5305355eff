"""Where a mention stands: its sentence, its line, its paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import TypeVar

from sasil.record import Mention

M = TypeVar("M", bound=Mention)

Stretch = tuple[int, int]

_start = attrgetter("start")
_LONGEST = 1000
_MAY_END = re.compile(r"[\n.!?]")
_ENDS = re.compile(r"\n+|(?<=[다요음임됨함까죠])[.!?][”’\"')]?\s|[.!?][”’\"')]?\s+(?=[가-힣A-Z‘“「'\"◇□○▲])")


@lru_cache(maxsize=4)
def sentences(text: str) -> tuple[Stretch, ...]:
    """Return the places of the sentences and of the lines that are none.

    >>> sentences("문을 연다. 또 짓는다.")
    ((0, 7), (7, 13))
    """
    cuts: list[int] = []
    for sign in _MAY_END.finditer(text):
        cut = _ENDS.match(text, sign.start()) if not cuts or sign.start() >= cuts[-1] else None
        if cut is not None:
            cuts.append(cut.end())
    found: list[Stretch] = []
    for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True):
        # What goes on beyond all bounds is no sentence: it is cut, so that reading one stays cheap.
        if end - start <= _LONGEST:
            found.append((start, end))
        else:
            found += [(place, min(place + _LONGEST, end)) for place in range(start, end, _LONGEST)]
    return tuple(found)


def at(stretches: Sequence[Stretch], place: int) -> Stretch:
    """Return the stretch that a place lies in; the stretches are in order and without gaps."""
    index = bisect_right(stretches, (place, 1 << 60)) - 1
    return stretches[index] if index >= 0 else (0, 0)


def within(mentions: Sequence[M], stretch: Stretch) -> Sequence[M]:
    """Return the mentions, given in order, that begin in a stretch."""
    first = bisect_left(mentions, stretch[0], key=_start)
    if first == len(mentions) or mentions[first].start >= stretch[1]:  # most stretches hold none
        return mentions[first:first]
    return mentions[first : bisect_left(mentions, stretch[1], first, key=_start)]


def line_of(text: str, place: int) -> Stretch:
    """Return the place of the line that a place lies in."""
    end = text.find("\n", place)
    return text.rfind("\n", 0, place) + 1, len(text) if end < 0 else end


def places_of(text: str, forms: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Give the places where some forms stand in a text, first to last, as an alternation of them would find them.

    Of two at one place the one given first counts, and none begins inside another.

    >>> list(places_of("가나다라", ["나다", "다라"]))
    [(1, '나다')]
    """
    given = tuple(forms)
    found = []
    for rank, form in enumerate(given):
        start = text.find(form)
        while start >= 0:
            found.append((start, rank))
            start = text.find(form, start + 1)
    last = 0
    for start, rank in sorted(found):
        if start >= last:
            last = start + len(given[rank])
            yield start, given[rank]


def by_type(mentions: Iterable[Mention]) -> dict[str, list[Mention]]:
    """Return the mentions of each type, in order; a type that has none gives an empty list."""
    held: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=_start):
        held[mention.type].append(mention)
    return held


def of_type(mentions: Iterable[Mention], *types: str) -> list[Mention]:
    """Return the mentions of some types, in order."""
    return sorted((m for m in mentions if m.type in types), key=_start)
