"""Where a project is carried out: places beside its name, in its line of a list, and where something is built."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sasil.components.projects import cues
from sasil.components.projects.context import Stretch, line_of, within
from sasil.components.projects.roles import AND
from sasil.components.projects.scene import Scene
from sasil.record import Mention


def sites(here: Scene, mentions: Sequence[Mention], sentence: Stretch, goes_on: bool = False) -> list[str]:
    """Return the places of a sentence where a project is carried out; ``mentions`` are its names in the sentence.

    ``goes_on`` tells that the sentence stands right behind one that names the project.
    """
    held = within(here.places, sentence)
    found = [_is_site(here, place, mentions, sentence, goes_on) for place in held]
    for index in (*range(len(held) - 2, -1, -1), *range(1, len(held))):
        # What is joined with a site is one: backwards first (가와 나에 짓는다), then onwards (위치 : 가 및 나).
        beside = index + 1 if index + 1 < len(held) and found[index + 1] else index - 1
        one, other = sorted((index, beside))
        if found[beside] and not found[index] and one >= 0 and _are_joined(here, held[one], held[other]):
            found[index] = True
    return [place.text for place, is_site in zip(held, found, strict=True) if is_site]


def listed_sites(here: Scene, mention: Mention, following: int) -> list[str]:
    """Return the places in the line of a list that names a project: - 나루: …사업, ② …사업 : 나루면 등 4개 면.

    ``following`` is where the next project of the line begins, or the line ends.
    """
    start, end = line_of(here.text, mention.start)
    label = next((place for place in within(here.places, (start, mention.start))), None)
    if label is not None and cues.SITE_OF_ITEM.match(here.text, start, label.start) is not None:
        return [label.text] if cues.ITEM_OF_SITE.match(here.text, label.end) else []
    after = within(here.places, (mention.end, min(end, following)))
    if not after or cues.ITEM_COLON.match(here.text, mention.end) is None:
        return []
    return [place.text for place in after]


def distinct(places: Iterable[str]) -> list[str]:
    """Return places without those that another one gives more closely: 음성, 음성 성본산업단지.

    >>> distinct(["충북 음성", "음성 성본산업단지"])
    ['음성 성본산업단지']
    """
    held = list(dict.fromkeys(places))
    return [one for one in held if not any(one != two and one.split()[-1] in two.split()[:-1] for two in held)]


def _are_joined(here: Scene, one: Mention, other: Mention) -> bool:
    """Tell whether two places stand in a list, or are the two ends of one stretch (충주역에서 영주역까지)."""
    between = here.text[one.end : other.start]
    if AND.fullmatch(between):
        return True
    return cues.STRETCH.fullmatch(between) is not None and cues.STRETCH_END.match(here.text, other.end) is not None


def _is_site(here: Scene, place: Mention, mentions: Sequence[Mention], sentence: Stretch, goes_on: bool) -> bool:
    text = here.text
    held = next((m for m in mentions if cues.SITE_BEFORE.fullmatch(text, place.end, m.start)), None)
    if held is not None:
        return not _is_meeting(here, place, held)
    if cues.SITE_LABEL.search(text, max(sentence[0], place.start - cues.SITE_LABEL_REACH), place.start):
        return True
    if any(cues.SITE_IN_BRACKET.fullmatch(text, mention.end, place.start) for mention in mentions):
        return cues.SITE_BRACKET_END.match(text, place.end) is not None
    others = [name for name in within(here.names, sentence) if name not in mentions]
    ours = [mention for mention in mentions if mention.end <= place.start]
    if within(others, (ours[-1].end, place.start)) if ours else bool(others):
        return False
    if cues.CEREMONIAL.match(text, place.end, sentence[1]) or cues.STRETCHED.match(text, place.end, sentence[1]):
        return True
    limit = next((name.start for name in others if name.start >= place.end), sentence[1])
    built = (cues.SITED if mentions or goes_on else cues.BUILT).match(text, place.end, limit)
    return built is not None and not _is_venue(here, place, sentence, bool(mentions), built.end())


def _is_meeting(here: Scene, place: Mention, name: Mention) -> bool:
    """Tell whether what a place is said of is a meeting on a project, and not the project or its ceremony."""
    near = within(here.events, (name.end, name.end + cues.VENUE_REACH))
    return here.text.startswith("에서", place.end) and any(cues.CEREMONY.search(event.text) is None for event in near)


def _is_venue(here: Scene, place: Mention, sentence: Stretch, named: bool, end: int) -> bool:
    """Tell whether a gathering is what takes place there: one stands before the verb, or in a sentence of its own."""
    first, last = (place.end, end + cues.VENUE_REACH) if named else sentence
    return bool(within(here.events, (first, last)))
