"""Bodies by the people beside them: 너른들포럼 길도현 대표, 갈무연 나루과학 부사장, 가오룽시의 천웨이팅 부시장."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.bodies import is_unit, units_end
from sasil.components.names.clues import TOWN
from sasil.components.names.designating import side_by_side
from sasil.components.names.firm_frames import firm_ending, is_firm_shaped
from sasil.components.names.foreign import sounds_foreign
from sasil.components.names.gazetteer import (
    GOVERNMENT,
    PLACE,
    Title,
    denied,
    ending_of,
    is_general,
    kinds_of_firm,
    known_names,
    signs,
    surnames,
    title_of,
)
from sasil.components.names.of_places import PEOPLED, bodies_of_people
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_NO_BODY = frozenset({"honorific", "press"})
_OUTLETS = ("신문", "일보", "뉴스", "저널", "방송", "통신", "투데이", "타임스", "경제", "매일")
_OF_BODIES = frozenset({"company", "head", "deputy"})
_FORMER = frozenset({"전", "현", "前", "現", "당시", "신임", "초대"})
_MOST_BETWEEN = 4
_MOST_UNITS = 2
_SHORTEST = 3
_COMPOUND = 4
_GOVERNING = ("시", "주", "현", "성")
_HEADS_OF_PLACES = ("시장", "지사", "국장", "시의원")
_WEIGHT = 6

ORDINAL = re.compile(r"제?\d{1,3}[대기차회]")
"""What stands before people and is no body: 제14대."""


def find_led(reading: Reading) -> Iterator[Candidate]:
    """Give the bodies that a designation names, which no list has to know, and learn them for the rest of the text.

    The body stands before the person or between the person and the office.

    >>> from sasil.components.names.reading import Reading
    >>> text = "너른들진흥원 최산들 원장"
    >>> reading = Reading(text, [])
    >>> reading.meet([(7, 10)])
    >>> [text[c.start : c.end] for c in find_led(reading)]
    ['너른들진흥원']
    """
    for number, title in reading.titled:
        person = None if title.kind == "honorific" and title.form != "씨" else _person_before(reading, number)
        if person is None:
            continue
        last, between = person
        body = _between(reading, last + 1, number, title) if between else _before(reading, last, title)
        if body is not None:
            yield from _named(reading, body, title)


def _person_before(reading: Reading, number: int) -> tuple[int, int] | None:
    """Return the last word of the person whom a title follows, and how many words stand between."""
    for at in range(number - 1, max(number - _MOST_BETWEEN, 0) - 1, -1):
        if not side_by_side(reading, at + 1):
            return None
        if reading.phrases[at].end in reading.people_at:
            return at, number - at - 1
        if not reading.phrases[at].bare:
            return None
    return None


def _before(reading: Reading, last: int, title: Title) -> Phrase | None:
    """Return the body before a person, with its units between or not: 가람대 조경학과 갈영복 교수."""
    first = reading.phrases.number_at(reading.people_at[reading.phrases[last].end])
    for _ in range(_MOST_UNITS):
        if first is None or not side_by_side(reading, first):
            return None
        held = reading.phrases[first - 1]
        if held.tail not in ("", "의"):
            return None
        if not is_unit(held.raw) or held.raw.endswith(title.form[:-1]):
            return held if _may_lead(reading, held, title, behind=False) else None
        first = held.number
    return None


def _between(reading: Reading, first: int, number: int, title: Title) -> Phrase | None:
    """Return the body between a person and the office: 갈무연 전 나루생활과학 부사장."""
    while first < number and reading.phrases[first].raw in _FORMER:
        first += 1
    held = reading.phrases[first]
    if first == number or is_unit(held.raw):
        return None
    return held if _may_lead(reading, held, title, behind=True) else None


def _named(reading: Reading, body: Phrase, title: Title) -> Iterator[Candidate]:
    country = (
        known_names().forms.get(reading.phrases[body.number - 1].raw) if side_by_side(reading, body.number) else None
    )
    if body.stem.endswith(_GOVERNING) and country is not None and country.kind == "country":
        yield Candidate(body.start - 1 - len(country.form), body.start - 1, "LOC", "country", 9)
        yield Candidate(body.start, body.stop, "ORG", "led", 9)
        return
    reading.learn(body.stem, "company")
    place = _place_of(reading, body)
    if place is not None:
        yield Candidate(place.start, body.stop, "ORG", "led", 8)
        return
    yield Candidate(body.start, units_end(reading, body.number, body.stop), "ORG", "led", _WEIGHT)


def _place_of(reading: Reading, body: Phrase) -> Phrase | None:
    """Return the place before a body of its people: 턱거리마을 상가번영회."""
    before = reading.phrases[body.number - 1] if side_by_side(reading, body.number) else None
    if before is None or not before.bare or not body.stem.endswith(bodies_of_people()):
        return None
    known = known_names().forms.get(before.raw)
    placed = known is not None and (known.kind in PLACE or known.kind in GOVERNMENT)
    return before if placed or before.raw.endswith(PEOPLED) or TOWN.match(before.raw) else None


def _may_lead(reading: Reading, body: Phrase, title: Title, *, behind: bool) -> bool:
    """Tell whether a word beside a person can be the body; ``behind`` tells that it stands before the office."""
    stem = body.stem
    if len(stem) < _SHORTEST or _is_other(reading, body):
        return False
    if title.kind in _NO_BODY:
        return (title.kind == "press" and stem.endswith(_OUTLETS)) or _place_of(reading, body) is not None
    ending = ending_of(stem, "ORG")
    if ending is not None and ending.form != stem:
        return not is_general(stem[: -len(ending.form)]) or title.form == f"{ending.form}장"
    if stem.endswith(_GOVERNING) and title.form.endswith(_HEADS_OF_PLACES):
        return reading.unheard(body) or sounds_foreign(stem)
    if title.kind == "academic" and stem[-1] == "대":
        return True
    if stem.endswith(_FIELDS):
        return False
    if ending_of(stem, "LOC") is not None or TOWN.match(stem) is not None:
        return False
    if not body.common and (body.unknown or reading.unheard(body)):
        return True
    return title.kind in _OF_BODIES and _is_compound(reading, body, title, behind=behind)


def _is_other(reading: Reading, body: Phrase) -> bool:
    """Tell whether a word is known to be something else than a body: a place, a title, a trade, a kind of firm."""
    stem = body.stem
    if ORDINAL.match(stem) or (stem[0] == "주" and stem[1:] in known_names().forms):  # 제14대, 주폴란드 대사
        return True
    if stem in known_names().forms or stem in denied("ORG") or is_general(stem) or title_of(stem) is not None:
        return True
    if stem in signs("role") or stem in signs("before_title") or stem.endswith((*kinds_of_firm(), *_OF_PEOPLE)):
        return True
    return stem in reading.people or (body.tail == "의" and not body.raw.endswith("의"))


_FIELDS = ("사업", "재생", "기획", "전략", "영업", "관리", "지원", "운영", "마케팅", "정책", "홍보", "생산")
"""What ends a field of work rather than the name of a body: 명소윤 도시재생 센터장."""

_OF_PEOPLE = ("출신", "소속", "담당", "총괄", "겸", "측", "부문", "분야")


def _is_compound(reading: Reading, body: Phrase, title: Title, *, behind: bool) -> bool:
    """Tell whether a word of known parts can be a firm or a group: by its end, or by Latin letters at its head."""
    stem = body.stem
    if len(stem) < _COMPOUND or (len(stem) == _COMPOUND and stem[:2] in surnames()):
        return False
    inside = [word for word in body.tags if word.start < body.stop]
    if all(is_general(word.text) or len(word.text) == 1 for word in inside):
        return False
    if stem.endswith(_GROUPS) or is_firm_shaped(reading, body):
        return True
    lettered = inside[0].tag == "SL" and len(inside) > 1
    return behind and (lettered or (title.kind == "company" and firm_ending(stem) != ""))


_GROUPS = (
    "농장",
    "목장",
    "공방",
    "책방",
    "지킴이",
    "모임",
    "네트워크",
    "연구회",
    "공동체",
    "클럽",
    "극단",
    "포럼",
    "시민회의",
)
"""What ends the names of small groups and shops that one person stands for."""
