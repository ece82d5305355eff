"""What stands around the money of projects: whose money, whose projects, which year."""

from __future__ import annotations

import re

SUM = re.compile(
    r"(?:총|모두|합쳐서|더해|더한|합한|합계|합쳐|총액|전체|총사업비|총 사업비|사업비는|예산은|총예산)"
    r"\s?(?:은|는|약)?\s?$"
)

MEANS_PROJECT = re.compile(
    r"(?:이|본|해당|이번|동)\s(?:사업|공사|프로젝트|프로그램|과제|계획|용역)"
    r"|총\s?(?:[가-힣]{1,3}\s?)?(?:비|예산|투자(?:액|금|비)?)(?:는|은|가|이)?\s|사업\s?예산|사업\s?금액|용역\s?금액|기초\s?금액"
)
CUE_BEFORE = re.compile(
    r"(?:(?:사\s{0,3}업|공\s{0,3}사|용\s{0,3}역|연\s?구|투자|교육|건설|운영|건축|개발)\s{0,3}비(?:용)?|예\s{0,3}산(?:\s{0,3}액)?"
    r"|투자(?:액|금액|비)|(?:계약|추정|기초|용역|사업|투자)\s?금\s?액|(?:사업|지원|투자|예산)\s?규모|재\s{0,3}원|소요액|집행액|(?:받는|드는|쓰는|쓸|들이는)\s(?:돈|비용)|필요한"
    r"|배정(?:예산|액))(?:은|는|이|가|으로|만|에)?\s?[:：]?\s?"
    r"(?:[가-힣]{1,8}[을를]\s(?:포함해|포함하여|합쳐|더해)\s|\d[\d,]*여?개\s[가-힣]{1,4}\s|[가-힣]{1,6}\s)?(?:총|모두|약|연|당초|일?금)?\s?[(（]?$"
    r"|(?:^|[.]\s|,\s)총\s?$|[(（][가-힣·\s]{0,8}(?:규모|사업비|예산|재원|총액)[)）]\s?[^.\n]{0,16}$"
    r"|(?:[’'‘]\d\d|20\d\d)년?까지\s?(?:총|약)?\s?$"
)
LABEL_BEFORE = re.compile(r"(?:예산|사업비|공사비|투자비)(?:은|는|이|가|만)\s(?:총\s|약\s|모두\s)?$")
WON_AFTER = re.compile(r"(?:\s?[(（][^()（）\n]{1,30}[)）])?에\s(?:수주|따냈|따낸|낙찰|계약|도급)")
"""A contract is won for an amount: that of a project where one is named before it, else of goods and ships."""
BECOMES = re.compile(r"(?:으로|로)\s(?:더\s|크게\s|[가-힣]{1,3}\s배\s)?(?:늘|불어|뛰|올|줄|증액|감액|확대|커)")
CUE_AFTER = re.compile(
    r"(?:\s?(?:안팎|내외|가량|정도|규모))?(?:을|를|이|가|의|으로)?\s?"
    r"(?:[가-힣0-9]{1,6}(?:로|에|에서|게|간|씩)\s|새로\s|\d[\d,]*개\s[가-힣]{1,6}에\s)?"
    r"(?:들여|들인|들이|들였|투입|투자|쏟|쓴다|쓸|썼|쓰|배정|편성|든다|들었|들 것|들 전망|들어간|들어갈|들어가[고며]"
    r"|소요|마련|집행|지원|뒷받침|한도|책정|최종 확정|우선|넣었|넣는|넣어|담았|담는|담겼|세웠|세운|잡혔|잡았|발주"
    r"|푼다|풀기로)"
)
SPENT_AFTER = re.compile(
    r"(?:\s?(?:안팎|내외|가량|정도|규모))?(?:을|를|이|가)?\s?(?:[가-힣0-9]{1,6}(?:로|에|에서|간|씩)\s|새로\s)?"
    r"(?:들여|들인|들이|들였|투입|투자|쏟|쓴다|쓸|썼|든다|들었|들 것|들어간|들어갈|들어가[고며]|소요)"
)
MAY_MEAN_PROJECT = re.compile(
    r"사업비|예산(?:은|을|도|이)|공사비는|투자비|소요(?:액|예산)|배정|재원은|투입하는|투자(?:하는|한다|할)"
)
SUCH_PROJECTS = re.compile(
    r"(?<!등 )(?<!총 )(?<![\d가-힣])(?:이\s|이들\s)?(?P<count>두|세|네|다섯|[2-9]\s?개)\s?"
    r"(?:사업|과제|프로젝트|공사)(?:에서?|에는|을|의|은|으로)\s[^.\n]{0,40}$"
)
"""The projects named before, by their number: 두 사업에서 …"""

