"""The pieces of dates and clock times; the named groups are the fields of a Point."""

from __future__ import annotations

from sasil.components.time.patterns.signs import (
    BLANK,
    BLANKS,
    BRACKETED_WEEKDAY,
    DASH,
    DAY,
    GLUED,
    HOUR,
    JOINER,
    MONTH,
    QUOTE,
    TILDE,
    WEEKDAYS,
    WORD_END,
    YEAR_4,
)

_NOT_COUNTED = """(?!
    개|명|건|년|월|%|억|만|천|원|배|호|회|위|차|단계|층|㎡|km|m|kg|조|인|종|곳|p
)"""
# 3월호, 월급, 월간: months that are no dates.
_OF_MONTH = "(?![호드급세령액수회]|간(?![가-힣])|간의|요일|말고)"
_OF_HOUR = rf"""(?=
    $|[^가-힣A-Za-z0-9]|{BLANK}[0-9]|부터|까지|에(?!너)|엔|께|쯤|경|를|는|로|와|가|나|이|을|의|대
    |이후|이전|전|정각|반|다(?![가-힣])|며(?![가-힣])|면(?![가-힣])|부로|였|입니|인[ ]
)(?!{BLANK}(?:방향|편의|[·ㆍ]{BLANK}[군도구]|[0-9]*[군도구](?![가-힣])))"""
_YEAR_ANY = "(?:1[0-9]|2[01])[0-9]{2}"
_QUARTER = rf"[1-4](?:/4)?{BLANK}분기"
_MINUTE = rf"{BLANK}(?P<minute>[0-5]?[0-9])분(?!의|기)"
_AT_HALF = "까지|부터|에[ ]|쯤|께|경"
_RUN = rf"(?:{JOINER}|[·ㆍ‧,])"
_SCORE = "(?:으로|로)?[ ]?(?:이겼|이기|승|완승|대승|패|졌|꺾|누르|눌렀|제압|앞섰|역전)"

PRESS_BEFORE = "(?:일보|신문|방송|뉴스|통신|경제|타임스|데일리|투데이|MBC|KBS|SBS|YTN|JTBC|TV)(?:[(]|[ ]?[(]?[·,][ ]?)$"
"""A press outlet, behind which stands when it reported."""

