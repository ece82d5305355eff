"""Offices that a sentence gives to people: 신임 사장에 명소윤 전 차관을 선임했다, 길태오 씨를 재무이사로 영입했다."""

from __future__ import annotations

import re

from sasil.components.names.gazetteer import signs, title_of
from sasil.components.people.before import office_of
from sasil.components.people.surroundings import Office, Surroundings
from sasil.record import Mention

_MOST_WORDS = 7
_MOST_BEHIND = 11
_INTO = frozenset({"에", "에는", "엔", "으로는", "로는", "으로", "로"})
_TO = frozenset({"에", "으로", "로"})
_GIVEN = re.compile(
    r"[^.\n”]{0,50}?(?:임명|선임|내정|취임|선출|발탁|위촉|추대|낙점|지명|기용|영입|승진|부임|앉|뽑|맡"
    r"|데려|이름을 올|호흡|합류|보임|전보)"
    r"|[^.\n”]{0,12}(?:…|\n)"
)
"""What gives an office: … 를 선임했다; in a headline a mark."""

_STOP = re.compile(r"[.\n“”]")


def appointed(around: Surroundings, person: Mention) -> Office:
    """Return the office that the sentence gives to a person, or one that says nothing.

    >>> from sasil.components.names.reading import Reading
    >>> from sasil.record import NameMention
    >>> person = NameMention(type="PERSON", start=7, end=10, text="명소윤", by="x")
    >>> appointed(Surroundings(Reading("신임 사장에 명소윤 전 차관을 선임했다.", []), [person]), person).title
    '사장'
    """
    held_by = around.reading.phrases.starting(person.start)
    if held_by is None or _GIVEN.match(around.text, person.end) is None:
        return Office()
    return _from_before(around, held_by.number) or _from_behind(around, person) or Office()


def _from_before(around: Surroundings, number: int) -> Office | None:
    """Read the office before a person in the same sentence: 재무이사에는 외부에서 온 길태오 전 상무가 앉는다."""
    phrases = around.reading.phrases
    for at in range(number - 1, max(number - _MOST_WORDS, -1), -1):
        phrase, behind = phrases[at], phrases[at + 1]
        if phrase.start in around.people or _STOP.search(around.text, phrase.end, behind.start):
            return None
        if phrase.tail in _INTO and (title := title_of(phrase.stem)) is not None and title.kind != "honorific":
            return _office(around, at)
    return None


def _from_behind(around: Surroundings, person: Mention) -> Office | None:
    """Read the office behind a person who gets it: … 를 최고재무책임자로 데려왔다."""
    phrases = around.reading.phrases
    number = phrases.number_at(person.start)
    for at in range((number or 0) + 1, min((number or 0) + _MOST_BEHIND, len(phrases))):
        phrase, before = phrases[at], phrases[at - 1]
        if phrase.start in around.people or _STOP.search(around.text, before.end, phrase.start):
            return None
        if before.bare and at > 1 and title_of(before.stem) is not None:  # 전무를 대표이사 사장으로
            before = phrases[at - 2]
        given = phrase.tail in _TO and title_of(phrase.stem) is not None and before.tail in ("을", "를", "이", "가")
        if (given or _new(around, at)) and _APPOINTED.match(around.text, phrase.end) is not None:
            return _office(around, at)
        if phrase.tail in ("을", "를") and title_of(phrase.stem) and _TAKES.match(around.text, phrase.end) is not None:
            return _office(around, at)
    return None


_TAKES = re.compile(r"\s?맡(?:는다|았다|게 ?됐|기로)")
"""What says that somebody takes an office: … 제13대 회장을 맡는다."""

_APPOINTED = re.compile(
    r"\s?[가-힣]{0,4}\s?(?:임명|선임|내정|취임|부임|선출|발탁|위촉|추대|지명|기용|영입|승진|데려|앉|뽑|올[리렸]|맞)"
)


def _new(around: Surroundings, at: int) -> bool:
    """Tell whether 신임 stands before an office that somebody gets: … 를 신임 사장으로 뽑았다."""
    phrase, before = around.reading.phrases[at], around.reading.phrases[at - 1]
    return phrase.tail in _TO and title_of(phrase.stem) is not None and before.raw in ("신임", "새", "초대")


def _office(around: Surroundings, number: int) -> Office:
    held = office_of(around, number)
    return held if held.title not in signs("address") else Office()
