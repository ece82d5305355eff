"""Names by what stands beside them: items of a list with its money among items that name projects, shares of each."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sasil.bullets import BULLET, kind_of
from sasil.components.projects.patterns import LONGEST, is_generic
from sasil.components.projects.phrases import trim
from sasil.components.projects.reading import Reading
from sasil.record import Mention

Found = tuple[int, int, str]

_ITEM = re.compile(rf"^{BULLET.pattern}[^\S\n]*(?P<name>[^\n:：|(（]{{4,70}})", re.MULTILINE)
_LABEL = re.compile(
    r"(?:비용?|기간|내용|규모|위치|대상|방법|일정|일시|장소|효과|목표|현황|예산|재원|개요|합계|총계|소계|계|금액|단가|매출|수출|이익"
    r"|인원|면적|물량|자격|문의|접수|요금|상금|급여|연봉|보수|분야|부문|지원금|세입|세출|지방채|국비|도비|시비|군비|구비|교부세)$"
)
_NEAR, _FAR = 5, 500
_SHARES = re.compile(r"(?:과제|사업|공사|프로젝트)별로(?:는|\s?보면)?,?\s")
_NEXT = re.compile(r"(?:\s?[(（][^()（）\n]{1,40}[)）])?(?:이|을|은|씩)?,\s")
_TAIL = re.compile(r"(?:에는|에|이|가|은|는|:)?\s?(?:총|약|각각)?\s?$")


def sibling_names(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Give the items of lists whose siblings name projects, and what 과제별로 tells the money of, as start, end, rule.

    ``found`` are the names found before, in the order of the text.
    """
    starts = [start for start, _, _ in found]
    for run in _runs(reading.text) if found else ():
        held = [(match, _named(match, starts)) for match in run]
        named = sum(is_named for _, is_named in held)
        if 2 <= named < len(held) <= named * 3:
            for match, is_named in held:
                yield from _item(reading, match) if not is_named else ()
    read = 0
    for cue in _SHARES.finditer(reading.text):
        if cue.end() >= read:
            names, read = _shares(reading, cue.end())
            yield from ((*name, "projects.sibling") for name in names if len(names) > 1)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Give the runs of three items or more that begin with the same kind of sign, not far from one another."""
    open_runs: dict[str, list[re.Match[str]]] = {}
    for match in _ITEM.finditer(text):
        kind = kind_of(match)
        run = open_runs.get(kind, [])
        if run and not _near(text, run[-1].end(), match.start()):
            yield from [run] if len(run) > 2 else []
            run = []
        open_runs[kind] = [*run, match]
    yield from (run for run in open_runs.values() if len(run) > 2)


def _near(text: str, end: int, start: int) -> bool:
    return start - end <= _FAR and text.count("\n", end, start) <= _NEAR and "\n\n" not in text[end:start]


def _named(match: re.Match[str], starts: Sequence[int]) -> bool:
    """Tell whether an item begins with a name that was found."""
    at = bisect_left(starts, match.start("name"))
    return at < len(starts) and starts[at] <= match.start("name") + 1


def _item(reading: Reading, match: re.Match[str]) -> Iterator[Found]:
    start, end = match.span("name")
    close = reading.text.find("\n", end)
    money = _money(reading, start, len(reading.text) if close < 0 else close)
    if money is None or (money.start > end and reading.text[end : end + 1] not in (":", "：", "(", "（")):
        return
    tail = _TAIL.search(reading.text, start, min(end, money.start))
    place = trim(reading, start, tail.start() if tail else min(end, money.start))
    if _is_name(reading, *place):
        yield *place, "projects.sibling"


def _shares(reading: Reading, place: int) -> tuple[list[tuple[int, int]], int]:
    """Return the names of 과제별로 … 97억 원(…), … 88억 원, each up to its money, and where the last one is told."""
    names: list[tuple[int, int]] = []
    while (money := _money(reading, place, place + LONGEST)) is not None:
        tail = _TAIL.search(reading.text, place, money.start)
        name = trim(reading, place, tail.start() if tail else money.start)
        following = _NEXT.match(reading.text, money.end)
        names += [name] if _is_name(reading, *name) else []
        place = following.end() if following else money.end
        if following is None:
            break
    return names, place


def _money(reading: Reading, start: int, end: int) -> Mention | None:
    return next((known for known in reading.known_from(start, end) if known.type == "MONEY"), None)


def _is_name(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a stretch is a phrase of nouns of two words or more, and neither a label nor a body or place."""
    surface = reading.text[start:end]
    if not 4 < len(surface) <= LONGEST or " " not in surface or _LABEL.search(surface):
        return False
    if is_generic(surface.replace(" ", "")) or any(
        m.start == start and m.end >= end for m in reading.known_from(start)
    ):
        return False
    tags = [word.tag for word in reading.words_between(start, end)]
    if any(tag.endswith(("EC", "EF", "JKO", "JKS", "JX", "JKB", "SF")) for tag in tags):
        return False
    return bool(tags) and tags[-1].startswith(("N", "XSN", "SN", "SL", "ETN"))
