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
        self.bodies = [m for m in mentions if m.type == "ORG"]
        self.dates = [m for m in mentions if m.type in ("DATE", "TIME", "DURATION")]
        self.marked = [m for m in mentions if m.type in ("ORG", "LOC", "PROJECT", "EVENT", "DATE")]
        self._people = people
        self._by_place = {start: person for person in people for start, _ in person.spans}
        self._full = {alias: o.name for o in organizations for alias in (o.name, *o.aliases)}

    def is_common(self, start: int, end: int) -> bool:
        """Tell whether a place holds one common noun; one of four syllables is a name that Kiwi does not know."""
        words = self.read.words
        at = bisect_left(words, start, key=attrgetter("start"))
        known = any((word.start, word.end, word.tag) == (start, end, "NNG") for word in words[at : at + 1])
        return known and end - start < _LONGEST_NAME

    def foreign(self, words: str) -> Speaker | None:
        """Return the person from abroad of whose name words begin with the last part: 알 라와히 사업개발이사."""
        for person in self._people:
            parts = person.name.split(" ")
            tails = (" ".join(parts[n:]) for n in range(1, len(parts)))
            if any(words == tail or words.startswith(f"{tail} ") for tail in tails):
                return Speaker(person.name, person.organization)
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
        return self._full[head] if patterns.UNIT.search(unit) and head in self._full else self.body(written)

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
        return not self.is_common(start, end) and not any(m.start < end and start < m.end for m in self.marked)

    def issuer(self, noun: str) -> str | None:
        """Return the organisation that a common noun means: the first of its kind (군, 학교), or the first of all."""
        kinds = patterns.KINDS.get(noun, (noun,))
        names = [self.body(body.text) for body in self.bodies]
        return next((name for name in names if name.endswith(kinds)), names[0] if names else None)

    def person(self, mention: Mention) -> Speaker:
        """Return the person of a mention, by its place, its full name or its surname."""
        person = self._by_place.get(mention.start) or next((p for p in self._people if p.name == mention.text), None)
        if person is None and len(mention.text) <= 2:
            person = next((p for p in self._people if p.name.startswith(mention.text)), None)
        if person is None:
            return self.foreign(mention.text) or Speaker(mention.text, None)
        return Speaker(person.name, person.organization)

    def titled(self, title: str, surname: str = "") -> Speaker | None:
        """Return the one person with a title (시장은), or with a surname and a title (허 시장은)."""
        found = [
            p
            for p in self._people
            if p.title and p.title.endswith(title) and (p.name.startswith(surname) or p.name.endswith(f" {surname}"))
        ]
        return Speaker(found[0].name, found[0].organization) if len(found) == 1 else None


def within(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """Return the mentions, of those in their order, between two places."""
    first = bisect_left(mentions, start, key=attrgetter("start"))
    last = bisect_left(mentions, end, first, key=attrgetter("start"))
    return [m for m in mentions[first:last] if m.end <= end]
