"""HWPX files for tests: a ZIP file of OWPML, written from blocks."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from hwp_files import Hung

from sasil.readers.documents.blocks import Block, Grid

NAMES = 'xmlns:hp="http://www.hancom.co.kr/hwpml/2011/paragraph" xmlns:hs="http://www.hancom.co.kr/hwpml/2011/section"'


def hwpx_file(*sections: Sequence[Block | Hung], order: Sequence[int] | None = None, **parts: str) -> bytes:
    """Write an HWPX file whose spine names the sections in an order; ``parts`` replaces parts by their last names."""
    files = {"mimetype": "application/hwp+zip"}
    for number, blocks in enumerate(sections):
        body = "".join(map(paragraph, blocks))
        files[f"Contents/section{number}.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8"?><hs:sec {NAMES}>{body}</hs:sec>'
        )
    items = "".join(f'<opf:item id="s{n}" href="Contents/section{n}.xml"/>' for n in range(len(sections)))
    refs = "".join(f'<opf:itemref idref="s{n}"/>' for n in (order if order is not None else range(len(sections))))
    files["Contents/content.hpf"] = (
        f'<opf:package xmlns:opf="http://www.idpf.org/2007/opf/"><opf:manifest>{items}</opf:manifest>'
        f"<opf:spine>{refs}</opf:spine></opf:package>"
    )
    files["META-INF/manifest.xml"] = "<odf:manifest xmlns:odf='urn:x'/>"
    for name in files:
        files[name] = parts.get(name.rpartition("/")[2].partition(".")[0], files[name])
    return zip_file(files)


def zip_file(files: dict[str, str | bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return held.getvalue()


def paragraph(block: Block | Hung) -> str:
    if isinstance(block, Grid):
        return f"<hp:p><hp:run>{table(block)}<hp:t/></hp:run></hp:p>"
    if isinstance(block, str):
        return f"<hp:p><hp:run><hp:t>{written(block)}</hp:t></hp:run><hp:linesegarray/></hp:p>"
    things = "".join(hanging(kind, blocks) for kind, blocks in block.things)
    return f"<hp:p><hp:run><hp:t>{written(block.text)}</hp:t>{things}</hp:run></hp:p>"


def written(text: str) -> str:
    return escape(text).replace("\n", "<hp:lineBreak/>").replace("\t", '<hp:tab width="4000"/>')


def list_of(blocks: Sequence[Block]) -> str:
    return f"<hp:subList>{''.join(map(paragraph, blocks or ['']))}</hp:subList>"


def hanging(kind: str, blocks: Sequence[Block]) -> str:
    inside = list_of(blocks)
    if kind == "box":
        return f"<hp:rect><hp:drawText>{inside}</hp:drawText></hp:rect>"
    if kind == "caption":
        return f"<hp:pic><hp:caption>{inside}</hp:caption></hp:pic>"
    name = {"footnote": "footNote", "header": "header", "hidden": "hiddenComment"}[kind]
    return f"<hp:ctrl><hp:{name}>{inside}</hp:{name}></hp:ctrl>"


def table(grid: Grid) -> str:
    rows: dict[int, str] = {}
    for box in grid.boxes:
        rows[box.row] = rows.get(box.row, "") + (
            f'<hp:tc>{list_of(box.blocks)}<hp:cellAddr colAddr="{box.column}" rowAddr="{box.row}"/>'
            f'<hp:cellSpan colSpan="{box.column_span}" rowSpan="{box.row_span}"/></hp:tc>'
        )
    return f"<hp:tbl>{''.join(f'<hp:tr>{row}</hp:tr>' for row in rows.values())}</hp:tbl>"
