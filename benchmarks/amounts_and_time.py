"""How well amounts and times are read in the tables of tagged sentences, by half, family of table and type.

    python benchmarks/amounts_and_time.py [--wrong] [TABLE…]

Every table stands under ``tests``, one sentence a line, marked like the gold set; ``@2024-03-05`` in front is the date
of publication (``@-``: none) and ⏎ a line break. ``# half: written with rules`` and ``# half: held back`` say what the
sentences behind them are: those that rules were made from, and those written before the rules that were to read them. A
mention is right where its span and its whole value are; a sentence without marks, where nothing is found.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sasil.evaluation.marks import Mark, read_marks
from sasil.normalization import normalize
from sasil.record import Mention

TESTS = Path(__file__).parent.parent / "tests"
ROOMS = ("numbers", "money", "percent", "quantity", "time")
AMOUNTS = frozenset({"MONEY", "PERCENT", "QUANTITY"})
TIMES = frozenset({"DATE", "TIME", "DURATION", "SET"})
TYPES = (*sorted(AMOUNTS), *sorted(TIMES))
DEFAULT = "2024-03-05"


@dataclass(frozen=True)
class Sentence:
    """A marked sentence, the half that it belongs to, and the types that its table marks."""

    line: str
    text: str
    marks: tuple[Mark, ...]
    published: str | None
    half: str
    types: frozenset[str]


def tables() -> list[Path]:
    """Return the tables of amounts and times, those of whole sentences last."""
    return [
        *(path for room in ROOMS for path in sorted((TESTS / "components" / room / "cases").glob("*.txt"))),
        *sorted((TESTS / "normalization" / "cases").glob("*.txt")),
    ]


def sentences(table: Path) -> Iterator[Sentence]:
    """Give the sentences of a table."""
    room = table.parent.parent.name
    types = TIMES if room == "time" else AMOUNTS | TIMES if room == "normalization" else AMOUNTS
    half = "written with rules"
    for line in table.read_text(encoding="utf-8").splitlines():
        if line.startswith("# half: "):
            half = line.removeprefix("# half: ")
        elif line and not line.startswith("#"):
            given, _, marked = line[1:].partition(" ") if line.startswith("@") else (DEFAULT, "", line)
            text, marks = read_marks(marked.replace("⏎", "\n"))
            yield Sentence(line, text, tuple(marks), None if given == "-" else given, half, types)


class Scores:
    """What was found, what was to be found, and what of it is right, by half and type."""

    def __init__(self) -> None:
        self.gold: Counter[tuple[str, str]] = Counter()
        self.found: Counter[tuple[str, str]] = Counter()
        self.right: Counter[tuple[str, str]] = Counter()
        self.sentences: Counter[tuple[str, bool]] = Counter()
        self.as_marked: Counter[tuple[str, bool]] = Counter()

    def add(self, sentence: Sentence) -> bool:
        """Count a sentence; return whether it was read as it is marked."""
        half, positive = sentence.half, bool(sentence.marks)
        found = [m for m in normalize(sentence.text, sentence.published) if m.type in sentence.types]
        free = {(mark.start, mark.end) for mark in sentence.marks if mark.optional}
        wanted = [mark for mark in sentence.marks if not mark.optional]
        counted = [m for m in found if (m.start, m.end) not in free]
        right = [m for m in counted if any(_same(m, mark) for mark in wanted)]
        self.gold.update((half, mark.type) for mark in wanted)
        self.found.update((half, m.type) for m in counted)
        self.right.update((half, m.type) for m in right)
        ok = len(right) == len(counted) == len(wanted)
        self.sentences[half, positive] += 1
        self.as_marked[half, positive] += ok
        return ok

    def show(self) -> None:
        for half in sorted({half for half, _ in self.sentences}, reverse=True):
            for positive, name in ((True, "sentences with mentions"), (False, "must not fire")):
                all_, right = self.sentences[half, positive], self.as_marked[half, positive]
                print(f"{half:20} {name:24} {right:5} of {all_:5} right  {right / max(1, all_):6.3f}")
            for kind in TYPES:
                gold, found, right = (each[half, kind] for each in (self.gold, self.found, self.right))
                f1 = 2 * right / (gold + found) if gold + found else 1.0
                print(f"{half:20} {kind:10} marked {gold:5}  found {found:5}  right {right:5}  F1 {f1:6.3f}")


def _same(mention: Mention, mark: Mark) -> bool:
    place = (mention.type, mention.start, mention.end) == (mark.type, mark.start, mark.end)
    return place and mention.value == mark.value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", nargs="*", type=Path, metavar="TABLE")
    parser.add_argument("--wrong", action="store_true", help="show the sentences that are not read as they are marked")
    options = parser.parse_args()
    scores = Scores()
    for table in options.tables or tables():
        for sentence in sentences(table):
            if not scores.add(sentence) and options.wrong:
                found = normalize(sentence.text, sentence.published)
                values = [f"{m.text}={m.value and m.value.model_dump(exclude_none=True)}" for m in found]
                print(sentence.line, *values, sep="\n    ")
    scores.show()


if __name__ == "__main__":
    main()
