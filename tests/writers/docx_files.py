"""DOCX files for tests, written from blocks by python-docx."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx

from sasil.readers.documents.blocks import Block, Grid


def docx_file(blocks: Sequence[Block], *, header: str = "") -> bytes:
    """Write a DOCX file; a paragraph that begins with ``Style:`` has that style."""
    word = docx.Document()
    add(word, blocks)
    word.sections[0].header.paragraphs[0].text = header
    held = io.BytesIO()
    word.save(held)
    return held.getvalue()


def add(holder: Any, blocks: Sequence[Block]) -> None:
    for block in blocks:
        if isinstance(block, str):
            style, _, text = block.partition(":") if block.startswith(("Title:", "Caption:")) else ("Normal", "", block)
            holder.add_paragraph(text, style=style)
            continue
        rows = max(box.row + box.row_span for box in block.boxes)
        columns = max(box.column + box.column_span for box in block.boxes)
        table = holder.add_table(rows, columns)
        for box in block.boxes:
            last = table.cell(box.row + box.row_span - 1, box.column + box.column_span - 1)
            cell = table.cell(box.row, box.column).merge(last)
            for paragraph in cell.paragraphs:
                paragraph._p.getparent().remove(paragraph._p)
            add(cell, box.blocks)
            if not box.blocks or isinstance(box.blocks[-1], Grid):
                cell.add_paragraph()
