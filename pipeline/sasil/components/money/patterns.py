"""What amounts of money look like beside a number and its unit. Data only."""

from __future__ import annotations

FULL_HOUSE = r"[ ]?(?:관중|버스|지하철|전철|열차|사례|행렬|인파|객석|이루|이룬|이뤄|이 되|이 된)"
"""After a bare 만원: a full house (滿員)."""

NAMED = (
    r"의?[ ](?:아침밥|택시|버스|여객선|임대주택|주택|장바구니|밥상|식당|찬가게|매점|세탁소|하우스|복지|행복"
    r"|기부|나눔|한끼)"
)
"""After 천원, 만원: what is called by its price (천원 택시)."""
QUOTED_NAME = r"의?[ ]?[가-힣][^’'\n]{0,20}[’']"
"""After a price at the head of a name in marks: ‘천원 매점’."""

SHARES = (
    r"(?P<label>국비|도비|시비|군비|구비|지방비|국고|시·?군비|민자|민간|자부담|자담|자비|자체|기금|융자|보조|출연|현금"
    r"|현물|기타|본예산|추경|균특|교부세|특교|[국도군구](?=[ ]?[0-9])|시·?군?(?=[ ]?[0-9]))(?:[은는]|[ ]?:)?[ ]?"
    r"(?P<amount>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    r"(?=[ ]?[,·/+)]|[ ](?:국비|도비|시비|군비|구비|지방비|자부담|민자)[ ]?[0-9])[ ]?[,·/+]?[ ]?"
)
"""(국비 92.5, 도비 27.5): shares in the unit of the sum before the bracket."""

PERIOD_HEADS = (
    r"[(（](월|연|년|일|주|시간)[)）](?=[ ]*(?:\||$|\n))"
    r"|(?:^|\||\n)[ ]*(월|연|일|시간)[ ]?(?:급여?|봉|세|보수|임금|임대료|사용료|이용료|이자|납입액|지원액"
    r"|지급액|당|대여료)"
)
"""The head of a column that says how often its amounts are paid: 기본급(월), 월 임대료."""

ENGLISH_SCALES = {"million": 10**6, "billion": 10**9, "trillion": 10**12, "thousand": 10**3, "M": 10**6, "B": 10**9}
ENGLISH_SCALE = r"[ ]?(?P<scale>million|billion|trillion|thousand|Million|Billion|Trillion|[MB](?![A-Za-z]))"

# Nouns before a bare 억 that say that it is money.
BUDGET_WORDS = (
    r"(?:[국도시군구]비|시·?군비|지방비|민자|민간|자부담|자담|자비|기타|융자|보조|출연금?|출자|기금|예산|사업비"
    r"|공사비|국고|교부세|특교세?"
    r"|투자|매출|영업이익|순이익|자본금|수출|수입|부담금|재원|총액|합계|본예산|추경|정부|지원금|대출|보증|펀드|등"
    r"|총|모두|합쳐|약|계|당초|올해|내년)"
)
BARE_BEFORE = rf"(?:{BUDGET_WORDS}[ ]?(?:은|는|이|가)?[ ]?|[(→~][ ]?|[’'‘]\d\d(?:년|안)?\)?[ ]?)\Z"
BARE_AFTER = r"[ ]?(?:[·,/)→+]|\Z|\n|등|[가-힣]{0,2}(?:으로|로|을|를|이|가|의|에)(?![가-힣]))"
LIST_SIGNS = r"[ ]?[·,/→+]|[ ]?\)|[ ]?및|[ ]?와|[ ]?과"

# What may follow an amount that ends in 억 without its currency.
BARE_CLOSES = (
    r"(?![가-힣A-Za-z0-9㎡%])|(?:[을를이가은는의에]|으로|로|에서|까지|부터|대|여|짜리|이상|이하|이내|미만|초과|가량"
    r"|규모|씩|이나|도|만)"
    r"(?![가-힣])|이다|입니다|이었|이며|대[에를의로]"
)
BIG_SUM = (
    r"[ ]?(?:규모|투자|투입|예산|돌파|확보|매출|시대|클럽|펀드|수주|유치|지원|증액|삭감|적자|흑자|손실|이익|들여"
    r"|들인|들어|쏟|대[ ])"
)
"""After 2조: what says that it is no group."""
COUNTED_AFTER = (
    r"[ ]?(?:여[ ]?)?(?:인구|인(?![가-힣])|인의|사람|국민|명|년|살|세포|화소|뷰|회|번|개|건|다운로드|조회|중국인"
    r"|인도인|가입자|이용자"
    r"|회원|마리|광년|킬로|톤|배럴|주(?![가-힣])|병|잔|그루|송이|켤레|쌍|분의|총활약)"
)
COUNTED_BEFORE = (
    r"(?:인구|가입자|이용자|회원|조회|조회수|다운로드|관객|시청자|시청|방문자|재생|뷰|이용[ ]?건수|건수|판매량|판매"
    r"|생산량|독자|팔로워"
    r"|구독자|화소|개체|세포|나이|사용자|누적[ ]판매)(?:[은는이가]|[만도])?[ ]?(?:약|총|누적|무려)?[ ]?\Z"
)
"""Words beside a bare 억 that say people, views or years are counted."""
