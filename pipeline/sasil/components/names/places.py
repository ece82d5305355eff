"""Places and governments: chains of place names with the facilities at their ends, and facilities by their endings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sasil.components.names.bodies import is_proper, is_unit, units_end
from sasil.components.names.clues import COUNTY_TOWN, TOWN
from sasil.components.names.gazetteer import (
    GOVERNMENT,
    PLACE,
    Entry,
    denied,
    ending_of,
    is_general,
    known_names,
    signs,
    title_of,
)
from sasil.components.names.governments import HEADS, role
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate, NameType

_ROAD = re.compile(r"[가-힣]{2,6}\d{0,3}(?:대로|로|길)\Z")
_STATE = re.compile(r"[가-힣]{2,8}(?:주|성|현|시)\Z")
_BARE = ("bare", "province_bare")
_ABROAD = frozenset({"country", "abroad"})
_AT = ("에", "으로", "로", "서", "까지", "부터", "를", "을")
_HALLS = re.compile(r"(?:청|시청|군청|구청|도청)\Z")


class Link(NamedTuple):
    """One part of a chain: the number of its phrase, the length of the name in it, and its kind."""

    at: int
    length: int
    kind: str


def find_places(reading: Reading) -> Iterator[Candidate]:
    """Give the places, and the governments as organisations or places.

    >>> from sasil.components.names.reading import Reading
    >>> [(c.type, c.end) for c in find_places(Reading("전남 여수시 화정면에서 열었다", []))]
    [('LOC', 10)]
    """
    done = -1
    for index, clues in reading.clues:
        first = _link(reading, index) if clues.place and index > done else None
        if first is not None:
            chain = _chain(reading, first)
            yield from _named(reading, chain)
            done = chain[-1].at


def _chain(reading: Reading, first: Link) -> list[Link]:
    chain = [first]
    while chain[-1].length == len(reading.phrases[chain[-1].at].raw):
        index = chain[-1].at + 1
        if index >= len(reading.phrases) or not reading.phrases[index].joined:
            break
        link = _next_link(reading, index, chain)
        if link is None:
            break
        chain.append(link)
    return chain


def _link(reading: Reading, index: int) -> Link | None:
    """Return the place that a phrase begins with, if it can stand by itself."""
    phrase = reading.phrases[index]
    for entry in known_names().starting(phrase.raw):
        if (entry.kind in GOVERNMENT or entry.kind in PLACE) and _fits(reading, index, entry):
            return Link(index, len(entry.form), entry.kind)
    return (_facility(phrase, in_chain=False) and Link(index, len(phrase.stem), "facility")) or _town(reading, index)


def _fits(reading: Reading, index: int, entry: Entry) -> bool:
    phrase = reading.phrases[index]
    length = len(entry.form)
    rest = phrase.rest(length)
    if entry.kind == "country" and rest.startswith("인"):
        return False
    if rest and not phrase.closes_at(length):
        if entry.kind in GOVERNMENT or entry.kind in _BARE:
            glued = HEADS.match(rest) and (entry.kind in GOVERNMENT or rest.startswith("지사"))
            return bool(glued) or (entry.kind in GOVERNMENT and rest == "청")
        return False
    return _meant(reading, index, entry)


def _meant(reading: Reading, index: int, entry: Entry) -> bool:
    """Tell whether a word that may be an ordinary one is the place here."""
    phrase = reading.phrases[index]
    first = phrase.tags[0] if phrase.tags else None
    length = len(entry.form)
    at = phrase.rest(length).startswith(("에서", "서")) or phrase.rest(length) == "에"
    proper = first is not None and first.tag == "NNP" and first.end == phrase.start + length
    if entry.doubtful:
        chained = phrase.joined and _ends_province(reading.phrases[index - 1])
        if entry.kind == "province_bare":
            return proper and _before_division(reading, index)
        full = entry.kind == "bare" and any(f"{entry.form}{sign}" in reading.text for sign in "시군")
        return chained or (proper and (at or full or _in_row(reading, phrase) or _before_facility(reading, index)))
    if first is None or length > 2 or entry.kind in GOVERNMENT or proper or at:
        return True
    return first.end != phrase.start + length or first.tag not in ("NNG", "MAG", "NR", "VV", "XR")


def _ends_province(phrase: Phrase) -> bool:
    entry = known_names().forms.get(phrase.raw)
    return entry is not None and (entry.kind == "province" or entry.kind == "province_bare")


def _before_division(reading: Reading, index: int) -> bool:
    """Tell whether a city or county follows: 경기 양주."""
    behind = reading.next_to(index)
    entry = known_names().first(behind.raw) if behind is not None else None
    return entry is not None and entry.kind in ("bare", "city", "county")


def _before_facility(reading: Reading, index: int) -> bool:
    behind = reading.next_to(index)
    return behind is not None and _facility(behind, in_chain=True)


def _in_row(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a name stands in a row of names: 거제·통영·고성."""
    if reading.before(phrase.start) not in ("·", "ㆍ", "‧"):
        return False
    before = reading.phrases.ending(phrase.start - 1)
    return before is not None and before.raw in known_names().forms


