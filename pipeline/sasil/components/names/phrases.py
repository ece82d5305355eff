"""Phrases: the runs of signs between spaces and punctuation, each with its stem, that is, without its particles."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import overload

from sasil.components.names.gazetteer import known_names, surnames
from sasil.components.names.patterns import CHUNK, TAIL
from sasil.doc import Word, starts_of

_CLOSERS = ("J", "VCP", "XSV", "XSA", "EC", "EF", "EP", "ETM", "ETN", "VV", "VA", "VX")
_NOUNS = ("NN", "XSN", "XPN", "XR", "SL", "SN", "SH", "NR", "NP", "SW", "W_")
_LONGEST_TAIL = 6


class Phrase:
    """A run of signs.

    ``start`` and ``end`` are its place, ``raw`` its text, ``stem`` the text without particles, ``stop`` the stem's end
    in the text, ``bare`` whether no particle closes it, ``tags`` Kiwi's words in it, and ``number`` its place among the
    phrases.
    """

    __slots__ = ("_all", "_joined", "bare", "end", "number", "raw", "start", "stem", "stop", "tags")

    def __init__(self, phrases: Phrases, number: int, start: int, raw: str, tags: tuple[Word, ...]) -> None:
        self._all = phrases
        self._joined: bool | None = None
        self.number = number
        self.start = start
        self.end = start + len(raw)
        self.raw = raw
        self.tags = tags
        self.stem = _stem(raw, start, tags)
        self.stop = start + len(self.stem)
        self.bare = self.stop == self.end

    @property
    def tail(self) -> str:
        """The particles after the stem."""
        return self.raw[len(self.stem) :]

    @property
    def text_after(self) -> str:
        """The sign behind it."""
        return self._all.text[self.end : self.end + 1]

    @property
    def line(self) -> int:
        """The start of the line that it stands in."""
        return self._all.text.rfind("\n", 0, self.start) + 1

    @property
    def joined(self) -> bool:
        """Whether it stands one space behind a noun without particles, so that the two can make a compound."""
        held = self._joined
        if held is None:
            held = self._joined = self._joins()
        return held

    def _joins(self) -> bool:
        if self.number == 0 or self._all.text[self.start - 1] != " ":
            return False
        before = self._all[self.number - 1]
        return before.end == self.start - 1 and before.holds_on

    @property
    def holds_on(self) -> bool:
        """Whether it can make a compound with what follows: 산업 육성, not 새로 짓는 공장."""
        if not self.bare:
            return self._cut_short
        if not self.tags or self.tags[-1].tag.startswith(_NOUNS):
            return True
        adverb = len(self.tags) == 1 and self.tags[0].tag == "MAG"
        return len(self.raw) in (1, 3, 4) and self.raw[0] in surnames() and not adverb

    @property
    def _cut_short(self) -> bool:
        """Whether Kiwi may have taken the end of a name for a particle: 표다은 과장."""
        if len(self.raw) != 3 or self.raw[0] not in surnames() or not self.tags:
            return False
        if len(self.stem) == 1:
            return True
        return self.raw[-1] in "은이가도의" and self.tags[0].tag != "NNG" and self.stem not in known_names().forms

    @property
    def unknown(self) -> bool:
        """Whether Kiwi takes the whole stem for one proper noun."""
        return len(self.tags) > 0 and self.tags[0].tag == "NNP" and self.tags[0].end == self.stop

    @property
    def common(self) -> bool:
        """Whether Kiwi knows all of the stem as common nouns."""
        inside = [word for word in self.tags if word.start < self.stop]
        return bool(inside) and all(word.tag in ("NNG", "XSN", "XPN", "NNB") for word in inside)

    @property
    def common_word(self) -> bool:
        """Whether Kiwi takes the whole stem for one common noun."""
        return len(self.tags) > 0 and self.tags[0].tag == "NNG" and self.tags[0].end == self.stop

    def rest(self, length: int) -> str:
        """Return what follows the first ``length`` signs."""
        return self.raw[length:]

    def closes_at(self, length: int) -> bool:
        """Tell whether a particle, or nothing, follows the first ``length`` signs."""
        return length == len(self.raw) or TAIL.match(self.raw, length) is not None


class Phrases(Sequence[Phrase]):
    """The phrases of a text in order; each is built when it is first asked for, most never are.

    >>> [(p.stem, p.joined) for p in Phrases("신산업 육성은 창원시가", [])]
    [('신산업', False), ('육성', True), ('창원시', False)]
    """

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words
        places = [match.span() for match in CHUNK.finditer(text)]
        self.starts = [start for start, _ in places]
        self.raws = [text[start:end] for start, end in places]
        self._numbers = dict(zip(self.starts, range(len(self.starts)), strict=True))
        self._word_starts = starts_of(words)
        self._built: list[Phrase | None] = [None] * len(self.raws)

    def __len__(self) -> int:
        return len(self.raws)

    @overload
    def __getitem__(self, number: int) -> Phrase: ...

    @overload
    def __getitem__(self, number: slice) -> list[Phrase]: ...

    def __getitem__(self, number: int | slice) -> Phrase | list[Phrase]:
        held = self._built[number]
        if held.__class__ is Phrase:  # asked for over and over: quicker than to look at the number first
            return held
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self.raws)))]
        return self._build(number % len(self.raws))

    def _build(self, number: int) -> Phrase:
        start, raw = self.starts[number], self.raws[number]
        held = self._built[number] = Phrase(self, number, start, raw, self._tags(start, start + len(raw)))
        return held

    def __iter__(self) -> Iterator[Phrase]:
        return (self[number] for number in range(len(self.raws)))

    def _tags(self, start: int, end: int) -> tuple[Word, ...]:
        first = bisect_left(self._word_starts, start)
        if first and self.words[first - 1][1] > start:
            first -= 1
        last = bisect_left(self._word_starts, end, first)
        return tuple(self.words[first:last])

    def starting(self, place: int) -> Phrase | None:
        """Return the phrase that begins at a place."""
        number = self._numbers.get(place)
        return None if number is None else self[number]

    def number_at(self, place: int) -> int | None:
        """Return the number of the phrase that begins at a place."""
        return self._numbers.get(place)

    def ending(self, place: int) -> Phrase | None:
        """Return the phrase that ends at a place."""
        number = bisect_left(self.starts, place) - 1
        if number < 0 or self.starts[number] + len(self.raws[number]) != place:
            return None
        return self[number]


_last: Phrases | None = None


def phrases_of(text: str, words: Sequence[Word]) -> Phrases:
    """Return the phrases of a text; the last ones are kept, for its people are read after its names."""
    global _last
    held = _last
    if held is None or held.words is not words or held.text != text:
        _last = held = Phrases(text, words)
    return held


def stems(raw: str) -> list[str]:
    """Return what the stem of a word can be, whatever Kiwi makes of it.

    >>> stems("창원시는")
    ['창원시는', '창원시']
    """
    if raw[-1] not in _LAST_SIGNS:
        return [raw]
    cuts = range(len(raw) - 1, max(len(raw) - _LONGEST_TAIL - 1, 0), -1)
    return [raw, *(raw[:cut] for cut in cuts if _is_tail(raw[cut:]))]


_LAST_SIGNS = frozenset("는도만의께서터써라고며면나든란야다럼큼저에지로게자인던데은이가을를와과들측발")
"""What particles end in."""


@lru_cache(maxsize=1 << 14)
def _is_tail(rest: str) -> bool:
    return TAIL.match(rest) is not None


def _stem(raw: str, start: int, words: tuple[Word, ...]) -> str:
    if not words:
        return _cut(raw)
    at = len(words) - 1
    while at and words[at][3].startswith(_CLOSERS):
        at -= 1
    return raw if at + 1 == len(words) else raw[: max(words[at + 1][0] - start, 1)]


def _cut(raw: str) -> str:
    """Return a word without the particles that a pattern sees: the guess without Kiwi."""
    for length in range(max(len(raw) - 4, 2), len(raw)):
        if TAIL.match(raw, length):
            return raw[:length]
    return raw
