"""When an event is: the moment that the words beside its name give, as a day or range and a clock time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sasil.components.events.context import sentence
from sasil.components.events.days import lasting, until
from sasil.components.events.patterns import IS_HELD, OF_OTHERS
from sasil.components.events.scene import Scene, last_before, within
from sasil.record import Mention

_REPORTED = re.compile(
    r"\s?(?:[가-힣]+\s)?(?:밝혔|말했|전했|알렸|덧붙였|설명했|강조했|발표했다|기준|현재|이같이|이렇게|공개했)"
)
_DEADLINE = re.compile(r"\s?까지")
_BY_THEN = re.compile(
    r"\s?까지\s[가-힣A-Za-z ]{0,12}[가-힣]{2,8}[를을](?:\s[^.,\n]{0,16})?(?:\s?열|\s?개최|\s?갖|\s?마련|\s?연다)"
)
"""A deadline that is when a gathering is held: 9월 말까지 중간보고회를 연다."""

_SIGNING = re.compile(r"(?:협약|계약|체결|서명|조인)식$")
_SIGNED = re.compile(
    r"(?:협약|계약|양해각서|협정)(?:\s?[(（][^()（）\n]{1,20}[)）])?[’”'\"]?[을를]?\s?(?:맺|체결|교환)"
)
_AWAY = re.compile(r"\s(?:이?전에|이?전까지|앞두고|앞둔|[가-힣]{1,8}에 앞서)(?![가-힣])")
"""What is told of another day than that of the gathering: 추석 전에."""

_LONGEST_READ = 20_000
_LISTED = re.compile(r"(?:과|와|,|·|및|\s)+")
_SIDE_BY_SIDE = re.compile(
    r"\s[가-힣A-Za-z0-9· ]{2,24}(?:에서|[을를] 시작으로)(?:,\s|\s(?=[가-힣]{2,10}[(（]))"
    r"(?:[가-힣A-Za-z0-9· ]{2,16}[(（])?"
    r"|[.]?[)）](?:[와과]|,)\s[가-힣A-Za-z0-9· ]{2,16}[(（]"
)
"""What stands between moments of a list with their places: 12일 서울에서, 14일 대구에서; 부산(19일)과 목포(21일)."""

_TOPIC = re.compile(r"[은는이가’”'\"]*(?:은|는|이|가|에는)\s")
_SAID_OF_IT = re.compile(r"[’”'\"]?(?:은|는) ")
_OF_PART = re.compile(r" (?:제?\s?\d{1,2}차 본회의|시상식)")
"""What follows the name of a gathering whose part the day belongs to: 제238회 임시회 4차 본회의, 공모전 시상식."""

_LABEL = re.compile(r"[^\S\n]?[)）>\]】]?[^\S\n]{0,4}[:：|,=]?[^\S\n]{0,4}(?:일시[^\S\n]?[:：]?[^\S\n]?)?")
_WHEN = re.compile(r"(?:일\s{0,6}시|때|기\s{0,6}간|일\s{0,6}자|날\s{0,6}짜|시\s{0,6}간|개최일)[^\S\n]{0,4}[:：|]")
_DETAILS = re.compile(r"다음과 같이|안내|행\s*사\s*명|대\s*회\s*명|명\s*칭")
_SPEECH = re.compile(r"[“\"]")
_AT_IT = re.compile(r"[’”'\"]?에서")
_DAY = re.compile(r"[\dX]{4}-")
_TERM = re.compile(r"[\dX]{4}-[QH]\d")
_LINES = 7
_UP = 1_500


_CLAUSE_END = re.compile(r"[가-힣](?:고|며|으나|지만|는데|은데|인데),? |[다요][.!?]")
_MOVED = re.compile(
    r"(?:로|으로)\s(?:[가-힣]{1,6}\s)?(?:미[뤄루룬뤘]|늦[춰췄추]|연기|변경|옮[겨겼기]|당[겨겼기]|앞당|순연)"
)
"""What says of a day that it takes the place of another: 다음 달 10일로 미뤄졌다."""


class When(NamedTuple):
    """A day or range and a clock time in TIMEX3, where they were read, and whether the event itself is their topic."""

    date: str | None = None
    time: str | None = None
    places: tuple[Mention, ...] = ()
    topic: bool = False


def moment(mentions: Iterable[Mention]) -> When:
    """Put a date and a clock time together.

    >>> from sasil.record import MENTIONS
    >>> value = {"value": "2024-05-24T15:00/2024-05-24T17:00"}
    >>> held = [{"type": "TIME", "start": 0, "end": 2, "text": "24", "value": value, "by": "x"}]
    >>> moment(MENTIONS.validate_python(held))[:2]
    ('2024-05-24', 'T15:00/T17:00')
    """
    read = tuple(mentions)
    date = time = None
    for mention in read:
        value = getattr(mention.value, "value", None)
        if value is None:
            continue
        days, clocks = _parts(value)
        date, time = date or days, time or clocks
    return When(date, time, read)


def _parts(value: str) -> tuple[str | None, str | None]:
    ends = [end.partition("T") for end in value.split("/")]
    days = list(dict.fromkeys(day for day, _, _ in ends if any(map(str.isdigit, day))))
    clocks = [f"T{clock}" for _, sign, clock in ends if sign and clock[:1].isdigit()]
    return "/".join(days) or None, "/".join(clocks) or None


def when(scene: Scene, event: Mention) -> When:
    """Return when an event is by the words around one of its places."""
    if _OF_PART.match(scene.text, event.end):
        return When()
    first, last = scene.line(event.start)
    if "|" in scene.text[first:last]:
        return _in_row(scene, event, first, last)
    if OF_OTHERS.search(event.text) and IS_HELD.match(scene.text, event.end) is None:
        beside = last_before(scene.moments, event.start)
        return moment([beside]) if beside is not None and beside.end + 1 == event.start else When()
    alone = When()
    for way in (_labelled, _listed, _in_sentence, _detailed, _told_next, _signed):
        found = way(scene, event)
        if found.date is not None:
            return found if alone.time is None or way in (_detailed, _in_sentence) else alone
        alone = alone if alone.time is not None else found
    return alone


def _in_row(scene: Scene, event: Mention, first: int, last: int) -> When:
    """Read a row: its day, or the last one above it; the clock time before the event, or else behind it."""
    held = within(scene.moments, first, last)
    days = [m for m in held if _has_day(m)]
    clocks = [m for m in held if _has_clock(m)]
    beside = [m for m in clocks if m.end <= event.start and scene.text[m.end : event.start].strip(" |") == ""]
    behind = [m for m in clocks if m.start >= event.end]
    clock = (beside or behind or clocks)[:1]
    day = days[:1] or _above(scene, first)
    return moment([*clock, *day]) if clock and _has_day(clock[0]) else moment([*day, *clock])


def _above(scene: Scene, place: int) -> list[Mention]:
    near = within(scene.moments, max(0, place - _UP), place)
    return [m for m in near if _has_day(m)][-1:]


def _labelled(scene: Scene, event: Mention) -> When:
    """Read 설명회: 9. 5.(화) 14:00 — and 18:00 별빛 만찬, whose day stands above."""
    first, last = scene.line(event.start)
    after = _LABEL.match(scene.text, event.end)
    held = within(scene.moments, event.end, min(last, event.end + 60))
    labels = after is not None and after[0].strip() and held and held[0].start == after.end()
    if labels and not _leads(scene, held[0], event):
        close = [m for m in held[1:2] if m.start - held[0].end <= 3 and _has_clock(m)]
        return moment([held[0], *close])
    clock = last_before(scene.moments, event.start)
    head = scene.text[first : clock.start] if clock is not None and clock.start >= first else "가"
    if clock is None or not _has_clock(clock) or any(sign.isalnum() for sign in head):
        return When()
    if scene.text[clock.end : event.start].strip(" ‘“'\"") != "":
        return When()
    return moment([clock] if _has_day(clock) else [*_above(scene, first), clock])


def _listed(scene: Scene, event: Mention) -> When:
    """Read 평가위원회 8월 둘째 주 — a moment directly behind the name."""
    held = within(scene.moments, event.end, event.end + 4)
    if (
        not held
        or scene.text[event.end : held[0].start].strip(" ’”,(") != ""
        or _REPORTED.match(scene.text, held[0].end)
    ):
        return When()
    comma = "," in scene.text[event.end : held[0].start]
    if comma and _leads(scene, held[0], event):
        return When()
    following = within(scene.moments, held[0].end, held[0].end + 4)
    return moment([held[0], *[m for m in following if _has_clock(m)][:1]])


def _leads(scene: Scene, one: Mention, event: Mention) -> bool:
    """Tell whether a moment stands in front of another event, whose it is (설명회, 6월 공청회)."""
    after = within(scene.events, one.end, one.end + 3)
    return any(m.start != event.start and scene.text[one.end : m.start].strip(" ‘“'\"") == "" for m in after)


def _in_sentence(scene: Scene, event: Mention) -> When:
    first, last = scene.sentence(event)
    fitting = [m for m in within(scene.moments, first, last) if _fits(scene.text, m)]
    previous = scene.before(event)
    floor = previous.end if previous is not None and previous.start >= first else first
    ahead = [m for m in fitting if m.end <= event.start]
    near = [m for m in ahead if m.start >= floor] or ahead
    speech = _AT_IT.match(scene.text, event.end) or _SPEECH.search(scene.text, event.end, last)
    behind = [m for m in fitting if event.end <= m.start < (speech.start() if speech else last)]
    topic = _TOPIC.match(scene.text, event.end) is not None
    if topic and behind and (not near or _has_own_day(scene, near[-1], event, behind[0])):
        return _from(scene, behind, 0)._replace(topic=True)
    near = _without_terms(near)
    if near:
        found = _from(scene, near, _first_of_list(scene, near))
        ranged = found.date if found.date is None or "/" in found.date else until(scene, event, found.date, last)
        return found._replace(date=ranged)
    behind = behind if topic else [m for m in behind if not _leads(scene, m, event)]
    return _from(scene, behind, 0) if behind else When()


def _without_terms(near: list[Mention]) -> list[Mention]:
    """Return moments without a quarter or half at their end that the name bears (1일 … 2분기 확대간부회의)."""
    last = getattr(near[-1].value, "value", None) if len(near) > 1 else None
    return near[:-1] if last is not None and _TERM.fullmatch(last) and _has_day(near[-2]) else near


def _has_own_day(scene: Scene, near: Mention, event: Mention, behind: Mention) -> bool:
    """Tell whether the moment before a topic is another clause's (5일까지 받고 설명회는 2일에), or was given up."""
    if _has_day(behind) and _SAID_OF_IT.fullmatch(scene.text, event.end, behind.start):
        return True
    if _CLAUSE_END.search(scene.text, near.end, event.start):
        return _CLAUSE_END.search(scene.text, event.end, behind.start) is None
    return _MOVED.match(scene.text, behind.end) is not None


