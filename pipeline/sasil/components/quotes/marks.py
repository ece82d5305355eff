"""Words in marks: their places, the outer ones where marks are nested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sasil.components.quotes import patterns


class Marked(NamedTuple):
    """Words in marks: their place without the marks, the kind of marks, and the line that they stand in."""

    start: int
    end: int
    double: bool
    line_start: int
    line_end: int


def marked_words(text: str) -> list[Marked]:
    r"""Return the words in marks, the outer ones where marks are nested; a mark without its twin is passed over.

    >>> [text[m.start:m.end] for text in ['“‘함께’가 답”이라고 “끝'] for m in marked_words(text)]
    ['‘함께’가 답']
    """
    found: list[Marked] = []
    mark = patterns.MARKS.search(text)
    while mark is not None:
        end = text.find("\n", mark.start())
        end = len(text) if end < 0 else end
        found += _in_line(text, text.rfind("\n", 0, mark.start()) + 1, end)
        mark = patterns.MARKS.search(text, end)
    return found


def _in_line(text: str, start: int, end: int) -> list[Marked]:
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int, bool]] = []
    last = {"“": text.rfind("”", start, end), "‘": text.rfind("’", start, end)}
    for sign in patterns.MARKS.finditer(text, start, end):
        mark, at = sign[0], sign.start()
        if mark in "“‘":
            opened.append((mark, at))
        elif mark == "'" and patterns.YEAR.match(text, at + 1):
            continue
        elif not _close(opened, pairs, _openings(mark, at, last), at) and _may_open(text, mark, at):
            opened.append((mark, at))
    return list(_outer(pairs, start, end))


def _may_open(text: str, mark: str, at: int) -> bool:
    """Tell whether a straight mark may open: words stand right behind it."""
    return mark in "\"＂'" and not text[at + 1 : at + 2].isspace()


def _openings(mark: str, at: int, last: dict[str, int]) -> set[str]:
    """Return the marks that a closing one ends: its twin, or across curly and straight where the twin is missing."""
    curly, straight = ("“", {'"', "＂"}) if mark in '”"＂' else ("‘", {"'"})
    if mark in "”’":
        return {curly}
    return straight | {curly} if last[curly] < at else straight


def _close(opened: list[tuple[str, int]], pairs: list[tuple[int, int, bool]], twins: set[str], at: int) -> bool:
    """Pair a closing mark with the nearest opening one."""
    for place in range(len(opened) - 1, max(-1, len(opened) - 9), -1):
        if opened[place][0] in twins:
            pairs.append((opened[place][1] + 1, at, opened[place][0] not in "‘'"))
            del opened[place:]
            return True
    return False


def _outer(pairs: list[tuple[int, int, bool]], start: int, end: int) -> Iterator[Marked]:
    """Give the pairs of a line that lie in no other."""
    last = -1
    for first, stop, double in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if first > last and stop > first:
            last = stop
            yield Marked(first, stop, double, start, end)
