"""DOCX → Document: the paragraphs and tables of a Word file (ECMA-376) in order, by python-docx."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING

import docx
from lxml import etree

from sasil.errors import ReadError
from sasil.readers.archive import Archive
from sasil.readers.documents.blocks import MAX_BYTES, MAX_CELLS, MAX_DEPTH, MAX_FILE, Block, Box, Document, Grid, plain
from sasil.readers.xml import local, parse

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_PASSED = frozenset(
    {"r", "hyperlink", "ins", "moveTo", "smartTag", "fldSimple", "sdt", "sdtContent", "customXml", "dir", "bdo"}
)
"""Elements whose insides belong to the paragraph; what was deleted or moved away (del, moveFrom) does not."""

_DRAWN = frozenset({"drawing", "pict", "object", "AlternateContent"})
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_PARTS = {"footnote": "word/footnotes.xml", "endnote": "word/endnotes.xml"}
_PICTURES = ("그림", "사진", "Figure", "figure")


def read_docx(data: bytes, archive: Archive) -> Document:
    """Return what the body of a DOCX file holds, in order; headers, footers and captions of pictures apart.

    Raises ReadError for a broken file and one that is too large unpacked.
    """
    if archive.unpacked(".xml") > MAX_BYTES or archive.unpacked() > 2 * MAX_FILE:
        raise ReadError(f"압축을 풀면 너무 큽니다 ({MAX_BYTES >> 20} MB 넘음)")
    try:
        word = docx.Document(io.BytesIO(data))
        styles = {style.style_id: style.name or "" for style in word.styles}
    except Exception:  # python-docx answers broken files with errors of many kinds
        raise ReadError("DOCX 문서가 깨졌거나 끝이 잘렸습니다") from None
    walk = _Walk(styles, {kind: _notes(archive, kind) for kind in _PARTS})
    walk.document.blocks = walk.blocks(word.element.body, 0)
    walk.document.margins = list(_margins(word))
    return walk.document


def _margins(word: WordFile) -> Iterator[str]:
    for section in word.sections:
        try:
            for part in (section.header, section.footer):
                yield " ".join(" ".join(paragraph.text for paragraph in part.paragraphs).split())
        except Exception:  # a reference to a part that is not there
            continue


def _notes(archive: Archive, kind: str) -> dict[str, etree._Element]:
    name = _PARTS[kind]
    if name not in archive.names:
        return {}
    return {_value(note, "id"): note for note in parse(archive.read(name), name) if local(note) == kind}


class _Walk:
    """A way through the body: ``styles`` are the names of styles by id, ``notes`` those of foot and end by id."""

    def __init__(self, styles: dict[str, str], notes: dict[str, dict[str, etree._Element]]) -> None:
        self.document = Document()
        self._styles = styles
        self._notes = notes

    def blocks(self, parent: etree._Element, depth: int) -> list[Block]:
        """Return the blocks that stand in an element."""
        found: list[Block] = []
        for child in parent if depth <= MAX_DEPTH else ():
            name = local(child)
            if name == "p":
                found += self._paragraph(child, depth)
            elif name == "tbl":
                found.append(self._table(child, depth))
            elif name in ("sdt", "sdtContent", "customXml", "ins"):
                found += self.blocks(child, depth + 1)
        return found

    def _paragraph(self, element: etree._Element, depth: int) -> list[Block]:
        after: list[Block] = []
        text = "".join(self._pieces(element, after, depth))
        style = next((self._styles.get(_value(one, "val"), "") for one in element.iterfind("{*}pPr/{*}pStyle")), "")
        if style.lower() == "caption" and text.strip(" <[(").startswith(_PICTURES):
            self.document.captions.append(plain([text]))
            return after
        if style.lower() == "title":
            return [Grid([Box(0, 0, 1, 1, [text])]), *after]
        return [text, *after]

    def _pieces(self, element: etree._Element, after: list[Block], depth: int) -> Iterator[str]:
        """Give the text of a paragraph in pieces; boxes and notes that hang on it go to ``after``."""
        for child in element if depth <= MAX_DEPTH else ():
            name = local(child)
            if name == "t":
                yield child.text or ""
            elif name in _SIGNS:
                yield _SIGNS[name]
            elif name in _PASSED:
                yield from self._pieces(child, after, depth + 1)
            elif name in _DRAWN:
                after += self._drawn(child, depth)
            elif name in _NOTES:
                note = self._notes[_NOTES[name]].get(_value(child, "id"))
                after += self.blocks(note, depth + 1) if note is not None else []

    def _drawn(self, element: etree._Element, depth: int) -> list[Block]:
        """Return the text in the boxes of a drawing; of its alternatives, the first."""
        found: list[Block] = []
        for child in element if depth <= MAX_DEPTH else ():
            name = local(child)
            if name == "txbxContent":
                found += self.blocks(child, depth + 1)
            elif name != "Fallback":
                found += self._drawn(child, depth + 1)
        return found

    def _table(self, table: etree._Element, depth: int) -> Grid:
        boxes: list[Box] = []
        open_: dict[int, Box] = {}
        for row, element in enumerate(_rows(table)):
            column = _number(element.iterfind("{*}trPr/{*}gridBefore"), 0)
            for cell in _cells(element):
                width = max(_number(cell.iterfind("{*}tcPr/{*}gridSpan"), 1), 1)
                merged = next(cell.iterfind("{*}tcPr/{*}vMerge"), None)
                above = open_.pop(column, None)
                if merged is not None and _value(merged, "val") != "restart" and above is not None:
                    above.row_span += 1
                    open_[column] = above
                else:
                    boxes.append(Box(row, column, 1, width, self.blocks(cell, depth + 1)))
                    if merged is not None:
                        open_[column] = boxes[-1]
                column = min(column + width, MAX_CELLS)
        return Grid(boxes)


def _rows(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _rows(child)


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml"):
            yield from _cells(child)


def _value(element: etree._Element, name: str) -> str:
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), "")


def _number(elements: Iterable[etree._Element], default: int) -> int:
    given = next((_value(one, "val") for one in chain(elements)), "")
    return min(int(given), MAX_CELLS) if given.isascii() and given.isdigit() and len(given) < 10 else default
