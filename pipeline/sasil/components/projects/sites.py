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
    last: Mention | None = None
    for place in reversed(within(here.places, sentence)):
        joined = last is not None and _are_joined(here, place, last)
        if joined or _is_site(here, place, mentions, sentence):
            yield place.text
            last = place
        else:
            last = None


def _are_joined(here: Scene, one: Mention, other: Mention) -> bool:
    """Tell whether two places stand in a list, or are the two ends of one stretch (충주역에서 영주역까지)."""
    between = here.text[one.end : other.start]
    if AND.fullmatch(between):
        return True
    return cues.STRETCH.fullmatch(between) is not None and cues.STRETCH_END.match(here.text, other.end) is not None


def _is_site(here: Scene, place: Mention, mentions: Sequence[Mention], sentence: Stretch) -> bool:
    text = here.text
    held = next((m for m in mentions if cues.SITE_BEFORE.fullmatch(text, place.end, m.start)), None)
    if held is not None:
        return not _is_meeting(here, place, held)
    if cues.SITE_LABEL.search(text, max(sentence[0], place.start - cues.SITE_LABEL_REACH), place.start):
        return True
    if any(cues.SITE_IN_BRACKET.fullmatch(text, mention.end, place.start) for mention in mentions):
        return cues.SITE_BRACKET_END.match(text, place.end) is not None
    others = [name for name in within(here.names, sentence) if name not in mentions]
    if any(name.start >= place.end or not mentions for name in others):
        return False
    if mentions and within(others, (mentions[-1].end, place.start)):
        return False
    if cues.CEREMONIAL.match(text, place.end, sentence[1]):
        return True
    built = (cues.SITED if mentions else cues.BUILT).match(text, place.end, sentence[1])
    return built is not None and not _is_venue(here, place, sentence, bool(mentions), built.end())


def _is_meeting(here: Scene, place: Mention, name: Mention) -> bool:
    """Tell whether what a place is said of is a meeting on a project, and not the project or its ceremony."""
    near = within(here.events, (name.end, name.end + cues.VENUE_REACH))
    return here.text.startswith("에서", place.end) and any(cues.CEREMONY.search(event.text) is None for event in near)


def _is_venue(here: Scene, place: Mention, sentence: Stretch, named: bool, end: int) -> bool:
    """Tell whether a gathering is what takes place there: one stands before the verb, or in a sentence of its own."""
    first, last = (place.end, end + cues.VENUE_REACH) if named else sentence
    return bool(within(here.events, (first, last)))
