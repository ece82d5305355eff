"""People from abroad whom Kiwi does not know, before the titles that lists give to them: 트럼프 대통령."""

from __future__ import annotations

from collections.abc import Iterator

from sasil.components.names.bodies import is_unit
from sasil.components.names.gazetteer import PLACE, Title, ending_of, known_names, signs, surnames
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_LOOK_BACK = 4


def find_titled_abroad(reading: Reading, index: int, title: Title, head: str) -> Iterator[Candidate]:
    """People from abroad, whom Kiwi does not know: 젠슨 황 엔비디아 CEO, 트럼프 대통령."""
    if head or title.form not in signs("foreign_head"):
        return
    first = index - 1
    while index - first < _LOOK_BACK and first > 0 and reading.phrases[first + 1].joined and is_named(reading, first):
        first -= 1
    if first < 0 or first + 1 >= len(reading.phrases) or not reading.phrases[first + 1].joined:
        return
    last = reading.phrases[first]
    if (
        not _strange(last)
        or not last.bare
        or ending_of(last.raw, "ORG")
        or is_named(reading, first)
        or is_unit(last.raw)
    ):
        return
    start = last.tags[0].start if _spans_two(last) else last.start
    given = reading.phrases[first - 1] if first > 0 and last.joined else None
    if given is not None and given.unknown and not is_named(reading, first - 1) and not ending_of(given.raw, "ORG"):
        start = given.start
    yield Candidate(start, last.end, "PERSON", "foreign", 9)


def _strange(phrase: Phrase) -> bool:
    """Tell whether Kiwi does not know a word, or it is a family name alone: 젠슨 황."""
    if phrase.raw in signs("before_title"):
        return False
    if _spans_two(phrase):
        return True
    return phrase.unknown if len(phrase.raw) > 1 else phrase.joined and phrase.raw in surnames()


def _spans_two(phrase: Phrase) -> bool:
    """Tell whether Kiwi takes a word and the one before it for one name: 젠슨 황."""
    return len(phrase.tags) > 0 and phrase.tags[0].tag == "NNP" and phrase.tags[0].start < phrase.start


def is_named(reading: Reading, index: int) -> bool:
    """Tell whether a word is the name of a place or another name that leaves no doubt."""
    entry = known_names().forms.get(reading.phrases[index].raw)
    return entry is not None and (entry.kind in PLACE or not entry.doubtful)
