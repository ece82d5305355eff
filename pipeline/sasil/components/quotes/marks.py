"""Words in marks, and whether they are speech."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sasil.components.quotes import patterns

_LONGEST_TERM = 12
_FEWEST_SPACES = 2


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


def is_quote(text: str, marked: Marked, *, headline: bool) -> bool:
    """Tell whether words in double marks are speech: by what hangs on them, or by being a sentence; a term is none."""
    inside = text[marked.start : marked.end]
    after = text[marked.end + 1 : min(marked.line_end, marked.end + 60)]
    if not marked.double or not inside.strip() or not any(map(str.isalpha, inside)):
        return False
    if patterns.QUOTATIVE.match(after):
        return _is_said(inside, after)
    if inside.endswith("것") and patterns.FORESEEN.match(after):
        return True
    if (saying := patterns.SAYING.match(after)) is not None:
        owned = patterns.OF_SPEECH.match(after) is not None and patterns.FINITE.search(inside) is not None
        return owned or _is_thing_said(inside, after[saying.end() :])
    if headline:
        return _is_headline_quote(inside, after)
    return _fills_line(text, marked) or _stands_alone(inside, after)


def _is_said(inside: str, after: str) -> bool:
    """Tell whether …고, …며 hangs speech on a verb, and not a name (“…”라고 부른다)."""
    ending = patterns.QUOTATIVE.match(after)
    rest = after[ending.end() :] if ending else after
    named = patterns.named().match(rest) is not None and patterns.MEANT.match(rest) is None
    return patterns.FINITE.search(inside) is not None or not named


def _fills_line(text: str, marked: Marked) -> bool:
    """Tell whether speech is all that its line holds, perhaps after a bullet."""
    before, after = text[marked.line_start : marked.start - 1], text[marked.end + 1 : marked.line_end]
    words = text.count(" ", marked.start, marked.end)
    return words >= 2 and patterns.ANSWERS.fullmatch(before) is not None and not after.strip()


def _is_thing_said(inside: str, rest: str) -> bool:
    if patterns.named().match(rest) and not patterns.FINITE.search(inside):
        return False
    said = patterns.thing().match(rest) is not None
    return said and (patterns.FINITE.search(inside) is not None or " " in inside)


def _is_headline_quote(inside: str, after: str) -> bool:
    """Tell whether words in a headline are speech: a sentence, or several words with no noun hung on them."""
    if patterns.PARTICLE_AFTER.match(after):
        return False
    if patterns.FINITE.search(inside):
        return True
    spaces = inside.count(" ")
    if patterns.NOUN_AFTER.match(after) is None:
        return spaces >= 1 or len(inside) > _LONGEST_TERM
    return after.startswith(" ") and (spaces >= _FEWEST_SPACES or (spaces > 0 and _told(after)))


def _told(after: str) -> bool:
    """Tell whether the word behind is one for what is said: “연내 착공” 약속."""
    return patterns.thing().match(after, 1) is not None or patterns.REPORT.match(after) is not None


def _stands_alone(inside: str, after: str) -> bool:
    if re.match("[가-힣A-Za-z]", after) or not patterns.FINITE.search(inside):
        return False
    return inside.count(" ") >= 1 or len(inside) > _LONGEST_TERM
