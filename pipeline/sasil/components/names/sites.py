"""Places that no list knows: by the last sign of a coined word (교, 천, 루, 리) and by what is beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.gazetteer import (
    denied,
    ending_of,
    ends_denied,
    is_general,
    kinds_of_firm,
    known_names,
    signs,
    title_of,
)
from sasil.components.names.judging import is_common_name
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate
from sasil.doc import Word

_LAND = frozenset("교천강산봉령재호늪못섬도포항진곶골굴루정문암궁성릉탑사대길")
_TOWNS = frozenset("읍면동리")
_LAST = _LAND | _TOWNS
_LONGEST = 6
_BARE_NOUNS = frozenset({"NNG", "NNB", "NNP", "XSN"})
_IN_NAME_ENDS = frozenset("정도성문산강진호봉섬동리")
"""Signs that end given names too: a word with a common surname and one of these may be a person."""

_LONG = re.compile(r"\s\d[\d.,]*\s?(?:㎞|km|m)(?![가-힣A-Za-z])")

_AT = ("에서", "에서는", "에서도", "까지", "까지의", "부터")
_TO = re.compile(
    r"\s(?:[^\s.]{1,10}\s){0,3}?(?:있[는다던었]|위치|들어[서선섰]|자리|오르[면는니]|올라|올랐|머물|도착|모[이여였인]|닿|세[우운웠]|세워|놓[인는을]|만들|만든|조성|설치"
    r"|살[던고며았아]|사는|나타|피[는었]|핀|열[린리었]|짓[는고]|지[은을어었]|건립|쌓|흘러|서식|걸린|걸려|가면|내려[오온와가])"
)
_OVER = re.compile(
    r"\s(?:[^\s.]{1,10}\s){0,2}?(?:건[너넌]|지[나난]|따라|오르|올라|돌[며아았]|둘러|잇[는고]|이어|이은|낀|끼고|헐|허[무는]|놓[는고은]"
    r"|보수|복원|정비|걷[는고]|거닐|거쳐|넘[는어으]|가로)"
)
_ROUND = re.compile(rf"{_OVER.pattern}|\s(?:[^\s.]{{1,10}}\s){{0,2}}?(?:찾[는은아았]|방문|품[은고]|내려다|바라보|잃)")
_LIES = re.compile(
    r"\s(?:[^\s.]{1,10}\s){0,3}?(?:위치|자리|폭|길이|높이|연장|개통|통제|무너|범람|넘치|넘쳐|통행|보물|사적|명승|문화재|지어[진졌]|세워[진졌]|해발|둘레|철거|다리|흐르|흘러|말라"
    r"|북적|붐비|붐볐|물들)"
)
_OF = re.compile(
    r"\s(?:[^\s.]{1,8}\s)?(?:벚꽃|단풍|다리|둘레|풍경|전경|숲|봄|여름|가을|겨울|제방|일출|해돋이|야경|하류|상류|논|밭|들녘|주민|농가|폐교|마을)"
)
_BESIDE = re.compile(
    r"(?:와|과)\s[가-힣]{2,6}(?:교|천|강|산|봉|루|정|문|사|동|리|면|항|포)"
    r"(?:을|를|이|가| 사이|까지|에서|은|는| 일대| 주변| 등)"
)


def find_sites(reading: Reading) -> Iterator[Candidate]:
    """Give the places that their last sign and their neighbours give away, and keep them for the rest of the text.

    >>> from sasil.doc import Word
    >>> from sasil.components.names.reading import Reading
    >>> words = [Word(0, 2, "천수", "NNG"), Word(2, 3, "교", "NNG"), Word(3, 5, "에서", "JKB")]
    >>> [(c.end, c.by) for c in find_sites(Reading("천수교에서 진주교까지", words))]
    [(3, 'site')]
    """
    for phrase in _coined(reading):
        village = _is_village(reading, phrase)
        if _may_be(reading, phrase, village=village) and _is_sited(reading, phrase):
            reading.places.add(phrase.stem)
            yield Candidate(phrase.start, phrase.stop, "LOC", "site", 8 if phrase.stem in reading.people else 4)
    for phrase in _facilities(reading):
        reading.places.add(phrase.stem)
        yield Candidate(phrase.start, phrase.stop, "LOC", "site", 4)


def _facilities(reading: Reading) -> Iterator[Phrase]:
    """Give the parks, villages and stations with a name of their own that something lies or happens at."""
    for number, clues in reading.clues:
        phrase = reading.phrases[number] if clues.place else None
        ending = ending_of(phrase.stem, "LOC") if phrase is not None else None
        if phrase is None or ending is None or not phrase.tags or (phrase.common and not reading.unheard(phrase)):
            continue
        head = phrase.stem[: -len(ending.form)]
        if len(head) < 2 or is_general(head) or head[-1].isdigit() or _is_other(phrase.stem):
            continue
        if not ends_denied(phrase.stem, "LOC", len(ending.form) + 1) and _is_sited(reading, phrase):
            yield phrase


def is_landmark(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word behind a place is a mountain, a temple or a farm in it: 유치면 가지산, 속리산면 법주사 앞."""
    first = phrase.tags[0] if phrase.tags else None
    if first is None or first.tag != "NNP" or first.end != phrase.stop or not 2 < len(phrase.stem) <= _LONGEST:
        return False
    signed = phrase.stem[-1] in _LANDMARK or phrase.stem.endswith("목장")
    return signed and _may_be(reading, phrase, village=False) and _is_sited(reading, phrase)


