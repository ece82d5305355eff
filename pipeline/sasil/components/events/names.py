"""The names of events in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.doc import Word
from sasil.record import Mention, NameMention

_NAME = re.compile(r"(?:제\d+[차회] )?[가-힣]*(?:보고회|착공식|협약식|설명회|공청회|박람회)")


def find_event_names(text: str, words: Sequence[Word], known: Sequence[Mention] = ()) -> list[NameMention]:
    """Return the EVENT spans of a text."""
    del words, known
    return [
        NameMention(type="EVENT", start=m.start(), end=m.end(), text=m[0], by="events.head")
        for m in _NAME.finditer(text)
    ]