def _next_link(reading: Reading, index: int, chain: list[Link]) -> Link | None:
    phrase = reading.phrases[index]
    for entry in known_names().starting(phrase.raw):
        if (entry.kind in GOVERNMENT or entry.kind in PLACE) and _closes(phrase, entry, chain[-1].kind):
            return Link(index, len(entry.form), entry.kind)
    if chain[-1].kind in _ABROAD:
        foreign = (phrase.unknown and _STATE.match(phrase.stem)) or _state(phrase)
        return Link(index, len(phrase.stem), "abroad") if foreign else None
    if (
        chain[-1].kind not in ("facility", "venue", "region")
        and _town_in(chain[-1].kind, phrase.stem)
        and TOWN.match(phrase.stem)
        and phrase.stem not in denied("TOWN")
        and not (phrase.common and len(phrase.stem) == 2)
    ):
        return Link(index, len(phrase.stem), "town")
    if chain[-1].kind in ("town", "district", "road", "city") and _ROAD.match(phrase.stem) and not phrase.common:
        return Link(index, len(phrase.stem), "road")
    if _facility(phrase, in_chain=True) and _worth(reading, phrase, chain):
        return Link(index, len(phrase.stem), "facility")
    return None


def _town_in(kind: str, stem: str) -> bool:
    """Tell whether a town can stand behind a place of a kind: no village behind a bare city."""
    return not (kind in ("bare", "province_bare", "area") and stem.endswith(("리", "가")))


def _closes(phrase: Phrase, entry: Entry, chain_kind: str) -> bool:
    rest = phrase.rest(len(entry.form))
    if entry.kind == "country" or chain_kind in ("facility", "venue") or chain_kind == entry.kind != "abroad":
        return False
    return phrase.closes_at(len(entry.form)) or (entry.kind in GOVERNMENT and bool(HEADS.match(rest)))


def _state(phrase: Phrase) -> bool:
    entry = known_names().first(phrase.stem)
    return entry is not None and entry.kind == "abroad" and phrase.stem[len(entry.form) :] in ("", "주", "시", "성")


def _worth(reading: Reading, phrase: Phrase, chain: list[Link]) -> bool:
    """Tell whether a facility belongs to the places before it: a general word only where something happens."""
    ending = ending_of(phrase.stem, "LOC")
    head = phrase.stem[: -len(ending.form)] if ending else ""
    if chain[-1].kind in ("venue", "facility"):
        return phrase.tail.startswith(("에", "으로", "로", "을", "를"))
    if len(chain) > 1 or (head and not is_general(head)) or chain[0].kind == "town":
        return True
    return phrase.tail.startswith(("에서", "으로", "로")) or phrase.tail == "에"


