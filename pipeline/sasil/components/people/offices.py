"""What the words around one mention of a person say of the office: title, organisation, department."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from sasil.components.names.bodies import is_unit
from sasil.components.names.gazetteer import GOVERNMENT, PLACE, known_names, signs, title_of, titles
from sasil.components.names.judging import is_office
from sasil.components.names.patterns import RANK
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.people.patterns import AGE, INSIDE, OFFICE_BRACKET, RANK_BEHIND, SECOND_TITLE, SHORT_FORM
from sasil.record import Mention

_MOST_WORDS = 5
_LONGEST_SHORT = 24
_FAR = 60
_start = attrgetter("start")


class Office(NamedTuple):
    """A title, the surface of the organisation it belongs to, and its unit; None where nothing is said."""

    title: str | None = None
    body: str | None = None
    unit: str | None = None

    def filled(self, other: Office) -> Office:
        """Return this office with what it leaves open taken from another."""
        return Office(self.title or other.title, self.body or other.body, self.unit or other.unit)


class Surroundings:
    """A text with its organisations by where they begin and end, to ask for the office at a place."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        self.reading = reading
        self.text = reading.text
        bodies = [mention for mention in mentions if mention.type == "ORG"]
        self.bodies = sorted(bodies, key=lambda mention: mention.start)
        self.starting = {body.start: body for body in bodies}
        self.ending = {body.end: body for body in bodies}

    def office(self, person: Mention) -> Office:
        """Return what stands before and behind a person's mention; what stands before has the first word."""
        before, behind = self._before(person), self._behind(person)
        if before.title and behind.title and before.body is None and behind.body:
            return behind.filled(before)
        return before.filled(behind)

    def _before(self, person: Mention) -> Office:
        """Read 기획처장 석다정, 창원시(시장 허성무), 경북도 미래산업정책과 사공민."""
        held_by = self.reading.phrases.starting(person.start)
        if held_by is None or held_by.number == 0:
            return Office()
        number = held_by.number
        phrase = self.reading.phrases[number - 1]
        body = self._body_ending(phrase.start if phrase.raw == "소속" else person.start)
        if body is not None:
            return Office(body=body.text)
        phrase, held = self.reading.phrases[number - 1], self.reading.title(number - 1)
        close = self.text[phrase.end : person.start].strip(" ") == "" and phrase.bare
        if close and held is None:
            return Office(self._role(number - 1))
        if held is None or held.form in signs("address") or not close:
            return Office()
        glued = self.starting.get(phrase.start)
        if glued is not None and phrase.start < glued.end < phrase.end:
            return Office(glued_title(glued.text, phrase.stem), glued.text)
        return Office(self._titled(number - 1), self._owner(number - 1))

    def _role(self, number: int) -> str | None:
        """Return the trade that a phrase before a name tells, with the noun it leans on: 국숫집 주인, 대학생."""
        phrase = self.reading.phrases[number]
        word = phrase.stem.removesuffix("인") if phrase.tail == "" and phrase.stem not in signs("role") else phrase.stem
        if word not in signs("role"):
            return None
        before = self.reading.phrases[number - 1] if phrase.joined else None
        if word in signs("leaning_role") and before is not None and before.common and before.bare:
            return f"{before.raw} {word}"
        return word

    def _titled(self, number: int) -> str:
        """Return the title that a phrase holds, with the word of rank before it: 공동 대표.

        A second title behind a bracket with the short form of the first belongs to it: 최고재무책임자(CFO) 부사장.
        """
        phrase = self.reading.phrases[number]
        more = SECOND_TITLE.match(self.text, phrase.end)
        second = self.reading.phrases.starting(more.end()) if more is not None else None
        if second is not None and title_of(second.stem) is not None:
            return self.text[phrase.start : second.stop]
        rank = RANK_BEHIND.match(self.text, phrase.end) if phrase.bare else None
        if rank is not None and rank[1] in titles():
            return self.text[phrase.start : rank.end()]
        before = self.reading.phrases[number - 1] if phrase.joined else None
        if before is not None and _qualifies(before.raw) and self.starting.get(before.start) is None:
            return f"{before.raw} {phrase.stem}"
        return phrase.stem

    def _owner(self, number: int) -> str | None:
        """Return the organisation before a title, side by side or with a bracket between: 창원시(시장."""
        phrase = self.reading.phrases[number]
        if phrase.joined and _qualifies(self.reading.phrases[number - 1].raw):
            number -= 1
        start = self.reading.phrases[number].start
        body = self._body_ending(start)
        if body is not None:
            return body.text
        opened = OFFICE_BRACKET.search(self.text, max(start - 22, 0), start)
        if opened is not None:
            body = self.ending.get(opened.start()) or self.ending.get(opened.start() - 1)
            return None if body is None else body.text
        before = self.reading.phrases[number - 1] if number else None
        if before is not None and phrase.joined and phrase.stem in ("대표", "회장", "위원장") and _is_group(before.raw):
            return before.raw
        return None

    def _body_ending(self, place: int) -> Mention | None:
        """Return the organisation that ends one space before a place, with 의 between or not, or at it."""
        if self.text[max(place - 2, 0) : place] == "의 " and place - 2 in self.ending:
            return self.ending[place - 2]
        return self.ending.get(place - 1) if self.text[place - 1 : place] == " " else self.ending.get(place)

    def _behind(self, person: Mention) -> Office:
        """Read 허성무 창원시장, 한지욱 한국반도체소자진흥원 사업단장, 오순례(여·67) 씨."""
        inside = INSIDE.match(self.text, person.end)
        if inside is not None and title_of(inside[1].rstrip()) is not None:
            return self._inside(*inside.span(1))
        age = AGE.match(self.text, person.end)
        place = age.end() if age else person.end
        place += self.text[place : place + 1] == " "
        body_there = self.starting.get(place)
        at_firm = body_there is not None and not self.text[place].isalnum()
        first = self.reading.phrases.ending(body_there.end) if body_there and at_firm else None
        first = first or self.reading.phrases.starting(place)
        if first is None:
            return self._glued_behind(person)
        number = first.number
        body = body_there.text if body_there is not None and at_firm else None
        unlisted = ""
        for at in range(number, min(number + _MOST_WORDS, len(self.reading.phrases))):
            phrase = self.reading.phrases[at]
            if body is not None and self.text[phrase.start - 1] + self.reading.after(phrase.end) == "()":
                continue
            if at > number and not (phrase.joined or (body is not None and self._past_bracket(phrase))):
                break
            held = self.starting.get(phrase.start)
            branch = self.ending.get(phrase.stop - 1) if phrase.stem[-1:] == "장" else None
            if branch is not None and branch.start < phrase.start:
                return Office(glued_title(branch.text, f"{branch.text}장"), branch.text)
            if self._leads_on(at):
                continue
            if self.reading.title(at) is not None and not (held and held.end >= phrase.stop):
                return self._headed(at, body).filled(self._in_bracket(phrase))
            if body is not None and held is None and phrase.joined and is_office(phrase.stem):
                unlisted = unlisted or phrase.stem
            body = held.text if held is not None else body
        return Office(unlisted, body) if unlisted else Office()

    def _leads_on(self, number: int) -> bool:
        """Tell whether a phrase is a part of the title behind it: 재무총괄 부사장."""
        phrase, behind = self.reading.phrases[number], self.reading.next_to(number)
        if behind is None or not phrase.bare or not phrase.stem.endswith(("총괄", "담당")):
            return False
        return self.reading.title(behind.number) is not None

    def _past_bracket(self, phrase: Phrase) -> bool:
        """Tell whether a bracket with a short form stands before a word: 한국개발연구원(KDI) 선임연구위원."""
        return SHORT_FORM.search(self.text, max(phrase.start - _LONGEST_SHORT, 0), phrase.start) is not None

    def _in_bracket(self, title: Phrase) -> Office:
        """Return the organisation in the bracket behind a title: 제갈윤 변호사(법무법인 해율)."""
        body = self.starting.get(title.end + 1) if self.text[title.end : title.end + 1] == "(" else None
        closed = body is not None and self.text[body.end : body.end + 1] == ")"
        return Office(body=body.text) if body is not None and closed else Office()

    def _inside(self, start: int, end: int) -> Office:
        """Read the office that a bracket holds: 하도진(한울대 교수)."""
        first = bisect_left(self.bodies, start, key=_start)
        body = self.bodies[first] if first < len(self.bodies) and self.bodies[first].end <= end else None
        if body is None:
            return Office(self.text[start:end].split()[-1])
        rest = self.text[body.end : end]
        return Office(rest.split()[-1] if rest[:1] == " " else glued_title(body.text, body.text + rest), body.text)

    def _headed(self, number: int, body: str | None) -> Office:
        phrase = self.reading.phrases[number]
        glued = self.starting.get(phrase.start)
        if glued is not None:
            return Office(glued_title(glued.text, phrase.stem), glued.text)
        title = self._titled(number)
        place = _governed(phrase.stem) if body is None else None
        if place is not None:
            return Office(titles()[place[1]].form, place[0])
        return Office(None if title in signs("address") else title, body)

    def _glued_behind(self, person: Mention) -> Office:
        """Read a title written onto the name: 길태오기자."""
        phrase = self.reading.phrases.starting(person.start)
        rest = phrase.stem[person.end - person.start :] if phrase is not None else ""
        return Office(rest) if rest in titles() and rest not in signs("address") else Office()

    def rank(self, person: Mention) -> str | None:
        """Return the rank beside a person in a line of contact: 감우석 책임, 책임 망절우진."""
        behind = RANK.match(self.text, person.end + 1) if self.text[person.end : person.end + 1] == " " else None
        if behind is not None and not self.text[behind.end() : behind.end() + 1].isalpha():
            return behind[0]
        before = self.reading.phrases.ending(person.start - 1)
        within = before is not None and before.end in self.ending
        return before.raw if before is not None and not within and RANK.fullmatch(before.raw) else None

    def unit_before(self, person: Mention) -> str | None:
        """Return the unit that stands before a person, marked as a name or not: 해양지구과학과 어진솔 교수."""
        held = self.reading.phrases.ending(person.start - 1)
        if held is None or self.text[held.end] != " " or not is_unit(held.raw) or held.raw in known_names().forms:
            return None
        titled = title_of(held.raw) or title_of(held.raw.removesuffix("과"))
        return held.raw if titled is None and self.ending.get(held.end) is None else None

    def nearest_body(self, person: Mention) -> Mention | None:
        """Return the last organisation before a person on the same line: of a line that says whom to ask."""
        number = bisect_left(self.bodies, person.start, key=_start) - 1
        if number < 0 or person.start - self.bodies[number].end > _FAR:
            return None
        return None if "\n" in self.text[self.bodies[number].end : person.start] else self.bodies[number]


