"""Schools, universities and their campuses by short forms: 남해여중 교장, 나주대, 한울대 나주캠퍼스."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.anchors import Anchored
from sasil.components.names.bodies import units_end
from sasil.components.names.gazetteer import denied, ends_denied, is_general, known_names
from sasil.components.names.judging import is_common_name
from sasil.components.names.patterns import COLLEGE, SCHOOL
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate


def find_schools(reading: Reading) -> Iterator[Candidate]:
    """Give schools and universities by their short forms, where what stands beside tells them from other words.

    >>> from sasil.components.names.reading import Reading
    >>> [c.end for c in find_schools(Reading("누리여중 교장이", []))]
    [4]
    """
    for index, clues in reading.clues:
        if clues.place and _is_college(reading.phrases[index]):
            phrase = reading.phrases[index]
            reached = units_end(reading, index, phrase.stop)
            yield Candidate(phrase.start, reached, "ORG", "college", 6 + (reached > phrase.stop))
        if clues.unit and (campus := _campus(reading, index)) is not None:
            yield campus
    for pattern in (_SCHOOLS, _COLLEGES):
        for match in pattern.finditer(reading.text):
            school = reading.phrases.starting(match.start(1))
            if school is None or school.common_word or match[1] in denied("ORG") or is_general(match[1][:-1]):
                continue
            if not ends_denied(match[1], "COLLEGE", 2):
                reached = units_end(reading, school.number, match.end(1))
                weight = 5 if is_common_name(match[1]) else 9
                yield Candidate(match.start(1), reached, "ORG", "school", weight + (reached > match.end(1)))


_SCHOOLS = Anchored(SCHOOL, sign=re.compile(r"[초중고](?:에서)?\s"), before=8, behind=16)
_COLLEGES = Anchored(COLLEGE, sign=re.compile(r"대[와과·,\s]"), before=6, behind=48)


def _campus(reading: Reading, index: int) -> Candidate | None:
    """Return a university with its campus: 한울대 나주캠퍼스."""
    phrase = reading.phrases[index]
    before = reading.phrases[index - 1] if index and phrase.stem.endswith("캠퍼스") else None
    if before is None or before.end != phrase.start - 1 or not before.raw.endswith(("대", "대학", "대학교")):
        return None
    known = len(before.raw) > 2 and before.raw not in ("대학", "대학교") and before.raw not in denied("ORG")
    return Candidate(before.start, phrase.stop, "ORG", "campus", 7) if known else None


def _is_college(phrase: Phrase) -> bool:
    """Tell whether a place with 대 is meant for its university: 나주대, 삼척해양대."""
    stem = phrase.stem
    if len(stem) < 3 or stem[-1] != "대" or stem in known_names().forms or phrase.common:
        return False
    entry = known_names().first(stem)
    return entry is not None and entry.kind == "bare" and stem[len(entry.form) : -1] in _FIELDS


_FIELDS = ("", "해양", "과학", "공", "과기", "여", "보건", "예술", "교육", "산업", "정보", "의과", "한의", "농")
