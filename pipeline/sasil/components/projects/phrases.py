"""The edges of a name: how far it reaches to the left, what is cut off it, and whether it names anything."""

from __future__ import annotations

from sasil.components.projects.patterns import (
    BARRIER,
    BRACKET_TAIL,
    BRAND,
    COST_TAIL,
    COUNTED,
    LOCAL_GOVERNMENT,
    LONGEST,
    NUMBERED,
    PHASE,
    PIECE,
    PROVINCE,
    VERSION,
    YEAR_IN_FRONT,
    countries,
    head_of,
    is_broad,
    is_generic,
    words_of,
)
from sasil.components.projects.reading import Reading
from sasil.record import Mention

_NOUNS = ("NNG", "NNP", "SL", "SN", "SH", "XSN", "XR", "XPN", "W_", "SO", "NNB", "SW")
_OWN_HEADS = ("사업", "프로젝트")
_MOST_AFTER_AND = 4
_ENOUGH = 4
_OWNERS = ("ORG", "DATE", "PERSON")

Place = tuple[int, int]


def left_edge(reading: Reading, head: int, floor: int = 0, across: bool = False) -> int:
    """Return where the noun phrase begins that ends with the head at ``head``.

    The walk goes piece by piece over nouns, conjunctions between them and known adnominal phrases (찾아가는), and
    ends at particles, predicates, signs and known mentions; ``across`` lets it go over a name with its own head, for
    the name of a service holds the name of what it serves (…사업 설계 용역).
    """
    floor = max(floor, head - LONGEST, reading.last_stop(head))
    window = reading.text[floor:head]
    floor += max((sign.end() for sign in BARRIER.finditer(window)), default=0)
    pieces = [(floor + m.start(), floor + m.end()) for m in PIECE.finditer(reading.text[floor:head])]
    edge = head
    if pieces and pieces[-1][1] == head:  # what the head is glued to
        edge = pieces.pop()[0]
    taken = 0
    while pieces:
        start, end = pieces.pop()
        if not reading.text[end:edge].isspace() or edge - end > 2:
            break
        if head_is_own(reading.text[start:end]) and not across:
            break
        start, goes_on = _step(reading, (start, end), pieces, taken)
        edge, taken = min(edge, start), taken + 1
        if not goes_on:
            break
    return edge


def _step(reading: Reading, piece: Place, before: list[Place], taken: int) -> tuple[int, bool]:
    """Return where the name begins with a piece taken in, or its end where it is not, and if the walk goes on."""
    start, end = piece
    surface = reading.text[start:end]
    if surface in ("및", "또는"):
        joins = bool(before) and not head_is_own(reading.text[slice(*before[-1])])
        return (start, True) if joins else (end + 1, False)
    bare = BRACKET_TAIL.sub("", surface)
    if bare in words_of("stop") or not bare:
        return end + 1, False
    word = reading.ending_at(start + len(bare))
    tag = word.tag if word is not None else ""
    if tag.endswith(("ETM", "MAG")):
        return _adnominal(reading, start, end), False
    if tag == "MM":
        return (start, True) if bare in ("옛", "새", "온", "첫", "헌", "전") and taken else (end + 1, False)
    if tag in ("JC", "JKB") and bare[-1] in "과와":
        joins = taken <= _MOST_AFTER_AND and _joins(reading, start, start + len(bare) - 1, tag)
        return (start, True) if joins else (end + 1, False)
    if tag.endswith("ETN") or (bare.endswith("도로") and len(bare) > 3):  # Kiwi takes 위험도로 for 위험도 + 로
        return start, True
    if tag in ("VV", "VA") or (tag == "EC" and bare.endswith("지") and _follows_noun(reading, start + len(bare) - 1)):
        return start, True  # no stem stands alone, no ending on a noun: Kiwi took a noun apart (경사지)
    if tag == "VV+EC" and bare.endswith("피해") and len(bare) > 2:
        return start, True  # 저온피해 for 피하다
    numeral = tag == "NR" and word is not None and word.start > start  # 화개천 for 화개 + 천
    if not (numeral or tag.startswith(_NOUNS)) or "E" in tag or "J" in tag or "VCP" in tag:
        return end + 1, False
    return start, True


def _follows_noun(reading: Reading, place: int) -> bool:
    word = reading.ending_at(place)
    return word is not None and word.tag.startswith("NN")


def head_is_own(surface: str) -> bool:
    """Tell whether a piece ends a name of its own (…지원사업 before …공사)."""
    return BRACKET_TAIL.sub("", surface).endswith(_OWN_HEADS)


