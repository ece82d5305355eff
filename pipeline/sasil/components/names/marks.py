"""Organisations that a mark gives away: ㈜, ©, 이하, a bracket with a short form, a byline, a line of contact."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.anchors import Anchored
from sasil.components.names.bodies import is_unit, units_end
from sasil.components.names.foreign_firms import head_of_firm
from sasil.components.names.gazetteer import (
    PLACE,
    denied,
    ending_of,
    is_general,
    known_names,
    title_of,
    titles,
)
from sasil.components.names.patterns import (
    ALIAS,
    ARMY_SIGN,
    ARMY_UNIT,
    BODY_ABBREVIATED,
    BYLINE_OUTLET,
    BYLINE_PLACE,
    CONTACT,
    DATELINE,
    FIRM,
    OUTLET,
    OUTLET_BEFORE,
    OUTLET_BEHIND,
    PARTY,
    TAIL,
    UNIVERSITY,
)
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.schools import find_schools
from sasil.components.names.settling import Candidate

_SHORT = re.compile(r"\s?\(\s?[‘'“\"]?([가-힣A-Za-z&-]{2,10})[’'”\"]?\s?(?=[),])")
_ASKED_HERE = re.compile(r"\s?\((?:담당(?:자|:|\s)|☎|☏|전화|0\d{1,2}-\d{3})")
_LONGEST_LINE = 300
_MOST_UNITS = 2
_SHORT_LINE = 120
_BEFORE_ARMY = 16
_COMPANY_SIGNS = re.compile(
    r"㈜|\((?:재|사|학|의|복|주|유)\)|（주）|(?:재단|사단|학교|사회복지|의료|법무|회계|세무|특허|노무|관세)법인"
    r"|주식회사|농업회사법인|\s"
)


def find_marked(reading: Reading) -> Iterator[Candidate]:
    """Give the organisations and places that a mark gives away; firms are learned for the rest of the text.

    >>> from sasil.components.names.reading import Reading
    >>> text = "저작권자 © 전기신문 무단전재 및 재배포 금지"
    >>> [text[c.start : c.end] for c in find_marked(Reading(text, []))]
    ['전기신문']
    """
    yield from _firms(reading)
    yield from _outlets(reading)
    yield from _datelines(reading)
    yield from _contact_units(reading)
    yield from find_schools(reading)
    yield from _headed_branches(reading)
    for sign in ARMY_SIGN.finditer(reading.text):  # the pattern itself is slow on a whole text
        match = ARMY_UNIT.search(reading.text, max(sign.start() - _BEFORE_ARMY, 0), sign.end() + 2)
        if match is not None:
            yield Candidate(*match.span(), "ORG", "army", 9)
    for match in _PARTIES.finditer(reading.text):
        if match[1] not in denied("ORG") and not is_general(match[1][:-1]) and ending_of(match[1], "LOC") is None:
            reading.learn(match[1], "party")
            yield Candidate(*match.span(1), "ORG", "party", 7)


_PARTIES = Anchored(PARTY, sign=re.compile("(?<!담)당"), before=7, behind=32)


def _firms(reading: Reading) -> Iterator[Candidate]:
    for match in FIRM.finditer(reading.text):
        start, end = match.span()
        end = _without_particle(reading, end)
        name = _COMPANY_SIGNS.sub("", reading.text[start:end])
        if len(name) < 2 or name in denied("ORG"):
            continue
        if not name.isdigit():
            reading.learn(name, "company")
        last = reading.phrases.ending(end)
        yield Candidate(start, end if last is None else units_end(reading, last.number, end), "ORG", "firm", 9)


def _headed_branches(reading: Reading) -> Iterator[Candidate]:
    """Give the branches whose head is written onto them: 낙동강지사장, 인천지역본부장."""
    for number, _ in reading.titled:
        phrase = reading.phrases[number]
        branch = next((phrase.stem[:-1] for end in _BRANCH_HEADS if phrase.stem.endswith(end)), "")
        head = branch.removesuffix("지역본부").removesuffix("지사").removesuffix("사업소")
        if len(head) >= 2 and head != branch and not is_general(head):
            yield Candidate(phrase.start, phrase.start + len(branch), "ORG", "branch", 6)


_BRANCH_HEADS = ("지사장", "지역본부장", "사업소장")


def _without_particle(reading: Reading, end: int) -> int:
    """Return the end of a name without the particle that a pattern took along."""
    phrase = reading.phrases.ending(end)
    return end if phrase is None else phrase.stop


def _outlets(reading: Reading) -> Iterator[Candidate]:
    found = {match.span(1): match[1] for pattern in (OUTLET, OUTLET_BEFORE) for match in pattern.finditer(reading.text)}
    for (start, end), name in found.items():
        if not name.isdigit() and name not in denied("OUTLET"):
            yield Candidate(start, end, "ORG", "copyright", 9)
            reading.learn(name, "outlet")


def _datelines(reading: Reading) -> Iterator[Candidate]:
    for match in DATELINE.finditer(reading.text):
        if match[1] not in denied("OUTLET"):
            yield Candidate(match.start(1), match.end(1), "LOC", "dateline", 9)
        yield Candidate(match.start(2), match.end(2), "ORG", "dateline", 9)
    for match in _PLACE_OF_BYLINE.finditer(reading.text):
        entry = known_names().forms.get(match[1])
        if match[1] in denied("OUTLET"):
            continue
        place = (entry is not None and entry.kind in PLACE) or ending_of(match[1], "ORG") is None
        yield Candidate(match.start(1), match.end(1), "LOC" if place else "ORG", "byline", 9)
    for match in OUTLET_BEHIND.finditer(reading.text):
        yield Candidate(match.start(1), match.end(1), "ORG", "byline", 9)
    for match in BYLINE_OUTLET.finditer(reading.text):
        if ending_of(match[1], "ORG") or match[1] in known_names().forms:
            yield Candidate(match.start(1), match.end(1), "ORG", "byline", 9)


_PLACE_OF_BYLINE = Anchored(BYLINE_PLACE, sign=re.compile("="), before=8, behind=24)


def _contact_units(reading: Reading) -> Iterator[Candidate]:
    """Give units in lines that say whom to ask: 담당 부서 | 전략기획본부 | …, 자료제공: 기획조정실."""
    for number, clues in reading.clues:
        phrase = reading.phrases[number] if clues.unit else None
        if phrase is None or len(phrase.stem) < 3 or not phrase.bare or not is_unit(phrase.stem):
            continue
        if phrase.stem not in titles() and _in_contact(reading, phrase):
            yield Candidate(_first_unit(reading, phrase).start, phrase.stop, "ORG", "contact_unit", 3)


def _first_unit(reading: Reading, phrase: Phrase) -> Phrase:
    """Return the first of the units that stand side by side up to a unit: 재무과 계약팀, 박람회 사무국."""
    for _ in range(_MOST_UNITS):
        before = reading.phrases[phrase.number - 1] if phrase.number else None
        if before is None or before.end != phrase.start - 1 or reading.text[before.end] != " ":
            break
        leaning = phrase.stem in ("사무국", "상황실", "사무처", "운영본부") and before.bare and len(before.raw) >= 3
        if not (is_unit(before.raw) or leaning) or before.raw in titles():
            break
        phrase = before
    return phrase


def _in_contact(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a line says whom to ask: a short one, a row of a table, or a number behind the unit."""
    if _ASKED_HERE.match(reading.text, phrase.stop):
        return True
    start = max(phrase.line, phrase.start - _LONGEST_LINE)
    end = reading.text.find("\n", phrase.start, phrase.start + _LONGEST_LINE)
    line = reading.text[start : end if end >= 0 else phrase.start + _LONGEST_LINE]
    return ("|" in line or len(line) <= _SHORT_LINE) and CONTACT.search(line) is not None


