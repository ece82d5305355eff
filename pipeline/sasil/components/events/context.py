"""What stands around a gathering: whether one definite gathering is meant."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from sasil.components.events.patterns import DAY, words_of
from sasil.components.events.phrases import Phrase
from sasil.components.projects.reading import Reading

SENTENCE_END = re.compile(r"[가-힣)）%][.!?][’”\"')]?(?=\s)|\n")
_FAR = 200
_ROW = 600  # a longer row is read in part, so that no line costs more than its length
_HELD = re.compile(
    r"\s?(?:행사)?(?:(?:[을를이가은는]|에는|에서는?|도)?\s?(?:[가-힣]+\s){0,2}?|[을를]\s[^.,\n]{2,30}?(?:에서|으로)\s)"
    r"(?:열[었렸리고어린]|연다|엽니|여는|연\s|개최|[개폐]막|성료|성황|팡파르|갖|가[졌진질]|마련|치[르렀른]|진행|소집|참[석가]|펼[쳤치친쳐]|벌[였인어])"
)
MEETS = re.compile(r"(?:위원회|이사회|협의회|심의회|평의회|협의체|학회)$")
_AT_IT = re.compile(r"에서는?\s")
_INTO = re.compile(r"에(?:서는?)?\s")
_DAY_REACH = 24
_ACTING = re.compile(r"(?:은|는|이|가) ")
_OPENED = re.compile(
    r"\s?(?:[을를]|이|가)\s(?:(?:잇달아|잇따라|차례로|나란히|함께|각각|처음|다시|긴급히?)\s|[^.,\n]{2,30}?에서\s)?(?:열|연다|여는|연\s|개최|갖|가[졌진질]|마련|실시|소집|진행|이어[져졌진]|펼[쳤치친쳐]|벌[였이인어]|했|한다|하고|할\s)"
    r"|에\s나[서선섰]"
)
_NOT_HELD = re.compile(
    r"[’”'\"]?[을를]\s(?:[가-힣]{1,6}\s)?(?:생략|취소|없애|폐지|열지|치르지|마다)"
    r"|[’”'\"]?[은는이가도]\s[^.\n]{0,30}(?:생략|취소)(?:했|됐|하기|하고|되)"
)
_HELD_BEFORE = re.compile(
    r"(?:열리는|열린|열릴|여는|펼치는|벌이는|개최되는|개최된|개최하는|마련한|마련하는|참여하는|[식회제]에 이어)\s$"
)
_DECIDES = re.compile(r"(?:총회|회의|의원회)$")
_DECIDED = re.compile(
    r"에서(?:는|도)?\s[^.\n“”]{0,60}?(?:결의|의결|결정|통과|승인|선임|선출|뽑|확정|뜻을 모)"
    r"|[을를]\s(?:통과|거[쳐치쳤])|\s문턱을 넘"
)
"""What is told of a meeting that decides (총회에서 … 결의했다); what a board decides is its firm's act."""

_TOPIC = re.compile(
    r"[은는이가도][\s,]|[와과]\s[^.,\n]{1,16}[이가을를]\s(?:열|이어|개최|마련)|에는\s|에서[는도]?\s|[을를]\s[^.\n]{0,40}?(?:열[었렸리고어]|연다|여는|개최|갖|가졌|마련)"
)
_AS_TOPIC = re.compile(r"(?:[은는이가]|에는|에서는?|에서의|의)\s|\s현장")
_CLAUSE = re.compile(r",|고 |며 |[△▲▷○●■□◇◆·] ?")
_BODY = re.compile(r"\s?(?:조직위|추진위|준비위|집행위|위원회|사무국|추진단|상황실|운영본부|운영위|준비단|대행사)")
_POINTING = ("이번", "이날", "본", "동")
_YEAR = re.compile(r"(?:\d{4}년|올해|지난해|작년|재작년|내년)")
_PLURAL = re.compile(r"\s?(?:등|마다|때마다)(?![가-힣])")


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the bounds of the sentence around a place, at most some two hundred characters to each side.

    >>> text = "비가 왔다. 회의를 열었다. 끝."
    >>> text[slice(*sentence(text, 7, 9))].strip()
    '회의를 열었다.'
    """
    begins, ends = _sentence_ends(text)
    floor, roof = max(0, start - _FAR), min(len(text), end + _FAR)
    before, behind = bisect_right(ends, start) - 1, bisect_left(begins, end)
    first = ends[before] if before >= 0 and begins[before] >= floor else floor
    return first, ends[behind] if behind < len(ends) and ends[behind] <= roof else roof


@lru_cache(maxsize=4)
def _sentence_ends(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the signs that end a sentence begin and end."""
    places = [match.span() for match in SENTENCE_END.finditer(text)]
    return [begin for begin, _ in places], [end for _, end in places]


