"""Names in running text: a noun phrase up to a head that names a project by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sasil.components.projects.patterns import (
    BRAND,
    PHASE,
    VERSION_AHEAD,
    head_of,
    head_pattern,
    heads,
    is_broad,
    words_of,
)
from sasil.components.projects.phrases import is_name, left_edge, trim
from sasil.components.projects.reading import Reading

_WORKS = frozenset({"work", "act"})
_FUNDED = frozenset({"work", "act", "scheme"})
_MONEY_AFTER = re.compile(
    r"[’”」』]?(?:에|에는|에도|에만)\s(?:\d{1,2}(?:개년|년|개월)(?:에\s걸쳐|간|\s동안)\s)?(?:총|약|모두|각각|최대|국비|도비|시비|사업비|예산)?\s?$"
    r"|[’”」』]?(?:\s[가-힣]{2,4}비)?\s?[(（](?:총|국비|사업비|약)?\s?$|\s[가-힣]{2,4}비\s$"
)
_CORPORATION = re.compile(r"(?:한국|대한)\S+|\S+(?:도시|토지|관광|지역|주택)개발")
"""What makes a public corporation of 공사: 한국토지개발공사, 나루도시개발공사."""
_REACH = 24
_OWN = 4  # syllables of a word that is likely to be coined (혁신융합대학 사업), where two words make a name


class Phrase(NamedTuple):
    """A noun phrase that ends with a head (and perhaps a version), and where the head begins."""

    start: int
    head: int
    end: int
    kind: str


def headed_phrases(reading: Reading) -> Iterator[Phrase]:
    """Give the noun phrases that end with the head of a project, names and general words alike."""
    for match in head_pattern().finditer(reading.text):
        end = _right_edge(reading, match.end())
        if end is not None:
            start, end = trim(reading, left_edge(reading, match.start(), across=heads()[match[0]] == "service"), end)
            if start < match.start():
                yield Phrase(start, match.start(), end, heads()[match[0]])


def running_names(reading: Reading, phrases: Iterable[Phrase]) -> Iterator[tuple[int, int, str]]:
    """Give those phrases that are names, as start, end and rule."""
    for phrase in phrases:
        before = reading.text[phrase.start : phrase.head]
        if _holds(before, phrase.kind) and is_name(reading, phrase.start, phrase.end):
            yield phrase.start, phrase.end, f"projects.{phrase.kind}"


def funded_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names that end in a work and stand before its money (종자은행 신축에 84억 원)."""
    for money in reading.known:
        if money.type != "MONEY":
            continue
        floor = max(0, money.start - _REACH)
        between = _MONEY_AFTER.search(reading.text, floor, money.start)
        if between is None:
            continue
        end = between.start()
        word = reading.ending_at(end)
        head = head_of(reading.text[floor:end])
        if head is None or head.kind not in _FUNDED or word is None or not word.tag.startswith(("N", "XSN", "ETN")):
            continue
        start, end = trim(reading, left_edge(reading, end - len(head.form)), end)
        blanks = reading.text.count(" ", start, end)
        if blanks >= (2 if head.kind == "act" else 1) and is_name(reading, start, end):
            yield start, end, "projects.funded"


def _right_edge(reading: Reading, end: int) -> int | None:
    """Return where a name ends whose head ends at ``end``, a version after it included; None inside a longer word."""
    version = VERSION_AHEAD.match(reading.text, end)
    if version is not None:
        return version.end()
    following = reading.text[end : end + 1]
    if not following.isalnum():
        return end
    word = reading.starting_at(end)
    if word is None or reading.ending_at(end) is None:
        return None
    return end if word.tag.startswith(("J", "VCP", "EF")) or word.text == "등" or word.tag in ("SN", "SW") else None


def _holds(before: str, kind: str) -> bool:
    """Tell whether a head of a kind makes a name of what stands before it."""
    glued = not before.endswith(" ")
    last = before.split()[-1]
    if kind == "name":
        return _is_undertaking(before, last, glued)
    if kind == "brand":
        return True
    if kind == "build":
        found = head_of(last)
        return found is not None and found.kind in _WORKS and _CORPORATION.fullmatch(last) is None
    if kind in ("service", "program"):
        return len(before.split()) + (not glued) >= (2 if kind == "service" else 3)
    return _is_plan(before, last, glued)


def _is_undertaking(before: str, last: str, glued: bool) -> bool:
    """Tell an undertaking (수소버스 보급사업) from a line of business (반도체 사업)."""
    found = head_of(last)
    if (found is not None and found.kind != "thing") or last.endswith(tuple(words_of("mode"))):
        return True
    if BRAND.search(before) or PHASE.search(last) or (glued and len(last) > 3 and not is_broad(last)):
        return True
    pieces = [piece for piece in before.split() if not is_broad(piece)]
    enough = len(before.split()) >= 3 or (
        not glued and len(before.split()) == 2 and len(max(pieces, key=len, default="")) >= _OWN
    )
    return enough and bool(pieces) and len(before) > 5


def _is_plan(before: str, last: str, glued: bool) -> bool:
    marked = BRAND.search(before) is not None or PHASE.search(before) is not None
    compound = glued and last.endswith(tuple(words_of("plan")))
    return (marked and (glued or PHASE.search(last) is not None)) or (compound and len(before.split()) > 2)
