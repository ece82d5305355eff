"""Whether words in marks are speech: by what hangs on them, by their ending, by who stands behind them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from sasil.components.quotes import patterns
from sasil.components.quotes.marks import Marked, marked_words
from sasil.record import Mention

_LONGEST_TERM = 12
_FEWEST_SPACES = 2
_LETTER = re.compile(r"[가-힣A-Za-z]")


def spoken_words(text: str, title_end: int, mentions: Sequence[Mention]) -> list[Marked]:
    """Return the words in double marks that are speech, in order; ``title_end`` is where the headlines end.

    >>> text = "그는 “함께 간다”, “늦지 않다”고 했다. “한마당” 행사도 열린다."
    >>> [text[m.start : m.end] for m in spoken_words(text, -1, [])]
    ['함께 간다', '늦지 않다']
    """
    named = {(m.start, m.end) for m in mentions if m.end <= title_end}
    persons = [m.start for m in mentions if m.type == "PERSON"]
    said: list[Marked] = []
    following: Marked | None = None
    for one in reversed(marked_words(text)):
        headline = one.line_end <= title_end
        listed = following is not None and said[-1:] == [following] and _goes_with(text, one, following)
        following = one
        if headline and one[:2] in named:
            continue
        if is_quote(text, one, headline=headline) or listed or person_behind(text, one, persons) is not None:
            said.append(one)
    return said[::-1]


def _goes_with(text: str, marked: Marked, following: Marked) -> bool:
    """Tell whether words are the first of several that one verb hangs on: “또 막혔다”, “더는 못 참아”라며."""
    apart = patterns.LISTED.fullmatch(text, marked.end + 1, following.start - 1)
    return marked.double and apart is not None and " " in text[marked.start : marked.end]


def person_behind(text: str, marked: Marked, persons: Sequence[int]) -> int | None:
    """Return where the person begins whom a sentence in marks describes: “배우는 게 즐겁다”는 나은결 씨."""
    saying = patterns.SAYING.match(text, marked.end + 1, marked.line_end)
    if saying is None or not marked.double or not patterns.FINITE.search(text, marked.start, marked.end):
        return None
    at = bisect_left(persons, saying.end())
    behind = persons[at] if at < len(persons) else None
    if behind is None or patterns.DESCRIBED.fullmatch(text, saying.end(), behind) is None:
        return None
    return behind


def is_quote(text: str, marked: Marked, *, headline: bool) -> bool:
    """Tell whether words in double marks are speech: by what hangs on them, or by being a sentence; a term is none."""
    inside = text[marked.start : marked.end]
    after = text[marked.end + 1 : min(marked.line_end, marked.end + 60)]
    if not marked.double or not inside.strip() or not any(map(str.isalpha, inside)):
        return False
    if patterns.QUOTATIVE.match(after):
        return _is_said(inside, after)
    if patterns.DOING.match(after):
        return patterns.FINITE.search(inside) is not None
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
    clause = spaces >= _FEWEST_SPACES and patterns.CLAUSE.search(inside) is not None
    return after.startswith(" ") and (clause or (spaces > 0 and _told(after)))


def _told(after: str) -> bool:
    """Tell whether the word behind is one for what is said: “연내 착공” 약속."""
    return patterns.thing().match(after, 1) is not None or patterns.REPORT.match(after) is not None


def _stands_alone(inside: str, after: str) -> bool:
    if _LETTER.match(after) or not patterns.FINITE.search(inside):
        return False
    return inside.count(" ") >= 1 or len(inside) > _LONGEST_TERM
