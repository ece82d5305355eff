"""Companies that no list knows, by what stands beside them: a head in brackets, sales, 기업 before, 관계자 behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.anchors import Anchored
from sasil.components.names.bodies import COMMITTEES, is_proper, is_unit
from sasil.components.names.clues import TOWN
from sasil.components.names.firm_frames import firm_ending, frame_of, is_firm_shaped, is_of_firm
from sasil.components.names.gazetteer import denied, ending_of, is_general, kinds_of_firm, known_names, signs, title_of
from sasil.components.names.judging import name_lengths
from sasil.components.names.led import ORDINAL, find_led
from sasil.components.names.patterns import BUILT, EARNS
from sasil.components.names.phrases import Phrase
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate

_HEADS = (
    r"(?:공동|각자)?(?:대표이사|대표|회장|사장|이사장|원장|총장|위원장|조합장|단장|소장|관장|청장|의장|센터장|본부장|교장"
    r"|학장|행장|처장|실장|총재|연구책임자)"
)
_HEADED = re.compile(rf"[’'”」]?\s?[(]\s?(?:{_HEADS}\s[가-힣]{{2,4}}[\s,·)]|[가-힣]{{2,4}}\s{_HEADS}\))")
_HEADED_ANYWHERE = Anchored(_HEADED, sign=re.compile(r"[(]"), before=2, behind=32)
_SUBJECT = ("은", "는", "이", "가")
_LATIN_FIRST = re.compile(r"[A-Z](?<![0-9A-Za-z가-힣&].)(?:[A-Za-z&]{0,15}[가-힣]{2,15}|[A-Za-z]{2,15})")


def find_companies(reading: Reading) -> Iterator[Candidate]:
    """Give the companies that their neighbours give away, and learn them for the rest of the text.

    >>> from sasil.doc import Word
    >>> from sasil.components.names.reading import Reading
    >>> words = [Word(0, 4, "가람일렉", "NNP"), Word(4, 5, "은", "JX"), Word(6, 8, "매출", "NNG")]
    >>> [c.by for c in find_companies(Reading("가람일렉은 매출", words))]
    ['earns']
    """
    yield from _headline(reading)
    yield from find_led(reading)
    for phrase in _strangers(reading):
        rule = _rule(reading, phrase.number, phrase)
        if rule:
            if phrase.stem.endswith(COMMITTEES):
                yield Candidate(_with_cause(phrase, reading).start, phrase.stop, "ORG", rule, 8)
                continue
            reading.learn(phrase.stem, "company")
            yield Candidate(phrase.start, phrase.stop, "ORG", rule, 6)


def _with_cause(phrase: Phrase, reading: Reading) -> Phrase:
    """Return the first word of a committee's name, its place and cause before it: 문당리 채석장 반대대책위원회."""
    for _ in range(2):
        before = reading.phrases[phrase.number - 1] if phrase.joined else None
        if before is None or not before.bare or title_of(before.stem) is not None:
            break
        phrase = before
    return phrase


def _headline(reading: Reading) -> Iterator[Candidate]:
    """Give the body that a headline opens with and the text speaks of: 물빛관리청, … ↵↵ 물빛관리청은."""
    phrase = reading.phrases[0] if len(reading.phrases) else None
    if phrase is None or reading.text[phrase.end : phrase.end + 1] not in (",", "-") or len(phrase.raw) < 3:
        return
    name = phrase.raw
    known = known_names().forms.get(name)
    if known is not None or title_of(name) is not None or is_general(name) or ending_of(name, "LOC") is not None:
        return
    if (ending_of(name, "ORG") is not None or not phrase.common) and _acts(reading.text, name):
        reading.learn(name, "company")
        yield Candidate(phrase.start, phrase.end, "ORG", "headline", 6)


def _acts(text: str, name: str) -> bool:
    """Tell whether the text says below the headline what a name does, or who heads it."""
    return any(f"{sign}{name}{tail}" in text for sign in ("\n", " ") for tail in _SUBJECT_TAILS)


_SUBJECT_TAILS = ("은 ", "는 ", "이 ", "가 ", "(", "에 따르면")


def _strangers(reading: Reading) -> Iterator[Phrase]:
    """Give the phrases that may be a company: by Kiwi's tags, by a capital, by a head in brackets behind."""
    words = reading.words
    places = {start for start, _, form, tag in words if tag == "NNP" or (tag == "NNG" and len(form) > 3)}
    places.update(reading.phrases.starts[number] for number, clues in reading.clues if clues.body or clues.firm)
    places.update(match.start() for match in _LATIN_FIRST.finditer(reading.text))
    known, raws = known_names().forms, reading.phrases.raws
    numbers = (reading.phrases.number_at(place) for place in places)
    strange = (reading.phrases[n] for n in numbers if n is not None and len(raws[n]) > 1 and raws[n] not in known)
    held = {phrase.start: phrase for phrase in strange}
    held.update((one.start, one) for one in _behind_kinds(reading))
    headed = (reading.phrases.ending(match.start()) for match in _HEADED_ANYWHERE.finditer(reading.text))
    held.update((phrase.start, phrase) for phrase in headed if phrase is not None)
    yield from (phrase for _, phrase in sorted(held.items()))


