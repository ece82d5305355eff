"""People by the seat that a designation leaves them: the strange word, or words, before an office and its body.

승해준 삼척시장은, 추가람 네트워크사업부 부사장은, 나루그리드의 아디티아 라오 이사는: Kiwi takes such names for verbs or
particles, but where a designation ends a name has to stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.bodies import is_unit
from sasil.components.names.foreign import MIDDLE, SHORT_SURNAMES, is_listed_abroad, sounds_foreign
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
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_HANGUL = re.compile(r"[가-힣]{1,7}\Z")
_MOST_WORDS = 4
_MOST_PARTS = 4
_WEIGHT = 7
_GOVERNING = frozenset("시도군구")
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
    for person in _sitting(reading, at, close=index - at == 1):
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


def side_by_side(reading: Reading, number: int) -> bool:
    """Tell whether nothing but a space stands between a phrase and the one before it."""
    starts, raws = reading.phrases.starts, reading.phrases.raws
    if not 0 < number < len(starts):
        return False
    return starts[number] - starts[number - 1] - len(raws[number - 1]) == 1 and reading.text[starts[number] - 1] == " "


def designates(phrase: Phrase) -> bool:
    """Tell whether a word before an office can belong to it: a body, a unit, a word of rank."""
    raw = phrase.raw
    if raw in _GOVERNING or raw == "주한" or raw in signs("before_title") or raw in signs("rank") or is_unit(raw):
        return True
    if raw.isascii():
        return raw.isupper()
    known = known_names().first(raw)
    if known is not None and len(known.form) == len(raw):
        return not known.doubtful or known.kind == "country"
    if known is not None and known.kind in GOVERNMENT and len(raw) - len(known.form) <= 2:
        return True
    ending = ending_of(raw, "ORG")
    return ending is not None and len(raw) > len(ending.form) and not (len(raw) == 3 and raw[0] in surnames())


def _sitting(reading: Reading, at: int, *, close: bool) -> Iterator[Candidate]:
    """Give the person whose name ends at a word."""
    phrase = reading.phrases[at]
    parts = _parts(reading, at)
    if len(parts) > 1 and not (looks_korean(phrase.raw) and _is_body_before(reading, parts)):
        named = _named(reading, parts)
        start, end = reading.phrases[named[0]].start, reading.phrases[named[-1]].end
        yield Candidate(start, end, "PERSON", "seat_abroad", _WEIGHT)
    elif _may_sit(reading, at, close=close):
        yield Candidate(phrase.start, phrase.end, "PERSON", "seat", _WEIGHT)


def _parts(reading: Reading, last: int) -> list[int]:
    """Return the words of a name from abroad that ends at a word."""
    parts = [last]
    while len(parts) < _MOST_PARTS and side_by_side(reading, parts[0]) and _is_part(reading, parts[0] - 1):
        parts.insert(0, parts[0] - 1)
    last_word = reading.phrases[last].raw
    if (
        len(parts) == 1
        or not reading.phrases[last].bare
        or not _is_part(reading, last, closing=True)
        or title_of(last_word) is not None
    ):
        return parts[-1:]
    while len(parts) > 1 and not _opens(reading.phrases[parts[0]].raw):
        parts.pop(0)
    raws = [reading.phrases[number].raw for number in parts]
    return parts if any(sounds_foreign(raw) or is_listed_abroad(raw) for raw in raws) else parts[-1:]


def foreign_parts(reading: Reading, first: int) -> int:
    """Return where a name from abroad ends that begins at a word, or 0 where none does: 프리야 나이르와.

    Particles and what closes a row may follow it, and no word of the same compound.
    """
    given = reading.phrases[first]
    if not given.bare or not (is_listed_abroad(given.raw) or (reading.unheard(given) and sounds_foreign(given.raw))):
        return 0
    if not _is_part(reading, first) or not _opens(given.raw):
        return 0
    last = first
    while last - first < _MOST_PARTS - 1 and reading.phrases[last].bare and side_by_side(reading, last + 1):
        if not _continues(reading, last + 1):
            break
        last += 1
    held = reading.phrases[last]
    if last == first or (held.bare and side_by_side(reading, last + 1)):
        return 0
    return held.stop


def _continues(reading: Reading, number: int) -> bool:
    """Tell whether a word can be a further part of a name from abroad, a particle behind it or not."""
    phrase = reading.phrases[number]
    stem = phrase.stem
    if _HANGUL.match(stem) is None or _is_no_name(stem) or designates(phrase) or looks_korean(stem):
        return False
    if len(stem) == 1:
        return stem in MIDDLE or stem in surnames() or stem in SHORT_SURNAMES
    return reading.unheard(phrase) or phrase.unknown or is_listed_abroad(stem) or sounds_foreign(stem)


def _opens(word: str) -> bool:
    """Tell whether a word can stand first in a name from abroad: not 알, not a whole Korean name."""
    short = word in surnames() or word in SHORT_SURNAMES or is_listed_abroad(word)
    return (len(word) > 1 or short) and not looks_korean(word)


def _is_part(reading: Reading, number: int, *, closing: bool = False) -> bool:
    phrase = reading.phrases[number]
    raw = phrase.raw
    if _HANGUL.match(raw) is None or _is_no_name(raw) or designates(phrase) or (len(raw) > 2 and raw[-1] == "대"):
        return False
    if len(raw) == 1:
        return raw in MIDDLE or raw in SHORT_SURNAMES or is_listed_abroad(raw) or (closing and raw in surnames())
    if is_listed_abroad(raw) or (closing and _may_close(reading, phrase)):
        return True
    if raw in _BINDING:
        return True
    if not sounds_foreign(raw):
        return closing and phrase.bare and reading.unheard(phrase)
    if phrase.bare and (reading.unheard(phrase) or phrase.unknown):
        return True
    if _is_cut_up(phrase):
        behind = reading.phrases[number + 1] if number + 1 < len(reading.phrases) else None
        return behind is not None and (reading.unheard(behind) or behind.unknown) and sounds_foreign(behind.raw)
    return phrase.bare and not phrase.common and all(word.tag in _NOUNS for word in phrase.tags)


def _is_cut_up(phrase: Phrase) -> bool:
    """Tell whether Kiwi takes a word for nouns of one sign or a bare verb, as it does with strange ones: 군터, 누르."""
    tags = phrase.tags
    if len(tags) == 1:
        return tags[0].tag.startswith("V") and tags[0].end == phrase.end
    return bool(tags) and all(len(word.text) == 1 and word.tag.startswith("NN") for word in tags)


def _may_close(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word can be the family name behind a given name that is surely from abroad: 아디티아 라오."""
    if phrase.number == 0 or len(phrase.raw) > _LONGEST_FAMILY:
        return False
    given = reading.phrases[phrase.number - 1]
    sure = is_listed_abroad(given.raw) or (reading.unheard(given) and sounds_foreign(given.raw))
    return sure and not (phrase.common and not reading.unheard(phrase) and len(phrase.raw) > 1)