PIECES: dict[str, str] = {
    # 2024. 3. 5. · ’24.3.5. · 24.3.5.(화) · 2024-03-05 · 20240305
    "ymd": rf"""
        (?P<year>{QUOTE}[0-9]{{2}}|(?:1[6-9]|20)[0-9]{{2}})\.{BLANK}(?P<month>[0-9]{{1,2}})\.{BLANK}(?P<day>{DAY})
        (?![0-9])(?:\.(?!{BLANK}[0-9]{{1,3}}\.[0-9])|일(?![가-힣])|(?!\.)){_NOT_COUNTED}""",
    "ymd_two": rf"""
        (?P<year>[0-9]{{2}})\.{BLANK}(?P<month>{MONTH})\.{BLANK}(?P<day>{DAY})
        (?:\.?(?={BLANK}{BRACKETED_WEEKDAY})|\.(?={BLANK}(?:{TILDE}|배포|조간|석간|기준|현재|개최|시행|까지|부터)))
        |(?P<year_solid>[0-9]{{2}})\.(?P<month_solid>0[1-9]|1[0-2])\.(?P<day_solid>0[1-9]|[12][0-9]|3[01])
        (?:\.(?![0-9])|(?![0-9.%A-Za-z]))""",
    "ymd_sign": rf"""
        (?P<year>{YEAR_4})(?P<sign>[-/])(?P<month>[0-9]{{1,2}})(?P=sign)(?P<day>{DAY})(?![0-9/-])""",
    "ymd_solid": rf"""
        (?P<year>{YEAR_4})(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])(?![0-9A-Za-z가-힣%.,-])""",
    # ’24.3월 · ’24.3 · 2024. 3. · 2024.03
    "ym_quoted": rf"""
        (?P<year>{QUOTE}[0-9]{{2}})\.{BLANK}(?P<month>{MONTH})
        (?:월{_OF_MONTH}|\.(?!{BLANK}[0-9])|(?=부터|까지|에)|(?![0-9가-힣A-Z.%]|{BLANK}[억조만%]))""",
    "ym": rf"""
        (?P<year>{YEAR_4})\.{BLANK}(?P<month>{MONTH})
        (?:월{_OF_MONTH}|\.(?!{BLANK}[0-9])|(?={BLANK}(?:{TILDE}|[)\]]))|(?<=\.[01][0-9])(?![0-9.%가-힣A-Za-z]))""",
    # 3.5.(화) · 9. 3. 12:00 · 3/5(화)
    "md": rf"""
        (?P<month>{MONTH})\.{BLANK}(?P<day>{DAY})\.?
        (?={BLANK}{BRACKETED_WEEKDAY}|(?<=\.){BLANK}[0-9]{{1,2}}:[0-9]{{2}}|\){BLANK}(?:보도|기사)
            |(?<=\.){BLANK}{TILDE}{BLANK}{MONTH}\.{BLANK}{DAY}\.)""",
    # 6. 25. 개최, but not the head of a section (2. 1. 개요)
    "md_apart": rf"""
        (?<=[ (~∼,])(?P<month>{MONTH})\.[ ](?P<day>{DAY})\.(?=[ ][가-힣]|[ ]?[,)|]|까지|부터|자[ ]|에[ ]|$)""",
    # 나루일보(5.20) 보도, [나루방송, 5. 20.]
    "md_press": rf"(?<=[( ])(?P<month>{MONTH})\.[ ]?(?P<day>{DAY})\.?(?=[)\]])",
    # A cell or a bracket that holds nothing else: | 4. 2. | · 4. 2. | … · (4. 2.)
    "md_cell": rf"""
        (?:(?<=\|[ ])|(?<=\()|(?<=\n)(?=[0-9]{{1,2}}\.[ ]?[0-9]{{1,2}}\.[ ]\|))
        (?P<month>{MONTH})\.[ ]?(?P<day>{DAY})\.(?=[ ]\||\)|\n|$)""",
    "md_slash": rf"""
        (?P<month>{MONTH})/(?P<day>{DAY})
        (?={BLANK}{BRACKETED_WEEKDAY}|{BLANK}{TILDE}{BLANK}{MONTH}/{DAY}(?![0-9/.%]))""",
    # The right end of a range of such dates: ~ 4. 5. · ~ 15.
    "md_right": rf"(?P<month>{MONTH})(?:\.{BLANK}|/)(?P<day>{DAY})(?:\.(?![0-9])|(?![0-9.%가-힣A-Za-z/]))",
    "n_right": rf"(?P<last>{DAY})(?:\.(?!{BLANK}[0-9])|(?={BLANK}{BRACKETED_WEEKDAY}|[) ,]|$))",
    # 2024년 · 2024~2028년 · 2024~28년 · 2025학년도
    "year": rf"""
        (?:(?P<year_low>(?:1[0-9]|20)[0-9]{{2}}){BLANK}{JOINER}{BLANK}(?:(?P<year_short>[0-9]{{2}})(?=년))?)?
        (?P<year>{_YEAR_ANY})?(?<=[0-9])
        (?:
            년(?:도(?![가-힣]|{BLANK}(?:마찬|역시))|도(?=의|에|부터|까지|예산|본예|상반|하반))?
            (?!대|간|째|차|여[ 간]|만에|만의|[ ]?생|산[ ])
            |{BLANK}(?:학년도|회계연도)
        )""",
    # ’24년 · ’24 · ’24.1분기
    "year_quoted": rf"""
        (?P<year>{QUOTE}[0-9]{{2}})
        (?:
            년도?|\.(?={BLANK}(?:{_QUARTER}|[상하]반기|[1-4]Q(?![A-Za-z0-9])))|{BLANK}회계연도
            |(?![0-9가-힣A-Za-z%×]|\.[0-9])|(?=안|말|초|상반|하반)
        )""",
    # 24년 3월, 24년도 예산
    "year_two": rf"""
        (?P<year>[0-9]{{2}})년(?:
            도?(?={BLANK}(?:{MONTH}월{_OF_MONTH}|상반기|하반기|{_QUARTER}|말{WORD_END}|초{WORD_END}|[봄여가겨](?:름|을|울)?{WORD_END}))
            |도(?:(?![가-힣]|{BLANK}(?:더|안|채|못|넘|지나|훨|되지|걸리|함께))
                |(?=의[ ]|에[ 는도]|부터|까지|예산|본예|보다|기준))
        )""",
    "year_bare": rf"""
        (?P<year>{YEAR_4})(?:(?=(?:(?:[·ㆍ‧]|,{BLANK}){YEAR_4}){{1,9}}년(?!간))|(?={BLANK}(?:상반기|하반기|{_QUARTER}|[1-4]Q(?![A-Za-z0-9])|회계연도))|\.(?=[1-4]Q(?![A-Za-z0-9])))""",
    # A cell or a bracket that holds years alone: | 2021~2024 | · (2026~2028) · | 2024 | 2025 |
    "year_cell": rf"""
        (?:(?<=\|[ ])|(?<=[\n(])|(?<=기간[ ][:：][ ])|(?<=기간[:：][ ])|\A)
        (?:(?P<year_low>{YEAR_4}){BLANK}{JOINER}{BLANK}(?P<year_short>[0-9]{{2}}(?![0-9]))?)?
        (?P<year>{YEAR_4})?(?<=[0-9])(?=[ ]\||[\n)]|$)""",
    "decade": rf"""
        (?:(?P<decade_low>(?:1[0-9]|20)[0-9]0|[2-9]0){BLANK}{TILDE}{BLANK})?
        (?P<decade>(?:1[0-9]|20)[0-9]0|[2-9]0)년대(?!학생)""",
    "century": rf"(?P<century>[12][0-9]|[4-9])세기(?!{BLANK}(?:동안|만에|간|가까이|넘|이상))",
    # Behind a year: 올 설, 전년 동기, 올 한 해, 새해 첫날
    "seollal": "설(?=에|을|부터|까지|보다|의|[ ,.)]|$)",
    "same_period": rf"""
        (?:동기|동월|동분기|동일{BLANK}기간|같은{BLANK}(?:기간|달|분기|시기)|이맘때)
        (?:(?![가-힣])|(?=에|의|보다|대비|와|과|까지|는|은|비(?![가-힣])))""",
    "whole": "시즌(?![가-힣])|한[ ]?해(?:(?![가-힣])|(?=를|의|에|도))",
    "first_day": rf"(?P<first_day>첫{BLANK}날)(?:(?![가-힣])|(?=에|인|부터|을|은))",
    # 3월 · 1~2월 · 3·4월
    "month": rf"(?:(?P<month_low>{MONTH}){BLANK}(?P<month_mark>{_RUN}){BLANK})?(?P<month>{MONTH})월{_OF_MONTH}",
    "day": rf"(?:(?P<day_low>{DAY}){BLANK}(?P<day_mark>{_RUN}){BLANK})?(?P<day>{DAY})일(?:{GLUED}|(?=생))",
    # 4월 29∼5월 1일: the unit stands behind the other end only.
    "day_bare": rf"(?P<day>{DAY})(?={BLANK}{TILDE}{BLANK}{MONTH}월{BLANK}{DAY}일)",
    # 3분기 · 1~3분기 · 1/4분기 · 3Q
    "quarter": rf"""
        (?:(?P<quarter_low>[1-4])(?:/4)?{BLANK}(?P<quarter_mark>{_RUN}){BLANK})?
        (?P<quarter>[1-4])(?:/4)?{BLANK}분기(?![별점당]|마다|{BLANK}(?:연속|만에|동안|{TILDE}))
        |(?P<quarter_q>[1-4])Q(?P<year_q>[0-9]{{2}})?(?![A-Za-z0-9])
        |(?P<half_h>[12])H(?P<year_h>[0-9]{{2}})(?![A-Za-z0-9])""",
    "term": "(?P<term>[12])학기(?!제|당|별)",
    # 첫째 주 · 2주차 · 둘째 월요일
    "nth": rf"""
        (?P<nth>첫째|첫|둘째|셋째|넷째|다섯째|마지막|[1-5])
        (?:{BLANK}주차?(?:(?![가-힣])|(?=에|부터|까지|의))|(?={BLANK}(?:[{WEEKDAYS}]요일|주말)))""",
    "weekday": rf"\((?P<weekday>[{WEEKDAYS}])(?:요일)?\)",
    "weekday_word": rf"(?P<weekday>[{WEEKDAYS}])요일(?![가-힣]*마다)",
    # 오늘(5일)
    "day_named": rf"\((?P<day_said>{DAY})일(?:{BLANK},?{BLANK}[{WEEKDAYS}](?:요일)?)?\)",
    # 10시 · 9~18시 · 2시 30분 · 7시 반 · 14:00 · 오후 두 시
    "clock": rf"""
        (?:(?P<hour_low>{HOUR}){BLANK}{TILDE}{BLANK})?(?P<hour>{HOUR})시{_OF_HOUR}
        (?:
            {_MINUTE}|{BLANK}정각|{BLANK}(?P<half_past>반)(?:(?![가-힣]|{BLANK}[가-힣]+에서)|(?={_AT_HALF}))
        )?""",
    "colon": rf"(?P<hour>{HOUR}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9:]|{_SCORE})",
    "clock_word": rf"""
        (?P<hour_word>열한|열두|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열){BLANK}시(?![가-힣]|{BLANK}간)
        (?:{_MINUTE}|{BLANK}(?P<half_past>반)(?:{WORD_END}|(?={_AT_HALF})))?""",
}

