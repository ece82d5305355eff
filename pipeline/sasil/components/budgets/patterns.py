"""What stands around the money of projects: whose money, whose projects, which year."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

_GAP = (
    r"\s?(?:으?로만|로만|은|는|이|가|로|만)?\s?[:：]?\s?(?:\d[\d.]*\s?[%％]\s?[(（]\s?)?(?:총|약|최대|각각|모두)?\s?$"
)

SUM = re.compile(
    r"(?:총|모두|합쳐서|더해|더한|합한|합계|합쳐|총액|전체|총사업비|총 사업비|사업비는|예산은|총예산)"
    r"\s?(?:은|는|약)?\s?$"
)

MEANS_PROJECT = re.compile(
    r"(?:이|본|해당|이번|동)\s(?:사업|공사|프로젝트|프로그램|과제|계획|용역)"
    r"|총\s?(?:[가-힣]{1,3}\s?)?(?:비|예산|투자(?:액|비)?)(?:는|은|가|이)?\s|사업\s?예산|사업\s?금액|용역\s?금액|기초\s?금액"
)
CUE_BEFORE = re.compile(
    r"(?:(?:사업|공사|용역|연구|투자|교육|건설|운영|건축|개발)비(?:용)?|예산(?:액)?|투자(?:액|금액|비)"
    r"|(?:계약|추정|기초|용역|사업|투자)\s?금액|(?:사업|지원|투자|예산)\s?규모|재원|소요액|집행액|필요한|배정(?:예산|액))(?:은|는|이|가|으로|만|에)?\s?[:：]?\s?(?:[가-힣]{1,6}\s)?(?:총|모두|약|연|당초|금)?\s?[(（]?$"
    r"|(?:^|[.]\s|,\s)총\s?$|[(（][가-힣·\s]{0,8}(?:규모|사업비|예산|재원|총액)[)）]\s?[^.\n]{0,16}$"
)
CUE_AFTER = re.compile(
    r"(?:\s?[(（][^()（）\n]{1,30}[)）])?에\s(?:수주|따냈|따낸|낙찰|계약|도급)"
    r"|(?:\s?(?:안팎|내외|가량|정도|규모))?(?:을|를|이|가|의|으로)?\s?(?:[가-힣0-9]{1,6}(?:로|에|에서|게|간|씩)\s|새로\s)?"
    r"(?:들여|들인|들이|투입|투자|쏟|쓴다|쓸|썼|쓰|배정|편성|든다|들었|들 것|들 전망|들어간|들어갈"
    r"|마련|집행|지원|뒷받침|한도|책정|최종 확정|우선)"
)
MAY_MEAN_PROJECT = re.compile(
    r"사업비|예산(?:은|을|도|이)|공사비는|투자비|소요(?:액|예산)|배정|재원은|투입하는|투자(?:하는|한다|할)"
)
SUCH_PROJECTS = re.compile(
    r"(?<!등 )(?<!총 )(?<![\d가-힣])(?:이\s|이들\s)?(?P<count>두|세|네|다섯|[2-9]\s?개)\s?"
    r"(?:사업|과제|프로젝트|공사)(?:에서?|에는|을|의|은|으로)\s[^.\n]{0,40}$"
)
"""The projects named before, by their number: 두 사업에서 …"""

GROUP_NEXT = re.compile(r"(?:^|[.]\s)(?:예산|사업비|재원|여기)(?:은|는|에는?)\s?(?:모두|총|약)?\s?$")
MEANS_GROUP = re.compile(
    r"여기에|이들\s(?:사업|과제|프로젝트)|이를 위해|드는 (?:돈|예산|비용)|연도별|연차별|재원(?:은|별)|소요(?:액|예산)"
)
AFTER_NAME = re.compile(
    r"[’”」』]?(?:[(（][^()（）\n]{0,30}[)）])?(?:사업|과제)?\s?"
    r"(?:에|에는|에도|에만|은|는|의|을 위해|를 위해|[:：]|예산|총사업비|사업비|으로|로|\s)[^.\n]{0,32}$"
)
FAR_AFTER_NAME = re.compile(r"(?:은|는|에|에는|의)\s[^.\n]{0,90}(?:총|예산을?|사업비를?|모두)\s?$")
AFTER_VERB = re.compile(
    r"[’”」』]?[을를]?\s?[^.\n]{0,60}(?:확대|신설|추진|도입|강화|지원|조성|건립|구축|착수|신규)\s?[(（]$"
)
AFTER_NAMES = (AFTER_NAME, FAR_AFTER_NAME, AFTER_VERB)
IN_BRACKET = re.compile(r"[’”」』]?(?:\s?[가-힣]{1,6}비)?\s?[(（][^()（）\n]{0,40}$")
LISTED = re.compile(r"\s?[:：]\s?[^\n]{0,30}$")
TO_NAME = re.compile(
    r"(?:을|를|은|이|가|으로|로)?\s?(?:규모의?|상당의?|(?:추가\s?|급히\s?)?(?:투입|투자|들여|들이|쓰|모아|모은|합쳐)[가-힣]*"
    r"|짜리|을 들인)?\s?"
    r"(?:[^.\n,]{0,14}\s)?[‘“「『]?$"
)
MONEY_TO_NAME = re.compile(
    r"(?:모아|모은|합쳐|규모|투입|투자|들여|들이|쓰는|짜리|상당)|^(?:은|을|를|으로|로|\s안팎의|\s내외의)\s[‘“「]?$"
)

_OTHER_MONEY = (
    r"(?:매출(?:액)?|순익|영업(?:이익|손실|손익)|순이익|수출(?:액)?|수입액|수주(?:액|잔고)?|시가총액|배당(?:금)?|주당|과태료|벌금|과징금"
    r"|보험료|단가|이용료|입장료|요금|가격|분양가|임대료|월세|목표주가|발행가|연봉|월급|수당|장학금|상금|포상금|성금|기부|후원금"
    r"|체납|부채|손실|피해(?:액)?|대출|보증금|(?:경제|파급|절감)(?:적)?\s?효과|부가가치|생산유발|절감|인건비|전기료|거래(?:액|대금)|자산|자본금|증자|차입금|참가비|처리비|입상|시장)"
)
CONVERTED = re.compile(r"\s?[(（](?:한화\s?)?(?:약\s?)?$")
NOT_OF_PROJECTS = re.compile(_OTHER_MONEY + r"(?:은|는|이|가|을|를|도|의|만|로)?\s?(?:총|약|연|최대|모두)?\s?$")
OF_OTHER_MONEY = re.compile(
    r"(?:의|을|를|에 달하는)?\s?(?:남짓\s)?(?:회수|유치|투자\s?(?:유치|확약)|아끼|아낄|팔렸|팔아|벌어|내다본|"
    + _OTHER_MONEY[3:]
)
_NOT_WINDOW = 20
_CUE_WINDOW = 24
REACH = 60
GROUP_SIZE = re.compile(
    r"(\d[\d,]*)여?\s?(?:개|건|곳)?\s?(?:신규|핵심|세부|주요)?\s?(?:사업|과제|지구|건|프로젝트)?(?:에|을|으로|,|인)?\s?(?:총|모두|약)?\s?$"
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
EACH = re.compile(r"각각\s?(?:총|약)?\s?$")
SHARE = re.compile(
    r"(?:(?:이|그)\s?(?:가운데|중)|이 돈 가운데|나머지(?:는|인)?)\s(?:[가-힣]{1,8}(?:로|에서)?\s)?(?:약\s)?$"
)
AROUND_ROLE = re.compile(r"^(?:총|투입)|(?:액|계|계획|투자)$")
YEAR_GAP = re.compile(
    r"(?:에는|에|엔|은|는|도)?\s?[(（]?"
    r"(?:(?:본예산|추경|추가경정예산|예산|사업비|투자액|집행액|투입액|국비|도비|시비|군비)(?:은|는|이|에|을|에서)?\s?){0,2}"
    r"(?:이 가운데\s)?(?:총|모두|약)?\s?"
)
EACH_YEAR = re.compile(r"(?:매년|해마다)\s?$")
QUOTED_GAP = re.compile(
    r"(?:에는?\s|도\s|\s)?(?:[‘“「『][^‘’“”「」『』\n]{2,60}[’”」』](?:에는|에도|에|은|는)?\s(?:총\s|약\s)?"
    r"(?:[\d,.조억만천 ]{1,20}원?(?:을|,)\s)?){1,3}"
)
"""What may stand between a year and an amount: names in marks, each with its money (내년 ‘…’에 12억 원, ‘…’에)."""
TO_EACH = re.compile(r"에게(?:는)?\s|(?:당|마다|별로)\s")
SUPPORTS = re.compile(r"(?:을|를|까지)?\s?(?:[^.\n,]{0,12}\s)?(?:지원|지급|보조|한도|대 ?준)")
SUPPORTED = re.compile(r"지원|지급|보조|한도|까지|주고|준다|주는|주며|씩")
SUPPORT_NEAR = re.compile(
    r"까지|한다|꼴|나온다|지원|준다|주는|줄 |지급|보조|한도|배정|들어간다|보탠|보태|대 주|투입|받"
)
LIST_LINK = re.compile(r"\s?(?:과|와|하고|,|·)\s?[가-힣·\s]{0,14}")
CHANGES = re.compile(r"에서\s?(?:올해|내년|내년도)?\s?(?:최대\s|총\s)?")
DIFFERENCE = re.compile(
    r"(?:이|가|을|를)?\s?(?:가까이\s|가량\s|정도\s)?"
    r"(?:불어|뛰어|늘|줄어|줄인|증가|감소|증액|감액|인상|인하|삭감|더 (?:많|적|늘)|많은|적은)"
)

MEASURES = frozenset(
    {
        "㎡",
        "평",
        "리터",
        "ℓ",
        "L",
        "kg",
        "㎏",
        "톤",
        "t",
        "포기",
        "주",
        "시간",
        "분",
        "㎞",
        "km",
        "배럴",
        "kWh",
        "㎾h",
        "MWh",
    }
)
UNITS = frozenset(
    {"과제", "개소", "곳", "기업", "사업", "지구", "팀", "업체", "개사", "마을", "사", "단지", "농가", "대학"}
)
PER_UNIT = re.compile(
    r"(?<![가-힣\d])한\s(?:곳|채|대|동|개|명|기|척|그루|마을|학교|가구|사람)에\s(?:약\s)?$|(?<![가-힣])(?!해마다|때마다|날마다|달마다|저마다|분기마다)[가-힣]{1,4}마다\s[^.,\n]{0,16}$"
    r"|(?:과제|개소|곳|기업|사업|지구|팀|업체|개사|마을|농가|대학|가구|세대|동|1인|1명|한 곳)"
    r"\s?(?:별로?|당|마다)\s?[^.\n]{0,12}$"
)
STAGE_ROW = re.compile(r"^\s*(?:제?\d{1,2}\s?(?:단계|기|차)|\d{4}년?|[’'‘]?\d\d년?)")
SUM_ROW = re.compile(r"^\s*(?:\|\s*)?(?:총\s*계|합\s*계|소\s*계|계|총\s*액)\s*(?:\||$)")
OTHER_COLUMN = re.compile(
    r"(?:과제|사업|업체|기업)\s?수$|개수|수량|인원|면적|기간|비율|비고|물량|단가|증감|증가|감소|대비|차이|증액|감액|매출|수출|이익"
)
YEAR_COLUMN = re.compile(r"(?:(?<![\d])[’'‘](\d\d)(?!\d)|(20\d\d))")
RANGE_COLUMN = re.compile(r"(?:[’'‘]\d\d|20\d\d)년?도?[~∼～-](?:[’'‘]?\d\d|20\d\d)|\d(?:,\d)*차년도[~∼～]")
PHASE_COLUMN = re.compile(r"\d단계\s?(?:소?계|합계|총액)?$")
UNTIL_COLUMN = re.compile(r"까지|이전|이후|기투자|기투입")
SHARE_COLUMN = re.compile(r"\d차년도|\d차연도|\d년차")
CEILING_COLUMN = re.compile(r"한도|(?:과제|업체|기업|개소|곳|팀|인)당|지원단가")
MONEY_COLUMN = re.compile(
    r"사업비|예산|투자|재원|국비|도비|시비|군비|구비|민자|연구비|공사비|보조금|출연금|소요액|배정액|(?:사업|추정|총)?금액"
)
MONEY_CAPTION = re.compile(r"사업비|예산|투자|재원|투입|국비|연구비|출연금|보조금|소요")
OTHER_TABLE = re.compile(r"매출|수출|수입|손익|실적|계약|이익|순익|자산|운용|거래|판매|요금|통행료|수수료")
CAPTION_ROLE = re.compile(r"정부\s?출연금|정부\s?지원금|정부(?=\s?투자)|국비|국고(?:보조금)?|도비|시비|군비")
PRIVATE_IN_BRACKETS = re.compile(r"괄호(?:\s?안)?(?:은|는)?\s?민간")
SPENT_BEFORE = re.compile(r"(?:기\s?투자|기\s?투입|기\s?집행)(?:액|비)?\s?[:：]?\s?$")
LATER_BEFORE = re.compile(r"(?:[’'‘]\d\d|20\d\d)년?\s?(?:이후|이전|까지)\s?[:：]?\s?$")
STAGE_BEFORE = re.compile(
    r"\d단계(?:[(（][^()（）]{0,20}[)）])?(?:에|에는|는|사업에|에서)?\s?[:：]?\s?(?:총|약|정부|국비|[(（])?\s?$"
)
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


PAYER_AFTER = re.compile(rf"(?:은|는)\s({'|'.join(sorted(PAYERS, key=len, reverse=True))})(?:가|이|에서)\s")
"""One who pays what stands before: 5억 원은 회사가 댔다."""


@cache
def _public_bodies() -> dict[str, str]:
    kinds = {row["form"]: row["kind"] for row in lexicon("agencies")}
    shorts = {short: row["kind"] for row in lexicon("agencies") for short in row["short"].split("|") if short}
    return shorts | kinds


_OF_THE_STATE = frozenset({"ministry", "agency", "commission", "state"})


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


def is_cued(before: str, after: str) -> bool:
    """Tell whether the words directly beside an amount speak of the money of a project (사업비 10억 원을 들여)."""
    return CUE_BEFORE.search(before[-_CUE_WINDOW:]) is not None or CUE_AFTER.match(after) is not None


def is_of_projects(before: str, after: str) -> bool:
    """Tell whether an amount can be the money of a project: it is no turnover, price, fine, prize, effect."""
    return not NOT_OF_PROJECTS.search(before[-_NOT_WINDOW:]) and not OF_OTHER_MONEY.match(after)
