"""Words as a search index wants them: Korean is found from inside its words, whatever particle follows."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_PLACE = re.compile(r"[가-힣]|[^\W_가-힣]+")
_KOREAN = re.compile(r"[가-힣]+")
_LONGEST = 20


def searchable(text: str) -> str:
    """Return the words of a text, and of each Korean word also its ends: a search for a beginning finds any part.

    SQLite's trigram index knows no word of two syllables, such as most Korean nouns are, and an index of whole
    words does not find 수소 in 그린수소. Letters and digits before a particle are a word too. Ends are cut at twenty
    characters.

    >>> searchable("그린수소를 ESS에")
    '그린수소를 린수소를 수소를 소를 를 ESS에 ESS 에'
    """
    found: list[str] = []
    for word in _WORD.findall(text):
        if _KOREAN.fullmatch(word):
            found += [word[start : start + _LONGEST] for start in range(len(word))]
            continue
        for place in _PLACE.finditer(word):
            found.append(word[place.start() : place.start() + _LONGEST])
            if len(place[0]) > 1 and place.end() < len(word):
                found.append(place[0][:_LONGEST])
    return " ".join(found)