BODY_BUDGET = re.compile(r"(?:연도|년|내년|올해|본|추경)?\s?예산안(?:이|은|을)?\s(?:총|모두|약)?\s?$")
"""The budget of a ministry or a city for a year: its projects that a table lists are some of it."""
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
WON_IN = re.compile(r"[’”」』]?(?:\s공모)?(?:에|에서|으로|로)\s(?:최종\s|새로\s)?(?:뽑혀|뽑힌|뽑혔|뽑히|선정)")
"""What makes of a name the call that the project of a sentence has won: its money is not for the call."""
GIVEN_TO = re.compile(r"[을를은는이가]\s(?:[^.\n“”]{0,60}?(?:는|은|할|될|한|인|던)\s)?[‘“「『]?")
GIVEN = re.compile(
    r"[’”」』]?(?:에(?:는|도)?(?:\s?[,.]|\s(?:각각\s|우선\s|먼저\s)?(?:쓰|쓴|쓸|썼|쓰였|투입|배정|지원|들|투자|집행|넣|쏟|돌))"
    r"|(?:으로|로)\s(?:돌|옮|넘))"
)
"""An amount is given to the name after it: 64억 원을 ‘…’에, 48억 원을 ‘…’에 쓴다."""
AFTER_NAMES = (AFTER_NAME, FAR_AFTER_NAME, AFTER_VERB)
IN_BRACKET = re.compile(r"[’”」』]?(?:\s?[가-힣]{1,6}비)?\s?[(（][^()（）\n]{0,40}$")
LISTED = re.compile(r"\s?[:：]\s?[^\n]{0,70}$")
TO_NAME = re.compile(
    r"(?:을|를|은|이|가|으로|로)?\s?(?:규모의?|상당의?|한도의?|짜리|을 들인|(?:추가\s?|급히\s?|새로\s?)?"
    r"(?:투입|투자|배정|책정|소요|들여|들이|들인|드는|들어가|쓰|모아|모은|합쳐|걸린)[가-힣]*)?\s?(?:[^.\n,]{0,14}\s)?[‘“「『]?$"
)
MONEY_TO_NAME = re.compile(
    r"(?:모아|모은|합쳐|규모|한도|투입|투자|배정|책정|소요|들여|들인|드는|들어가는|쓰는|짜리|상당)"
    r"|^(?:은|을|를|으로|로|\s안팎의|\s내외의)\s[‘“「]?$"
)
FAR_TO_NAME = re.compile(
    r"(?:\s?[(（][^()（）\n]{1,30}[)）])?(?:(?:을|를|까지|씩|으로|로)\s|(?:이|가)\s(?=드는|든\s|들어가|투입되|소요되))"
    r"(?:[^.\n,“”]|(?<=\d)[.,](?=\d)){0,70}?"
    r"(?:[하되리기치우추키히이짓꾸있들여르다]는|(?<=\s)[주쓰펴]는|한|인|된|할|던|의)\s[‘“「『]?"
)
"""What stands between an amount and the name after it that is told what it does: 54억 원을 내어 추진하는 ‘…’."""
SPENT_ON = re.compile(
    r"(?:\s?[(（][^()（）\n]{1,30}[)）])?(?:을|를)\s(?:[가-힣]{1,8}\s)?"
    r"(?:들여|투입해|투자해|쏟아|쏟아부어|써|걸어|모아|받아|지원받아|확보해|편성해|배정해|배정받아),?\s"
    r"(?:(?:[^.\n“”]|(?<=\d)\.(?=\d)){0,80}\s)?[‘“「『]?"
)
"""What stands between an amount and the name after it that is done with it: 70억 원을 들여 … ‘…’에 착수했다."""

