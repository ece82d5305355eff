"""Quotes of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.doc import Word
from sasil.record import Mention, Organization, Person, Quote

_QUOTE = re.compile(r"“([^“”\n]{2,1000})”(?=이?라?[고며]|면서|이?라면서)")


def find_quotes(
    text: str,
    words: Sequence[Word],
    mentions: Sequence[Mention],
    people: Sequence[Person],
    organizations: Sequence[Organization] = (),
) -> list[Quote]:
    """Return the quotes of a text."""
    del words, mentions, people, organizations
    return [Quote(text=m[1], span=m.span(1), by="quotes.marks") for m in _QUOTE.finditer(text)]
