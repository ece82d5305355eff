"""People in rows of names: the rest of a row most of which are people already (심상윤, 진시훈, 조하성이 나섰다)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.gazetteer import is_general, known_names, surnames, title_of
from sasil.components.names.patterns import TAIL
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_ROW = re.compile(r"[가-힣]{2,5}(?:,[ ][가-힣]{2,5}){2,60}")
_IN_FRONT = re.compile(r"(?<![가-힣])(?:[가-힣]{2,4},[ ]){1,8}\Z")
_WORD = re.compile(r"[가-힣]+")
_FARTHEST = 50
_WHOLE = 3
_WEIGHT = 4


def find_in_rows(reading: Reading) -> Iterator[Candidate]:
    """Give the full names in rows of three or more of which at least half are people that the text has made known.

    >>> from sasil.components.names.reading import Reading
    >>> text = "수비에는 심상윤, 진시훈, 조하성이 섰다."
    >>> reading = Reading(text, [])
    >>> reading.meet([(5, 8), (10, 13)])
    >>> [text[c.start : c.end] for c in find_in_rows(reading)]
    ['조하성']
    """
    text, reached = reading.text, 0
    for end, start in sorted(reading.people_at.items()):
        if start < reached or not (text.startswith(", ", end) or text.endswith(", ", 0, start)):
            continue
        front = _IN_FRONT.search(text, max(start - _FARTHEST, 0), start)
        row = _ROW.match(text, front.start() if front else start)
        if row is None:
            continue
        reached = row.end()
        words = [word.span() for word in _WORD.finditer(text, *row.span())]
        strangers = [(at, stop) for at, stop in words if not _is_met(reading, at, stop)]
        if 2 * len(strangers) <= len(words):
            names = (at for at, stop in strangers if _is_name(reading, at, text[at:stop]))
            yield from (Candidate(at, at + _WHOLE, "PERSON", "person_row", _WEIGHT) for at in names)


def _is_met(reading: Reading, start: int, end: int) -> bool:
    return any(reading.text[start:stop] in reading.people for stop in range(start + 2, end + 1))


def _is_name(reading: Reading, place: int, word: str) -> bool:
    """Tell whether a word is a full name with nothing but a particle behind it, and no word that dictionaries hold."""
    name, phrase = word[:_WHOLE], reading.phrases.starting(place)
    if phrase is not None and phrase.common:
        return False
    if len(name) < _WHOLE or name[0] not in surnames() or (len(word) > _WHOLE and TAIL.match(word, _WHOLE) is None):
        return False
    return name not in known_names().forms and not is_general(name) and title_of(name) is None
