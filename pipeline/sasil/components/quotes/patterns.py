"""What stands around a quote: marks, the ending that makes speech of words, and the words that tell the speaker."""

from __future__ import annotations

import re
from functools import cache

from sasil.lexicons import lexicon

MARKS = re.compile(r"[“”‘’\"＂']")
YEAR = re.compile(r"\d{2}(?:[.∼~년\-/]|\d{2})")
"""What follows an apostrophe that stands for the first figures of a year: ’24년."""

QUOTATIVE = re.compile(
    r"(?:이?라)?(?:며|면서도?)(?=[\s,.“\"]|$)|이?라?고(?:도|까지|만)?(?=[\s,.“\"]|$|말|했|밝|강|덧|전|설|당)|라(?=며)"
    r"|이?라(?= (?:했|말했|답했|적었|썼|덧붙|강조|밝혔|부연|설명))"
)
"""The endings that hang speech on a verb: …고, …라며, …이라면서."""

DOING = re.compile(r" ?하(?:며|고|면서|더니|자|더라고)(?=[\s,])")
"""What hangs a sentence on a verb by doing so: “다 보이네” 하며."""

LISTED = re.compile(r"(?:,|·| ?[와과])? ?")
"""What stands between several quotes of one verb."""

DESCRIBED = re.compile(r"(?:[가-힣0-9·]{1,10} ){0,3}")
"""What may stand between a sentence in marks and the person whom it describes."""

ASKED = re.compile(
    r"(?:이?라)?(?:는|던|란) ?(?:[가-힣]{1,6}의? )?"
    r"(?:질문|물음|문의|주문|요청|지적|우려|비판|반론)에(?:는|도| 대해|게)?[ ,]"
)
"""What follows words that someone else answers: “언제 여느냐”는 질문에."""

INSCRIBED = re.compile(r"이?라?고 (?:또렷이 |크게 )?(?:적혀|적힌|새겨|쓰여|쓰인|씌어|박혀)")
"""What follows words that stand written somewhere: “…”라고 새겨져 있다."""

POSSESSIVE = re.compile(r"(?: ?[가-힣A-Za-z0-9·]{1,15}){0,3}?(?:\([^()\n]{1,20}\))?(?: ?씨)?의 ")
"""What stands between a name and the quote that is theirs: 구도윤 의원의 “…”."""

DASH = re.compile(r" ?[-–—―] ?")
"""What leads to who said it, behind a quote: “또 온다” - 나은결."""

SAYING = re.compile(r"(?:이?라)?(?:는|던|란) ?(?=[가-힣])")
"""The endings that hang speech on a noun: …는 입장, …라는 평가."""

FINITE = re.compile(
    r"(?:[가-힣](?:다|요|까|죠|자|라|네|군|냐|줘|돼|봐|걸)|니다|세요|달라|주길|할 것|일 것|될 것|겠음)[.!?…~\s]*$"
)
"""How words end that are a sentence."""

BULLETS = re.compile(r"(?:[ \t]*[◆◇■□▶▷●○※*\-])?[ \t]*")
"""What may stand before speech that fills its line."""

UNFINISHED = re.compile(r"(?:이?라)?(?:며|면서도?|고),?\s{1,4}[□■○◦ㅇ●▷▶\-*※]?\s{0,4}")
"""What keeps the speaker across a line end: “…”이라면서, and the next words under a bullet."""

BLANK = re.compile(r"\s*")
BODY = re.compile(r"^(?:[ \t]*[□ㅇ○]|[^\n]*[가-힣]\.(?=[\s”\"’]|$)|[^\n]{90})", re.MULTILINE)
"""The first line that is no title: a full sentence, a bullet, a long line."""

CLAUSE = re.compile(r"[가-힣](?:이|가|을|를|도|에서|까지|부터|에게|한테) ")
"""What makes a clause of words without a verb at their end: “청년이 돌아오는 섬”."""

REPORT = re.compile(r" (?:제하의? )?(?:기사|보도|사설|칼럼)(?![가-힣]{2})")
"""What follows the headline of a report that a release answers."""

NOUN_AFTER = re.compile(r" ?[가-힣A-Za-z]")
PARTICLE_AFTER = re.compile(
    r"(?:을|를|은|이(?!라)|가|의|에|로|으로|와|과|도|만|나|이나|에서|에게|까지|부터|처럼|보다|이란|란|인|식|형|급|호|상|등)"
)

SENTENCE_END = re.compile(r"(?<=[다요까죠])[.!?](?=\s|$)|\n")

SUBJECT = re.compile(
    r"(?:[ ·]?[가-힣A-Za-z0-9·㈜]{1,20}(?<![을를에로])){0,4}?"
    r"(?:\([^()\n]{1,30}\)(?: [가-힣]{1,10}(?<![을를에로]))?)?(?: ?씨)?"
    r"(은|는|이|가|도|께서는|께서|역시|측은|측이|에 따르면|에 의하면)(?=[\s,“\"]|$)"
)
"""What may follow a name that is the subject: title and particle."""

