"""People by a mark beside them: an age, an office in brackets, a byline, a telephone number, a trade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.bodies import is_unit
from sasil.components.names.foreign import words_from_abroad
from sasil.components.names.foreign_parts import foreign_parts
from sasil.components.names.gazetteer import denied, ending_of, is_general, is_school, known_names, signs, title_of
from sasil.components.names.judging import is_common_name, may_be_name, name_at_head
from sasil.components.names.patterns import AGE, AGED, BYLINE, BYLINE_OUTLET, BYLINE_PLACE, OFFICED, RANK
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_PHONE = re.compile(r"0\d{1,2}\s?[-)]\s?\d{3,4}")
_BEFORE_PHONE = re.compile(r"(?<=[가-힣])\s?[(☎:,]?\s?(?:☎|T\.?|tel|전화)?\s?[(]?\Z", re.IGNORECASE)
_NEAR_PHONE = 12


def find_marked_people(reading: Reading) -> Iterator[Candidate]:
    """Give the people that an age, an office in brackets, a byline or a telephone number marks.

    >>> from sasil.components.names.reading import Reading
    >>> [(c.start, c.end, c.by) for c in find_marked_people(Reading("오순례(여·67) 씨는", []))]
    [(0, 3, 'age')]
    """
    yield from _aged(reading)
    yield from _officed(reading)
    yield from _bylines(reading)
    yield from _telephoned(reading)
    yield from _of_trade(reading)


def _person(phrase: Phrase, length: int, by: str, weight: int = 8) -> Candidate:
    return Candidate(phrase.start, phrase.start + length, "PERSON", by, weight)


def _aged(reading: Reading) -> Iterator[Candidate]:
    for match in AGED.finditer(reading.text):
        phrase = reading.phrases.starting(match.start(1))
        if phrase is None:
            continue
        if name_at_head(phrase, 0) == len(match[1]) or (
            _YEARS.search(match[0])
            and (may_be_name(match[1]) or len(match[1]) == _WHOLE_NAME)
            and (_odd(reading, phrase) or _addressed(reading, match.end(), match[1]))
        ):
            yield _person(phrase, len(match[1]), "age")
    for match in AGE.finditer(reading.text):
        family = reading.phrases.ending(match.start())
        abroad = words_from_abroad(reading, family.number, closing=True) if family is not None else None
        if abroad is not None:
            first, last = (reading.phrases[number] for number in abroad)
            yield Candidate(first.start, last.end, "PERSON", "foreign", 9)


def _addressed(reading: Reading, end: int, word: str) -> bool:
    """Tell whether a form of address follows an age, which leaves a word no way but to be a name: 방울(58) 씨."""
    return _ADDRESS.match(reading.text, end) is not None and not is_general(word) and title_of(word) is None


_ADDRESS = re.compile(r"\s?(?:씨|할머니|할아버지|어르신|옹)(?=$|[^가-힣]|[은는이가을를의도와과])")


def _odd(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether Kiwi knows no word of a word's length, or cuts its end off: 고막례(71), 강소라나(40)."""
    if len(phrase.raw) < _WHOLE_NAME or is_general(phrase.raw) or phrase.raw in denied("PERSON"):
        return False
    return reading.unheard(phrase) or (len(phrase.tags) > 1 and len(phrase.tags[-1].text) == 1)


_WHOLE_NAME = 3
_YEARS = re.compile(r"\(\D{0,4}\d{2,3}(?!\s?,\s?\d)")


def _officed(reading: Reading) -> Iterator[Candidate]:
    for match in OFFICED.finditer(reading.text):
        titled = title_of(match[2]) is not None or RANK.fullmatch(match[2]) is not None
        if is_unit(match[2]) and (held := _in_office(reading, match.start(1), match[1])) is not None:
            yield _person(held, len(match[1]), "office_before")
            continue
        phrase = reading.phrases.starting(match.start(1)) if titled else None
        abroad = words_from_abroad(reading, phrase.number) if phrase is not None else None
        if abroad is not None:
            first, last = (reading.phrases[number] for number in abroad)
            yield Candidate(first.start, last.end, "PERSON", "foreign", 9)
            continue
        if phrase is not None and name_at_head(phrase, 1) == len(match[1]):
            yield _person(phrase, len(match[1]), "office_behind")
        if not titled and _is_team(match[2]):
            yield from _of_team(reading, match)


