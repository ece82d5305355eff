"""Firms from abroad, by their legal form, a second word that only firms bear, or a country and an ending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sasil.components.names.anchors import Anchored
from sasil.components.names.firm_frames import firm_ending, frame_of
from sasil.components.names.foreign import sounds_foreign
from sasil.components.names.gazetteer import PLACE, is_general, kinds_of_firm, known_names, signs, title_of
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
    """Give the firms from abroad, and the countries before strange ones; the first words of the firms are learned.

    >>> from sasil.components.names.reading import Reading
    >>> text = "독일 라인켐 AG와 미국 노스포드 모터스"
    >>> sorted({(c.type, text[c.start : c.end]) for c in find_firms_abroad(Reading(text, []))})
    [('LOC', '미국'), ('ORG', '노스포드 모터스'), ('ORG', '라인켐 AG')]
    """
    for match in _LEGAL_FORMS.finditer(reading.text):
        head = reading.phrases.ending(match.start() - 1)
        if head is not None and _may_be_named(reading, head):
            yield _firm(reading, head, match.end())
    for tail in reading.beginning(_tail_heads()):
        if (head := _head_of(reading, tail)) is not None:
            yield _firm(reading, head, tail.stop)
    for country in _countries(reading):
        yield from _of_country(reading, country)


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
def _tails() -> frozenset[str]:
    return signs("firm_tail") | signs("announced_firm_tail")


@cache
def _tail_heads() -> frozenset[str]:
    return frozenset(form[:2] for form in _tails())


def _firm(reading: Reading, head: Phrase, end: int) -> Candidate:
    """Return the firm with the words of its name before the last: those that sound foreign and no list knows."""
    before = reading.phrases[head.number - 1] if head.number else None
    if before is not None and head.stem in signs("firm_tail") and _stands_before(reading, before, head):
        strange = before.unknown and sounds_foreign(before.raw)
        head = before if strange and _may_be_named(reading, before) else head
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
    if head is None or not _stands_before(reading, head, tail) or not _may_be_named(reading, head):
        return None
    strange = head.unknown or not head.tags or sounds_foreign(head.raw)
    new = reading.unheard(head) and tail.tail in _ACTING
    return head if strange and (((plain or new) and sounds_foreign(head.raw)) or _announced(reading, head)) else None


def _announced(reading: Reading, head: Phrase) -> bool:
    """Tell whether a country, a city abroad or a kind of firm stands before a word."""
    before = reading.phrases[head.number - 1] if head.number else None
    if before is None or not _stands_before(reading, before, head):
        return False
    known = known_names().forms.get(before.raw)
    return (known is not None and known.kind in _ABROAD) or _is_kind(before.raw)


_ABROAD = ("country", "abroad")


def _is_kind(word: str) -> bool:
    return word.endswith(kinds_of_firm()) and word not in signs("many_firms")


def _may_be_named(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word can be the name of a firm: no list knows it, and it is no kind of thing."""
    word = phrase.raw
    known = known_names().forms.get(word)
    if not phrase.bare or "-" in word or not 2 <= len(word) <= _LONGEST or (known is not None and known.kind in PLACE):
        return False
    plain = (phrase.common and not reading.unheard(phrase)) or is_general(word)
    return not plain and title_of(word) is None and not _is_kind(word)


def _countries(reading: Reading) -> Iterator[Phrase]:
    for number, clues in reading.clues:
        if clues.place:
            phrase = reading.phrases[number]
            known = known_names().forms.get(phrase.raw)
            if known is not None and known.kind == "country":
                yield phrase


def _of_country(reading: Reading, country: Phrase) -> Iterator[Candidate]:
    """Give the country and the firm that stands behind it: 독일 라인켐이, 미국 로봇사 벨모어 다이내믹스와."""
    held = _next(reading, country)
    kind = False
    for _ in range(_MOST_KINDS):
        if held is None or not held.bare or not (_is_kind(held.raw) or (held.common and not reading.unheard(held))):
            break
        kind = _is_kind(held.raw)
        held = _next(reading, held)
    if held is None or (not kind and held.number != country.number + 1) or not _is_strange(reading, held):
        return
    last = _second(reading, held)
    if kind or _is_firm(reading, last, alone=last is held):
        cut = (last is held and _is_its_own(reading, last)) or _also(last.stem)
        yield Candidate(country.start, country.end, "LOC", "country", 9)
        yield _firm(reading, held, last.stop - cut)


