"""The spaCy component of the people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("sasil_people")
def people(doc: Doc) -> Doc:
    """Keep one person for each name, with what the text says of the office."""
    from sasil.components.people.finder import find_people
    from sasil.doc import mentions, parts, set_parts, text_of, words
    from sasil.record import Organization

    held = parts(doc, "organizations", Organization)
    set_parts(doc, "people", find_people(text_of(doc), words(doc), mentions(doc), held))
    return doc
