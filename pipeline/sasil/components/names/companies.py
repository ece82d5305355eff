"""Companies that no list knows, by what stands beside them: a head in brackets, sales, 기업 before, 관계자 behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.bodies import is_proper
from sasil.components.names.gazetteer import Entry, denied, ending_of, is_general, known_names, signs, title_of
from sasil.components.names.judging import name_lengths
from sasil.components.names.patterns import EARNS
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_HEADED = re.compile(
    r"\s?[(]\s?(?:공동|각자)?(?:대표이사|대표|회장|사장|이사장|원장|총장|위원장|이사장|조합장|단장|소장|관장|청장|의장)\s[가-힣]{2,4}[\s,·)]"
)
_SUBJECT = ("은", "는", "이", "가")
_LATIN_FIRST = re.compile(r"(?<![0-9A-Za-z가-힣&])(?:[A-Z][A-Za-z&]{0,15}[가-힣]{2,15}|[A-Z][A-Za-z]{2,15})")


def find_companies(reading: Reading) -> Iterator[Candidate]:
    """Give the companies that their neighbours give away, and learn them for the rest of the text.

    >>> from sasil.doc import Word
    >>> from sasil.components.names.reading import Reading
    >>> words = [Word(0, 4, "가람일렉", "NNP"), Word(4, 5, "은", "JX"), Word(6, 8, "매출", "NNG")]
    >>> [c.by for c in find_companies(Reading("가람일렉은 매출", words))]
    ['earns']
    """
    for phrase in _strangers(reading):
        rule = _rule(reading, phrase.number, phrase)
        if rule:
            reading.learned.add(Entry(phrase.stem, "company"))
            yield Candidate(phrase.start, phrase.stop, "ORG", rule, 6)


def _strangers(reading: Reading) -> Iterator[Phrase]:
    """Give the phrases that may be a company: by Kiwi's tags, by a capital, by a head in brackets behind."""
    places = {word.start for word in reading.words if word.tag == "NNP" or (word.tag == "NNG" and len(word.text) > 3)}
    places.update(match.start() for match in _LATIN_FIRST.finditer(reading.text))
    held = {place: reading.phrases.starting(place) for place in places}
    headed = (reading.phrases.ending(match.start()) for match in _HEADED.finditer(reading.text))
    held.update((phrase.start, phrase) for phrase in headed if phrase is not None)
    yield from (phrase for _, phrase in sorted(held.items()) if phrase is not None)


def _rule(reading: Reading, index: int, phrase: Phrase) -> str:
    """Return the name of the rule by which a phrase is a company, or nothing."""
    if not _may_be(phrase):
        return ""
    if phrase.bare and _HEADED.match(reading.text, phrase.end) and not phrase.joined:
        return "headed"
    weak = ending_of(phrase.stem, "ORG") is not None
    person = (len(phrase.stem) in name_lengths(phrase.stem) and not weak) or phrase.stem in reading.people
    if not (_strange(phrase) or (weak and _strange_head(phrase))) or person:
        return ""
    if phrase.tail in _SUBJECT and EARNS.match(reading.text, phrase.end):
        return "earns"
    if phrase.joined and reading.phrases[index - 1].raw in signs("before_firm"):
        return "announced"
    if not phrase.joined and _before_its_head(reading, index):
        return "head_behind"
    behind = reading.next_to(index)
    if behind is not None and behind.stem in signs("behind_firm") and not phrase.joined:
        return "followed"
    return "row" if _beside_company(reading, index) else ""


def _before_its_head(reading: Reading, index: int) -> bool:
    """Tell whether a person who heads a company stands behind: 은하수산업 전하율 대표."""
    behind = reading.next_to(index)
    return (
        behind is not None
        and behind.raw in reading.people
        and index + 2 < len(reading.phrases)
        and reading.phrases[index + 2].stem in signs("behind_firm")
    )


def _may_be(phrase: Phrase) -> bool:
    stem = phrase.stem
    if len(stem) < 2 or len(stem) > 20 or stem.isdigit() or stem in denied("ORG") or is_general(stem):
        return False
    ending = ending_of(stem, "ORG")
    if ending is not None and ending.form == stem:
        return False
    return stem not in known_names().forms and title_of(stem) is None and ending_of(stem, "UNIT") is None


def _strange(phrase: Phrase) -> bool:
    """Tell whether a word is one that Kiwi does not know: 세미크리스탈, SY전력."""
    if phrase.unknown and len(phrase.stem) >= 2:
        return ending_of(phrase.stem, "LOC") is None
    if len(phrase.tags) > 0 and phrase.tags[0].tag == "NNG" and phrase.tags[0].end == phrase.stop:
        return len(phrase.stem) >= 4 and ending_of(phrase.stem, "ORG") is not None
    return _LATIN_FIRST.fullmatch(phrase.stem) is not None and not phrase.stem.isascii()


def _strange_head(phrase: Phrase) -> bool:
    ending = ending_of(phrase.stem, "ORG")
    head = phrase.stem[: -len(ending.form)] if ending else ""
    return len(head) >= 2 and not is_general(head) and is_proper(phrase, head, phrase.stem)


def _beside_company(reading: Reading, index: int) -> bool:
    """Tell whether a strange word stands in a row with an organisation: 경남테크노파크, 두남스페이스와."""
    phrase = reading.phrases[index]
    if len(phrase.stem) < 4 or ending_of(phrase.stem, "ORG") is None:
        return False
    before = reading.phrases[index - 1] if index else None
    if before is None or reading.text[before.end : phrase.start] not in (", ", "·", " "):
        return False
    linked = before.tail in ("와", "과") or (before.bare and not phrase.joined)
    return linked and _is_organisation(reading, before)


def _is_organisation(reading: Reading, phrase: Phrase) -> bool:
    if phrase.stem in reading.learned.forms:
        return True
    entry = known_names().forms.get(phrase.stem)
    if entry is not None:
        return entry.kind in ("company", "agency", "university", "short", "bank", "group")
    ending = ending_of(phrase.stem, "ORG")
    return ending is not None and ending.need in ("free", "sure") and len(phrase.stem) - len(ending.form) >= 2