def line(text: str, place: int) -> tuple[int, int]:
    r"""Return the bounds of the line around a place, at most some hundred characters to each side.

    >>> line("하나\n둘째\n셋", 4)
    (3, 5)
    """
    floor, roof = max(0, place - _ROW), min(len(text), place + _ROW)
    end = text.find("\n", place, roof)
    return max(floor, text.rfind("\n", floor, place) + 1), roof if end < 0 else end


def is_definite(read: Reading, phrase: Phrase) -> bool:
    """Tell whether one gathering is meant: not each of many, not one that recurs, and one that is said to be held."""
    text = read.text
    before = text[max(0, phrase.start - 12) : phrase.start].rsplit(" ", 2)
    if len(before) > 1 and before[-1] == "" and before[-2] in words_of("never"):
        return False
    if _PLURAL.match(text, phrase.end) or belongs_to_a_body(text, phrase.end):
        return False
    if recurs(read, phrase.start, phrase.end) or _NOT_HELD.match(text, phrase.end):
        return False
    return phrase.kind == "sure" or (phrase.kind == "world" and not phrase.bare) or _is_held(read, phrase)


def _is_held(read: Reading, phrase: Phrase) -> bool:
    """Tell whether the words beside a gathering say that it is held, or what happens at it on some day."""
    text = read.text
    behind = (_HELD if phrase.kind in ("named", "world") else _OPENED).match(text, phrase.end)
    first, last = sentence(text, phrase.start, phrase.end)
    dated = any(m.type in ("DATE", "TIME") for m in read.known_from(first, last))
    if dated and _DECIDES.search(text, phrase.head, phrase.end) and _DECIDED.match(text, phrase.end):
        return True
    if phrase.kind == "label":
        dated = any(m.type == "TIME" or (m.type == "DATE" and DAY.search(m.text)) for m in read.known_from(first, last))
        if MEETS.search(text, phrase.head, phrase.end):  # a body: it must be said to meet
            told = dated or not phrase.bare or _ACTING.search(text, first, phrase.start) is not None
            meets = told and behind is not None
            return meets or (
                not phrase.bare and _AT_IT.match(text, phrase.end) is not None and _after_day(read, phrase)
            )
        return dated and (behind is not None or _after_day(read, phrase) or _said_before(text, phrase))
    if behind is not None or _said_before(text, phrase):
        return True
    if _INTO.match(text, phrase.end) is not None and _after_day(read, phrase):
        return True
    return dated and _TOPIC.match(text, phrase.end) is not None


def _said_before(text: str, phrase: Phrase) -> bool:
    return _HELD_BEFORE.search(text, max(0, phrase.start - 10), phrase.start) is not None


def _after_day(read: Reading, phrase: Phrase) -> bool:
    """Tell whether a day or month stands right before a gathering: 오는 22일 노사정 협의회에서."""
    near = read.known_from(max(0, phrase.start - _DAY_REACH), phrase.start)
    return any(m.type in ("DATE", "TIME") and m.end + 1 == phrase.start and not _YEAR.fullmatch(m.text) for m in near)


def recurs(read: Reading, start: int, end: int) -> bool:
    """Tell whether a recurrence stands before a gathering in its clause, or close behind it."""
    text = read.text
    for mention in read.known_from(*sentence(text, start, end)):
        if mention.type != "SET":
            continue
        if mention.end <= start and not _CLAUSE.search(text, mention.end, start):
            return True
        if 0 <= mention.start - end <= 3:
            return True
    return False


def belongs_to_a_body(text: str, end: int) -> bool:
    """Tell whether the word behind a gathering makes it the name of a body or a room (조직위원회, 상황실)."""
    return _BODY.match(text, end) is not None


def is_named_by_what_precedes(read: Reading, phrase: Phrase) -> bool:
    """Tell whether a bare head stands for a gathering that the text has named (총회에는)."""
    before = read.text[max(0, phrase.head - 12) : phrase.head].split()
    if (before and before[-1] in (*words_of("never"), *_POINTING)) or belongs_to_a_body(read.text, phrase.end):
        return False
    return phrase.kind == "sure" or (
        phrase.kind != "world"
        and not MEETS.search(read.text, phrase.head, phrase.end)
        and _AS_TOPIC.match(read.text, phrase.end) is not None
    )