OWNER = re.compile(r"(?: ?[가-힣A-Za-z0-9·]{1,15}){0,3}?(?: ?씨)?(?:의|이) (?=[가-힣])")
BEFORE_QUOTE = re.compile(r"(?: ?[가-힣A-Za-z0-9·]{1,15}){0,2}?(?: ?씨)?[ :,]*$")
"""What stands between a name and its quote in a headline or an interview: 허성무 시장 “…”."""

SAID_NAME = re.compile(r"(?: ?[가-힣A-Za-z0-9·]{1,15}){0,3}?(?: ?씨)?(?:의|이|는|은|가|도)(?=\s)")

BODY_TOPIC = re.compile(
    r"(?:[가-힣A-Za-z0-9·㈜]{1,15} ){0,2}[가-힣A-Za-z0-9·㈜]{0,15}"
    r"(?:위원회|협회|협의회|연합회|조합|연대|노조|단체|상인회|번영회|총학생회|교육청|경찰|검찰|법원|병원|대학|연구원|연구소|재단"
    r"|[가-힣]센터|진흥원|공단|학회|의회|연맹|노총|상공회의소|경실련|총동문회|거래소|증권|은행|신문|방송|통신)$"
)
"""An organisation that the finder of names may have missed, as the subject."""

KINDS = {
    "학교": ("학교", "대학", "대"),
    "대학": ("대학교", "대학", "대"),
    "노조": ("노조", "노동조합", "노동조합지부"),
    "조합": ("조합",),
    "당국": ("청", "부", "처", "서", "시", "군", "구", "도"),
    "경찰": ("경찰청", "경찰서"),
    "검찰": ("지검", "검찰청", "지청"),
}
"""How the names end of what a common noun means, where it is not the noun itself."""

COMPANY = ("회사", "업체", "기업", "사측", "제작사", "운영사", "시공사", "주최사")
OWN_KIND = frozenset(
    ("노조", "노동조합", "경찰", "검찰", "법원", "대책위", "비대위", "추진위", "병원", "은행", "학교", "의회")
)
"""Common nouns for bodies that are never meant by a body of another kind."""

NO_COMPANY = re.compile(
    r"(?:[시도군구]|부|처|청|원|국|위원회|의회|학교|대학|대|협회|학회|공사|공단|재단|진흥원|연구[원소]|센터|법원|노조|조합"
    r"|경찰서|소방서|보건소|거래소|국회|연합회?|협의회|신문|일보|방송|연맹|박물관|미술관|도서관|병원|[가-힣]과|[가-힣]팀)$"
)
"""How the names of bodies end that are no companies."""

TOPIC = re.compile(r"(?:\([^()\n]{1,40}\))?(?:은|는|이|가|에서는)(?=[\s,])")
"""What follows the body that a sentence is about."""


def is_kind(name: str, noun: str) -> bool:
    """Tell whether a body is of the kind that a common noun names.

    >>> is_kind("한빛대학교", "대학"), is_kind("㈜새솔", "회사"), is_kind("나루시", "회사")
    (True, True, False)
    """
    if noun in COMPANY:
        return NO_COMPANY.search(name) is None
    return name.endswith(KINDS.get(noun, (noun,)))


IN_MARKS = re.compile(r"(?:^|\s)[‘'“\"]([^‘’'“”\"]{2,30})[’'”\"]$")
"""A name in marks that is the subject: 환경단체 ‘푸른갯벌’."""

HIDES = re.compile(
    r"(?:관계자|당국자|측|변호인|변호사|대변인|보좌관|비서관|직원|가족|유족|아들|딸|부인|남편|어머니|아버지)(?:들)?$"
)
"""What makes of a name before it someone else, without a name: 고은별 의원 측."""

COUNT = re.compile(r"(?:\s?(?:\d[\d,]*여?|[한두세네몇]|수십|수백|다섯|여러)\s?(?:명|인|분|곳|가구|개사)(?:가량|여)?)$")
"""How many speak, behind who they are: 주민 70여 명."""

UNIT = re.compile(r"(?:본부|지사|지부|실|국|과|팀|부)$")
"""How the unit of a body ends, which stands behind the body's name."""

PARENT = re.compile(r"(?:[가-힣][시군구도부처청]|공사|공단|재단|은행|전자|대학교|병원)$")
"""How a body ends whose units stand behind its name: 나루시 농정과."""

LOOSE = re.compile(r"[은는을를에의도로며고과와]$")
NAMED = re.compile(r"[가-힣]{3} [가-힣A-Za-z0-9]{2,15} (?:애널리스트|연구원|대변인|교사|임원)")
"""A name, a body and a title that may also stand without a name: 경가람 누리증권 애널리스트."""

