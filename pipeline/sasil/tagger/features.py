"""What the tagger sees of a token: numbers of table rows, for the token alone and for its place in the sentence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from sasil.doc import starts_of
from sasil.tagger.full_names import NO_NAMES, FullNames
from sasil.tagger.tokens import Part, Token

WORDS, TAGS, SHAPES, GRAMS = 1 << 14, 1 << 9, 1 << 9, 1 << 14
"""Rows of the hashed tables; the first row of each is nothing."""

MOST_GRAMS = 16
"""N-grams of a token that are read at most."""

OURS = 8
"""Added to a place, it asks for names by Sasil's guideline and not by KLUE's."""

PLACES = 2 * OURS
"""Rows of the table of places: a space before, a space behind, a sentence's first; KLUE's first, then ours."""

_TRIES = 5
_LONGEST = 24
_end = itemgetter(1)
_OPENS = ("N", "S", "X", "U", "M")


class Still(NamedTuple):
    """What is the same wherever the token stands: rows of the tables of words, tags, shapes, n-grams and endings."""

    known: int
    piece: int
    word: int
    tag: int
    first_tag: int
    shape: int
    part: int
    ending: int
    grams: tuple[int, ...]


class Gazetteer(NamedTuple):
    """Known names by form, each with the bits of its classes, and endings with the number of their class.

    ``heads`` are the first two signs of the names, each with the length of the longest; the first bits are the levels
    of ``full_names``.
    """

    forms: Mapping[str, int]
    endings: Mapping[str, int]
    heads: Mapping[str, int]
    full_names: FullNames

    @staticmethod
    def of(forms: Mapping[str, int], endings: Mapping[str, int], full_names: FullNames = NO_NAMES) -> Gazetteer:
        """Return the gazetteer of some names of two signs or more, and endings."""
        heads: dict[str, int] = {}
        for form in forms:
            heads[form[:2]] = max(heads.get(form[:2], 0), min(len(form), _LONGEST))
        return Gazetteer(forms, endings, heads, full_names)

    def ending(self, text: str) -> int:
        """Return the class of the longest ending of a text, 0 for none."""
        for n in range(min(len(text), 4), 0, -1):
            found = self.endings.get(text[-n:])
            if found is not None:
                return found
        return 0


def row(text: str, rows: int) -> int:
    """Return the row of a text in a hashed table, never its first.

    >>> row("창원", 512) == row("창원", 512) and 0 < row("창원", 512) < 512
    True
    """
    return crc32(text.encode("utf-8", "replace")) % (rows - 1) + 1


def still(token: Token, known: Mapping[str, int], gazetteer: Gazetteer) -> Still:
    """Return what is the same of a token wherever it stands; ``known`` gives the rows of Kiwi's vectors."""
    text, tag = token.text, token.tag
    word, part = (token.word, token.number) if isinstance(token, Part) else (text, 0)
    of_word = known.get(f"{word}/{tag}", 0)
    of_piece = of_word if not part else known.get(f"{text}/NNP", 0) or known.get(f"{text}/NNG", 0)
    return Still(
        of_word,
        of_piece,
        row(text, WORDS),
        _tag_row(tag),
        _tag_row(tag.partition("+")[0]),
        row(shape(text), SHAPES),
        part,
        gazetteer.ending(text),
        grams(text),
    )


@lru_cache(4096)
def _tag_row(tag: str) -> int:
    return row(tag, TAGS)


def grams(text: str) -> tuple[int, ...]:
    """Return the rows of a text's single signs and pairs of signs, with its bounds."""
    bound = f"<{text}>"
    pairs = [bound[i : i + 2] for i in range(len(bound) - 1)]
    if len(pairs) + len(text) > MOST_GRAMS:
        half = MOST_GRAMS // 2
        return tuple(row(pair, GRAMS) for pair in (*pairs[:half], *pairs[-half:]))
    return tuple(row(gram, GRAMS) for gram in (*pairs, *text))


def shape(text: str) -> str:
    """Return the kinds of a text's signs, at most two of a kind in a row.

    >>> [shape(text) for text in ("창원시", "2025", "KIWI2", "(주)")]
    ['kk', 'dd', 'XXd', '(k)']
    """
    found = ""
    for sign in text[:24]:
        kind = _kind(sign)
        if found[-2:] != kind * 2:
            found += kind
    return found[:8]


def _kind(sign: str) -> str:
    if "가" <= sign <= "힣":
        return "k"
    if sign.isdigit():
        return "d"
    if sign.isascii() and sign.isalpha():
        return "X" if sign.isupper() else "x"
    return "h" if "一" <= sign <= "鿿" else sign


def places(tokens: Sequence[Token], bounds: Sequence[int]) -> NDArray[np.int64]:
    """Return for each token whether a space stands before (1) and behind it (2), or its sentence begins with it (4).

    ``bounds`` are the numbers of the sentences' first tokens, and behind the last one's end.
    """
    starts = np.array(starts_of(tokens))
    ends = np.array(list(map(_end, tokens)))
    found = np.zeros(len(tokens), np.int64)
    apart = starts[1:] != ends[:-1]
    found[1:] = apart
    found[:-1] += 2 * apart
    edges = np.asarray(bounds)
    found[edges[1:] - 1] |= 2
    found[edges[:-1]] = found[edges[:-1]] & 2 | 4
    return found


def matches(text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> list[tuple[int, int, int]]:
    """Return the tokens in known names, each with the classes of the name that it begins and of those that it goes on.

    A name is looked for over up to five tokens, the longest first. What looks like a full name has the bits of its
    level and those below.
    """
    forms, heads = gazetteer.forms, gazetteer.heads
    begun: dict[int, int] = {}
    inside: dict[int, int] = {}
    starts, ends = starts_of(tokens), list(map(_end, tokens))
    lengths = map(heads.get, [text[start : start + 2] for start in starts])
    for i, longest in [(i, longest) for i, longest in enumerate(lengths) if longest is not None]:
        if not tokens[i].tag.startswith(_OPENS):
            continue
        start = starts[i]
        last = bisect_right(ends, start + longest, i, min(i + _TRIES, len(ends))) - 1
        for j in range(last, i - 1, -1):
            bits = forms.get(text[start : ends[j]])
            if bits:
                begun[i] = bits
                for k in range(i + 1, j + 1):
                    inside[k] = inside.get(k, 0) | bits
                break
    for i, j, level in gazetteer.full_names.find(text, tokens):
        bits = (1 << level) - 1
        begun[i] = begun.get(i, 0) | bits
        for k in range(i + 1, j + 1):
            inside[k] = inside.get(k, 0) | bits
    return [(i, begun.get(i, 0), inside.get(i, 0)) for i in sorted(begun.keys() | inside.keys())]
