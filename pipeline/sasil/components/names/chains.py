"""Chains of places: what can stand behind a place so that both are one name: 전남 여수시 화정면, 서울 강남구 누리홀."""

from __future__ import annotations

import re
from typing import NamedTuple

from sasil.components.names.bodies import is_proper
from sasil.components.names.clues import TOWN
from sasil.components.names.foreign import sounds_foreign
from sasil.components.names.gazetteer import (
    GOVERNMENT,
    PLACE,
    Ending,
    Entry,
    denied,
    ending_of,
    ends_denied,
    is_general,
    known_names,
    signs,
    title_of,
)
from sasil.components.names.governments import HEADS
from sasil.components.names.patterns import PLACED, VENUE_BEHIND
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.sites import is_landmark

_ROAD = re.compile(r"[가-힣]{2,6}\d{0,3}(?:대로|로|길)\Z")
_STATE = re.compile(r"[가-힣]{2,8}(?:주|성|현|시)\Z")
_ABROAD = frozenset({"country", "abroad"})
_DIGIT = re.compile(r"\d")
_LANDED = GOVERNMENT | {"town", "bare", "province_bare"}
"""Places that a mountain, a river or a temple can lie in."""

_NUMBERED = re.compile(r"제?\d{1,2}(?:부두|전시장|(?:여객)?터미널|공장|발전소|청사|캠퍼스)\Z")
SIDES = ("북부", "남부", "동부", "서부", "중부", "북동부", "남동부", "서북부", "남서부")
_INTO = ("에", "으로", "로", "서", "까지", "부터")


class Link(NamedTuple):
    """One part of a chain: the number of its phrase, the length of the name in it, and its kind."""

    at: int
    length: int
    kind: str


def is_sited(reading: Reading, start: int, end: int) -> bool:
    """Tell whether words stand where a venue does: behind a time or 장소, before a room, 에서 or the end of a cell."""
    if not reading.before(start).isspace() or VENUE_BEHIND.match(reading.text, end) is None:
        return False
    return PLACED.search(reading.text, max(start - 24, 0), start) is not None


def next_link(reading: Reading, index: int, chain: list[Link]) -> Link | None:
    """Return what a phrase adds to the places before it, or None."""
    phrase, kind = reading.phrases[index], chain[-1].kind
    for entry in known_names().starting(phrase.raw):
        if (entry.kind in GOVERNMENT or entry.kind in PLACE) and _closes(phrase, entry, kind):
            return Link(index, len(entry.form), entry.kind)
    abroad = kind in _ABROAD or (kind == "region" and sounds_foreign(phrase.stem))
    if abroad and _is_abroad(reading, phrase) and not _of_project(reading, index):
        return Link(index, len(phrase.stem.removesuffix("의")), "abroad")
    if kind in ("province", "province_bare", "bare") and phrase.stem in SIDES:
        return Link(index, len(phrase.stem), "area")
    if _is_town(phrase, kind):
        return Link(index, len(phrase.stem), "town")
    if kind in ("town", "district", "road", "city") and _ROAD.match(phrase.stem) and not phrase.common:
        return Link(index, len(phrase.stem), "road")
    if kind in ("venue", "facility", "area", "region") and _NUMBERED.match(phrase.stem):
        return Link(index, len(phrase.stem), "facility")
    if is_facility(phrase, in_chain=True) and _worth(reading, phrase, chain):
        return Link(index, len(phrase.stem), "facility")
    if _names_facility(reading, phrase, chain) or (kind in _LANDED and is_landmark(reading, phrase)):
        return Link(index, len(phrase.stem), "named")
    return None


