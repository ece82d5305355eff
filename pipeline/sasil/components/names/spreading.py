"""Names that the text has made known once, wherever they stand again: people, family names, places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from sasil.components.names.gazetteer import (
    Title,
    denied,
    ending_of,
    is_general,
    known_names,
    signs,
    surnames,
    title_of,
)
from sasil.components.names.patterns import HIDDEN, NATURE, RANK, ROOMED, SURNAMED, TAIL
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_DETERMINERS = "전현각본구총부명당그매제시도군"


def learn_others(reading: Reading, others: Iterable[Candidate], held: Iterable[Candidate]) -> list[Candidate]:
    """Return the sure organisations that another finder proposes where the rules have nothing, and learn them.

    Its full names of people and its sure places are learned as well, and found again by those who spread them.
    """
    taken = sorted((one.start, one.end) for one in held)
    found = []
    people: list[tuple[int, int]] = []
    met = set(reading.people_at.values())
    for one in others:
        if _touches(taken, one):
            continue
        name = reading.text[one.start : one.end]
        if one.type == "PERSON":
            if one.end + 1 in met:  # 서벽리 팽순덕 이장
                continue
            people += [(one.start, one.end)] if name not in reading.places and _is_full_name(name) else []
        elif one.weight < _SURE or not name.isalnum() or len(name) <= _LONG_ENOUGH:
            continue
        elif one.type == "LOC":
            reading.places.add(name)
        elif name[-1] not in "주성현시군구도" and not _is_matter(reading, one, name):
            reading.learn(name, "tagged")
            found.append(one)
    reading.meet(people)
    return found


def _is_matter(reading: Reading, one: Candidate, name: str) -> bool:
    """Tell whether a name is whole words put together, without the ending of a body: 질화갈륨."""
    phrase = reading.phrases.starting(one.start)
    if phrase is None or ending_of(name, "ORG") is not None:
        return False
    inside = [word for word in phrase.tags if word.start < one.end]
    return len(inside) > 1 and all(word.tag.startswith("NN") and len(word.text) > 1 for word in inside)


def _is_full_name(name: str) -> bool:
    return len(name) == _FULL and name[0] in surnames() and name not in known_names().forms and not is_general(name)


_SURE = 3
_LONG_ENOUGH = 3
_FULL = 3


def _touches(spans: Sequence[tuple[int, int]], one: Candidate) -> bool:
    number = bisect_left(spans, (one.start, 0))
    near = spans[max(number - 1, 0) : number + 1]
    return any(start < one.end and one.start < end for start, end in near)


def spread_persons(reading: Reading) -> Iterator[Candidate]:
    """Give the people found once wherever they stand, and the surnames before titles that join them."""
    for phrase in reading.beginning({name[:2] for name in reading.people}):
        length = next((n for n in (4, 3, 2) if n <= len(phrase.raw) and phrase.raw[:n] in reading.people), 0)
        if length and _stands_free(phrase, length):
            yield Candidate(phrase.start, phrase.start + length, "PERSON", "again", 6)
    yield from _spread_foreign(reading)
    yield from _ranked_surnames(reading)
    for index, title in reading.titled:
        phrase = reading.phrases[index]
        if phrase.joined and title.form in ("씨", phrase.stem):
            yield from _surname(reading, index, title)
        elif phrase.joined and len(reading.phrases[index - 1].raw) == 1:
            yield from _surname_before_body(reading, index, title)
    for match in (*SURNAMED.finditer(reading.text), *HIDDEN.finditer(reading.text)):
        if match[1] in surnames() and match[1] != "섭":
            yield Candidate(match.start(1), match.end(1), "PERSON", "surname", 5)


def _spread_foreign(reading: Reading) -> Iterator[Candidate]:
    """Give the names from abroad wherever they stand, and the family name alone before a title."""
    for name in (name for name in reading.people if " " in name):
        for start in _starts(reading.text, name):
            yield Candidate(start, start + len(name), "PERSON", "again", 9)
        family = name.rsplit(" ", 1)[-1]
        for phrase in reading.beginning({family[:2]}) if len(family) > 1 else ():
            behind = reading.next_to(phrase.number)
            if phrase.raw == family and behind is not None and title_of(behind.stem) is not None:
                yield Candidate(phrase.start, phrase.end, "PERSON", "again", 7)


def _stands_free(phrase: Phrase, length: int) -> bool:
    if phrase.closes_at(length):
        return True
    return title_of(phrase.stem) is not None and len(phrase.raw) - length >= 1 and length > 2


def _surname(reading: Reading, index: int, title: Title) -> Iterator[Candidate]:
    """Give a surname before a title: 신 시장은."""
    held = reading.phrases[index - 1]
    if held.raw in signs("before_title") and held.joined and reading.phrases[index - 2].raw in surnames():
        held = reading.phrases[index - 2]
    if len(held.raw) > 2 or held.raw not in surnames():
        return
    if len(held.raw) == 1 or held.raw not in known_names().forms:
        fitting = reading.people_by_head.get(held.raw, [])[:_MOST_FITTING]
        if held.raw in "전현" or held.joined:
            fitting = [name for name in fitting if _holds(reading, name, title.form)]
        proper = (
            not held.joined
            and held.unknown
            and held.raw not in _DETERMINERS
            and reading.phrases[index].stem == title.form
        )
        if fitting or proper:
            yield Candidate(held.start, held.end, "PERSON", "surname", 7)


def _holds(reading: Reading, name: str, office: str) -> bool:
    """Tell whether the text says a whole name with an office near behind or right before it."""
    if reading.says(f"{name} {office}") or reading.says(f"{office} {name}"):
        return True
    at = reading.text.find(f"{name} ")
    return at >= 0 and office in reading.text[at + len(name) : at + len(name) + _NEAR]


_MOST_FITTING = 10
_NEAR = 20


def _ranked_surnames(reading: Reading) -> Iterator[Candidate]:
    """Give the surnames of people that the text has named with a rank that lists hold not: 석 책임은, 웡 COO는."""
    for phrase in reading.beginning({name[0] for name in reading.people}):
        if len(phrase.raw) != 1 or (behind := _right_behind(reading, phrase)) is None:
            continue
        fitting = reading.people_by_head.get(phrase.raw, [])[:_MOST_FITTING]
        rank = behind.stem if RANK.fullmatch(behind.stem) else ""
        titled = rank == "" and title_of(behind.stem) is not None
        if any((rank and reading.says(f"{name} {rank}")) or (titled and name[1] == " ") for name in fitting):
            yield Candidate(phrase.start, phrase.end, "PERSON", "surname", 7)


def _right_behind(reading: Reading, phrase: Phrase) -> Phrase | None:
    number = phrase.number + 1
    if number >= len(reading.phrases) or reading.phrases[number].start != phrase.end + 1:
        return None
    return reading.phrases[number]


def _surname_before_body(reading: Reading, index: int, title: Title) -> Iterator[Candidate]:
    """Give a surname before an office glued to its body, of a person whom the text has named: 오 제주도지사는."""
    held, stem = reading.phrases[index - 1], reading.phrases[index].stem
    headed = known_names().first(stem) is not None or stem.endswith("장")
    if not headed or held.raw not in surnames() or held.joined or held.raw in _DETERMINERS:
        return
    if len(stem) > len(title.form) and reading.people_by_head.get(held.raw):
        yield Candidate(held.start, held.end, "PERSON", "surname", 7)


def spread_places(reading: Reading) -> Iterator[Candidate]:
    """Give the places that the text has named in full wherever they stand alone, and buildings by their rooms."""
    for match in ROOMED.finditer(reading.text):
        name = match[1]
        if name in denied("LOC") or name in signs("venue_room") or any(name.endswith(end) for end in _NO_PLACE):
            continue
        if len(name) > 4 or not is_general(name[:-1]):
            yield Candidate(match.start(1), match.end(1), "LOC", "roomed", 5)
    yield from _nature(reading)
    for start, end in _alone(reading.text, reading.places):
        rest = _RUN.match(reading.text, end)
        if rest is None or not rest[0] or TAIL.match(rest[0]):
            yield Candidate(start, end, "LOC", "place_again", 3)


def _alone(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Give the places in a text, none over another, where some names stand alone, the longest of them.

    A pattern of all names would be compiled anew for each text, which costs more than to look for each.
    """
    found = ((start, start + len(name)) for name in names for start in _starts(text, name))
    reached = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= reached and not _LETTER.match(text, start - 1, start) and not _LATIN.match(text, end):
            yield start, end
            reached = end


def _starts(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _nature(reading: Reading) -> Iterator[Candidate]:
    """Give rivers, hills and islands that Kiwi takes for names, and keep them for the rest of the text."""
    for match in NATURE.finditer(reading.text):
        phrase = reading.phrases.starting(match.start(1))
        tag = phrase.tags[0] if phrase is not None and phrase.tags else None
        if tag is None or tag.tag != "NNP" or tag.end != match.end(1):
            continue
        if match[1] in denied("LOC") or match[1] in reading.people or match[1] in known_names().forms:
            continue
        reading.places.add(match[1])
        yield Candidate(match.start(1), match.end(1), "LOC", "nature", 4)


_NO_PLACE = ("지역", "구역", "방역", "기관", "습관", "직관", "노동", "활동", "이동", "운동", "공동", "행동", "센터장")
_RUN = re.compile(r"[가-힣]*")
_LETTER = re.compile(r"[가-힣A-Za-z0-9]")
_LATIN = re.compile(r"[A-Za-z0-9]")
