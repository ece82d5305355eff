"""Phrases: the runs of signs between spaces and punctuation, each with its stem, that is, without its particles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sasil.components.names.gazetteer import surnames
from sasil.components.names.patterns import CHUNK, TAIL
from sasil.doc import Word

_CLOSERS = ("J", "VCP", "XSV", "XSA", "EC", "EF", "EP", "ETM", "ETN", "VV", "VA", "VX")
_NOUNS = ("NN", "XSN", "XPN", "XR", "SL", "SN", "SH", "NR", "NP", "SW", "W_")


class Phrase(NamedTuple):
    """A run of signs.

    ``start`` and ``end`` are its place, ``raw`` its text, ``stem`` the text without particles, ``joined`` whether it
    stands one space behind a phrase without particles, ``tags`` Kiwi's words in it, and ``line`` the start of its line.
    """

    start: int
    end: int
    raw: str
    stem: str
    joined: bool
    tags: tuple[Word, ...]
    line: int

    @property
    def stop(self) -> int:
        """The end of the stem in the text."""
        return self.start + len(self.stem)

    @property
    def bare(self) -> bool:
        """Whether no particle closes the phrase."""
        return len(self.stem) == len(self.raw)

    @property
    def tail(self) -> str:
        """The particles after the stem."""
        return self.raw[len(self.stem) :]

    def rest(self, length: int) -> str:
        """Return what follows the first ``length`` signs."""
        return self.raw[length:]

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

    def closes_at(self, length: int) -> bool:
        """Tell whether a particle, or nothing, follows the first ``length`` signs."""
        return length == len(self.raw) or TAIL.match(self.raw, length) is not None


def phrases(text: str, words: Sequence[Word]) -> list[Phrase]:
    """Cut a text into phrases; the words of Kiwi tell where the particles begin, a pattern where there are none.

    >>> [(p.stem, p.joined) for p in phrases("신산업 육성은 창원시가", [])]
    [('신산업', False), ('육성', True), ('창원시', False)]
    """
    found: list[Phrase] = []
    at, count = 0, len(words)
    line, line_end = 0, text.find("\n")
    for match in CHUNK.finditer(text):
        start, end = match.span()
        while 0 <= line_end < start:
            line, line_end = line_end + 1, text.find("\n", line_end + 1)
        while at < count and words[at].end <= start:
            at += 1
        first = at
        while at < count and words[at].start < end:
            at += 1
        held = tuple(words[first:at])
        raw = match[0]
        before = found[-1] if found else None
        joined = before is not None and before.end == start - 1 and text[start - 1] == " " and _holds_on(before)
        found.append(Phrase(start, end, raw, _stem(raw, start, held), joined, held, line))
        at = max(at - 1, 0) if at and words[at - 1].end > end else at
    return found


def _stem(raw: str, start: int, words: tuple[Word, ...]) -> str:
    if not words:
        return _cut(raw)
    for word in words[1:]:
        if word.start > start and word.tag.startswith(_CLOSERS):
            return raw[: word.start - start]
    return raw


def _holds_on(before: Phrase) -> bool:
    """Tell whether a phrase can make a compound with what follows: 산업 육성, not 새로 짓는 공장."""
    if not before.bare:
        return False
    if not before.tags or before.tags[-1].tag.startswith(_NOUNS):
        return True
    adverb = len(before.tags) == 1 and before.tags[0].tag == "MAG"
    return len(before.raw) in (1, 3, 4) and before.raw[0] in surnames() and not adverb


def _cut(raw: str) -> str:
    """Return a word without the particles that a pattern sees: the guess without Kiwi."""
    for length in range(max(len(raw) - 4, 2), len(raw)):
        if TAIL.match(raw, length):
            return raw[:length]
    return raw
