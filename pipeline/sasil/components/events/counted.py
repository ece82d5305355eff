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
_RITE = re.compile(
    r"(?:[가-힣]+ ){0,3}?[가-힣]{2,}(?:제|축제|대축전|문화제)(?=[ ’”'\"])(?! (?:사업|계획|공사|용역|과제))"
)
"""A festival's name, whatever follows it: 제90회 춘향제 예산."""

_VISITED = re.compile(r"(?:열린|열리는|열릴|개막한|개최된|개최되는|박람회|전시회|대회|행사)(?:인)? ?[‘“'\"]?$")
_SHOWN = re.compile(
    r"[’”'\"]?(?:에서?|의)?\s(?:[가-힣A-Za-z]+ )?(?:참가|참여|출품|전시|부스|[개폐]막|현장|혁신상"
    r"|수상|단독|공동관|한국관|막을)"
)
_TOLD = re.compile(r"(?:[을를이가은는]|에서|에는|에)?(?:[\s,]|$|[’”'\"…])")
_HELD = re.compile(r"열[렸리린었어]|연다|개최|개막|폐막|막을|성황|성료|팡파르|펼쳐|참가|참석")


def counted_names(read: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names that a number leads (제27회 나루 은어제가 …), where a day or an opening is told of them."""
    for number in COUNTED.finditer(read.text):
        if number["fair"]:
            if _is_fair(read.text, *number.span()):
                yield *number.span(), "events.counted"
            continue
        end = _end(read, number.end())
        rite = _RITE.match(read.text, number.end(), end)
        end = rite.end() if rite is not None else end
        surface = read.text[number.end() : end]
        if len(surface) < _SHORTEST or NO_GATHERING.search(surface) or not _TOLD.match(read.text, end):
            continue
        first, last = sentence(read.text, number.start(), end)
        dated = any(m.type in ("DATE", "TIME") for m in read.known_from(first, last))
        if rite is not None or dated or _HELD.search(read.text, end, last):
            yield number.start(), end, "events.counted"


def _is_fair(text: str, start: int, end: int) -> bool:
    """Tell whether words beside a name in Latin letters say that it is held or visited: 열린 MWC 2026에서."""
    before = _VISITED.search(text, max(0, start - 14), start) is not None
    return _SHOWN.match(text, end) is not None or (before and _TOLD.match(text, end) is not None)


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
