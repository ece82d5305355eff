"""The spaCy component of the organisations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("sasil_organizations")
def organizations(doc: Doc) -> Doc:
    """Keep one organisation for each body that the names of the Doc mean."""
    from sasil.components.organizations.finder import find_organizations
    from sasil.doc import mentions, parts, set_parts, text_of
    from sasil.record import Acronym

    set_parts(doc, "organizations", find_organizations(text_of(doc), mentions(doc), parts(doc, "acronyms", Acronym)))
    return doc
