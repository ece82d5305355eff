"""People by the seat that a designation leaves them: the strange word, or words, before an office and its body.

승해준 삼척시장은, 추가람 네트워크사업부 부사장은, 나루그리드의 아디티아 라오 이사는: Kiwi takes such names for verbs or
particles, but where a designation ends a name has to stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.clues import TOWN
from sasil.components.names.designating import designates, is_no_name, is_of_body, looks_korean, side_by_side
from sasil.components.names.firm_frames import is_of_firm
from sasil.components.names.foreign import is_listed_abroad, sounds_foreign
from sasil.components.names.foreign_parts import parts_before, without_body
from sasil.components.names.gazetteer import Title, ending_of, signs, surnames
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_HANGUL = re.compile(r"[가-힣]{1,7}\Z")
_MOST_WORDS = 4
_WEIGHT = 7
_PARTICLES = frozenset({"은", "는", "을", "를", "에", "와", "과", "의", "이", "가", "도", "로", "인", "만", "나"})
_SHORTEST_HEAD = 2
_SHORT_BODY = 3
_NO_SEAT = frozenset({"honorific", "press"})


def find_seated(reading: Reading, index: int, title: Title) -> Iterator[Candidate]:
    """Give the person in the seat before an office.

    >>> from sasil.components.names.reading import Reading
    >>> reading = Reading("나루그리드의 올리비아 라오 이사는", [])
    >>> [reading.text[c.start : c.end] for index, title in reading.titled for c in find_seated(reading, index, title)]
    ['올리비아 라오']
    """
    at = _seat(reading, index, title)
    if at is None:
        return
    for person in _sitting(reading, at, close=index - at == 1, of_town=title.form in signs("of_town")):
        yield person
        college = reading.phrases.ending(person.start - 1) if title.kind == "academic" else None
        if college is not None and college.bare and college.raw[-1] == "대" and len(college.raw) > _SHORT_BODY:
            yield Candidate(college.start, college.end, "ORG", "seat_college", _WEIGHT)


def _seat(reading: Reading, index: int, title: Title) -> int | None:
    """Return the last word before the designation that an office closes."""
    head = reading.phrases[index].stem[: -len(title.form)]
    if head and (title.kind in _NO_SEAT or len(head) < _SHORTEST_HEAD):
        return None
    at = index
    while at > 0 and index - at < _MOST_WORDS and side_by_side(reading, at):
        at -= 1
        raw = reading.phrases[at].raw
        headed = title.heads and raw.endswith(title.heads) and len(raw) > _SHORT_BODY
        if not headed and not designates(reading.phrases[at]):
            return at
    return None


def _sitting(reading: Reading, at: int, *, close: bool, of_town: bool) -> Iterator[Candidate]:
    """Give the person whose name ends at a word; a town opens none before its own office: 물빛리 박하늘솔 이장."""
    phrase = reading.phrases[at]
    parts = parts_before(reading, at)
    if of_town and _is_villager(reading, at):
        yield Candidate(phrase.start, phrase.end, "PERSON", "seat", _WEIGHT)
    elif len(parts) > 1 and not (looks_korean(phrase.raw) and _is_body_before(reading, parts)):
        named = without_body(reading, parts)
        start, end = reading.phrases[named[0]].start, reading.phrases[named[-1]].end
        yield Candidate(start, end, "PERSON", "seat_abroad", _WEIGHT)
    elif _may_sit(reading, at, close=close):
        yield Candidate(phrase.start, phrase.end, "PERSON", "seat", _WEIGHT)


def _is_villager(reading: Reading, at: int) -> bool:
    """Tell whether a Korean name of four syllables stands behind a town: 물빛리 박하늘솔 이장."""
    phrase, raw = reading.phrases[at], reading.phrases[at].raw
    if len(raw) != _LONG_NAME or not surnames().get(raw[0], False) or ending_of(raw, "LOC") is not None:
        return False
    town = side_by_side(reading, at) and TOWN.match(reading.phrases[at - 1].raw) is not None
    return town and (reading.unheard(phrase) or phrase.unknown) and not is_no_name(raw)


def _is_body_before(reading: Reading, parts: list[int]) -> bool:
    """Tell whether the strange word before a Korean name is long enough for a firm: 모노앤플러스 도레미 실장."""
    first = reading.phrases[parts[0]].raw
    return len(first) > _LONG_GIVEN and not is_listed_abroad(first)


_LONG_GIVEN = 3
_LONG_NAME = 4


def _may_sit(reading: Reading, at: int, *, close: bool) -> bool:
    """Tell whether one word fills the seat: of Korean make, or strange and alone between a body and an office."""
    phrase = reading.phrases[at]
    raw = phrase.raw
    if _HANGUL.match(raw) is None or raw[-1] in _NO_LAST or is_no_name(raw) or not _apart(reading, at):
        return False
    if looks_korean(raw):
        return _strange(reading, phrase) or (_opens_sentence(reading, at) and _is_misread(phrase))
    if not (reading.unheard(phrase) and phrase.bare) or ending_of(raw, "ORG") is not None:
        return False
    if surnames().get(raw[0], False) and 4 <= len(raw) <= 5 and not sounds_foreign(raw[1:]):
        return reading.says(f" {raw[0]} ") or not close
    if not close or len(raw) < _SHORT_BODY or not is_of_body(reading, at):
        return False
    return sounds_foreign(raw) or (len(raw) == _SHORT_BODY and is_of_firm(reading, at))


_NO_LAST = frozenset("대읍면")
"""What closes a college or a town rather than a name."""


def _strange(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether Kiwi knows no such word: 추가람, 피혜인."""
    if reading.unheard(phrase):
        return phrase.bare or len(phrase.stem) == 2
    return phrase.unknown or (len(phrase.tags) > 1 and phrase.tags[0].tag == "NNP" and not phrase.tail)


def _is_misread(phrase: Phrase) -> bool:
    """Tell whether Kiwi takes a name for a verb, or its end for a particle that no noun is likely to have: 감사랑."""
    tags = [word.tag for word in phrase.tags]
    if not tags or len(tags) == 1:
        return False
    if tags[0].startswith(("V", "M")) or any(tag.startswith("V") for tag in tags):
        return True
    return tags[-1].startswith("J") and phrase.tail not in _PARTICLES


def _opens_sentence(reading: Reading, at: int) -> bool:
    return at == 0 or not side_by_side(reading, at)


def _apart(reading: Reading, at: int) -> bool:
    """Tell whether no noun before a word makes a compound of it, but for a body, a unit or a trade."""
    if not reading.phrases[at].joined:
        return True
    before = reading.phrases[at - 1]
    college = before.raw[-1] == "대" and len(before.raw) >= _SHORT_BODY
    return college or designates(before) or is_of_body(reading, at) or before.raw in signs("role")
