"""People by what stands beside them: a title behind or before, an age, a telephone number, a byline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.behind_titles import find_behind_title
from sasil.components.names.bodies import is_unit
from sasil.components.names.clues import GLUED, TOWN
from sasil.components.names.designating import looks_korean, side_by_side
from sasil.components.names.foreign import words_from_abroad
from sasil.components.names.gazetteer import (
    GOVERNMENT,
    PLACE,
    Title,
    denied,
    ending_of,
    is_general,
    known_names,
    signs,
    surnames,
    title_of,
)
from sasil.components.names.judging import (
    NEVER,
    is_body,
    is_common_name,
    is_market,
    is_office,
    likeness,
    may_be_name,
    name_at_head,
    name_lengths,
)
from sasil.components.names.marked_people import find_marked_people
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.seats import find_seated
from sasil.components.names.settling import Candidate
from sasil.components.names.titled_abroad import find_titled_abroad, is_named

_APART = re.compile(r"\s?[·ㆍ‧・]\s?|,\s?")
_LOOK_BACK = 4
_DESKS = frozenset(
    {"산업", "경제", "사회", "문화", "환경", "정치", "국제", "의학", "교육", "과학", "금융", "부동산", "체육"}
)
_DETERMINERS = "전현각본구총부명당그매제시도군"
_GLUED = (
    "총괄",
    "장",
    "관",
    "대사",
    "총영사",
    "지사",
    "군수",
    "위원",
    "의원",
    "이사",
    "교수",
    "대표",
    "차관",
    "원",
    "대변인",
)


def find_persons(reading: Reading) -> Iterator[Candidate]:
    """Give the people that a title, an age, a telephone number or a byline marks.

    >>> from sasil.components.names.reading import Reading
    >>> [c.by for c in find_persons(Reading("창원시(시장 도준영)는", []))]
    ['title_before']
    """
    for index, title in reading.titled:
        yield from _surest(list(_behind(reading, index, title)), list(find_seated(reading, index, title)))
        yield from find_behind_title(reading, index, title)
    yield from _seated(reading)
    yield from find_marked_people(reading)


def _surest(behind: list[Candidate], seated: list[Candidate]) -> list[Candidate]:
    """Return the people before a title, or the one in its seat where that is longer: 소이치, 다카기 소이치."""
    if not behind or not seated:
        return behind or seated
    one, other = behind[0], seated[0]
    wider = other.start <= one.start and one.end <= other.end and other.end - other.start > one.end - one.start
    return [other._replace(weight=one.weight)] if wider and other.by == "seat_abroad" else behind


def _person(phrase: Phrase, length: int, by: str, weight: int = 8) -> Candidate:
    return Candidate(phrase.start, phrase.start + length, "PERSON", by, weight)


def _behind(reading: Reading, index: int, title: Title) -> Iterator[Candidate]:
    """People before their title: 허성무 시장, 한지욱 한국반도체소자진흥원 사업단장, 팽도연씨."""
    phrase = reading.phrases[index]
    head = phrase.stem[: -len(title.form)]
    if head and title.form == "시장" and is_market(head, reading):
        return
    named = len(head) > 2 and len(head) in name_lengths(head)
    if named and likeness(phrase, len(head)) >= (0 if title.kind == "honorific" else 2):
        yield _person(phrase, len(head), "title_glued")
        return
    if head in _DESKS and title.kind == "press":
        head = ""
    if head and (title.kind in ("honorific", "press") or not title.form.endswith(_GLUED)):
        return
    for back in range(1, _LOOK_BACK + 1):
        at = index - back
        if at < 0 or not reading.phrases[at + 1].joined:
            break
        held = reading.phrases[at]
        if TOWN.match(held.raw) and (phrase.stem in signs("of_town") or _heads_a_name(reading, index)):
            continue
        abroad = words_from_abroad(reading, at)
        if abroad is not None and _linked(reading, at, index, head):
            first, last = (reading.phrases[number] for number in abroad)
            yield Candidate(first.start, last.end, "PERSON", "foreign", 9)
            return
        length = 0 if _is_body_there(reading, at, index, title) else _name_before(reading, at, index, title, head)
        if length == len(held.raw) and length and _linked(reading, at, index, head):
            yield _with_given_name(reading, at, length)
            yield from _listed(reading, at)
            return
    yield from find_titled_abroad(reading, index, title, head)


def _name_before(reading: Reading, at: int, index: int, title: Title, head: str) -> int:
    """Return the length of the name that a word before a title is, or 0."""
    held, close = reading.phrases[at], index - at == 1
    length = name_at_head(held, _least(reading, at, index, head), short=close and title.form != "시장")
    if length == _SHORT and at and side_by_side(reading, at) and reading.phrases[at - 1].raw in _SOME:
        return 0  # 한 방산 컨설턴트
    if length or not close:
        return length
    if _between_body_and_title(reading, held) or _opens_with_officer(reading, held, index, title):
        return len(held.raw)
    return 0


def _opens_with_officer(reading: Reading, held: Phrase, index: int, title: Title) -> bool:
    """Tell whether a sentence opens with an officer whose name is an ordinary word as well: 소나무 이사장은 “…”."""
    office = reading.phrases[index]
    alone = office.stem == title.form and (title.form in signs("sole_office") or title.form == "씨")
    if not alone or len(held.raw) != _WHOLE or not may_be_name(held.raw) or office.tail not in ("은", "는"):
        return False
    opens = reading.before(held.start) in ("", "\n") or reading.before(held.start, 2) in (". ", "” ")
    return opens and not is_general(held.raw) and ending_of(held.raw, "ORG") is None


_WHOLE = 3
_SHORT = 2
_SOME = frozenset({"한", "어느", "어떤", "모"})


def _between_body_and_title(reading: Reading, held: Phrase) -> bool:
    """Tell whether a word that is also an ordinary one is a name between a body and a title: 공학과 이산 교수."""
    word = held.raw
    if not held.joined or not held.bare or not 2 <= len(word) <= 3 or word[0] not in surnames():
        return False
    if word in denied("PERSON") or word in signs("before_title") or is_general(word) or title_of(word) is not None:
        return False
    before = reading.phrases[held.number - 1]
    if likeness(held, len(word)) == NEVER or ending_of(word, "ORG") is not None or _named_place(before.raw):
        return False
    return before.stem == before.raw and (is_unit(before.raw) or _is_sure_body(before.raw))


def _named_place(word: str) -> bool:
    entry = known_names().first(word)
    return entry is not None and entry.kind in PLACE


def _is_body_there(reading: Reading, at: int, index: int, title: Title) -> bool:
    """Tell whether a word before a title is the body of the person beside it, whatever else it may be."""
    if index - at > 1 and title.kind == "academic" and reading.phrases[at].raw[-1] == "대":  # 길상대 예현각 교수
        return True
    if index - at > 1 or reading.phrases[index].stem != title.form:
        return False
    known = known_names().forms.get(reading.phrases[at].raw)
    if known is not None and known.kind == "country" and title.form in _ENVOYS:
        return True
    return _is_body_of_another(reading, at) or _is_college(reading, at, title)


_ENVOYS = frozenset({"대사", "총영사", "영사", "참사관", "상무관", "부대사", "대리대사"})


def _heads_a_name(reading: Reading, index: int) -> bool:
    """Tell whether a name stands behind a title, which is then that person's: 송전면 어촌계장 명소윤 씨."""
    behind = reading.next_to(index)
    return behind is not None and looks_korean(behind.stem) and title_of(behind.stem) is None


