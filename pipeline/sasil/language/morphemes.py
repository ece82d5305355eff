"""From Kiwi's morphemes to pieces of text: every character of the text in exactly one piece."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiwipiepy import Token

_WHITE = re.compile(r"\s+")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")

CHUNK = 4000
"""Code points that Kiwi reads at once: its time grows faster than the text beyond some ten thousand."""


Morpheme = tuple[str, str, int, int, int]
"""A morpheme as Kiwi gives it: form, tag (Sejong), start and length in the text, number of the sentence."""

_fields: Callable[[Token], Morpheme] = attrgetter("form", "tag", "start", "len", "sent_position")


class Piece(NamedTuple):
    """One token: start, surface, whether a space follows, tags and forms joined by ``+``, if it begins a sentence."""

    start: int
    surface: str
    space: bool
    tag: str
    form: str
    starts: bool


_piece: Callable[[tuple[int, str, bool, str, str, bool]], Piece] = partial(tuple.__new__, Piece)
"""Makes a piece in a third of the time that its class takes: there is one for each token of a text."""


def morphemes(tokens: Iterable[Token]) -> list[Morpheme]:
    """Return the morphemes of Kiwi's tokens; one call takes all fields of each, for there is a token each two signs."""
    return list(map(_fields, tokens))


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


def pieces(text: str, morphemes: Iterable[Morpheme]) -> list[Piece]:
    """Cut a text into tokens so that the tokens, with the spaces between them, give the text again.

    Morphemes that share a character (했 = 하 + 었) become one token with a joined tag. A single space after a token
    belongs to it; other white space, and what Kiwi passes over, is a token of its own.
    """
    found: list[Piece] = []
    sentence: int | None = None
    position = 0
    ended = f"{text}\n"
    for start, end, tag, form, number in _joined(morphemes, len(text)):
        surface = text[start:end].lstrip()
        if not surface:
            continue
        start = end - len(surface)
        if position < start:
            found += _between(text, position, start)
        space = ended[end] == " "
        found.append(_piece((start, surface, space, tag, form, number != sentence)))
        sentence = number
        position = end + space
    found += _between(text, position, len(text))
    return found


def _joined(morphemes: Iterable[Morpheme], length: int) -> list[tuple[int, int, str, str, int]]:
    found: list[tuple[int, int, str, str, int]] = []
    begin = stop = sentence = 0
    tags = forms = ""
    for form, tag, start, long, number in morphemes:
        end = start + long if start + long < length else length
        if start < stop:
            stop, tags, forms = max(stop, end), f"{tags}+{tag}", f"{forms}+{form}"
        elif start < end:
            if stop:
                found.append((begin, stop, tags, forms, sentence))
            begin, stop, tags, forms, sentence = start, end, tag, form, number
    if stop:
        found.append((begin, stop, tags, forms, sentence))
    return found


def _between(text: str, start: int, end: int) -> Iterator[Piece]:
    """Give what lies between two morphemes: white space, or signs that Kiwi passes over."""
    while start < end:
        white = _WHITE.match(text, start, end)
        if white is not None:
            yield Piece(start, white[0], False, "_SP", white[0], False)
            start = white.end()
            continue
        following = _WHITE.search(text, start, end)
        stop = end if following is None else following.start()
        space = text[stop : stop + 1] == " " and stop < end
        yield Piece(start, text[start:stop], space, "SW", text[start:stop], False)
        start = stop + space
