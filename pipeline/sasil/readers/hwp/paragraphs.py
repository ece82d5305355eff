"""Paragraphs of HWP 5: text in UTF-16 with control characters, on which tables, boxes and notes hang."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sasil.readers.documents.blocks import MAX_CELLS, MAX_DEPTH, Block, Box, Document, Grid, plain
from sasil.readers.hwp.records import CTRL_HEADER, LIST_HEADER, PARA_HEADER, PARA_TEXT, SHAPE_COMPONENT, TABLE, Node

_CONTROL = re.compile("[\x00-\x1f]")
_SINGLE = {"\x0a": "\n", "\x18": "-", "\x1e": " ", "\x1f": " "}
"""Control characters of one code unit, and what they stand for; the others of one unit stand for nothing."""

_ONE_UNIT = frozenset("\x00\x0a\x0d\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f")
_HANGING = frozenset("\x01\x02\x03\x0b\x0c\x0e\x0f\x10\x11\x12\x15\x16\x17")
"""Extended control characters: for each there is one CTRL_HEADER below the paragraph, in the same order."""

_UNITS = 8
_CELL = struct.Struct("<4H")
"""Column, row, columns covered, rows covered: after the eight bytes that the header of every list has."""

_TABLE, _SHAPE, _FOOTNOTE, _ENDNOTE = b"tbl ", b"gso ", b"fn  ", b"en  "
_HEADER, _FOOTER, _OVERLAP, _GLOSSED = b"head", b"foot", b"tcps", b"tdut"


class _Lists(NamedTuple):
    """The lists of paragraphs below a control: a list's header, and its paragraphs."""

    header: Node
    paragraphs: list[Node]
    before_body: bool


class Walk:
    """A way through the paragraphs of a document; what is no text of the body goes to the document's own lists."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def paragraphs(self, nodes: Sequence[Node], depth: int) -> list[Block]:
        """Return the blocks of some paragraphs, in order."""
        if depth > MAX_DEPTH:
            return []
        return [block for node in nodes if node.tag == PARA_HEADER for block in self._paragraph(node, depth)]

    def _paragraph(self, node: Node, depth: int) -> list[Block]:
        """Return a paragraph, cut where tables stand in it; boxes and notes that hang on it follow."""
        found: list[Block] = []
        after: list[Block] = []
        held: list[str] = []
        controls = iter([child for child in node.children if child.tag == CTRL_HEADER])
        data = next((child.data for child in node.children if child.tag == PARA_TEXT), b"")
        for piece in _pieces(data):
            control = next(controls, None) if piece is None else None
            kind = _kind(control)
            if piece is not None:
                held.append(piece)
            elif control is not None and kind == _TABLE:
                found += ["".join(held), *self._table(control, depth)]
                held = []
            elif control is not None and kind in (_OVERLAP, _GLOSSED):
                held.append(_inline(control.data))
            elif control is not None:
                after += self._hanging(control, kind, depth)
        return [*found, "".join(held), *after]

    def _hanging(self, control: Node, kind: bytes, depth: int) -> list[Block]:
        """Return what a shape or a note holds; captions of shapes, headers and footers go apart."""
        if kind == _SHAPE:
            return self._shape(control, depth + 1)
        lists = [block for one in _lists(control) for block in self.paragraphs(one.paragraphs, depth + 1)]
        if kind in (_HEADER, _FOOTER):
            self.document.margins.append(plain(lists))
        return lists if kind in (_FOOTNOTE, _ENDNOTE) else []

    def _shape(self, node: Node, depth: int) -> list[Block]:
        if depth > MAX_DEPTH:
            return []
        found: list[Block] = []
        for one in _lists(node):
            blocks = self.paragraphs(one.paragraphs, depth)
            if node.tag == CTRL_HEADER:
                self.document.captions.append(plain(blocks))
            else:
                found += blocks
        for child in node.children:
            if child.tag == SHAPE_COMPONENT:
                found += self._shape(child, depth + 1)
        return found

    def _table(self, control: Node, depth: int) -> list[Block]:
        boxes: list[Box] = []
        caption: list[Block] = []
        for one in _lists(control):
            blocks = self.paragraphs(one.paragraphs, depth + 1)
            if one.before_body:
                caption += blocks
            elif len(one.header.data) >= 8 + _CELL.size:
                column, row, columns, rows = _CELL.unpack_from(one.header.data, 8)
                boxes.append(Box(row, column, min(max(rows, 1), MAX_CELLS), min(max(columns, 1), MAX_CELLS), blocks))
        return [*caption, Grid(boxes)]


def _kind(control: Node | None) -> bytes:
    return b"" if control is None else control.data[3::-1]


def _lists(node: Node) -> Iterator[_Lists]:
    """Give the lists of paragraphs right below a record: those before the record of the table are its caption."""
    open_: _Lists | None = None
    before = any(child.tag == TABLE for child in node.children)
    for child in node.children:
        if child.tag == TABLE:
            before = False
        elif child.tag == LIST_HEADER:
            if open_ is not None:
                yield open_
            open_ = _Lists(child, [inner for inner in child.children if inner.tag == PARA_HEADER], before)
        elif child.tag == PARA_HEADER and open_ is not None:
            open_.paragraphs.append(child)
    if open_ is not None:
        yield open_


def _pieces(data: bytes) -> Iterator[str | None]:
    """Give the text of a paragraph in pieces, and None where something hangs on it."""
    # One character a code unit, so that controls are counted as the format counts them.
    units = "".join(map(chr, struct.unpack_from(f"<{len(data) // 2}H", data)))
    place = 0
    while (found := _CONTROL.search(units, place)) is not None:
        sign = found[0]
        if found.start() > place:
            yield _joined(units[place : found.start()])
        place = found.start() + (1 if sign in _ONE_UNIT else _UNITS)
        if sign in _HANGING:
            yield None
        elif sign == "\t":
            yield "\t"
        elif sign in _SINGLE:
            yield _SINGLE[sign]
    if place < len(units):
        yield _joined(units[place:])


def _joined(units: str) -> str:
    """Join the halves of characters beyond the basic plane; a half without the other becomes U+FFFD."""
    if units.isascii() or not any("\ud800" <= unit <= "\udfff" for unit in units):
        return units
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _inline(data: bytes) -> str:
    """Return the letters of an overlap, or the main text of a gloss: a length in code units, then the text."""
    length = int.from_bytes(data[4:6], "little")
    return data[6 : 6 + 2 * length].decode("utf-16-le", "replace")
