"""Coinages letter by letter: a short form whose letters are the first ones of words that stand near."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sasil.components.acronyms import patterns
from sasil.components.acronyms.long_forms import Reading, chain
from sasil.record import Component

_LATIN = re.compile(r"[A-Za-z]")
_HANGUL = re.compile(r"[가-힣]")
_SMALL = frozenset(["of", "and", "the", "for", "in", "to", "on", "a", "an", "with", "by"])
_MOST = 24
_NEAR = 250
_FAR = 20_000
"""Signs within which a text says what a coinage's number means: more than an article has, so that time grows evenly."""


class Item(NamedTuple):
    """One member of a run: its place, and what the text gives as Korean, as English and as the letter."""

    start: int
    end: int
    ko: str | None
    en: str | None
    letter: str | None


class Coinage(NamedTuple):
    """A short form made of letters, with its parts."""

    short: str
    components: list[Component]
    by: str


def find_coinages(reading: Reading) -> Iterator[Coinage]:
    """Give the coinages of a text: Latin ones by runs of words in two languages or by letters, Korean ones by lists."""
    candidates = _candidates(reading.text)
    runs = [*_runs(reading), *_letter_runs(reading.text), *_inner_runs(reading.text)] if candidates else []
    for run in runs:
        fitting = [(short, found) for short in candidates if (found := _aligned(reading.text, short, run)) is not None]
        for short, found in fitting:
            if not any(longer != short and longer.startswith(short) for longer, _ in fitting):
                components = [Component(letters=letters, ko=item.ko, en=item.en) for letters, item in found]
                yield Coinage(
                    short, components + _number(reading, short, found[0][1].start, found[-1][1].end), "acronyms.letters"
                )
    yield from _korean(reading.text)


def _candidates(text: str) -> list[str]:
    found = dict.fromkeys(match[0] for match in patterns.CANDIDATE.finditer(text))
    return [short for short in found if 2 <= len(_letters(short)) <= 15 and sum(map(str.isupper, short)) >= 2]


def _letters(short: str) -> str:
    return "".join(sign for sign in short if sign.isalpha())


def _runs(reading: Reading) -> Iterator[list[Item]]:
    """Give the runs of bracketed words that follow one another: 로봇(Robot), 지능형 반도체(Intelligent …)."""
    run: list[Item] = []
    last = 0
    for bracket in patterns.BRACKET.finditer(reading.text):
        inside = bracket[1].strip()
        gap = reading.text[last : bracket.start()] if run else ""
        separator = patterns.ITEM_GAP.match(gap) if 0 < len(gap) <= 40 and "\n" not in gap.strip("\n") else None
        if separator is None or len(run) >= _MOST:
            if len(run) > 1:
                yield run
            run, start = [], _first_start(reading, bracket.start())
        else:
            start = last + separator.end()
        item = None if start is None else _item(start, bracket.end(), reading.text[start : bracket.start()], inside)
        if item is None:
            if len(run) > 1:
                yield run
            run = []
        else:
            run.append(item)
        last = bracket.end()
    if len(run) > 1:
        yield run


def _first_start(reading: Reading, end: int) -> int | None:
    """Return where the first member begins: after the line's or sentence's beginning, else by its bare nouns."""
    head = reading.text[max(0, end - 60) : end]
    english = re.search(r"(?<![A-Za-z])[A-Z][A-Za-z&\-]*(?: [A-Za-z&\-]+){0,4}$", head)
    if english is not None:
        return end - len(english[0])
    starts = chain(reading, end)
    return starts[-1] if starts else None


