"""Names in tables and in lists of a name and its money: one row a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.projects.patterns import LONGEST, head_of, is_generic
from sasil.components.projects.phrases import trim
from sasil.components.projects.reading import Reading

_ROWS = re.compile(r"^[^\n]*\|[^\n]*(?:\n[^\n]*\|[^\n]*)*", re.MULTILINE)
_COLUMN = re.compile(
    r"^(?:세부|주요|단위|내역|신규|핵심|추진)?\s?(?:사\s?업|과\s?제|프로젝트|공\s?사|용\s?역)\s?(?:명|건명)?$|^건\s?명$"
)
_NO_NAME = re.compile(r"^(?:총?합?\s*계|소\s*계|총\s*액|기\s*타|비\s*고|\W*|[\d,.\s%]+)$")
_LISTED = re.compile(r"^[ \t]*[-–·ㆍ•○◦*][ \t]+(?P<name>[^\n:：|]{4,70}?)\s?[:：]\s?(?=[^\n]{0,20}\d)", re.MULTILINE)
_HEADS = frozenset({"name", "brand", "build", "service", "program", "work", "act", "thing", "scheme", "plan"})


def tabled_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names in the cells of a column headed 사업명 or the like, and those listed with their money."""
    for table in _ROWS.finditer(reading.text):
        yield from _column(reading, table)
    for line in _LISTED.finditer(reading.text):
        start, end = trim(reading, *line.span("name"))
        head = head_of(reading.text[start:end])
        if head and head.kind in _HEADS and _has_money(reading, line.end()) and " " in reading.text[start:end]:
            yield start, end, "projects.listed"


def _column(reading: Reading, table: re.Match[str]) -> Iterator[tuple[int, int, str]]:
    wanted: int | None = None
    width = 0
    place = table.start()
    for line in table[0].split("\n"):
        cells = _cells(line, place)
        place += len(line) + 1
        named = [i for i, (start, end) in enumerate(cells) if _COLUMN.match(reading.text[start:end])]
        if named and wanted is None:
            wanted, width = named[0], len(cells)
        elif wanted is not None:
            # A cell that spans rows leaves the rows below it shorter at the front.
            index = wanted - max(0, width - len(cells)) if wanted else 0
            start, end = trim(reading, *cells[max(0, index)])
            surface = reading.text[start:end]
            if 3 < len(surface) <= LONGEST and not _NO_NAME.match(surface) and not _general(surface):
                yield start, end, "projects.table"


def _cells(line: str, place: int) -> list[tuple[int, int]]:
    cells = []
    for cell in line.split("|"):
        stripped = cell.strip()
        start = place + cell.find(stripped) if stripped else place
        cells.append((start, start + len(stripped)))
        place += len(cell) + 1
    return cells


def _general(surface: str) -> bool:
    return is_generic(surface.replace(" ", ""))


def _has_money(reading: Reading, place: int) -> bool:
    end = reading.text.find("\n", place)
    return any(m.type == "MONEY" for m in reading.known_from(place, end if end >= 0 else len(reading.text)))
