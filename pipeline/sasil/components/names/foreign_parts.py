"""The words of a name from abroad, one by one: 아디티아 라오, 누르 아이샤 빈티 라만, 쩐 티 홍."""

from __future__ import annotations

import re

from sasil.components.names.designating import designates, is_no_name, is_of_body, looks_korean, side_by_side
from sasil.components.names.foreign import (
    MIDDLE,
    SHORT_SURNAMES,
    is_firm_before,
    is_listed_abroad,
    sounds_foreign,
    without_and,
)
from sasil.components.names.gazetteer import surnames, title_of
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading

_HANGUL = re.compile(r"[가-힣]{1,7}\Z")
_MOST_PARTS = 4


def parts_before(reading: Reading, last: int) -> list[int]:
    """Return the words of a name from abroad that ends at a word."""
    parts = [last]
    while len(parts) < _MOST_PARTS and side_by_side(reading, parts[0]) and _is_part(reading, parts[0] - 1):
        parts.insert(0, parts[0] - 1)
    last_word = reading.phrases[last].raw
    if (
        len(parts) == 1
        or without_and(last_word) != last_word
        or not reading.phrases[last].bare
        or not _is_part(reading, last, closing=True)
        or title_of(last_word) is not None
    ):
        return parts[-1:]
    while len(parts) > 1 and not _opens(reading.phrases[parts[0]].raw):
        parts.pop(0)
    if len(parts) > 1 and is_firm_before(reading, reading.phrases[parts[0]].raw, last_word):
        parts.pop(0)
    raws = [reading.phrases[number].raw for number in parts]
    return parts if any(sounds_foreign(raw) or is_listed_abroad(raw) for raw in raws) else parts[-1:]


def foreign_parts(reading: Reading, first: int) -> int:
    """Return where a name from abroad ends that begins at a word, or 0 where none does: 프리야 나이르와.

    Particles and what closes a row may follow it, and no word of the same compound.
    """
    given = reading.phrases[first]
    if not given.bare or not (is_listed_abroad(given.raw) or _strange(reading, given)):
        return 0
    if not _is_part(reading, first) or not _opens(given.raw):
        return 0
    last = first
    while last - first < _MOST_PARTS - 1 and reading.phrases[last].bare and side_by_side(reading, last + 1):
        if not _continues(reading, last + 1):
            break
        last += 1
    held = reading.phrases[last]
    stem = without_and(held.stem)
    if last == first or (len(stem) == len(held.raw) and side_by_side(reading, last + 1)):
        return 0
    return held.start + len(stem)


def _strange(reading: Reading, given: Phrase) -> bool:
    """Tell whether a word sounds foreign and no dictionary holds it, or the one behind it: 엘리아스 린드홀름."""
    if not sounds_foreign(given.raw):
        return False
    if reading.unheard(given):
        return True
    behind = reading.phrases[given.number + 1] if side_by_side(reading, given.number + 1) else None
    return given.unknown and behind is not None and reading.unheard(behind) and sounds_foreign(behind.stem)


def _continues(reading: Reading, number: int) -> bool:
    """Tell whether a word can be a further part of a name from abroad, a particle behind it or not."""
    phrase = reading.phrases[number]
    stem = phrase.stem
    if _HANGUL.match(stem) is None or is_no_name(stem) or designates(phrase) or looks_korean(stem):
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
    if _HANGUL.match(raw) is None or is_no_name(raw) or designates(phrase) or (len(raw) > 2 and raw[-1] == "대"):
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


def without_body(reading: Reading, parts: list[int]) -> list[int]:
    """Return the words of a name without those of a body: 라르스 묄레르 노르딕마린, 라이트백 잉그리 솔베르그.

    A body stands behind the name where none stands before it.
    """
    raws = [reading.phrases[number].raw for number in parts]
    if len(parts) < _MANY or any(len(raw) == 1 or raw in _BINDING for raw in raws[1:-1]):
        return parts
    return parts if is_of_body(reading, parts[0]) else parts[:2]


_MANY = 3

_BINDING = frozenset({"빈티", "이븐", "반데르", "폰데어"})
