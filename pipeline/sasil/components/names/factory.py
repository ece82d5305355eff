"""The spaCy component of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("sasil_names")
def names(doc: Doc) -> Doc:
    """Find people, organisations and places, and keep them under ``names``."""
    from sasil.components.names.finder import find_names
    from sasil.doc import mentions, set_mentions, text_of, words

    known = [mention for mention in mentions(doc) if mention.type not in ("PERSON", "ORG", "LOC")]
    set_mentions(doc, "names", find_names(text_of(doc), words(doc), known))
    return doc
