"""Lengths of time: units behind numbers, what makes a length of 5일, and what limits it."""

from __future__ import annotations

from sasil.components.time.patterns.signs import BLANK

# 10일간, 30일 이내, 2000년 동안: a number of days or years, and no date.
LENGTH_AFTER = rf"""{BLANK}(?:
    간(?![가-힣])|간(?=의|에|은|을|도|씩|이[ 다나]|만|으로)|동안|연속|내내|만(?=에|의|이[다며고]|인[ ])|만{BLANK}(?=에)
    |이내|내(?=에|로|[ ,.)]|$)|이상|이하|미만|초과|안(?=에|으로)|정도|가량|남짓|여(?=[ 만의간])|째|넘|가까이|짜리
    |치(?=[ 가를의])|분(?=[ 의을]|량)|단위|전(?=[ 에까보이,.)]|$)|후(?=[ 에부,.)]|$)|뒤|차(?![가-힣])
    |(?:이{BLANK})?(?:걸[리린렸려릴]|소요|경과)|이{BLANK}(?:지나|넘|남)|더(?=[ ])|간격|주기|마다|씩
    |의{BLANK}(?:역사|기간|시간|휴가|여정|일정|말미)|로{BLANK}(?:늘[어렸리릴]|늘$|줄[어었이인일였]|단축)
    |에서{BLANK}[0-9]{{1,3}}일로{BLANK}(?:늘|줄|단축)
)"""
DAYS_AFTER = rf"""{BLANK}(?:
    일정|코스|과정|휴가|휴무|숙박|격리|이용권|연휴|여행|교육(?!청|부|감|지원)|평균|최대|이용|처리|생산|급수|교통량|유동
    |[0-9]+{BLANK}(?:회|번|시간|차례)|1인|생활권|이면{BLANK}(?:충분|된)
)"""
# 최대 5일, 1박 2일, 휴가 5일: the same, by what stands before.
LENGTH_BEFORE = rf"""(?:
    최대|최장|최소|평균|총|약|무려|꼬박|박|(?<![가-힣])(?:단|만|주)|기간[은을이]?|[휴연병공]가|연차|정지|구류|불과|남은|무급|유급
    |:{BLANK}총
    |날부터|날로부터|[가-힣]일부터|[가-힣]일로부터
)[ ]?$"""
TERM_BEFORE = "(?:징역|금고|형|실형|구형|집행유예|복역|장기|단기)[ ]?$"
TERM_AFTER = "(?:의|을)?[ ]?(?:징역|금고|실형)"
MONTHS_OF_TERM = rf"{BLANK}(?P<months>[0-9]{{1,2}})월"
"""징역 1년 6월: a prison term counts months without 개."""

_PARTICLE = rf"""(?=
    [을를은도만에](?![가-힣]{{2}}|의)|이(?=[ 나면며다었라고]|{BLANK}[0-9걸지넘남])|의(?!{BLANK}[0-9일이삼사오])
    |으로|로(?=[ ]|써|도)|부터|까지|씩|마다|보다|과[ ]|와[ ]|나[ ]|밖에|처럼|만큼|정도|가량|남짓|쯤|간|동안|이내|이상
    |이하|미만|초과|내(?=[ 에로])|만에|안에|짜리|여(?=[ 간만의에])|째|전|뒤|후|넘|대[에로의 ]|면[ ,]|이?였|입니
    |임(?![가-힣])|[0-9]+초
)"""
"""What may be written onto a unit of time that is a syllable of many other words."""
PEOPLE_BEFORE = """(?:
    어르신|할머니|할아버지|님|유공자|수상자|생존자|참가자|참석자|주민|시민|회원|위원|의원|선생|환자|작가|교수|박사|장인|명인|가족
)[ ]?$"""
"""어르신 17분: people whom 분 counts with respect."""
_ORDINAL = rf"{BLANK}차(?:(?![가-힣])|(?=[부에인를의가는까은]))"
"""4년 차부터: the fourth year."""

