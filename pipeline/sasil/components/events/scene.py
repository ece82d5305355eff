"""A text as the finder of events reads it: its mentions by kind, and the stretches in which an event's facts stand."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from sasil.components.events.context import line, sentence
from sasil.components.organizations.acting import outer
from sasil.record import Mention

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its mentions in order, and those of time, places, bodies and events apart.

    ``acting`` are the bodies that stand in no bracket behind another one.
    """

    text: str
    moments: Sequence[Mention]
    places: Sequence[Mention]
    bodies: Sequence[Mention]
    acting: Sequence[Mention]
    events: Sequence[Mention]

    def line(self, place: int) -> tuple[int, int]:
        """Return the bounds of the line around a place, of a long one in part."""
        return line(self.text, place)

    def sentence(self, event: Mention) -> tuple[int, int]:
        """Return the bounds of the sentence around an event."""
        return sentence(self.text, event.start, event.end)

    def before(self, event: Mention) -> Mention | None:
        """Return the event that stands before an event."""
        index = bisect_left(self.events, event.start, key=_start)
        return self.events[index - 1] if index else None


def scene(text: str, mentions: Sequence[Mention]) -> Scene:
    """Make a text ready to be read."""

    def of(*types: str) -> list[Mention]:
        return sorted((m for m in mentions if m.type in types), key=_start)

    bodies = of("ORG")
    return Scene(text, of("DATE", "TIME"), of("LOC"), bodies, outer(text, bodies), of("EVENT"))


def within(mentions: Sequence[Mention], start: int, end: int) -> Sequence[Mention]:
    """Return the mentions that begin in a stretch of the text; they must be in order."""
    first = bisect_left(mentions, start, key=_start)
    if first == len(mentions) or mentions[first].start >= end:  # most stretches hold none
        return mentions[first:first]
    return mentions[first : bisect_left(mentions, end, first, key=_start)]


def last_before(mentions: Sequence[Mention], place: int) -> Mention | None:
    """Return the last mention that begins before a place."""
    index = bisect_right(mentions, place - 1, key=_start)
    return mentions[index - 1] if index else None
