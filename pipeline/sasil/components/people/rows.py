"""People in a row: those who share one title behind them, and those who stand beside one whose body is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from sasil.components.people.surroundings import Office
from sasil.record import Mention

_NEXT = re.compile(r"(?:\s?\([^()\n]{1,30}\))?(?:\s?[·,ㆍ‧]\s?|\s?(?:와|과|및)\s)")
_BESIDE = re.compile(r"[^\n“”\".]{0,30}?(?:[·,]\s?|[와과]\s|및\s)[^\n“”\".]{0,4}")
_FAR = 40
_start = attrgetter("start")


def shared(text: str, persons: Sequence[Mention], offices: Sequence[Office]) -> list[Office]:
    """Return the offices, those of a row filled from one another: 나루시의회 길태오·명소윤 의원 are both 의원 of it.

    >>> from sasil.record import NameMention
    >>> text = "길태오·명소윤 의원"
    >>> row = [NameMention(type="PERSON", start=s, end=s + 3, text=text[s : s + 3], by="x") for s in (0, 4)]
    >>> [office.title for office in shared(text, row, [Office(), Office("의원")])]
    ['의원', '의원']
    """
    filled = list(offices)
    for number in range(len(persons) - 2, -1, -1):
        if filled[number].title is None and _in_row(text, persons, number):
            filled[number] = filled[number]._replace(title=filled[number + 1].title)
    for number in range(len(persons) - 1):
        if _in_list(text, persons, number) and filled[number].title is not None and filled[number + 1].body is None:
            filled[number + 1] = filled[number + 1]._replace(title=filled[number].title)
    for number in range(len(persons) - 1):
        here, after = filled[number], filled[number + 1]
        if after == Office() and here.title is not None and _in_bracket(text, persons, number):
            filled[number + 1] = after._replace(title=here.title, body=here.body)
            continue
        if after.body is None and here.title == after.title is not None and _in_row(text, persons, number):
            filled[number + 1] = after._replace(body=here.body, unit=after.unit or here.unit)
    return filled


def belonging(
    text: str, persons: Sequence[Mention], bodies: Sequence[Mention], offices: Sequence[Office]
) -> list[Office]:
    """Return the offices, with the bodies that a later sentence tells of: … 선장이 준비했다. 나루해운 소속인 그는.

    >>> from sasil.record import NameMention
    >>> text = "길태오 선장이 왔다. 나루해운 소속인 그는"
    >>> places = (("PERSON", 0, 3), ("ORG", 12, 16))
    >>> who, body = (NameMention(type=t, start=s, end=e, text=text[s:e], by="x") for t, s, e in places)
    >>> [office.body for office in belonging(text, [who], [body], [Office("선장")])]
    ['나루해운']
    """
    told = list(offices)
    for body in bodies:
        if _BELONGS.match(text, body.end) is not None:
            number = bisect_left(persons, body.start, key=_start) - 1
            if number >= 0 and told[number].body is None:
                told[number] = told[number]._replace(body=body.text)
    return told


_BELONGS = re.compile(r"\s소속(?:인|으로|의)?\s?그(?:녀)?[는가의]")


def _in_row(text: str, persons: Sequence[Mention], number: int) -> bool:
    """Tell whether nothing but a sign stands between a person and the next."""
    here, after = persons[number], persons[number + 1]
    return after.start - here.end <= _FAR and _NEXT.fullmatch(text, here.end, after.start) is not None


def _in_list(text: str, persons: Sequence[Mention], number: int) -> bool:
    """Tell whether a person follows another under one title of a list of appointments: ▲전무 길태오(본부장) 명소윤."""
    here, after = persons[number], persons[number + 1]
    if after.start - here.end > _FAR or _LISTED.fullmatch(text, here.end, after.start) is None:
        return False
    start = max(text.rfind("\n", 0, here.start) + 1, here.start - _LONGEST_ITEM)
    return _ITEM.search(text, start, here.start) is not None


def _in_bracket(text: str, persons: Sequence[Mention], number: int) -> bool:
    """Tell whether a person stands behind another under one title in a bracket: 나루화학(대표 석바름·국은하)."""
    here, after = persons[number], persons[number + 1]
    if text[here.end : after.start].strip() not in ("·", ",", "ㆍ", "") or text[after.end : after.end + 1] not in "),·":
        return False
    return _OPENED.search(text, max(here.start - _FAR, 0), here.start) is not None


_OPENED = re.compile(r"\([^()\n]*\Z")
_LISTED = re.compile(r"(?:\([^()\n]{1,30}\))?[ ]?[,·]?[ ]?")
_ITEM = re.compile(r"[▲△▶▷◆◇■□●○<〈][^▲△▶▷◆◇■□●○<〈\n]*\Z")
_LONGEST_ITEM = 200


def neighbour(text: str, persons: Sequence[Mention], person: Mention) -> Mention | None:
    """Return the person before another in the same row of people with their titles: 심재헌 총장과 오승주 단장."""
    number = bisect_left(persons, person.start, key=_start) - 1
    if number < 0 or person.start - persons[number].end > _FAR:
        return None
    before = persons[number]
    return before if _BESIDE.fullmatch(text, before.end, person.start) else None