def _behind_kinds(reading: Reading) -> Iterator[Phrase]:
    """Give the words behind a kind of company, whatever Kiwi makes of them: 농기계업체 한들농기는."""
    kinds, last = kinds_of_firm(), len(reading.phrases) - 1
    for number, clues in reading.clues:
        if clues.kind and number < last and reading.phrases.raws[number].removesuffix("인").endswith(kinds):
            phrase = reading.phrases[number + 1]
            if not (phrase.tags and phrase.tags[0].tag.startswith("V")):  # 100년 기업 일굴 터
                yield phrase


def _rule(reading: Reading, index: int, phrase: Phrase) -> str:
    """Return the name of the rule by which a phrase is a company, or nothing."""
    alone = not phrase.joined or phrase.stem.endswith(COMMITTEES)
    bracket = "(" in reading.text[phrase.end : phrase.end + 3] and phrase.bare and alone
    if bracket and _HEADED.match(reading.text, phrase.end) and _may_be_headed(phrase):
        return "headed"
    return _rule_of_neighbours(reading, index, phrase) if _may_be(phrase) else ""


def _rule_of_neighbours(reading: Reading, index: int, phrase: Phrase) -> str:
    weak = ending_of(phrase.stem, "ORG") is not None
    person = (len(phrase.stem) in name_lengths(phrase.stem) and not weak) or phrase.stem in reading.people
    if person:
        return ""
    if _announced(reading, index) and (weak or not phrase.common or reading.unheard(phrase)) and not _plain(phrase):
        return "announced"
    if weak and (rule := _of_own_head(reading, index, phrase)):
        return rule
    shaped = is_firm_shaped(reading, phrase)
    if (shaped or _unheard_of(reading, phrase)) and (rule := frame_of(reading, phrase, shaped=shaped)):
        return rule
    if not (_strange(phrase) or (weak and _strange_head(phrase))):
        return ""
    if phrase.tail in _SUBJECT and EARNS.match(reading.text, phrase.end):
        return "earns"
    return _rule_of_what_follows(reading, index, phrase)


def _rule_of_what_follows(reading: Reading, index: int, phrase: Phrase) -> str:
    behind = reading.next_to(index)
    if behind is not None and behind.stem in signs("behind_firm") and not (phrase.joined or is_of_firm(reading, index)):
        return "followed"
    return "row" if _beside_company(reading, index) else ""


def _unheard_of(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a word is one that no dictionary holds, and is no place, product or person by its looks."""
    stem = phrase.stem
    if not reading.unheard(phrase) or len(stem) < _SHORTEST or phrase.joined or phrase.tags[0].end != phrase.stop:
        return False
    return ending_of(stem, "LOC") is None and TOWN.match(stem) is None and reading.before(phrase.start) not in _OPENED


_SHORTEST = 3
_OPENED = tuple("‘’“”'\"「『《〈<")


def _plain(phrase: Phrase) -> bool:
    """Tell whether a word is put together from general words only."""
    return all(is_general(word.text) or len(word.text) == 1 for word in phrase.tags if word.end <= phrase.stop)


def _announced(reading: Reading, index: int) -> bool:
    """Tell whether a kind of company stands before: 주물업체 가람캐스트, 시공사인 가람종합건설."""
    before = reading.phrases[index - 1] if index else None
    if before is None or before.end != reading.phrases[index].start - 1 or reading.text[before.end] != " ":
        return False
    return before.stem.endswith(kinds_of_firm()) and before.tail in ("", "인") and before.raw not in signs("many_firms")


def _may_be_headed(phrase: Phrase) -> bool:
    return (
        _may_be(phrase)
        or phrase.stem.endswith(COMMITTEES)
        or (len(phrase.stem) > 4 and is_unit(phrase.stem) and title_of(phrase.stem) is None)
    )


def _may_be(phrase: Phrase) -> bool:
    stem = phrase.stem
    if ORDINAL.match(stem) or (stem[0] == "주" and stem[1:] in known_names().forms):  # 제14대, 주폴란드 대사
        return False
    if len(stem) < 2 or len(stem) > 20 or stem.isdigit() or stem in denied("ORG") or is_general(stem):
        return False
    ending = ending_of(stem, "ORG")
    if ending is not None and ending.form == stem:
        return False
    return stem not in known_names().forms and not _is_title(stem) and ending_of(stem, "UNIT") is None


def _is_title(stem: str) -> bool:
    """Tell whether a word closes with a title; a rank or an address may be the end of a firm: 온결상사, 온결해양."""
    title = title_of(stem)
    return title is not None and (title.kind not in ("rank", "honorific") or len(stem) < len(title.form) + 2)


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


def _of_own_head(reading: Reading, index: int, phrase: Phrase) -> str:
    """Return the rule by which a word of its own with a company's ending is one: 아라소프트 홍보팀."""
    ending = ending_of(phrase.stem, "ORG")
    head = phrase.stem[: -len(ending.form)] if ending else ""
    if ending is None or len(head) < 2 or is_general(head) or phrase.joined or _plain(phrase):
        return ""
    firm = firm_ending(phrase.stem) != ""
    if firm and phrase.tail in _SUBJECT and EARNS.match(reading.text, phrase.end):
        return "earns"
    behind = reading.next_to(index) if phrase.bare else None
    named = behind is not None and is_unit(behind.stem) and title_of(behind.stem) is None
    built = behind is not None and BUILT.match(reading.text, behind.end) is not None
    return "its_unit" if named and firm and not built else ""


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