_NOUNS = frozenset({"NNP", "NNG", "SL", "NR", "NNB", "W_"})
_LONGEST_FAMILY = 4


def _named(reading: Reading, parts: list[int]) -> list[int]:
    """Return the words of a name without those of a body: 라르스 묄레르 노르딕마린, 라이트백 잉그리 솔베르그.

    A body stands behind the name where none stands before it.
    """
    raws = [reading.phrases[number].raw for number in parts]
    if len(parts) < _MANY or any(len(raw) == 1 or raw in _BINDING for raw in raws[1:-1]):
        return parts
    return parts if _of_body(reading, parts[0]) else parts[:2]


_MANY = 3
_BINDING = frozenset({"빈티", "이븐", "반데르", "폰데어"})


def looks_korean(word: str) -> bool:
    """Tell whether a word looks like a whole Korean name of three or four syllables.

    >>> looks_korean("명소윤"), looks_korean("선우인혜"), looks_korean("산체스")
    (True, True, False)
    """
    if sounds_foreign(word):
        return False
    return (len(word) == 3 and word[0] in surnames()) or (len(word) == 4 and word[:2] in surnames())


def _is_body_before(reading: Reading, parts: list[int]) -> bool:
    """Tell whether the strange word before a Korean name is long enough for a firm: 모노앤플러스 도레미 실장."""
    first = reading.phrases[parts[0]].raw
    return len(first) > _LONG_GIVEN and not is_listed_abroad(first)


_LONG_GIVEN = 3


def _is_no_name(word: str) -> bool:
    if word in denied("PERSON") or word in signs("before_title") or word in signs("role") or is_general(word):
        return True
    known = known_names().forms.get(word)
    if known is not None and not known.doubtful:
        return True
    return title_of(word) is not None or (len(word) > 2 and ending_of(word, "UNIT") is not None)


def _may_sit(reading: Reading, at: int, *, close: bool) -> bool:
    """Tell whether one word fills the seat: of Korean make, or strange and alone between a body and an office."""
    phrase = reading.phrases[at]
    raw = phrase.raw
    if _HANGUL.match(raw) is None or raw[-1] in _NO_LAST or _is_no_name(raw) or not _apart(reading, at):
        return False
    if looks_korean(raw):
        return _strange(reading, phrase) or (_opens_sentence(reading, at) and _is_misread(phrase))
    if not (reading.unheard(phrase) and phrase.bare) or ending_of(raw, "ORG") is not None:
        return False
    if surnames().get(raw[0], False) and 4 <= len(raw) <= 5 and not sounds_foreign(raw[1:]):
        return reading.says(f" {raw[0]} ") or not close
    return close and sounds_foreign(raw) and len(raw) > 2 and _of_body(reading, at)


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
    return designates(before) or _of_body(reading, at) or before.raw in signs("role")


def _of_body(reading: Reading, at: int) -> bool:
    """Tell whether a body with 의 or without, or a place, stands before a word: 가오슝시의 천웨이팅."""
    if not side_by_side(reading, at):
        return False
    before = reading.phrases[at - 1]
    known = known_names().first(before.raw)
    if before.tail == "의":
        return True
    if not before.bare:
        return False
    if known is not None and (known.kind in GOVERNMENT or known.kind in PLACE):
        return True
    return ending_of(before.stem, "ORG") is not None or before.stem.endswith(_PLACE_ENDS)


_PLACE_ENDS = ("시", "주", "성", "현")
