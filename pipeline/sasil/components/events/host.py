"""Who holds an event: the organisation that acts in its sentence, or the one that the text is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.components.events.patterns import OF_OTHERS
from sasil.components.events.scene import Scene, within
from sasil.components.organizations.acting import SUBJECT, acting_with, meant
from sasil.record import Mention, Organization

_SPONSOR = re.compile(r"\s?(?:[(（][^()（）\n]{1,40}[)）])?(?:이|가)?\s?주최")
_NOUN = re.compile(
    r"(?<![가-힣])(시|군|구|도|공사|공단|협회|진흥원|연구원|재단|조합|대학|대학교|학교|회사|센터|은행|학회|본부|조직위)(?:는|은|가|이)\s"
)
_UNNAMED = re.compile(
    r"(?<![가-힣])(?:(?:양측|양국|(?:두|세) 기관)[은이]|(?:양사|(?:두|세) 회사)[는가]|[가-힣]{2,6}들[은이])\s[^,.“”]*$"
)
_HEADED = re.compile(r"(?:\s?[가-힣]{0,10})(?:장|장관|대표|대표이사|지사|이사장)(?:은|는|이|가)(?=[\s,])")
_SESSION = re.compile(r"(?:정례회|임시회|본회의)$")
_COUNCIL = re.compile(r"(?:의회|국회)(?:\s|$)")
_OBJECT = re.compile(r"[’”'\"]?[을를]\s")
_VISITED = re.compile(r"[’”'\"]?(?:에서|에)\s")
_PASSIVE = re.compile(r"(?:열리는|열린|열릴|개최되는|개최된)\s?(?:[가-힣]{1,6}\s){0,3}[‘“'\"]?$")


def hosts(scene: Scene, organizations: Sequence[Organization]) -> dict[str, str]:
    """Return the full form of each form of the organisations."""
    full = {form: one.name for one in organizations for form in (one.name, *one.aliases)}
    return {body.text: full.get(body.text, body.text) for body in scene.bodies} | full


def host(scene: Scene, event: Mention, full: dict[str, str], main: str | None) -> str | None:
    """Return the full form of the organisation that holds an event, or None where the text is about a visit to it."""
    council = _of_council(scene, event, full)
    if council is not None:
        return council
    start, _ = scene.sentence(event)
    around = within(scene.acting, start, event.start)
    sponsors = [body for body in around if _SPONSOR.match(scene.text, body.end)]
    if not sponsors and OF_OTHERS.search(event.text):
        return None
    acting = sponsors or [body for body in around if SUBJECT.match(scene.text, body.end)]
    acting = acting or [body for body in around if _HEADED.match(scene.text, body.end)]
    visited = _VISITED.match(scene.text, event.end) and _PASSIVE.search(
        scene.text, max(start, event.start - 24), event.start
    )
    if visited and not sponsors:
        return None
    if acting:
        return full[acting_with(scene.text, scene.acting, acting[-1])[0].text]
    nouns = list(_NOUN.finditer(scene.text, start, event.start))
    if nouns:
        return meant(scene.text, nouns[-1][1], nouns[-1].start(), scene.bodies, full) or main
    unnamed = _OBJECT.match(scene.text, event.end) and _UNNAMED.search(scene.text, start, event.start)
    return None if unnamed else main


def _of_council(scene: Scene, event: Mention, full: dict[str, str]) -> str | None:
    """Return the council that sits in a session (제264회 정례회), the last that is named, or the first of all."""
    if _SESSION.search(event.text) is None:
        return None
    councils = [full[body.text] for body in scene.bodies if _COUNCIL.search(body.text) and body.start < event.start]
    later = (full[body.text] for body in scene.bodies if _COUNCIL.search(body.text))
    return councils[-1].split(" ")[0] if councils else next(later, None)
