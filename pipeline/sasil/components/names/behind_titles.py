"""People behind their title: 시장 허성무, 기획처장 석다정 교수, 과장 예준서(044-…), 이사에는 올리비아 라오가."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.designating import looks_korean, side_by_side
from sasil.components.names.foreign import is_foreign_name, is_from_abroad
from sasil.components.names.foreign_parts import foreign_parts
from sasil.components.names.gazetteer import Title, ending_of, is_general, signs, title_of
from sasil.components.names.judging import is_body, is_market, likeness, may_be_name, name_at_head
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_OPENERS = "([（【|:：·,ㆍ-*○□▲△▶▷◆◇>〉⚬ㅇ•="
_LIST_SIGNS = "▲△▶▷◆◇>〉"
_SECOND_ABROAD = re.compile(r"\s?[·,]\s?([가-힣]{2,7}) ([가-힣]{1,7})\)")
_NO_FORE = frozenset({"honorific", "press"})
_INTO = frozenset({"에", "에는", "엔", "으로는", "로는"})
_NEXT = re.compile(r"(?:\([^()\n]{1,30}\))?(?: ?[·,ㆍ] ?| )")
_MOST_IN_ROW = 12
_WHOLE = 3
_CLOSED = (")", "(", "|", "）", ",", "·", "")


def find_behind_title(reading: Reading, index: int, title: Title) -> Iterator[Candidate]:
    """Give the people behind a title.

    >>> from sasil.components.names.reading import Reading
    >>> reading = Reading("나루시(시장 명소윤)는", [])
    >>> [(c.start, c.end) for index, title in reading.titled for c in find_behind_title(reading, index, title)]
    [(7, 10)]
    """
    phrase = reading.phrases[index]
    if title.kind in _NO_FORE and title.form not in ("코치", "감독", "트레이너"):
        end = foreign_parts(reading, index + 1) if phrase.bare and side_by_side(reading, index + 1) else 0
        if end:
            yield Candidate(reading.phrases[index + 1].start, end, "PERSON", "foreign", 8)
        return
    if title.form == "시장" and phrase.stem != "시장" and is_market(phrase.stem[:-2], reading):
        return
    if phrase.tail in _INTO and side_by_side(reading, index + 1):
        yield from _appointed(reading, index + 1)
        return
    held = reading.next_to(index)
    if held is None or not phrase.bare or title.kind in _NO_FORE:
        return
    opened = _opened(reading, phrase)
    abroad = _abroad(reading, held, opened=opened)
    if abroad is not None:
        yield abroad
        return
    length = _length(reading, phrase, held, opened=opened)
    if length and not _followed_by_noun(reading, index + 1, length):
        yield _person(held, length, "title_before", 8 if opened else 7)
        if opened and length == len(held.raw):
            yield from _row(reading, held)


def _person(phrase: Phrase, length: int, by: str, weight: int) -> Candidate:
    return Candidate(phrase.start, phrase.start + length, "PERSON", by, weight)


def _length(reading: Reading, phrase: Phrase, held: Phrase, *, opened: bool) -> int:
    """Return the length of the name at the head of the word behind a title, or 0."""
    closed = reading.after(held.end) in _CLOSED
    least = -1 if opened and closed else 1 if opened or closed else 2
    length = name_at_head(held, least, short=opened and closed)
    if length or not opened:
        return length
    if closed and (held.unknown or reading.unheard(held)) and _unheard_of(held):
        return len(held.raw)
    if _is_head(phrase) and len(held.raw) == _WHOLE and reading.after(held.end) == ")":
        plain = is_general(held.raw) or is_general(held.raw[:-1])
        return len(held.raw) if may_be_name(held.raw) and not plain else 0  # (이사장 소나무)
    listed = phrase.start and reading.text[phrase.line : phrase.start].rstrip(" ")[-1:] in _LIST_SIGNS
    return len(held.raw) if listed and may_be_name(held.raw) and _before_another(reading, held) else 0


def _is_head(phrase: Phrase) -> bool:
    """Tell whether a word is the office of the head of a body, which nothing but a name follows in a bracket."""
    title = title_of(phrase.stem)
    return phrase.stem in signs("sole_office") or (title is not None and title.kind == "head")


def _before_another(reading: Reading, held: Phrase) -> bool:
    """Tell whether a strange Korean name stands behind a word in a list: △상무 노을 추경일."""
    behind = reading.phrases[held.number + 1] if side_by_side(reading, held.number + 1) else None
    return behind is not None and looks_korean(behind.raw) and (reading.unheard(behind) or behind.unknown)


def _row(reading: Reading, held: Phrase) -> Iterator[Candidate]:
    """Give the people behind another one under the same title: 대표 석바름·국은하, △상무 황보찬 손기욱."""
    for _ in range(_MOST_IN_ROW):
        if held.number + 1 >= len(reading.phrases):
            return
        behind = reading.phrases[held.number + 1]
        between = reading.text[held.end : behind.start]
        match = _SECOND_ABROAD.match(reading.text, held.end)
        if match is not None and is_foreign_name(*match.groups()):
            yield Candidate(match.start(1), match.end(2), "PERSON", "foreign", 9)
            return
        if _NEXT.fullmatch(between) is None or not _in_row(reading, behind, between):
            return
        yield _person(behind, len(behind.raw), "row", 6)
        held = behind


def _in_row(reading: Reading, behind: Phrase, between: str) -> bool:
    """Tell whether a word goes on with a row of names: by its own make, or by what stands between and behind."""
    if title_of(behind.stem) is not None or not may_be_name(behind.raw) or is_body(behind.raw):
        return False
    if side_by_side(reading, behind.number + 1) and reading.title(behind.number + 1) is not None:
        return False  # a body and the office behind it
    if reading.unheard(behind) or behind.unknown:
        return True
    joined = between.strip() in ("·", ",", "ㆍ") and reading.after(behind.end) == ")"
    return joined and likeness(behind, len(behind.raw)) >= 0


def _abroad(reading: Reading, held: Phrase, *, opened: bool) -> Candidate | None:
    """Return the person from abroad behind a title: 대표 올리비아 첸), 박사후연구원 프리야 나이르와."""
    following = held.number + 1 if held.number + 1 < len(reading.phrases) else 0
    if opened and (is_from_abroad(reading, following) or _bracketed_abroad(reading, held, following)):
        return Candidate(held.start, reading.phrases[following].end, "PERSON", "foreign", 9)
    end = foreign_parts(reading, held.number)
    return Candidate(held.start, end, "PERSON", "foreign", 8) if end else None


def _appointed(reading: Reading, number: int) -> Iterator[Candidate]:
    """Give the person who gets an office: 코치로는 우희진, 트레이너로는 칼 헤닝센이, 이사장에 명소윤 전 차관을."""
    held = reading.phrases[number]
    end = foreign_parts(reading, number)
    if end:
        yield Candidate(held.start, end, "PERSON", "foreign", 8)
        return
    closed = reading.after(held.end) in (",", "(", "·") or _past(reading, number + 1)
    length = name_at_head(held, 1 if closed else 2)
    if length > 2 and (closed or length < len(held.raw)):
        yield _person(held, length, "appointed", 7)


def _past(reading: Reading, number: int) -> bool:
    return side_by_side(reading, number) and reading.phrases[number].raw in ("전", "현", "前", "씨가", "씨를")


def _bracketed_abroad(reading: Reading, given: Phrase, following: int) -> bool:
    """Tell whether two words fill a bracket behind a title with a name from abroad: (총장 케이코 나카무라, …)."""
    family = reading.phrases[following]
    apart = reading.text[given.end : family.start] == " "
    told = not given.bare or any(word.tag.startswith("V") for word in family.tags)  # 대표 과제를 보면, …
    closed = reading.after(family.end) in (")", ",", "）", "·")
    return apart and closed and not told and is_foreign_name(given.raw, family.raw)


def _unheard_of(held: Phrase) -> bool:
    """Tell whether a word that fills a bracket behind a title is a name of rare make: (총장 김하늘솔)."""
    if not 3 <= len(held.raw) <= 4 or not held.raw.isalpha() or held.raw.isascii():
        return False
    return ending_of(held.raw, "ORG") is None and not is_body(held.raw) and not is_general(held.raw)


def _opened(reading: Reading, phrase: Phrase) -> bool:
    before = reading.text[phrase.line : phrase.start].rstrip(" ")
    return not before or before[-1] in _OPENERS


def _followed_by_noun(reading: Reading, index: int, length: int) -> bool:
    held = reading.phrases[index]
    if length < len(held.raw) or likeness(held, length) == 2:
        return False
    behind = reading.next_to(index)
    return behind is not None and title_of(behind.stem) is None
