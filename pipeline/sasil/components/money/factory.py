"""The spaCy component `sasil_money`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("sasil_money")
def money(doc: Doc) -> Doc:
    """Keep the amounts of money of a Doc in the group ``money``."""
    from sasil import doc as memory
    from sasil.components.money.finder import find_money

    memory.set_mentions(doc, "money", find_money(memory.text_of(doc), memory.words(doc)))
    return doc
