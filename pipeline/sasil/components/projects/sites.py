"""Where a project is carried out: places beside its name, and places where something is built or done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sasil.components.projects import cues
from sasil.components.projects.context import Stretch, within
from sasil.components.projects.roles import AND
from sasil.components.projects.scene import Scene
from sasil.record import Mention


def sites(here: Scene, mentions: Sequence[Mention], sentence: Stretch) -> Iterator[str]:
    """Give the places of a sentence where a project is carried out; ``mentions`` are its names in the sentence."""
    places = within(here.places, sentence)
    last: Mention | None = None
    for place in reversed(places):
        joined = last is not None and AND.fullmatch(here.text, place.end, last.start) is not None
        if joined or _is_site(here, place, mentions):
            yield place.text
            last = place
        else:
            last = None


def _is_site(here: Scene, place: Mention, mentions: Sequence[Mention]) -> bool:
    if any(cues.SITE_BEFORE.fullmatch(here.text, place.end, mention.start) for mention in mentions):
        return True
    if within(here.names, (place.end, place.end + cues.SITE_REACH)) and not mentions:
        return False
    behind = not mentions or mentions[0].end <= place.start
    between = within(here.names, (mentions[-1].end, place.start)) if mentions and behind else ()
    return behind and not between and cues.SITED.match(here.text, place.end) is not None
