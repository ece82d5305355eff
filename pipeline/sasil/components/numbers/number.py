"""Number: what the reader hands out."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from sasil.values import Modifier

Kind = Literal["digits", "sino", "native"]


class Number(NamedTuple):
    """A number in its place: ``text[start:end]`` with its sign and its 여, both ends of a range in one.

    ``low`` equals ``high`` where it is no range. ``modifier`` is what the numeral itself says: ``over`` (1,800여억) or
    ``vague`` (수십억). ``kind`` tells how its last member is written.
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    modifier: Modifier | None = None
    kind: Kind = "digits"

    @property
    def exact(self) -> bool:
        """Whether it is one number and no range."""
        return self.low == self.high
