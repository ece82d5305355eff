"""Whose money an amount is: the words for sources and for those who pay: data."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

_GAP = (
    r"\s?(?:[(（][^()（）\n\d]{1,12}[)）]\s?)?(?:으?로만|로만|은|는|이|가|로|만|도)?\s?[:：]?\s?"
    r"(?:\d[\d.]*\s?[%％](?:인\s|에 해당하는\s|\s?[(（]\s?))?"
    r"(?:(?:해마다|매년|\d{1,2}년간|(?:20\d\d|[’'‘]\d\d)년까지)\s)?(?:총|약|최대|각각|모두|일?금)?\s?$"
)
PAYERS = {
    **dict.fromkeys(("시", "군", "구", "특별자치시", "특별시", "광역시"), "municipal"),
    **dict.fromkeys(("도", "특별자치도"), "provincial"),
    **dict.fromkeys(("부", "처", "청", "정부", "국가", "나라"), "national"),
    **dict.fromkeys(("시군", "시·군", "시군구", "자치구"), "municipal"),
    **dict.fromkeys(
        ("회사", "업체", "기업", "사업자", "민간", "시행사", "컨소시엄", "은행", "금융사", "보험사"), "private"
    ),
    **dict.fromkeys(
        (
            "지자체",
            "은행",
            "주민",
            "대학",
            "학교",
            "교육청",
            "재단",
            "협회",
            "공단",
            "공사",
            "조합",
            "중앙회",
            "진흥원",
            "연구원",
        ),
        "other",
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
_CLASSES = "|".join(sorted(PAYERS, key=len, reverse=True))
_FOR = r"(?:[가-힣·]{1,10}(?:에는|에서|에|으로|로|을|를)\s(?:(?:포함해|포함한|합쳐|더해)\s)?){0,2}"
"""What stands between one who pays and the amount: what it is for, what it comes in (군이 기반시설에 …)."""
_HOW = (
    r"(?:[가-힣]{1,4}비\s)?(?:나머지|자체로|자체적으로|추가로|따로|별도로|공모에서|출자|출연|부담|지원|각각|총|약|최대)?\s?"
    r"(?:총|약)?\s?"
)
_WHEN = r"(?:[’‘]?\d[^.,\n]{1,14}(?:간|까지|에)\s)?(?:(?:한\s해|해마다|매년|올해|연)\s)?"
PAYER_WORD = re.compile(
    rf"(?:^|[\s,.(（])(?:({_CLASSES})(?:\s\d+(?:곳|개사|개|사))?(?:가|이|에서|은|는|도)\s?{_FOR}{_WHEN}{_HOW}$|({_CLASSES})\s?[(（](?:약\s)?$)"
)
PAYS = re.compile(
    r"[)）]?(?:\s?[(（][^()（）\n]{1,20}[)）])?\s?(?:이|가|은|는|도|에서|의)?\s?" + _FOR + _WHEN + _HOW + r"[(（]?"
)
_FAR = (
    r"(?:\s\d+(?:곳|개사|개|사))?(?:이|가|은|는|도|에서|에서는)\s(?![^‘“「『\n]{0,30}[는한]\s[‘“「『])"
    r"(?:[^.\n“”원]|(?<=\d)\.(?=\d)|원(?![과와,])){0,46}"
)
FAR_PAYS = re.compile(rf"[)）]?(?:\s?[(（][^()（）\n]{{1,20}}[)）])?{_FAR}")
FAR_PAYER_WORD = re.compile(rf"(?<![^\s,.(（‘“])(?:({_CLASSES})[와과]\s)?({_CLASSES}){_FAR}$")
"""One who pays, with more between it and the amount: by whom and for what it is used."""

_SHARE = (
    r"(?:의\s(?:[가-힣]{1,6}\s){0,2})?(?:대응투자금?|대응자금|부담금?|분담금|출연금|출자금?|지원금|보조금?|연구개발비|예산|투자금?|자체\s?예산|자체\s?재원|몫)"
    r"(?:은|는|이|가|으로|로|만)?\s?[:：]?\s?(?:총|약)?\s?"
)
PAYER_NOUN = re.compile(
    rf"(?:^|[\s,.(（+·])({_CLASSES}|[가-힣]{{0,4}}(?:기업|업체|사업자|통신사|시행사|운영사|제작사|건설사|조합원))\s?{_SHARE}$"
)
"""The part of one who pays, by a noun: 시 출연금, 입주기업 부담."""
BODY_NOUN = re.compile(rf"[)）]?\s{_SHARE}")
_GRANTING = ("평가원", "기획원", "연구재단", "진흥재단", "관리원", "평가관리원", "진흥원")
PAID = re.compile(
    r"(?:\s?[(（][^()（）\n]{1,40}[)）])?(?:[^.\n“”‘’(（]|[(（][^()（）\n\d]{1,20}[)）]){0,50}?"
    r"(?:(?<=\s)(?:댄다|댑니다|대고|대기로|대며|댔|대 ?[준주])|(?<!자)부담|분담|출자|출연|보탠|보태|보탰|보탭"
    r"|얹|내놓|후원|기부|기탁|쾌척|책임진|책임지|나눠 맡|거든다|거들"
    r"|(?<!속도를\s)(?<!성과를\s)(?<=\s)(?:냈|낸다|냅니다|내고|내며|내기로))"
)
RECEIVED = re.compile(r".{0,12}지원\s?받[고으아은는]")
"""What tells that an amount is received by the one before it, whatever that one pays besides."""
PAID_APART = re.compile(r"\s?[(（]|(?![을를]?,\s).*\d\s?[만억조천]", re.DOTALL)
"""What stands before the verb of another amount: it pays that one, unless one verb tells of both (44억 원을, …)."""
SHARES_TOLD = re.compile(r"(?:몫|분담금?|부담액?|재원|출자|출연|사업비|예산)(?:은|는|으로는|액은)\s[^.\n]{0,50}$")
"""What makes those who pay of bodies right before amounts: 정부 몫은 산업부 664억 원, 환경부 120억 원이다."""
GIVES = re.compile(
    r"(?:씩)?(?:을|를|까지)?\s?(?:[가-힣]{1,8}(?:로|에|에게|를|을)?\s)?(?:지원(?!\s?받)|준다|줍니다|주고|지급|보조|투자|뒷받침)"
)
"""What one does who gives to the project of another; in one's own project the same words mean its whole money."""
RAISED = re.compile(
    r"(?<![가-힣])(?:투자금|(?:조달(?:한)?|공모|유치)?\s?자금|(?:증자|공모)\s?대금|투자\s?유치액)\s?(?:의|중|가운데|에서)\s(?:약\s)?$"
    r"|(?:유상증자|주주배정|전환사채|시리즈\s?[A-F]|투자\s?유치)[^\n]{0,160}[.]\s이\s?(?:돈|자금|대금)?\s?(?:중|가운데)\s(?:약\s)?$"
)
"""What is spent of the money that a company has raised: 자금 중 250억 원은 …사업에 쓴다."""
SPENT = re.compile(r"[을를]\s(?:들여|투입해)")
"""What makes of an amount the whole money of a project, though it is a part of what was raised."""

