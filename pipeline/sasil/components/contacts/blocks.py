"""The short lines above a line that holds no more than a number."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from sasil.components.contacts.lexing import Piece, pieces
from sasil.record import Contact, Mention

_SHORT = 40
_MOST_HELD = 6


class Block:
    """The short lines above a line that holds no more than a number: 홍보팀 나은결 책임 / Tel. 031-…."""

    def __init__(self, text: str, persons: Sequence[Mention]) -> None:
        self._text, self._persons = text, persons
        self._above: deque[tuple[int, int]] = deque(maxlen=_MOST_HELD)
        self._fresh = False

    def __bool__(self) -> bool:
        return self._fresh

    def clear(self) -> None:
        """Forget the lines."""
        self._above.clear()
        self._fresh = False

    def take(self, start: int, end: int) -> None:
        """Take in a line without a number; it is read when a number follows, and a long one parts what follows."""
        self._fresh = False
        if end - start > _SHORT:
            self._above.clear()
        else:
            self._above.append((start, end))

    def before(self, line: Sequence[Piece]) -> list[Piece]:
        """Return what the lines above name, where a line itself names nobody."""
        named = any(piece.kind in ("unit", "person") for piece in line)
        held = [] if named or self._fresh else self._named()
        held = held if any(piece.kind == "person" for piece in held) else []
        self._above.clear()
        self._fresh = bool(held) or self._fresh
        return held

    def _named(self) -> list[Piece]:
        """Return the last units, persons and titles of the lines up to one that names none."""
        held: list[Piece] = []
        for start, end in reversed(self._above):
            line = pieces(self._text, start, end, self._persons)
            named = [piece for piece in line if piece.kind in ("unit", "person", "title")]
            if not named:
                break
            held = [*named, *held]
        units = [piece for piece in held if piece.kind == "unit"]
        single = sum(piece.kind == "person" for piece in held) == 1
        return [*units, *(p for p in held if p.kind != "unit")] if single else held[-_MOST_HELD:]

    def joined(self, found: list[Contact], line: Sequence[Piece]) -> list[Contact]:
        """Give an address that fills its line to the contact of the line above."""
        last, address = found[-2:] if len(found) > 1 else (None, None)
        if not self._fresh or last is None or address is None or address.name or last.email:
            return found
        if address.email is None or address.phone is not None or address.department not in (None, last.department):
            return found
        merged = last.model_copy(update={"email": address.email, "spans": [*last.spans, *address.spans]})
        return [*found[:-2], merged]
