"""What stands around the money of projects: whose money, whose projects, which year."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

_GAP = r"\s?(?:은|는|이|가|로|만)?\s?[:：]?\s?(?:총|약|최대|각각|모두)?\s?$"

SUM = re.compile(r"(?:총|모두|합계|합쳐|총액|전체|총사업비|총 사업비|사업비는|예산은|총예산)\s?(?:은|는|약)?\s?$")

MEANS_PROJECT = re.compile(
    r"(?:이|본|해당|이번|동)\s(?:사업|공사|프로젝트|프로그램|과제|계획|용역)"
    r"|총\s?(?:[가-힣]{1,3}\s?)?(?:비|예산|투자(?:액|비)?)(?:는|은|가|이)?\s|사업\s?예산|사업\s?금액|용역\s?금액|기초\s?금액"
)
MAY_MEAN_PROJECT = re.compile(
    r"사업비|예산(?:은|을|도|이)|공사비는|투자비|소요(?:액|예산)|배정|재원은|투입하는|투자(?:하는|한다|할)"
)
MEANS_GROUP = re.compile(
    r"여기에|이들\s(?:사업|과제|프로젝트)|이를 위해|드는 (?:돈|예산|비용)|연도별|연차별|재원(?:은|별)|소요(?:액|예산)"
)
AFTER_NAME = re.compile(
    r"[’”」』]?(?:사업|과제)?\s?"
    r"(?:에|에는|에도|에만|은|는|의|을 위해|를 위해|[:：]|예산|총사업비|사업비|으로|로|\s)[^.\n]{0,32}$"
)
FAR_AFTER_NAME = re.compile(r"(?:은|는|에|에는|의)\s[^.\n]{0,90}(?:총|예산을?|사업비를?|모두)\s?$")
IN_BRACKET = re.compile(r"[’”」』]?\s?[(（][^()（）\n]{0,40}$")
LISTED = re.compile(r"\s?[:：]\s?[^\n]{0,30}$")
TO_NAME = re.compile(
    r"(?:을|를|은|이|가)?\s?(?:규모의?|상당의?|(?:추가\s?)?(?:투입|투자|들여|들이|쓰)[가-힣]*|짜리|을 들인)?\s?"
    r"(?:[^.\n,]{0,14}\s)?[‘“「『]?$"
)
MONEY_TO_NAME = re.compile(r"(?:규모|투입|투자|들여|들이|쓰는|짜리|상당)|^(?:은|을|를)\s[‘“「]?$")

_OTHER_MONEY = (
    r"(?:매출(?:액)?|영업(?:이익|손실|손익)|순이익|수출(?:액)?|수입액|수주(?:액|잔고)?|시가총액|배당(?:금)?|주당|과태료|벌금|과징금"
    r"|보험료|단가|이용료|입장료|요금|가격|분양가|임대료|월세|목표주가|발행가|연봉|월급|수당|장학금|상금|포상금|성금|기부|후원금"
    r"|체납|부채|손실|피해(?:액)?|대출|보증금|(?:경제|파급|절감)(?:적)?\s?효과|부가가치|생산유발|절감|거래(?:액|대금)|자산|자본금|증자|차입금|추정\s?가격|참가비|처리비)"
)
CONVERTED = re.compile(r"\s?[(（](?:한화\s?)?(?:약\s?)?$")
NOT_OF_PROJECTS = re.compile(_OTHER_MONEY + r"(?:은|는|이|가|을|를|도|의|만|로)?\s?(?:총|약|연|최대|모두)?\s?$")
OF_OTHER_MONEY = re.compile(r"(?:의|을|를|에 달하는)?\s?" + _OTHER_MONEY)
_NOT_WINDOW = 20

UNITS = frozenset(
    {"과제", "개소", "곳", "기업", "사업", "지구", "팀", "업체", "개사", "마을", "사", "단지", "농가", "대학"}
)
PER_UNIT = re.compile(
    r"(?:과제|개소|곳|기업|사업|지구|팀|업체|개사|마을|농가|대학|1곳|한 곳)\s?(?:별로?|당|마다)\s?[^.\n]{0,12}$"
)
STAGE_ROW = re.compile(r"^\s*(?:제?\d{1,2}\s?(?:단계|기|차)|\d{4}년?|[’'‘]?\d\d년?)")
SUM_ROW = re.compile(r"^\s*(?:총\s*계|합\s*계|계|총\s*액)\s*(?:\||$)")
OTHER_COLUMN = re.compile(r"(?:과제|사업|업체|기업)\s?수|개수|수량|인원|면적|기간|비율|비고|물량")
YEAR_COLUMN = re.compile(r"(?:[’'‘](\d\d)|(20\d\d))")
MONEY_COLUMN = re.compile(r"사업비|예산|투자|금액|재원|국비|도비|시비|군비|구비|민자|합\s?계|총액|계$")
STAGE_BEFORE = re.compile(r"\d단계(?:에|에는|는|사업에|에서)?\s?(?:총|약|[(（])?\s?$")
YEAR_BEFORE = re.compile(r"(?:[’'‘](\d\d)|(20\d\d))년?(?:도)?(?:안)?[)）]?\s?$")
COUNT_BEFORE = re.compile(
    r"(\d[\d,]*)여?\s?(?:개|건)?\s?(?:신규|핵심|세부|주요)?\s?(?:사업|과제|프로젝트)(?:에|으로|,)?\s?(?:총|모두|약)?\s?$"
)


@cache
def _roles() -> dict[str, str]:
    return {row["form"]: row["role"] for row in lexicon("funding")}


@cache
def role_pattern() -> re.Pattern[str]:
    """Return the pattern of a word that tells whose money follows."""
    forms = sorted(_roles(), key=len, reverse=True)
    return re.compile(f"(?<![가-힣])(?:[가-힣]{{1,6}}\\s)?({'|'.join(map(re.escape, forms))})(?:액|금)?{_GAP}")


def role_of(word: str) -> str:
    """Return the role of a funding word, ``total`` for any other.

    >>> role_of("국비"), role_of("합계")
    ('national', 'total')
    """
    return _roles().get(word, "total")


def is_of_projects(before: str, after: str) -> bool:
    """Tell whether an amount can be the money of a project: it is no turnover, price, fine, prize, effect."""
    return not NOT_OF_PROJECTS.search(before[-_NOT_WINDOW:]) and not OF_OTHER_MONEY.match(after)
