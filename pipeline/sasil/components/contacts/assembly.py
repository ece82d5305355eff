"""From the pieces of a line or a row to contacts: which unit, title, number and address belong to which person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from sasil.components.contacts.lexing import OF_NAMES, Piece
from sasil.record import Contact

REACH = ("phone", "email")
"""The kinds of pieces by which someone is reached."""


@dataclass
class Found:
    """A contact while being put together."""

    unit: str | None = None
    held: dict[str, Piece] = field(default_factory=dict)

    @property
    def reached(self) -> bool:
        """Whether a number or an address is there."""
        return any(kind in self.held for kind in REACH)

    def contact(self, rule: str) -> Contact:
        """Return it as a part of the record."""
        form = {kind: piece.form for kind, piece in self.held.items()}
        spans = sorted((p.start, p.end) for kind, p in self.held.items() if kind != "title")
        return Contact(
            department=self.unit,
            name=form.get("person"),
            title=form.get("title"),
            phone=form.get("phone"),
            email=form.get("email"),
            spans=spans,
            by=f"contacts.{rule}",
        )


def assemble(line: Sequence[Piece], unit: str | None) -> tuple[list[Found], str | None]:
    """Return the contacts of a line, and the unit that it ends with; ``unit`` is that of the line before."""
    if line and line[0].kind == "label" and line[0].form not in OF_NAMES:
        unit = None
    titled_first = next((p.kind for p in line if p.kind in ("title", "person")), "") == "title"
    current = Found(unit)
    done: list[Found] = []
    for number, piece in enumerate(line):
        if piece.kind == "label" and not current.held and (not number or line[number - 1].kind != "unit"):
            current.unit = unit
        if piece.kind == "credit" and not any(later.kind in REACH for later in line[number:]):
            break
        if piece.kind in ("label", "credit", "word"):
            continue
        if _begins(line, number, current, titled_first):
            done.append(current)
            current = Found(current.unit)
        if piece.kind == "unit":
            new = not current.held and current.unit is not None and number and line[number - 1].kind == "unit"
            current.unit = f"{current.unit} {piece.form}" if new else piece.form
        else:
            current.held.setdefault(piece.kind, piece)
    if current.held:
        done.append(current)
    elif done and done[-1].unit is None:
        done[-1].unit = current.unit
    reached = any(one.reached for one in done)
    kept = [one for one in done if one.reached or (reached and "person" in one.held)]
    return _number_first(kept), current.unit


def _number_first(found: list[Found]) -> list[Found]:
    """Give a number that opens its line to the person behind it, where that one has none: ☎ 031-… 홍보팀 나은결."""
    first, second = found[:2] if len(found) > 1 else (None, None)
    if first is None or second is None or first.unit is not None or {"person", "title"} & first.held.keys():
        return found
    if "person" in second.held and not second.reached:
        second.held |= first.held
        return found[1:]
    return found


def _begins(line: Sequence[Piece], number: int, current: Found, titled_first: bool) -> bool:
    """Tell whether a piece begins another contact."""
    kind = line[number].kind
    if not current.held:
        return False
    if kind == "unit":
        return current.reached or "person" in current.held
    if kind == "title" and "person" in current.held:
        ahead = number + 1 < len(line) and line[number + 1].kind == "person"
        return "title" in current.held or (titled_first and ahead)
    if kind == "title":
        return False
    if kind == "person":
        return "person" in current.held or (current.reached and _reaches(line, number))
    return kind in current.held and "person" not in current.held


def _reaches(line: Sequence[Piece], number: int) -> bool:
    """Tell whether a number of its own follows a person."""
    for piece in line[number + 1 :]:
        if piece.kind in REACH:
            return True
        if piece.kind in ("unit", "person"):
            return False
    return False
