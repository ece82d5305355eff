"""A text with its organisations and people by where they begin and end, and the titles that its words hold."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from sasil.components.names.bodies import is_unit
from sasil.components.names.clues import TOWN
from sasil.components.names.gazetteer import known_names, signs, title_of, titles
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.people.patterns import SECOND_TITLE, SHORT_AND_RANK
from sasil.components.people.units import BODIES
from sasil.components.people.words import office_words
from sasil.record import Mention

_FAR = 60
_LONGEST_PARAGRAPH = 1000
_MOST_UNITS = 3
_GRADE = re.compile(r"\d학년|석사과정|박사과정")
_start = attrgetter("start")


class Office(NamedTuple):
    """A title, the surface of the organisation it belongs to, and its unit; None where nothing is said.

    ``former`` tells that the office is past, ``leans`` that it only describes whose title stands at the other side,
    ``given`` that the sentence gives it to the person.
    """

    title: str | None = None
    body: str | None = None
    unit: str | None = None
    former: bool = False
    leans: bool = False
    given: bool = False

    def filled(self, other: Office) -> Office:
        """Return this office with what it leaves open taken from another."""
        return self._replace(
            title=self.title or other.title, body=self.body or other.body, unit=self.unit or other.unit
        )


class Surroundings:
    """A text with its names, to ask for what stands at a place."""

    def __init__(self, reading: Reading, mentions: Sequence[Mention]) -> None:
        self.reading = reading
        self.text = reading.text
        bodies = [mention for mention in mentions if mention.type == "ORG"]
        self.bodies = sorted(bodies, key=_start)
        self.places = sorted((mention for mention in mentions if mention.type == "LOC"), key=_start)
        self.starting = {body.start: body for body in bodies}
        self.ending = {body.end: body for body in bodies}
        self.people = {mention.start for mention in mentions if mention.type == "PERSON"}
        self.people_ends = {mention.end for mention in mentions if mention.type == "PERSON"}

    def body_ending(self, place: int) -> Mention | None:
        """Return the organisation that ends one space before a place, with 의 between or not, or at it."""
        if self.text[max(place - 2, 0) : place] == "의 " and place - 2 in self.ending:
            return self.ending[place - 2]
        return self.ending.get(place - 1) if self.text[place - 1 : place] == " " else self.ending.get(place)

    def side_by_side(self, number: int) -> bool:
        """Tell whether nothing but a space stands between a phrase and the one before it."""
        if number <= 0 or number >= len(self.reading.phrases):
            return False
        phrases = self.reading.phrases
        return self.text[phrases[number - 1].end : phrases[number].start] == " "

    def unit_at(self, number: int) -> str | None:
        """Return the unit that a phrase names, marked as a name or not: 해양지구과학과."""
        phrase = self.reading.phrases[number]
        raw = phrase.raw
        if (
            phrase.start in self.people
            or not is_unit(raw)
            or raw in known_names().forms
            or raw in signs("venue_room")
            or raw.endswith(BODIES)
        ):
            return None
        return raw if title_of(raw) is None and title_of(raw.removesuffix("과")) is None else None

    def unit_before(self, person: Mention) -> str | None:
        """Return the unit that stands before a person and that no mention holds: 해양지구과학과 어진솔 교수."""
        held = self.reading.phrases.starting(person.start)
        first = held.number if held is not None else 0
        units: list[str] = []
        while self.side_by_side(first) and len(units) < _MOST_UNITS:
            before = self.reading.phrases[first - 1]
            if _GRADE.fullmatch(before.raw) is not None:
                first -= 1
                continue
            unit = self.unit_at(first - 1) if self.ending.get(before.end) is None else None
            if unit is None:
                break
            units.insert(0, unit)
            first -= 1
        return " ".join(units) or None

    def nearest_body(self, person: Mention) -> Mention | None:
        """Return the last organisation before a person on the same line: of a line that says whom to ask."""
        number = bisect_left(self.bodies, person.start, key=_start) - 1
        if number < 0 or person.start - self.bodies[number].end > _FAR:
            return None
        return None if "\n" in self.text[self.bodies[number].end : person.start] else self.bodies[number]

    def last_body(self, phrase: Phrase) -> Mention | None:
        """Return the organisation last named before a phrase in its paragraph: 나루화학도 … 이 회사."""
        number = bisect_left(self.bodies, phrase.start, key=_start) - 1
        if number < 0 or phrase.start - self.bodies[number].end > _LONGEST_PARAGRAPH:
            return None
        return None if "\n" in self.text[self.bodies[number].end : phrase.start] else self.bodies[number]

    def titled(self, number: int) -> tuple[str, int]:
        """Return the title that a phrase closes, with its words of rank and what stands behind it, and its last phrase.

        공동 대표; 최고재무책임자(CFO) 부사장; 대표이사 사장; 총재 대행. A rank in a bracket is none: 서장(총경).
        """
        phrases = self.reading.phrases
        first, phrase, last = number, phrases[number], phrases[number]
        while first > 0 and phrases[first].joined and self._qualifies(phrases[first - 1]):
            first -= 1
        end = phrase.stop
        ranked = SHORT_AND_RANK.match(self.text, phrase.end) if phrase.bare else None
        if ranked is not None and ranked[1] in titles():
            return ranked[1], number
        more = SECOND_TITLE.match(self.text, phrase.end)
        second = phrases.starting(more.end()) if more is not None else None
        if second is None or title_of(second.stem) is None:
            second = self._second(phrase) if phrase.bare else None
        if second is not None:
            end, last = second.stop, second
        start = phrases[first].start
        if first == number and (town := _town_headed(phrase.stem)):
            start += len(town)
        title = self.text[start:end]
        return title if title in titles() else title.removesuffix("님"), last.number

    def _qualifies(self, phrase: Phrase) -> bool:
        """Tell whether a word before a title is a part of it: 공동 대표, 재무담당 상무, 대표이사 사장."""
        word = phrase.raw
        if phrase.start in self.starting or phrase.end in self.ending or phrase.start in self.people:
            return False
        if word in signs("rank") or word in office_words("fore"):
            return True
        held = titles().get(word)
        if word[0] == "주" and (abroad := known_names().forms.get(word[1:])) is not None and abroad.kind == "country":
            return True
        return (word.endswith(("담당", "총괄", "주재")) and word != "담당") or (
            held is not None and held.kind == "company"
        )

    def _second(self, phrase: Phrase) -> Phrase | None:
        """Return the second word of a title in two: 대표이사 사장, 총재 대행, 도시주택국장 직무대리."""
        behind = self.reading.phrases[phrase.number + 1] if self.side_by_side(phrase.number + 1) else None
        if behind is None or behind.start in self.people or behind.start in self.starting:
            return None
        if behind.stem in office_words("rear"):
            return behind
        held, here = titles().get(behind.stem), title_of(phrase.stem)
        both = held is not None and here is not None and here.kind == held.kind == "company"
        return behind if both and self._closes(behind) else None

    def _closes(self, phrase: Phrase) -> bool:
        """Tell whether no person begins behind a phrase, whose title it then would be: 전무 길태오 상무 명소윤."""
        return not (self.side_by_side(phrase.number + 1) and phrase.end + 1 in self.people)


def _town_headed(stem: str) -> str:
    """Return the town whose head a word names: 범어3동장."""
    town = stem[:-1]
    return town[:-1] if stem[-2:] in ("동장", "읍장", "면장") and len(stem) > 3 and TOWN.match(town) else ""


def town_of(stem: str) -> str | None:
    """Return the town that an office heads, which is the unit of its officer.

    >>> town_of("범어3동장"), town_of("동장")
    ('범어3동', None)
    """
    return stem[:-1] if _town_headed(stem) else None
