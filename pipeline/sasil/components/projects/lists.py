"""Names in enumerations: items before 등 N개 과제, items after bullets; with heads and without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sasil.bullets import INLINE, RINGS
from sasil.components.projects.patterns import INLINE_BULLET, LONGEST, VERSION, head_of, is_generic
from sasil.components.projects.phrases import left_edge, trim
from sasil.components.projects.reading import Reading

_NOUN = r"(?:사업|(?<!국정)(?<!현안)과제|프로젝트|프로그램|공사)"
_COUNT = r"(?:\d[\d,+]*여?|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열|[가-힣]{1,2})\s?(?:개|건|가지|대)?\s?"
CLOSING = re.compile(
    rf"[’”」』]?\s?등(?:을|의|은|이|과|도)?\s(?:합쳐\s|포함해\s|포함한\s|모두\s|총\s?|전체\s)*"
    rf"(?:(?P<counted>{_COUNT}(?:[가-힣]{{1,6}}\s?){{0,2}}?{_NOUN})"
    rf"|(?P<direct>(?:[가-힣·]{{1,6}}\s?){{0,3}}?{_NOUN})(?=\s?\d|[을를이가은는에의로으과와도,. ]|$))"
)
LOOSE = re.compile(rf"\s?등\s[^\n.,|▲△▶▷‘’“”]{{1,60}}?{_NOUN}(?=[을를은는이가에으로])")
_OTHER_GROUP = re.compile(
    r"\d\s?(?:개|대|곳|건)\s?(?:핵심|주요|세부)?\s?(?!과제|사업|프로|신규|세부|핵심|주요|공사|개)[가-힣]{2}"
)
_CUE = re.compile(
    r"(?:사업|과제|과업|프로젝트|추진 대상|공사|\d단계[^\n]{0,20})(?:[가-힣]{0,6})?[:：]?\s?(?:[가-힣]{1,6}\s)?$"
)
_NO_CUE = re.compile(r"협약|내용|행사|안건|주제|분야|이유|순서|방향|목표|효과|혜택|특징|발표|대책|방안|자격|서류|항목")
_BRACKETS = re.compile(r"[(（][^()（）\n]*[)）]")
_COMMA = re.compile(r"(?<=사업)·|(?<=프로젝트)·|(?<!\d)\s?[,，、]\s?|[,，、]\s?(?!\d)")
_QUOTED = re.compile(r"[‘“「]([^‘’“”「」\n]{2,70})[’”」](?:\(+)?\s*$")
_AND = re.compile(r"(?:(?<=[\d업트제])|(?<=공사))[과와]\s")
CLOSED = ""
"""The rule of what closes a list and names nothing itself (등 보행 친화 사업)."""

_PLAIN = frozenset({"VV", "VA", "ETM", "VV+ETM", "VA+ETM", "XSN", "XPN", "SL", "SN", "SSO", "SSC", "SO", "SW"})
_MOST = 15
_LONG_ALONE = 9
_BULLET_GAP = 90


class Item(NamedTuple):
    """An item of an enumeration, and the kind of its head."""

    start: int
    end: int
    kind: str | None


def listed_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names that stand in enumerations of projects, as start, end and rule."""
    masked = _BRACKETS.sub(lambda bracket: "(" * len(bracket[0]), reading.text)
    for pattern in (CLOSING, LOOSE):
        for close in _closings(pattern, masked):
            items = _items_before(reading, masked, close.start())
            if _are_projects(items, masked[close.start() : close.end() + 14], pattern is CLOSING):
                yield from ((item.start, item.end, "projects.list") for item in items)
                yield close.start(), close.end(), CLOSED
    yield from _bulleted(reading, masked)
    yield from _numbered(reading)


def _closings(pattern: re.Pattern[str], masked: str) -> Iterator[re.Match[str]]:
    """Give what closes enumerations: a mark and a blank at most stand before its 등."""
    end, etc = 0, masked.find("등")
    while etc >= 0:
        starts = range(max(etc - 2, end), etc + 1)
        close = next((found for start in starts if (found := pattern.match(masked, start)) is not None), None)
        if close is not None:
            yield close
            end = close.end()
        etc = masked.find("등", max(etc + 1, end))