_MOST_KINDS = 3


def _also(stem: str) -> bool:
    """Tell whether the last sign of a word is the particle 도, which Kiwi takes for a part of a firm's name."""
    return stem[-1] == "도" and firm_ending(stem[:-1]) != ""


def _next(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return the word one space behind."""
    held = reading.phrases[phrase.number + 1] if phrase.number + 1 < len(reading.phrases) else None
    return held if held is not None and phrase.bare and reading.text[phrase.end : held.start] == " " else None


def _is_strange(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word is one that no list and no dictionary holds, or a compound of which the first part is so."""
    stem = phrase.stem
    if len(stem) < 2 or stem in known_names().forms or is_general(stem):
        return False
    if stem.endswith(_OF_PLACES) and not _also(stem):
        return False
    if title_of(stem) is not None and not (reading.unheard(phrase) and firm_ending(stem)):
        return False
    strange = reading.unheard(phrase) or not phrase.tags or (phrase.unknown and sounds_foreign(stem))
    ending = firm_ending(stem)
    if ending and not strange:
        return phrase.tags[0].tag == "NNP" and sounds_foreign(stem[: -len(ending)])
    return strange and (sounds_foreign(stem) or ending != "" or len(stem) >= _LONG)


_LONG = 4
_OF_PLACES = (*"주성현시군구도섬강산항만", "반도", "지역", "지방", "대학교", "대학", "연구소", "대")


def _second(reading: Reading, head: Phrase) -> Phrase:
    """Return the last word of a name that begins with a strange one: 알 하자르 유틸리티, 그루포 노르테."""
    last = head
    for _ in range(2):
        held = _next(reading, last)
        if held is None or not (_is_strange(reading, held) or held.stem in _tails()):
            break
        last = held
    behind = _next(reading, last)
    return head if behind is not None and title_of(behind.stem) is not None and last.bare else last


def _is_firm(reading: Reading, phrase: Phrase, *, alone: bool) -> bool:
    """Tell whether a strange word behind a country is a firm and no place or person, by what follows it."""
    tail, stem = phrase.tail, phrase.stem
    if _also(stem) or stem in _tails() or (firm_ending(stem) and (tail or phrase.text_after != " ")):
        return True
    if tail in _ACTING:
        return alone or frame_of(reading, phrase, shaped=True) != ""
    if tail.startswith("의"):
        return alone and len(stem) >= _LONG and _officer_behind(reading, phrase)
    if tail:
        return _is_its_own(reading, phrase)
    if (row := _ROW.match(reading.text, phrase.end)) is not None:
        following = reading.phrases.starting(row.end())
        listed = known_names().forms.get(following.raw) if following is not None else None
        held = _next(reading, following) if following is not None and listed is not None else None
        return held is not None and _is_strange(reading, held) and held.tail in _ACTING
    return _OF_FIRMS.match(reading.text, phrase.end) is not None or (alone and _officer_behind(reading, phrase))


_ACTING = ("은", "는", "이", "가", "와", "과", "와의", "과의", "을", "를", "도", "측", "측은", "측이")
_ROW = re.compile(r"(?:,|·|ㆍ) ?")
_OF_FIRMS = re.compile(
    r" 등 (?:\S{1,8} ){0,2}?(?:바이어|구매자|기업|업체|회사|\S{1,4}사[은는이가와를]|\d+(?:여)?개? ?사)| ?\| ?\D"
)


def _is_its_own(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether 사 behind a strange name says that it is a firm: 카르벤사에."""
    stem = phrase.stem
    return len(stem) >= _LONG and stem[-1] == "사" and reading.unheard(phrase) and sounds_foreign(stem[:-1])


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