# What must stand behind a word of each kind of the lexicon `time_words`, that it be one.
TAILS: dict[str, str] = {
    **dict.fromkeys(("new_year", "month", "day", "same_day", "trading_day"), GLUED),
    # 골을 내주며, 자리를 내주는: to give away
    "week": rf"""(?!(?<=내주)(?:며|고|지|면|기|었|자[ ]|려|어|다|던|도록|겠|게|시|십)|(?<=[을를로][ ]내주)[는은])
        (?:{GLUED})""",
    **dict.fromkeys(("same_time", "quarter", "year_part", "season"), GLUED),
    **dict.fromkeys(("same_year", "same_month", "same_quarter"), f"{GLUED}|(?=비(?![가-힣])|동기|동월|동분기|같은)"),
    "month_part": f"(?![ ](?:평가|고사|결산))(?:{GLUED})",
    "year": f"{GLUED}|(?=말|초(?![가-힣])|상반|하반|봄|여름|가을|겨울|[0-9])",
    "year_short": rf"""(?={BLANK}(?:
        [0-9]|상반|하반|봄|여름|가을|겨울|연말|연초|추석|설|[초말](?:{WORD_END}|까|에|부)|들어|시즌|한{BLANK}해
        |한[ ]해|정기국회|임시국회|국정감사|국감|수능|정기총회|주주총회|김장|벼농사|입시
    ))""",
    "half": "(?!별|마다)",
    "part": f"""{WORD_END}|(?=
        에|부터|까지|은|을|의|로|으로|이[ 나어었라며고면다]|쯤|께|경|무렵|보다|기준|현재|대비|이후|이전|만(?![가-힣])
    )""",
    "lead": r"(?=[ \u00a0\u3000]|[0-9]|봄|여름|가을|겨울|연말)",
    "weekend": f"(?![가-힣A-Za-z]|{BLANK}농장)|(?=에|부터|까지|은|을|과|의|이[ 나])",
    "daypart": r"(?=[ \u00a0\u3000]|[0-9]|$|[,.)~∼\n]|에|부터|까지|늦|중|한|두|세|열)",
    "noon": f"{WORD_END}|(?=에|엔|부터|까지|을|이[ 다]|께|무렵|쯤|경)",
}

