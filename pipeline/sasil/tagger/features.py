"""What the tagger sees of a token: numbers of table rows, for the token alone and for its place in the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from sasil.tagger.tokens import Token

WORDS, TAGS, SHAPES, GRAMS = 1 << 14, 1 << 9, 1 << 9, 1 << 14
"""Rows of the hashed tables; the first row of each is nothing."""

MOST_GRAMS = 16
"""N-grams of a token that are read at most."""

OURS = 8
"""Added to a place, it asks for names by Sasil's guideline and not by KLUE's."""

PLACES = 2 * OURS
"""Rows of the table of places: a space before, a space behind, a sentence's first; KLUE's first, then ours."""

_TRIES = 5
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
    """Known names by form, each with the bits of its classes, and endings with the number of their class."""

    forms: Mapping[str, int]
    endings: Mapping[str, int]

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
    text, word, tag = token.text, token.word, token.tag
    of_word = known.get(f"{word}/{tag}", 0)
    of_piece = of_word if not token.part else known.get(f"{text}/NNP", 0) or known.get(f"{text}/NNG", 0)
    return Still(
        of_word,
        of_piece,
        row(text, WORDS),
        _tag_row(tag),
        _tag_row(tag.partition("+")[0]),
        row(shape(text), SHAPES),
        token.part,
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


def places(tokens: Sequence[Token]) -> list[int]:
    """Return for each token of a sentence whether a space stands before and behind it."""
    found: list[int] = []
    before = -1
    for token in tokens:
        apart = token.start != before
        if found and apart:
            found[-1] |= 2
        found.append((4 if before < 0 else 1) if apart else 0)
        before = token.end
    if found:
        found[-1] |= 2
    return found


def matches(text: str, tokens: Sequence[Token], forms: Mapping[str, int]) -> list[tuple[int, int]]:
    """Return for each token the classes of the known name that it begins, and of the one that it goes on.

    A name is looked for over up to five tokens, the longest first.
    """
    begun = [0] * len(tokens)
    inside = [0] * len(tokens)
    for i, token in enumerate(tokens):
        if token.tag[0] not in _OPENS:
            continue
        start = token.start
        for j in range(min(i + _TRIES, len(tokens)) - 1, i - 1, -1):
            end = tokens[j].end
            bits = forms.get(text[start:end]) if end - start <= 24 else None
            if bits:
                begun[i] |= bits
                for k in range(i + 1, j + 1):
                    inside[k] |= bits
                break
    return list(zip(begun, inside, strict=True))
