"""What the word lists say of a single word, whatever stands around it: the first sieve, through which few words go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sasil.components.names.gazetteer import GOVERNMENT, PLACE, endings, known_names, signs, surnames, titles
from sasil.components.names.phrases import stems

TOWN = re.compile(r"[가-힣]{1,5}\d{0,2}(?:읍|면|동|리|가)\Z")
COUNTY_TOWN = re.compile(r"[가-힣]{2,3}읍(?=\Z|[과와에은는이가을를의]|까지|부터|으로)")

GLUED = ("이사장", "사장", "총장", "회장", "장관", "차관", "의장", "대표이사", "대표", "청장", "지사", "장")
"""Offices written onto their organisation, the longer first."""

_TITLE, _ADDRESS, _BODY, _UNIT, _PLACE, _FIRM, _KIND = (1 << bit for bit in range(7))
_TOWN_SIGNS = "읍면동리가"
_LONGEST = 60
_LONGEST_NAMED = 6


class Clues(NamedTuple):
    """Whether a word may hold a title, an organisation (by list or ending), a unit, a place, a firm by its ending.

    ``kind``: it may be a kind of firms (기업, 전문업체), behind which one is named.
    """

    title: bool
    body: bool
    unit: bool
    place: bool
    firm: bool
    kind: bool


@lru_cache(maxsize=1 << 16)
def clues_of(raw: str) -> Clues | None:
    """Return what a word may be, or None where it can be no name and no title.

    >>> clues_of("창원시장은"), clues_of("빠르게")
    (Clues(title=True, body=False, unit=False, place=True, firm=False, kind=False), None)
    """
    if len(raw) > _LONGEST:
        return None
    held, lengths = _listed(raw), _lengths()
    for form in stems(raw):
        sign = form[-1]
        if sign in lengths:
            held |= _of_ending(form, lengths[sign])
        if sign in _TOWN_SIGNS and len(form) > 1 and (sign != "가" or form[-2].isdigit()) and TOWN.match(form):
            held |= _PLACE
    if raw.endswith("인"):  # 농기계업체인 한들농기
        held |= _of_ending(raw[:-1], lengths.get(raw[-2:-1], ())) & _KIND
    if not held & ~_ADDRESS:
        return None
    marks = (held & _TITLE, held & _BODY, held & _UNIT, held & _PLACE, held & _FIRM, held & _KIND)
    return Clues(*(mark > 0 for mark in marks))


def _listed(raw: str) -> int:
    held = 0
    for entry in known_names().starting(raw):
        held |= _PLACE if entry.kind in GOVERNMENT or entry.kind in PLACE else _BODY
    return held | _PLACE if "읍" in raw[:4] and COUNTY_TOWN.match(raw) else held


def _of_ending(form: str, lengths: tuple[int, ...]) -> int:
    """Return what the end of a word says; an address of one sign (씨, 양) counts only behind a surname."""
    marks, held = _marks(), 0
    for length in lengths:
        held |= marks.get(form[-length:], 0)
    if held & _ADDRESS and (len(form) == 1 or (len(form) <= _LONGEST_NAMED and form[0] in surnames())):
        held |= _TITLE
    return held


@cache
def _marks() -> dict[str, int]:
    """Return for each ending of a name or title what it says."""
    marks: dict[str, int] = {}
    for form, mark in _endings():
        marks[form] = marks.get(form, 0) | mark
    return marks


def _endings() -> Iterator[tuple[str, int]]:
    for form in titles():
        yield form, _TITLE if len(form) > 1 else _ADDRESS
    for form in endings("ORG"):
        yield form, _BODY
        yield from ((form + glued, _BODY) for glued in GLUED)
    yield from ((form, _FIRM) for form in signs("firm_ending"))
    yield from ((form, _KIND) for form in signs("before_firm"))
    yield from ((form, _UNIT) for form in endings("UNIT"))
    yield from ((form, _PLACE) for form in endings("LOC"))


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """Return for each last sign the lengths that endings of it have."""
    lengths: dict[str, set[int]] = {}
    for form in _marks():
        lengths.setdefault(form[-1], set()).add(len(form))
    return {sign: tuple(sorted(held)) for sign, held in lengths.items()}
