"""Where a long form begins: by the names known, by marks, by the letters of the short form."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from sasil.components.acronyms import patterns
from sasil.doc import Word
from sasil.record import Mention

_EOJEOL = re.compile(r"[가-힣A-Za-z0-9·ㆍ\-&+㈜]{1,40}$")
OPENING = {"’": "‘", "”": "“", "'": "'", '"': '"', "」": "「", "』": "『", "｣": "｢"}
_NOUN = ("NN", "SL", "SN", "SH", "XSN", "XR", "NR")
_LOOSE = frozenset(
    [
        *("올해", "내년", "지난해", "작년", "최근", "향후", "현재", "이번", "이날", "국내", "최초", "신규", "기존"),
        *("대표", "대표적", "주요", "관련", "이른바", "일명", "즉", "및", "등", "또", "각", "총", "약", "제"),
        *("분야", "부문", "대상", "일반", "전용", "자체", "이러한", "다양한", "새로운", "모든", "전체", "일부"),
    ]
)
"""Words that no long form begins with."""

_NAMED = ("ORG", "PROJECT", "LOC", "EVENT", "LAW")
_MOST_WORDS = 5


@dataclass(frozen=True)
class Reading:
    """A text with what is known of it: words by their ends, names by their ends."""

    text: str
    words: Sequence[Word]
    mentions: Sequence[Mention]

    @cached_property
    def named(self) -> dict[int, int]:
        """For the end of each name (no person's) its start."""
        return {m.end: m.start for m in self.mentions if m.type in _NAMED}

    @cached_property
    def bodies(self) -> frozenset[int]:
        """The ends of the names of organisations and places."""
        return frozenset(m.end for m in self.mentions if m.type in ("ORG", "LOC"))

    @cached_property
    def people(self) -> frozenset[int]:
        """The ends of the persons' names."""
        return frozenset(m.end for m in self.mentions if m.type == "PERSON")

    def is_noun(self, end: int) -> bool:
        """Tell whether a noun ends at a place, with no particle after it."""
        at = bisect_left(self.words, end, key=attrgetter("end"))
        if at == len(self.words) or self.words[at].end != end:
            return False
        return self.words[at].tag.rpartition("+")[2].startswith(_NOUN)


def quoted(text: str, end: int) -> tuple[int, int] | None:
    """Return the words in marks that end before ``end``, the closing mark included in what is passed over."""
    opening = OPENING.get(text[end - 1 : end])
    if opening is None:
        return None
    start = text.rfind(opening, max(0, end - 62), end - 1)
    if start < 0 or "\n" in text[start:end]:
        return None
    return start + 1, end - 1


def chain(reading: Reading, end: int) -> list[int]:
    """Return the starts of the words before ``end`` that may belong to one name, the nearest first."""
    starts: list[int] = []
    while len(starts) < _MOST_WORDS:
        word = _EOJEOL.search(reading.text, max(0, end - 40), end)
        if word is None or (starts and (word[0] in _LOOSE or not reading.is_noun(end))):
            break
        starts.append(word.start())
        end = word.start() - 1
        if reading.text[end : end + 1] != " ":
            break
    return starts


def long_start(reading: Reading, end: int, short: str) -> int | None:
    """Return where the long form that ends at ``end`` begins, for a short form in Latin letters."""
    letters = _initials(short)
    if end in reading.named:
        start = reading.named[end]
        return _within_name(reading.text, start, end, letters) if end in reading.bodies else start
    starts = chain(reading, end)
    if not starts:
        return None
    wanted = 2 * len(letters) - 1
    for start in starts:
        if _begins_with(reading.text[start:end], letters) and _syllables(reading.text[start:end]) >= len(letters):
            return start
    for start in starts:
        if _syllables(reading.text[start:end]) >= wanted:
            return start
    return starts[0] if _syllables(reading.text[starts[0] : end]) >= len(letters) else starts[-1]


def _initials(short: str) -> list[str]:
    """Return the letters that stand for words: the capitals, and a small one before a hyphen (r-CAM, but K-water)."""
    letters = [sign for sign in short if sign.isupper()]
    return [short[0].upper(), *letters] if short[0].islower() and short[1:2] == "-" else letters


def _within_name(text: str, start: int, end: int, letters: Sequence[str]) -> int:
    """Return where the long form begins in a name: at a later word where only that fits (미국 | 국립보건원 (NIH))."""
    seat = patterns.SEAT.match(text, start, end)
    if seat is not None and _syllables(text[seat.end() : end]) >= len(letters):
        return seat.end()
    if _begins_with(text[start:end], letters):
        return start
    later = [start + match.end() for match in re.finditer(" ", text[start:end])]
    fitting = (at for at in later if _begins_with(text[at:end], letters) and _syllables(text[at:end]) >= len(letters))
    return next(fitting, start)


def _begins_with(long: str, letters: Sequence[str]) -> bool:
    known = patterns.initials()
    for size in range(min(len(long), 8), 0, -1):
        if long[:size] in known:
            return bool(letters) and letters[0] in known[long[:size]]
    return False


def _syllables(long: str) -> int:
    return len(long) - long.count(" ")


def clipped_start(reading: Reading, end: int, short: str) -> int | None:
    """Return where the long form that ends at ``end`` begins, for a short form clipped from it, or None."""
    starts = [reading.named[end]] if end in reading.named else chain(reading, end)
    for start in starts:
        if is_clipping(short, reading.text[start:end]):
            return start
    return None


def is_clipping(short: str, long: str) -> bool:
    """Tell whether a short form takes its syllables from a long one, in order, with the first of one of its words.

    >>> is_clipping("산업부", "산업통상자원부"), is_clipping("기재부", "국토교통부")
    (True, False)
    """
    long = long.replace(" ", "")
    if len(long) <= len(short) or (long.startswith(short) and long[len(short) :] in _GENERIC):
        return False
    position = long.find(short[0])
    while position >= 0:
        if _is_subsequence(short, long[position:]):
            return True
        position = long.find(short[0], position + 1)
    return False


_GENERIC = frozenset(["시", "군", "구", "도", "읍", "면", "동", "리", "특별시", "광역시", "㈜", "(주)", "주식회사"])


def _is_subsequence(short: str, long: str) -> bool:
    rest = iter(long)
    return all(sign in rest for sign in short)
