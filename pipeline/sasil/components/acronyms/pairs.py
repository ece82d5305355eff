"""Short and long forms that stand side by side: in brackets, or in a sentence that explains one by the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from sasil.components.acronyms import patterns
from sasil.components.acronyms.long_forms import OPENING, Reading, clipped_start, is_clipping, long_start, quoted

Kind = Literal["initialism", "abbreviation", "alias"]


class Pair(NamedTuple):
    """A short form with its long forms, as one place of the text states them."""

    short: str
    ko: str | None
    en: str | None
    kind: Kind
    by: str


def bracket_pairs(reading: Reading) -> Iterator[Pair]:
    """Give the pairs that brackets make, in the order of the text."""
    for bracket in patterns.BRACKET.finditer(reading.text):
        end = bracket.start()
        if end == 0 or reading.text[end - 1].isspace() or end in reading.people:
            continue
        whole = patterns.SLASHED.fullmatch(bracket[1]) is not None
        parts = [part.strip() for part in ([bracket[1]] if whole else patterns.SEPARATOR.split(bracket[1]))]
        yield from _aliases(reading, end, bracket.end(), parts)
        if re.match("[A-Za-z0-9]", reading.text[bracket.end() : bracket.end() + 1]):
            continue
        parts = [part for part in parts if patterns.ALIAS.fullmatch(part) is None]
        pair = (
            _latin_inside(reading, end, parts) or _latin_before(reading, end, parts) or _clipping(reading, end, parts)
        )
        if pair is not None:
            yield pair


def _aliases(reading: Reading, end: int, after: int, parts: list[str]) -> Iterator[Pair]:
    for part in parts:
        alias = patterns.ALIAS.fullmatch(part)
        if alias is None or alias[1].replace(" ", "") in patterns.no_alias():
            continue
        long = _inside_marks(reading.text, end, after) or _long_of_alias(reading, end, alias[1])
        if long and long != alias[1]:
            latin = long.isascii()
            yield Pair(alias[1], None if latin else long, long if latin else None, "alias", "acronyms.alias")


def _inside_marks(text: str, end: int, after: int) -> str | None:
    """Return the words in marks that a bracket ends: ‘국민취업지원제도(이하 국취제)’."""
    opening = OPENING.get(text[after : after + 1])
    start = -1 if opening is None else text.rfind(opening, max(0, end - 60), end)
    if start < 0 or re.search(r"[\n‘’“”'\"()]", text[start + 1 : end]):
        return None
    return text[start + 1 : end]


def _long_of_alias(reading: Reading, end: int, short: str) -> str | None:
    marks = quoted(reading.text, end)
    if marks is not None:
        return reading.text[slice(*marks)]
    if end in reading.named:
        return reading.text[reading.named[end] : end]
    english = patterns.ENGLISH_BEFORE.search(reading.text, max(0, end - 80), end)
    if english is not None:
        return english[1]
    latin = short.isascii()
    start = long_start(reading, end, short) if latin else clipped_start(reading, end, short)
    if start is None:
        start = long_start(reading, end, "AA")
    long = "" if start is None else reading.text[start:end]
    return long if re.search(r"[가-힣]{2}|[A-Za-z]{3}", long) and not long[0].isdigit() else None


def _latin_inside(reading: Reading, end: int, parts: list[str]) -> Pair | None:
    """에너지저장장치(ESS), 지역혁신중심 대학지원체계(RISE, Regional …), Energy Storage System(ESS)."""
    short = next((part for part in parts if _is_short(part)), None)
    if short is None or (short in patterns.stops() and not _is_office(reading.text, end, short)):
        return None
    english = next((part for part in parts if part != short and patterns.ENGLISH.fullmatch(part)), None)
    before = patterns.ENGLISH_BEFORE.search(reading.text, max(0, end - 80), end)
    if before is not None and english is None:
        return Pair(short, None, before[1], _kind(short, before[1]), "acronyms.bracket")
    marks = quoted(reading.text, end)
    if marks is not None:
        long = reading.text[slice(*marks)]
    else:
        start = long_start(reading, end, short)
        long = "" if start is None else reading.text[start:end]
    if not _is_long(long, short):
        return None
    return Pair(short, long, english, _kind(short, english), "acronyms.bracket")


def _is_office(text: str, end: int, short: str) -> bool:
    word = text[text.rfind(" ", max(0, end - 24), end) + 1 : end]
    return patterns.OFFICE.fullmatch(short) is not None and word.startswith("최고") and len(word) >= 5


def _latin_before(reading: Reading, end: int, parts: list[str]) -> Pair | None:
    """LME(런던금속거래소), ESS(Energy Storage System·에너지저장장치)."""
    found = patterns.LATIN_BEFORE.search(reading.text, max(0, end - 24), end)
    if found is None or found[1] in patterns.stops() or reading.named.get(end, end) < found.start(1):
        return None
    short = found[1]
    korean = next((p for p in parts if patterns.HANGUL_LONG.fullmatch(p) and _explains(reading, short, p)), None)
    english = next((p for p in parts if patterns.ENGLISH.fullmatch(p) and _initials(p, short)), None)
    if korean is None and english is None:
        return None
    return Pair(short, korean, english, _kind(short, english), "acronyms.bracket")


def _clipping(reading: Reading, end: int, parts: list[str]) -> Pair | None:
    """산업통상자원부(산업부), 한전(한국전력공사)."""
    for part in parts:
        if patterns.HANGUL_WORDS.fullmatch(part) is None or part in patterns.titles():
            continue
        start = clipped_start(reading, end, part) if patterns.HANGUL_SHORT.fullmatch(part) else None
        if start is not None and _is_clipped(part, reading.text[start:end]):
            return Pair(part, reading.text[start:end], None, "abbreviation", "acronyms.clipping")
        before = re.search(r"(?<![가-힣\d])(?![십백천만억조]+원)[가-힣]{2,6}$", reading.text[max(0, end - 8) : end])
        if before is not None and _syllables(part) >= len(before[0]) + 2 and _is_clipped(before[0], part):
            return Pair(before[0], part, None, "abbreviation", "acronyms.clipping")
    return None


def _is_clipped(short: str, long: str) -> bool:
    """Tell whether a form in brackets is shorter by two syllables and no piece of the long one (주사, 정맥주사)."""
    return _syllables(long) >= len(short) + 2 and short not in long and is_clipping(short, long)


def stated_pairs(reading: Reading) -> Iterator[Pair]:
    """Give the pairs that sentences state: ODA는 공적개발원조의 약자."""
    text = reading.text
    for cue in patterns.EXPLAINED.finditer(text):
        floor = max(0, cue.start() - 120)
        line = max(floor, text.rfind("\n", floor, cue.start()) + 1)
        stated = cue[1] is None and cue[0].startswith("의")
        pair = _stated(text[line : cue.start()]) if stated else _said(reading, cue)
        if pair is not None:
            yield pair


def _stated(before: str) -> Pair | None:
    stated = patterns.STATED.search(before)
    if stated is None:
        return None
    short, long, english = stated[1], stated[2].strip(), stated[3]
    if not short.isascii() and not is_clipping(short, long):
        return None
    if long.isascii():
        return Pair(short, None, long, _kind(short, long), "acronyms.stated")
    return Pair(short, long, english, _kind(short, english), "acronyms.stated")


def _said(reading: Reading, cue: re.Match[str]) -> Pair | None:
    after = patterns.SHORT_AFTER.match(reading.text, cue.end())
    if after is None:
        return None
    short, end = after[1], cue.start()
    start = long_start(reading, end, short) if short.isascii() else clipped_start(reading, end, short)
    if start is None:
        return None
    return Pair(short, reading.text[start:end], None, _kind(short, None), "acronyms.stated")


def _is_short(part: str) -> bool:
    if patterns.MIXED_SHORT.fullmatch(part):
        return True
    if patterns.LATIN_SHORT.fullmatch(part) is None or len(part) > 14 or patterns.STANDARD.fullmatch(part):
        return False
    if "-" not in part and sum(map(str.isupper, part)) < 2 and not patterns.is_formula(part) and part[0].isupper():
        return False
    return patterns.ENGLISH_WORD.fullmatch(part) is None


def _is_long(long: str, short: str) -> bool:
    """Tell whether words can be the long form of a short one: Korean, and no mere reading aloud of it (코트라)."""
    if re.search(r"[가-힣]", long) is None or re.match(r"\d[^가-힣]", long):
        return False
    return not _is_reading(long, short)


def _is_reading(long: str, short: str) -> bool:
    letters = sum(sign.isalpha() for sign in short)
    if letters < 4 or patterns.PREFIXED.match(short) or patterns.is_formula(short):
        return False
    return _syllables(long) < letters and re.search(r"[AEIOUaeiou]", short) is not None


def _explains(reading: Reading, short: str, words: str) -> bool:
    """Tell whether Korean words after a short form are its long form, and no title with a name, route or remark."""
    first = words.split(" ")[0]
    last = words.rpartition(" ")[2]
    if first in patterns.titles() or last in patterns.titles() or "㈜" in words:
        return False
    if patterns.REMARK.search(words):
        return False
    if any(m.type in ("PERSON", "DATE", "TIME", "MONEY", "QUANTITY") and m.text in words for m in reading.mentions):
        return False
    return _is_long(words, short)


def _initials(english: str, short: str) -> bool:
    letters = [sign.lower() for sign in short if sign.isalpha()]
    rest = iter(english.lower())
    return english[0].lower() == letters[0] and all(letter in rest for letter in letters)


def _kind(short: str, english: str | None) -> Kind:
    """Tell an initialism from an abbreviation: ESS, IoT (Internet of Things); SiC, K-water, SH공사."""
    if re.search(r"[가-힣]", short) or patterns.is_formula(short):
        return "abbreviation"
    if english is not None:
        heads = "".join(word[0] for word in re.findall(r"[A-Za-z]+", english)).lower()
        letters = "".join(sign for sign in short if sign.isalpha()).lower()
        if _within(letters, heads):
            return "initialism"
    small = re.search(r"[a-z]", patterns.PREFIXED.sub("", short).removesuffix("s")) is not None
    initials = not small or (english is None and patterns.SMALL_WITHIN.fullmatch(short) is not None)
    return "initialism" if initials else "abbreviation"


def _within(letters: str, heads: str) -> bool:
    rest = iter(heads)
    return all(letter in rest for letter in letters)


def _syllables(long: str) -> int:
    return len(long) - long.count(" ")
