"""Acronyms of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.doc import Word
from sasil.record import Acronym, Mention

_ALIAS = re.compile(r"([가-힣A-Za-z]{3,30})\((?:[^()\n]{0,30}, ?)?이하 ?[‘']?([가-힣A-Za-z]{2,15})[’']?\)")


def find_acronyms(text: str, words: Sequence[Word], mentions: Sequence[Mention]) -> list[Acronym]:
    """Return the acronyms of a text."""
    del words, mentions
    return [
        Acronym(short=m[2], long_ko=m[1], kind="alias", spans=[m.span(2)], by="acronyms.alias")
        for m in _ALIAS.finditer(text)
    ]
