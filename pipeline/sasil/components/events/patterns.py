"""What names an event, as data: heads, words at the edges, the signs that no name goes across."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache

from sasil.lexicons import lexicon

LONGEST = 40
"""Characters that the words of a name before its head may take."""

BARRIER = re.compile(
    r"[^가-힣A-Za-z0-9 ·ㆍ・&,.:+/\-]"
    r"|(?<!\d)[,.:]|[,.:](?!\d)|(?<![A-Za-z가-힣0-9])[/\-]|[/\-](?![A-Za-z가-힣0-9])|(?<=\d)[.](?=\d)"
)
"""What a name in running text does not go across."""

LEADING = re.compile(
    r"(?:\d{1,2}:\d\d(?:\s?[~∼～\-]\s?\d{1,2}:\d\d)?|\d{2,4}(?:년도?|학년도)?|\d{1,2}월|\d{1,2}일|\d+주년"
    r"|(?:관계\s?)?(?:부처|기관|부서|시\s?·?\s?군|민\s?·?\s?관) 합동"
    r"|\d+돌|[·ㆍ・&,.:+/\-]+)(?:\s+|(?<=[·ㆍ・&,.:+/\-]))"
)
"""What stands in front of a name and is no part of it: a year, a day, an anniversary, 부처 합동, a sign."""

YEAR = re.compile(r"(?:19|20)\d\d(?:년도?|학년도)?\s+")
"""A year in front of a name in marks."""

YEAR_BEHIND = re.compile(r"\s(?:19|20)\d\d$")
"""A year at the end of a name in marks, a part of it: 나루도서전 2026."""

ORDINAL = re.compile(r"(?:제\s?\d{1,4}\s?(?:회|차|기)|\d{1,3}(?:차|회))(?![가-힣])")
NUMBERED = re.compile(r"(?:제\s?\d{1,4}\s?(?:회|차|기)|(?:19|20)\d\d)\s")

QUOTED = re.compile(
    r"‘([^\n‘’“”]{2,60})’|'([^\n'‘’“”]{2,60})'|「([^\n「」]{2,60})」|『([^\n『』]{2,60})』|<([^\n<>]{2,60})>"
    r"|《([^\n《》]{2,60})》|〈([^\n〈〉]{2,60})〉|“([^\n“”‘’']{2,60})”|\"([^\n\"“”‘’']{2,60})\""
)
"""Words in marks."""

COUNTED = re.compile(
    r"제\s?\d{1,3}\s?회\s(?=[가-힣A-Za-z0-9])"
    r"|(?<![A-Za-z])(?P<fair>[A-Z][A-Za-z]{1,15}(?: [A-Z][A-Za-z]{1,15}){0,3} 20\d\d)(?![\d년./\-])"
)
"""The number that leads a name, or a fair's name in Latin letters with its year: MWC 2026."""

NO_GATHERING = re.compile(
    r"(?:생|자|인|원|안|법|령|조|권|호|차|예산|추경|시험|공모|모집|채용|과제|사업|계획|입찰|고시|공고|상|호선|기념일|통계|조사)$"
)
"""The end of what is numbered and is no gathering: 제5회 졸업생, 제2회 추가경정예산안, 제9회 나루상."""

HELD = re.compile(
    r"\s?(?:행사)?[을를]?\s?(?:공동으로\s|처음\s)?(?:열|연다|연\s|엽니|개최|갖|가졌|마련|치르|치렀|성황|성료|막을|개막)"
    r"|\s?(?:이|가)\s?(?:[^\n.,“”]{0,30}\s)?(?:열[린렸리]|열었|개최|개막|펼쳐[졌진]|벌어[졌진])"
)
"""What follows the name of an event that is held."""

HELD_AT = re.compile(r"\s?(?:에서|에는|에|이|가|은|는|을|를)(?:는|도)?\s")
"""What makes of a name in marks the place or the subject of what is done."""

CALLED_BY = re.compile(r" ?[‘'“\"「『<《〈]")
"""The mark that opens right behind a name."""

CALLED = re.compile(
    r"(?:전시회|박람회|축제|행사|대회|학회|포럼|공연|콘서트|엑스포|페스티벌|콘퍼런스|컨퍼런스|전시|회의) ?$"
)
"""What calls the name in marks behind it a gathering: 로봇 전시회 ‘…’."""

NOT_CALLED = re.compile(
    r"(?:과목|강좌|과정|수업|앱|점포|지점|매장|카페|식당|플랫폼|누리집|학과|전공|트랙|서비스|채널|계정) ?$"
)
"""What calls the name in marks behind it something that is opened and no gathering: 교과목 ‘배터리 안전공학’."""

DESCRIBED = re.compile(r"(?!찾아가는|찾아오는|함께하는|다가가는|만나는|함께 )[가-힣]{1,4}[는은] [가-힣]{2,3}$")
"""Words in marks that only describe a gathering: 걷는 축제."""