def _is_team(word: str) -> bool:
    """Tell whether a bracket holds what an athlete or a winner plays for: 시청, 대학, 고교."""
    if word.endswith(_HALLS) or is_school(word) or (len(word) > len("체고") + 1 and word.endswith("고")):
        return True
    ending = ending_of(word, "ORG")
    return ending is not None and ending.need in ("free", "sure") and ending.form != word and " " not in word


_HALLS = ("시청", "군청", "구청", "도청")


def _of_team(reading: Reading, match: re.Match[str]) -> Iterator[Candidate]:
    """Give the person before a team or school in a bracket, and the team: 추가람(삼척시청)."""
    phrase = reading.phrases.starting(match.start(1))
    if phrase is None or not may_be_name(match[1]) or is_general(match[1]) or title_of(match[1]) is not None:
        return
    if name_at_head(phrase, 1) == len(match[1]) or _odd(reading, phrase):
        yield _person(phrase, len(match[1]), "office_behind")
        yield Candidate(*match.span(2), "ORG", "office_behind", 8)


def _in_office(reading: Reading, place: int, word: str) -> Phrase | None:
    """Return the word behind an office and before its unit in a bracket: 교무처장 함박(국어국문학과)."""
    phrase = reading.phrases.starting(place)
    if phrase is None or phrase.number == 0 or not may_be_name(word) or reading.text[place - 1 : place] != " ":
        return None
    before = reading.phrases[phrase.number - 1]
    return phrase if before.end == place - 1 and before.bare and title_of(before.stem) is not None else None


def _bylines(reading: Reading) -> Iterator[Candidate]:
    """Give the people who wrote, asked or photographed: the signs before 기자 and 부장 are all that is looked at."""
    text = reading.text
    for word in _REPORTER.finditer(text):
        start, end = max(word.start() - _BYLINE, 0), word.end()
        for pattern, group in ((BYLINE_PLACE, 2), (BYLINE_OUTLET, 2), (BYLINE, 1)):
            for match in pattern.finditer(text, start, end):
                if may_be_name(match[group]):
                    yield Candidate(match.start(group), match.end(group), "PERSON", "byline", 9)


_REPORTER = re.compile("기자|부장")
_BYLINE = 40


def _telephoned(reading: Reading) -> Iterator[Candidate]:
    """People before a telephone number: 기업지원과 하도진(055-…)."""
    for number in _PHONE.finditer(reading.text):
        match = _BEFORE_PHONE.search(reading.text, max(number.start() - _NEAR_PHONE, 0), number.start())
        phrase = reading.phrases.ending(match.start()) if match is not None else None
        if phrase is not None and phrase.joined and title_of(phrase.stem) is not None:
            before = reading.phrases[phrase.number - 1]
            if 2 <= len(before.raw) <= 3 and may_be_name(before.raw) and not _is_body(before.raw):
                yield _person(before, len(before.raw), "telephone")
        if phrase is not None and 3 <= len(phrase.raw) <= 4:
            length = name_at_head(phrase, 1)
            if length == len(phrase.raw):
                yield _person(phrase, length, "telephone")


def _is_body(word: str) -> bool:
    return ending_of(word, "ORG") is not None or ending_of(word, "UNIT") is not None or word in known_names().forms


def _of_trade(reading: Reading) -> Iterator[Candidate]:
    """Give the people behind their trade, where Kiwi knows the name or 씨 follows: 주장 마세훈은, 주민 정말순 씨."""
    trades = signs("role")
    for number, raw in enumerate(reading.phrases.raws[:-1]):
        if raw in trades and (held := reading.next_to(number)) is not None:
            end = foreign_parts(reading, held.number)
            if end:
                yield Candidate(held.start, end, "PERSON", "foreign", 8)
                continue
            new = reading.unheard(held)
            length = name_at_head(held, 1 if new else 2)
            if length > 2 and (new or is_common_name(held.raw[:length])):
                yield _person(held, length, "trade", 6)
