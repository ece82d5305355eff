"""The spaCy component that marks the names of laws."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("sasil_laws")
def laws(doc: Doc) -> Doc:
    """Set the group ``laws``: the LAW spans, each with the article that is cited."""
    from sasil.components.laws.finder import find_laws
    from sasil.doc import set_mentions, text_of

    set_mentions(doc, "laws", find_laws(text_of(doc)))
    return doc
