"""Organisations by the word lists and by how their names end, with the units that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.clues import GLUED
from sasil.components.names.gazetteer import (
    GOVERNMENT,
    PLACE,
    Ending,
    Entry,
    denied,
    ending_of,
    ends_denied,
    is_general,
    known_names,
    long_forms,
    signs,
    title_of,
    titles,
)
from sasil.components.names.judging import name_lengths
from sasil.components.names.leaning import NATIONAL, start_before
from sasil.components.names.patterns import TAIL
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_OF_STATE = ("한국", "대한", "국립", "국가")
_LONG_HEAD = 4
_FAMILY = ("측", "그룹", "산하", "발", "표", "배", "컵", "제공")
_MOST_UNITS = 3

COMMITTEES = ("대책위원회", "대책위", "추진위원회", "추진위", "준비위원회", "비대위", "주민협의체", "시민연대")
"""Endings of committees that people found for a cause."""


def find_bodies(reading: Reading) -> Iterator[Candidate]:
    """Give the organisations that the word lists hold and those whose names end as organisations' do.

    >>> from sasil.components.names.reading import Reading
    >>> [c.by for c in find_bodies(Reading("창업진흥원장은 산업부와 만났다", []))]
    ['ending', 'list', 'list']
    """
    for index, clues in reading.clues:
        if clues.body:
            yield from _ended(reading, index)
            listed, start = _listed(reading, index), reading.phrases[index].start
            if listed is not None:
                yield _with_units(reading, index, start, start + len(listed.form), "list", 5)


def find_units_of_governments(reading: Reading) -> Iterator[Candidate]:
    """Give the units that stand behind 시 or 도 for the government that the text is about: 시 자원정책과 관계자.

    >>> from sasil.components.names.reading import Reading
    >>> [(c.start, c.end) for c in find_units_of_governments(Reading("시 자원정책과 관계자는", []))]
    [(2, 7)]
    """
    for number, clues in reading.clues:
        before = reading.phrases[number - 1] if clues.unit and number else None
        if before is None or before.raw not in _GOVERNMENTS or before.end + 1 != reading.phrases[number].start:
            continue
        unit = reading.phrases[number]
        behind = reading.phrases.starting(unit.end + 1)  # 과 may look like a particle
        named = is_unit(unit.raw) and (unit.bare or unit.tail == "과")
        if named and behind is not None and behind.stem.startswith(_OF_STAFF):
            yield Candidate(unit.start, unit.end, "ORG", "unit_of", 6)


_GOVERNMENTS = frozenset({"시", "도", "군", "구"})
_OF_STAFF = ("관계자", "직원", "담당자", "공무원", "과장", "팀장", "국장", "주무관")


def find_learned(reading: Reading) -> Iterator[Candidate]:
    """Give the organisations that the text itself has introduced, wherever they stand."""
    for phrase in reading.beginning({form[:2] for form in reading.learned.forms}):
        entry = next((e for e in reading.learned.starting(phrase.raw) if _closes(phrase, len(e.form))), None)
        if entry is not None:
            yield _with_units(reading, phrase.number, phrase.start, phrase.start + len(entry.form), "again", 6)


def _listed(reading: Reading, index: int) -> Entry | None:
    phrase = reading.phrases[index]
    for entry in known_names().starting(phrase.raw):
        if entry.kind in GOVERNMENT or entry.kind in PLACE or not _closes(phrase, len(entry.form)):
            continue
        return entry if _sure(reading, phrase, entry) else None
    return None


def _sure(reading: Reading, phrase: Phrase, entry: Entry) -> bool:
    """Tell whether a doubtful name is meant: by its full form in the text, or by Kiwi."""
    length = len(entry.form)
    first = phrase.tags[0] if phrase.tags else None
    if entry.doubtful:
        if entry.kind == "short":
            return any(form in reading.text for form in long_forms()[entry.form])
        return first is not None and first.tag == "NNP" and first.end == phrase.start + length
    if first is None or length > 2 or entry.kind in ("agency", "university"):
        return True
    return not (first.end - phrase.start == length and first.tag in ("NNG", "MAG", "NR"))


def _closes(phrase: Phrase, length: int) -> bool:
    if phrase.closes_at(length):
        return True
    rest = phrase.rest(length)
    for follower in (*GLUED, *_FAMILY):
        if rest.startswith(follower) and (len(rest) == len(follower) or TAIL.match(rest, len(follower))):
            return True
    return False


def _with_units(reading: Reading, index: int, start: int, end: int, by: str, weight: int) -> Candidate:
    """Let a name take in the units that stand behind it: 산업통상자원부 신산업분산에너지과."""
    reached = units_end(reading, index, end)
    return Candidate(start, reached, "ORG", f"{by}_unit" if reached > end else by, weight + (reached > end))


def units_end(reading: Reading, index: int, end: int) -> int:
    """Return where the units behind an organisation end, or ``end`` where there are none."""
    union = reading.next_to(index)
    if union is not None and union.stem in ("노동조합", "노조") and end == reading.phrases[index].end:
        return union.stop
    for at in range(index, min(index + _MOST_UNITS, len(reading.phrases) - 1)):
        unit = reading.phrases[at + 1]
        if end != reading.phrases[at].end or unit.start != end + 1 or reading.text[end] != " ":
            return end
        if unit.stem in signs("ward") and reading.text.endswith(_HOSPITALS, 0, end):
            end = unit.stop
            continue
        if unit.stem[-1] == "관" and title_of(unit.stem) and reading.phrases[index].start - 1 in reading.people_at:
            return end  # 명소윤 보건복지부 노인정책관
        if unit.tail == "과" and is_unit(unit.raw) and title_of(unit.stem) is None and _is_division(reading, unit):
            end = unit.end
            continue
        if not is_unit(unit.stem) or unit.stem in titles() or (at == index and not unit.joined):
            return _with_branch(unit, end)
        if unit.stem in signs("venue_room"):
            return end
        end = unit.stop
    return end


_HOSPITALS = ("병원", "의료원")


def _with_branch(unit: Phrase, end: int) -> int:
    """Return the end of a branch whose head is written onto it: 한국수자원공사 보령댐관리단장."""
    stem = unit.stem
    branch = stem[:-1] if stem.endswith("장") else ""
    return unit.start + len(branch) if branch.endswith(_BRANCHES) and len(branch) > _LONG_HEAD else end


_BRANCHES = ("관리단", "건설단", "사업단", "지사", "의료원", "보건소", "무역관", "지역본부", "캠퍼스", "센터", "연구소")


def _is_division(reading: Reading, unit: Phrase) -> bool:
    """Tell whether 과 is a division and no particle: 기업지원과 유현 팀장, 예산재정과 주민참여팀, 교통정책과(☎ …)."""
    if _BEHIND_UNIT.match(reading.text, unit.end) or _before_person(reading, unit):
        return True
    following = reading.phrases.starting(unit.end + 1)
    if following is None or reading.text[unit.end] != " ":
        return False
    return is_unit(following.stem) or following.stem in titles() or following.stem in _STAFF


def _before_person(reading: Reading, unit: Phrase) -> bool:
    following = reading.phrases.starting(unit.end + 1)
    if following is None or len(following.raw) not in name_lengths(following.raw):
        return False
    behind = reading.phrases.starting(following.end + 1)
    return following.raw in reading.people or (behind is not None and title_of(behind.stem) is not None)


_BEHIND_UNIT = re.compile(r"\s?(?:[|(☎☏,)’\"]|\d{2,4}-\d{3}|\n|\Z)")
_STAFF = frozenset({"관계자", "담당자", "직원", "직원들", "소속", "관계자는", "측"})


def is_unit(stem: str) -> bool:
    """Tell whether a word names a unit of an organisation.

    >>> is_unit("신산업분산에너지과"), is_unit("파급효과"), is_unit("홍보팀장")
    (True, False, False)
    """
    stem = stem.removeprefix("119")
    ending = ending_of(stem, "UNIT")
    if (
        ending is None
        or len(stem) > 20
        or stem[0].isdigit()
        or (is_general(stem) and len(ending.form) > 2 and ending.form not in ("지역본부",))
    ):
        return ending is not None and ending.form in ("산학협력단", "지역본부") and len(stem) <= 8
    if ends_denied(stem, "UNIT", len(ending.form) + 1) or stem in denied("UNIT_ALONE"):
        return False
    return len(stem) - len(ending.form) >= (2 if len(ending.form) <= 2 else 0)


def _ended(reading: Reading, index: int) -> Iterator[Candidate]:
    phrase = reading.phrases[index]
    for body in _bodies(phrase.stem):
        ending = ending_of(body, "ORG")
        if ending is None or (body in denied("ORG") and body not in ("조직위원회", "조직위")):
            continue
        end = phrase.start + len(body)
        if _is_name(phrase, body, ending):
            province = _province_before(reading, index)
            if province is not None:
                yield _with_units(reading, index, province.start, end, "of_province", 7)
            yield _with_units(reading, index, phrase.start, end, "ending", 4)
        start = start_before(reading, index, body, ending)
        if start < phrase.start:
            yield _with_units(reading, index, start, end, "ending_chain", 5)
        return


def _bodies(stem: str) -> Iterator[str]:
    """Give what can be the organisation in a word: the whole, or what a title leaves (창업진흥원장)."""
    yield stem
    if not stem.endswith(GLUED):
        return
    title = title_of(stem)
    headed = title is not None and len(stem) > len(title.form) and title.form != "과장"  # 지역경제과장 heads no 제과
    if headed and stem[-1] == "장":
        yield stem[:-1]
    for glued in GLUED[:-1]:
        if stem.endswith(glued) and glued in titles():
            yield stem[: -len(glued)]


def _is_name(phrase: Phrase, body: str, ending: Ending) -> bool:
    head = body[: -len(ending.form)]
    if ending.need == "sure" and len(head) >= 2 and body not in denied("ORG"):
        return not head[0].isdigit()
    if head.startswith(_OF_STATE) and len(head) >= _LONG_HEAD and ending.need != "weak":
        return True
    if len(head) < 2 or is_general(head):
        return False
    if ending.need == "free":
        return not head[0].isdigit() and not (phrase.common and _all_general(phrase, body))
    return ending.need == "proper" and is_proper(phrase, head, body)


def _province_before(reading: Reading, index: int) -> Phrase | None:
    """Return the province or big city before a body of a part of it: 부산 영도구의회, 전남 하랑군의회."""
    phrase = reading.phrases[index]
    entry = known_names().first(phrase.raw) if phrase.joined else None
    if entry is None or entry.kind not in ("city", "county", "district") or len(entry.form) == len(phrase.stem):
        return None
    before = known_names().forms.get(reading.phrases[index - 1].raw)
    return reading.phrases[index - 1] if before is not None and before.kind in _PROVINCES else None


_PROVINCES = ("province", "province_bare")


def _all_general(phrase: Phrase, body: str) -> bool:
    """Tell whether Kiwi cuts a word into several plain nouns that are all general: 소재기술협회 is not."""
    parts = [word.text for word in phrase.tags if word.end <= phrase.start + len(body)]
    return len(parts) > 1 and all(is_general(part) for part in parts[:-1])


def is_proper(phrase: Phrase, head: str, body: str) -> bool:
    """Tell whether something proper begins a word: a place, 한국, a Latin name, or what Kiwi takes for a name."""
    if head.startswith(NATIONAL):
        return not is_general(head)
    if head[0].isascii() and head[0].isupper():
        return True
    if any(len(entry.form) >= 2 and not entry.doubtful for entry in known_names().starting(head)):
        return True
    if not phrase.tags or phrase.tags[0].tag != "NNP":
        return False
    first = phrase.tags[0]
    return first.end - phrase.start >= min(len(body), 3) or first.end - phrase.start == len(head)
