"""Groups: projects that are named together, and the size that the text states of the group."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sasil.bullets import INLINE, RINGS
from sasil.components.projects.context import line_of, within
from sasil.components.projects.lists import CLOSING
from sasil.record import Mention, QuantityMention

_SUM = r"(?:\s(?:약\s)?\d[\d,.조억천백만 ]{0,16}원)?"
_BETWEEN = re.compile(
    rf"[’”」』]?(?:\s?[(（][^()（）\n]*[)）])?{_SUM}(?:에(?:는|도)?\s[^,.\n]{{1,24}})?"
    rf"(?:\s?[,，、·ㆍ]\s?|\s?(?:및|[과와])\s|\s?(?=[{INLINE}{RINGS}]))[{INLINE}{RINGS}]?\s?[‘“「『]?"
)
_GOES_ON = re.compile(r"[^.\n]{0,30}\.\s(?:여기에|이 밖에|이 밖에도|또)\s")
_TAIL = re.compile(rf"[’”」』]?(?:\s?[(（][^()（）\n]*[)）])?{_SUM}(?P<close>\s?등)?")
_STRAIGHT = re.compile(r"\s?(?:총|모두)?\s?")
_REACH = 40
_NOUNS = re.compile(r"사업|과제|프로젝트|프로그램|공사")


@dataclass(frozen=True, slots=True)
class Group:
    """Projects named together: their mentions, the stated size, where the group begins and where its closing ends."""

    members: tuple[Mention, ...]
    count: int | None
    start: int
    end: int
    table: bool = False

    def is_all(self, before: Sequence[Mention], after: Sequence[Mention]) -> bool:
        """Tell whether what stands behind some names and in front of others is said of all members together."""
        if before and before[-1] in self.members:
            return before[-1] == self.members[-1] and not after
        return not before and len(after) == len(self.members) and after[0] == self.members[0]


def groups(text: str, names: Sequence[Mention], quantities: Sequence[Mention]) -> list[Group]:
    """Return the groups of projects in a text, in order; a project that is named alone is in none.

    ``names`` are the PROJECT mentions in order, ``quantities`` the QUANTITY mentions.
    """
    sizes = [q for q in quantities if isinstance(q, QuantityMention)]
    found = []
    for run, table in _runs(text, names):
        end, count = _closing(text, run[-1].end, sizes)
        if len(run) > 1 or count is not None:
            found.append(Group(tuple(run), count, run[0].start, end, table))
    return found


def _runs(text: str, names: Sequence[Mention]) -> Iterator[tuple[list[Mention], bool]]:
    run: list[Mention] = []
    table = False
    for name in names:
        if run:
            between = text[run[-1].end : name.start]
            rows = _in_rows(text, run[-1], name)
            joins = rows or _BETWEEN.fullmatch(between) or (len(run) > 1 and _GOES_ON.fullmatch(between))
            if not joins:
                yield run, table
                run, table = [], False
            table = table or rows
        run.append(name)
    if run:
        yield run, table


def _in_rows(text: str, before: Mention, name: Mention) -> bool:
    """Tell whether two names stand in following rows of a table or of a list of names with their money."""
    if text.count("\n", before.end, name.start) != 1:
        return False
    above = text[slice(*line_of(text, before.start))]
    below = text[slice(*line_of(text, name.start))]
    return ("|" in above and "|" in below) or (before.by == name.by == "projects.listed")


def _closing(text: str, end: int, sizes: Sequence[QuantityMention]) -> tuple[int, int | None]:
    """Return where the closing of a group ends (등 총 13개 과제) and the size in it."""
    tail = _TAIL.match(text, end)
    start = tail.start("close") if tail and tail["close"] else (tail.end() if tail else end)
    near = [q for q in within(sizes, (start, start + _REACH + 1)) if "\n" not in text[start : q.start]]
    if tail and tail["close"]:
        close = CLOSING.match(text, start)
        size = _size(text, near[0]) if close and near and near[0].start <= close.end() + 6 else None
        return (max(close.end(), near[0].end if size else 0) if close else tail.end()), size
    if near and _STRAIGHT.fullmatch(text, start, near[0].start) and _NOUNS.match(text, near[0].end + 1):
        return near[0].end, _size(text, near[0])
    return start, None


def _size(text: str, quantity: QuantityMention) -> int | None:
    value = quantity.value
    if value is None or value.amount is None or value.unit not in ("개", "건", "가지", "대", ""):
        return None
    beside = text[max(0, quantity.start - 8) : quantity.end + 12]
    return int(Decimal(value.amount)) if _NOUNS.search(beside) else None
