"""From Kiwi's words to the tagger's tokens: words are cut where a name may end inside them (평택시장, 후씨, 남북)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

from sasil.doc import Word, starts_of

_NOUNS = frozenset({"NNG", "NNP", "SL", "SH", "XR", "MAG", "NR", "UN"})
_SEAMS = re.compile(r"[ ·ㆍᆞ・/∼~](?=.)|(?<=[가-힣])(?=[0-9A-Za-z])")

_LINE_END = re.compile(r"\n+")
_NUMBERED = ("SL", "SN")  # a full stop behind them ends no sentence: 조지 W. 부시, 3. 1.

LONGEST = 250
"""Tokens that the network reads in one piece at most."""


_tag = itemgetter(3)


class Part(NamedTuple):
    """A part of a word that is cut: its place, its surface, the word's tag, the whole word, and which part it is.

    ``number`` is 1 for the first part of a word, 2 for one inside and 3 for the last.
    """

    start: int
    end: int
    text: str
    tag: str
    word: str
    number: int


Token = Word | Part
"""A word that is cut nowhere, or a part of one; from the third field on it tells what it is wherever it stands."""


class Cutter:
    """Cuts words into tokens by what training has seen names end in.

    ``words`` gives the cuts of a known word, ``endings`` what may follow a name inside a word that Kiwi does not know;
    ``known`` are the words that Kiwi knows, as ``word/tag``.

    >>> cutter = Cutter({"남북": (1,)}, {"씨", "시장"}, {"시장/NNG"})
    >>> [cutter.cuts("남북", "NNP"), cutter.cuts("서울시장", "NNP"), cutter.cuts("시장", "NNG")]
    [(1,), (2,), ()]
    """

    def __init__(self, words: Mapping[str, Sequence[int]], endings: Iterable[str], known: Container[str]) -> None:
        self.words = {word: tuple(cuts) for word, cuts in words.items()}
        self.endings = frozenset(endings)
        self._longest = max(map(len, self.endings), default=0)
        self._known = known
        self._held: dict[tuple[str, str], tuple[int, ...]] = {}

    def cuts(self, word: str, tag: str) -> tuple[int, ...]:
        """Return the places inside a word where it is cut."""
        if len(word) < 2:
            return ()
        key = (word, tag)
        held = self._held.get(key)
        if held is None:
            if len(self._held) > 1 << 15:
                self._held.clear()
            held = self._held[key] = self._cuts(word, tag)
        return held

    def _cuts(self, word: str, tag: str) -> tuple[int, ...]:
        found = set(self.words.get(word, ()))
        if tag not in _NOUNS:
            return tuple(sorted(found))
        found.update(seam.end() for seam in _SEAMS.finditer(word))
        if not found and f"{word}/{tag}" not in self._known:
            lengths = range(min(self._longest, len(word) - 1), 0, -1)
            found.update(next(((len(word) - n,) for n in lengths if word[-n:] in self.endings), ()))
        return tuple(sorted(cut for cut in found if 0 < cut < len(word)))

    def tokens(self, words: Iterable[Word]) -> list[Token]:
        """Return the tokens of a text's words in order."""
        found: list[Token] = []
        for word in words:
            cuts = self.cuts(word.text, word.tag)
            if cuts:
                found += _parts(word, cuts)
            else:
                found.append(word)
        return found


def _parts(word: Word, cuts: tuple[int, ...]) -> Iterator[Part]:
    start, text, at = word.start, word.text, 0
    for cut in (*cuts, len(text)):
        number = 1 if at == 0 else 3 if cut == len(text) else 2
        yield Part(start + at, start + cut, text[at:cut], word.tag, text, number)
        at = cut


def bounds_of(text: str, tokens: Sequence[Token]) -> list[int]:
    """Return the numbers of the tokens that begin a sentence, and the number of tokens last.

    A sentence ends with a line, with a full stop before a space, or at the bound of its length.

    >>> words = [Word(0, 1, "가", "NNG"), Word(1, 2, ".", "SF"), Word(3, 4, "나", "NNG")]
    >>> bounds_of("가. 나", Cutter({}, (), ()).tokens(words))
    [0, 2, 3]
    """
    starts = starts_of(tokens)
    begun = {bisect_left(starts, line.end()) for line in _LINE_END.finditer(text)}
    begun.update(i + 1 for i, tag in enumerate(map(_tag, tokens)) if tag == "SF" and _ends(tokens, i))
    found = [0]
    for i in sorted(begun | {len(tokens)}):
        found += range(found[-1] + LONGEST, i, LONGEST)
        if i > found[-1]:
            found.append(i)
    return found


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a full stop ends a sentence: a space stands behind it, and no initial or number before it."""
    apart = i + 1 < len(tokens) and tokens[i + 1].start != tokens[i].end
    return apart and not (i and tokens[i - 1].tag in _NUMBERED)
