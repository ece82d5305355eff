"""Contacts of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.record import Contact, Mention

_PHONE = re.compile(r"(?<![\d-])0\d{1,2}-\d{3,4}-\d{4}(?![\d-])")


def find_contacts(text: str, mentions: Sequence[Mention]) -> list[Contact]:
    """Return the contacts of a text."""
    del mentions
    return [Contact(phone=m[0], spans=[m.span()], by="contacts.phone") for m in _PHONE.finditer(text)]
