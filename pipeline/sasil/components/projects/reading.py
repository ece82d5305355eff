"""A text as the finders of project names read it: its words by place, and what is already known of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from sasil.components.projects.patterns import words_of
from sasil.doc import Word, starts_of
from sasil.record import Mention

_start = attrgetter("start")
_STOPPING = frozenset({"MONEY", "PERCENT", "DATE", "TIME", "DURATION", "SET", "PERSON", "ORG", "EVENT", "LAW"})


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its words in order and the mentions that are known."""

    text: str
    words: Sequence[Word]
    known: Sequence[Mention]
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)

    def word_at(self, place: int) -> Word | None:
        """Return the word that covers a place, or None for white space."""
        index = bisect_right(self.starts, place) - 1
        word = self.words[index] if index >= 0 else None
        return word if word is not None and word.end > place else None

    def ending_at(self, place: int) -> Word | None:
        """Return the word that ends at a place."""
        word = self.word_at(place - 1)
        return word if word is not None and word.end == place else None

    def starting_at(self, place: int) -> Word | None:
        """Return the word that starts at a place."""
        word = self.word_at(place)
        return word if word is not None and word.start == place else None

    def words_between(self, start: int, end: int) -> Sequence[Word]:
        """Return the words that start in a stretch of the text."""
        return self.words[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def known_from(self, start: int, end: int | None = None) -> Sequence[Mention]:
        """Return the known mentions that begin in a stretch of the text, or at its start alone."""
        first = bisect_left(self.known, start, key=_start)
        return self.known[first : bisect_left(self.known, start + 1 if end is None else end, key=_start)]

    def last_stop(self, place: int) -> int:
        """Return where the last known mention before a place ends that no name goes across, or 0."""
        index = bisect_right(self.stops, place)
        return self.stops[index - 1] if index else 0


def reading(text: str, words: Sequence[Word], known: Iterable[Mention]) -> Reading:
    """Make a text ready to be read."""
    held = sorted((m for m in known if m.end <= len(text)), key=_start)
    stops = sorted(m.end for m in held if _stops(text, m))
    return Reading(text, words, held, starts_of(words), stops)


def _stops(text: str, mention: Mention) -> bool:
    """Tell whether a name ends its way to the left at a mention; one that is glued to a noun is part of a name."""
    if mention.type == "QUANTITY":
        unit = mention.value.unit if mention.value is not None else ""
        stops = unit in words_of("counter")
    else:
        stops = mention.type in _STOPPING
    return stops and not text[mention.end : mention.end + 1].isalpha()
