"""What is known of a text when its quotes are read: its people, its organisations, its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from sasil.components.quotes import patterns
from sasil.components.quotes.topics import Words
from sasil.doc import Word
from sasil.record import Mention, Organization, Person

_LONGEST_NAME = 4
_PARAGRAPH = 1000


class Speaker(NamedTuple):
    """A speaker by full name or by the text's words, and the organisation; either may be unknown."""

    name: str | None
    organization: str | None


class Known:
    """The people and organisations of a text, by their places."""

    def __init__(
        self,
        text: str,
        words: Sequence[Word],
        mentions: Sequence[Mention],
        people: Sequence[Person],
        organizations: Sequence[Organization],
    ) -> None:
        self.text = text
        self.read = Words(text, words)
        self.persons = [m for m in mentions if m.type == "PERSON"]
        self.places = [m.start for m in self.persons]
        self.bodies = [m for m in mentions if m.type == "ORG"]
        self.dates = [m for m in mentions if m.type in ("DATE", "TIME", "DURATION")]
        self.marked = [m for m in mentions if m.type in ("ORG", "LOC", "PROJECT", "EVENT", "DATE")]
        self._people = people
        self._by_place = {start: person for person in people for start, _ in person.spans}
        self._full = {alias: o.name for o in organizations for alias in (o.name, *o.aliases)}
        self._full |= _universities(self.bodies)
        self._issuers: dict[str, tuple[int, str | None]] = {}

    def is_common(self, start: int, end: int) -> bool:
        """Tell whether a place holds one common noun; one of four syllables is a name that Kiwi does not know."""
        words = self.read.words
        at = bisect_left(words, start, key=attrgetter("start"))
        known = any((word.start, word.end, word.tag) == (start, end, "NNG") for word in words[at : at + 1])
        return known and end - start < _LONGEST_NAME

    def _is_compound(self, start: int, end: int) -> bool:
        """Tell whether a place holds several common nouns: 시중은행, 금형업체."""
        words = self.read.words
        first, last = (bisect_left(words, place, key=attrgetter("start")) for place in (start, end))
        return last - first > 1 and all(word.tag == "NNG" and len(word.text) > 1 for word in words[first:last])

    def foreign(self, words: str) -> Speaker | None:
        """Return the person from abroad of whose name words begin with the last part: 알 라와히 사업개발이사."""
        for person in self._people:
            parts = person.name.split(" ")
            tails = (" ".join(parts[n:]) for n in range(1, len(parts)))
            if any(words == tail or words.startswith(f"{tail} ") for tail in tails):
                return self._speaker(person)
        return None

    def is_proper(self, start: int, word: str) -> bool:
        """Tell whether the first place of a word from ``start`` on holds a proper noun, no body's or place's name."""
        place = self.text.find(word, start)
        at = bisect_left(self.read.words, place, key=attrgetter("start"))
        alone = any((one.start, one.text, one.tag) == (place, word, "NNP") for one in self.read.words[at : at + 1])
        return alone and not any(m.start < place + len(word) and place < m.end for m in self.marked)

    def body(self, written: str) -> str:
        """Return the full form of an organisation's name."""
        return self._full.get(written, written)

    def whole(self, written: str, before: int) -> str:
        """Return the full form of a body by an alias, by the last words of one named before, or without its unit."""
        if written in self._full:
            return self._full[written]
        for mention in reversed(self.bodies[: bisect_left(self.bodies, before, key=attrgetter("start"))]):
            if mention.text.endswith(written):
                return self.body(mention.text)
        return self.parent(written)

    def parent(self, written: str) -> str:
        """Return the full form of a body, its unit left out: 물길공단 남부본부 is 물길공단."""
        head, _, unit = written.partition(" ")
        if not patterns.UNIT.search(unit):
            return self.body(written)
        return self._full.get(head) or (head if patterns.PARENT.search(head) else self.body(written))

    def is_name(self, start: int, end: int) -> bool:
        """Tell whether a word that no mention marks may be a person's name."""
        word = self.text[start:end]
        if (
            not 2 <= len(word) <= _LONGEST_NAME
            or patterns.UNIT.search(word)
            or word[0] not in patterns.surnames()
            or patterns.LOOSE.search(word)
        ):
            return False
        if word in patterns.words_of("edge") or word in patterns.words_of("bridge") or word in patterns.titles():
            return False
        return (
            not self.is_common(start, end)
            and not self._is_compound(start, end)
            and not any(m.start < end and start < m.end for m in self.marked)
        )

    def issuer(self, noun: str, place: int) -> str | None:
        """Return the organisation that a common noun (군, 학교, 회사) means at a place.

        It is the one of its kind that the paragraph is about so far, else the first of its kind, else the first of all,
        if that stands before the place.
        """
        line = max(self.text.rfind("\n", 0, place) + 1, place - _PARAGRAPH)
        for body in reversed(within(self.bodies, line, place)):
            if patterns.TOPIC.match(self.text, body.end) and patterns.is_kind(name := self.body(body.text), noun):
                return name
        start, first = self.first(noun)
        return first if start < place else None

    def first(self, noun: str) -> tuple[int, str | None]:
        """Return the place and the name of the first organisation that a common noun can mean, else of the first."""
        if noun not in self._issuers:
            kind = (body for body in self.bodies if patterns.is_kind(self.body(body.text), noun))
            other = self.bodies[0] if self.bodies and noun not in patterns.OWN_KIND else None
            found = next(kind, other)
            self._issuers[noun] = (-1, None) if found is None else (found.start, self.body(found.text))
        return self._issuers[noun]

    def person(self, mention: Mention) -> Speaker:
        """Return the person of a mention, by its place, its full name or its surname."""
        person = self._by_place.get(mention.start) or next((p for p in self._people if p.name == mention.text), None)
        if person is None and len(mention.text) <= 2:
            person = next((p for p in self._people if p.name.startswith(mention.text)), None)
        if person is None:
            return self.foreign(mention.text) or Speaker(mention.text, None)
        return self._speaker(person)

    def _speaker(self, person: Person) -> Speaker:
        return Speaker(person.name, person.organization and self.body(person.organization))

    def office(self, word: str) -> Speaker | None:
        """Return the one person whose office a word names, with the body in front or without: 시장, 해온시장."""
        title = next((word[at:] for at in range(len(word) - 1) if word[at:] in patterns.titles()), None)
        found = self.titled(title) if title is not None else None
        if title is None or found is None or title == word:
            return found
        return found if (found.organization or "").startswith(word.removesuffix(title)) else None

    def titled(self, title: str, surname: str = "") -> Speaker | None:
        """Return the one person with a title (시장은), or with a surname and a title (허 시장은)."""
        found = [
            p
            for p in self._people
            if p.title and p.title.endswith(title) and (p.name.startswith(surname) or p.name.endswith(f" {surname}"))
        ]
        return self._speaker(found[0]) if len(found) == 1 else None


def _universities(bodies: Sequence[Mention]) -> dict[str, str]:
    """Return the full forms of universities by their short forms: 한빛대 is the 한빛대학교 of 한빛대학교 홍보팀."""
    heads = dict.fromkeys(body.text.split(" ")[0] for body in bodies)
    return {head.removesuffix("학교"): head for head in heads if head.endswith("대학교")}


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions, of those in their order, between two places."""
    first = bisect_left(mentions, start, key=attrgetter("start"))
    last = bisect_left(mentions, end, first, key=attrgetter("start"))
    return [m for m in mentions[first:last] if m.end <= end]
