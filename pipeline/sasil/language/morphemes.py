"""From Kiwi's morphemes to pieces of text: every character of the text in exactly one piece."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_WHITE = re.compile(r"\s+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")

CHUNK = 4000
"""Code points that Kiwi reads at once: its time grows faster than the text beyond some ten thousand."""


class Morpheme(NamedTuple):
    """A morpheme as Kiwi gives it: its form, its tag (Sejong), its place in the text, the number of its sentence."""

    form: str
    tag: str
    start: int
    end: int
    sentence: int


class Piece(NamedTuple):
    """One token: its surface, whether a space follows, tags and forms joined by ``+``, and if it begins a sentence."""

    surface: str
    space: bool
    tag: str
    form: str
    starts: bool


def chunks(text: str, size: int = CHUNK) -> Iterator[str]:
    r"""Cut a text at line ends into chunks of about ``size`` code points; a longer line is cut after white space.

    >>> list(chunks("가나다라\n마바", 5))
    ['가나다라\n', '마바']
    """
    held: list[str] = []
    length = 0
    for line in _LINES.findall(text):
        for part in _long_line(line, size):
            if length + len(part) > size and held:
                yield "".join(held)
                held, length = [], 0
            held.append(part)
            length += len(part)
    if held:
        yield "".join(held)


def _long_line(line: str, size: int) -> Iterator[str]:
    start = 0
    while len(line) - start > size:
        cut = line.rfind(" ", start + size // 2, start + size) + 1 or start + size
        yield line[start:cut]
        start = cut
    yield line[start:]


def pieces(text: str, morphemes: Iterable[Morpheme]) -> Iterator[Piece]:
    """Cut a text into tokens so that the tokens, with the spaces between them, give the text again.

    Morphemes that share a character (했 = 하 + 었) become one token with a joined tag. A single space after a token
    belongs to it; other white space, and what Kiwi passes over, is a token of its own.
    """
    sentence: int | None = None
    position = 0
    for start, end, tag, form, number in _joined(morphemes, len(text)):
        surface = text[start:end].lstrip()
        if not surface:
            continue
        start = end - len(surface)
        if position < start:
            yield from _between(text, position, start)
        space = text.startswith(" ", end)
        yield Piece(surface, space, tag, form, number != sentence)
        sentence = number
        position = end + space
    yield from _between(text, position, len(text))


def _joined(morphemes: Iterable[Morpheme], length: int) -> Iterator[tuple[int, int, str, str, int]]:
    begin = stop = sentence = 0
    tags = forms = ""
    for form, tag, start, end, number in morphemes:
        end = min(end, length)
        if start < stop:
            stop, tags, forms = max(stop, end), f"{tags}+{tag}", f"{forms}+{form}"
        elif start < end:
            if stop:
                yield begin, stop, tags, forms, sentence
            begin, stop, tags, forms, sentence = start, end, tag, form, number
    if stop:
        yield begin, stop, tags, forms, sentence


def _between(text: str, start: int, end: int) -> Iterator[Piece]:
    """Give what lies between two morphemes: white space, or signs that Kiwi passes over."""
    while start < end:
        white = _WHITE.match(text, start, end)
        if white is not None:
            yield Piece(white[0], False, "_SP", white[0], False)
            start = white.end()
            continue
        following = _WHITE.search(text, start, end)
        stop = end if following is None else following.start()
        space = text[stop : stop + 1] == " " and stop < end
        yield Piece(text[start:stop], space, "SW", text[start:stop], False)
        start = stop + space
