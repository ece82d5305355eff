"""The acronyms of a text: coinages, pairs in brackets and sentences, clippings; one record a short form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sasil.components.acronyms.clippings import find_clippings, places
from sasil.components.acronyms.coinages import find_coinages
from sasil.components.acronyms.long_forms import Reading
from sasil.components.acronyms.pairs import Pair, bracket_pairs, stated_pairs
from sasil.doc import Word
from sasil.record import Acronym, Mention


def find_acronyms(text: str, words: Sequence[Word], mentions: Sequence[Mention]) -> list[Acronym]:
    """Return the acronyms of a text in the order in which they first stand free in it.

    ``words`` show where a long form of several words begins; ``mentions`` are the names known.

    >>> [(a.short, a.long_ko, a.kind) for a in find_acronyms("에너지저장장치(ESS) 설비", [], [])]
    [('ESS', '에너지저장장치', 'initialism')]
    """
    reading = Reading(text, words, mentions)
    found: dict[str, Acronym] = {}
    for coinage in find_coinages(reading):
        if coinage.short not in found:
            kind = "initialism" if coinage.short.isascii() else "abbreviation"
            found[coinage.short] = Acronym(
                short=coinage.short, kind=kind, components=coinage.components, spans=[], by=coinage.by
            )
    coined = frozenset(found)
    parts = {part.letters for acronym in found.values() for part in acronym.components or ()}
    parts |= {part.en or "" for acronym in found.values() for part in acronym.components or ()}
    for pair in _pairs(reading):
        if pair.short in coined:
            found[pair.short] = _named(found[pair.short], pair)
        elif pair.short not in parts:
            found[pair.short] = _merged(found.get(pair.short), pair)
    spread = [a.model_copy(update={"spans": _places(text, a, found)}) for a in found.values()]
    return sorted((a for a in spread if a.spans), key=lambda a: a.spans[0])


def _places(text: str, acronym: Acronym, shorts: Iterable[str]) -> list[tuple[int, int]]:
    """Return where a short form stands free and no longer one begins (경북도 is not 경북)."""
    longer = [short for short in shorts if short != acronym.short and short.startswith(acronym.short)]
    spots = places(text, acronym.short, acronym.long_ko)
    return [spot for spot in spots if not any(text.startswith(short, spot[0]) for short in longer)]


def _pairs(reading: Reading) -> Iterable[Pair]:
    yield from bracket_pairs(reading)
    yield from stated_pairs(reading)
    yield from find_clippings(reading)


def _named(coined: Acronym, pair: Pair) -> Acronym:
    """Give a coinage the name that it abridges, where the text says so (이하, 약칭)."""
    if pair.kind != "alias" or coined.long_ko is not None:
        return coined
    return coined.model_copy(update={"long_ko": pair.ko})


def _merged(known: Acronym | None, pair: Pair) -> Acronym:
    """Add a pair to what is known of its short form: an alias stays one, the first long forms stay."""
    if known is None:
        return Acronym(short=pair.short, long_ko=pair.ko, long_en=pair.en, kind=pair.kind, spans=[], by=pair.by)
    kind = "alias" if pair.kind == "alias" else known.kind
    return known.model_copy(
        update={"kind": kind, "long_ko": known.long_ko or pair.ko, "long_en": known.long_en or pair.en}
    )
