"""HWP 5 files for tests: an OLE compound file ([MS-CFB]) of HWP records, written from blocks."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, pairwise

from sasil.readers.documents.blocks import Block, Grid

SECTOR, MINI, CUTOFF = 512, 64, 4096
FREE, END, FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


@dataclass
class Hung:
    """A paragraph on which things hang: (kind, blocks) of footnote, header, box, caption or hidden."""

    text: str
    things: list[tuple[str, list[Block]]] = field(default_factory=list)


def hwp_file(
    *sections: Sequence[Block | Hung],
    flags: int = 1,
    preview: str = "",
    version: int = 0x05010001,
    cut: int | None = None,
) -> bytes:
    """Write an HWP 5 file; ``cut`` keeps that many bytes of each packed section."""
    header = b"HWP Document File".ljust(32, b"\0") + struct.pack("<II", version, flags)
    streams = {"FileHeader": header.ljust(256, b"\0"), "PrvText": preview.encode("utf-16-le"), "DocInfo": b""}
    for number, blocks in enumerate(sections):
        records = b"".join(paragraph(block, 0, first=not at) for at, block in enumerate(blocks))
        packed = deflate(records) if flags & 1 else records
        streams[f"BodyText/Section{number}"] = packed[:cut]
    return ole_file(streams)


def deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def record(tag: int, level: int, data: bytes) -> bytes:
    head = tag | level << 10
    if len(data) < 0xFFF:
        return struct.pack("<I", head | len(data) << 20) + data
    return struct.pack("<II", head | 0xFFF << 20, len(data)) + data


def paragraph(block: Block | Hung, level: int, *, first: bool = False) -> bytes:
    text = "" if isinstance(block, Grid) else block if isinstance(block, str) else block.text
    units, below = b"", b""
    if first:
        units += extended(2, b"secd") + extended(2, b"cold")
        below += record(71, level + 1, b"dces" + bytes(43)) + record(71, level + 1, b"dloc" + bytes(12))
    units += written(text)
    if isinstance(block, Grid):
        units += extended(11, b"tbl ")
        below += table(block, level + 1)
    for kind, blocks in block.things if isinstance(block, Hung) else ():
        code, name = {"footnote": (17, b"fn  "), "header": (16, b"head"), "hidden": (15, b"tcmt")}.get(
            kind, (11, b"gso ")
        )
        units += extended(code, name)
        below += hanging(kind, name, blocks, level + 1)
    units += b"\r\0"
    head = struct.pack("<I", len(units) // 2) + bytes(18)
    return record(66, level, head) + record(67, level + 1, units) + record(68, level + 1, bytes(8)) + below


def written(text: str) -> bytes:
    units = b""
    for sign in text:
        units += extended(9, bytes(4)) if sign == "\t" else sign.encode("utf-16-le", "surrogatepass")
    return units


def extended(code: int, name: bytes) -> bytes:
    return struct.pack("<H", code) + name[::-1] + bytes(8) + struct.pack("<H", code)


def list_of(blocks: Sequence[Block], level: int, extra: bytes = b"") -> bytes:
    """Write the header of a list and its paragraphs, which stand on the header's own level."""
    blocks = blocks or [""]
    return record(72, level, struct.pack("<HHI", len(blocks), 0, 0) + extra) + b"".join(
        paragraph(b, level) for b in blocks
    )


def hanging(kind: str, name: bytes, blocks: Sequence[Block], level: int) -> bytes:
    control = record(71, level, name[::-1] + bytes(8))
    if kind == "box":
        return control + record(76, level + 1, bytes(20)) + list_of(blocks, level + 2)
    if kind == "caption":
        return control + list_of(blocks, level + 1) + record(76, level + 1, bytes(20))
    return control + list_of(blocks, level + 1)


def table(grid: Grid, level: int) -> bytes:
    rows = max((box.row + box.row_span for box in grid.boxes), default=0)
    columns = max((box.column + box.column_span for box in grid.boxes), default=0)
    made = record(71, level, b" lbt" + bytes(40)) + record(
        77, level + 1, struct.pack("<IHH", 0, rows, columns) + bytes(12)
    )
    for box in grid.boxes:
        place = struct.pack("<4H", box.column, box.row, box.column_span, box.row_span) + bytes(24)
        made += list_of(box.blocks, level + 1, place)
    return made


def ole_file(streams: dict[str, bytes]) -> bytes:
    """Write an OLE compound file of version 3 with the given streams; a slash parts a storage from its stream."""
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(data: bytes) -> int:
        if not data:
            return END
        start = len(sectors)
        pieces = [data[at : at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, len(data), SECTOR)]
        sectors.extend(pieces)
        fat.extend([*range(start + 1, start + len(pieces)), END])
        return start

    mini, mini_fat = b"", []
    entries = [["Root Entry", 5, FREE, FREE, FREE, 0, 0]]
    storages: dict[str, int] = {"": 0}
    children: dict[int, list[int]] = {0: []}
    for path in sorted(streams, key=lambda path: (len(path), path.upper())):
        folder, _, name = path.rpartition("/")
        if folder not in storages:
            storages[folder] = len(entries)
            children[0].append(len(entries))
            children[len(entries)] = []
            entries.append([folder, 1, FREE, FREE, FREE, 0, 0])
        data = streams[path]
        if len(data) < CUTOFF:
            start = len(mini_fat) if data else END
            pieces = -(-len(data) // MINI)
            mini_fat += [*range(len(mini_fat) + 1, len(mini_fat) + pieces), END] if data else []
            mini += data.ljust(pieces * MINI, b"\0")
        else:
            start = store(data)
        children[storages[folder]].append(len(entries))
        entries.append([name, 2, FREE, FREE, FREE, start, len(data)])
    for parent, held in children.items():
        for one, following in pairwise(held):
            entries[one][3] = following
        entries[parent][4] = held[0] if held else FREE
    entries[0][5:] = [store(mini), len(mini)]
    mini_fat_start = store(struct.pack(f"<{len(mini_fat)}I", *mini_fat))
    directory = b"".join(entry_of(*entry) for entry in entries)
    directory += entry_of("", 0, FREE, FREE, FREE, 0, 0) * (-len(entries) % 4)
    directory_start = store(directory)
    fat_sectors = next(n for n in count(1) if n * 128 >= len(fat) + n)
    fat_start = len(sectors)
    fat += [FAT_SECTOR] * fat_sectors
    fat += [FREE] * (fat_sectors * 128 - len(fat))
    sectors.append(struct.pack(f"<{len(fat)}I", *fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    header += struct.pack("<IIIII", 0, fat_sectors, directory_start, 0, CUTOFF)
    header += struct.pack("<IIII", mini_fat_start, -(-len(mini_fat) // 128), END, 0)
    header += struct.pack("<109I", *range(fat_start, fat_start + fat_sectors), *[FREE] * (109 - fat_sectors))
    return header + b"".join(sectors)


def entry_of(name: str, kind: int, left: int, right: int, child: int, start: int, size: int) -> bytes:
    encoded = name.encode("utf-16-le")
    made = encoded.ljust(64, b"\0") + struct.pack("<HBB", len(encoded) + 2 if name else 0, kind, 1)
    return made + struct.pack("<III", left, right, child) + bytes(36) + struct.pack("<IQ", start, size)
