"""Bodies that serve as a venue are places there: 14시 대전 한울대학교 대강당, 한울대에서 열린 공청회."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sasil.components.names.chains import is_sited
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_HELD_AT = re.compile(
    r"에서\s(?:[^.\n]{0,12}\s)?(?:열리|열린|열렸|열릴|개막|막을 올|치러)|[을를]\s시작으로"
    r"|\s(?:앞|정문|후문|본관|청사|광장|앞마당|마당)(?=에서|에|[\s,|)]|$)"
)


def find_venues(reading: Reading, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Give the bodies among the candidates that are a venue, with the places before them.

    >>> from sasil.components.names.reading import Reading
    >>> text = "대전 한울대학교에서 열린 공청회"
    >>> list(find_venues(Reading(text, []), [Candidate(0, 2, "LOC", "bare"), Candidate(3, 8, "ORG", "ending", 4)]))
    [Candidate(start=0, end=8, type='LOC', by='venue', weight=9)]
    """
    chains = {one.end for one in found if one.type == "LOC"}
    places = {one.end: one.start for one in found if one.type == "LOC"}
    for one in found:
        if one.type != "ORG" or one.end in chains or one.by in ("asked", "firm", "copyright", "dateline"):
            continue
        start = places.get(one.start - 1, one.start) if reading.before(one.start) == " " else one.start
        if _HELD_AT.match(reading.text, one.end) or (is_sited(reading, start, one.end) and not _acts(reading, one.end)):
            yield Candidate(start, one.end, "LOC", "venue", 9)


def _acts(reading: Reading, end: int) -> bool:
    """Tell whether a line ends behind the body, as where it is named for what it does: 09:00 나루시."""
    return reading.text[end : end + 1] in ("\n", "")
