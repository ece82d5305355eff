"""Interviews: whose the answers are that stand in marks under questions."""

from __future__ import annotations

from sasil.components.quotes import patterns
from sasil.components.quotes.marks import Marked
from sasil.components.quotes.speakers import Known, Speaker

_FEWEST = 2
_HEAD = 400


class Interview:
    """Who answers in a text, if it is an interview, and where the answers stand."""

    def __init__(self, known: Known, title_end: int) -> None:
        self._answers = {match.end() for match in patterns.QUESTION.finditer(known.text)}
        asked = len(self._answers) >= _FEWEST or patterns.INTERVIEW.search(known.text) is not None
        self._guest = _guest(known, title_end, min(self._answers, default=_HEAD)) if asked else None

    def answer(self, marked: Marked) -> Speaker | None:
        """Return the guest where the words answer a question."""
        return self._guest if marked.start in self._answers else None

    def other(self, known: Known, marked: Marked) -> Speaker | None:
        """Return the guest for words in marks that the text gives to nobody; within an answer they are another's."""
        return None if patterns.ANSWER.match(known.text, marked.line_start) else self._guest


def _guest(known: Known, title_end: int, first: int) -> Speaker | None:
    """Return the first person of the title, else of the lead, reporters left out."""
    for end in (title_end, max(first, title_end)):
        for mention in known.persons:
            if mention.end <= end and patterns.REPORTER.match(known.text, mention.end) is None:
                return known.person(mention)
    return None
