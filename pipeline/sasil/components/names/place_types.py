"""Whether a chain of places is a place or a body that acts there: by what it ends in and what stands beside it."""

from __future__ import annotations

import re

from sasil.components.names.bodies import is_unit
from sasil.components.names.chains import Link
from sasil.components.names.gazetteer import GOVERNMENT, ending_of, signs
from sasil.components.names.governments import HEADED, role
from sasil.components.names.patterns import TEAM
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import NameType

_BARE = ("bare", "province_bare")
_AT = ("에", "으로", "로", "서", "까지", "부터", "를", "을")
_ACTS = ("은", "는", "이", "가", "측", "측은", "도")
_DESK = re.compile(r"[가-힣]{2,5}계\Z")
_STAFF = ("직원", "공무원", "관계자", "소속", "출신", "담당")
_HALLS = re.compile(r"(?:청|시청|군청|구청|도청)\Z")


def type_of(reading: Reading, chain: list[Link]) -> NameType:
    """Return what a chain of places is where it stands: ORG if it acts, LOC if something is or happens there."""
    last = reading.phrases[chain[-1].at]
    length = chain[-1].length
    kind = chain[-1].kind
    if kind == "hall":
        return "ORG" if last.tail in _ACTS or _has_staff(reading, last) else "LOC"
    if kind in GOVERNMENT or kind in _BARE:
        found = role(reading, last, length, full=kind in GOVERNMENT)
        behind = reading.next_to(chain[-1].at)
        rest = last.rest(length)
        start = reading.phrases[chain[0].at].start
        if found == "ORG" and rest == "" and in_cell(reading, start, last.end):
            return "LOC"
        if found == "ORG" and len(chain) > 1 and rest in ("", "의", "과", "와", "에서는"):
            acts = HEADED.match(reading.text, last.end) or (behind is not None and is_unit(behind.stem))
            opens = start == 0
            return found if acts or opens else "LOC"
        return found
    if len(chain) > 1 and kind in ("facility", "named") and last.tail not in ("은", "는", "이", "가"):
        return "LOC"
    if kind == "facility" and _may_act(last) and not _sited(reading, chain[-1].at, last):
        return "ORG"
    if kind == "facility" and _HALLS.search(last.stem) and last.tail in ("은", "는", "이", "가"):
        return "ORG"
    return "LOC"


def _has_staff(reading: Reading, hall: Phrase) -> bool:
    """Tell whether a unit, the staff or a team of a government stands behind its seat: 하랑군청 교통계에서."""
    behind = reading.next_to(hall.number)
    if behind is None or not hall.bare:
        return False
    return (
        (is_unit(behind.stem) and behind.stem[-1] != "실")
        or _DESK.match(behind.stem) is not None
        or behind.stem.startswith(_STAFF)
        or TEAM.search(behind.stem) is not None
    )


def _may_act(phrase: Phrase) -> bool:
    """Tell whether a facility may act: a research centre may, a convention centre not."""
    body, place = ending_of(phrase.stem, "ORG"), ending_of(phrase.stem, "LOC")
    if body is None:
        return False
    plainly = place is not None and place.need == "free" and len(place.form) > len(body.form)
    return not plainly or phrase.tail in ("은", "는", "이", "가")


def _sited(reading: Reading, index: int, phrase: Phrase) -> bool:
    """Tell whether a facility that may also act is a place here: 완도해양치유센터에서."""
    if phrase.tail.startswith(_AT):
        return True
    behind = reading.next_to(index)
    return behind is not None and behind.stem in signs("room")


def in_cell(reading: Reading, start: int, end: int) -> bool:
    """Tell whether words fill a cell of a table."""
    before = reading.text[max(start - 3, 0) : start].rstrip(" ")[-1:]
    behind = reading.text[end : end + 3].lstrip(" ")[:1]
    return (before == "|" and behind in ("|", "\n", "")) or (before in ("\n", "") and behind == "|")