FINANCED = re.compile(
    r"(?:(?:자금|재원|투자금|투자비|사업비|공사비|비용)은|원[과와에을])\s(?:[가-힣]{2,8}\s?)?"
    r"(?:회사채(?:\s발행)?|차입금?|대출금?|(?:시설|정책)자금\s대출|유보금)(?:으로|은|이)?\s$"
)
"""What is borrowed for a project, told as a source of its money: 자기자본 7억 원에 산업은행 차입금 5억 원을 더해."""
MIXED = re.compile(r"(?:나머지|보조금|지원금)(?:은|는|을|를|으로|\s등을|\s등으로)?\s?[:：]?\s?(?:총|약|최대)?\s?$")
"""What is no one's alone where several sources make it up: 지방투자촉진보조금 52억 원(도비 23억 원, 시비 29억 원)."""
GAVE = re.compile(
    r"(?:이|가|에서)\s(?:[가-힣]{1,6}(?:로|에|에게|해)\s)?(?:기탁|기부|후원|출연|쾌척|내놓|보내|맡기|모금)(?:한|은|온|긴)\s(?:총\s|약\s)?"
)
"""One gives what follows: ㈜가람전자가 기탁한 3억 원."""
PAYER_AFTER = re.compile(
    rf"(?:은|는|을|를)\s(?:(?:\d+개|두|각|해당|참여|관련|나머지)\s)?({_CLASSES})(?=(?:가|이|에서)[\s,])"
)
"""One who pays what stands before: 5억 원은 회사가 댔다."""
BEHIND = re.compile(r"(?:은|는)\s$")
OWN_AMOUNT = re.compile(r"(?:이|가|에서)\s(?:총\s|약\s|각각\s)?\d[\d,. ]*[만억조천]")
"""What stands behind one who pays what follows, not what is before: 9억 원은 시가 4억 원, 도가 5억 원을 낸다."""
PAID_BEHIND = re.compile(r"(?:가|이|에서)[\s,][^.\n“”]{0,40}?(?:투자|지원|조달|마련|맡|충당)")
AROUND_ROLE = re.compile(r"^(?:총|투입)|(?:액|계|계획|투자)$")
_OF_THE_STATE = frozenset({"ministry", "agency", "commission", "state"})