def _item(start: int, end: int, outside: str, inside: str) -> Item | None:
    """Read one member, Korean and English in either order, perhaps after its letter (D는 데이터(Data))."""
    letter = patterns.LETTER.match(outside)
    if letter is not None:
        outside = outside[letter.end() :]
    outside = outside.strip(" ‘’“”'\"▲▷△●•-–")
    single = re.fullmatch(r"[A-Z]", outside)
    if single is not None:
        ko, en = _both(inside)
        return Item(start, end, ko, en, outside)
    given = letter[1] if letter is not None else None
    if re.fullmatch(r"[A-Z]", inside) and _HANGUL.search(outside):
        return Item(start, end, outside, None, inside)
    if _HANGUL.search(outside) and inside[:1].isascii() and _LATIN.match(inside):
        return Item(start, end, outside, _both(inside)[1] or inside, given)
    if _LATIN.match(outside) and _HANGUL.search(inside):
        return Item(start, end, inside, outside, given)
    return None


def _both(inside: str) -> tuple[str | None, str | None]:
    """Read what a bracket gives after a letter: (Smart·스마트), (데이터)."""
    parts = [part.strip() for part in re.split(r"\s*[,·/:]\s*(?=[가-힣])|(?<=[가-힣])\s*[,·/:]\s*(?=[A-Za-z])", inside)]
    ko = next((part for part in parts if _HANGUL.search(part)), None)
    en = next((part for part in parts if _LATIN.match(part) and not _HANGUL.search(part)), None)
    return ko, en


def _letter_runs(text: str) -> Iterator[list[Item]]:
    """Give the runs of letters explained one by one, also without brackets: S는 안전, M은 이동을 뜻한다."""
    run: list[Item] = []
    for match in patterns.LETTERS_GIVEN.finditer(text):
        ko, en = _both(match[2].strip())
        if match[3]:
            inner = _both(match[3])
            ko, en = ko or inner[0], en or inner[1]
        if run and (match.start() - run[-1].end > 40 or len(run) >= _MOST):
            if len(run) > 1:
                yield run
            run = []
        run.append(Item(match.start(), match.end(), ko, en, match[1]))
    if len(run) > 1:
        yield run


def _inner_runs(text: str) -> Iterator[list[Item]]:
    """Give the English lists inside one bracket: SMART(Safety, Mobility, Art, Rest, Technology)."""
    for bracket in patterns.BRACKET.finditer(text):
        parts = [part.strip() for part in bracket[1].split(",")]
        if 3 <= len(parts) <= _MOST and all(_LATIN.match(part) and part.isascii() for part in parts):
            yield [Item(bracket.start(), bracket.end(), None, part, None) for part in parts]


def _aligned(text: str, short: str, run: Sequence[Item]) -> list[tuple[str, Item]] | None:
    """Return the members whose letters make the short form, each with its letters, or None."""
    letters = _letters(short)
    for first in range(len(run)):
        chunks = _chunks(letters.lower(), run[first:])
        if chunks is not None and len(chunks) > 1:
            members = run[first : first + len(chunks)]
            if len(chunks) < 3 and not _cued(text, short, members):
                continue
            sizes = [sum(chunks[:n]) for n in range(len(chunks) + 1)]
            return [(letters[a:b], item) for a, b, item in zip(sizes, sizes[1:], members, strict=False)]
    return None


def _cued(text: str, short: str, members: Sequence[Item]) -> bool:
    around = text[max(0, members[0].start - _NEAR) : members[-1].end + _NEAR]
    return short in around and patterns.CUE.search(around) is not None


def _chunks(letters: str, items: Sequence[Item]) -> list[int] | None:
    """Return how many letters each of the first items gives, so that all letters are used; None where they do not."""
    if not letters:
        return []
    if not items:
        return None
    for size in _sizes(letters, items[0]):
        rest = _chunks(letters[size:], items[1:])
        if rest is not None:
            return [size, *rest]
    return None


