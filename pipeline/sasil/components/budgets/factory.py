"""The component of the room: the budgets of projects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


@Language.component("sasil_budgets")
def budgets(doc: Doc) -> Doc:
    """Keep the budgets of the projects of a Doc."""
    from sasil.components.budgets.finder import find_budgets
    from sasil.doc import mentions, parts, set_parts, text_of, words
    from sasil.record import Project

    set_parts(doc, "budgets", find_budgets(text_of(doc), words(doc), mentions(doc), parts(doc, "projects", Project)))
    return doc
