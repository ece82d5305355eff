"""Who holds an event: the organisation that acts in its sentence, or the one that the text is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from sasil.components.events.scene import Scene, within
from sasil.record import Mention, Organization

_FAR = 2_000
_SUBJECT = re.compile(r"\s?(?:[(（][^()（）\n]{1,40}[)）])?(?:은|는|이|가|도)(?=[\s,])")
_AND = re.compile(r"\s?(?:[(（][^()（）\n]{1,40}[)）])?\s?(?:과|와|,|·|및)\s?")
_SPONSOR = re.compile(r"\s?(?:[(（][^()（）\n]{1,40}[)）])?(?:이|가)?\s?주최")
_NOUN = re.compile(
    r"(?<![가-힣])(시|군|구|도|공사|공단|협회|진흥원|연구원|재단|조합|대학|대학교|학교|회사|센터|은행|학회|본부|조직위)(?:는|은|가|이)\s"
)
_UNNAMED = re.compile(
    r"(?<![가-힣])(?:(?:양측|양국|(?:두|세) 기관)[은이]|(?:양사|(?:두|세) 회사)[는가]|[가-힣]{2,6}들[은이])\s[^,.“”]*$"
)
_SESSION = re.compile(r"(?:정례회|임시회|본회의)$")
_COUNCIL = re.compile(r"(?:의회|국회)(?:\s|$)")
_OBJECT = re.compile(r"[’”'\"]?[을를]\s")
_VISITED = re.compile(r"[’”'\"]?(?:에서|에)\s")
_PASSIVE = re.compile(r"(?:열리는|열린|열릴|개최되는|개최된)\s?[‘“'\"]?$")


def hosts(scene: Scene, organizations: Sequence[Organization]) -> dict[str, str]:
    """Return the full form of each form of the organisations."""
    full = {form: one.name for one in organizations for form in (one.name, *one.aliases)}
    return {body.text: full.get(body.text, body.text) for body in scene.bodies} | full


def main_body(scene: Scene, full: dict[str, str]) -> str | None:
    """Return the organisation that the text is about: of those named most often, the one that acts first."""
    if not scene.bodies:
        return None
    counts = Counter(full[body.text] for body in scene.bodies)
    acting = next((body for body in scene.bodies if _SUBJECT.match(scene.text, body.end)), None)
    first = full[(_first_of_chain(scene, acting) if acting is not None else scene.bodies[0]).text]
    name, most = counts.most_common(1)[0]
    return name if most > 2 * counts[first] else first


def host(scene: Scene, event: Mention, full: dict[str, str], main: str | None) -> str | None:
    """Return the full form of the organisation that holds an event, or None where the text is about a visit to it."""
    council = _of_council(scene, event, full)
    if council is not None:
        return council
    start, _ = scene.sentence(event)
    around = within(scene.bodies, start, event.start)
    sponsors = [body for body in around if _SPONSOR.match(scene.text, body.end)]
    acting = sponsors or [body for body in around if _SUBJECT.match(scene.text, body.end)]
    visited = _VISITED.match(scene.text, event.end) and _PASSIVE.search(
        scene.text, max(start, event.start - 12), event.start
    )
    if visited and not sponsors:
        return None
    if acting:
        return full[_first_of_chain(scene, acting[-1]).text]
    nouns = list(_NOUN.finditer(scene.text, start, event.start))
    if nouns:
        meant = _meant(scene, nouns[-1][1], nouns[-1].start(), full)
        return meant or main
    unnamed = _OBJECT.match(scene.text, event.end) and _UNNAMED.search(scene.text, start, event.start)
    return None if unnamed else main


def _of_council(scene: Scene, event: Mention, full: dict[str, str]) -> str | None:
    """Return the council that sits in a session (제264회 정례회), the last that is named, or the first of all."""
    if _SESSION.search(event.text) is None:
        return None
    councils = [full[body.text] for body in scene.bodies if _COUNCIL.search(body.text) and body.start < event.start]
    later = (full[body.text] for body in scene.bodies if _COUNCIL.search(body.text))
    return councils[-1].split(" ")[0] if councils else next(later, None)


def _first_of_chain(scene: Scene, body: Mention) -> Mention:
    """Return the first of several bodies that act together: 라온셀테라와 국립백신원이."""
    index = bisect_left(scene.bodies, body.start, key=attrgetter("start"))
    while index > 0 and _AND.fullmatch(scene.text, scene.bodies[index - 1].end, scene.bodies[index].start):
        index -= 1
    return scene.bodies[index]


def _meant(scene: Scene, noun: str, place: int, full: dict[str, str]) -> str | None:
    """Return the last body before a place that a common noun (시, 공단) can mean."""
    for body in reversed(within(scene.bodies, max(0, place - _FAR), place)):
        name = full[body.text]
        if name.endswith(noun) or (noun == "조직위" and "조직위" in name):
            return name
    return None
