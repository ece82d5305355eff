"""Places and governments: chains of place names with the facilities at their ends, and facilities by their endings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.bodies import units_end
from sasil.components.names.chains import SIDES, Link, is_facility, is_plain_facility, is_sited, next_link
from sasil.components.names.gazetteer import (
    GOVERNMENT,
    PLACE,
    Entry,
    known_names,
)
from sasil.components.names.governments import HEADS, is_bare_with_also
from sasil.components.names.of_places import PEOPLED, is_ministry, people_of, with_body
from sasil.components.names.phrases import Phrase
from sasil.components.names.place_types import in_cell, type_of
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate
from sasil.components.names.towns import LOT, is_small_town, town_at

_BARE = ("bare", "province_bare")
_LONGEST_CHAIN = 8


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
    while len(chain) < _LONGEST_CHAIN and chain[-1].length == len(reading.phrases[chain[-1].at].raw):
        index = chain[-1].at + 1
        if index >= len(reading.phrases):
            break
        small = chain[-1].kind == "town" and chain[-1].length == 2  # Kiwi takes 서면 for a verb
        if not (small or reading.phrases[index].joined):
            break
        link = next_link(reading, index, chain)
        if link is None:
            break
        chain.append(link)
    return chain


def _link(reading: Reading, index: int) -> Link | None:
    """Return the place that a phrase begins with, if it can stand by itself."""
    phrase = reading.phrases[index]
    if is_small_town(reading, index):
        return Link(index, 2, "town")
    for entry in known_names().starting(phrase.raw):
        if (entry.kind in GOVERNMENT or entry.kind in PLACE) and _fits(reading, index, entry):
            hall = entry.kind in GOVERNMENT and _is_hall(phrase, len(entry.form))
            return Link(index, len(entry.form) + 1, "hall") if hall else Link(index, len(entry.form), entry.kind)
    return (is_facility(phrase, in_chain=False) and Link(index, len(phrase.stem), "facility")) or town_at(
        reading, index
    )


def _fits(reading: Reading, index: int, entry: Entry) -> bool:
    phrase = reading.phrases[index]
    length = len(entry.form)
    rest = phrase.rest(length)
    if entry.kind == "country" and rest.startswith("인"):
        return False
    if entry.kind in GOVERNMENT and is_bare_with_also(reading, phrase, entry.form):
        return False
    if rest == "행" and entry.kind in ("abroad", "area") and not entry.doubtful:
        return True
    if entry.kind == "country" and _MADE_IN.match(rest):
        return True
    if rest and not phrase.closes_at(length):
        if entry.kind in GOVERNMENT or entry.kind in _BARE:
            glued = HEADS.match(rest) and (entry.kind in GOVERNMENT or rest.startswith("지사"))
            return bool(glued) or (entry.kind in GOVERNMENT and _is_hall(phrase, length))
        return False
    return _meant(reading, index, entry)


def _is_hall(phrase: Phrase, length: int) -> bool:
    """Tell whether a government is meant with its seat: 하랑군청에서."""
    return phrase.rest(length)[:1] == "청" and phrase.closes_at(length + 1)


def _meant(reading: Reading, index: int, entry: Entry) -> bool:
    """Tell whether a word that may be an ordinary one is the place here."""
    phrase = reading.phrases[index]
    first = phrase.tags[0] if phrase.tags else None
    length = len(entry.form)
    at = phrase.rest(length).startswith(("에서", "서")) or phrase.rest(length) == "에"
    proper = first is not None and first.tag == "NNP" and first.end == phrase.start + length
    if entry.doubtful and entry.kind == "country" and _before_abroad(reading, phrase, length):
        return True
    if entry.doubtful:
        chained = phrase.joined and _ends_province(reading.phrases[index - 1])
        if entry.kind == "province_bare":
            return proper and (_before_division(reading, index) or _in_row(reading, phrase) or at)
        full = entry.kind == "bare" and any(reading.says(f"{entry.form}{sign}") for sign in "시군")
        near = proper and (at or _before_facility(reading, index))
        near = near or _in_row(reading, phrase, entry.kind if not proper else None)
        near = near or _heads_row(reading, phrase)
        return chained or full or near
    if first is None or length > 2 or entry.kind in GOVERNMENT or proper or at:
        return True
    return first.end != phrase.start + length or first.tag not in ("NNG", "MAG", "NR", "VV", "XR")


def _before_abroad(reading: Reading, phrase: Phrase, length: int) -> bool:
    """Tell whether a city abroad follows a country that is also an ordinary word: 인도 벵갈루루."""
    behind = reading.next_to(phrase.number) if len(phrase.raw) == length else None
    entry = known_names().first(behind.raw) if behind is not None else None
    return entry is not None and entry.kind == "abroad"


def _ends_province(phrase: Phrase) -> bool:
    entry = known_names().forms.get(phrase.raw)
    return entry is not None and (entry.kind == "province" or entry.kind == "province_bare")


def _before_division(reading: Reading, index: int) -> bool:
    """Tell whether a city, a county or a side of the province follows: 경기 양주, 경기 북부."""
    behind = reading.next_to(index)
    entry = known_names().first(behind.raw) if behind is not None else None
    sided = behind is not None and behind.stem in SIDES
    return sided or (entry is not None and entry.kind in ("bare", "city", "county"))


def _before_facility(reading: Reading, index: int) -> bool:
    behind = reading.next_to(index)
    venue = known_names().first(behind.raw) if behind is not None else None
    return behind is not None and (is_facility(behind, in_chain=True) or (venue is not None and venue.kind == "venue"))


def _in_row(reading: Reading, phrase: Phrase, kind: str | None = None) -> bool:
    """Tell whether a name stands in a row of names or alone in a cell: 거제·통영·고성, 나주와 무안.

    A ``kind`` asks for a row of that kind: 영양 among towns, 조도 among islands.
    """
    before = reading.phrases[phrase.number - 1] if phrase.number else None
    if before is not None and _ROW.fullmatch(reading.text[before.end : phrase.start]):
        entry = known_names().forms.get(before.stem)
        linked = before.bare or before.tail in ("와", "과")
        if kind is not None:
            return linked and entry is not None and entry.kind == kind and kind in ("bare", "region")
        if linked and entry is not None and (entry.kind in PLACE or entry.kind in GOVERNMENT):
            return True
    if kind is not None:
        return False
    end = reading.text.find("\n", phrase.end, phrase.end + _LONGEST_ROW)
    row = reading.text[phrase.end : end if end >= 0 else phrase.end + _LONGEST_ROW]
    return in_cell(reading, phrase.start, phrase.end) and any(map(str.isdigit, row))


def _heads_row(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a name opens a row of places with a dot between: 영양·청송·의성."""
    behind = reading.phrases.starting(phrase.end + 1) if phrase.text_after in ("·", "ㆍ", "‧") else None
    entry = known_names().forms.get(behind.stem) if behind is not None else None
    if behind is None or entry is None or entry.kind not in _BARE:
        return False
    return not entry.doubtful or (behind.bare and _heads_row(reading, behind))