_OTHER_MONEY = (
    r"(?:매출(?:액)?|순익|영업(?:이익|손실|손익)|순이익|수출(?:액)?|수입액|수주(?:액|잔고)?|시가총액|배당(?:금)?|주당|과태료|벌금|과징금"
    r"|보험료|단가|이용료|사용료|입장료|통행료|수수료|요금|(?<!추정)(?<!추정\s)(?<!예정)가격|값|몸값|판매가|공급가|출고가|분양가|원가|생산비|물류비|운임|임대료|임차료|월세|목표주가"
    r"|발행가|연봉|월급|일당|품삯|강사료|등록금|본인\s?부담금?|수강료|수당|장학금|상금|포상금|성금|기부|후원금|기술료|계약금|위약금|배상(?:금)?"
    r"|체납(?:액)?|부채|손실|피해(?:액)?|대출|보증금|(?:경제|파급|절감)(?:적)?\s?효과|부가가치|생산유발|절감|인건비|전기료|거래(?:액|대금)"
    r"|자산|자본금|증자|차입금|참가비|처리비|입상|시장|(?:축제|행사|대회|박람회|엑스포|영화제)\s?예산)"
)
GIFT = re.compile(r"(?:후원금|기부금|성금|기탁금)(?:은|는|이|가|도)?\s?(?:총|약|모두)?\s?$")
GIFT_SPENT = re.compile(r"(?:이|가|을|를|으로|도)?\s?(?:쓰인|쓰였|쓴다|썼|들어|투입|충당|보태|보탠|더해|더한|더했)")
"""What is given and spent on a project is its money."""
CONVERTED = re.compile(r"\s?[(（](?:한화\s?)?(?:약\s?)?$")
OUR_MONEY = re.compile(r"우리\s돈(?:으로)?\s(?:치면\s)?(?:약\s)?$")
"""What stands before an amount that is the one before it in won."""
NOT_OF_PROJECTS = re.compile(
    r"(?:팔아|벌어|거둬|빌려|꿔)\s(?:총|약)?\s?$|(?:예산안|예산\s정부안|기정예산|분야\s예산)(?:이|은|을)?\s(?:총|모두|약)?\s?$"
    r"|(?:행사|축제|대회|박람회|엑스포)에(?:는|만)?\s(?:(?:국비|도비|시비|군비|구비)\s)?(?:총|약)?\s?$|"
    + _OTHER_MONEY
    + r"(?:은|는|이|가|을|를|도|의|만|로)?\s?(?:(?:올해|내년|지난해|작년|기존|종전|당초)\s)?"
    r"(?:\d*\s?[가-힣㏊㎡]{1,4}\s?당\s|한\s[가-힣]{1,3}에\s)?(?:총|약|연|최대|모두|평균)?\s?$"
)
OF_OTHER_MONEY = re.compile(
    r"(?:\s?규모)?의\s(?:(?:내년도?|올해|새해|\d{4}년도?|제\d회|[가-힣]{1,3}배정)\s)?(?:본예산|추가경정예산|추경|예산안|예산을\s(?:의결|심의|제출)"
    r"|유상증자|전환사채|펀드)"
    r"|(?:의|을|를|에 달하는)?\s?(?:남짓\s)?(?:회수|유치|투자\s?(?:유치|확약)|아끼|아낄|팔렸|팔아|벌어|벌었|올렸|거뒀"
    r"|챙겼|물었|물게|날렸|잃|내다본|수입(?=[을이])|" + _OTHER_MONEY[3:]
)
_NOT_WINDOW = 20
_CUE_WINDOW = 24
REACH = 60
GROUP_SIZE = re.compile(
    r"(\d[\d,]*)여?\s?(?:개|건|곳)?\s?(?:신규|핵심|세부|주요)?\s?(?:사업|과제|지구|건|프로젝트)?(?:에|을|으로|,|인)?\s?(?:총|모두|약)?\s?$"
)

