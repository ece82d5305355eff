"""Whose money an amount is: the words for sources and for those who pay: data."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

_GAP = (
    r"\s?(?:으?로만|로만|은|는|이|가|로|만)?\s?[:：]?\s?(?:\d[\d.]*\s?[%％]\s?[(（]\s?)?(?:총|약|최대|각각|모두)?\s?$"
)
PAYERS = {
    **dict.fromkeys(("시", "군", "구", "특별자치시", "특별시", "광역시"), "municipal"),
    **dict.fromkeys(("도", "특별자치도"), "provincial"),
    **dict.fromkeys(("부", "처", "청", "정부", "국가"), "national"),
    **dict.fromkeys(("회사", "업체", "기업"), "private"),
    **dict.fromkeys(
        ("대학", "학교", "교육청", "재단", "협회", "공단", "공사", "조합", "중앙회", "진흥원", "연구원"), "other"
    ),
}
_LEVEL = re.compile(r"(?:특별자치시|특별자치도|특별시|광역시|[시군구도부처청])$")
_OTHER_BODIES = (
    "교육청",
    "대학",
    "대학교",
    "재단",
    "협회",
    "학회",
    "조합",
    "농협",
    "수협",
    "은행",
    "원",
    "공사",
    "공단",
    "센터",
    "위원회",
    "진흥회",
    "상인회",
)
PAYER_WORD = re.compile(
    rf"(?:^|[\s,.(（])({'|'.join(sorted(PAYERS, key=len, reverse=True))})(?:가|이|에서|은|는)\s?"
    r"(?:자체로|자체적으로|추가로|각각|총|약)?\s?$"
)
PAYS = re.compile(
    r"[)）]?(?:\s?[(（][^()（）\n]{1,20}[)）])?\s?(?:이|가|은|는|에서|의)?\s?(?:[’‘]?\d[^.,\n]{1,14}(?:간|까지|에)\s)?(?:연\s)?(?:공모에서|출자|출연|부담|지원|자체로|추가로|각각)?\s?(?:총|약)?\s?"
)
PAID = re.compile(
    r"[^.\n“”]{0,50}?(?:댄다|대고|대기로|댔|냈|낸다|내고|내기로|부담|분담|출자|출연|보탠|보태|보탰|얹|내놓)"
)
PAYER_AFTER = re.compile(rf"(?:은|는)\s({'|'.join(sorted(PAYERS, key=len, reverse=True))})(?:가|이|에서)\s")
"""One who pays what stands before: 5억 원은 회사가 댔다."""
AROUND_ROLE = re.compile(r"^(?:총|투입)|(?:액|계|계획|투자)$")
_OF_THE_STATE = frozenset({"ministry", "agency", "commission", "state"})


@cache
def _roles() -> dict[str, str]:
    return {row["form"]: row["role"] for row in lexicon("funding")}


@cache
def role_pattern() -> re.Pattern[str]:
    """Return the pattern of a word that tells whose money follows."""
    forms = sorted(_roles(), key=len, reverse=True)
    held = f"[가-힣]{{2,8}}기금|{'|'.join(map(re.escape, forms))}"
    return re.compile(f"(?<![가-힣])({held})(?:액|금)?{_GAP}")


@cache
def two_roles_pattern() -> re.Pattern[str]:
    """Return the pattern of two sources with as much each before an amount (도비와 시비가 각각)."""
    forms = "|".join(map(re.escape, sorted(_roles(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![가-힣])({forms})(?:[와과]\s|\s?[,·]\s?)({forms})(?:[가이는은]|로|으로)?\s각각\s(?:총\s|약\s)?$"
    )


def role_of(word: str) -> str:
    """Return the role of a funding word, ``total`` for any other.

    >>> role_of("국비"), role_of("합계")
    ('national', 'total')
    """
    return _roles().get(word, "other" if word.endswith("기금") else "total")


@cache
def role_after_pattern() -> re.Pattern[str]:
    """Return the pattern of a word after an amount that tells whose money it is (10억 원은 전액 시비다)."""
    forms = sorted(_roles(), key=len, reverse=True)
    held = f"(?:[가-힣]{{2,8}}기금|{'|'.join(map(re.escape, forms))})"
    tail = r"(?:으?로(?![가-힣])|이?다[.]|이고|이며|에서|[,)])"
    return re.compile(
        rf"(?:은|는)?[,]?\s(?:[가-힣]{{1,10}}\s){{0,2}}?({held}){tail}|[,]?\s전액\s({held})|\s?[(（](?:전액\s)?({held})[)）]"
    )


@cache
def _public_bodies() -> dict[str, str]:
    kinds = {row["form"]: row["kind"] for row in lexicon("agencies")}
    shorts = {short: row["kind"] for row in lexicon("agencies") for short in row["short"].split("|") if short}
    return shorts | kinds


def payer_role(body: str) -> str:
    """Return the role of the money of an organisation, by what it is.

    >>> payer_role("나루시"), payer_role("한들교육청"), payer_role("한국남동발전"), payer_role("가람전자")
    ('municipal', 'other', 'other', 'private')
    """
    kind = _public_bodies().get(body)
    if kind is not None:
        return "national" if kind in _OF_THE_STATE else "other"
    if body.endswith(_OTHER_BODIES):
        return "other"
    level = _LEVEL.search(body)
    return "private" if level is None else PAYERS[level[0]]