def find_short_forms(reading: Reading, bodies: list[Candidate]) -> None:
    """Learn the short forms that the text gives to its organisations: 한국수력원자력(한수원), 이하 진흥원."""
    ends = {body.end for body in bodies if body.type == "ORG"}
    for match in ALIAS.finditer(reading.text):
        opened = max(reading.text.rfind(sign, max(match.start() - 80, 0), match.start()) for sign in "(（")
        if len(match[1]) >= 2 and TAIL.fullmatch(match[1]) is None and ({opened, opened - 1} & ends):
            reading.learn(match[1], "alias")
    for name in dict.fromkeys(reading.text[body.start : body.end] for body in bodies if body.type == "ORG"):
        _learn_clipped(reading, name)
        _learn_head(reading, name)
    for body in bodies:
        latin = BODY_ABBREVIATED.match(reading.text, body.end) if body.type == "ORG" else None
        if latin is not None and title_of(latin[1]) is None:
            reading.learn(latin[1], "alias")
        short = _SHORT.match(reading.text, body.end)
        if body.type == "ORG" and short is not None and _shortens(short[1], reading.text[body.start : body.end]):
            reading.learn(short[1], "alias")


def _learn_clipped(reading: Reading, name: str) -> None:
    """Learn a clipped form that the text uses: 가온과학기술원, 가온과기원."""
    if len(name) < _LONG_NAME or " " in name:
        return
    for phrase in reading.beginning({name[:2]}, lambda raw: len(raw) >= 4 and not raw.startswith(name)):
        if phrase.stem != name and is_clipped(phrase.stem, name):
            reading.learn(phrase.stem, "alias")


def _learn_head(reading: Reading, name: str) -> None:
    """Learn the first part of a firm's name where the text uses it alone: 하이온머티리얼즈, 하이온의."""
    head = head_of_firm(name)
    alone = (phrase for phrase in reading.beginning({head[:2]}) if phrase.stem == head and not phrase.bare)
    if head and any(not phrase.common for phrase in alone):
        reading.learn(head, "alias")


def is_clipped(short: str, name: str) -> bool:
    """Tell whether a word keeps the first and last syllables of a name and leaves out some between.

    >>> is_clipped("가온과기원", "가온과학기술원"), is_clipped("가온연구원", "가온과학기술원")
    (True, False)
    """
    if not 4 <= len(short) <= len(name) - 2 or short[:2] != name[:2] or short[-1] != name[-1]:
        return False
    if name.startswith(f"{short} "):  # a body and its unit: 나루시의회, 나루시의회 산업위원회
        return False
    letters = iter(name)
    return all(letter in letters for letter in short) and title_of(short) is None


_LONG_NAME = 6


def learn_universities(reading: Reading) -> None:
    """Learn the short form of every university that the text names in full: 한울대학교, 한울대."""
    for match in UNIVERSITY.finditer(reading.text):
        reading.learn(match[1], "university")


def _shortens(short: str, name: str) -> bool:
    """Tell whether a short form is made of letters of the name in their order, or of Latin capitals.

    >>> _shortens("한수원", "한국수력원자력"), _shortens("시장", "창원시"), _shortens("KIAT", "한국산업기술진흥원")
    (True, False, True)
    """
    if short.isascii():
        return short.isupper() or short in known_names().forms
    if short in titles() or len(short) >= len(name) or short in denied("ORG"):
        return False
    letters = iter(name)
    return all(letter in letters for letter in short)