_LANDMARK = _LAND | frozenset("만사치원")


def _is_village(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word is a village by its people, though it may look like a person: 신례리 부녀회장."""
    behind = reading.next_to(phrase.number) if phrase.stem[-1] in "리면읍" and phrase.bare else None
    return behind is not None and behind.stem in signs("of_town") and phrase.stem[-2] not in _IN_NAMES


_IN_NAMES = frozenset("유나혜규보주채예슬아세다미소서해우")
"""Syllables that stand before 리 in given names: 유리, 나리, 혜리."""


def _coined(reading: Reading) -> Iterator[Phrase]:
    """Give the words that end as places do and that Kiwi takes for a name, does not know, or cuts into odd parts."""
    last = -1
    for word in [word for word in reading.words if word[2][-1] in _LAST and word[3] in _BARE_NOUNS]:
        phrase = reading.holding(word.start)
        if phrase is None or phrase.number == last or word.end != phrase.stop or not 2 < len(phrase.stem) <= _LONGEST:
            continue
        if phrase.raw[0].isdigit() or phrase.stem.endswith(_OTHERS):
            continue
        last = phrase.number
        whole = word.start == phrase.start
        if (whole and (word.tag == "NNP" or reading.unheard(phrase))) or (not whole and _is_odd(phrase, word)):
            yield phrase


_OTHERS = ("공대", "과기대", "의대", "여대", "교대", "치대", "법대", "사대", "행사", "공사", "회사", "지사")


def _is_odd(phrase: Phrase, last: Word) -> bool:
    """Tell whether Kiwi cuts a word into parts that make no plain compound: 촉석루, 천수교, 대야산, 조교리."""
    inside = [word for word in phrase.tags if word.end <= phrase.stop]
    if inside[0].tag in ("MM", "XPN", "NR") and len(inside) > 1:
        return True
    if len(last.text) > 1:
        return False
    short = sum(len(word.text) == 1 for word in inside)
    return short > 1 or inside[0].tag == "NNP" or (len(phrase.stem) == 3 and not is_general(phrase.stem[:-1]))


def _may_be(reading: Reading, phrase: Phrase, *, village: bool) -> bool:
    """Tell whether a coined word can be a place: it is no person, body, office or thing that the lists or text know."""
    stem, new = phrase.stem, reading.unheard(phrase) and phrase.tags[0].end == phrase.stop
    if stem in known_names().forms or stem in reading.learned.forms or (stem in reading.people and not village):
        return False
    title = title_of(stem)
    if title is not None and not (new and title.kind == "honorific"):
        return False
    if _is_other(stem) or ends_denied(stem, "BUILDING"):
        return False
    return new or not ends_denied(stem, "TOWN" if stem[-1] in _TOWNS else "LOC", 2)


def _is_other(stem: str) -> bool:
    if is_general(stem) or stem in denied("LOC") or stem.endswith(kinds_of_firm()):
        return True
    return ending_of(stem, "ORG") is not None or ending_of(stem, "UNIT") is not None


def _is_sited(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether something lies or happens at a word, by its particle and what follows."""
    tail, text, end = phrase.tail, reading.text, phrase.end
    if phrase.bare:
        behind = reading.next_to(phrase.number)
        beside = behind is not None and behind.stem in signs("beside_place")
        return beside or _LONG.match(text, end) is not None
    if tail.startswith("에서"):  # a person takes no 에서; of what ends in 대 most are bodies, stages and times
        return tail in _AT and phrase.stem[-1] != "대"
    if is_common_name(phrase.stem) and phrase.stem[-1] in _IN_NAME_ENDS:
        return tail in ("을", "를") and _OVER.match(text, end) is not None
    if tail in _AT:
        return phrase.stem[-1] != "대"
    if tail in ("와", "과"):
        return _BESIDE.match(text, phrase.stop) is not None
    pattern = _PATTERNS.get(tail)
    return pattern is not None and pattern.match(text, end) is not None


_PATTERNS = {
    **dict.fromkeys(("에", "에는", "에도"), _TO),
    **dict.fromkeys(("을", "를"), _ROUND),
    **dict.fromkeys(("은", "는", "이", "가"), _LIES),
    "의": _OF,
}
