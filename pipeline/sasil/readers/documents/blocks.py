"""What a document holds, whatever its format: paragraphs and tables in order, captions, headers and footers apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from sasil.article import Notice

MAX_FILE = 128 * 2**20
"""The most that a file may hold, in bytes: photographs make large ones."""

MAX_BYTES = 32 * 2**20
"""The most that the text and mark-up of a file may hold when unpacked; those of a press release hold about one."""

MAX_PARTS = 4096
"""The most parts, sections or pages that a file is opened for."""

MAX_DEPTH = 24
"""How deep tables in cells, boxes in boxes, and notes are followed."""

MAX_CELLS = 200_000
"""The most places of a grid that spans may claim: a broken file can claim billions."""


@dataclass(slots=True)
class Box:
    """A cell: its place in the grid, from 0, what it covers, and what stands in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    blocks: list[Block]


@dataclass(slots=True)
class Grid:
    """A table: its cells in the order of the document."""

    boxes: list[Box]


Block: TypeAlias = str | Grid
"""A paragraph's text, in which line breaks may stand, or a table."""


@dataclass(slots=True)
class Document:
    """A document as its reader found it."""

    blocks: list[Block] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    margins: list[str] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def plain(blocks: list[Block]) -> str:
    """Return the text of some blocks on one line, tables and all.

    >>> plain(["가람시", Grid([Box(0, 0, 1, 1, ["나루구"])])])
    '가람시 나루구'
    """
    words: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            words.append(block)
        else:
            words += [plain(box.blocks) for box in block.boxes]
    return " ".join(" ".join(words).split())
