"""What the words around a date tell: its direction, its role in the sentence, and the publication date."""

from __future__ import annotations

from sasil.components.time.patterns.signs import BLANK, QUOTE, WEEKDAYS, YEAR_4

SENTENCE_END = r"""\n|(?:(?<![0-9])[.。]|[!?])(?=[\s"”’')\]]|$)"""

_VERBS = (
    "개최|체결|발표|출범|개통|준공|착공|완공|선정|확정|제정|개정|설립|수립|개관|개교|출시|마무리|시작|도입|개막|공개|지정|승인|의결"
    "|통과|신설|취임|입학|설치|진행|실시|접수|제출|발생|완료|조성|마련|구성|착수|선포|공포|공고|고시|결정|합의|출원|등록|배포|방문"
    "|창단|창립"
)
_PAST_VERBS = f"(?:{_VERBS})"
_DONE = "만난|찾은|다녀간|열린|맺은|선보인|지은|세운|만든|치러진|이뤄진|연|뽑힌|내놓은|밝힌|낸"
_DONE_BEFORE = "마친|거친|치른|받은"
_OPENING = "열리|개최되|시행되|시작되|개막하"
_PLANS = "예정|기로[ ](?:했|한|하|결)|앞두고|목표(?:로|다|이|를)|계획(?:이|입|다)|방침(?:이|입)|전망(?:이|된|되|했)"


def _firsts(*words: str) -> str:
    """Return the first syllables of words between bars."""
    return "".join(sorted({word[0] for each in words for word in each.split("|") if word[0].isalpha()}))


def _ending_in(final: int, but: str = "") -> str:
    """Return the syllables with a final consonant, by its number in Unicode's order, as a class."""
    return "".join(chr(0xAC00 + 28 * i + final) for i in range(399) if chr(0xAC00 + 28 * i + final) not in but)


_DID = _ending_in(20, "있겠")  # ㅆ: 했, 열었
_WILL = _ending_in(8)  # ㄹ: 열 계획
_DOES = _ending_in(4)  # ㄴ: 연다
_POLITE = _ending_in(17, "입습랍립")  # ㅂ: 엽니다

CUES = rf"""
    (?=[겠{_DID}{_WILL}{_DOES}{_POLITE}{_firsts(_VERBS, _DONE, _DONE_BEFORE, _OPENING, _PLANS)}])(?:
    (?P<future>{_PLANS}|(?<![있았었했])겠(?=다|습|으나|지만|고|네)
        |[{_WILL}][ ]?(?:것(?!으로[ ](?:나타|조사|집계|확인))|계획|방침|전망|참이|듯))
    |(?P<past>
        [{_DID}](?=다|고|으|지|는데|던|습|을|음|기|네)|{_PAST_VERBS}(?:한|된)(?=[ ])
        |(?:{_DONE_BEFORE})(?=[ ](?![뒤후]))|(?:{_DONE})(?=[ ])
    )
    |(?P<present>(?:[{_DOES}]|[{_POLITE}]니)다(?:(?![가-힣])|(?=고|며|는))|(?:{_OPENING})는))"""
"""What shows the direction of a date: words of the future, the past tense, the present tense that announces."""
RESULTS = r"""[^\n.]{0,20}?(?:
    실적|성적표|매출|영업이익|영업손실|순이익|순손실|수출액|수출은|성장률|잠정|어닝|누적
)"""
AHEAD_BEFORE = ("향후 ", "앞으로 ")
MEASURED_BEFORE = ("집계한 ", "조사한 ", "발표한 ", "산출한 ", "측정한 ", "기록한 ", "보고한 ")
"""클락슨이 집계한 11월 선가: figures are of a time that is over."""
SET_FOR = "(?:으?로)[ ](?:잡|정해|정했|확정|미뤄|미뤘|늦춰|늦췄|연기|앞당)"
"""9월 15일로 잡혔다: a date that is set lies ahead, though it was set in the past."""
TOPIC_BEFORE = ("은 ", "는 ", "이 ", "가 ")
REPORT_AFTER = """[ ]?(?:이같이|이처럼|이렇게|공식|최종)?[ ]?(?:
    밝혔|말했|전했|알렸|설명했|발표했|공개했|강조했|밝힌
)"""
_BODY = "[가-힣A-Za-z㈜·()]{1,14}"
AS_OF = rf"(?:[ ]?(?:기준|현재)(?![가-힣]{{2}})|[ ](?:{_BODY}[ ]){{0,2}}{_BODY}에[ ](?:따르면|의하면))"
"""9월 말 기준, 17일 시에 따르면: what stood or was said then."""
COMPARED_AFTER = "[ ]?(?:보다|대비|에[ ]비해|에[ ]비하면|과[ ]비교|와[ ]비교)"
ADNOMINAL = rf"{_PAST_VERBS}(?:한|된)[ ]|[해아어][ ]온[ ]|(?:열린|맺은|마친|지은|세운|만든|받은)[ ]"
ROWS = r"""[^\n]*\n(?:[^\n]*[ ]\|[ ]|[ ]*[-–—·•*○ㅇ◦□▪▶①-⑳가-하0-9][.)]?[ ])[^\n]*"""
"""What lies between the dates of two rows or items of a list, one below the other."""
BUILDING = "착공|기공|첫[ ]삽|공사|건립|짓[고는기]"
"""Works take years: what begins them settles no year by the date that ends them."""

_FULL_DATE = rf"""(?=['’‘′`12])(?P<date>(?:{QUOTE}[0-9]{{2}}|{YEAR_4})(?:
    \.{BLANK}[0-9]{{1,2}}\.{BLANK}[0-9]{{1,2}}\.?|년{BLANK}[0-9]{{1,2}}월{BLANK}[0-9]{{1,2}}일|-[0-9]{{2}}-[0-9]{{2}}
))"""
_LABEL = rf"""(?=[보배등작게발공기입승송])(?:
    보도{BLANK}(?:시점|일시|일자|일)|배포{BLANK}(?:시점|일시|일자|일)?|(?:등록|작성|게시){BLANK}일시?|(?:발행|공고){BLANK}일
    |(?:기사)?입력|승인|송고
)"""
PUBLISHED: tuple[str, ...] = (
    rf"{_LABEL}[ \u00a0\u3000\r\n|:：]{{0,6}}(?:\((?:온라인|인터넷)\){BLANK})?{_FULL_DATE}",
    rf"(?m:^)[ \t]*{_FULL_DATE}{BLANK}(?:\([{WEEKDAYS}]\))?(?:{BLANK}[0-9]{{1,2}}:[0-9]{{2}})?[ \t\r]*(?:[—–]|(?m:$))",
    rf"{_FULL_DATE}(?:\([{WEEKDAYS}]\))?{BLANK}(?:배포|조간|석간)",
)
"""Where a text says when it was published: behind a label, alone on a line, or before the first dash."""
