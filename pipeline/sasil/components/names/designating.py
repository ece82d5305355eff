"""The words of a designation: what can belong to an office, and what can be no name."""

from __future__ import annotations

from sasil.components.names.bodies import is_unit
from sasil.components.names.foreign import sounds_foreign
from sasil.components.names.gazetteer import (
    GOVERNMENT,
    PLACE,
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

_GOVERNING = frozenset("시도군구")


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


def looks_korean(word: str) -> bool:
    """Tell whether a word looks like a whole Korean name of three or four syllables.

    >>> looks_korean("명소윤"), looks_korean("선우인혜"), looks_korean("산체스")
    (True, True, False)
    """
    if sounds_foreign(word):
        return False
    return (len(word) == 3 and word[0] in surnames()) or (len(word) == 4 and word[:2] in surnames())


def is_no_name(word: str) -> bool:
    """Tell whether the lists leave no way for a word to be a part of a person's name.

    >>> is_no_name("신임"), is_no_name("이사"), is_no_name("추가람")
    (True, True, False)
    """
    if word in denied("PERSON") or word in signs("before_title") or word in signs("role") or is_general(word):
        return True
    known = known_names().forms.get(word)
    if known is not None and not known.doubtful:
        return True
    return title_of(word) is not None or (len(word) > 2 and ending_of(word, "UNIT") is not None)


def is_of_body(reading: Reading, at: int) -> bool:
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