def glued_title(body: str, stem: str) -> str:
    """Return the title of a head whose office is written onto the organisation.

    >>> glued_title("동래구", "동래구청장"), glued_title("충북연구원", "충북연구원장")
    ('구청장', '원장')
    """
    rest = stem[len(body) :]
    if rest in ("장", "수", "청장", "지사"):
        whole = (body[-2:] if body.endswith(("센터", "은행", "본부", "지사")) else body[-1:]) + rest
        return whole if whole in titles() or rest == "장" else rest
    return rest if rest else (held.form if (held := title_of(stem)) is not None else stem)


def _governed(stem: str) -> tuple[str, str] | None:
    """Return the government and the title in a word that no mention has cut: 경남지사."""
    title = title_of(stem)
    entry = known_names().first(stem)
    if title is None or entry is None or entry.kind not in (*GOVERNMENT, "province_bare"):
        return None
    return (entry.form, title.form) if len(entry.form) + len(title.form) == len(stem) else None


def _qualifies(word: str) -> bool:
    """Tell whether a word before a title is a part of it: 공동 대표, 재무담당 상무, 대표이사 사장."""
    held = titles().get(word)
    if word in signs("rank") or word in signs("role"):
        return True
    return word.endswith(("담당", "총괄")) or (held is not None and held.kind == "company")


