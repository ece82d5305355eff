"""For what an amount counts: 1인당, 하루, 월 right before it, or before the noun that it is said of."""

from __future__ import annotations

import re
from functools import cache

from sasil.components.numbers.patterns import NATIVE_ALONE, NATIVE_ONES, NATIVE_RANGES, NATIVE_TENS
from sasil.lexicons import lexicon

_BASE = re.compile(
    r"(?:(?P<count>(?:[0-9][0-9,.]*[십백천만억여]*)?)[ ]?(?P<base>[가-힣A-Za-z㎡㎥㎾㎿㎏㎞㏊ℓ㎠㎢·²³]{1,12})"
    r"|\((?P<short>[A-Za-z]{1,8})\))당\Z"
)
# Nouns that end in 당 and are no rate: 수당 30만 원.
_NOT_BASE = re.compile(
    r"(?:수|배|식|정|담|강|해|상|할|성|사|부|합|일|신|여|야|창|전|학|서|법|무|황|적|타|마땅|감|충|국민의힘|경로|남"
    r"|예배|명당|불|온"
    r"|민주|정의|진보|국민|한국|누리|미래|노동|공산|자민)당\Z"
)
# ㎏에 3,500원; 3톤에 20만 원 is the price of three.
_BY = re.compile(r"(?<![0-9가-힣A-Za-z.천만백십])(?P<base>㎏|kg|톤|ℓ|리터|㎡|㎥|근|평)에\Z")
_MEASURED = re.compile(r"[A-Za-z㎡㎥㎾㎿㎏㎞㏊ℓ㎠㎢²³]")
_LAST_YEAR = re.compile(r"(?:지난|최근|올|이|그|[0-9]년|올해|지난해|작년|내년)[ ]?\Z")

_WORD = r"[가-힣A-Za-z][가-힣A-Za-z·]*+"
_PHRASE = re.compile(rf"(?P<rate>당|하루|월|달|연간|일일|1일|해)에?[ ](?P<middle>(?:{_WORD}[ ]){{0,2}}{_WORD})[ ]?\Z")
_HEADS = ("당 ", "하루", "월 ", "달 ", "연간 ", "일 ", "해 ")
# Between a rate and its amount stands one phrase: no clause, no other number, no place or time.
_BREAKS = re.compile(
    r"(?:[하되지이][고며]|[리르있없]면|[하되이]면|[하되]여|[아어해라며면]서|며|(?<![피재손침방공])해|에|으로|까지|부터"
    r"|마다|보다|만|씩|동안|도록|는데|지만)\Z"
    r"|\A(?:등|및|때|뒤|후|전|중|안|또는|각각)\Z"
)
_PARTICLES = ("은", "는", "이", "가", "을", "를", "로")
_SUBJECT = re.compile(r"[은는이가을를]\Z")
_NATIVE = frozenset((*NATIVE_ONES, *NATIVE_TENS, *NATIVE_ALONE, *NATIVE_RANGES, "수", "몇"))
# 하루 동안, 하루 앞서: the length itself is meant; 9월 한 달, 5일 하루: that one.
_NO_RATE = re.compile(
    r"(?:동안|만|앞서|앞|종일|사이|새|더|먼저|늦|일찍|빨리|연장|차이|남짓|누적|이틀|단위|내내|전체|간격|걸러|안)"
)
_THAT_ONE = re.compile(r"(?:[일월날주단년)]|이틀|요일)[ ]?\Z")
_STOCK = re.compile(r"(?:목표|전망치?|실적|계획|누적|추정치?)[은는이가을를]?\Z")
_COST = re.compile(r"(?:비|비용|료|세금|이자|급여|보수|임금|절감액|손실액|편익|부담액|부담금)[은는이가을를]?\Z")


@cache
def _rates(noun: str) -> dict[str, str]:
    return {row["form"]: row["per"] for row in lexicon("amount_rates") if row["noun"] == noun}


@cache
def _forms() -> tuple[str, ...]:
    return tuple(sorted(_rates(""), key=len, reverse=True))


@cache
def _nouns() -> tuple[str, ...]:
    return tuple(_rates("yes"))


def _of_noun(left: str) -> str | None:
    """Return the rate of the word of pay or rent that text ends with, before a particle or none: 월급이, 연봉."""
    stem = left.removesuffix("으로")
    if len(stem) == len(left) and left.endswith(_PARTICLES):
        stem = left[:-1]
    for text in (left, stem):
        if text.endswith(_nouns()):
            form = next(form for form in _nouns() if text.endswith(form))
            return None if "가" <= text[-len(form) - 1 : -len(form)] <= "힣" else _rates("yes")[form]
    return None


def rate(left: str) -> tuple[str, str] | None:
    """Return the rate that text ends with and the text before it; an empty rate of 1천 명당, None where there is none.

    >>> rate("입주 기업당"), rate("하루"), rate("활동 수당")
    (('기업', '입주'), ('P1D', ''), None)
    """
    named = _of_noun(left)
    if named:
        return named, left
    if left.endswith("에"):
        by = _BY.search(left)
        if by:
            return by["base"], left[: by.start()]
    if left.endswith("당"):
        base = _BASE.search(left)
        return (_unit(base), left[: base.start()]) if base and not _NOT_BASE.search(left) else None
    if not left.endswith(_forms()):
        return None
    for form in _forms():
        if left.endswith(form) and not left[-len(form) - 1 : -len(form)].isalnum():
            rest = left[: -len(form)]
            return None if form.startswith("한 해") and _LAST_YEAR.search(rest) else (_rates("")[form], rest)
    return None


def _unit(base: re.Match[str]) -> str:
    if base["short"]:
        return base["short"]
    if base["count"] in ("", "1"):
        return base["base"]
    return base["count"] + base["base"] if _MEASURED.match(base["base"]) else ""


def rate_of_phrase(left: str, money: bool) -> str | None:
    """Return the rate at the head of the phrase whose amount follows: 1인당 참가비 38만 원; None where none is.

    >>> rate_of_phrase("가구당 지원 한도를 ", True), rate_of_phrase("하루 동안 주민 ", False)
    ('가구', None)
    """
    found = _PHRASE.search(left) if any(head in left for head in _HEADS) else None
    if not found:
        return None
    words = found["middle"].split(" ")
    if len(words) > 1 and words[0] in _rates(""):
        # 1인당 연간 처리 건수: the nearer rate counts.
        return rate_of_phrase(found["middle"] + " ", money)
    if _NATIVE.intersection(words) or any(_BREAKS.search(word) for word in words):
        return None
    if any(_SUBJECT.search(word) and len(word) > 1 for word in words[:-1]):
        return None
    before = left[: found.end("rate")]
    stated = rate(before)
    if not stated or before.endswith("당"):
        return (stated and stated[0]) or None
    per, rest = stated
    if _NO_RATE.match(words[0]) or _THAT_ONE.search(rest) or _STOCK.search(words[-1]):
        return None
    # 연간 매출 is the sales of a year; 연간 운영비 comes again each year.
    return None if per == "P1Y" and money and not _COST.search(words[-1]) else per
