"""The spaCy component of the names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Names:
    """Finds people, organisations and places, and keeps them under ``names``.

    ``model`` is a folder of weights, "" for the one that comes with Sasil, None for the rules alone. The weights are
    read when they are first needed, once a process.
    """

    def __init__(self, model: str | None) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of a Doc."""
        from sasil.components.names.finder import find_names
        from sasil.doc import mentions, set_mentions, text_of, unheard, words
        from sasil.tagger.shipped import tagger

        known = [mention for mention in mentions(doc) if mention.type not in ("PERSON", "ORG", "LOC")]
        trained = None if self.model is None else tagger(self.model)
        set_mentions(doc, "names", find_names(text_of(doc), words(doc), known, trained, unheard(doc)))
        return doc


@Language.factory("sasil_names", default_config={"model": ""})
def names(nlp: Language, name: str, model: str | None) -> Names:
    """Return the component, as spaCy's config asks for it."""
    return Names(model)