def _is_abroad(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word behind a country is a state or a city in it: 라오스 참파삭주, 캐나다 버나비에서."""
    if _state(phrase):
        return True
    if any(entry.kind == "country" for entry in known_names().starting(phrase.raw)):
        return False  # 미국 중국 브라질 등
    if (
        phrase.stem in reading.firms_abroad
        or ending_of(phrase.stem, "ORG") is not None
        or title_of(phrase.stem) is not None
    ):
        return False
    if len(phrase.tags) > 1 and phrase.tags[0].tag == "NNP" and phrase.tags[0].end == phrase.stop - 1:
        return phrase.stem[-1] in "주성현" and len(phrase.stem) > 2
    if not phrase.unknown:
        return False
    if len(phrase.stem) > 2 and phrase.stem[-1] == "대":
        return False
    if _STATE.match(phrase.stem) is not None:
        return True
    if len(phrase.stem) < 2:
        return False
    listed = phrase.text_after in (",", "·")
    return phrase.tail.startswith(_INTO) or ((sounds_foreign(phrase.stem) or listed) and phrase.tail in ("", "의"))


def _of_project(reading: Reading, index: int) -> bool:
    """Tell whether a word begins the name of a project: 인도네시아 | 반둥 상수도 사업."""
    for at in range(index, min(index + 5, len(reading.phrases))):
        if at > index and not reading.phrases[at].joined:
            return False
        if reading.phrases[at].stem.endswith(("사업", "프로젝트", "공사")) and at > index:
            return True
    return False


def _is_town(phrase: Phrase, kind: str) -> bool:
    if kind in ("facility", "named", "venue", "region", *_ABROAD) or not _town_in(kind, phrase.stem):
        return False
    if TOWN.match(phrase.stem) is None or phrase.stem in denied("TOWN"):
        return False
    return not phrase.common_word and not (phrase.common and len(phrase.stem) == 2)


def _names_facility(reading: Reading, phrase: Phrase, chain: list[Link]) -> bool:
    """Tell whether a word is the proper part of a venue: 진천 메가폴리스 산업단지에, 14시 서울 마포구 누리홀."""
    if chain[-1].kind == "named" or len(phrase.stem) < 2 or phrase.common_word or title_of(phrase.stem) is not None:
        return False
    if is_general(phrase.stem) or phrase.stem in known_names().forms or is_room(phrase.stem):
        return False
    if phrase.stem in signs("beside_place"):
        return False
    behind = reading.next_to(phrase.number)
    if behind is not None and phrase.bare and (is_plain_facility(behind) or (phrase.unknown and _is_venue(behind))):
        return True
    strange = phrase.unknown or phrase.stem[:1].isascii()
    return strange and is_sited(reading, reading.phrases[chain[0].at].start, phrase.stop)


def is_room(stem: str) -> bool:
    """Tell whether a word is a room or a floor: 세미나실, 2층, 제2전시장."""
    return (stem[0].isdigit() and stem[-1] in "층홀관호실") or stem in signs("venue_room")


def _is_venue(phrase: Phrase) -> bool:
    entry = known_names().first(phrase.stem)
    return (entry is not None and entry.kind == "venue") or (
        is_facility(phrase, in_chain=True) and phrase.tail.startswith(_INTO)
    )


def is_plain_facility(phrase: Phrase) -> bool:
    """Tell whether a word is a kind of facility and no more: 산업단지, 중앙시장, 선착장."""
    ending = ending_of(phrase.stem, "LOC")
    return ending is not None and (ending.form == phrase.stem or is_general(phrase.stem[: -len(ending.form)]))


def _town_in(kind: str, stem: str) -> bool:
    """Tell whether a town can stand behind a place of a kind: no village behind a bare city."""
    return not (kind in ("bare", "province_bare", "area") and stem.endswith(("리", "가")))


def _closes(phrase: Phrase, entry: Entry, chain_kind: str) -> bool:
    rest = phrase.rest(len(entry.form))
    if entry.kind == "country" or chain_kind in ("facility", "named") or chain_kind == entry.kind != "abroad":
        return False
    if chain_kind == "venue" and entry.kind != "venue":
        return False
    if is_room(phrase.stem):
        return False
    return phrase.closes_at(len(entry.form)) or (entry.kind in GOVERNMENT and bool(HEADS.match(rest)))


def _state(phrase: Phrase) -> bool:
    entry = known_names().first(phrase.stem)
    return entry is not None and entry.kind == "abroad" and phrase.stem[len(entry.form) :] in ("", "주", "시", "성")


def _worth(reading: Reading, phrase: Phrase, chain: list[Link]) -> bool:
    """Tell whether a facility belongs to the places before it: a general word only where something happens."""
    ending = ending_of(phrase.stem, "LOC")
    head = phrase.stem[: -len(ending.form)] if ending else ""
    if ending is not None and ending.form in _WORKS and _is_plain_head(phrase, head):
        return False
    if chain[-1].kind == "named" or is_sited(reading, reading.phrases[chain[0].at].start, phrase.stop):
        return True
    if chain[-1].kind in ("venue", "facility"):
        behind = reading.next_to(phrase.number)
        roomed = phrase.bare and behind is not None and is_room(behind.stem) and not _DIGIT.search(phrase.stem)
        return roomed or phrase.tail.startswith(("에", "으로", "로", "을", "를"))
    if len(chain) > 1 or (head and not is_general(head)) or chain[0].kind == "town":
        return True
    return phrase.tail.startswith(("에서", "으로", "로")) or phrase.tail == "에"


def _is_plain_head(phrase: Phrase, head: str) -> bool:
    """Tell whether works have no name of their own, but what they make or nothing in front: 주물공장, not 제2공장."""
    if not head or is_general(head):
        return not head[-1:].isdigit()
    inside = [word for word in phrase.tags if word.start < phrase.start + len(head)]
    return head not in known_names().forms and bool(inside) and all(word.tag == "NNG" for word in inside)


_WORKS = frozenset({"공장", "발전소", "소각장", "농공단지", "사업장", "댐", "원전"})
"""Works that are no part of a place's name unless they have one of their own: 서산 | 발전소, 음성 | 라면공장."""


def is_facility(phrase: Phrase, *, in_chain: bool) -> bool:
    """Tell whether a word is a named facility, or in a chain of places any facility."""
    ending = ending_of(phrase.stem, "LOC")
    if ending is None or len(phrase.stem) > 20:
        return False
    head = phrase.stem[: -len(ending.form)]
    if in_chain:
        if head in ("폐", "신", "옛", "구") or is_room(phrase.stem) or _is_plain_village(phrase.stem):
            return False
        named = len(head) >= 2 or len(phrase.stem) >= 4 or (phrase.unknown and head != "")
        if head == "" and len(ending.form) > 2 and ending.form != "앞바다" and phrase.tail.startswith(_INTO):
            return True
        vague = phrase.stem.endswith(("지역", "구역", "영역")) and not _begins_with_place(head)
        vague = vague or (phrase.stem.endswith("시장") and (len(head) < 2 or is_general(head) or not phrase.tags))
        return ending.need == "free" or (named and not vague)
    if len(head) < (2 if len(ending.form) < 4 else 1) or phrase.stem in denied("LOC"):
        return False
    if is_general(head) and ending.form not in _OFFICES:
        return False
    return not ends_denied(phrase.stem, "LOC", len(ending.form) + 1) and _is_named(phrase, ending, head)


def _is_plain_village(stem: str) -> bool:
    return stem.endswith("마을") and stem in denied("LOC")


def _is_named(phrase: Phrase, ending: Ending, head: str) -> bool:
    """Tell whether what stands before a facility's ending is a name: by its particle, by its tags, or as no word."""
    if _is_named_by_tail(phrase, ending.form, head):
        return True
    coined = phrase.unknown or (len(phrase.tags) > 0 and phrase.tags[0].end == phrase.stop)
    if not phrase.tags or (coined and ending.need == "free"):
        return ending.need == "free"
    return is_proper(phrase, head, phrase.stem)


def _is_named_by_tail(phrase: Phrase, ending: str, head: str) -> bool:
    """Tell whether a bridge, a stop or a village has a name by its particle: 하랑대교, 두다역에서, 신화마을에서."""
    if ending in _OFFICES or (ending == "대교" and not phrase.common_word):
        return True
    if not phrase.tail.startswith(_HERE):
        return False
    if ending in _STOPS and 3 <= len(phrase.stem) <= 5:
        return True
    return ending in _NAMED and len(head) >= 2 and len(phrase.tags) > 0 and not head[-1].isdigit()


def _begins_with_place(head: str) -> bool:
    entry = known_names().first(head)
    return entry is not None and entry.kind in ("bare", "province_bare", "city", "county")


_NAMED = frozenset(
    {"마을", "반도", "읍성", "산성", "향교", "서원", "계곡", "폭포", "해변", "저수지", "습지", "포구", "선착장", "나루"}
)
"""Endings of places whose names may be made of plain words: 신화마을에서."""

_OFFICES = frozenset(
    {"면사무소", "읍사무소", "동사무소", "행정복지센터", "면행정복지센터", "읍행정복지센터", "동주민센터"}
)
"""Offices of towns, whose names may be any word: 증산면사무소."""

_HERE = ("에서", "까지", "부터", "으로", "로")
_STOPS = ("역", "항", "대교", "터널")