def _adnominal(reading: Reading, start: int, end: int) -> int:
    """Return where a known adnominal phrase begins that ends at ``end`` (걷고 싶은), or a place after it."""
    lines = reading.text
    for form in words_of("modifier"):
        begin = end - len(form)
        if begin >= 0 and lines.startswith(form, begin) and not lines[begin - 1 : begin].isalnum():
            return begin
    return end + 1


def _joins(reading: Reading, start: int, end: int, tag: str) -> bool:
    """Tell whether 과 or 와 after a noun joins it to what follows within one name (도로와 교량 보수공사)."""
    noun = reading.text[start:end]
    if tag != "JC" or head_of(noun) is not None or is_generic(noun) or noun in words_of("counter"):
        return False
    return end not in reading.stops and not LOCAL_GOVERNMENT.search(noun)


def trim(reading: Reading, start: int, end: int, owned: bool = True) -> Place:
    """Cut off what stands around a name: blanks, a closing bracket, a year, an owner, 올해, 신규, 이번 and the like.

    ``owned`` false leaves what may be an owner: in a cell of a table it is a part of the name.
    """
    text = reading.text
    while start < end:
        surface = text[start:end]
        bare = BRACKET_TAIL.sub("", surface.rstrip(" .,·")) if surface[-1:] in ")） .,·" else surface
        bare = COST_TAIL.sub("", bare)
        if len(bare) < len(surface):
            end = start + len(bare)
            continue
        cut = _leading(reading, start, end, owned)
        if not cut:
            return start, end
        start += cut
    return start, start


def _leading(reading: Reading, start: int, end: int, owned: bool) -> int:
    """Return the length of what stands in front of a name and is no part of it, or 0."""
    surface = reading.text[start:end]
    for pattern in (YEAR_IN_FRONT, COUNTED):
        found = pattern.match(surface)
        if found is not None:
            return found.end()
    blank = surface.find(" ")
    if surface[:1] in " ·-‘’'“\"(":
        return 1
    if blank <= 0 or not owned:
        return 0
    if reading.text[start : start + blank] in words_of("edge") or _is_owner(reading, start, start + blank):
        return blank + 1 if is_name(reading, start + blank + 1, end) else 0
    owner = next((m for m in reading.known_from(start) if m.type in _OWNERS or _is_country(m)), None)
    if owner is not None and owner.end < end and reading.text[owner.end] in " ,":
        return owner.end + 1 - start if is_name(reading, owner.end + 1, end) else 0
    return 0


def _is_country(mention: Mention) -> bool:
    """Tell whether a place is a country: one in front of the name of a site abroad is no part of it."""
    return mention.type == "LOC" and mention.text in countries()


def _is_owner(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a piece is a local government, by its form and its word (창원시, not 신도시)."""
    surface = reading.text[start:end]
    if not LOCAL_GOVERNMENT.search(surface) or surface.endswith(("도시", "신시")):
        return False
    if surface.endswith("도") and not PROVINCE.fullmatch(surface):
        return False
    last = reading.ending_at(end)
    if last is None or (last.tag != "NNP" and last.text not in ("시", "군", "도")):
        return False
    return not any(m.type == "LOC" and m.start <= start and m.end > end for m in reading.known_from(start))


def is_name(reading: Reading, start: int, end: int) -> bool:
    """Tell whether a noun phrase with a head names something: whether a word in it is neither general nor too broad.

    >>> from sasil.components.projects.reading import reading
    >>> text = "정부공모사업"
    >>> is_name(reading(text, [], []), 0, len(text))
    False
    """
    surface = reading.text[start:end]
    if BRAND.search(surface):
        return True
    place = any(m.type == "LOC" and m.end < end for m in reading.known_from(start, end))
    return _weight(_rest(surface)) + place + 2 * (NUMBERED.match(surface) is not None) >= _ENOUGH


def _rest(surface: str) -> str:
    """Return a name without its head, its version and its phases."""
    version = VERSION.search(surface)
    core = surface[: version.start()] if version else surface
    head = head_of(core)
    core = core[: len(core) - len(head.form)] if head else core
    return PHASE.sub(" ", core).strip()


def _weight(rest: str) -> int:
    """Weigh what makes a name of a phrase: a letter of a word of its own counts one, a broad word two in all."""
    weight = 0
    for piece in rest.split():
        if is_generic(piece) or piece in ("및", "와", "과"):
            continue
        weight += 2 if is_broad(piece) else max(2, len(piece))
    return weight