def _is_college(reading: Reading, at: int, title: Title) -> bool:
    """Tell whether a word is the college of a scholar who stands before it: 명소윤 서율대 명예교수."""
    held, before = reading.phrases[at], reading.phrases[at - 1]
    if at < 1 or title.kind != "academic" or held.raw[-1] != "대":
        return False
    return reading.before(held.start) == "(" or (side_by_side(reading, at) and looks_korean(before.raw))


def _is_body_of_another(reading: Reading, at: int) -> bool:
    """Tell whether a word that could be a name is the body of the person before it: 손재하 해마루 대표."""
    held, before = reading.phrases[at], reading.phrases[at - 1]
    if at < 1 or not held.joined or not before.bare or TOWN.match(before.raw):
        return False
    if is_common_name(held.raw) and not reading.says(f"이하 {held.raw}"):
        return False
    return is_common_name(before.raw) and likeness(before, len(before.raw)) > 0


def _seated(reading: Reading) -> Iterator[Candidate]:
    """Give the people before a body and an office that no list holds: 우서영 충남대 석박통합과정생."""
    for index, clues in reading.clues:
        if not clues.body or index == 0 or not reading.phrases[index].joined:
            continue
        held, body, office = reading.phrases[index - 1], reading.phrases[index], reading.next_to(index)
        if office is None or not body.bare or not is_common_name(held.raw) or held.raw in signs("before_title"):
            continue
        if is_office(office.stem) and _is_sure_body(body.raw) and name_at_head(held, 1) == len(held.raw):
            yield _person(held, len(held.raw), "seated", 7)


def _with_given_name(reading: Reading, at: int, length: int) -> Candidate:
    """Return the person, with the given name before it where it is a family name from abroad: 스티븐 하퍼 총리."""
    held, given = reading.phrases[at], reading.phrases[at - 1]
    if length == 2 and held.joined and given.unknown and not is_named(reading, at - 1) and not is_body(given.raw):
        return Candidate(given.start, held.start + length, "PERSON", "foreign", 9)
    return _person(held, length, "title_behind")


def _least(reading: Reading, at: int, index: int, head: str) -> int:
    """Return the likeness asked of a name: little where an organisation stands between it and the title."""
    between = [phrase.stem for phrase in reading.phrases[at + 1 : index + (1 if head else 0)]]
    apart = not reading.phrases[at].joined or _is_body_or_town(reading.phrases[at - 1], reading.phrases[index])
    if apart and any(_is_sure_body(word) for word in between):
        return -2
    if index - at == 1 and reading.phrases[at].joined and _is_sure_body(reading.phrases[at - 1].stem):
        return -2
    return 0 if apart and index - at == 1 else 1


def _is_body_or_town(before: Phrase, office: Phrase) -> bool:
    """Tell whether a word before a name is a body, or the town of which the office is: 서벽리 팽순덕 이장."""
    return is_body(before.stem) or (office.stem in signs("of_town") and TOWN.match(before.raw) is not None)


def _is_sure_body(word: str) -> bool:
    entry = known_names().first(word)
    rest = word[len(entry.form) :] if entry is not None else ""
    if entry is not None and (entry.kind in GOVERNMENT or (rest in ("", *GLUED) and entry.kind != "country")):
        return True
    ending = ending_of(word.removesuffix("장"), "ORG")
    return ending is not None and ending.need in ("free", "sure") and len(word) - len(ending.form) >= 2


def _linked(reading: Reading, at: int, index: int, head: str) -> bool:
    """Tell whether all that stands between a name and its title can belong to the title."""
    phrases = [phrase for phrase in reading.phrases[at + 1 : index] if phrase.stem not in signs("before_title")]
    between = [phrase.stem for phrase in phrases] + ([head] if head else [])
    if not between or any(is_body(word) for word in between) or between[-1] == head:
        return True
    if between[-1].endswith(("총괄", "담당", "겸임")):
        return True
    return len(between) == 1 and not is_general(between[0]) and not phrases[0].common_word


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
