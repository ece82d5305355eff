"""The plan: what is to be done, cut into units and written down before any work, so that a rerun cuts nothing anew.

JSON lines and Parquet are read through once for it, without extracting anything: which articles they hold, where they
begin, and which ids come twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import zip_longest
from pathlib import Path

from sasil.batch.inputs import Found, found, shown
from sasil.batch.lines import id_of_line, lines_of
from sasil.batch.names import Names, names
from sasil.batch.units import Cutter, Piece, Unit
from sasil.errors import SasilError
from sasil.sinks.replacing import replacing
from sasil.sources.files import JSONL, PARQUET
from sasil.sources.packed import TROUBLES, bare_suffix, is_packed, opened, unreadable
from sasil.sources.parquet import bytes_of_row, rows

UNIT_ARTICLES = 256
_UNIT_BYTES = 4 << 20
_DOCUMENT_BYTES = 1 << 18
"""What a document counts for at most: most of a large one is pictures."""

Step = Callable[[int], None]
"""Told how many articles have been planned."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a plan comes to. ``sha256`` is that of its file; ``repeats`` counts articles with the id of another."""

    sha256: str
    units: int
    files: int
    articles: int
    bytes: int
    repeats: int

    def to_dict(self) -> dict[str, str | int]:
        """Return the plan as plain data."""
        return asdict(self)


def write_plan(
    inputs: Sequence[str], output: Path, path: Path, *, articles: int = UNIT_ARTICLES, max_bytes: int, step: Step
) -> Plan:
    """Write the plan of the inputs into a file, one unit a line; ``articles`` are the most that a unit may have.

    A line longer than ``max_bytes`` is not looked into. Raises SourceError for inputs that ``found`` refuses.
    """
    planner = _Planner(Cutter(articles, _UNIT_BYTES), max_bytes)
    digest = hashlib.sha256()
    units = 0
    with replacing(path) as (part,), part.open("wb") as file, names(path.with_suffix(".names")) as taken:
        for unit in planner.units(found(inputs, output), taken):
            line = unit.to_json().encode() + b"\n"
            digest.update(line)
            file.write(line)
            units += 1
            step(planner.articles)
    return Plan(digest.hexdigest(), units, planner.files, planner.articles, planner.bytes, planner.repeats)


def read_plan(path: Path) -> Iterator[Unit]:
    """Give the units of a plan's file."""
    with path.open("rb") as lines:
        for line in lines:
            yield Unit.from_json(line.decode("ascii"))


def changed_input(inputs: Sequence[str], output: Path, path: Path) -> str | None:
    """Return the first file that is not as it was when the plan was made, or None where all are."""
    before = ((piece.path, piece.size, piece.changed) for piece in _first_pieces(path))
    now = ((file.path, file.size, file.changed) for file in found(inputs, output))
    for was, is_ in zip_longest(before, now):
        if was != is_:
            return (is_ or was)[0]
    return None


def _first_pieces(path: Path) -> Iterator[Piece]:
    last = None
    for unit in read_plan(path):
        for piece in unit.pieces:
            if piece.path != last:
                yield piece
            last = piece.path


class _Planner:
    """Counts as it goes: the files, articles, bytes and repeated ids of the units that it gives."""

    def __init__(self, cutter: Cutter, max_bytes: int) -> None:
        self.files = self.articles = self.bytes = self.repeats = 0
        self._cutter = cutter
        self._max_bytes = max_bytes

    def units(self, files: Iterable[Found], taken: Names) -> Iterator[Unit]:
        for file in files:
            self.files += 1
            self.bytes += file.size
            for piece, weight, name in self._pieces(file, taken):
                repeats = None if name is None else taken.take(name, _place(piece))
                self.articles += piece.count
                self.repeats += repeats is not None
                unit = self._cutter.add(piece, weight, repeats)
                if unit is not None:
                    yield unit
        if (rest := self._cutter.rest()) is not None:
            yield rest

    def _pieces(self, file: Found, taken: Names) -> Iterator[tuple[Piece, int, str | None]]:
        """Give each article of a file, the bytes that it counts for, and its id where that may have been taken."""
        suffix = bare_suffix(file.path)
        whole = Piece(file.path, "broken", 1, file.size, file.changed, trouble=file.trouble)
        if file.trouble is not None:
            yield whole, 0, None
            return
        try:
            if suffix in JSONL:
                yield from self._lines(replace(whole, form="lines"))
            elif suffix == PARQUET and not is_packed(Path(file.path)):
                yield from self._rows(replace(whole, form="rows"))
            else:
                yield self._document(file, whole, taken)
        except SasilError as error:
            yield replace(whole, trouble=error.message), 0, None
        except TROUBLES as error:
            yield replace(whole, trouble=unreadable(error)), 0, None

    def _document(self, file: Found, whole: Piece, taken: Names) -> tuple[Piece, int, str | None]:
        """Return a document; where another article has its name, its id is its whole path."""
        name = shown(file.name)
        if taken.take(name, shown(file.path)) is None:
            return replace(whole, form="document", id=name), min(file.size, _DOCUMENT_BYTES), None
        name = shown(Path(file.path).as_posix())
        return replace(whole, form="document", id=name), min(file.size, _DOCUMENT_BYTES), name

    def _lines(self, whole: Piece) -> Iterator[tuple[Piece, int, str | None]]:
        yield replace(whole, count=0, line=1), 0, None
        with opened(Path(whole.path)) as file:
            for line in lines_of(file, self._max_bytes):
                name = None if line.data is None else id_of_line(line.data)
                yield replace(whole, start=line.start, line=line.number), line.length, name

    def _rows(self, whole: Piece) -> Iterator[tuple[Piece, int, str | None]]:
        yield replace(whole, count=0, line=1), 0, None
        weight = bytes_of_row(Path(whole.path))
        for number, row in enumerate(rows(Path(whole.path), columns=["id"]), 1):
            name = row.get("id")
            yield replace(whole, line=number), weight, str(name) if isinstance(name, (str, int)) and name else None


def _place(piece: Piece) -> str:
    return shown(piece.path) if piece.line is None else f"{shown(piece.path)}:{piece.line}"
