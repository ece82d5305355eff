"""The records of an HWP 5 section as a tree: each has a tag, a level and data (한글 문서 파일 형식 5.0, 4.1)."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

PARA_HEADER, PARA_TEXT, CTRL_HEADER, LIST_HEADER, SHAPE_COMPONENT, TABLE = 66, 67, 71, 72, 76, 77
_KEPT = frozenset({PARA_HEADER, PARA_TEXT, CTRL_HEADER, LIST_HEADER, SHAPE_COMPONENT, TABLE})
_LONG = 0xFFF
_STEP = 1 << 16


@dataclass(slots=True)
class Node:
    """A record and those below it."""

    tag: int
    data: bytes
    children: list[Node] = field(default_factory=list)


def inflate(packed: bytes, most: int) -> tuple[bytes, bool]:
    """Return raw deflate data unpacked, up to a size in bytes, and whether it came to its end whole."""
    unzip = zlib.decompressobj(-15)
    unpacked = bytearray()
    try:
        for start in range(0, len(packed), _STEP):
            unpacked += unzip.decompress(packed[start : start + _STEP], most - len(unpacked))
            if len(unpacked) >= most or unzip.eof:
                break
    except zlib.error:
        return bytes(unpacked), False
    return bytes(unpacked), unzip.eof


def tree(section: bytes) -> list[Node]:
    """Return the records of a section that bear text, each below the last one of a lower level.

    A record that claims more than is left ends the section.
    """
    top: list[Node] = []
    open_: list[tuple[int, list[Node]]] = [(-1, top)]
    place, end = 0, len(section)
    while place + 4 <= end:
        head = int.from_bytes(section[place : place + 4], "little")
        tag, level, size = head & 0x3FF, head >> 10 & 0x3FF, head >> 20
        place += 4
        if size == _LONG:
            size = int.from_bytes(section[place : place + 4], "little")
            place += 4
        if place + size > end:
            break
        if tag in _KEPT:
            node = Node(tag, section[place : place + size])
            while open_[-1][0] >= level:
                open_.pop()
            open_[-1][1].append(node)
            open_.append((level, node.children))
        place += size
    return top
