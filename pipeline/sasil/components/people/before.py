"""The designation before a name: the body, its units, the office: 기획처장 석다정, 창원시(시장 도하진)."""

from __future__ import annotations

import re

from sasil.components.names.gazetteer import signs, title_of
from sasil.components.names.led import ORDINAL
from sasil.components.people.patterns import OFFICE_BRACKET
from sasil.components.people.surroundings import Office, Surroundings, town_of
from sasil.components.people.units import glued_title, is_group
from sasil.components.people.words import office_words
from sasil.record import Mention

_LONGEST_BRACKET = 22
_LABEL = re.compile(r"\s?[>〉\]】)：:]?\s?[▲△▷▶•·]?\s?")
_MOVES = frozenset({"승진", "선임", "신규", "신규선임", "위촉", "내정", "전보", "영입"})
_NEWLY = frozenset({"신임", "새", "초대", "차기", "현", "신규"})
_COMMON_BODIES = ("회사", "업체", "기업", "기관", "단체", "병원", "대학", "학교", "연구원", "연구소", "협회", "조합")
_SAME = frozenset({"이", "같은", "그", "해당"})
_OPENERS = "<〈[【(◇◆▶▷■□○●▣△▲•·-"


def office_before(around: Surroundings, person: Mention) -> Office:
    """Read 기획처장 석다정, 창원시(시장 허성무), 경북도 미래산업정책과 사공민.

    >>> from sasil.components.names.reading import Reading
    >>> from sasil.record import NameMention
    >>> person = NameMention(type="PERSON", start=6, end=9, text="석다정", by="x")
    >>> office_before(Surroundings(Reading("▲기획처장 석다정", []), [person]), person).title
    '기획처장'
    """
    held_by = around.reading.phrases.starting(person.start)
    if held_by is None or held_by.number == 0:
        return Office()
    number = held_by.number - 1
    phrase = around.reading.phrases[number]
    body = around.body_ending(phrase.start if phrase.raw == "소속" else person.start)
    if body is not None:
        return Office(body=body.text)
    if phrase.raw in _COMMON_BODIES and around.side_by_side(number) and around.reading.phrases[number - 1].raw in _SAME:
        named = around.last_body(phrase)
        return Office(body=named.text if named is not None else None)
    gap = around.text[phrase.end : person.start]
    if gap.strip(" ") != "":
        return _label(around, number) if _LABEL.fullmatch(gap) else Office()
    held = title_of(phrase.stem)
    if held is None or held.form in signs("address"):
        return Office(_role(around, number), leans=True)
    if phrase.bare or phrase.tail == "인":
        return office_of(around, number)._replace(leans=not phrase.bare)
    return Office()


def _label(around: Surroundings, number: int) -> Office:
    """Read the office that heads a row of people: <부사장> 명소윤, ▶전무 승진 ▲명소윤, 부사장: 명소윤."""
    phrases = around.reading.phrases
    while number > 0 and phrases[number].raw in _MOVES:
        number -= 1
    phrase = phrases[number]
    opened = around.text[phrase.line : phrase.start].rstrip(" ")
    if not phrase.bare or (opened and opened[-1] not in _OPENERS) or title_of(phrase.stem) is None:
        return Office()
    return office_of(around, number)._replace(leans=True)


def office_of(around: Surroundings, number: int) -> Office:
    """Return the office that a phrase with a title closes, with the words before it that belong to it."""
    phrase = around.reading.phrases[number]
    glued = around.starting.get(phrase.start)
    if glued is not None and phrase.start < glued.end < phrase.stop:
        return Office(glued_title(glued.text, phrase.stem), glued.text)
    branch = around.ending.get(phrase.stop - 1) if phrase.stem[-1] == "장" else None
    if branch is not None and branch.start < phrase.start:
        return Office(glued_title(branch.text, f"{branch.text}장"), branch.text)
    title, _ = around.titled(number)
    first = number - title.count(" ")
    while around.side_by_side(first) and _is_turn(around.reading.phrases[first - 1].raw):
        first -= 1
    unit = around.unit_at(first - 1) if around.side_by_side(first) else None
    start = around.reading.phrases[first - (unit is not None)].start
    unmarked = around.ending.get(around.reading.phrases[first].start - 1) is None
    return Office(title, _owner(around, first, start), unit if unmarked and unit else town_of(phrase.stem))


def _is_turn(word: str) -> bool:
    """Tell whether a word says which holder of an office is meant: 신임, 제13대."""
    return word in _NEWLY or ORDINAL.fullmatch(word) is not None


def _owner(around: Surroundings, number: int, start: int) -> str | None:
    """Return the organisation before a title, side by side or with a bracket between: 창원시(시장."""
    body = around.body_ending(around.reading.phrases[number].start) or around.body_ending(start)
    if body is not None:
        return body.text
    opened = OFFICE_BRACKET.search(around.text, max(start - _LONGEST_BRACKET, 0), start)
    if opened is not None:
        body = around.ending.get(opened.start()) or around.ending.get(opened.start() - 1)
        return None if body is None else body.text
    phrase, before = around.reading.phrases[number], around.reading.phrases[number - 1] if number else None
    headed = phrase.joined and phrase.stem in ("대표", "회장", "위원장")
    return before.raw if before is not None and headed and is_group(before.raw) else None


def _role(around: Surroundings, number: int) -> str | None:
    """Return the trade that a phrase before a name tells, with the noun it leans on: 국숫집 주인, 대학생."""
    phrase = around.reading.phrases[number]
    word = phrase.stem.removesuffix("인") if phrase.tail == "" and phrase.stem not in signs("role") else phrase.stem
    if word not in signs("role") or word in office_words("citizen"):
        return None
    before = around.reading.phrases[number - 1] if phrase.joined else None
    if word in signs("leaning_role") and before is not None and before.common and before.bare:
        return f"{before.raw} {word}"
    return word