EACH = re.compile(r"각각\s?(?:총|약)?\s?$")
SHARE = re.compile(
    r"(?:(?:이|그)\s?(?:가운데|중)|이 돈 가운데|나머지(?:는|인)?)\s(?:[가-힣]{1,8}(?:로|에서)?\s)?(?:약\s)?$"
    r"|(?:이|그)\s?(?:가운데|중)\s(?:[가-힣\d]{1,6}\s){0,3}(?:돈|사업비|예산|몫)은\s(?:약\s)?$|(?:몫|해분|년분)은\s(?:\d[\d,]*[가-힣]{1,2}\s)?(?:약\s)?$"
)
REST = re.compile(r"나머지(?:는|인)?\s(?:약\s)?$")
"""What is left over of a sum when the amounts before it are taken."""
YEAR_GAP = re.compile(
    r"(?:에는|에|엔|은|는|도)?\s?(?:(?:쓰는\s|쓸\s)?(?:돈|몫|분)은\s(?:\d[\d,]*[가-힣]{1,2}\s)?)?[(（]?"
    r"(?:(?:본예산|추경|추가경정예산|예산|사업비|투자액|집행액|투입액|국비|도비|시비|군비)(?:은|는|이|에|을|에서)?\s?){0,2}"
    r"(?:이 가운데\s)?(?:총|모두|약)?\s?"
)
EACH_YEAR = re.compile(r"(?:매년|해마다)\s?(?:(?:국비|도비|시비|군비|구비|지방비)\s)?(?:총\s|약\s)?$")
QUOTED_GAP = re.compile(
    r"(?:에는?\s|도\s|\s)?(?:[‘“「『][^‘’“”「」『』\n]{2,60}[’”」』](?:에는|에도|에|은|는)?\s(?:(?:국비|도비|시비|군비|구비)\s)?(?:총\s|약\s)?"
    r"(?:[\d,.조억만천 ]{1,20}원?(?:을|,)\s)?){1,3}"
)
"""What may stand between a year and an amount: names in marks, each with its money (내년 ‘…’에 12억 원, ‘…’에)."""
TO_EACH = re.compile(r"에게(?:는)?\s|(?:당|마다|별로)\s")
SUPPORTS = re.compile(r"(?:을|를|까지)?\s?(?:[^.\n,]{0,12}\s)?(?:지원|지급|보조|한도|대 ?준)")
RECEIVES = re.compile(r"(?:까지|의\s[가-힣 ]{1,10}[을를]|[을를])?\s?(?:지원\s?|돌려)?받(?:는|을|게|으며|고)")
"""What one does who gets support: an amount up to which one gets it is for each."""
SUPPORTED = re.compile(
    r"까지|꼴|나온다|나오|지원|지급|보조|한도|이내|배정|들어간다|보탠|보태|대 ?주|투입|받|주고|준다|줍니다|주는|주며"
    r"|주기로|줄 |씩|쓰이|제공|돌려|돌아간다|적립|얹|책정|사업비|체재비|활동비|장려금|수당"
)
MONTHLY = re.compile(
    r"지원(?!사)|지급|씩\s[^.\n]{0,8}받|준다(?!고 해|면)|줍니다|주고|주며|주는|주기로"
    r"|체재비|활동비|장려금|훈련수당|한도"
)
"""What makes support of an amount by the month, where rent, wages and fees are counted by the month, too."""
SAME_VERB = re.compile(
    r"씩?(?:을|를)?(?:\s?[(（][^()（）\n]{1,20}[)）])?,\s(?:[가-힣A-Za-z㈜()（）·]{1,16}\s){0,2}"
    r"[가-힣A-Za-z㈜()（）·]{1,16}(?:은|는|이|가|에|에는|에서)\s(?:총\s|약\s|최대\s|각각\s)?"
)
"""What stands between two amounts that one verb tells of: each with its own subject or object."""
LIST_LINK = re.compile(r"\s?(?:과|와|하고|,|·)\s?[가-힣·\s]{0,14}")
CHANGES = re.compile(r"에서\s?(?:올해|내년|내년도)?\s?(?:최대\s|총\s)?")
DIFFERENCE = re.compile(
    r"(?:이|가|을|를)?\s?(?:가까이\s|가량\s|정도\s)?(?:불어|뛰어|늘|줄어|줄인|줄었|줄였|줄고|증가|감소|증액|감액|인상|인하|삭감|깎|도려|덜어|절감"
    r"|남겼|남겨|반납|불용|이월|더 (?:많|적|늘|필요|든다는|들 것)|많은|적은)"
)