def _facility(phrase: Phrase, *, in_chain: bool) -> bool:
    """Tell whether a word is a named facility, or in a chain of places any facility."""
    ending = ending_of(phrase.stem, "LOC")
    if ending is None or len(phrase.stem) > 20:
        return False
    head = phrase.stem[: -len(ending.form)]
    if in_chain:
        return ending.need == "free" or (
            (len(head) >= 2 or len(phrase.stem) >= 4) and not phrase.stem.endswith(("지역", "구역", "영역", "시장"))
        )
    if len(head) < (2 if len(ending.form) < 4 else 1) or phrase.stem in denied("LOC") or is_general(head):
        return False
    if any(phrase.stem.endswith(word) and len(word) > len(ending.form) for word in denied("LOC")):
        return False
    if not phrase.tags or (phrase.unknown and ending.need == "free"):
        return ending.need == "free"
    return is_proper(phrase, head, phrase.stem)


def _town(reading: Reading, index: int) -> Link | None:
    """Return a town, village or ward that stands alone: 소하동 주민, 약산면에서."""
    phrase = reading.phrases[index]
    stem = phrase.stem
    sure = COUNTY_TOWN.match(phrase.raw)
    if sure and phrase.closes_at(sure.end()):
        return Link(index, sure.end(), "town")
    if len(stem) < 3 or not TOWN.match(stem) or stem.endswith("가") or not phrase.tags or title_of(stem):
        return None
    tags = [word.tag for word in phrase.tags if word.end <= phrase.stop]
    if stem.endswith("리") and not phrase.tail.startswith(("에서", "에", "의")):
        return None
    behind = reading.next_to(index)
    whole = tags == ["NNP"] or tags == ["NNP", "NNG"] or tags == ["NNP", "SN", "NNG"]
    lived = (behind is not None and behind.stem in signs("of_town")) or (stem[-2].isdigit() and behind is not None)
    if not (whole or (lived and not phrase.common_word)) or any(stem.endswith(word) for word in denied("TOWN")):
        return None
    sited = phrase.tail.startswith(("에", "으로", "로", "서", "까지", "부터"))
    county = tags == ["NNP"] and stem[-1] in "읍면" and len(stem) == 3
    return Link(index, len(stem), "town") if sited or lived or county else None


def _named(reading: Reading, chain: list[Link]) -> Iterator[Candidate]:
    first, last = reading.phrases[chain[0].at], reading.phrases[chain[-1].at]
    start, end = first.start, last.start + chain[-1].length
    kind = _type(reading, chain)
    if kind == "ORG" and chain[-1].kind in GOVERNMENT:
        reached = units_end(reading, chain[-1].at, end)
        if reached == end:
            reached = _with_body(reading, chain[-1].at, end)
        yield Candidate(start, reached, "ORG", "government", 5 + (reached > end))
        return
    yield Candidate(start, end, kind, chain[-1].kind if len(chain) == 1 else "chain", 4 + min(len(chain), 3))


def _with_body(reading: Reading, index: int, end: int) -> int:
    """Return the end of a government's own body behind its name: 청주시 의회, 창원시 체육회."""
    body = reading.next_to(index)
    if body is None or end != reading.phrases[index].end or body.stem not in denied("ORG"):
        return end
    ending = ending_of(body.stem, "ORG")
    return body.stop if ending is not None and ending.need in ("free", "sure") and len(body.stem) < 9 else end


def _type(reading: Reading, chain: list[Link]) -> NameType:
    last = reading.phrases[chain[-1].at]
    length = chain[-1].length
    kind = chain[-1].kind
    if kind in GOVERNMENT or kind in _BARE:
        if last.rest(length) == "청":
            return "LOC"
        found = role(reading, last, length, full=kind in GOVERNMENT)
        behind = reading.next_to(chain[-1].at)
        inside = len(chain) > 1 and found == "ORG" and last.bare and length == len(last.raw)
        return "LOC" if inside and behind is not None and not is_unit(behind.stem) else found
    if kind == "facility" and ending_of(last.stem, "ORG") is not None and not _sited(reading, chain[-1].at, last):
        return "ORG"
    if kind == "facility" and _HALLS.search(last.stem) and last.tail in ("은", "는", "이", "가"):
        return "ORG"
    return "LOC"


def _sited(reading: Reading, index: int, phrase: Phrase) -> bool:
    """Tell whether a facility that may also act is a place here: 완도해양치유센터에서."""
    if phrase.tail.startswith(_AT):
        return True
    behind = reading.next_to(index)
    return behind is not None and behind.stem in signs("room")
