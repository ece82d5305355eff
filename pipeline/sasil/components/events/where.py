"""Where an event is: a place's mention, or the words before 에서."""

from __future__ import annotations

import re

from sasil.components.events.scene import Scene, within
from sasil.components.events.when import When
from sasil.record import Mention

_AT = re.compile(r"(?:에서는?|서는?|에)(?=\s|$)")
_ROOM = re.compile(
    r"((?:[가-힣A-Za-z0-9·]+\s){0,3}[가-힣A-Za-z0-9·]*"
    r"(?:실|홀|강당|회의장|로비|광장|앞|마당|운동장|체육관|본사|본원|본관|별관|청사|무대|공원|현장|부지|선착장|센터|회관|호텔|관|터|장|동|점))에서"
)
_FLOOR = re.compile(r"\s?(?:지하\s?)?\d+층\s?([가-힣]+(?:실|홀|관|강당))")
_INNER = re.compile(
    r"\s((?:[가-힣]{1,6}\s)?[가-힣]{1,6}(?:실|홀|강당|로비|앞))(?=에서|\s?[,)]|\s*$|\s?집결)", re.MULTILINE
)
_CELL = re.compile(r"(?:[가-힣A-Za-z0-9]+\s?){1,4}")
_SITE = re.compile(r"(?:\d+호|층|홀|로비|실|관|센터|무대|밭|공원|광장|강당|장|밸리|호텔|터|봇재)$|^\d+층")
_BARE = ("현장", "현지", "일대")
_WHERE = re.compile(r"(?:장\s*소|곳)[^\S\n]*[:：|][^\S\n]*([^\n|]{2,40})")
_STARTING = re.compile(r"[을를] 시작으로")


def where(scene: Scene, event: Mention, held: When) -> str | None:
    """Return the place of an event by the words around one of its places, and by its moment."""
    first, last = scene.line(event.start)
    if "|" in scene.text[first:last]:
        return _in_row(scene, event, last)
    if held.places and held.places[-1].start >= event.end:
        after = _after(scene, held.places[-1].end, last)
        if after is not None:
            return after
    start, end = scene.sentence(event)
    previous = scene.before(event)
    if previous is not None and previous.start >= start:
        start = previous.end
    ahead = _before(scene, start, event.start)
    if ahead is not None:
        return ahead
    behind = [m for m in within(scene.places, event.end, end) if _AT.match(scene.text, _past_room(scene.text, m.end))]
    if behind:
        return _with_room(scene.text, behind[0])
    room = _ROOM.search(scene.text, event.end, end)
    return _trimmed(room[1]) if room is not None else _below(scene, event, held)


def _before(scene: Scene, start: int, end: int) -> str | None:
    """Return the place that stands before an event: the last with 에서, else the unnamed room."""
    named = [m for m in within(scene.places, start, end) if _leads(scene.text, m.end)]
    if named:
        return _with_room(scene.text, named[-1])
    rooms = list(_ROOM.finditer(scene.text, start, end))
    return _trimmed(rooms[-1][1]) if rooms else None


def _leads(text: str, end: int) -> bool:
    """Tell whether 에서 follows a place, a room or a floor between them, or 을 시작으로."""
    return _AT.match(text, _past_room(text, end)) is not None or _STARTING.match(text, end) is not None


def _past_room(text: str, end: int) -> int:
    """Return where the room or floor behind a place ends (킨텍스 212호)."""
    found = re.compile(r"\s[^\s.,]{1,12}(?:\s[^\s.,]{1,8})?(?=에서)").match(text, end)
    return found.end() if found is not None and not _AT.match(text, end) else end


def _with_room(text: str, place: Mention) -> str:
    inner = _INNER.match(text, place.end)
    return f"{place.text} {inner[1]}" if inner is not None else place.text


def _after(scene: Scene, start: int, last: int) -> str | None:
    """Return the place behind a moment: 28일 오후 2시, 춘천 북부숲관리청."""
    named = within(scene.places, start, min(last, start + 40))
    if named and scene.text[start : named[0].start].strip(" ,(") == "":
        return _with_room(scene.text, named[0])
    cut = re.compile(r"[\s,(]{0,3}((?:[가-힣A-Za-z0-9]+\s){0,3}[가-힣A-Za-z0-9]+)(?:에서|\s?[/)]|$)").match(
        scene.text, start, last
    )
    return _trimmed(cut[1]) if cut is not None and _SITE.search(cut[1]) else None


def _in_row(scene: Scene, event: Mention, last: int) -> str | None:
    """Return the first cell behind an event that looks like a place."""
    named = within(scene.places, event.end, last)
    cells = scene.text[event.end : last].split("|")[1:3]
    for cell in (cell.strip() for cell in cells):
        if named and named[0].text in cell:
            return _with_room(scene.text, named[0])
        if _CELL.fullmatch(cell) and _SITE.search(cell):
            return cell
    inside = re.compile(r"\s?\(").match(scene.text, event.end)
    return named[0].text if inside and named and named[0].start == inside.end() else None


def _below(scene: Scene, event: Mention, held: When) -> str | None:
    """Return the place that a line below a notice gives (장소 : 본관)."""
    if not held.places or held.places[0].start < event.end:
        return None
    floor = held.places[-1].end
    found = _WHERE.search(scene.text, max(event.end, floor - 120), min(len(scene.text), floor + 160))
    if found is None:
        return None
    named = within(scene.places, found.start(1), found.end(1))
    return named[0].text if named else found[1].strip()


def _trimmed(room: str) -> str | None:
    """Return the words of a room without those in front that belong to something else."""
    words = room.split()
    while words and (words[0][-1:] in "은는이가을를에도와과의로며고년월일시" and len(words) > 1):
        words.pop(0)
    name = " ".join(words)
    return None if name in _BARE or not name else name