GROWN = re.compile(
    r"추가로 필요한\s$|모자란\s$|모자라는\s$|부족한\s$"
    r"|(?:^|[.,] )(?:이번에\s|새로\s)?(?:늘어난|불어난|증가한|증액된|추가된|줄어든|감소한|감액된|깎인)\s?$"
)
"""What makes a difference of the amount after it; after another amount (2억 원 늘어난 88억 원) it does not."""

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
    r"(?<![가-힣])(?:매달|매월|다달이)\s(?:최대\s|약\s)?$|(?<![가-힣\d])한\s(?:곳|채|대|동|개|명|기|척|팀|편|그루|마을|학교|가구|사람|업체|기업)(?:에게?|에게는|이|당)?\s[^.,\n‘’]{0,16}$|(?<![가-힣])(?!해마다|때마다|날마다|달마다|저마다|분기마다)[가-힣]{1,4}마다\s[^.,\n]{0,16}$"
    r"|(?:과제|개소|곳|기업|사업|지구|팀|업체|개사|마을|농가|대학|가구|세대|동|1인|1명|한 곳)"
    r"\s?(?:별로?|당|마다)\s?[^.\n원]{0,12}$"
)
SPENT_BEFORE = re.compile(r"(?:기\s?투자|기\s?투입|기\s?집행)(?:액|비)?\s?[:：]?\s?$")
LATER_BEFORE = re.compile(r"(?:[’'‘]\d\d|20\d\d)년?\s?(?:(?:이후|이전)\s?[:：]?|까지\s?[:：])\s?$")
STAGE_BEFORE = re.compile(
    r"\d단계\s?[(（][^()（）\n]{0,16},\s$|\d단계(?:[(（][^()（）]{0,20}[)）])?(?:에|에는|에만|는|사업에|에서|에서는)?\s?[:：]?\s?"
    r"(?:(?:20\d\d년부터\s)?20\d\d년까지\s)?(?:총|약|정부|국비|[(（])?\s?$"
)
YEAR_BEFORE = re.compile(r"(?:[’'‘](\d\d)|(20\d\d))년?(?:도)?(?:안)?[)）]?\s?$")
COUNT_BEFORE = re.compile(
    r"(?<![\d.,])(\d[\d,]*)여?\s?(?:(?:개|건)?\s?(?:신규|핵심|세부|주요|대형)?\s?(?:사업|과제|프로젝트|공사)|건)(?:에는|에만|에|으로|,|의)?\s?"
    r"(?:총|모두|약|국비|도비)?\s?$"
)
COUNT_AFTER = re.compile(
    r"[을를]\s(?:[가-힣]{1,6}\s){0,2}(?<!\d)(\d[\d,]*)여?\s?(?:개|건)\s?(?:[가-힣]{1,4}\s)?(?:사업|과제|프로젝트|공사|분야)에"
)
LIST_CLOSED = re.compile(r"(?:원|[’”)])\s?등\s[^.\n]{0,24}$")
"""What closes a list of projects, each with its own amount: … 26억 원 등 5개 사업에 114억 원."""


def is_cued(before: str, after: str) -> bool:
    """Tell whether the words directly beside an amount speak of the money of a project (사업비 10억 원을 들여)."""
    return CUE_BEFORE.search(before[-_CUE_WINDOW:]) is not None or CUE_AFTER.match(after) is not None


def is_spent(before: str, after: str) -> bool:
    """Tell whether the words beside an amount say that it is all the money of a project, by a label or a verb."""
    return CUE_BEFORE.search(before[-_CUE_WINDOW:]) is not None or SPENT_AFTER.match(after) is not None


def is_of_projects(before: str, after: str) -> bool:
    """Tell whether an amount can be the money of a project: it is no turnover, price, fine, prize, effect."""
    near = before[-_NOT_WINDOW:]
    given = GIFT.search(near) is not None and GIFT_SPENT.match(after) is not None
    return (given or not NOT_OF_PROJECTS.search(near)) and not OF_OTHER_MONEY.match(after)
