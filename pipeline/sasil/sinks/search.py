"""Words as a search index wants them: Korean is found from inside its words, whatever particle follows."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W_]+")
_HANGUL = re.compile(r"[가-힣]")
_LONGEST = 20


def searchable(text: str) -> str:
    """Return the words of a text, and of each Korean word also its ends: a search for a beginning finds any part.

    SQLite's trigram index knows no word of two syllables, such as most Korean nouns are, and an index of whole
    words does not find 수소 in 그린수소. Ends are cut at twenty characters.

    >>> searchable("그린수소를 ESS에")
    '그린수소를 린수소를 수소를 소를 를 ESS에 SS에 S에 에'
    """
    found: list[str] = []
    for word in _WORD.findall(text):
        starts = range(len(word)) if _HANGUL.search(word) else range(0, len(word), _LONGEST)
        found += [word[start : start + _LONGEST] for start in starts]
    return " ".join(found)
