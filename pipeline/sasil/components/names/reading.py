"""One article as the rules read it: its phrases, and the names that the article itself has made known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from sasil.components.names.gazetteer import Gazetteer, Title, title_of
from sasil.components.names.phrases import Phrase, phrases
from sasil.doc import Word


@dataclass
class Reading:
    """A text with its phrases; ``learned`` holds organisations that the text introduces, ``people`` its people."""

    text: str
    words: Sequence[Word]
    learned: Gazetteer = field(default_factory=Gazetteer)
    people: set[str] = field(default_factory=set)

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The phrases of the text in order."""
        return phrases(self.text, self.words)

    @cached_property
    def by_start(self) -> dict[int, Phrase]:
        """The phrases by where they begin."""
        return {phrase.start: phrase for phrase in self.phrases}

    @cached_property
    def by_end(self) -> dict[int, Phrase]:
        """The phrases by where they end."""
        return {phrase.end: phrase for phrase in self.phrases}

    @cached_property
    def titles(self) -> list[Title | None]:
        """The title that each phrase closes with."""
        return [title_of(phrase.stem) for phrase in self.phrases]

    @cached_property
    def head_lines(self) -> int:
        """The end of the title lines: the first empty line."""
        end = self.text.find("\n\n")
        return end if end >= 0 else len(self.text.partition("\n")[0])

    def next_to(self, index: int) -> Phrase | None:
        """Return the phrase that stands one space behind, the two making one compound."""
        if index + 1 < len(self.phrases) and self.phrases[index + 1].joined:
            return self.phrases[index + 1]
        return None

    def before(self, position: int, count: int = 1) -> str:
        """Return the signs before a place in the text."""
        return self.text[max(position - count, 0) : position]

    def after(self, position: int, count: int = 1) -> str:
        """Return the signs after a place in the text."""
        return self.text[position : position + count]
