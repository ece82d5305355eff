"""The spaCy component that writes the contacts of a Doc."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("sasil_contacts")
def contacts(doc: Doc) -> Doc:
    """Set the field ``contacts`` from the text's lines and table rows."""
    from sasil.components.contacts.finder import find_contacts
    from sasil.doc import mentions, set_parts, text_of

    set_parts(doc, "contacts", find_contacts(text_of(doc), mentions(doc)))
    return doc