def _first_of_list(scene: Scene, moments: Sequence[Mention]) -> int:
    """Return the index of the moment that counts: the last, or the first of a list that ends with it (19일과 23일)."""
    index = len(moments) - 1
    while index > 0 and are_listed(scene, moments[index - 1], moments[index]):
        if _has_clock(moments[index]) and not _has_day(moments[index]):
            break
        index -= 1
    if not _has_day(moments[index]) and index > 0:  # a clock time whose day stands before it
        index -= 1
    return index


def are_listed(scene: Scene, one: Mention, other: Mention) -> bool:
    """Tell whether two moments stand in a list, each alone or with its place (14일 구미와 21일 안동)."""
    start = one.end
    if start < other.start <= start + 40:
        for place in within(scene.places, start, other.start):
            if scene.text[start : place.start].strip() != "":
                break
            start = place.end
    if _LISTED.fullmatch(scene.text, start, other.start):
        return True
    return _SIDE_BY_SIDE.fullmatch(scene.text, one.end, min(other.start, one.end + 80)) is not None


def _from(scene: Scene, moments: Sequence[Mention], index: int) -> When:
    chosen = moments[index]
    if not _has_day(chosen) and index == 0:
        return moment([*moments[1:2], chosen])
    clocks = [m for m in moments[index:] if _has_clock(m)][:1]
    found = moment([chosen, *clocks])
    ranged = found.date if found.date is None or "/" in found.date else lasting(scene.text, chosen, found.date)
    return found._replace(date=ranged)


