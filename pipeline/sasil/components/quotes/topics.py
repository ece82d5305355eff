"""The topics and subjects of a sentence: the noun phrases before 은, 는, 이, 가, 께서 and 역시."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from sasil.doc import Word

_start = attrgetter("start")
_PARTICLES = {"은": "JX", "는": "JX", "도": "JX", "이": "JKS", "가": "JKS", "께서": "JKS", "역시": "MAG"}
_NOUNS = ("N", "XSN", "XPN", "XR", "SL", "SN", "SH", "SO", "W_")
_JOINING = ("·", "ㆍ", "/", "&", "-", "+")
_OPENING = {")": "(", "）": "（", "’": "‘", "”": "“", "'": "'", '"': '"', "」": "「", "]": "[", ">": "<"}
_MOST_WORDS = 24
_MOST_BRACKETED = 20
_PRONOUNS = frozenset({"그", "그녀", "이", "저", "우리", "이것", "그것", "이들", "그들", "누구", "자신", "모두"})
_COUNTERS = ("분", "명", "사람", "곳")
_OF_DIVISION = re.compile(r"(?:담당 )?(?:관계자|담당자|직원|주무관|사무관|팀장|과장)")
_VERBS = re.compile(r"V|E[FCT]")


class Topic(NamedTuple):
    """A noun phrase before a particle: its place, where the particle ends, and whether it is a mere subject (이)."""

    start: int
    end: int
    after: int
    weak: bool


class Words:
    """The words of a text, to be read by place."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text = text
        self.words = words

    def topics(self, start: int, end: int) -> Iterator[Topic]:
        """Give the topics and subjects between two places, the last one first."""
        first, last = (bisect_left(self.words, place, key=_start) for place in (start, end))
        for index in range(last - 1, first, -1):
            word = self.words[index]
            tag = _PARTICLES.get(word.text)
            if tag is None or not word.tag.startswith(tag) or word.end > end:
                continue
            phrase = self._phrase(index, first)
            if phrase is not None:
                yield Topic(*phrase, word.end, tag == "JKS" and word.text != "께서")

    def describes(self, start: int, end: int) -> bool:
        """Tell whether what stands between two places, marks apart, describes a noun behind (시장이 지켜본 가운데)."""
        first, last = (bisect_left(self.words, place, key=_start) for place in (start, end))
        described = (word for word in self.words[first:last] if word.tag.endswith("ETM"))
        return any(not self._in_marks(start, word.start) for word in described)

    def _in_marks(self, start: int, place: int) -> bool:
        """Tell whether a place stands in marks that open behind another one: ‘이기는 변화’."""
        return any(
            self.text.count(opening, start, place) > self.text.count(closing, start, place)
            if opening != closing
            else self.text.count(opening, start, place) % 2
            for opening, closing in ("‘’", "''", "「」")
        )

    def _phrase(self, particle: int, first: int) -> tuple[int, int] | None:
        """Return the noun phrase before a particle, or None where there is none (에서는) or it is a pronoun."""
        at = particle - 1
        if at >= first and self.words[at].tag == "JKS":  # 께서는
            at -= 1
        end = self.words[at].end
        start = end
        floor = max(first, at - _MOST_WORDS)
        while at >= floor and self._goes_on(at, start, end):
            opened = self._opening(at, floor) if self.words[at].tag.startswith(("SSC", "SW")) else at
            if opened is None:
                break
            start = self.words[opened].start
            counted = self.text[start:end].partition(" ")[2] in _COUNTERS
            if self.words[at].tag == "MM" and self.words[at].text != "다른" and not counted:
                break
            at = opened - 1
        if start == end or self.text[start:end] in _PRONOUNS:
            return None
        return start, end

    def _goes_on(self, at: int, start: int, end: int) -> bool:
        """Tell whether a word belongs to the noun phrase that begins at ``start`` so far."""
        word = self.words[at]
        between = self.text[word.end : start]
        if between.strip(" ") or len(between) > 1:
            return False
        if start < end and not between and word.text[-1].isalnum():  # what Kiwi takes apart is one written word
            return True
        if word.tag == "JC":  # 과 may end the name of a division, which Kiwi takes for a particle
            return word.text == "과" and _OF_DIVISION.match(self.text, start) is not None
        if "J" in word.tag and word.tag != "JKG":
            return False
        if word.tag == "SW":
            return word.text.isalpha() or word.text == "㈜"
        if word.tag == "MM":
            return start < end and word.text in ("한", "다른", "어느", "옆", "어떤")
        if word.tag == "MAG":
            return word.text == "또" and self.text.startswith("다른", start)
        if word.tag == "JKG":
            return start < end and at > 0 and self.words[at - 1].text == "씨"
        if word.tag.startswith(("SSC", "SP")) or word.text in _JOINING:
            return word.text in _OPENING or (word.text in _JOINING and start < end)
        return word.tag.startswith(_NOUNS) and not _VERBS.search(word.tag)

    def _opening(self, at: int, floor: int) -> int | None:
        """Return where the bracket or mark that a word closes is opened; a word of another kind is its own opening."""
        opening = _OPENING.get(self.words[at].text)
        if opening is None:
            return at
        for index in range(at - 1, max(floor, at - _MOST_BRACKETED) - 1, -1):
            if self.words[index].text == opening:
                return index
        return None
