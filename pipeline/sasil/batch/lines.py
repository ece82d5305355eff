"""Lines of a stream with their numbers and places, none of them longer than a bound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from sasil.errors import SasilError
from sasil.sources.jsonl import object_of_line


class Line(NamedTuple):
    """A line that is not blank: its number from 1, where it starts, its length in bytes, and its bytes.

    ``data`` is None where the line is longer than the bound.
    """

    number: int
    start: int
    length: int
    data: bytes | None


def lines_of(file: BinaryIO, most: int, *, number: int = 1, start: int = 0) -> Iterator[Line]:
    r"""Give the lines of a stream from its place on, which is ``start`` bytes in and the line of that number.

    >>> from io import BytesIO
    >>> [(line.number, line.start, line.data) for line in lines_of(BytesIO("가\n\n나다\n라".encode()), 5)]
    [(1, 0, b'\xea\xb0\x80\n'), (3, 5, None), (4, 12, b'\xeb\x9d\xbc')]
    """
    while data := file.readline(most + 1):
        length = len(data)
        if length > most and not data.endswith(b"\n"):
            length += _skipped(file, most)
            yield Line(number, start, length, None)
        elif data.strip():
            yield Line(number, start, length, data)
        start += length
        number += 1


def id_of_line(line: bytes) -> str | None:
    """Return the id of a line of JSON, None where it has none: what is wrong with it is told when it is read."""
    try:
        name = object_of_line(line).get("id")
    except SasilError:
        return None
    return str(name) if isinstance(name, (str, int)) and not isinstance(name, bool) and name != "" else None


def _skipped(file: BinaryIO, most: int) -> int:
    """Read to the end of the line; return how many bytes that were."""
    length = 0
    while data := file.readline(most + 1):
        length += len(data)
        if data.endswith(b"\n"):
            break
    return length
