"""The names of gatherings that are numbered and end with no known head: 제41회 나루 은어제."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.events.context import sentence
from sasil.components.events.patterns import COUNTED, NO_GATHERING
from sasil.components.projects.reading import Reading

_PIECE = re.compile(r"[가-힣A-Za-z0-9·&+\-]+")
_MOST_PIECES = 7
_SHORTEST = 3
_TOLD = re.compile(r"(?:[을를이가은는]|에서|에는|에)?(?:[\s,]|$|[’”'\"…])")
_HELD = re.compile(r"열[렸리린었어]|연다|개최|개막|폐막|막을|성황|성료|팡파르|펼쳐|참가|참석")


def counted_names(read: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names that a number leads (제27회 나루 은어제가 …), where a day or an opening is told of them."""
    for number in COUNTED.finditer(read.text):
        end = _end(read, number.end())
        surface = read.text[number.end() : end]
        if len(surface) < _SHORTEST or NO_GATHERING.search(surface) or not _TOLD.match(read.text, end):
            continue
        first, last = sentence(read.text, number.start(), end)
        dated = any(m.type in ("DATE", "TIME") for m in read.known_from(first, last))
        if dated or _HELD.search(read.text, end, last):
            yield number.start(), end, "events.counted"


def _end(read: Reading, place: int) -> int:
    """Return where the nouns end that begin at a place: before a particle, a sign, a day or a person."""
    end = place
    for _ in range(_MOST_PIECES):
        piece = _PIECE.match(read.text, place)
        if piece is None or any(m.type in ("DATE", "TIME", "PERSON", "ORG") for m in read.known_from(place)):
            break
        word = read.ending_at(piece.end())
        if word is None or not word.tag.startswith(("N", "SL", "SN", "XS", "J", "XR", "W_")) or "E" in word.tag:
            break
        if word.tag.startswith("J"):
            inside = [w.start for w in read.words_between(place, piece.end()) if w.tag.startswith("J")]
            return inside[0] if inside[0] > place else end
        end = piece.end()
        if read.text[end : end + 1] != " ":
            break
        place = end + 1
    return end
