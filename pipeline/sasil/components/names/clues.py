"""What the word lists say of a single word, whatever stands around it: the first sieve, through which few words go."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from sasil.components.names.gazetteer import GOVERNMENT, PLACE, ending_of, known_names, surnames, title_of
from sasil.components.names.phrases import stems

TOWN = re.compile(r"[가-힣]{1,5}\d{0,2}(?:읍|면|동|리|가)\Z")
COUNTY_TOWN = re.compile(r"[가-힣]{2,3}읍(?=\Z|[과와에은는이가을를의]|까지|부터|으로)")


class Clues(NamedTuple):
    """Whether a word may hold a title, an organisation (by list or ending), a unit, a place."""

    title: bool
    body: bool
    unit: bool
    place: bool


@lru_cache(maxsize=1 << 16)
def clues_of(raw: str) -> Clues | None:
    """Return what a word may be, or None where it can be no name and no title.

    >>> clues_of("창원시장은"), clues_of("빠르게")
    (Clues(title=True, body=False, unit=False, place=True), None)
    """
    if len(raw) > 60:
        return None
    forms = stems(raw)
    kinds = {entry.kind for entry in known_names().starting(raw)}
    place = bool(kinds & (GOVERNMENT | PLACE)) or COUNTY_TOWN.match(raw) is not None
    place = place or any(ending_of(form, "LOC") or TOWN.match(form) for form in forms)
    body = bool(kinds - GOVERNMENT - PLACE) or any(_may_end(form) for form in forms)
    title = any(_may_be_titled(form) for form in forms)
    unit = any(ending_of(form, "UNIT") for form in forms)
    return Clues(title, body, unit, place) if title or body or unit or place else None


def _may_be_titled(form: str) -> bool:
    title = title_of(form)
    if title is None or len(title.form) > 1 or form == title.form:
        return title is not None
    return form[0] in surnames() and len(form) <= 6


def _may_end(form: str) -> bool:
    if ending_of(form, "ORG") is not None:
        return True
    return any(form.endswith(glued) and ending_of(form[: -len(glued)], "ORG") for glued in GLUED)


GLUED = ("이사장", "사장", "총장", "회장", "장관", "차관", "의장", "대표이사", "대표", "청장", "본부장", "지사", "장")
"""Offices written onto their organisation, the longer first."""
