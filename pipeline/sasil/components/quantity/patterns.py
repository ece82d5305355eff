"""What decides whether a number with a unit is a quantity. Data only."""

from __future__ import annotations

RIGHT_FIRST = frozenset({"개", "대", "가지", "종", "종류", "권역"})
"""Counters of kinds of things: what they count mostly follows (5개 분야)."""

OFTEN = frozenset({"회", "번", "차례"})
NOTHING_COUNTED = OFTEN | {"배", "단계", "사", "세", "살"}
"""Units beside which no counted noun stands."""
PERIOD_BEFORE = (
    r"(?<![가-힣])(?:매?[주월일]|연|매년|매달|하루|[연월주]간|분기|학기|반기|한 달|일주일|1년|1일)에?"
    r"[ ]?(?:평균|최대|최소|약)?[ ]?\Z"
)
"""주 3회 is a recurrence."""

PERSON_TERMS = (
    r"[ ]?(?:가구|가족|기업|미디어|방송|시위|창조|체제|칭|식|메뉴|용|실|승|분|조|팀|크리에이터|세대|전|[1-9])"
)
"""1인 가구 is a term."""

DEGREES = frozenset({"도", "℃", "°C"})
DEGREE_NOUNS = r"(?:온|온도|기온|수온|체온|위도|경도|북위|동경|각|각도|경사)\Z"
"""What degrees are of; a place beside them is where they were measured (서울 영하 5도)."""

GENERATIONS = (
    r"[ ]?(?:총선|대선|국회|대통령|의회|회장|총장|위원장|왕|임금|원장|사장|이사장|시장|군수|종손|후손|대 |[0-9])"
)
"""Nouns after 대 that say it means a generation (18대 총선) or a ratio."""

REIGNS = r"[ ]?(?:여왕|교황|국왕|황제|대왕|왕자|경영|동포|교포|체제)"
REIGN_BEFORE = r"(?:재벌|동포|오너|교포|한인|이민|창업주|총수) ?\Z"
"""Words about 세 that say it counts generations (재벌 3세, 2세 여왕)."""

BIG = (
    r"[ ]?(?:핵심|전략|분야|과제|사업|목표|실행|추진|중점|정책|프로젝트|원칙|국정|혁신|유망|주력|신산업|뿌리|미래|첨단"
    r"|성장|국가|전력|선도|특화|비전|가치|축|방향|방안|공약|시책|현안|뉴스|명소|브랜드|품목|수출|시장|강국|암|질환|범죄"
    r"|의무|분과|부문|권역|거점|광역시|도시|산업|기술|서비스|대책|지표|요소|위험|무역|그룹|기업|건설사|은행|손보사"
    r"|병원|종합|축제|관광|종단|종교|궁|작물|어종|안전|생활)"
)
"""Nouns after 대 that say it means big ones (7대 전략), also of 10대 and 30대 that are else ages."""

MACHINES = (
    r"(?:버스|차|차량|승용차|화물차|드론|로봇|카메라|CCTV|장비|트럭|택시|자전거|킥보드|오토바이|이륜차|컴퓨터|PC|단말기|노트북|에어컨|냉난방기"
    r"|정수기|보트|헬기|항공기|열차|트램|충전기|키오스크|자판기|모니터|프린터|TV|태블릿|태블릿PC|휠체어|청소기|선풍기|제습기|냉장고|세탁기"
    r"|소방차|펌프|발전기|변압기|엘리베이터|승강기|주차|기계|기기|단말|안내기|감지기|측정기|청정기|서버|전광판|피아노|트랙터|콤바인|지게차"
    r"|굴착기|살포기|세척기|제세동기|보일러|가로등|신호기|버스\(\S{1,8}\)|수리온|전차|자주포|전투기)(?:를|은|는|을|가|이)?"
    r"[ ]?(?:총|약|최대|모두)?[ ]?\Z"
)
"""Nouns before 대 that it counts (전기버스 30대); without them 30대 is an age."""

PREFIXES = r"(?:(?<![가-힣])[총약각단제]|[와과및등은는이가을를당만월연]|최대|최소|평균)\Z"
"""What may stand right before digits; after other syllables a counter of one syllable is part of a name (내덕1동)."""

SURE = frozenset({"개", "명", "곳", "건", "석", "평", "톤", "도", "인", "세", "차례", "가지"})
"""Counters of one syllable that make neither names nor words with what stands before them."""
