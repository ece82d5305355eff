"""HWPX → Document: a ZIP file of XML (OWPML, KS X 6101), its sections in the order of the package's spine."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from sasil.errors import ReadError
from sasil.readers.archive import Archive
from sasil.readers.documents.blocks import MAX_CELLS, MAX_DEPTH, Block, Box, Document, Grid, plain
from sasil.readers.xml import local, parse

MANIFEST = "Contents/content.hpf"

_SIGNS = {"lineBreak": "\n", "tab": "\t", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_NOTES = frozenset({"footNote", "endNote"})
_MARGINS = frozenset({"header", "footer"})


def read_hwpx(archive: Archive) -> Document:
    """Return what the sections of an HWPX file hold, in the order of its spine.

    Raises ReadError for a file with an encrypted or no body, and where it goes beyond the caps on size.
    """
    if "encryption-data" in archive.text("META-INF/manifest.xml"):
        raise ReadError("암호가 걸린 HWPX 문서입니다")
    walk = _Walk(Document())
    sections = list(_sections(archive))
    if not sections:
        raise ReadError("HWPX 문서에 본문이 없습니다")
    for name in sections:
        root = parse(archive.read(name), name)
        walk.document.blocks += walk.paragraphs(root, 0)
    return walk.document


def _sections(archive: Archive) -> Iterator[str]:
    """Give the names of the sections by the spine; where that is broken, by their numbers."""
    held = [name for name in archive.names if name.startswith("Contents/section") and name.endswith(".xml")]
    spine: list[str] = []
    if MANIFEST in archive.names:
        try:
            package = parse(archive.read(MANIFEST), MANIFEST)
        except ReadError:
            package = etree.Element("package")
        items = {e.get("id"): e.get("href") or "" for e in package.iter("{*}item")}
        spine = [items.get(e.get("idref"), "") for e in package.iter("{*}itemref")]
    named = [name for href in spine for name in (href, f"Contents/{href}") if name in held]
    rest = sorted((name for name in held if name not in named), key=lambda name: (len(name), name))
    yield from dict.fromkeys([*named, *rest])


class _Walk:
    """A way through the paragraphs of a document; what is no text of the body goes to the document's own lists."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def paragraphs(self, parent: etree._Element, depth: int) -> list[Block]:
        """Return the blocks of the paragraphs that stand in an element."""
        found: list[Block] = []
        if depth <= MAX_DEPTH:
            for child in parent:
                if local(child) == "p":
                    found += self._paragraph(child, depth)
        return found

    def _paragraph(self, element: etree._Element, depth: int) -> list[Block]:
        """Return a paragraph, cut where tables stand in it; boxes and notes that hang on it follow."""
        found: list[Block] = []
        after: list[Block] = []
        held: list[str] = []
        for run in element:
            if local(run) != "run":
                continue
            for part in run:
                kind = local(part)
                if kind == "t":
                    held.append(_text(part))
                elif kind == "tbl":
                    found += ["".join(held), *self._table(part, depth)]
                    held = []
                else:
                    after += self._object(part, kind, depth)
        return [*found, "".join(held), *after]

    def _table(self, element: etree._Element, depth: int) -> list[Block]:
        boxes: list[Box] = []
        caption: list[Block] = []
        for child in element:
            if local(child) == "tr":
                boxes += [self._cell(cell, depth) for cell in child if local(cell) == "tc"]
            elif local(child) == "caption":
                caption += self._lists(child, depth)
        return [*caption, Grid(boxes)]

    def _cell(self, element: etree._Element, depth: int) -> Box:
        place = {local(child): child for child in element if local(child) in ("cellAddr", "cellSpan")}
        address, span = place.get("cellAddr"), place.get("cellSpan")
        return Box(
            _number(address, "rowAddr", 0),
            _number(address, "colAddr", 0),
            max(_number(span, "rowSpan", 1), 1),
            max(_number(span, "colSpan", 1), 1),
            self._lists(element, depth),
        )

    def _lists(self, element: etree._Element, depth: int) -> list[Block]:
        return [block for child in element if local(child) == "subList" for block in self.paragraphs(child, depth + 1)]

    def _object(self, element: etree._Element, kind: str, depth: int) -> list[Block]:
        """Return what a control or a shape holds: notes, and the text in boxes; captions and margins go apart."""
        if depth > MAX_DEPTH:
            return []
        if kind == "ctrl":
            return [block for child in element for block in self._control(child, depth)]
        if kind == "compose":
            return [element.get("composeText") or ""]
        found: list[Block] = []
        for child in element:
            name = local(child)
            if name == "caption":
                self.document.captions.append(plain(self._lists(child, depth)))
            elif name == "drawText":
                found += self._lists(child, depth)
            elif name == "mainText":  # 덧말: a word with a gloss above it
                found.append(child.text or "")
            elif len(child) and name != "default":  # a switch gives the same twice
                found += self._object(child, name, depth + 1)
        return found

    def _control(self, element: etree._Element, depth: int) -> list[Block]:
        kind = local(element)
        if kind in _NOTES:
            return self._lists(element, depth)
        if kind in _MARGINS:
            self.document.margins.append(plain(self._lists(element, depth)))
        return []


def _text(element: etree._Element) -> str:
    """Return the text of a run, with the signs that stand in it as elements."""
    if not len(element):
        return element.text or ""
    held = [element.text or ""]
    for child in element:
        held += [_SIGNS.get(local(child), ""), child.tail or ""]
    return "".join(held)


def _number(element: etree._Element | None, name: str, default: int) -> int:
    given = element.get(name) if element is not None else None
    return min(int(given), MAX_CELLS) if given and given.isascii() and given.isdigit() and len(given) < 10 else default
