"""The spaCy component that makes all spans of a Doc flat."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("sasil_overlaps")
def overlaps(doc: Doc) -> Doc:
    """Drop from each group the mentions that lie in a longer one."""
    from sasil.components.overlaps.finder import flatten
    from sasil.doc import groups, keep_mentions

    held = dict(groups(doc))
    kept = {id(mention) for mention in flatten(mention for group in held.values() for mention in group)}
    for group, found in held.items():
        stays = [id(mention) in kept for mention in found]
        if not all(stays):
            keep_mentions(doc, group, stays)
    return doc
