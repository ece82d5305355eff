"""People from abroad, by how their names look in Hangul: 라미로 산체스 감독, 올리비아 첸 최고운영책임자."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise

from sasil.components.names.gazetteer import (
    PLACE,
    denied,
    ending_of,
    is_general,
    is_school,
    known_names,
    signs,
    surnames,
    title_of,
)
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.lexicons import lexicon

_HANGUL = re.compile(r"[가-힣]{1,7}\Z")
_HANGUL_SIGNS = re.compile(r"[가-힣]")
_SOUNDS = re.compile(
    r"[르스트드크프츠즈브그흐므코토카타파퍼터커케테페체첸켄겐쿠투푸쿄샤쇼슈뮐뢰쉬튜듀뮤큐퓨쥬샹왓웡킴클블플글첼켈틴킨핀튼든슨턴던롭롤랄냐뇨녜쩐옌꾸엘헬]"
)
"""Syllables that names from abroad hold and Korean ones hardly ever."""


def sounds_foreign(word: str) -> bool:
    """Tell whether a word sounds like a name from abroad.

    >>> sounds_foreign("산체스"), sounds_foreign("첸"), sounds_foreign("명소윤")
    (True, True, False)
    """
    return _SOUNDS.search(word) is not None or not _syllables().issuperset(_HANGUL_SIGNS.findall(word))


@cache
def _syllables() -> frozenset[str]:
    """Return the syllables that Korean names are made of."""
    return frozenset(row["form"] for row in lexicon("name_syllables"))


@lru_cache(maxsize=1 << 12)
def is_foreign_name(given: str, family: str) -> bool:
    """Tell whether two words can be the name of a person from abroad.

    >>> is_foreign_name("올리비아", "첸"), is_foreign_name("범한캐스트", "피도윤"), is_foreign_name("명소윤", "시장")
    (True, False, False)
    """
    if not (_may_name(given) and _may_name(family)) or (len(given) < 2 and given not in SHORT_SURNAMES):
        return False
    if _korean(given) and given not in _foreign_names():
        return len(family) in (2, 3) and sounds_foreign(family)
    if given in _foreign_names():
        return True
    return not _korean(family) and (sounds_foreign(family) or sounds_foreign(given))


def is_listed_abroad(word: str) -> bool:
    """Tell whether the list of given and family names from abroad holds a word.

    >>> is_listed_abroad("올리비아"), is_listed_abroad("나루테크")
    (True, False)
    """
    return word in _foreign_names()


@cache
def _foreign_names() -> frozenset[str]:
    return frozenset(row["form"] for row in lexicon("foreign_names"))


def _korean(word: str) -> bool:
    """Tell whether a word looks like a whole Korean name."""
    return len(word) in (3, 4) and (word[0] in surnames() or word[:2] in surnames()) and not sounds_foreign(word)


_OF_PEOPLE = ("여성", "남성", "청년", "노동자", "유학생", "이주민", "주민", "국적", "출신", "선수", "학생")


def _may_name(word: str) -> bool:
    if _HANGUL.match(word) is None or word in denied("PERSON") or word in signs("before_title"):
        return False
    if word in signs("role"):
        return False
    known = known_names().forms.get(word)
    if is_school(word) or (known is not None and not known.doubtful):
        return False
    if (
        word.endswith(_NO_ENDS)
        or (len(word) > 2 and word[-1] == "대")
        or ending_of(word, "UNIT") is not None
        or (len(word) > _LONG_GIVEN and word[-1] in _BODY_SIGNS)
    ):
        return False
    return title_of(word) is None and ending_of(word, "ORG") is None and not is_general(word)


_SITES = ("마을", "시장", "거리", "단지", "공원", "센터", "공장", "지구", "농장", "상가")
"""What ends the name of a site that a body behind a person is named for: 김 알렉세이 고려인마을 주민회 회장."""

_NO_ENDS = (*_OF_PEOPLE, *_SITES, "담당", "총괄")

_LONG_GIVEN = 3
_BODY_SIGNS = frozenset("청부원국단팀회")
"""What closes a body rather than a long given name: 올보르항만청 마르틴 닐센."""


def without_and(word: str) -> str:
    """Return a name from abroad without the particle that Kiwi takes for a part of it.

    >>> without_and("바레와"), without_and("나카가와"), without_and("린드홀름")
    ('바레', '나카가와', '린드홀름')
    """
    if len(word) < _LONG_GIVEN or word[-1] != "와" or word[-2] in "카가이자사쿠도" or (ord(word[-2]) - _FIRST) % _TAILS:
        return word
    return word[:-1]


_FIRST, _TAILS = ord("가"), 28
"""The first syllable in Unicode, and how many share the same beginning: every 28th has no consonant at its end."""


def words_from_abroad(reading: Reading, at: int, *, closing: bool = False) -> tuple[int, int] | None:
    """Return the first and last word of a name from abroad that ends at a word or one or two before it.

    ``closing`` tells that the name ends at the word, for an age in a bracket stands behind it.
    Of three words in a row the last is the body, unless the first is: 라르스 묄레르 노르딕마린 이사. A word of one
    syllable between two is a part of the name: 팜 민 뚜언.
    """
    if _in_three(reading, at):
        return at - 2, at
    if not is_from_abroad(reading, at) or without_and(reading.phrases[at].raw) != reading.phrases[at].raw:
        return None
    if closing:
        return at - 1, at
    raws = reading.phrases.raws
    given_first = raws[at - 1] not in _foreign_names() or (at > 1 and raws[at - 2] in _foreign_names())
    longer = given_first and is_from_abroad(reading, at - 1)
    if longer and not _stands_alone(reading.phrases[at - 2].raw, reading):
        return at - 2, at - 1
    return at - 1, at


def _in_three(reading: Reading, at: int) -> bool:
    """Tell whether three words are a name with a short one in the middle: 팜 민 뚜언."""
    if at < 2 or len(reading.phrases[at - 1].raw) != 1:
        return False
    held = reading.phrases[at - 2 : at + 1]
    if held[1].raw in MIDDLE and _side_by_side(reading, held) and is_foreign_name(held[0].raw, held[2].raw):
        return held[0].bare and (len(held[2].raw) > 1 or held[0].raw in _foreign_names())
    if not all(phrase.joined for phrase in held[1:]) or not all(phrase.bare and _proper(phrase) for phrase in held):
        return False
    return all(_may_name(phrase.raw) for phrase in held) and any(sounds_foreign(phrase.raw) for phrase in held)


MIDDLE = frozenset("알엘빈반폰더드델디라르티민")
"""Words of one syllable inside names from abroad: 살림 알 라와히, 응우옌 티 란."""


SHORT_SURNAMES = frozenset("웡쩐팜첸쉬쑨딩량펑쨘윙싱")
"""Surnames from abroad of one syllable, which stand first."""


def _side_by_side(reading: Reading, phrases: list[Phrase]) -> bool:
    return all(reading.text[one.end : two.start] == " " for one, two in pairwise(phrases)) and phrases[-1].bare


def _proper(phrase: Phrase) -> bool:
    """Tell whether Kiwi takes a word for proper nouns, however it cuts them."""
    return len(phrase.tags) > 0 and all(word.tag in ("NNP", "SL") for word in phrase.tags)


def _stands_alone(word: str, reading: Reading) -> bool:
    """Tell whether the text has a word of a name from abroad by itself, as a body's: 노바코어는."""
    return word in reading.learned.forms or any(
        f"{word}{tail}" in reading.text for tail in ("는 ", "은 ", "와 ", "과 ", "의 ")
    )


