"""What heads the sections of a list: bodies (■ 나루시), units (◆편집국 ▲부국장 명소윤), offices (◇교장 승진=▲…)."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from operator import attrgetter

from sasil.components.names.gazetteer import GOVERNMENT, known_names, title_of
from sasil.components.people.surroundings import Surroundings
from sasil.components.people.units import split_unit
from sasil.record import Mention

_SIGN = re.compile(r"(?:[■◆◇●▣◈★□○◎【\[<〈《]|▶(?=\S))\s?\Z")
_CLOSES = re.compile(
    r"\s?[】\]>〉》]?\s{0,2}(?:(?:임원|간부|정기)? ?(?:인사|이동)|승진|전보|보임)?\s?[】\]>〉》]?[ ]{0,2}"
    r"(?:\n(?!\n)|[<〈◇△▲▶▷])"
)
_RANKED = r"\s?(?:[<〈][^<>〈〉\n]{1,12}[>〉]\s?)?"
_NESTS = {"▲": re.compile(rf"{_RANKED}[△▷]"), "△": re.compile(rf"{_RANKED}[▲▶]")}
"""What follows a body that heads items of another sign than its own: ▲나루군 <5급> △총무과장 명소윤."""

_LISTED = re.compile("[△▲▷▶◇<〈]")
_OFFICE = re.compile(
    r"[◇◆<〈▷▶]\s?([가-힣]{2,8})"
    r"(?:\s?(?:승진|전보|중임|전직|보임|임용|위촉|내정)|\s?신규 ?선임|\s선임|(?<=공모교장))\s?[=>〉:]?\s?"
    r"(?=[▲△▶▷가-힣])"
)
_ENDS = re.compile(r"[◇◆■<〈▷\n]")


class Sections:
    """The heads of a text's sections in order, each with where its section ends."""

    def __init__(self, around: Surroundings) -> None:
        self._text = around.text
        governments = [place for place in around.places if _is_government(place.text)]
        found = [one for one in (*around.bodies, *governments) if _heads(around.text, one)]
        heads = sorted(found, key=attrgetter("start"))
        self._starts = [body.start for body in heads]
        self._held: list[tuple[int, str | None, str | None]] = []
        owner: str | None = None
        for number, head in enumerate(heads):
            following = heads[number + 1].start if number + 1 < len(heads) else len(around.text)
            end = around.text.find("\n\n", head.end, following)
            body, unit = split_unit(head.text, frozenset())
            owner = body or owner
            self._held.append((end if end >= 0 else following, owner, unit))
            if end >= 0:
                owner = None

    @cached_property
    def _offices(self) -> list[tuple[int, int, str]]:
        """The offices that head lists of those who get them, each with where its list begins and ends."""
        if _LISTED.search(self._text) is None:
            return []
        heads = [match for match in _OFFICE.finditer(self._text) if title_of(match[1]) is not None]
        ends = (_ENDS.search(self._text, match.end()) for match in heads)
        return [
            (match.end(), end.start() if end is not None else len(self._text), match[1])
            for match, end in zip(heads, ends, strict=True)
        ]

    def office_at(self, place: int) -> str | None:
        """Return the office that heads the list that a place stands in: ◇교장 승진=▲나루초 명소윤."""
        number = bisect_right(self._offices, (place, len(self._text), "")) - 1
        return self._offices[number][2] if number >= 0 and place < self._offices[number][1] else None

    def at(self, place: int) -> tuple[str | None, str | None]:
        """Return the body and the unit whose section a place stands in."""
        number = bisect_right(self._starts, place) - 1
        if number < 0 or place >= self._held[number][0]:
            return None, None
        return self._held[number][1:]


def _is_government(name: str) -> bool:
    """Tell whether a place that heads a section is a government: ■ 대구 수성구."""
    known = known_names().forms.get(name.rpartition(" ")[2])
    return known is not None and known.kind in GOVERNMENT


def _heads(text: str, body: Mention) -> bool:
    nested = _NESTS.get(text[max(body.start - 2, 0) : body.start].rstrip(" ")[-1:])
    if nested is not None:
        return nested.match(text, body.end) is not None
    opened = _SIGN.search(text, max(body.start - 3, 0), body.start)
    return opened is not None and _CLOSES.match(text, body.end) is not None
