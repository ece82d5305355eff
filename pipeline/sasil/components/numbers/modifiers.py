"""The words around an amount that bound it (약, 이상) or say for what it counts (월, 1인당)."""

from __future__ import annotations

import re
from functools import cache

from sasil.components.numbers.rates import rate
from sasil.lexicons import lexicon
from sasil.values import Modifier

_WINDOW = 24
_RANK: dict[Modifier | None, int] = {
    "vague": 7, "at_least": 6, "more_than": 6, "at_most": 6, "less_than": 6, "over": 5, "nearly": 4, "about": 3, None: 0
}  # fmt: skip
_NEUTRAL = ("총", "모두", "평균", "무려", "고작", "겨우", "합계", "현금", "미화", "국비", "각각", "각")


@cache
def _words(side: str) -> dict[str, Modifier]:
    return {row["form"]: row["modifier"] for row in lexicon("amount_modifiers") if row["side"] == side}  # type: ignore[misc]


@cache
def _left_words() -> tuple[str, ...]:
    return tuple(sorted((*_words("left"), *_NEUTRAL), key=len, reverse=True))


@cache
def _right_words() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(_words("right"), key=len, reverse=True))
    return re.compile(
        rf"(?:[ ]?[선대](?=[을를도이가]))?(?:[을를이가은는도의에]|으로|에서|에도|에는)?[ ]?(?P<form>{forms})"
    )


# Words that begin like a modifier but are others: 5억 원대, but 대비, 대상, 대출.
_NOT_RIGHT = re.compile(
    r"대(?!에|로|의|가|는|를|이|까지|라|였|[ ,.)…·’”\n]|\Z)|이상(?:기후|고온|저온|현상|징후)|정도경영"
)
_UP_TO = re.compile(
    r"까지[ ]?(?:(?:무이자|저리|전액|추가|무료|우선|현금|차등|최종|매월)[로으]{0,2}[ ]?"
    r"|(?:\S{1,6}[ ]){1,3}(?=보증|지원|융자|대출))?"
    r"(?:지원|지급|대출|융자|보상|환급|할인|감면|받|빌[려릴]|보조|돌려|적립|보장|신청|가능|공제|충전|보태|보탠|보탤"
    r"|부과|물[린릴]|깎|보증|지급|인정|허용|출자|융통|대[준줄신]|뽑|선발|모집|참여|참가|입장|수용|쓸[ ]수|만[ ])"
    r"|까지만(?![가-힣])|까지[ ](?:\S{1,8}[을를][ ])(?:빌[려릴린]|내[준줄]|대[준줄]|융통|지원|보조|보상)"
)


def modifier_after(text: str, end: int) -> Modifier | None:
    """Return what the words after an amount say of it.

    >>> modifier_after("50%를 넘는", 3), modifier_after("50%까지 지원", 3), modifier_after("50%까지 오른", 3)
    ('more_than', 'at_most', None)
    """
    found = _right_words().match(text, end)
    if not found:
        return "at_most" if _UP_TO.match(text, end) else None
    if _NOT_RIGHT.match(text, found.start("form")):
        return None
    if found["form"] in ("대", "쯤") and found.start("form") != end:
        return None
    return _words("right")[found["form"]]


_LIMIT = re.compile(r"(?:한도|한도액|상한|상한액|상한선)[은는이가]?[ ]?(?:최대[ ])?\Z")
_RISES = re.compile(
    r"까지[ ]?(?:(?!들어)\S{1,8}[ ])?(?:늘|높|올[라랐리렸린릴]|오[르른를]|끌어[ ]?올[리린릴라]|확대|상향|인상|줄|낮"
    r"|떨어|내[려린릴]|감축|감소"
    r"|뛰|치솟|급등|증가|증액|커[져졌지]|키우|확충|넓|달성|채우|추락|급락|하락|상승)"
)


def ceiling(text: str, start: int, end: int, per: str | None) -> Modifier | None:
    """Return ``at_most`` where an amount is the upper bound of something: 한도 300억 원, 1인당 30만 원까지.

    >>> ceiling("한도는 5억 원이다", 4, 8, None), ceiling("한도는 3억 원에서 5억 원으로", 4, 8, None)
    ('at_most', None)
    """
    if text.startswith("까지", end):
        return "at_most" if per and not _RISES.match(text, end) else None
    if text.find("한", max(0, start - 10), start) < 0:
        return None
    limited = not text.startswith(("에서", "→", " →"), end) and _LIMIT.search(text, max(0, start - 10), start)
    return "at_most" if limited else None


def before(text: str, start: int) -> tuple[Modifier | None, str | None, int | None]:
    """Return what the words before an amount say of it: its modifier, its rate, and where the first of them begins.

    The place is None after a rate by a unit (1인당): what stands before that is not what is counted.

    >>> before("1인당 최대 30만 원", 7), before("하루 평균 30명", 6)
    (('at_most', '인', None), (None, 'P1D', 0))
    """
    left = text[max(0, start - _WINDOW) : start]
    offset = start - len(left)
    modifier: Modifier | None = None
    per: str | None = None
    by_unit = False
    for _ in range(4):
        bare = left.rstrip(" ")
        word = _ending(bare, _left_words())
        if word:
            modifier = modifier or _words("left").get(word)
            left = bare[: -len(word)]
            continue
        stated = None if per else rate(bare)
        if not stated:
            break
        by_unit = bare.endswith("당")
        per, left = stated
        if left == bare:
            break
    return modifier, per or None, None if by_unit else offset + len(left)


def _ending(left: str, forms: tuple[str, ...]) -> str | None:
    """Return the form that text ends with, as a word of its own."""
    if not left.endswith(forms):
        return None
    for form in forms:
        if left.endswith(form) and not _is_hangul(left[-len(form) - 1 : -len(form)]):
            return form
    return None


def _is_hangul(sign: str) -> bool:
    return "가" <= sign <= "힣"


def stronger(first: Modifier | None, second: Modifier | None) -> Modifier | None:
    """Return which of two modifiers counts: a bound before 여, 여 before 약."""
    return first if _RANK[first] >= _RANK[second] else second
