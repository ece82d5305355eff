"""The spaCy component that writes the quotes of a Doc."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("sasil_quotes")
def quotes(doc: Doc) -> Doc:
    """Set the field ``quotes`` from the text, its mentions and its people."""
    from sasil.components.quotes.finder import find_quotes
    from sasil.doc import mentions, parts, set_parts, text_of, words
    from sasil.record import Organization, Person

    people, organizations = parts(doc, "people", Person), parts(doc, "organizations", Organization)
    set_parts(doc, "quotes", find_quotes(text_of(doc), words(doc), mentions(doc), people, organizations))
    return doc
