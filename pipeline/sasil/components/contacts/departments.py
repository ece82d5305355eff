"""The rows of a table of contacts, and the department of each: bureau and division as the rows give them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from sasil.components.contacts.lexing import Piece, pieces
from sasil.components.contacts.patterns import OWNER, UNIT, words_of
from sasil.record import Mention

_ASKING = re.compile(r"담\s*당|책\s*임\s*자|문\s*의|연\s*락\s*처|자\s*료\s*제\s*공|전\s*화")
_DIVISIONS = ("과", "팀")
_RESPONSIBLE = re.compile(r"책\s*임\s*자")
_BAR = re.compile(r"\|")
_PARTS = re.compile(r"[·/,()（）]")
_HEADS = re.compile(r"^(?:부|국|실|과|팀|처|본부|단|센터|원|소|관)장$")


class Row:
    """A row of a table with its cells and the pieces in them."""

    def __init__(self, text: str, start: int, end: int, persons: Sequence[Mention]) -> None:
        line = text[start:end]
        self.cells = [" ".join(cell.split()) for cell in line.split("|")]
        self.pieces: list[Piece] = pieces(text, start, end, persons)
        self.asks = any(_ASKING.match(cell) for cell in self.cells)
        self.reached = any(p.kind in ("phone", "email") for p in self.pieces)
        self._bars = [start + bar.start() for bar in _BAR.finditer(line)]

    def cell(self, piece: Piece) -> int:
        """Return the number of the cell that a piece stands in."""
        return bisect_left(self._bars, piece.start)

    @property
    def is_header(self) -> bool:
        """Whether all cells name columns."""
        return all(is_column(cell) for cell in self.cells if cell)

    @property
    def opens(self) -> bool:
        """Whether the row begins with the cell 담당 부서."""
        return OWNER.match(self.cells[0]) is not None and not self.is_header

    @property
    def owner(self) -> str | None:
        """The unit in the cell behind 담당, where the row has one: 배포일 | 6. 11. | 담당 | 홍보실."""
        pairs = zip(self.cells, self.cells[1:], strict=False)
        return next((unit for cell, unit in pairs if OWNER.fullmatch(cell) and UNIT.search(unit)), None)

    @property
    def unit(self) -> str | None:
        """The units of the row, joined, without a body before them in a cell of its own; None where it has none."""
        units = [p for p in self.pieces if p.kind == "unit"]
        if len(units) > 1 and self.cell(units[0]) == 0 and " " in units[1].form and self.cell(units[1]) > 0:
            units = units[1:]
        return " ".join(p.form for p in units) or None

    @property
    def title(self) -> str | None:
        """The first title of the row."""
        return next((p.form for p in self.pieces if p.kind == "title"), None)

    def under(self, header: Row) -> None:
        """Leave out what stands in the columns that a header calls 구분, 업무 or the like."""
        if len(header.cells) == len(self.cells):
            aside = {n for n, cell in enumerate(header.cells) if "".join(cell.split()) in words_of("aside")}
            self.pieces = [p for p in self.pieces if self.cell(p) not in aside]


def is_column(cell: str) -> bool:
    """Tell whether a cell is the head of a column of contacts: 성명, 기관·부서.

    >>> is_column("담당자 (직급)"), is_column("수질과")
    (True, False)
    """
    parts = _PARTS.split("".join(cell.split()))
    return all(part in words_of("label") or part in words_of("aside") for part in parts if part)


def departments(rows: Sequence[Row]) -> Iterator[tuple[Row, str | None, bool]]:
    """Give the rows that reach someone, each with its department, and whether it stands under heads of columns.

    A row that opens with 담당 부서 gives the bureau, the rows below it the divisions; without a cell 책임자 the bureau
    stands alone where its own head is the one to ask (본부 … 본부장).
    """
    header: Row | None = None
    bureau: str | None = None
    current: str | None = None
    for number, row in enumerate(rows):
        if row.is_header:
            header, bureau, current = row, None, None
            continue
        if header is None and not row.opens and not row.reached:
            current = row.owner or current
            continue
        if header is not None:
            row.under(header)
        unit = row.unit
        below = rows[number + 1] if number + 1 < len(rows) else None
        if row.opens and (unit is not None or current is None):
            joins = _goes_on_below(row, unit, below)
            bureau = unit if joins else None
            current = f"{unit} {below.unit}" if joins and below is not None else unit
        elif unit is not None:
            current = unit if bureau is None or " " in unit else f"{bureau} {unit}"
        elif header is not None:
            current = None
        if row.reached:
            yield row, current, header is not None


def _goes_on_below(row: Row, unit: str | None, below: Row | None) -> bool:
    """Tell whether the row below names the division of the bureau in this one."""
    if unit is None or below is None or below.opens or below.unit is None or " " in below.unit:
        return False
    if unit.endswith(_DIVISIONS) and below.unit.endswith(unit[-1]):  # two divisions side by side
        return False
    if any(_RESPONSIBLE.fullmatch(cell) for cell in row.cells):
        return True
    title = row.title
    return title is None or not (_HEADS.match(title) and unit.endswith(title[:-1]))
