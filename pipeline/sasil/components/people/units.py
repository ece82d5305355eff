"""Organisations and the units inside them, and the office that is cut from a body's own name."""

from __future__ import annotations

import re
from collections.abc import Container

from sasil.components.names.bodies import is_unit
from sasil.components.names.gazetteer import GOVERNMENT, PLACE, known_names, signs, title_of, titles
from sasil.components.people.words import unit_ends

_SHORT_UNIT = 3
_OF_ASSEMBLY = ("의회", "국회")
_COMMITTEE = "위원회"
BODIES = (
    "위원회",
    "의료원",
    "보건소",
    "관리단",
    "건설단",
    "캠퍼스",
    "무역관",
    "소방서",
    "소방본부",
    "병원",
    "박물관",
    "지청",
    "지원청",
    "과학기술원",
)
"""What ends the name of a part that is a body of its own."""

_UNIONS = ("노동조합", "노조", "협의회", "연대", "연맹")
_HOSPITALS = ("병원", "의료원")
_OF_UNION = ("본부", "지부", "지회")
_TOWN = re.compile(r"[가-힣]{1,5}\d{0,2}(?:읍|면|동)\Z")
_WHOLE_HEADS = ("센터", "은행", "본부", "지사", "어촌계")
_OF_GOVERNMENT = (*GOVERNMENT, "province_bare")


def split_unit(body: str, known: Container[str]) -> tuple[str | None, str | None]:
    """Return an organisation and the unit at its side; ``known`` are names of organisations in the text.

    >>> split_unit("경북도 미래산업정책과", frozenset()), split_unit("항만개발과", frozenset())
    (('경북도', '미래산업정책과'), (None, '항만개발과'))
    """
    parts = body.split(" ")
    cut = len(parts)
    if cut == 2 and parts[0].endswith(_OF_ASSEMBLY) and parts[1].endswith(_COMMITTEE):
        return parts[0], parts[1]
    if cut == 2 and parts[0].endswith(_UNIONS) and parts[1].endswith(_OF_UNION):
        return body, None
    if cut == 2 and parts[1] in signs("ward") and parts[0].endswith(_HOSPITALS):
        return parts[0], parts[1]
    while cut > 1 and _is_within(parts[cut - 1]):
        cut -= 1
    if cut == 1 and _is_unit_alone(parts[0], known):
        return None, body
    head = known_names().forms.get(parts[0])
    if cut == 1 and cut < len(parts) and head is None and parts[0].endswith("국") and not parts[0].endswith("방송국"):
        return None, " ".join(parts[1:])  # a bureau and its division: 바이오생약국 화장품정책과
    if cut == 1 and cut < len(parts) and head is not None and head.kind in PLACE:
        return body, None
    return " ".join(parts[:cut]), " ".join(parts[cut:]) or None


def _is_within(word: str) -> bool:
    """Tell whether a word beside an organisation names a unit of it, not a body of its own: 보건의료원, 조직위원회."""
    if word in known_names().forms or word.endswith(BODIES):
        return False
    return is_unit(word) or (word.endswith(("부", "담당")) and len(word) > _SHORT_UNIT)


def _is_unit_alone(word: str, bodies: Container[str]) -> bool:
    """Tell whether a word by itself names a unit, not a body: 항만개발과, but not 환경부 or 누리연구원."""
    if _TOWN.match(word) and word not in known_names().forms:
        return True
    if not _is_within(word):
        return False
    return word.endswith(unit_ends()) or word not in bodies


def division(unit: str | None) -> str | None:
    """Return the unit of a table's row without the bureau before it: the division is whose people are named.

    >>> division("도로국 도로정책과"), division("회계과 계약팀")
    ('도로정책과', '회계과 계약팀')
    """
    if unit is None or " " not in unit:
        return unit
    bureau, rest = unit.split(" ", 1)
    return rest if bureau.endswith(("국", "처")) else unit


BRANCHES = ("센터", "지구대", "파출소", "연구단", "지점", "영업점")
"""What ends the name of a part that may stand for itself: 영등지구대 허솔 경장."""

PARENTS = (
    "연구원",
    "연구소",
    "과학원",
    "기술원",
    "대학교",
    "공사",
    "공단",
    "경찰서",
    "소방서",
    "은행",
    "진흥원",
    "재단",
)
"""What ends the name of a body that has such parts."""


def glued_title(body: str, stem: str) -> str:
    """Return the title of a head whose office is written onto the organisation.

    >>> glued_title("동래구", "동래구청장"), glued_title("충북연구원", "충북연구원장")
    ('구청장', '원장')
    >>> glued_title("경상북도", "경상북도지사")
    '지사'
    """
    rest = stem[len(body) :]
    if rest in ("장", "수", "청장"):
        whole = next((head for head in _WHOLE_HEADS if body.endswith(head)), body[-1:]) + rest
        return whole if whole in titles() or rest == "장" else rest
    return rest if rest else (held.form if (held := title_of(stem)) is not None else stem)


def governed(stem: str) -> tuple[str, str] | None:
    """Return the government and the title in a word that no mention has cut: 경남지사.

    >>> governed("경남지사"), governed("영업지사")
    (('경남', '지사'), None)
    """
    title = title_of(stem)
    entry = known_names().first(stem)
    if title is None or entry is None or entry.kind not in _OF_GOVERNMENT:
        return None
    return (entry.form, title.form) if len(entry.form) + len(title.form) == len(stem) else None


def is_group(word: str) -> bool:
    """Tell whether a common noun names a group of people that can have a head: 주민협의체."""
    known = known_names().forms.get(word)
    return (
        len(word) >= 4
        and word.endswith(("체", "회", "단", "단체", "모임", "연대", "조합"))
        and (known is None or known.kind not in PLACE)
    )
