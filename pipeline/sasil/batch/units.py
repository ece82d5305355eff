"""A unit of work: the articles that one worker turns into one shard, as a line of the plan."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import Literal

Form = Literal["document", "lines", "rows", "broken"]


@dataclass(frozen=True, slots=True)
class Piece:
    """Articles of one file that lie together: a document, lines of JSON, rows of Parquet; or one that cannot be read.

    ``count`` is the number of articles, ``line`` the number of the first line or row (from 1), ``start`` its place in
    bytes after unpacking. ``id`` is that of a document, ``trouble`` why a broken one cannot be read. ``size`` and
    ``changed`` are those of the file when the plan was made.
    """

    path: str
    form: Form
    count: int
    size: int
    changed: int
    id: str | None = None
    start: int = 0
    line: int | None = None
    trouble: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """Pieces in order; ``repeats`` tells of articles (from 0) that bear the id of another, and the place of that."""

    number: int
    pieces: tuple[Piece, ...]
    repeats: dict[int, str]

    @property
    def name(self) -> str:
        """The name of its shard."""
        return f"part-{self.number:05}"

    @property
    def count(self) -> int:
        """The number of its articles."""
        return sum(piece.count for piece in self.pieces)

    def to_json(self) -> str:
        """Return the unit as one line of JSON, which is ASCII: names of files may be no Unicode.

        >>> unit = Unit(7, (Piece("기사.jsonl", "lines", 3, 100, 5, start=40, line=2),), {1: "기사.jsonl:1"})
        >>> Unit.from_json(unit.to_json()) == unit
        True
        """
        pieces = [{key: value for key, value in asdict(piece).items() if value is not None} for piece in self.pieces]
        return json.dumps({"unit": self.number, "pieces": pieces, "repeats": self.repeats})

    @classmethod
    def from_json(cls, line: str) -> Unit:
        """Return the unit of a line."""
        data = json.loads(line)
        repeats = {int(number): place for number, place in data["repeats"].items()}
        return cls(data["unit"], tuple(Piece(**piece) for piece in data["pieces"]), repeats)


class Cutter:
    """Puts articles together to units: of so many articles, and of so many bytes, at most."""

    def __init__(self, most_articles: int, most_bytes: int) -> None:
        self._most_articles = most_articles
        self._most_bytes = most_bytes
        self._number = self._count = self._bytes = 0
        self._pieces: list[Piece] = []
        self._repeats: dict[int, str] = {}

    def add(self, piece: Piece, weight: int, repeats: str | None = None) -> Unit | None:
        """Take a piece of one article, or of none, of some bytes; return the unit that is full before it, if any.

        ``repeats`` is the place of another article with the same id.
        """
        full = self._count + piece.count > self._most_articles or self._bytes + weight > self._most_bytes
        unit = self.rest() if full and self._count else None
        if repeats is not None:
            self._repeats[self._count] = repeats
        before = self._pieces[-1] if self._pieces else None
        if before is not None and before.path == piece.path and before.form == piece.form != "broken":
            self._pieces[-1] = replace(before, count=before.count + piece.count)
        else:
            self._pieces.append(piece)
        self._count += piece.count
        self._bytes += weight
        return unit

    def rest(self) -> Unit | None:
        """Return the unit of what has been taken since the last, if that is anything."""
        if not self._pieces:
            return None
        unit = Unit(self._number, tuple(self._pieces), self._repeats)
        self._number += 1
        self._count = self._bytes = 0
        self._pieces, self._repeats = [], {}
        return unit
