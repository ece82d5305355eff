"""One article as the rules read it: its phrases, and the names that the article itself has made known."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Sequence, Set
from functools import cached_property

from sasil.components.names.clues import Clues, clues_of
from sasil.components.names.gazetteer import Entry, Gazetteer, Title, title_of
from sasil.components.names.patterns import TOWN_ROW
from sasil.components.names.phrases import Phrase, phrases_of
from sasil.doc import Word


class Reading:
    """A text with its phrases; ``learned`` holds organisations that the text introduces, ``people`` its people.

    ``offices`` are the ends of words that name an officer, whatever unit they may name elsewhere.

    ``unheard`` are the places where words start that no dictionary holds.
    """

    def __init__(self, text: str, words: Sequence[Word], unheard: Container[int] = ()) -> None:
        self.text = text
        self._unheard = unheard
        self.words = words
        self.phrases = phrases_of(text, words)
        self.learned = Gazetteer()
        self.people: set[str] = set()
        self.people_parts: set[str] = set()
        self.people_at: dict[int, int] = {}
        self.people_by_head: dict[str, list[str]] = {}
        self.offices: set[int] = set()
        self.places: set[str] = set()
        self.firms_abroad: set[str] = set()
        self._said: dict[str, bool] = {}

    def meet(self, places: Iterable[tuple[int, int]]) -> None:
        """Take in the people by their places; of names from abroad the last part as well: 올리비아 첸, 첸."""
        self.people_at.update((end, start) for start, end in places)
        self.people = {self.text[start:end] for end, start in self.people_at.items()}
        self.people_by_head = defaultdict(list)
        for name in sorted(self.people):
            for length in range(1, min(len(name), 3)):
                self.people_by_head[name[:length]].append(name)
        self.people_parts = self.people | {name.rsplit(" ", 1)[-1] for name in self.people}

    def unheard(self, phrase: Phrase) -> bool:
        """Tell whether a phrase begins with a word that no dictionary holds: 에코루아가, not 프로젝트가."""
        return len(phrase.tags) > 0 and phrase.tags[0].start in self._unheard

    def holding(self, place: int) -> Phrase | None:
        """Return the phrase that a place in the text lies in."""
        number = bisect_right(self.phrases.starts, place) - 1
        if number < 0 or place >= self.phrases.starts[number] + len(self.phrases.raws[number]):
            return None
        return self.phrases[number]

    def learn(self, form: str, kind: str) -> None:
        """Take in an organisation that the text has introduced; a person whom it has met is none."""
        if form in self.people:
            return
        self.learned.add(Entry(form, kind))

    @cached_property
    def clues(self) -> list[tuple[int, Clues]]:
        """The numbers of the phrases that may be a name or a title, with what they may be."""
        held = map(clues_of, self.phrases.raws)
        return [(number, clues) for number, clues in enumerate(held) if clues is not None]

    @cached_property
    def _town_rows(self) -> list[tuple[int, int]]:
        return [match.span() for match in TOWN_ROW.finditer(self.text)]

    def in_town_row(self, place: int) -> bool:
        """Tell whether a place stands in a row of towns: ▲위미리 5,100㎡ ▲하례리, 삼도동 | 용전동 | 대촌동."""
        number = bisect_right(self._town_rows, (place, len(self.text))) - 1
        return number >= 0 and place < self._town_rows[number][1]

    def says(self, words: str) -> bool:
        """Tell whether the text holds some words; each is looked for once."""
        held = self._said.get(words)
        if held is None:
            held = self._said[words] = words in self.text
        return held

    @cached_property
    def titled(self) -> list[tuple[int, Title]]:
        """The numbers of the phrases that close with a title, with the title."""
        held = ((number, self.title(number)) for number, clues in self.clues if clues.title)
        return [(number, title) for number, title in held if title is not None]

    @cached_property
    def head_lines(self) -> int:
        """The end of the title lines: the first empty line."""
        end = self.text.find("\n\n")
        return end if end >= 0 else len(self.text.partition("\n")[0])

    def title(self, number: int) -> Title | None:
        """Return the title that a phrase closes with."""
        return title_of(self.phrases[number].stem)

    @cached_property
    def _heads(self) -> dict[str, list[int]]:
        heads: dict[str, list[int]] = defaultdict(list)
        for number, raw in enumerate(self.phrases.raws):
            heads[raw[:2]].append(number)
        return heads

    def beginning(self, heads: Set[str], fits: Callable[[str], bool] | None = None) -> Iterator[Phrase]:
        """Give the phrases whose first two signs are among ``heads`` and whose text ``fits``, in their order."""
        held, raws = self._heads, self.phrases.raws
        numbers = sorted(number for head in held.keys() & heads for number in held[head])
        yield from (self.phrases[number] for number in numbers if fits is None or fits(raws[number]))

    def next_to(self, index: int) -> Phrase | None:
        """Return the phrase that stands one space behind, the two making one compound."""
        if index + 1 >= len(self.phrases.raws):
            return None
        behind = self.phrases[index + 1]
        return behind if behind.joined else None

    def before(self, position: int, count: int = 1) -> str:
        """Return the signs before a place in the text."""
        return self.text[max(position - count, 0) : position]

    def after(self, position: int, count: int = 1) -> str:
        """Return the signs after a place in the text."""
        return self.text[position : position + count]