def _items_before(reading: Reading, masked: str, end: int) -> list[Item]:
    """Return the items of the enumeration that ends at a place, in the order of the text."""
    floor = max(masked.rfind("\n", 0, end), masked.rfind(". ", 0, end), end - _MOST * LONGEST) + 1
    floor = max((m.end() for m in INLINE_BULLET.finditer(masked, floor, end)), default=floor)
    commas = list(_COMMA.finditer(masked, floor, end))[-_MOST:]
    found: list[Item] = []
    for comma in [*reversed(commas), None]:
        begin = comma.end() if comma is not None else floor
        quoted = _QUOTED.search(masked, begin, end)
        first = (
            quoted.start() if quoted else begin if _is_plain(reading, begin, end) else _first_noun(reading, begin, end)
        )
        item = _item(reading, quoted.start(1), quoted.end(1)) if quoted else _item(reading, first, end)
        if item is None:
            break
        found[:0] = _parted(reading, item)
        if first > begin or comma is None:
            break
        end = comma.start()
    return found


def _is_plain(reading: Reading, start: int, end: int) -> bool:
    """Tell whether nouns and a verb before a noun alone stand between two commas (청학동 가는 길 개량 공사)."""
    words = reading.words_between(start, end) if 0 < end - start <= LONGEST else ()
    return any(word.tag.endswith("ETM") for word in words) and all(
        word.tag.startswith("N") or word.tag in _PLAIN for word in words
    )


def _first_noun(reading: Reading, start: int, end: int) -> int:
    """Return where the noun phrase begins that reaches to ``end``: after the last particle or predicate."""
    stop = BRACKET_OPEN.search(reading.text, start, end)
    core = len(reading.text[start : stop.start() if stop else end].rstrip()) + start
    while core > start and reading.ending_at(core) is None:
        core -= 1
    begin = core
    while begin > start:
        edge = left_edge(reading, begin, start)
        if edge >= begin:
            break
        begin = edge
        and_before = re.compile(r"[과와]\s$").search(reading.text, start, begin)
        if and_before is None or VERSION.search(reading.text, start, and_before.start()) is None:
            break
        begin = and_before.start()
    return begin


BRACKET_OPEN = re.compile(r"\s?[(（](?=[^()（）]*[)）]\s*$)")


def _item(reading: Reading, start: int, end: int) -> Item | None:
    start, end = trim(reading, start, end)
    surface = reading.text[start:end]
    if not 2 <= len(surface) <= LONGEST or is_generic(surface.replace(" ", "")):
        return None
    last = reading.ending_at(end)
    if last is not None and last.tag.endswith("EC"):  # a clause before the list: 줄었지만
        return None
    head = head_of(surface)
    return Item(start, end, head.kind if head else None)


def _parted(reading: Reading, item: Item) -> list[Item]:
    """Part an item at 과 or 와 after a head or a version (배움교실 2.0과 생태길 조성사업)."""
    joint = _AND.search(reading.text, item.start, item.end)
    if joint is None:
        return [item]
    halves = [_item(reading, item.start, joint.start()), _item(reading, joint.end(), item.end)]
    return [half for half in halves if half is not None]


def _are_projects(items: list[Item], closing: str, direct: bool) -> bool:
    if not items or _OTHER_GROUP.search(closing):
        return False
    headed = sum(item.kind is not None for item in items)
    if len(items) == 1 and direct and not headed:
        return items[0].end - items[0].start > _LONG_ALONE and re.search(r"\d", closing) is not None
    own = sum(item.kind in ("name", "brand", "work", "build") for item in items)
    return headed * 3 >= len(items) if direct else own * 2 >= len(items)


def _bulleted(reading: Reading, masked: str) -> Iterator[tuple[int, int, str]]:
    for run in _runs(masked):
        items = [item for bullet in run for item in _item_after(reading, bullet.end())]
        cue = masked[max(0, run[0].start() - 40, masked.rfind("\n", 0, run[0].start()) + 1) : run[0].start()]
        last = items[-1].end if items else run[-1].end()
        if len(items) * 2 > len(run) and _are_bulleted_projects(items, cue, masked[last : last + 60]):
            yield from ((item.start, item.end, "projects.bullet") for item in items)