def _is_group(word: str) -> bool:
    """Tell whether a common noun names a group of people that can have a head: 주민협의체."""
    known = known_names().forms.get(word)
    return (
        len(word) >= 4
        and word.endswith(("체", "회", "단", "단체", "모임", "연대", "조합"))
        and (known is None or known.kind not in PLACE)
    )


def split_unit(body: str, known: frozenset[str]) -> tuple[str | None, str | None]:
    """Return an organisation and the unit at its side; ``known`` are names of organisations in the text.

    >>> split_unit("경북도 미래산업정책과", frozenset()), split_unit("항만개발과", frozenset())
    (('경북도', '미래산업정책과'), (None, '항만개발과'))
    """
    parts = body.split(" ")
    cut = len(parts)
    while cut > 1 and _is_within(parts[cut - 1]):
        cut -= 1
    if cut == 1 and _is_unit_alone(parts[0], known if len(parts) == 1 else frozenset()):
        return None, body
    head = known_names().forms.get(parts[0])
    if cut == 1 and cut < len(parts) and head is None and parts[0].endswith("국") and not parts[0].endswith("방송국"):
        return None, " ".join(parts[1:])  # a bureau and its division: 바이오생약국 화장품정책과
    if cut == 1 and cut < len(parts) and head is not None and head.kind in PLACE:
        return body, None
    return " ".join(parts[:cut]), " ".join(parts[cut:]) or None


def _is_within(word: str) -> bool:
    """Tell whether a word beside an organisation names a unit of it, not a body of its own: 보건의료원, 조직위원회."""
    if word in known_names().forms or word.endswith(_BODIES):
        return False
    return is_unit(word) or (word.endswith(("부", "담당")) and len(word) > _SHORT_UNIT)


_SHORT_UNIT = 3
_BODIES = ("위원회", "의료원", "보건소", "관리단", "건설단", "캠퍼스", "무역관", "소방서", "병원", "박물관")


def _is_unit_alone(word: str, bodies: frozenset[str]) -> bool:
    """Tell whether a word by itself names a unit, not a body: 항만개발과, but not 환경부 or 누리연구원."""
    if not _is_within(word):
        return False
    return word.endswith(tuple(signs("within"))) or word not in bodies