def _fits(text: str, mention: Mention) -> bool:
    """Tell whether a moment can be an event's: a day, week, month or clock time, no deadline, no day of report."""
    value = getattr(mention.value, "value", None)
    if value is None or mention.text.endswith("학기") or not (_has_clock(mention) or _DAY.match(value)):
        return False
    if _REPORTED.match(text, mention.end) or _AWAY.match(text, mention.end):
        return False
    return "/" in value or _DEADLINE.match(text, mention.end) is None or _BY_THEN.match(text, mention.end) is not None


def _detailed(scene: Scene, event: Mention) -> When:
    """Read the lines below a notice (일시 : 5. 12. 10:00)."""
    first, last = scene.line(event.start)
    if not _DETAILS.search(scene.text, first, last):
        return When()
    end = last
    for _ in range(_LINES):
        roof = min(len(scene.text), end + _UP)
        end = scene.text.find("\n", end + 1, roof)
        if end < 0:
            end = roof
            break
    label = _WHEN.search(scene.text, last, end)
    if label is None:
        return When()
    held = within(scene.moments, label.end(), scene.line(label.start())[1] + 1)
    return moment(held[:2])


def _told_next(scene: Scene, event: Mention) -> When:
    """Read the sentence after the report of an event (지난 15일 서울에서 열린 이 행사)."""
    _, last = scene.sentence(event)
    line = scene.line(max(event.start, last - 1))[1]
    for mention in within(scene.moments, last, min(line, last + 120))[:2]:
        held = re.compile(r"[^.\n]{0,60}?(?:열린|열렸|개최|진행|마련)").match(scene.text, mention.end)
        if held is not None and _fits(scene.text, mention) and _has_day(mention):
            return moment([mention])
    return When()


def _signed(scene: Scene, event: Mention) -> When:
    """Read the day on which what a ceremony is for was signed (16일 … 협약을 맺었다), where the text tells it once."""
    if _SIGNING.search(event.text) is None:
        return When()
    for act in _SIGNED.finditer(scene.text, 0, _LONGEST_READ):
        first, _ = sentence(scene.text, act.start(), act.end())
        held = [m for m in within(scene.moments, first, act.start()) if _fits(scene.text, m)]
        if held:
            return _from(scene, held, _first_of_list(scene, held))
    return When()


def _has_day(mention: Mention) -> bool:
    value = getattr(mention.value, "value", None)
    return value is not None and not value.startswith("T")


def _has_clock(mention: Mention) -> bool:
    return mention.type == "TIME"
