"""Interviews: whose the answers are that stand in marks under questions, or behind the name of the one who speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from sasil.components.quotes import patterns
from sasil.components.quotes.known import Known, Speaker
from sasil.components.quotes.marks import Marked

_FEWEST = 2
_HEAD = 400
_LONGEST_QUESTION = 160
_LONGEST_LABEL = 40


class Interview:
    """Who answers in a text, if it is an interview, and where the answers stand."""

    def __init__(self, known: Known, title_end: int, spoken: Sequence[Marked]) -> None:
        self._known = known
        self._answers = _answers(known.text, spoken)
        asked = len(self._answers) >= _FEWEST or _is_interview(known.text)
        self._guest = _guest(known, title_end, min(self._answers, default=_HEAD)) if asked else None

    def answer(self, marked: Marked) -> Speaker | None:
        """Return the one whose name stands before the words, or the guest where they answer a question."""
        return _named(self._known, marked) or (self._guest if marked.start in self._answers else None)

    def other(self, marked: Marked) -> Speaker | None:
        """Return the guest for words in marks that the text gives to nobody; within an answer they are another's."""
        return None if patterns.ANSWER.match(self._known.text, marked.line_start) else self._guest


def _is_interview(text: str) -> bool:
    if any(word in text for word in patterns.INTERVIEW_WORDS):
        return True
    lines = f"\n{text}"
    return patterns.INTERVIEW_LINE.search(lines) is not None or patterns.INTERVIEW_MARK.search(lines) is not None


def _answers(text: str, spoken: Sequence[Marked]) -> set[int]:
    """Return where the words in marks begin that answer a question on the line above, or go on with such an answer."""
    found: set[int] = set()
    last_line = -1
    for marked in spoken:
        label = text[marked.line_start : min(marked.start - 1, marked.line_start + _LONGEST_LABEL)]
        if marked.line_start + len(label) != marked.start - 1 or not patterns.ANSWERS.fullmatch(label):
            continue
        start, end = _line_above(text, marked.line_start)
        if is_question(text[start:end]) or (found and start == last_line):
            found.add(marked.start)
            last_line = marked.line_start
    return found


def _line_above(text: str, line: int) -> tuple[int, int]:
    """Return the last line with words above a line, or as much of it as a question can be long."""
    end = line
    while end > 0 and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", max(end - _LONGEST_QUESTION, 0), end) + 1
    return (start, end) if start or end <= _LONGEST_QUESTION else (end, end)


def is_question(line: str) -> bool:
    """Tell whether a line asks: by a mark before it, or by how it ends.

    >>> [is_question(line) for line in ("Q1. 언제부터인가요", "-은퇴 뒤 계획은", "회의를 마쳤다.")]
    [True, True, False]
    """
    if "“" in line[:3] or not line:
        return False
    return patterns.QUESTION.match(line) is not None or patterns.ASKS.search(line) is not None


def _named(known: Known, marked: Marked) -> Speaker | None:
    """Return the person whose name opens the line, with nothing but a title and a colon before the words."""
    at = bisect_left(known.persons, marked.line_start, key=attrgetter("start"))
    person = known.persons[at] if at < len(known.persons) else None
    if (
        person is None
        or person.end > marked.start
        or not patterns.BULLETS.fullmatch(known.text, marked.line_start, person.start)
    ):
        return None
    return known.person(person) if patterns.NAME_LABEL.fullmatch(known.text, person.end, marked.start - 1) else None


def _guest(known: Known, title_end: int, first: int) -> Speaker | None:
    """Return the first person of the title, else of the lead, else of a line that says 인터뷰, reporters left out."""
    persons = [m for m in known.persons if patterns.REPORTER.match(known.text, m.end) is None]
    for end in (title_end, max(first, title_end)):
        if persons and persons[0].end <= end:
            return known.person(persons[0])
    signed = (m for m in persons if patterns.SIGNED.match(known.text, m.end))
    guest = next(signed, None)
    return known.person(guest) if guest is not None else None
