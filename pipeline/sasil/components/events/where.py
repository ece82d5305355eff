"""Where an event is: the words before 에서, behind a moment, or in the cell beside it."""

from __future__ import annotations

import re

from sasil.components.events.patterns import IS_HELD, OF_OTHERS
from sasil.components.events.scene import Scene, last_before, within
from sasil.components.events.when import When, are_listed
from sasil.record import Mention

_AT = re.compile(r"(?:에서는?|[을를] (?:시작으로|찾아|방문해)|에(?=\s(?:마련|차려|꾸며)))(?=[\s,])")
_SITE = re.compile(
    r"(?:실|룸|홀|강당|회의장|로비|광장|앞|마당|운동장|체육관|본사|본원|본부|본관|별관|청사|무대|공원|부지|선착장|센터|회관|호텔|관|터"
    r"|층|밸리|밭|상담장|전시장|대학교|학교|사무소|타워|캠퍼스|단지|컨벤션|시장|둔치|주차장|해변|터미널|(?<![권지구])역|교회|성당|극장|경기장|구장|스튜디오|갤러리|빌딩|병원|수목원|식물원|동물원|요양원|어린이집|유치원|공항|휴게소|거리|마을|섬|항|산|플라자|아트홀|사옥|공장|부두|청|대|\d호)$"
)
_SIGNS = re.compile(r"[,“”‘’'\"|:;…!?<>「」『』\n]|[(（][^()（）\n]*$|\.\s")
_PARTICLE = re.compile(r"(?:은|는|이|가|을|를|에|과|와|(?<!창)고|며|의|으로|로|해|까지|부터|께|등|한|된|중|뒤|후|들)$")
_COUNTED = re.compile(
    r"\d+(?:시|분|일|월|년|명|개|회|차)|(?:오전|오후|낮|이날|지난|오는|당일|동안|이틀|사흘|나흘|닷새|엿새|열흘|보름|하루|먼저|모두|함께|현지|각각)$"
)
_REAR = re.compile(r"\s(?:(?:지하\s)?\d[\d·,~∼및층홀 ]*(?:층|호|홀)|일원|일대|주무대|개막|개최|개회)$")
_FRONT = re.compile(r"^(?:[(（][^()（）\n]{1,10}[)）]\s?|(?:이틀|사흘|나흘|닷새|엿새|이레|열흘|\d+일)(?:간|\s동안)\s)+")
_LOCATED = re.compile(r"에 (?:있는|위치한|자리한)\s")
_CEREMONY = re.compile(r"식$")
_BEFORE = 24
_BARE = frozenset({"현장", "현지", "자리", "일대", "행사장", "회의장", "대회", "이 자리"})
_BEHIND = re.compile(
    r"[\s,(]{0,3}(?:(?:이틀|사흘|나흘|닷새|엿새|이레|여드레|아흐레|열흘|보름)\s?(?:간|동안)\s)?"
    r"([가-힣A-Za-z0-9·&㈜ ]{2,40}?)\s?(?:에서|서\s(?=개|열)|집결|개최|무대에|[/),.(（]|$|\n)"
)
_CELL = re.compile(r"[가-힣A-Za-z0-9·&㈜~∼ ]{2,30}")
_WHERE = re.compile(r"(?:장\s{0,6}소|곳)[^\S\n]{0,4}[:：|][^\S\n]{0,4}([^\n|]{2,40})")
_PLACE_HEAD = re.compile(r"장\s?소|개최\s?장소|행사장|곳")
_BRACKET = re.compile(r"(?:[·,]\s?[가-힣]{2,10})?\s?[(（]([가-힣A-Za-z0-9·& ]{2,30})[)）]")
_GAP = re.compile(r"(?:\s?[(（][^()（）\n]{1,20}[)）])?\s?[‘'“\"]?")
_HIGHEST = 2_000  # a longer table is read from its last rows
_MOST_WORDS = 6


def where(scene: Scene, event: Mention, held: When) -> str | None:
    """Return the place of an event by the words around one of its places, and by its moment."""
    first, last = scene.line(event.start)
    if "|" in scene.text[first:last]:
        return _in_row(scene, event, last)
    if OF_OTHERS.search(event.text) and IS_HELD.match(scene.text, event.end) is None:
        return None
    for moment in held.places:
        behind = _behind(scene, moment.end, last) if moment.start >= event.end else None
        if behind is not None:
            return behind
    listed = _of_list(scene, event, held)
    if listed is not None:
        return listed
    start, end = scene.sentence(event)
    previous = scene.before(event)
    if previous is not None and previous.start >= start:
        start = previous.end
    return (
        _stated(scene, start, event.start, True)
        or _stated(scene, event.end, end, False)
        or _bracketed(scene, event)
        or _below(scene, event, held)
        or _signed(scene, event, held)
        or _beside(scene, event)
    )


def _bracketed(scene: Scene, event: Mention) -> str | None:
    """Return the place in the bracket behind an event, alone or with what goes with it: 개막식·불꽃놀이 (주무대)."""
    found = _BRACKET.match(scene.text, event.end)
    return _named(scene, *found.span(1)) if found is not None else None


def _signed(scene: Scene, event: Mention, held: When) -> str | None:
    """Return the place of the sentence before that tells the day of an event (16일 나루회관에서 협약을 맺었다)."""
    if not held.places or held.places[0].start >= scene.sentence(event)[0]:
        return None
    _, last = scene.sentence(held.places[0])
    return _stated(scene, held.places[0].end, last, False)


