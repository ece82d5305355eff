"""Firms in a row behind what they are together: 수상기업은 다온정밀, 엘엠솔라, 두리바이오 등 3곳이다."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.clues import TOWN
from sasil.components.names.firm_frames import is_firm_shaped
from sasil.components.names.gazetteer import denied, ending_of, is_general, kinds_of_firm, known_names, title_of
from sasil.components.names.judging import is_common_name
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_TOLD = ("은", "는", "으로", "로", "으로는", "로는", "에는", "에", "인")
_PARTICLES = "은는으로에인"
_FIRST = re.compile(r"\s?[:：]\s?|\s\|\s|\s")
_NEXT = re.compile(r",\s?|\s?[·ㆍ]\s?|\s(?:및|그리고)\s")
_ALIKE = ("와", "과", "하고", "이랑")
_LONGEST = 30
_FEWEST = 2


def find_firms_in_rows(reading: Reading) -> Iterator[Candidate]:
    """Give the firms that stand in a row behind a kind of firm, two or more, and learn them.

    >>> from sasil.components.names.reading import Reading
    >>> text = "참가기업: 가람로봇, 두리바이오"
    >>> [text[c.start : c.end] for c in find_firms_in_rows(Reading(text, []))]
    ['가람로봇', '두리바이오']
    """
    kinds, last = kinds_of_firm(), len(reading.phrases) - 1
    for number, clues in reading.clues:
        if not clues.kind or number == last or not reading.phrases.raws[number].rstrip(_PARTICLES).endswith(kinds):
            continue
        kind = reading.phrases[number]
        if kind.stem.endswith(kinds) and _opens(reading, kind):
            row = list(_row(reading, reading.phrases[number + 1]))
            if len(row) >= _FEWEST:
                for firm in row:
                    reading.learn(firm.stem, "company")
                    yield Candidate(firm.start, firm.stop, "ORG", "firm_row", 5)


def _opens(reading: Reading, kind: Phrase) -> bool:
    """Tell whether a row may follow a kind of firm: 참가사는, 수상기업:, | 참여업체 |."""
    behind = reading.phrases[kind.number + 1]
    between = reading.text[kind.end : behind.start]
    if _FIRST.fullmatch(between) is None:
        return False
    return kind.tail in _TOLD if between == " " else kind.bare


def _row(reading: Reading, first: Phrase) -> Iterator[Phrase]:
    phrase: Phrase | None = first
    for _ in range(_LONGEST):
        if phrase is None or not _may_be_firm(reading, phrase):
            return
        yield phrase
        after = _NEXT.match(reading.text, phrase.end) if phrase.bare else None
        if after is not None:
            phrase = reading.phrases.starting(after.end())
        else:
            phrase = reading.phrases.starting(phrase.end + 1) if phrase.tail in _ALIKE else None


def _may_be_firm(reading: Reading, phrase: Phrase) -> bool:
    stem = phrase.stem
    if len(stem) < 2 or stem in denied("ORG") or is_general(stem) or is_common_name(stem) or TOWN.match(stem):
        return False
    entry = known_names().forms.get(stem)
    if entry is not None:
        return entry.kind in ("company", "group", "bank")
    if title_of(stem) is not None or ending_of(stem, "LOC") is not None or ending_of(stem, "UNIT") is not None:
        return False
    return (
        stem in reading.learned.forms or is_firm_shaped(reading, phrase) or reading.unheard(phrase) or not phrase.tags
    )
