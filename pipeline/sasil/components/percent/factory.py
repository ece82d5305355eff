"""The spaCy component `sasil_percent`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("sasil_percent")
def percent(doc: Doc) -> Doc:
    """Keep the percentages of a Doc in the group ``percent``."""
    from sasil import doc as memory
    from sasil.components.percent.finder import find_percents

    memory.set_mentions(doc, "percent", find_percents(memory.text_of(doc), memory.words(doc)))
    return doc
