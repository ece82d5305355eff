"""Counters that are other words or ordinals too: whether they count where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from sasil.components.numbers.measures import Measure
from sasil.components.quantity.patterns import (
    ATTACHED,
    BIG,
    BUILDINGS,
    CALLS_AFTER,
    CLASSES,
    GENERATIONS,
    LOCATED,
    MACHINES,
    NEWSPAPERS,
    NUMBERED_BEFORE,
    NUMBERED_BUILDINGS,
    OFTEN,
    ONE_PERSON_TERMS,
    PAPERS,
    PERIOD_BEFORE,
    PERSON_TERMS,
    PROVIDED,
    REIGN_BEFORE,
    REIGNS,
    SCORES_AFTER,
    SCORES_BEFORE,
    TEAMS,
)

_PERIOD_BEFORE = re.compile(PERIOD_BEFORE)
_PROVIDED = re.compile(PROVIDED)
_ONE_PERSON_TERMS = re.compile(ONE_PERSON_TERMS)
_PERSON_TERMS = re.compile(PERSON_TERMS)
_BIG = re.compile(BIG)
_MACHINES = re.compile(MACHINES)
_GENERATIONS = re.compile(GENERATIONS)
_NEWSPAPERS = re.compile(NEWSPAPERS)
_REIGNS = re.compile(REIGNS)
_REIGN_BEFORE = re.compile(REIGN_BEFORE)
_DONE = re.compile(r"[을를][ ]\Z")
_LOCATED = re.compile(LOCATED)
_NUMBERED_BUILDINGS = re.compile(NUMBERED_BUILDINGS)
_BUILDINGS = re.compile(BUILDINGS)
_CLASSES = re.compile(CLASSES)
_PAPERS_LEFT = re.compile(rf"{PAPERS}(?:[은는이가을를])?[ ]?(?:각|총|약|모두)?[ ]?\Z")
_PAPERS_RIGHT = re.compile(rf"(?:의|를|씩)?[ ]?(?:찍|발행|배포|인쇄|펴|나눠|비치|제작|{PAPERS}[를을이가])")
_ATTACHED = re.compile(ATTACHED)
_SCORES_BEFORE = re.compile(SCORES_BEFORE)
_SCORES_AFTER = re.compile(SCORES_AFTER)
_TEAMS = re.compile(TEAMS)
_CALLS_AFTER = re.compile(CALLS_AFTER)
_NUMBERED_BEFORE = re.compile(NUMBERED_BEFORE)
_GROUPS = re.compile(r"[0-9]조[ ]\Z")
_CLASSES_BY_LAW = re.compile(r"[ ]?(?:보통|대형|소형|특수|면허|운전|근린|일반주거|주거|전용|시설물|항만|수급|교과)")
_GRADUATES = re.compile(r"[ ]?(?:졸업|동문|동창|입학|수료|합격|대회|총회|차)")
_IDIOMS = re.compile(
    r"한[ ]?(?:번에[ ]|번[ ]더|번도[ ]|번쯤|점[ ](?:의혹|부끄|흐트|티|오차)|판[ ]승부|칸[ ]내|면[ ]단위|줄[ ]평"
    r"|줄기[ ]빛)"
)
_NOUN = re.compile(
    r"(?<![0-9]월)(?<![0-9]일)(?<![0-9]년)(?<=[가-힣)])(?:[은는이가을를])?[ ](?:(?:총|약|모두|각|최대|단)[ ]?)?\Z"
)
_DISTRICT = re.compile(r"[동읍면리구시군][ ]\Z")
_CELL = re.compile(r"(?:\A|\||\n)[ ]?\Z")
# A particle or a stop behind it: what is numbered has its noun there (3기 프로그램).
_ENDS = re.compile(
    r"(?:[을를이가은는의와과도]|으로|로|에|뿐|씩|이다|이며)|[ ]?(?:[,.)·|\n…]|\Z|규모|등|이상|이하|중|미만|급)"
)
_HANDLED = re.compile(
    r"[ ](?:공급|제공|수주|도입|납품|발주|구축|배치|설치|제작|생산|운영|조성|건립|확보|증축|신축|신설|계약|교체|갖"
    r"|마련)"
)
_GOLF = re.compile(r"골프|코스|파크|라운|그린|CC|컨트리|규모|정규|퍼블릭|회원제")


def counts(text: str, left: str, m: Measure) -> bool:
    """Whether a counter counts where it stands; ``left`` is the text before the number.

    >>> from sasil.components.numbers.measures import measures
    >>> [counts(text, text[:4], measures(text)[0]) for text in ("천막 12동을 쳤다", "본관 3동에서")]
    [True, False]
    """
    special = _SPECIAL.get(m.unit.form)
    return special is None or special(text, left, m)


def _is_count_of_big(text: str, left: str, m: Measure) -> bool:
    """Whether 대 counts: machines, or big ones (7대 전략); not an age (30대), not a ratio (3대 1)."""
    if _GENERATIONS.match(text, m.end):
        return False
    if m.low % 10 or m.high >= 100 or m.low < 10:
        return m.number.kind == "digits" or text[m.unit_start - 1] == " "
    near = text[max(0, m.start - 28) : m.start]
    return bool(_BIG.match(text, m.end) or _PROVIDED.match(text, m.end) or _MACHINES.search(near))


def _is_person(text: str, left: str, m: Measure) -> bool:
    # 마흔넷인 사장: behind a native numeral stands the copula.
    if m.number.kind == "native" or m.unit_start != m.number.end or _PERSON_TERMS.match(text, m.end):
        return False
    return m.high > 1 or not _ONE_PERSON_TERMS.match(text, m.end)


def _is_age(text: str, left: str, m: Measure) -> bool:
    return not _REIGNS.match(text, m.end) and not _REIGN_BEFORE.search(left)


def _is_one(text: str, left: str, m: Measure) -> bool:
    """Whether 한 is one, and not the verb: not 강조를 한 점."""
    return text[m.start] != "한" or not (_DONE.search(left) or _IDIOMS.match(text, m.start))


def _is_side(text: str, left: str, m: Measure) -> bool:
    """Whether 면 counts: 주차장 197면; not a page of a newspaper (나루신문 1면)."""
    return _is_one(text, left, m) and not _NEWSPAPERS.search(left)


def _is_item(text: str, left: str, m: Measure) -> bool:
    """Whether 점 counts: works, not scores (가점 5점, 만족도 94.2점)."""
    if not _is_one(text, left, m) or m.low != m.low.to_integral_value():
        return False
    return not _SCORES_BEFORE.search(left) and not _SCORES_AFTER.match(text, m.end)


def _is_occurrence(text: str, left: str, m: Measure) -> bool:
    """Whether 회 counts: not a recurrence (주 3회), no class of a school (31회 졸업생)."""
    return not _PERIOD_BEFORE.search(left) and not (m.unit.form == "회" and _GRADUATES.match(text, m.end))


def _is_call(text: str, left: str, m: Measure) -> bool:
    """Whether 번 counts occasions: 두 번, 100번 하라고; not a number (3번 출구)."""
    if not _is_occurrence(text, left, m) or not _is_one(text, left, m):
        return False
    if m.number.kind == "native":
        return m.high > 1 or (m.unit_start > m.number.end and not left.endswith("다시 "))
    if _NUMBERED_BEFORE.search(left):
        return False
    return (m.number.end - m.start > 1 and text[m.number.end - 1] in "천만백십") or bool(
        _CALLS_AFTER.match(text, m.end)
    )


def _is_native_or_noun(text: str, left: str, m: Measure) -> bool:
    """Whether its noun stands before it, or it is a cell of its own: 실습실 11실, 통신공사 | 1식; not 301실에서."""
    if text.startswith("에서", m.end):
        return False
    if _NOUN.search(left):
        return bool(_ENDS.match(text, m.end) or _HANDLED.match(text, m.end))
    return bool(_CELL.search(left) and _ENDS.match(text, m.end))


def _is_building(text: str, left: str, m: Measure) -> bool:
    """Whether 동 counts: 상가 128동, 천막 두 동; not 아파트 105동, 본관 3동."""
    if m.number.kind == "native":
        return bool(_BUILDINGS.search(left) or _ENDS.match(text, m.end))
    if _LOCATED.match(text, m.end) or (
        _NUMBERED_BUILDINGS.search(left) and (m.low >= 100 or not _ENDS.match(text, m.end))
    ):
        return False
    after = text[m.end : m.end + 14]
    if _DISTRICT.search(left) and not _BUILDINGS.search(left):
        return False
    return bool(_BUILDINGS.search(left) or _BUILDINGS.search(after)) or _is_native_or_noun(text, left, m)


def _is_machine(text: str, left: str, m: Measure) -> bool:
    """Whether 기 counts: 위성 2기; not terms and classes (민선 8기, 3기 프로그램)."""
    if m.number.kind == "native":
        return True
    return (
        bool(_NOUN.search(left) or left.endswith(("단 ", "총 ", "약 ", "모두 ")))
        and not (_CLASSES.search(left))
        and bool(_ENDS.match(text, m.end) or _HANDLED.match(text, m.end))
    )


def _is_copy(text: str, left: str, m: Measure) -> bool:
    """Whether 부 counts copies: 신청서 1부, 안내 책자 3천 부; not parts (1부 행사)."""
    if (m.number.end > m.start and text[m.number.end - 1] in "천만백") or m.low >= 100:
        return True
    if _PAPERS_LEFT.search(left) or _PAPERS_RIGHT.match(text, m.end):
        return True
    at = max(0, m.start - 70)
    line = text[max(at, text.rfind("\n", at, m.start) + 1) : m.start]
    return bool(_ATTACHED.search(line))


def _is_course(text: str, left: str, m: Measure) -> bool:
    """Whether 홀 counts: 18홀 골프장; not a hall (제2전시장 4홀)."""
    around = left + text[m.end : m.end + 14]
    return not _LOCATED.match(text, m.end) and (m.low in (9, 18, 27, 36, 45, 54, 72, 81) or bool(_GOLF.search(around)))


def _is_team(text: str, left: str, m: Measure) -> bool:
    """Whether 팀 counts: 본선 12팀, 열 팀; not a unit (수사 1팀)."""
    if m.number.kind == "native":
        return not (m.high == 1 and text.startswith(("으로", "이 ", "을 이"), m.end))
    return not _TEAMS.search(left) and not _GROUPS.search(left)


def _is_kind(text: str, left: str, m: Measure) -> bool:
    """Whether 종 counts kinds; not classes by law (1종 보통면허, 2종 근린생활시설)."""
    return not _CLASSES_BY_LAW.match(text, m.end)


def _is_museum(text: str, left: str, m: Measure) -> bool:
    """Whether 개관 counts: 1,010개관, 1천 개관; 2024 개관 opens."""
    return m.unit_start == m.number.end or text[m.number.end - 1] in "천만백여"


_SPECIAL: dict[str, Callable[[str, str, Measure], bool]] = {
    "대": _is_count_of_big,
    "인": _is_person,
    "세": _is_age,
    "점": _is_item,
    "면": _is_side,
    "종": _is_kind,
    "동": _is_building,
    "기": _is_machine,
    "부": _is_copy,
    "홀": _is_course,
    "팀": _is_team,
    "개관": _is_museum,
    **dict.fromkeys(("건", "곳", "줄", "분", "집", "사람", "칸", "판", "표", "조각", "토막", "컷"), _is_one),
    **dict.fromkeys(("실", "식"), _is_native_or_noun),
    **dict.fromkeys(OFTEN, _is_occurrence),
    "번": _is_call,
}
