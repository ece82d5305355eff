"""People from abroad by their country: 케냐의 엘리샤 킵코에치가, 모하메드 라르비(모로코), 몽골 출신 바트 에르덴은."""

from __future__ import annotations

from collections.abc import Iterator

from sasil.components.names.designating import side_by_side
from sasil.components.names.foreign_parts import foreign_parts, parts_before
from sasil.components.names.gazetteer import known_names, signs
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_OF_BIRTH = frozenset({"출신", "국적", "출신의", "국적의"})
_NO_TAILS = ("에", "로", "으로")
_WEIGHT = 9


def find_countrymen(reading: Reading) -> Iterator[Candidate]:
    """Give the people from abroad whose country stands before them, with 의 or 출신, or behind them in a bracket.

    >>> from sasil.components.names.reading import Reading
    >>> text = "①모하메드 라르비(모로코) 2시간"
    >>> [text[c.start : c.end] for c in find_countrymen(Reading(text, []))]
    ['모하메드 라르비']
    """
    for number, clues in reading.clues:
        country = reading.phrases[number] if clues.place else None
        known = known_names().forms.get(country.stem) if country is not None else None
        if country is None or known is None or known.kind != "country":
            continue
        yield from _in_bracket(reading, country)
        yield from _behind(reading, country)


def _in_bracket(reading: Reading, country: Phrase) -> Iterator[Candidate]:
    if reading.before(country.start) != "(" or reading.after(country.end) not in (")", ",", "·"):
        return
    last = reading.phrases.ending(country.start - 1)
    parts = parts_before(reading, last.number) if last is not None else []
    if last is not None and len(parts) > 1:
        yield Candidate(reading.phrases[parts[0]].start, last.end, "PERSON", "countryman", _WEIGHT)


def _behind(reading: Reading, country: Phrase) -> Iterator[Candidate]:
    at = country.number + 1
    if not side_by_side(reading, at):
        return
    born = country.bare and reading.phrases[at].raw in _OF_BIRTH
    at += born
    if not (born or country.tail == "의") or not side_by_side(reading, at):
        return
    given, end = reading.phrases[at], foreign_parts(reading, at)
    family = reading.holding(end - 1) if end else None
    if family is None or family.stem in signs("firm_tail") or family.tail.startswith(_NO_TAILS):
        return
    yield Candidate(given.start, end, "PERSON", "countryman", _WEIGHT)
