"""The spaCy component: dates, clock times, durations and recurrences into the group ``time``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("sasil_time")
def time(doc: Doc) -> Doc:
    """Find the expressions of time of a Doc, counted from its publication date."""
    from sasil.components.time.finder import find_times
    from sasil.doc import add_warnings, published_at, set_mentions, text_of, words

    found, warnings = find_times(text_of(doc), published_at(doc), words(doc))
    set_mentions(doc, "time", found)
    add_warnings(doc, warnings)
    return doc