UNITS = rf"""{BLANK}(?:
    (?P<Y>개년(?!도)|년(?![도생산근대제형차식호지]|{_ORDINAL})
        |년(?=도[ ](?:더|안|채|못|넘|지나|훨|되지|걸리)|형[이을에의과까 ]))
    |(?P<M>개월(?![령차]|{_ORDINAL})|달(?![러성빛력리콤맞라걀팽구]))
    |(?P<W>주(?=간|일|나[ ]|째|씩|동안|마다|이내|이상|만에|만의|에|의|는|가|를|[ ,.)~]|$
        |로(?=[ ](?:늘|줄|단축|연장))|까지|부터|도[ ]|이면)일?(?![기차]))
    |(?P<D>일(?!{_ORDINAL})(?:(?![가-힣])|{_PARTICLE}|(?=분|치(?=[ 가를의])|만(?:인|의))))
    |(?P<TH>시간(?![제대표당별강]))
    |(?P<TM>분(?:(?![가-힣])|{_PARTICLE}))
    |(?P<TMS>ms(?![A-Za-z])|밀리초)
    |(?P<TS>초(?:(?![가-힣])|{_PARTICLE}|(?=가(?![가-힣]))))
    |(?P<Q>(?:개{BLANK})?분기(?={BLANK}(?:연속|만에|동안|째|내내)|간|째))
    |(?P<H>개{BLANK}반기)
    |(?P<C>세기(?={BLANK}(?:동안|만에|간|가까이|넘|이상|가|를)))
    |(?P<YY>해(?=를|에|가|째|{BLANK}(?:동안|만에|연속|째|전|뒤|가까이|넘)))
)"""
"""Units of time behind a number."""
MORE_UNITS = rf"""{BLANK}(?:
    (?P<M>개월|달(?![러성빛력리]))|(?P<W>주(?![년차기]))|(?P<D>일(?![자반부]))
    |(?P<TH>시간)|(?P<TM>분(?!의|기))|(?P<TS>초(?![등중고]))
)"""
"""Units behind the second number of a length (1시간 18분으로), where nothing else can be meant."""
HALF_MORE = rf"{BLANK}반(?=$|[^가-힣]|이|을|에|가|만|동안|째)"
NIGHTS = rf"(?P<nights>[0-9]{{1,2}}){BLANK}박{BLANK}(?P<days>[0-9]{{1,2}})일"
RATE_AFTER = """[ ]?(?:
    평균|최대|이용|처리|생산|급수|교통량|유동|[0-9]+[ ]?(?:회|번|시간|차례)|1인|생활권|권
)"""
"""1일 320t: what is counted a day."""
_AMOUNT = rf"[ ](?:약[ ]|최대[ ])?[0-9][0-9,.]*(?:{BLANK}여)?[십백천만억]*여?{BLANK}"
MEASURE_OF_DAY = rf"{_AMOUNT}(?:톤|t(?![A-Za-z])|㎥|㎘|kW|㎾|MW|kg|㎏|ℓ|L(?![A-Za-z])|리터|배럴|TEU|N㎥)"
COUNT_OF_DAY = rf"{_AMOUNT}(?:명|인(?![가-힣])|대|건|편|회|마리|가구|장|식|원|왕복|달러)"
"""1일 8만 톤, 1일 3천 명: what is handled a day."""
COUNTED_IN_JU = "주식|심|식재|묘목|나무|그루|지분|매수|매입|매각|보통주"
"""Shares and trees are counted in 주 too."""

# Words of length: 사흘, 반년.
_ALWAYS = "이면|간|동안|만|째|연속|내내|를|앞|전|뒤|후|까지|도|이내|여|치|씩|가량|정도|쯤|마다|안|넘|남짓|새"
_APART = r"""[ ](?:
    동안|만에|간|연속|내내|전|뒤|후|앞|새|사이|째|이상|이내|안에|넘|남짓|가량|정도|더|가까이|걸|일정|연휴|종일|미|앞당|늦|빠르
    |연장|휴|쉬
)"""
LENGTH_TAIL = rf"(?={_ALWAYS}|에|을|은|의|이[ 나다었]|가|[,.)~]|$|\n|{_APART})"
DAY_LENGTH_TAIL = rf"(?={_ALWAYS}|는|을|은|이[ 나다]|\n|{_APART})"
"""하루 is a length before fewer words than the others: it also says a rate (하루 320t, 하루에 열 번)."""
YEAR_LENGTH_TAIL = rf"(?={_ALWAYS}|에만?[ ]|를|의|[ ](?![0-9]|평균|수십|수백))"
"""한 해 is a rate before a number (한 해 3만 명)."""
YEAR_TOLD = ("지난 ", "최근 ", "올 ", "년 ", "해 ")
"""지난 한 해 3만 명: of a year that is told."""
SURE_TAIL = rf"(?={_ALWAYS}|에|을|은|의|이[ 나다었]|[^가-힣]|$)"
"""사흘, 열흘 and their like can be nothing else."""
SURE = frozenset(("이틀", "사흘", "나흘", "닷새", "엿새", "여드레", "아흐레", "열흘"))
RATE_OF_MONTH = r"(?:[0-9][0-9,.]*|[수몇]?[십백천만]+)[천백십만억]*[ ]?(?:원|만|천|명|건|대|톤|개)"
RATE_OF_MONTH += "|평균(?![ ][0-9한두세네]+[ ]?(?:회|번|차례))"
"""한 달 20만 원: what is paid or counted a month."""
VAGUE_TAIL = "(?![가-힣])|(?=간|동안|만에|째|에|의|전|뒤|을|이|씩|내)"

AGO = (
    r"여?[ ]?(?P<ago>전|뒤|후)"
    r"(?=[ ,.()]|$|\n|에|엔|까지|보다|부터|의|과|만|이[ 다]|이?면[ ,]|이?라[고는도]|인|쯤|처럼)"
)
AGO_PART = rf"{BLANK}(?:(?P<season>봄|여름|가을|겨울)|(?P<month>1[0-2]|[1-9])월)(?![가-힣]|{BLANK}[0-9])"
"""2년 전 여름, 3년 전 5월."""
DUTY = r"[^.\n]{0,40}?(?:[가-힣]야[ ]?(?:한다|함|합니|하[며고는지]|된다|됨|됩니)|면[ ](?:된|됩)|할[ ]수[ ]있)"
"""10일 전 통보해야 한다: days that a rule asks for, before an act."""
AGO_ALONE = r"""(?:
    ^|[\n\t(“‘"',.…·:]|(?:올라|내려|늘어|줄어|떨어져|높아져|많아져)|[은는이가을를에의도로와과서며고만해나면여데던]|약|불과|무려|이미|바로|딱|꼭|정확히|지금으로부터|벌써|보다
)[ ]?$"""
"""What stands before 3년 전 when it counts from today; another noun (시행 3개월 전) is what it counts from."""
AFTER_EVENT = "(?:부터|로부터|후|뒤|이후|이래|[가-힣]일)[ ]?$"

OVER = "여(?=[ ,.)간만의째를가로동]|에서|$)"
"""9개월여: more than that."""
WITHIN = r"[ ]?내(?=[에로 ,.)]|$)"
"""2주 내에: no more than that."""
