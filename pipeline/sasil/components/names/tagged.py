"""What the trained tagger finds, from KLUE's convention to Sasil's, as candidates beside those of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from sasil.components.names.gazetteer import denied, ending_of, ends_denied, is_general, title_of
from sasil.components.names.led import ORDINAL
from sasil.components.names.settling import Candidate, NameType
from sasil.doc import Word
from sasil.tagger.klue import LABELS
from sasil.tagger.model import Found

TYPES: dict[str, NameType] = dict(zip(LABELS, ("PERSON", "ORG", "LOC"), strict=True))


BY = "model"

LEAST: dict[NameType, float] = {"PERSON": 0.9, "ORG": 0.95, "LOC": 0.6}
"""The chance from which on a name of a type is proposed at all."""

SURE = 0.95
"""The chance from which on the tagger is heard before the weaker rules, by the weights that follow."""

WEIGHT = 1
SURE_WEIGHT: dict[NameType, int] = {"PERSON": 1, "ORG": 3, "LOC": 5}

_HANGUL = re.compile(r"[가-힣]")
_OFFICE = re.compile(r"[가-힣]{0,3}장(?:[은는이가의과와을를도]|에게|\b)|[가-힣]{1,5}(?:담당|총괄)\b")
"""What makes an office of a place that it is glued to: 한강지사장은."""


class Finder(Protocol):
    """What finds names in a text with Kiwi's words, in KLUE's convention: a Tagger, or another of one's own."""

    def find(self, text: str, words: Sequence[Word], *, told: Iterable[tuple[int, int]] = ()) -> list[Found]:
        """Return the names of a text in its order; those at the places that are ``told`` may be left out."""
        ...


def propose_tagged(text: str, found: Iterable[Found]) -> Iterator[Candidate]:
    """Give what the tagger found as candidates; those that our guideline does not count as names are left out.

    Places in a chain become one (전남 여수시), general words for institutions are none (정부), and the surer the
    tagger, the higher the weight.

    >>> [c[2:] for c in propose_tagged("정부가 전남 여수시를", [Found(0, 2, "OG", 0.9), Found(4, 6, "LC", 0.99)])]
    [('LOC', 'model', 5)]
    """
    for one in _chained(text, found):
        kind = TYPES[one.label]
        if one.chance >= LEAST[kind] and _counts(text, one, kind):
            yield Candidate(one.start, one.end, kind, BY, SURE_WEIGHT[kind] if one.chance >= SURE else WEIGHT)


def _chained(text: str, found: Iterable[Found]) -> Iterator[Found]:
    """Join places that stand one space apart: our guideline takes a chain of places as one."""
    held: Found | None = None
    for one in found:
        if held is not None and held.label == one.label == "LC" and text[held.end : one.start] == " ":
            held = Found(held.start, one.end, "LC", min(held.chance, one.chance))
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def _counts(text: str, one: Found, kind: NameType) -> bool:
    """Tell whether our guideline counts what the tagger found as a name of its kind."""
    name = text[one.start : one.end]
    if len(name) < 2 or name in denied(kind) or "\n" in name:
        return False
    if kind == "PERSON":
        return title_of(name) is None
    if kind == "ORG":  # a word in Latin letters alone is as often a project or a journal
        plain = title_of(name) is not None or ORDINAL.fullmatch(name) is not None or _is_common(name)
        return _HANGUL.search(name) is not None and not plain
    if ends_denied(name, "BUILDING"):
        return False
    return not is_general(name) and _OFFICE.match(text, one.end) is None


def _is_common(name: str) -> bool:
    """Tell whether a name is general words alone, or such words before the ending of an organisation: 공동연구소."""
    ending = ending_of(name, "ORG")
    return is_general(name if ending is None else name.removesuffix(ending.form))
