"""A unit → its articles, each read when it is asked for: what is slow or dies in reading is known by its place."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from sasil.article import Article
from sasil.batch.inputs import shown
from sasil.batch.lines import Line, id_of_line, lines_of
from sasil.batch.units import Piece, Unit
from sasil.errors import ReadError, SasilError, SourceError
from sasil.sources.files import read_file
from sasil.sources.jsonl import article_of_line
from sasil.sources.packed import TROUBLES, opened, unreadable
from sasil.sources.parquet import article_of_row, rows

_SKIP = 1 << 20
_CHANGED = "계획을 세운 뒤에 바뀐 파일입니다"


@dataclass(frozen=True, slots=True)
class Item:
    """An article that has not been read yet: its place, and what reads it and what tells its id as far as it is known.

    ``read`` raises SasilError where there is no article.
    """

    place: str
    line: int | None
    read: Callable[[], Article]
    id: Callable[[], str | None]


class Items:
    """Gives the items of units one after another; a packed file stays open, for its middle is reached by reading."""

    def __init__(self, max_bytes: int) -> None:
        self._max_bytes = max_bytes
        self._lines = _File()
        self._rows = _Rows()

    def of(self, unit: Unit) -> Iterator[Item]:
        """Give the items of a unit, as many as the plan says, whatever has become of the files since."""
        for piece in unit.pieces:
            count = 0
            why = piece.trouble
            try:
                _unchanged(piece)
                for item in islice(self._of(piece), piece.count):
                    count += 1
                    yield item
            except SasilError as error:
                why = error.message
            except TROUBLES as error:
                why = unreadable(error)
            for _ in range(piece.count - count):
                yield _broken(piece, why or _CHANGED)

    def close(self) -> None:
        """Close the files that are open."""
        self._lines.close()
        self._rows.close()

    def _of(self, piece: Piece) -> Iterator[Item]:
        match piece.form:
            case "document":
                yield Item(shown(piece.path), None, partial(self._document, piece), lambda: piece.id)
            case "lines":
                yield from (self._line(piece, line) for line in self._lines_of(piece))
            case "rows":
                yield from (_row(piece, number, row) for number, row in self._rows.of(piece))
            case "broken":
                return

    def _document(self, piece: Piece) -> Article:
        if piece.size > self._max_bytes:
            raise ReadError(f"파일이 너무 큽니다 ({_size(piece.size)}, 한도 {_size(self._max_bytes)})")
        try:
            article = read_file(Path(piece.path), piece.id or "")
        except TROUBLES as error:
            raise SourceError(unreadable(error)) from None
        return replace(article, source=replace(article.source, uri=shown(piece.path)))

    def _lines_of(self, piece: Piece) -> Iterator[Line]:
        file = self._lines.at(piece)
        number, start = piece.line or 1, piece.start
        for line in lines_of(file, self._max_bytes, number=number, start=start):
            self._lines.place = line.start + line.length
            yield line

    def _line(self, piece: Piece, line: Line) -> Item:
        place = shown(piece.path)
        if line.data is None:
            message = f"줄이 너무 깁니다 ({_size(line.length)}, 한도 {_size(self._max_bytes)})"
            return Item(place, line.number, partial(_refused, message), lambda: None)
        read = partial(article_of_line, line.data, place, line.number)
        return Item(place, line.number, read, partial(id_of_line, line.data))


class _File:
    """An open file and its place in bytes, after unpacking."""

    def __init__(self) -> None:
        self.place = 0
        self._path: str | None = None
        self._file: BinaryIO | None = None

    def at(self, piece: Piece) -> BinaryIO:
        """Return the file of a piece, at its start."""
        if self._file is None or piece.path != self._path or piece.start < self.place:
            self.close()
            self._file = opened(Path(piece.path))
            self._path, self.place = piece.path, 0
        if self._file.seekable():
            self.place = self._file.seek(piece.start)
        while self.place < piece.start and (passed := self._file.read(min(_SKIP, piece.start - self.place))):
            self.place += len(passed)
        return self._file

    def close(self) -> None:
        """Close it."""
        if self._file is not None:
            self._file.close()
            self._file = None


class _Rows:
    """The rows of an open file from one on."""

    def __init__(self) -> None:
        self._path: str | None = None
        self._next = 0
        self._rows: Generator[dict[str, Any]] | None = None

    def of(self, piece: Piece) -> Iterator[tuple[int, dict[str, Any]]]:
        """Give the rows from the start of a piece on, with their numbers."""
        first = piece.line or 1
        if self._rows is None or piece.path != self._path or first != self._next:
            self.close()
            self._path, self._next = piece.path, first
            self._rows = rows(Path(piece.path), first)
        for row in self._rows:
            number = self._next
            self._next += 1
            yield number, row

    def close(self) -> None:
        """Close it."""
        if self._rows is not None:
            self._rows.close()
            self._rows = None


def _row(piece: Piece, number: int, row: dict[str, Any]) -> Item:
    name = row.get("id")
    place = shown(piece.path)
    return Item(place, number, partial(article_of_row, row, place, number), lambda: None if name is None else str(name))


def _broken(piece: Piece, message: str) -> Item:
    return Item(shown(piece.path), piece.line, partial(_refused, message), lambda: piece.id)


def _size(count: int) -> str:
    return f"{count / 2**20:,.1f} MB"


def _refused(message: str) -> Article:
    raise SourceError(message)


def _unchanged(piece: Piece) -> None:
    """Raise SourceError where the file of a piece is not that of the plan, OSError where it is not there."""
    if piece.form == "broken":
        return
    now = os.stat(piece.path)
    if (now.st_size, now.st_mtime_ns) != (piece.size, piece.changed):
        raise SourceError(_CHANGED)