def _runs(masked: str) -> Iterator[list[re.Match[str]]]:
    """Give the runs of at least two bullets that stand close together in one line."""
    run: list[re.Match[str]] = []
    for bullet in INLINE_BULLET.finditer(masked):
        if run and (bullet.start() - run[-1].end() > _BULLET_GAP or "\n" in masked[run[-1].end() : bullet.start()]):
            if len(run) > 1:
                yield run
            run = []
        run.append(bullet)
    if len(run) > 1:
        yield run


_NUMBERED = re.compile(rf"^[ \t]*([{RINGS}])[ \t]*", re.MULTILINE)
_PROJECT_NOUN = re.compile(r"과제|사업|프로젝트")
_NUMBERED_GAP = 400
_WORKS = frozenset({"name", "brand", "build", "work"})


def _numbered(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the items of lists with a numbered line each under a line that speaks of projects; all end in a work."""
    run: list[re.Match[str]] = []
    for number in [*_NUMBERED.finditer(reading.text), None]:
        goes_on = run and number is not None and ord(number[1]) == ord(run[-1][1]) + 1
        if goes_on and number is not None and number.start() - run[-1].end() <= _NUMBERED_GAP:
            run.append(number)
            continue
        if len(run) > 1:
            yield from _numbered_run(reading, run)
        run = [number] if number is not None else []


def _numbered_run(reading: Reading, run: list[re.Match[str]]) -> Iterator[tuple[int, int, str]]:
    above = reading.text[max(0, run[0].start() - LONGEST) : run[0].start()].rstrip().rpartition("\n")[2]
    items = [item for number in run for item in _item_after(reading, number.end())]
    if len(items) == len(run) and all(item.kind in _WORKS for item in items) and _PROJECT_NOUN.search(above):
        yield from ((item.start, item.end, "projects.numbered") for item in items)


_ITEM_END = re.compile(rf"[\n,;:|(（.…]|\s/\s|\s등(?![가-힣])|\s등[을의은이]|[{INLINE}{RINGS}]")


def _is_whole(reading: Reading, start: int, end: int) -> bool:
    """Tell whether what stands between a bullet and an amount is one name: it ends in a work, without a predicate."""
    head = head_of(reading.text[start:end].rstrip())
    if head is None or head.kind not in _WORKS:
        return False
    tags = [word.tag for word in reading.words_between(start, end)]
    return not any(tag.endswith(("EC", "EF", "JKO", "JKS", "JKB")) for tag in tags)


def _item_after(reading: Reading, start: int) -> list[Item]:
    """Return the item that a bullet begins, up to a sign or a particle; none where a predicate stands in it."""
    close = _ITEM_END.search(reading.text, start, start + LONGEST)
    end = close.start() if close else min(len(reading.text), start + LONGEST)
    money = next((known.start for known in reading.known_from(start, end) if known.type == "MONEY"), None)
    if money is not None and _is_whole(reading, start, money):
        return [item] if (item := _item(reading, start, money)) is not None else []
    end = money if money is not None else end
    for word in reading.words_between(start, end):
        blank = reading.text[word.end : word.end + 1].isspace() or word.end >= end
        if word.tag.startswith("J") and word.tag not in ("JC", "JKG") and blank:
            end = word.start
            break
        if "E" in word.tag.replace("ETN", "").replace("ETM", "") and blank:
            return []
    item = _item(reading, start, len(reading.text[start:end].rstrip()) + start)
    return [item] if item else []


def _are_bulleted_projects(items: list[Item], cue: str, closing: str) -> bool:
    close = CLOSING.match(closing)
    if close is not None and not _OTHER_GROUP.search(close[0]):
        return _are_projects(items, close[0], True)
    own = sum(item.kind in ("name", "brand", "build") for item in items)
    if own * 5 >= len(items) * 3:
        return True
    works = sum(item.kind in ("name", "brand", "work", "build") for item in items)
    if _NO_CUE.search(cue[-20:]):
        return False
    headed = sum(item.kind is not None for item in items)
    if _CUE.search(cue):
        return headed * 3 >= len(items)
    return works * 5 >= len(items) * 4 and re.match(r"\s?등\s\d", closing) is None
