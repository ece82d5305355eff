"""The spaCy component `sasil_quantity`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("sasil_quantity")
def quantity(doc: Doc) -> Doc:
    """Keep the quantities of a Doc in the group ``quantity``."""
    from sasil import doc as memory
    from sasil.components.quantity.finder import find_quantities

    memory.set_mentions(doc, "quantity", find_quantities(memory.text_of(doc), memory.words(doc)))
    return doc