_MADE_IN = re.compile(r"(?:산|제|계)(?:보다|은|는|이|가|을|를|의|과|와|\Z)")
_LONGEST_ROW = 200
_ROW = re.compile(r"[·ㆍ‧,~∼]?\s?")


def _named(reading: Reading, chain: list[Link]) -> Iterator[Candidate]:
    first, last = reading.phrases[chain[0].at], reading.phrases[chain[-1].at]
    start, end = first.start, last.start + chain[-1].length
    kind = type_of(reading, chain)
    if kind == "ORG" and chain[-1].kind in GOVERNMENT:
        reached = units_end(reading, chain[-1].at, end)
        if reached == end:
            reached = with_body(reading, chain[-1].at, end)
        if reached > end and is_sited(reading, start, reached):
            yield Candidate(start, reached, "LOC", "sited", 7)
        yield Candidate(start, reached, "ORG", "government", 6)
        return
    behind = reading.next_to(chain[-1].at)
    peopled = chain[-1].kind == "town" or (chain[-1].kind == "facility" and last.stem.endswith(PEOPLED))
    people = people_of(reading, behind, named=peopled) if end == last.end else None
    if people is not None:
        yield Candidate(start, people.stop, "ORG", "people_of", 8)
        return
    if chain[-1].kind == "country" and behind is not None and end == last.end and is_ministry(behind):
        yield Candidate(start, behind.stop, "ORG", "ministry_of", 8)
        return
    if len(chain) > 1 and chain[-1].kind == "facility" and last.bare and behind is not None and behind.stem in _HEADS:
        before = chain[-2]
        yield Candidate(start, reading.phrases[before.at].start + before.length, "LOC", "chain", 7)
        yield Candidate(last.start, end, "ORG", "headed", 7)
        return
    if kind == "LOC" and end == last.end and (lot := LOT.match(reading.text, end)) is not None:
        end = lot.end()
    if kind == "LOC":
        _learn(reading, chain)
    yield Candidate(start, end, kind, chain[-1].kind if len(chain) == 1 else "chain", 4 + min(len(chain), 3))


_HEADS = frozenset({"관장", "원장", "소장", "센터장", "교장", "교감", "역장", "지점장", "총지배인", "학예사", "사서"})
"""Who heads or serves a facility, so that it acts and stands apart from the places before it."""


def _learn(reading: Reading, chain: list[Link]) -> None:
    """Keep the parts of a chain that are places by themselves: of 통영시 도남동 the town."""
    last = reading.phrases[chain[-1].at]
    for number, link in enumerate(chain):
        name = reading.text[reading.phrases[link.at].start : last.start + chain[-1].length]
        sure = link.kind in ("town", "named", "abroad") or (link.kind == "facility" and not is_plain_facility(last))
        if number and sure and len(name) > 2:
            reading.places.add(name)
    for link in chain[1:]:
        name = reading.phrases[link.at].raw[: link.length]
        if link.kind == "town" and len(name) > 2:
            reading.places.add(name)