_FINANCE = (
    r"(?P<finance>유상증자|(?:은행|금융권|시설자금|외부)?\s?(?:차입금?|대출금?|융자)|회사채(?:\s발행)?|자체\s?조달|내부\s?자금|보유\s?(?:현금|자금)"
    r"|자기\s?자본|자기\s?자금|정책\s?자금|선박금융|프로젝트\s?파이낸싱|(?:외부|투자)\s?(?:자금|유치))"
)
_ITEMS = (
    r"(?:기본|실시)?\s?설계비|(?:토지|용지)?\s?보상비|(?:토지|부지|용지)\s?(?:매입)?비|장비\s?(?:구입)?비|철거비|이전비"
    r"|기본조사비|감리비"
)
"""Parts by item; in tables they head rows of other things, too."""
_PURSES = "국비|국고|도비|시비|군비|구비|지방비|민자|특별교부세|특별교부금|특별조정교부금"
_LEVELS = "국|도|시군|시·군|시|군|구"
"""The sources by one letter, as they stand in brackets: (국 24, 도 7, 시 17)."""
_BY_LETTER = {"국": "national", "도": "provincial"}


@cache
def _roles() -> dict[str, str]:
    return {row["form"]: row["role"] for row in lexicon("funding")}


@cache
def role_pattern() -> re.Pattern[str]:
    """Return the pattern of a word that tells whose money follows."""
    forms = sorted(_roles(), key=len, reverse=True)
    held = f"[가-힣]{{2,8}}기금|{_ITEMS}|{'|'.join(map(re.escape, forms))}"
    return re.compile(rf"(?<![가-힣])({held})(?:액|금|\s예산)?{_GAP}|(?:(?<=[(（,·/+])|(?<=[,·/+]\s))({_LEVELS})\s?$")