CALLED = re.compile(r"(?:^| )([가-힣]{2,4}) ?(씨|양|군|옹|학생|할머니|할아버지|어르신)$")

AGED = re.compile(
    r"(?:.{0,30}(?<![가-힣]))?([가-힣]{2,4}) ?\((?:[남여] ?[·,] ?)?\d{2}세?(?: ?[·,] ?[남여])?\)(?: ?[가-힣]{1,6})?$"
)
"""A name that the finder of names may have missed, shown by its age: 마옥분(79) 할머니는."""

OF_SPEECH = re.compile(
    r"(?:이?라)?(?:는|던) ?(?:것이 |것은 |게 |점이 )?"
    r"((?:[가-힣A-Za-z0-9·]{1,12} ){0,2}?[가-힣A-Za-z0-9]{1,12}?)(?:의(?: 한결같은)?|(?<=측)) "
    r"(?:말|전화|호소|증언|설명|지적|하소연|이야기|얘기|편지|목소리|부탁|바람|주장|입장|생각|판단|전언|귀띔|분석|평가|소감"
    r"|당부|의견|전망|반응|요구|해명)"
)
"""Whose words they are, after a quote: “…”는 할머니의 전화, “…”라는 게 병원 측 설명이다."""

IN_BRACKETS = re.compile(
    r"\s?[(（](?![^()（）\n]*(?:웃음|기사|신문|일보|뉴스|사진|제목|가제|이하))([가-힣·, ]{2,30})[)）]"
)
"""Words in brackets right behind a quote."""

HIDDEN = re.compile(
    r"(?:익명을|이름을|신원을|실명을)\s(?:전제로\s|조건으로\s|밝히지\s|밝히길\s|밝히기를\s|드러내지\s)?[가-힣]{2,4}\s$"
)
"""What stands before someone who hides their name: 익명을 요구한."""

IN_FRONT = re.compile(
    HIDDEN.pattern + r"|(?<![가-힣])(?:[가-힣]{0,4}(?:업계|학계|재계|의료계|금융권|증권가|정치권|여권|야권|시장)"
    r"|정부|현지|지역|당국|회사|업체|조합)의?\s$"
)
"""What stands before 한 and is of who speaks: 익명을 요구한 한 관계자, 업계 한 관계자."""

OF_SOMEONE = re.compile(
    r"(?: ?[가-힣A-Za-z0-9·]{1,15}){0,3}?(?:\([^()\n]{1,20}\))?(?: ?씨)?의 "
    r"(?:말|설명|얘기|이야기|소감|바람|지적|회고|하소연|증언|주장|포부|당부|고백|일성|답|대답|생각|전언|귀띔|푸념|인사|소회|각오)"
    r"(?:이다|입니다|이었다|이었습니다|은 이렇다|은 이랬다|은 다음과 같다)[.:]\s*$"
)
"""A sentence that only says whose the words beside it are, behind the name: 나 이사장의 말이다."""

IMPERSONAL = re.compile(
    r"(?:이?라)?(?:는|던|란) ?(?:[가-힣]{1,8} ){0,2}?[가-힣]{1,6}?(?:이|가|도|은|는|까지|마저)? ?(?:주를 )?"
    r"(?:많|나왔|나온|나오|이어[졌지]|쏟아|터져|제기|있[다었]|높[다았]|잇따|잇달|끊이|들[려린리]|빗발|커[지졌]|거세|지배적|우세|팽배|주를|대세)"
)
"""What follows words that nobody in particular said: …는 요청이 많았다."""

AMONG = re.compile(r"((?:[가-힣]{2,8} ){0,2}[가-힣]{2,8}) (?:사이|틈)에서(?:는|도)?(?=[\s,“\"]|$)")
"""The group among whom words were heard: 주민들 사이에서는."""

LAST_WORD = re.compile(r"(?<![가-힣])([가-힣]{1,8}) ?[:,]? ?$")
"""The last word before a quote in a headline: 업체 “…”."""

PRONOUN = re.compile(r"(?:^|(?<=[\s,]))(?:그는|그가|그도|그녀는|그녀가) ?")
TURNED = re.compile(r"(?:데다|지만|는데|인데|[여아어해]서|으며|면서),? |[.!?] ")
"""What ends the clause or the sentence of a subject before the quote begins."""

QUESTION = re.compile(
    r"[ \t]*(?:[―—–\-◇◆▶▷■□●○△▲▣◎*]|(?:Q|질문|물음|문)\s?\d{0,2}\s?[.:)\]】>]"
    r"|[\[【<(](?:Q|질문|문)\s?\d{0,2}[\]】>)]|\d{1,2}[.)]"
    r"|(?:기자|사회자?|진행자?|[가-힣]{0,6}신문|[가-힣]{0,6}일보)\s?[:：])\s*\S"
)
"""What opens a line that asks: Q., 문., ―, 【질문】, 기자:."""

