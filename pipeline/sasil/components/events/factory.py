"""The spaCy components that mark the names of events and write the events of a Doc."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


@Language.component("sasil_event_names")
def event_names(doc: Doc) -> Doc:
    """Set the group ``events``: the EVENT spans."""
    from sasil.components.events.names import find_event_names
    from sasil.doc import mentions, set_mentions, text_of, words

    set_mentions(doc, "events", find_event_names(text_of(doc), words(doc), mentions(doc)))
    return doc


@Language.component("sasil_events")
def events(doc: Doc) -> Doc:
    """Set the field ``events`` from the mentions, the EVENT spans among them, and the organisations."""
    from sasil.components.events.finder import find_events
    from sasil.doc import mentions, parts, set_parts, text_of, words
    from sasil.record import Organization

    organizations = parts(doc, "organizations", Organization)
    set_parts(doc, "events", find_events(text_of(doc), words(doc), mentions(doc), organizations))
    return doc