@cache
def apiece_pattern() -> re.Pattern[str]:
    """Return the pattern of what comes from a source apiece, before the sum of it (국고 50억 원씩 모두 150억 원)."""
    forms = "|".join(map(re.escape, sorted(_roles(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![가-힣])({forms})\s\d[\d,.조억천백만 ]{{0,14}}원씩,?\s(?:\S{{1,8}}\s)?(?:모두|총|합쳐|합해)\s$"
    )


@cache
def two_roles_pattern() -> re.Pattern[str]:
    """Return the pattern of two sources with as much each before an amount (도비와 시비가 각각)."""
    forms = "|".join(map(re.escape, sorted(_roles(), key=len, reverse=True)))
    return re.compile(
        rf"(?<![가-힣])({forms})(?:[와과]\s|\s?[,·]\s?)({forms})(?:[가이는은을를]|으로|로|에서)?\s(?P<each>각각?\s)?(?:총\s|약\s)?$"
    )


TWO_PAYERS = re.compile(
    rf"(?:^|[\s,.])({_CLASSES})[와과]\s({_CLASSES})(?:가|이|에서|은|는|도)\s{_FOR}(?:각각\s)?{_WHEN}(?:총\s|약\s)?$"
)
ONE_OF_EACH = re.compile(r"(?:\s?[,·]|[과와])\s?(?:약\s)?\d")
"""What follows an amount that is one of those told of each: 도와 시가 각각 40억 원과 16억 원."""
APIECE = re.compile(r"\s?씩")


def role_of(word: str, in_text: bool = False) -> str:
    """Return the role of a funding word, ``total`` for any other; ``in_text`` parts by item (설계비) have one, too.

    >>> role_of("국비"), role_of("합계")
    ('national', 'total')
    """
    if re.fullmatch(_LEVELS, word):
        return _BY_LETTER.get(word, "municipal")
    if word in _roles():
        return _roles()[word]
    return "other" if word.endswith("기금") or (in_text and re.fullmatch(_ITEMS, word)) else "total"


@cache
def role_after_pattern() -> re.Pattern[str]:
    """Return the pattern of a word after an amount that tells whose money it is (10억 원은 전액 시비다)."""
    forms = sorted(_roles(), key=len, reverse=True)
    held = f"(?:[가-힣]{{2,8}}기금|{'|'.join(map(re.escape, forms))})"
    tail = r"(?:으?로(?![가-힣])|이?다[.]|이고|이며|에서|[,)])"
    return re.compile(
        rf"(?:은|는)?[,]?\s(?:[가-힣]{{1,10}}\s){{0,2}}?({held}){tail}|(?:[은는을를이가]|으로|로)?[,]?\s전액\s({held})|\s?[(（](?:전액\s)?({held})[)）]"
        rf"|(?:은|는)?[,]?\s(?:{_FINANCE})(?:으로|로)\s?(?:조달|마련|충당|메우|메운|끌어)"
        r"|[을를은]\s(?:[가-힣㈜]{2,10}(?:에서|으로부터|로부터)\s)?(?P<borrowed>빌리|빌린|빌려\s?(?:와|쓰|마련)|차입|대출받)"
        rf"|[을를]\s({_PURSES})로\s(?:마련|확보|충당|메|대|보조|지원)"
        rf"|(?:의|\s이내에서|\s이내의|\s한도에서|\s한도의|\s규모의)\s({_PURSES})(?=[를을가이로\s])"
    )


@cache
def all_from_pattern() -> re.Pattern[str]:
    """Return the pattern of a sentence that tells where all the money before it comes from (재원은 모두 국비다)."""
    forms = "|".join(map(re.escape, sorted(_roles(), key=len, reverse=True)))
    return re.compile(
        rf"[.]\s(?:(?:재원|사업비|공사비|예산|비용|돈)은\s|[가-힣]{{2,6}}[값비]는\s)?(?:모두|전액|전부)\s({forms})"
        r"(?:다[.”]|이다|이며|이고|입니다|으?로\s(?:충당|마련|조달|쓴|쓰|지원|한다|진행|추진))"
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


def granted_role(body: str, noun: str) -> str:
    """Return the role of what a body gives: 출연금 of an agency that hands out research money is the state's.

    >>> granted_role("한빛에너지기술평가원", "출연금"), granted_role("나루시", "출연금")
    ('national', 'municipal')
    """
    return "national" if "출연금" in noun and body.endswith(_GRANTING) else payer_role(body)
