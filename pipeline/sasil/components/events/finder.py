"""The events of a text, from the EVENT spans."""

from __future__ import annotations

from collections.abc import Sequence

from sasil.doc import Word
from sasil.record import Event, Mention, Organization


def find_events(
    text: str, words: Sequence[Word], mentions: Sequence[Mention], organizations: Sequence[Organization] = ()
) -> list[Event]:
    """Return the events of a text."""
    del text, words, organizations
    spans: dict[str, list[tuple[int, int]]] = {}
    for mention in mentions:
        if mention.type == "EVENT":
            spans.setdefault(mention.text, []).append((mention.start, mention.end))
    return [Event(name=name, spans=places, by="events.name") for name, places in spans.items()]
