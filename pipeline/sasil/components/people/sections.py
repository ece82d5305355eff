"""The bodies and units that head the sections of a list: ■ 나루시, ◆가온로지스 △전무 길태오, ◆편집국 ▲부국장 명소윤."""

from __future__ import annotations

import re
from bisect import bisect_right

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
        heads = [body for body in around.bodies if _heads(around.text, body)]
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


def _heads(text: str, body: Mention) -> bool:
    opened = _SIGN.search(text, max(body.start - 3, 0), body.start)
    return opened is not None and _CLOSES.match(text, body.end) is not None