def _beside(scene: Scene, event: Mention) -> str | None:
    """Return the place right before a ceremony: 나루신항 7부두(2단계) 개장식."""
    near = within(scene.places, max(0, event.start - _BEFORE - 20), event.start)
    if not near or _CEREMONY.search(event.text) is None:
        return None
    return near[-1].text if _GAP.fullmatch(scene.text, near[-1].end, event.start) else None


def _of_list(scene: Scene, event: Mention, held: When) -> str | None:
    """Return the place behind the first of several moments before an event (14일 구미와 21일 안동에서)."""
    if not held.places or held.places[0].end > event.start:
        return None
    one = held.places[0]
    following = within(scene.moments, one.end, event.start)[:1]
    named = last_before(scene.places, one.start)
    if named is not None and scene.text[named.end : one.start] == "(" and following:  # 부산(19일)과 목포(21일)
        return named.text if are_listed(scene, one, following[0]) else None
    behind = within(scene.places, one.end, one.end + 3)[:1]
    if following and behind and behind[0].end <= following[0].start and are_listed(scene, one, following[0]):
        return _stated(scene, one.end, following[0].start, False) or behind[0].text
    return None


def _stated(scene: Scene, start: int, end: int, latest: bool) -> str | None:
    """Return the place that stands before 에서 in a stretch of the text, the last one or the first."""
    found = [place for at in _AT.finditer(scene.text, start, end) if (place := _phrase(scene, start, at.start()))]
    return None if not found else found[-1] if latest else found[0]


def _phrase(scene: Scene, floor: int, end: int) -> str | None:
    """Return the words of a place that end at a place of the text, or None where they name none."""
    moment = last_before(scene.moments, end)
    if moment is not None:
        floor = max(floor, moment.end)
    signs = list(_SIGNS.finditer(scene.text, floor, end))
    floor = signs[-1].start() + 1 if signs else floor
    words = [(floor + m.start(), floor + m.end()) for m in re.finditer(r"\S+", scene.text[floor:end])][-_MOST_WORDS:]
    start = end
    for first, last in reversed(words):
        word = scene.text[first:last]
        inside = any(m.end >= last for m in within(scene.places, max(0, first - 20), last) if m.end > first)
        if start < end and not inside and _PARTICLE.search(word):
            listed = [m for m in within(scene.places, first - 20, last) if scene.text[m.end : last] in ("와", "과")]
            return listed[0].text if listed else _named(scene, start, end)
        if _COUNTED.match(word):
            break
        start = first
    return _named(scene, start, end)


def _named(scene: Scene, start: int, end: int) -> str | None:
    place = _REAR.sub("", _FRONT.sub("", " ".join(scene.text[start:end].split())))
    held = within(scene.places, start, end)
    for one in held:  # the first of two: 대구 엑스코와 성서산업단지; 포틀랜드에 있는 본사
        if scene.text[one.end : one.end + 1] in ("와", "과") or _LOCATED.match(scene.text, one.end):
            return one.text if one.start == start else scene.text[start : one.end]
    known = bool(held)
    return place if place not in _BARE and (known or _SITE.search(place)) else None


def _behind(scene: Scene, start: int, last: int) -> str | None:
    """Return the place behind a moment: 28일 오후 2시, 춘천 북부숲관리청."""
    found = _BEHIND.match(scene.text, start, last)
    if found is None or _PARTICLE.search(found[1].split(" ")[0]):
        return None
    return _named(scene, *found.span(1))


def _in_row(scene: Scene, event: Mention, last: int) -> str | None:
    """Return the cell of the column of places, or else the first cell behind an event that looks like a place."""
    column = _of_column(scene, event)
    if column is not None:
        return column
    place = event.end
    for cell in scene.text[event.end : last].split("|", 4)[:4]:
        start = place + len(cell) - len(cell.lstrip(" ("))
        found = _CELL.match(scene.text, start, place + len(cell))
        place += len(cell) + 1
        if found is not None and not within(scene.moments, *found.span()):
            name = found[0].removesuffix("집결").strip()
            known = within(scene.places, found.start(), found.end())
            if (known and known[0].start == found.start()) or _SITE.search(name):
                return name
    return None


def _of_column(scene: Scene, event: Mention) -> str | None:
    """Return the cell of an event's row that stands under 장소, where the table has such a column."""
    text = scene.text
    start = first = text.rfind("\n", 0, event.start) + 1
    while first and start - first < _HIGHEST:
        above = text.rfind("\n", 0, first - 1) + 1
        if text.find("|", above, first) < 0:
            break
        first = above
    heads = [cell.strip() for cell in text[first : text.find("\n", first)].split("|")]
    column = next((i for i, head in enumerate(heads) if _PLACE_HEAD.fullmatch(head)), None)
    end = text.find("\n", start)
    cells = text[start : end if end >= 0 else len(text)].split("|")
    if column is None or first == start or len(cells) != len(heads):
        return None
    place = cells[column].strip()
    return place if _CELL.fullmatch(place) and place not in _BARE else None


def _below(scene: Scene, event: Mention, held: When) -> str | None:
    """Return the place that a line below a notice gives (장소 : 본관)."""
    if not held.places or held.places[0].start < event.end:
        return None
    found = _WHERE.search(scene.text, held.places[-1].end, held.places[-1].end + 160)
    return found[1].strip() if found is not None else None
