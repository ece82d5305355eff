"""PDF files for tests, written by reportlab with a font of our own: plain shapes under the code points of a text."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from functools import cache

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer, Table

from sasil.readers.documents.blocks import Block, Grid

FONT = "Sasil"
BODY = ParagraphStyle("body", fontName=FONT, fontSize=11, leading=17, wordWrap="CJK")
TITLE = ParagraphStyle("title", parent=BODY, fontSize=18, leading=26)


@cache
def add_font() -> None:
    """Build and register the font: every syllable of Hangul and the signs of press releases, each as a block."""
    signs = [*range(0x20, 0x7F), *range(0xAC00, 0xD7A4), *map(ord, "·‘’“”△▲□○※「」…~↑→①②")]
    wide, narrow = glyph(900), glyph(450)
    names = {code: f"u{code:04X}" for code in signs}
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf({".notdef": wide} | {name: narrow if code < 0x7F else wide for code, name in names.items()})
    builder.setupHorizontalMetrics(
        {".notdef": (1000, 0)} | {n: (500 if c < 0x7F else 1000, 0) for c, n in names.items()}
    )
    builder.setupHorizontalHeader(ascent=850, descent=-150)
    builder.setupNameTable({"familyName": FONT, "styleName": "Regular", "psName": FONT})
    builder.setupOS2(sTypoAscender=850, sTypoDescender=-150)
    builder.setupPost()
    held = io.BytesIO()
    builder.save(held)
    held.seek(0)
    pdfmetrics.registerFont(TTFont(FONT, held))


def glyph(width: int) -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((50, 800), (width, 800), (width, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def pdf_file(blocks: Sequence[Block], *, numbered: bool = False, password: str = "", unmapped: bool = False) -> bytes:
    """Write a PDF; ``Title:`` begins a title in large letters and ``---`` a page."""
    add_font()
    held = io.BytesIO()
    lock = StandardEncryption(password, ownerPassword="owner") if password else None
    template = SimpleDocTemplate(
        held, pagesize=A4, leftMargin=20 * mm, rightMargin=20 * mm, pageCompression=0, encrypt=lock, invariant=1
    )
    on_page = number if numbered else lambda canvas, template: None
    template.build([flowable(block) for block in blocks], onFirstPage=on_page, onLaterPages=on_page)
    data = held.getvalue()
    # The same length in place of the entry, so that the places of all objects stay.
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), data) if unmapped else data


def number(canvas: Canvas, template: SimpleDocTemplate) -> None:
    canvas.setFont(FONT, 10)
    canvas.drawCentredString(A4[0] / 2, 10 * mm, f"- {template.page} -")


def flowable(block: Block) -> Flowable:
    if block == "---":
        return PageBreak()
    if isinstance(block, str):
        return (
            Paragraph(block[6:], TITLE)
            if block.startswith("Title:")
            else Paragraph(block, BODY)
            if block
            else Spacer(1, 12)
        )
    rows = max(box.row + box.row_span for box in block.boxes)
    columns = max(box.column + box.column_span for box in block.boxes)
    cells: list[list[object]] = [[""] * columns for _ in range(rows)]
    style: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), FONT, 10)]
    for box in block.boxes:
        cells[box.row][box.column] = [Paragraph(text, BODY) for text in box.blocks if isinstance(text, str)]
        end = (box.column + box.column_span - 1, box.row + box.row_span - 1)
        style.append(("SPAN", (box.column, box.row), end))
    return Table(cells, style=style, colWidths=[170 * mm / columns] * columns)


def scanned_file() -> bytes:
    """Write a PDF of one page that is a picture."""
    held = io.BytesIO()
    canvas = Canvas(held, pagesize=A4)
    canvas.rect(50, 50, 400, 600, fill=1)
    canvas.showPage()
    canvas.save()
    return held.getvalue()


def grid(*rows: Sequence[str]) -> Grid:
    from sasil.readers.documents.blocks import Box

    return Grid([Box(r, c, 1, 1, [text]) for r, row in enumerate(rows) for c, text in enumerate(row)])
