"""People by what stands beside them: a title behind or before, an age, a telephone number, a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.clues import GLUED, TOWN
from sasil.components.names.foreign import is_foreign_name
from sasil.components.names.gazetteer import GOVERNMENT, PLACE, Title, ending_of, known_names, signs, surnames, title_of
from sasil.components.names.judging import likeness, may_be_name, name_at_head, name_lengths
from sasil.components.names.patterns import AGED, BYLINE, BYLINE_OUTLET, BYLINE_PLACE, OFFICED, SURNAMED
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_APART = re.compile(r"\s?[·ㆍ‧・]\s?|,\s?")
_PHONE = re.compile(r"(?<=[가-힣])\s?[(☎:,]?\s?(?:☎|T\.?|tel|전화)?\s?[(]?0\d{1,2}\s?[-)]\s?\d{3,4}", re.IGNORECASE)
_OPENERS = "([（【|:：·,ㆍ-*○□▲▶⚬ㅇ•="
_LOOK_BACK = 4
_NO_FORE = frozenset({"honorific", "press"})
_DETERMINERS = "전현각본구총부명당그매제시도군"
_GLUED = ("장", "관", "지사", "군수", "위원", "의원", "이사", "교수", "대표", "차관", "원", "대변인")


def find_persons(reading: Reading) -> Iterator[Candidate]:
    """Give the people that a title, an age, a telephone number or a byline marks.

    >>> from sasil.components.names.reading import Reading
    >>> [c.by for c in find_persons(Reading("창원시(시장 도준영)는", []))]
    ['title_before']
    """
    for index, title in reading.titled:
        yield from _behind(reading, index, title)
        yield from _ahead(reading, index, title)
    yield from _aged(reading)
    yield from _officed(reading)
    yield from _bylines(reading)
    yield from _telephoned(reading)


def _person(phrase: Phrase, length: int, by: str, weight: int = 8) -> Candidate:
    return Candidate(phrase.start, phrase.start + length, "PERSON", by, weight)


def _behind(reading: Reading, index: int, title: Title) -> Iterator[Candidate]:
    """People before their title: 허성무 시장, 한지욱 한국반도체소자진흥원 사업단장, 팽도연씨."""
    phrase = reading.phrases[index]
    head = phrase.stem[: -len(title.form)]
    named = len(head) > 2 and len(head) in name_lengths(head)
    if named and likeness(phrase, len(head)) >= (0 if title.kind == "honorific" else 2):
        yield _person(phrase, len(head), "title_glued")
        return
    if head and (title.kind in ("honorific", "press") or not title.form.endswith(_GLUED)):
        return
    for back in range(1, _LOOK_BACK + 1):
        at = index - back
        if at < 0 or not reading.phrases[at + 1].joined:
            break
        held = reading.phrases[at]
        if title.form in signs("of_town") and TOWN.match(held.raw):
            continue
        if _from_abroad(reading, at) and _linked(reading, at, index, head):
            yield Candidate(reading.phrases[at - 1].start, held.end, "PERSON", "foreign", 9)
            return
        length = name_at_head(held, _least(reading, at, index, head), short=back == 1 and title.form != "시장")
        if length == len(held.raw) and length and _linked(reading, at, index, head):
            yield _with_given_name(reading, at, length)
            yield from _listed(reading, at)
            return
    yield from _foreign(reading, index, title, head)


def _from_abroad(reading: Reading, at: int) -> bool:
    """Tell whether a word and the one before it name a person from abroad: 올리비아 첸 최고운영책임자."""
    if at < 1 or not reading.phrases[at].joined or not reading.phrases[at].bare:
        return False
    given, family = reading.phrases[at - 1], reading.phrases[at]
    known = given.unknown and (family.unknown or len(family.raw) == 1)
    return known and given.bare and is_foreign_name(given.raw, family.raw)


def _with_given_name(reading: Reading, at: int, length: int) -> Candidate:
    """Return the person, with the given name before it where it is a family name from abroad: 스티븐 하퍼 총리."""
    held, given = reading.phrases[at], reading.phrases[at - 1]
    if length == 2 and held.joined and given.unknown and not _named(reading, at - 1) and not _is_body(given.raw):
        return Candidate(given.start, held.start + length, "PERSON", "foreign", 9)
    return _person(held, length, "title_behind")


def _least(reading: Reading, at: int, index: int, head: str) -> int:
    """Return the likeness asked of a name: little where an organisation stands between it and the title."""
    between = [phrase.stem for phrase in reading.phrases[at + 1 : index + (1 if head else 0)]]
    apart = not reading.phrases[at].joined or _is_body(reading.phrases[at - 1].stem)
    if apart and any(_is_sure_body(word) for word in between):
        return -2
    return 0 if apart and index - at == 1 else 1


def _is_sure_body(word: str) -> bool:
    entry = known_names().first(word)
    rest = word[len(entry.form) :] if entry is not None else ""
    if entry is not None and (entry.kind in GOVERNMENT or (rest in ("", *GLUED) and entry.kind != "country")):
        return True
    ending = ending_of(word.removesuffix("장"), "ORG")
    return ending is not None and ending.need in ("free", "sure") and len(word) - len(ending.form) >= 2


def _linked(reading: Reading, at: int, index: int, head: str) -> bool:
    """Tell whether all that stands between a name and its title can belong to the title."""
    between = [phrase.stem for phrase in reading.phrases[at + 1 : index]] + ([head] if head else [])
    if not between:
        return True
    if all(word in signs("before_title") for word in between):
        return True
    last = [word for word in between if word not in signs("before_title")][-1]
    return any(_is_body(word) for word in between) or len(between) == 1 or last == head


def _is_body(word: str) -> bool:
    if ending_of(word, "ORG") or ending_of(word, "UNIT") or word.endswith(("부", "청", "시", "군", "구", "도")):
        return True
    return word in known_names().forms


def _listed(reading: Reading, at: int) -> Iterator[Candidate]:
    """People in a row before one title: 길태오·명소윤·편하진 의원."""
    while at > 0:
        held, before = reading.phrases[at], reading.phrases[at - 1]
        if not _APART.fullmatch(reading.text[before.end : held.start]):
            return
        length = name_at_head(before, 2)
        if length != len(before.raw) or length < 3:
            return
        yield _person(before, length, "row", 6)
        at -= 1


def _ahead(reading: Reading, index: int, title: Title) -> Iterator[Candidate]:
    """People behind their title: 시장 허성무, 기획처장 석다정 교수, 과장 예준서(044-…)."""
    phrase, held = reading.phrases[index], reading.next_to(index)
    if held is None or title.kind in _NO_FORE or not phrase.bare:
        return
    opened = _opened(reading, phrase)
    closed = reading.after(held.end) in (")", "(", "|", "）", ",", "")
    least = -1 if opened and closed else 1 if opened or closed else 2
    length = name_at_head(held, least, short=opened and closed)
    if opened and closed and len(held.raw) == 4 and held.unknown and may_be_name(held.raw):
        length = 4
    if opened and _from_abroad(reading, index + 2 if index + 2 < len(reading.phrases) else 0):
        yield Candidate(held.start, reading.phrases[index + 2].end, "PERSON", "foreign", 9)
        return
    if length and not _followed_by_noun(reading, index + 1, length):
        yield _person(held, length, "title_before", 8 if opened else 7)


def _opened(reading: Reading, phrase: Phrase) -> bool:
    before = reading.text[phrase.line : phrase.start].rstrip(" ")
    return not before or before[-1] in _OPENERS


def _followed_by_noun(reading: Reading, index: int, length: int) -> bool:
    held = reading.phrases[index]
    if length < len(held.raw) or likeness(held, length) == 2:
        return False
    behind = reading.next_to(index)
    return behind is not None and title_of(behind.stem) is None


def _foreign(reading: Reading, index: int, title: Title, head: str) -> Iterator[Candidate]:
    """People from abroad, whom Kiwi does not know: 젠슨 황 엔비디아 CEO, 트럼프 대통령."""
    if head or title.form not in signs("foreign_head"):
        return
    first = index - 1
    while index - first < _LOOK_BACK and first > 0 and reading.phrases[first + 1].joined and _named(reading, first):
        first -= 1
    if first < 0 or first + 1 >= len(reading.phrases) or not reading.phrases[first + 1].joined:
        return
    last = reading.phrases[first]
    if not _strange(last) or not last.bare or ending_of(last.raw, "ORG") or _named(reading, first):
        return
    start = last.tags[0].start if _spans_two(last) else last.start
    given = reading.phrases[first - 1] if first > 0 and last.joined else None
    if given is not None and given.unknown and not _named(reading, first - 1) and not ending_of(given.raw, "ORG"):
        start = given.start
    yield Candidate(start, last.end, "PERSON", "foreign", 9)


def _strange(phrase: Phrase) -> bool:
    """Tell whether Kiwi does not know a word, or it is a family name alone: 젠슨 황."""
    if phrase.raw in signs("before_title"):
        return False
    if _spans_two(phrase):
        return True
    return phrase.unknown if len(phrase.raw) > 1 else phrase.joined and phrase.raw in surnames()


def _spans_two(phrase: Phrase) -> bool:
    """Tell whether Kiwi takes a word and the one before it for one name: 젠슨 황."""
    return len(phrase.tags) > 0 and phrase.tags[0].tag == "NNP" and phrase.tags[0].start < phrase.start


def _named(reading: Reading, index: int) -> bool:
    entry = known_names().forms.get(reading.phrases[index].raw)
    return entry is not None and (entry.kind in PLACE or not entry.doubtful)


def _aged(reading: Reading) -> Iterator[Candidate]:
    for match in AGED.finditer(reading.text):
        phrase = reading.phrases.starting(match.start(1))
        if phrase is not None and name_at_head(phrase, 0) == len(match[1]):
            yield _person(phrase, len(match[1]), "age")


def _officed(reading: Reading) -> Iterator[Candidate]:
    for match in OFFICED.finditer(reading.text):
        phrase = reading.phrases.starting(match.start(1)) if title_of(match[2]) is not None else None
        if phrase is not None and name_at_head(phrase, 1) == len(match[1]):
            yield _person(phrase, len(match[1]), "office_behind")


def _bylines(reading: Reading) -> Iterator[Candidate]:
    for pattern in (BYLINE_PLACE, BYLINE_OUTLET):
        for match in pattern.finditer(reading.text):
            if may_be_name(match[2]):
                yield Candidate(match.start(2), match.end(2), "PERSON", "byline", 9)
    for match in BYLINE.finditer(reading.text):
        if may_be_name(match[1]):
            yield Candidate(match.start(1), match.end(1), "PERSON", "byline", 9)


def _telephoned(reading: Reading) -> Iterator[Candidate]:
    """People before a telephone number: 기업지원과 하도진(055-…)."""
    for match in _PHONE.finditer(reading.text):
        phrase = reading.phrases.ending(match.start())
        if phrase is not None and 3 <= len(phrase.raw) <= 4:
            length = name_at_head(phrase, 1)
            if length == len(phrase.raw):
                yield _person(phrase, length, "telephone")


def spread_persons(reading: Reading) -> Iterator[Candidate]:
    """Give the people found once wherever they stand, and the surnames before titles that join them."""
    for phrase in reading.beginning({name[:2] for name in reading.people}):
        length = next((n for n in (4, 3, 2) if n <= len(phrase.raw) and phrase.raw[:n] in reading.people), 0)
        if length and _stands_free(phrase, length):
            yield _person(phrase, length, "again", 6)
    for name in (name for name in reading.people if " " in name):
        for match in re.finditer(re.escape(name), reading.text):
            yield Candidate(match.start(), match.end(), "PERSON", "again", 9)
    for index, title in reading.titled:
        phrase = reading.phrases[index]
        if phrase.joined and title.form in ("씨", phrase.stem):
            yield from _surname(reading, index, title)
    for match in SURNAMED.finditer(reading.text):
        if match[1] in surnames():
            yield Candidate(match.start(1), match.end(1), "PERSON", "surname", 5)


def _stands_free(phrase: Phrase, length: int) -> bool:
    if phrase.closes_at(length):
        return True
    return title_of(phrase.stem) is not None and len(phrase.raw) - length >= 1 and length > 2


def _surname(reading: Reading, index: int, title: Title) -> Iterator[Candidate]:
    """Give a surname before a title: 신 시장은."""
    held = reading.phrases[index - 1]
    if held.raw in signs("before_title") and held.joined and reading.phrases[index - 2].raw in surnames():
        held = reading.phrases[index - 2]
    if len(held.raw) > 2 or held.raw not in surnames() or held.joined:
        return
    if len(held.raw) == 1 or held.raw not in known_names().forms:
        fitting = any(name.startswith(held.raw) for name in reading.people)
        proper = held.unknown and held.raw not in _DETERMINERS and reading.phrases[index].stem == title.form
        if (fitting and held.raw not in "전현") or proper:
            yield _person(held, len(held.raw), "surname", 7)