LUNAR_NEW_YEAR = """설(?=
    을[ ](?:앞|맞|전)|[ ](?:앞|전|대목|귀성|차례|선물|성수)|에는?[ ]|과[ ]추석|[·,][ ]?추석
)"""
"""설 by itself: one syllable that begins and ends many words."""
FESTIVAL_TAIL = "(?:(?![가-힣])|(?=에|을|를|은|는|과|와|이|도|의|까지|부터|보다|맞이|인[ ]))"

YEAR_OF_NAME = r"""
    [ ](?!(?<=2030[ ])(?:세대|청년|여성|남성|직장인|고객|소비자))[가-힣A-Za-z]
    [^\n,.()|‘’“”'"「」『』<>…·:~0-9]{1,30}?"""
"""‘2025 나루 정원박람회’: what stands between the year and the last word of a name, without an end of a phrase."""
NAME_END = "(?![가-힣]|[ ](?:조직위|추진위|집행위|사무국|재단|추진단))|(?=[을를은는이가의에와과도로](?![가-힣]{2}))"
JOINERS = rf"{BLANK}(?:(?P<tilde>{TILDE})|(?P<dash>{DASH})|(?P<from>부터|에서)){BLANK}"
JOINER_STARTS = BLANKS | frozenset("~∼～〜˜∽-–—부에")
TO = rf"{BLANK}까지|(?=[ ]사이)"
"""A range: two points with a joiner between them; 부터 and 에서 want 까지 behind the second."""

LISTED = r"[0-9]일(?:\([월화수목금토일]\))?(?:과|와|,|·|ㆍ)[ ]?\Z"
"""A day in front of another one: 16일과 17일."""
ABOUT_STARTS = frozenset(" 경께쯤무즈")
ABOUT = r"[ ]?(?:경|께|쯤|무렵|즈음)(?=[ ,.)에까부의은과]|$|\n|이[면 다])"
"""Approximation of a date or clock time, the last word of it."""