def is_from_abroad(reading: Reading, at: int) -> bool:
    """Tell whether a word and the one before it name a person from abroad: 올리비아 첸 최고운영책임자."""
    if at < 1 or not reading.phrases[at].joined or not reading.phrases[at].bare:
        return False
    given, family = reading.phrases[at - 1], reading.phrases[at]
    if _is_town(reading, given) or is_firm_before(reading, given.raw, family.raw):
        return False
    known = (
        given.raw in _foreign_names()
        or (given.unknown and (family.unknown or len(family.raw) == 1))
        or _as_one(given, family)
    )
    return known and given.bare and is_foreign_name(given.raw, family.raw)


def is_firm_before(reading: Reading, first: str, second: str) -> bool:
    """Tell whether a firm stands before a name with a Korean surname: 그린아크 애사무엘, 모노앤플러스 도레미."""
    if first in _foreign_names() or second[0] not in surnames() or len(second) < _LONG_GIVEN:
        return False
    return first in reading.learned.forms or len(first) > _LONGEST_GIVEN or is_listed_abroad(second[1:])


_LONGEST_GIVEN = 5


def _is_town(reading: Reading, given: Phrase) -> bool:
    """Tell whether a word is a city abroad, behind its country or province: 저장성 후저우시 리샤오밍."""
    if given.raw[-1] not in "시주성현" or given.number == 0 or not given.joined:
        return False
    before = known_names().forms.get(reading.phrases[given.number - 1].raw)
    return before is not None and before.kind in PLACE


def _as_one(given: Phrase, family: Phrase) -> bool:
    """Tell whether Kiwi takes two words for one name: 모리스 창."""
    first = given.tags[0] if given.tags else None
    return first is not None and first.tag == "NNP" and first.start == given.start and first.end == family.end
