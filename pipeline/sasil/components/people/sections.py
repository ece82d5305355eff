"""The bodies and units that head the sections of a list: ■ 나루시, ◆가온로지스 △전무 길태오, ◆편집국 ▲부국장 명소윤."""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter

from sasil.components.names.gazetteer import GOVERNMENT, known_names
from sasil.components.people.surroundings import Surroundings
from sasil.components.people.units import split_unit
from sasil.record import Mention

_SIGN = re.compile(r"(?:[■◆◇●▣◈★□○◎【\[<〈《]|▶(?=\S))\s?\Z")
_CLOSES = re.compile(
    r"\s?[】\]>〉》]?\s{0,2}(?:인사|임원 ?인사|승진|전보|보임)?\s?[】\]>〉》]?[ ]{0,2}(?:\n(?!\n)|[<〈◇△▲▶▷])"
)


class Sections:
    """The heads of a text's sections in order, each with where its section ends."""

    def __init__(self, around: Surroundings) -> None:
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
    opened = _SIGN.search(text, max(body.start - 3, 0), body.start)
    return opened is not None and _CLOSES.match(text, body.end) is not None
