"""Firms from abroad, by their legal form, a second word that only firms bear, or a country and an ending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sasil.components.names.anchors import Anchored
from sasil.components.names.foreign import sounds_foreign
from sasil.components.names.gazetteer import PLACE, ending_of, is_general, known_names, signs, title_of
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

LEGAL_FORM = re.compile(
    r"(?<=[가-힣A-Za-z0-9] )(?:AG|GmbH|S\.?A\.?S\.?|S\.?A\.?|S\.?p\.?A\.?|Inc\.?|Ltd\.?|Co\.,? ?Ltd\.?|Corp\.?|LLC|Oyj?"
    r"|AB|A/S|ASA|N\.?V\.?|B\.?V\.?|PLC|plc|SE|K\.?K\.?|Pte\.? Ltd\.?|Pty\.? Ltd\.?)(?![A-Za-z0-9])"
)
"""The legal form of a firm from abroad, behind its name: 라인켐 AG."""

_LEGAL_FORMS = Anchored(LEGAL_FORM, sign=re.compile("[ABCGIKLNOPSp]"), before=0, behind=12)
_LONGEST = 12


def find_firms_abroad(reading: Reading) -> Iterator[Candidate]:
    """Give the firms from abroad, and learn the first word of their names for the rest of the text.

    >>> from sasil.components.names.reading import Reading
    >>> text = "독일 라인켐 AG와 미국 노스포드 모터스"
    >>> [text[c.start : c.end] for c in find_firms_abroad(Reading(text, []))]
    ['라인켐 AG', '노스포드 모터스']
    """
    for match in _LEGAL_FORMS.finditer(reading.text):
        head = reading.phrases.ending(match.start() - 1)
        if head is not None and _may_be_named(head):
            yield _firm(reading, head, match.end())
    for tail in reading.beginning(_tail_heads()):
        if (head := _head_of(reading, tail)) is not None:
            yield _firm(reading, head, tail.stop)
    for number, country in _countries(reading):
        held = reading.next_to(number)
        if country.bare and held is not None and (_has_ending(held) or _does_business(reading, held)):
            yield _firm(reading, held, held.stop)


def head_of_firm(name: str) -> str:
    """Return the first part of a firm's name without its legal form or the word that firms bear, or nothing.

    >>> head_of_firm("라인켐 AG"), head_of_firm("하이온머티리얼즈"), head_of_firm("창원시")
    ('라인켐', '하이온', '')
    """
    head, _, rest = name.partition(" ")
    if rest:
        return head if rest in signs("firm_tail") or LEGAL_FORM.fullmatch(name, len(head) + 1) else ""
    return next((name[:-n] for n in range(len(name) - 2, 1, -1) if name[-n:] in signs("firm_tail")), "")


@cache
def _tail_heads() -> frozenset[str]:
    return frozenset(form[:2] for form in (*signs("firm_tail"), *signs("announced_firm_tail")))


def _firm(reading: Reading, head: Phrase, end: int) -> Candidate:
    """Return the firm with the words of its name before the last: those that sound foreign and no list knows."""
    before = reading.phrases[head.number - 1] if head.number else None
    if before is not None and head.stem in signs("firm_tail") and _stands_before(reading, before, head):
        strange = before.unknown and sounds_foreign(before.raw)
        head = before if strange and _may_be_named(before) else head
    reading.learn(head.stem, "company")
    reading.firms_abroad.add(head.stem)
    return Candidate(head.start, end, "ORG", "abroad", 9)


def _stands_before(reading: Reading, before: Phrase, phrase: Phrase) -> bool:
    return before.bare and before.end == phrase.start - 1 and reading.text[before.end] == " "


def _head_of(reading: Reading, tail: Phrase) -> Phrase | None:
    """Return the word before a firm's second word where it can be a name from abroad: 노르카 캐피털."""
    plain = tail.stem in signs("firm_tail")
    head = reading.phrases[tail.number - 1] if tail.number else None
    if not plain and tail.stem not in signs("announced_firm_tail"):
        return None
    if head is None or not _stands_before(reading, head, tail) or not _may_be_named(head):
        return None
    strange = head.unknown or not head.tags or sounds_foreign(head.raw)
    return head if strange and ((plain and sounds_foreign(head.raw)) or _announced(reading, head)) else None


def _announced(reading: Reading, head: Phrase) -> bool:
    """Tell whether a country, a city abroad or a kind of firm stands before a word."""
    before = reading.phrases[head.number - 1] if head.number else None
    if before is None or not _stands_before(reading, before, head):
        return False
    known = known_names().forms.get(before.raw)
    return (known is not None and known.kind in ("country", "abroad")) or before.raw.endswith(
        tuple(signs("before_firm"))
    )


def _may_be_named(phrase: Phrase) -> bool:
    """Tell whether a word can be the name of a firm: no list knows it, and it is no kind of thing."""
    word = phrase.raw
    known = known_names().forms.get(word)
    if not phrase.bare or "-" in word or not 2 <= len(word) <= _LONGEST or (known is not None and known.kind in PLACE):
        return False
    plain = (
        phrase.common or is_general(word) or title_of(word) is not None or word.endswith(tuple(signs("before_firm")))
    )
    return not plain


def _countries(reading: Reading) -> Iterator[tuple[int, Phrase]]:
    for number, clues in reading.clues:
        if clues.place:
            phrase = reading.phrases[number]
            known = known_names().forms.get(phrase.raw)
            if known is not None and known.kind == "country":
                yield number, phrase


def _does_business(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a strange word behind a country is a partner, or an officer follows: 덴마크 노르빈드의 … 사장."""
    stem = phrase.stem
    if len(stem) < _LONG or not (phrase.unknown or not phrase.tags) or not sounds_foreign(stem):
        return False
    if stem in known_names().forms or stem.endswith(_OF_PLACES) or title_of(stem) is not None:
        return False
    return phrase.tail in _PARTNERS or (phrase.tail in ("", "의") and _officer_behind(reading, phrase))


_LONG = 4
_PARTNERS = ("와", "과", "와의", "과의")
_OF_PLACES = tuple("주성현시군구도섬강산항만")


def _officer_behind(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether an officer of a firm stands among the next words of the line."""
    for number in range(phrase.number + 1, min(phrase.number + 5, len(reading.phrases))):
        before, here = reading.phrases[number - 1], reading.phrases[number]
        if reading.text[before.end : here.start] != " ":
            return False
        title = reading.title(number)
        if title is not None:
            return title.kind == "company"
    return False


def _has_ending(phrase: Phrase) -> bool:
    """Tell whether a word behind a country is a firm by its ending: 일본 미나토전기도."""
    ending = ending_of(phrase.stem, "ORG")
    if ending is None or ending.form not in signs("firm_ending"):
        return False
    head = phrase.stem[: -len(ending.form)]
    return len(head) >= 2 and not is_general(head) and not phrase.common and sounds_foreign(head)
