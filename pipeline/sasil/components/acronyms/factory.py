"""The spaCy component that writes the acronyms of a Doc."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("sasil_acronyms")
def acronyms(doc: Doc) -> Doc:
    """Set the field ``acronyms`` from the text and its mentions."""
    from sasil.components.acronyms.finder import find_acronyms
    from sasil.doc import mentions, set_parts, text_of, words

    set_parts(doc, "acronyms", find_acronyms(text_of(doc), words(doc), mentions(doc)))
    return doc