def _sizes(letters: str, item: Item) -> list[int]:
    """Return the numbers of letters that an item may give: its first, its words' first ones, its beginning."""
    if item.letter is not None:
        return [1] if letters[0] == item.letter.lower() else []
    if item.en is None:
        return []
    words = [word for word in re.findall(r"[A-Za-z]+", item.en.lower()) if word not in _SMALL]
    if not words:
        return []
    heads = "".join(word[0] for word in words)
    sizes = [size for size in range(len(heads), 1, -1) if letters.startswith(heads[:size]) and size == len(heads)]
    if letters[0] == words[0][0]:
        sizes.insert(0, 1)
    sizes += [size for size in range(2, 5) if letters.startswith(words[0][:size]) and len(words[0]) >= size]
    return list(dict.fromkeys(sizes))


def _number(reading: Reading, short: str, start: int, end: int) -> list[Component]:
    """Return the number or the plus of a coinage with what the text says that it means, or nothing."""
    if short.endswith("+"):
        plus = patterns.PLUS.search(reading.text, start, end + _NEAR)
        return [] if plus is None else [Component(letters="+", ko=plus[1])]
    digits = re.search(r"\d+$", short)
    if digits is None:
        return []
    line = reading.text.rfind("\n", 0, start) + 1
    stop = end + _FAR
    meaning = _meaning(reading, digits[0], line, stop)
    meaning = meaning or (_meaning(reading, digits[0], max(0, line - _FAR), stop) if line else None)
    listed = patterns.NUMBER_LISTED.match(reading.text, end) if meaning is None else None
    if listed is not None and re.search(rf"(?<!\d){digits[0]}(?!\d)", listed[1]):
        meaning = listed[1]
    return [] if meaning is None else [Component(letters=digits[0], ko=meaning)]


def _meaning(reading: Reading, digits: str, start: int, stop: int) -> str | None:
    text = reading.text
    subject = rf"(?<![0-9A-Za-z.,])[‘'“\"]?{digits}[’'”\"]?(?:은|는|이|가|에는|이란)\s([^\n.]{{2,80}}?)"
    said = rf"(?:{patterns.MEANING}|{patterns.SENSE})"
    forward = re.compile(subject + said).search(text, start, stop)
    if forward is not None:
        ends = [cut.end() for cut in patterns.ADVERBIAL.finditer(forward[1])]
        return forward[1][ends[-1] if ends else 0 :].strip(" ‘’“”'\"")
    mark = rf"[‘'“\"]?{digits}[’'”\"]?(?:을|를|이|가|은|는)"
    backward = re.compile(rf"{patterns.MEANING_BEFORE}{mark}").search(text, start, stop)
    if backward is not None:
        starts = chain(reading, backward.start())
        return text[starts[-1] : backward.start()] if starts else None
    sense = re.compile(patterns.SENSE_BEFORE + mark).search(text, start, stop)
    if sense is not None:
        clause = sense[0][: sense.end(1) - sense.start() + 1]
        return patterns.LISTED.split(clause)[-1].strip()
    bracket = re.compile(rf"(?<![0-9A-Za-z])[‘'“\"]?{digits}[’'”\"]?\(([가-힣0-9][^()\n]{{2,40}})\)").search(
        text, start, stop
    )
    return None if bracket is None else bracket[1]


def _korean(text: str) -> Iterator[Coinage]:
    """Give the Korean coinages: 청년·바다·지역의 첫 글자를 딴 ‘청바지’."""
    for cue in patterns.CLIP_CUE.finditer(text):
        members = patterns.CLIP_LIST.search(text, max(0, cue.start() - 90), cue.start())
        if members is None:
            continue
        around = text[max(0, cue.start() - 120) : cue.end() + 120]
        items = [re.sub(r"\(.*\)", "", part).strip() for part in re.split(r"[,·ㆍ]|[와과] | 및 ", members[0])]
        items[0] = re.split(r"(?<=[은는이가]) ", items[0])[-1]
        for first in range(len(items) - 1):
            short = "".join(item[:1] for item in items[first:])
            if re.search(rf"(?<![가-힣]){short}(?![가-힣]{{3}})", around):
                yield Coinage(short, [Component(letters=m[0], ko=m) for m in items[first:]], "acronyms.letters")
                break
