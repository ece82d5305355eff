"""What the names of projects are made of: heads, general words, signs of lists."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from sasil.bullets import INLINE, RINGS
from sasil.lexicons import lexicon

LONGEST = 70
"""Code points that a name may have."""

VERSION = re.compile(r"\s?(?:버전\s?|[Vv]er\.?\s?|[Vv])?\d{1,2}\.\d{1,2}$|\s?[ⅠⅡⅢⅣⅤ]$|(?<=[가-힣])\s?시즌\s?\d$")
"""A version after the head of a name: 사업2.0, 전략 버전 3.0, 사업Ⅱ."""

VERSION_AHEAD = re.compile(r"\s?(?:버전\s?|[Vv]er\.?\s?)?\d{1,2}\.\d{1,2}(?![\d.%])|\s?[ⅡⅢⅣⅤ]|\sI{2,3}(?![A-Za-z])")

YEAR_IN_FRONT = re.compile(
    r"(?:['’‘]\d\d|(?:19|20)\d\d)(?:년도?|학년도)?(?:\s?[~∼～-]\s?['’‘]?\d{2,4}(?:년도?)?)?\s+"
    r"|\d\d년도?\s+|민선\s?\d기\s+"
)

COUNTED = re.compile(
    r"(?:총|모두|약|이들)?\s?\d[\d,+]*여?\s?(?:개|건|곳|가지)\s|\d{1,3}(?:개월|개년|년|주|일)(?:간|\s동안)\s"
)
"""A number or a length of time in front of a name, no part of it: 3개, 6개월간."""

PHASE = re.compile(
    r"제?\s?\d{1,2}(?:[,·~∼-]\d{1,2})*\s?(?:단계|기|차|차수|구간|공구|차년도|년차|호)(?![가-힣])"
    r"|(?:버전|[Vv]er\.?)\s?\d+(?:\.\d+)?|\d{1,2}\.\d{1,2}"
)

NUMBERED = re.compile(r"제\s?\d{1,2}\s?(?:차|기)\s(?=[^\n]*(?:계획|전략)$)")
"""What makes a name of a plan whose other words are broad: 제4차 지역에너지 종합계획."""

BRAND = re.compile(r"(?<![A-Za-z0-9])(?:[A-Z]{4,}|[A-Z][A-Za-z]{2,}\d+)(?![a-z])")
"""A coined name of a programme: INBEC20, LIGHT, LINC."""

LOCAL_GOVERNMENT = re.compile(r"[가-힣]{1,4}(?:특별자치시|특별자치도|특별시|광역시|시|군|도)$")

PROVINCE = re.compile(
    r"(?:강원|경기|충북|충남|충청[남북]|전북|전남|전라[남북]|경북|경남|경상[남북]|제주|[가-힣]{2,3}특별자치)도"
)
"""What ends in 도 and is a local government, not 임도 or 기온도."""

BARRIER = re.compile(
    r"[\n\r;:!?…|<>《》〈〉「」『』‘’“”\"'\[\]{}"
    rf"□■○◯◎▢※★☆→⇒={INLINE}{RINGS}\x00]"
    r"|(?<![가-힣ㄱ-ㅎ])ㅇ(?=\s)"
    r"|(?<=사업)·|(?<=프로젝트)·|(?<=구축|조성|건립|설치|공사|정비|개설|신축|증설|도입|확충)·(?=[^\s·]+\s[^\s·]+\s)|(?<!\d)[,、，]|[,、，](?!\d)|\.(?!\d)|(?<![A-Za-z가-힣0-9])[-–—](?![A-Za-z가-힣0-9])"
)
"""What a name does not go across."""

PIECE = re.compile(r"(?:[^\s()（）]|[(（][^()（）\n]{1,18}[)）])+")
"""What stands between blanks, a short bracket inside it."""

BRACKET_TAIL = re.compile(r"\s?[(（][^()（）\n]*[)）]$")

COST_TAIL = re.compile(
    r"(?<=[가-힣])\s(?:기본\s?|실시\s?)?(?:설계|공사|용역|사업|연구|운영|조사|보상|매입|시설|건립|건축|제작|구입)비(?:용)?$"
)
"""What follows the name of a work where its money is told: … 건립 설계비."""

ITEM_NUMBER = re.compile(rf"(?:[{RINGS}]|[(（]?\d{{1,2}}[)）.](?=\s?[가-힣])|[가-하][.)](?=\s))\s?")
"""The number of an item in front of its name in a cell."""

INLINE_BULLET = re.compile(rf"[{INLINE}{RINGS}]\s?")

HEADS_IN_TEXT = ("name", "brand", "build", "service", "program", "plan")


class Head(NamedTuple):
    """The last word of a name, and its kind as the word list gives it."""

    form: str
    kind: str


@cache
def heads() -> dict[str, str]:
    """Return the heads of names with their kinds."""
    return {row["form"]: row["kind"] for row in lexicon("project_heads")}


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of one kind: generic, broad, edge, stop, modifier, mode, plan, counter."""
    return frozenset(row["form"] for row in lexicon("project_words") if row["kind"] == kind)


@cache
def countries() -> frozenset[str]:
    """Return the names of countries."""
    return frozenset(row["form"] for row in lexicon("places") if row["kind"] == "country")


@cache
def head_pattern() -> re.Pattern[str]:
    """Return the pattern of the heads that name a project in running text."""
    forms = sorted((form for form, kind in heads().items() if kind in HEADS_IN_TEXT), key=len, reverse=True)
    return re.compile("|".join(forms))


@cache
def generic_pattern() -> re.Pattern[str]:
    """Return the pattern of a word that is made of general words alone (정부공모사업)."""
    return _glued(words_of("generic"))


@cache
def broad_pattern() -> re.Pattern[str]:
    """Return the pattern of a word that is made of general and broad words alone (일자리지원)."""
    return _glued(words_of("generic") | words_of("broad"))


@lru_cache(maxsize=4096)
def is_generic(piece: str) -> bool:
    """Tell whether a piece is made of general words alone.

    >>> is_generic("정부공모사업")
    True
    """
    return generic_pattern().fullmatch(piece) is not None


@lru_cache(maxsize=4096)
def is_broad(piece: str) -> bool:
    """Tell whether a piece is made of general and broad words alone.

    >>> is_broad("일자리지원")
    True
    """
    return broad_pattern().fullmatch(piece) is not None


def _glued(forms: frozenset[str]) -> re.Pattern[str]:
    # Possessive: a word that does not match fails at once, whatever its length.
    return re.compile(f"(?:{'|'.join(sorted(forms, key=len, reverse=True))}|[·/-]|\\d+(?:단계|차|기|년차|차년도))++")


@lru_cache(maxsize=4096)
def head_of(surface: str) -> Head | None:
    """Return the head that a name ends with, the version after it left out.

    >>> head_of("SW융합클러스터 조성사업2.0")
    Head(form='사업', kind='name')
    """
    version = VERSION.search(surface[-12:])
    core = surface[: len(surface) - len(version[0])] if version else surface
    for length in (6, 5, 4, 3, 2, 1):
        kind = heads().get(core[-length:]) if len(core) >= length else None
        if kind is not None:
            return Head(core[-length:], kind)
    return None