DAY = re.compile(
    r"\d일|\d\.\s?\d|이날|오늘|내일|[월화수목금토일]요일|\d월|[이내]달|다음\s?[달주]|이번\s?[달주]|날$|절$"
)
FACILITY = re.compile(
    r"(?:센터|관|원|점|실|방|공원|카페|매장|마을|타운|허브|라운지|스토어|쉼터|터미널|시장|거리|길|역|단지|캠퍼스|학교|대학|대"
    r"|병원|의원|연구소|스퀘어|파크|하우스|홈|앱|누리집|플랫폼|채널|창구|은행|공장|상가|숲|섬|항|다리|교|과정|학과|반)$"
)
"""The end of the name of something that is opened and no gathering: ‘나루 이음센터’를 연다."""

SESSION = re.compile(r"(?:정례회|임시회)\s$")
"""What stands before the sitting of a session, which has no name of its own: 제369회 정례회 본회의."""

MEETING = re.compile(r"이사회|본회의|주총|집회|업무보고|대의원회|대의원대회|총회")
"""A meeting that has no other name."""

SAYING = re.compile(r"(?:다|요|까|자|라|기를|하며|[은는을를])$|[.!?]$|(?<![마가노])을 |를 ")
"""Marks that hold words said, and no name."""

_BULLET = r"^[^\S\n]{0,8}(?:[^\w\s(（]{1,2}|[①-⑳❶-❿➀-➓]|\d{1,2}[.)]|[가-하][.)])?[^\S\n]{0,8}"

LABELLED = re.compile(
    _BULLET + r"(?:행\s?사\s?명|행\s?사|대\s?회\s?명|축\s?제\s?명|회\s?의\s?명|전\s?시\s?명|명\s?칭)"
    r"[^\S\n]{0,8}[:：|][^\S\n]{0,8}([^\n|]{2,60})$",
    re.MULTILINE,
)
"""A line that gives the name of an event: 행사명 : …"""

ITEM = re.compile(_BULLET + r"[(（<\[【]?", re.MULTILINE)
"""The beginning of a line up to its first word: bullet, number, opening bracket."""

AFTER_ITEM = re.compile(r"[^\S\n]?[)）>\]】]?[^\S\n]{0,4}[:：|,=]?[^\S\n]{0,4}(?:일시[^\S\n]?[:：]?[^\S\n]?)?[‘’']?")
"""What may stand between the label of a schedule's item and its date."""

NOTICE = re.compile(r"\s(?:안내|개최)\s?(?=\n|$)")
"""What makes a heading of a gathering at the beginning of a line."""

TIMELINE = re.compile(r"[^\n]*[|·] ?|[^\w\n]*")
"""What stands before the clock time of a programme's item: a bullet, the cells and items before it."""


OF_OTHERS = re.compile(
    r"올림픽|패럴림픽|아시안\s?게임|아시아경기대회|월드컵|유니버시아드|국무회의|정상회[의담]|전국체(?:전|육대회)$"
)
"""Gatherings that are nobody's who is only named beside them: 런던 올림픽, 국무회의."""

IS_HELD = re.compile(r"[^.,\n]{0,30}?(?:열[렸리린립려]|개최|개막|폐막|치러|막을 (?:올|내))")
"""What says behind the name of such a gathering that the day of the sentence is its own."""


@cache
def heads() -> dict[str, str]:
    """Return the heads of names with their kinds: sure, named, label.

    >>> heads()["착공식"]
    'sure'
    """
    return {row["form"]: row["kind"] for row in lexicon("event_heads")}


@cache
def words_of(kind: str) -> frozenset[str]:
    """Return the words of one kind: stop, edge, never, modifier, talk."""
    return frozenset(row["form"] for row in lexicon("event_words") if row["kind"] == kind)


@cache
def head_pattern() -> re.Pattern[str]:
    """Return the pattern of the heads, the longest first."""
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for form in sorted(heads(), key=len, reverse=True):
        rests[form[0]].append(re.escape(form[1:]))
    # By first letters: a place is held against the heads that begin with its own alone, not against hundreds.
    return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items()))


@cache
def _beginnings() -> tuple[re.Pattern[str], frozenset[str]]:
    forms = frozenset(form[:2] for form in heads())
    first, second = ("".join(sorted({form[at] for form in forms if len(form) > at})) for at in (0, 1))
    alone = "".join(sorted(form for form in forms if len(form) == 1))
    return re.compile(f"[{re.escape(alone)}]|[{re.escape(first)}](?=[{re.escape(second)}])"), forms


def head_places(text: str) -> Iterator[int]:
    """Give the places where a head may begin, by its first two signs: the pattern of all of them is slow elsewhere.

    >>> list(head_places("나루시 총회를"))
    [4]
    """
    pattern, forms = _beginnings()
    for start in map(re.Match.start, pattern.finditer(text)):
        if text[start : start + 2] in forms or text[start] in forms:
            yield start


@lru_cache(maxsize=4096)
def head_of(surface: str) -> str | None:
    """Return the longest head that a name ends with.

    >>> head_of("물길 상생 토론회")
    '토론회'
    """
    if surface.endswith(tuple(words_of("none"))):
        return None
    for length in range(min(8, len(surface)), 0, -1):
        if surface[-length:] in heads():
            return surface[-length:]
    return None
