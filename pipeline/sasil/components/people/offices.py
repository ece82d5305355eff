"""The office of one mention of a person: what is given to it, what stands before the name and what stands behind."""

from __future__ import annotations

from sasil.components.names.gazetteer import title_of
from sasil.components.names.patterns import RANK
from sasil.components.people.appointments import appointed
from sasil.components.people.before import office_before
from sasil.components.people.behind import office_behind
from sasil.components.people.surroundings import Office, Surroundings
from sasil.record import Mention


def office_at(around: Surroundings, person: Mention) -> Office:
    """Return the office that the words around one mention of a person tell.

    An office that the sentence gives to the person goes before all others; what stands before the name has the first
    word, but for trades and offices that lean on the title behind, and ranks of firms: 기획처장 석다정 교수 is
    기획처장, 연구책임자인 석다정 교수 is 교수, 감사실장 석다정 상무 is 상무.
    """
    given = appointed(around, person)
    before, behind = office_before(around, person), office_behind(around, person)
    if given.title is not None:
        return given._replace(unit=given.unit or (None if behind.former else behind.unit), given=True)
    if before.title and behind.title:
        if behind.former:
            return before
        if _is_of_another(around, person):
            return behind
        if before.leans or (before.body is None and behind.body is not None) or _is_rank(around, person, behind.title):
            return behind.filled(before)
        return before.filled(behind._replace(body=None) if before.body else behind)
    if before.title is None and before.body is not None and behind.former:
        return behind
    return before.filled(behind)._replace(former=behind.former)


def _is_of_another(around: Surroundings, person: Mention) -> bool:
    """Tell whether the title before a name belongs to the person before it: 명소윤 총무부장 길태오 예산부장."""
    held = around.reading.phrases.starting(person.start)
    if held is None or held.number < 2 or not around.side_by_side(held.number - 1):
        return False
    return around.reading.phrases[held.number - 1].start - 1 in around.people_ends


def _is_rank(around: Surroundings, person: Mention, title: str) -> bool:
    """Tell whether a title behind a name, not in a bracket, is a rank of a firm."""
    held = title_of(title)
    bracket = around.text[person.end : person.end + 1] == "("
    return not bracket and held is not None and held.form == title and title in _RANKS


_RANKS = frozenset(
    {"회장", "부회장", "사장", "부사장", "전무", "전무이사", "상무", "상무이사", "상무보", "이사", "이사대우"}
)


def rank_beside(around: Surroundings, person: Mention) -> str | None:
    """Return the rank beside a person in a line of contact: 감우석 책임, 책임 망절우진."""
    text = around.text
    behind = RANK.match(text, person.end + 1) if text[person.end : person.end + 1] == " " else None
    if behind is not None and not text[behind.end() : behind.end() + 1].isalpha():
        return behind[0]
    before = around.reading.phrases.ending(person.start - 1)
    within = before is not None and before.end in around.ending
    return before.raw if before is not None and not within and RANK.fullmatch(before.raw) else None