ASKS = re.compile(
    r"(?:\?|나요?|[은인던]가요?|까요?|습니까|는지요?|을지|은지|[은는]데요?|다면|다던데요?|라면|는데|지요|[가-힣]{2}[은는]|달라|했는지|무엇|어떤지)\s*[.…]?\s*\Z"
)
"""How a line ends that asks: …무엇인가, 은퇴 뒤 계획은."""

ANSWERS = re.compile(
    r"[ \t]*(?:[◆◇■□▶▷●○△▲※*\-―➤→]\s?)?"
    r"(?:(?:A|답변?|대답)\s?\d{0,2}\s?[.:)\]】>]|[\[【<(](?:A|답변?)\s?\d{0,2}[\]】>)])?[ \t]*"
)
"""What may stand before an answer in marks: nothing, a bullet, A., 답변:."""

NAME_LABEL = re.compile(r"(?:[ \t][가-힣A-Za-z·]{1,12}){0,3}[ \t]?(?:\([^()\n]{1,20}\))?[ \t]?[:：=|][ \t]?")
"""What stands between a name and the words in marks of the one who speaks: 손 대표 : “…”."""

ANSWER = re.compile(r"[ \t]*(?:답변?|A)[ .:)](?![ \t]*[“\"＂])")
REPORTER = re.compile(r" ?(?:[가-힣]{1,5} )?(?:선임|수습|전문)?(?:기자|특파원|논설위원|사진|부장)")

SIGNED = re.compile(r"[^\n]{0,30}(?:인터뷰|대담|일문일답)")
"""What stands behind the name of the one who is asked, where a line signs an interview."""

INTERVIEW_WORDS = ("인터뷰", "일문일답", "만나고 싶었습니다", "만난 사람")
INTERVIEW_LINE = re.compile(
    r"\n(?:[\[<【](?:대담|만남|초대석|사람들?|이 사람|명사)[^\n]{0,10}[\]>】]"
    r"|[\[<【][^\]>】\n]{0,12}(?:만나다|만났|만나)|[QA][.:)] )"
)
INTERVIEW_MARK = re.compile(r"[문답](?<=\s.)[.)] ")
"""What tells an interview: its words, the head of a line ([대담], Q. …), and 문. and 답. anywhere."""


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of a kind: say, name, thing, anonymous, bridge or edge."""
    return frozenset(row["form"] for row in lexicon("speech_words") if row["kind"] == kind)


def _either(kind: str) -> str:
    return "|".join(sorted(map(re.escape, words_of(kind)), key=len, reverse=True))


@cache
def say() -> re.Pattern[str]:
    """Return a pattern for a word of saying at its beginning."""
    return re.compile(rf"(?<![가-힣])(?:{_either('say')})")


@cache
def told() -> re.Pattern[str]:
    """Return a pattern for a sentence that ends with a word of saying, and the end of it."""
    return re.compile(rf"(?:{_either('say')}|거들|입을 열|말문을 열)[가-힣]{{0,4}}다[.] $")


@cache
def named() -> re.Pattern[str]:
    """Return a pattern for what makes a name of words in marks, within reach after them."""
    return re.compile(rf" ?(?:{_either('name')})")


@cache
def thing() -> re.Pattern[str]:
    """Return a pattern for a noun that speech may be."""
    return re.compile(rf"(?:[가-힣]{{1,6}} )?(?:{_either('thing')})")


SAME = re.compile(r"(?:^|(?<=[\s,]))(?:이|해당|같은|그) ((?:[가-힣]{1,4} )?[가-힣]{2,8})(?:은|는|도)(?=[\s,“\"]|$)")
"""The one who spoke before, by what they are: 이 관계자는."""

MEANT = re.compile(r" ?(?:의미|뜻)를? (?:부여|더|되새|설명)")
"""What says of words in marks that someone means them: “…”이라고 의미를 부여했다."""

FORESEEN = re.compile(
    r"[\"”]?으로 (?:내다[봤보]|전망|예상|기대|예측|관측|추정|분석|판단|평가|진단|[봤보][다는고]|봤|본다|보고|믿)"
)
"""What makes speech of words that end in 것: “…늘 것”으로 내다봤다."""


@cache
def bridge() -> re.Pattern[str]:
    """Return a pattern for the words at the head of a sentence that keep the speaker."""
    return re.compile(rf"\s*(?:{_either('bridge')})(?=[\s,“\"]|$)")


@cache
def surnames() -> frozenset[str]:
    """Return the Korean surnames."""
    return frozenset(row["form"] for row in lexicon("surnames"))


@cache
def titles() -> frozenset[str]:
    """Return the titles of persons."""
    return frozenset(row["form"] for row in lexicon("titles"))
