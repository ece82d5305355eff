"""Bodies whose names begin with a place: 송산면 소각장 반대대책위원회, 라오스 천연자원환경부, 청주시 의회."""

from __future__ import annotations

import re
from functools import cache

from sasil.components.names.bodies import COMMITTEES
from sasil.components.names.gazetteer import denied, ending_of, signs, title_of
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading

PEOPLED = ("산단", "시장", "상가", "단지", "마을", "거리", "상점가", "아파트")
"""Ends of facilities whose people found bodies of their own."""


def people_of(reading: Reading, phrase: Phrase | None, *, named: bool) -> Phrase | None:
    """Return the last word of a body of a place's people: 상인회, 소각장 신설반대 대책위원회, 상가번영회."""
    if phrase is None:
        return None
    if named and phrase.stem.endswith(bodies_of_people()):
        return phrase
    for _ in range(_MOST_CAUSES):
        if phrase.stem.endswith(COMMITTEES):
            return phrase
        behind = reading.next_to(phrase.number)
        if behind is None or not phrase.bare or title_of(phrase.stem) is not None:
            break
        phrase = behind
    return None


_MOST_CAUSES = 3


@cache
def bodies_of_people() -> tuple[str, ...]:
    """Return what ends the names of bodies that the people of a place found: 상인회, 어촌계."""
    return tuple(signs("of_people"))


def is_ministry(phrase: Phrase) -> bool:
    """Tell whether a word behind a country is a part of its government: 라오스 천연자원환경부."""
    stem = phrase.stem
    if len(stem) < 3 or not stem.endswith(("부", "청", "국", "외무성", "산업성", "교통성", "국무원")):
        return False
    return phrase.common and len(phrase.tags) > 1 and _NO_MINISTRY.search(stem) is None


_NO_MINISTRY = re.compile(
    r"(?:[동서남북중내외일전대간학]부|(?:당사|사무|출입|본|각|한|양|미|중|방송|편집|전화|약|우체|지|분)국"
    r"|요청|신청|본부|지부)\Z"
)


def with_body(reading: Reading, index: int, end: int) -> int:
    """Return the end of a government's own body behind its name: 청주시 의회, 창원시 체육회."""
    body = reading.next_to(index)
    if body is None or end != reading.phrases[index].end or body.stem not in denied("ORG"):
        return end
    ending = ending_of(body.stem, "ORG")
    return body.stop if ending is not None and ending.need in ("free", "sure") and len(body.stem) < 9 else end
