"""Find the names of events in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sasil.components.events.context import (
    MEETS,
    SENTENCE_END,
    belongs_to_a_body,
    is_definite,
    is_named_by_what_precedes,
    line,
    recurs,
    sentence,
)
from sasil.components.events.counted import counted_names
from sasil.components.events.patterns import (
    AFTER_ITEM,
    BARRIER,
    CALLED,
    CALLED_BY,
    DAY,
    DESCRIBED,
    FACILITY,
    HELD,
    HELD_AT,
    ITEM,
    LABELLED,
    LONGEST,
    MEETING,
    NOT_CALLED,
    NOTICE,
    NUMBERED,
    ORDINAL,
    QUOTED,
    SAYING,
    SESSION,
    TIMELINE,
    YEAR,
    YEAR_BEHIND,
    head_of,
    head_pattern,
    head_places,
    heads,
    words_of,
)
from sasil.components.events.phrases import Phrase, ends_noun, phrase_at, reading, trimmed
from sasil.components.projects.context import places_of
from sasil.components.projects.patterns import head_of as head_of_project
from sasil.components.projects.reading import Reading
from sasil.doc import Word
from sasil.record import Mention, NameMention

Found = tuple[int, int, str]
_MOST_NAMES = 200
_GENERAL = {"회의", "대회", "행사"}
"""Heads too general to stand for a compound that ends with them: 회의 for 점검회의."""


def find_event_names(text: str, words: Sequence[Word], known: Iterable[Mention] = ()) -> list[NameMention]:
    """Return the names of events in a text, in its order.

    ``words`` are the words of the text with their Kiwi tags, ``known`` the mentions found before: a name does not go
    across dates, people, organisations and projects.

    >>> words = [Word(0, 2, "물길", "NNG"), Word(3, 6, "설명회", "NNG"), Word(6, 7, "를", "JKO")]
    >>> [name.text for name in find_event_names("물길 설명회를 연다", words)]
    ['물길 설명회']
    """
    read = reading(text, words, known)
    phrases: list[Phrase] = []
    for phrase in _phrases(read):
        if phrases and phrases[-1].start >= phrase.start and text.endswith("의 날", 0, phrases[-1].end):
            phrases.pop()  # 군민의 날 기념식 is one name
        phrases.append(phrase)
    found = _apart(
        [
            *_labelled(read),
            *_quoted(read),
            *_scheduled(read, phrases),
            *_running(read, phrases),
            *counted_names(read),
        ]
    )
    found = [name for name in found if not _calls_another(text, name, found)]
    found = _apart([*found, *_repeated(read, found), *_short(read, found, phrases)])
    return [NameMention(type="EVENT", start=s, end=e, text=text[s:e], by=by) for s, e, by in sorted(found)]


def _phrases(read: Reading) -> Iterator[Phrase]:
    """Give the noun phrases that end with a head; a head may begin inside what is none (업무보고 in 업무보고회)."""
    place = 0
    for start in head_places(read.text):
        match = head_pattern().match(read.text, start) if start >= place else None
        phrase = phrase_at(read, start, match.end()) if match is not None else None
        if match is not None and phrase is not None:
            place = match.end()
            yield phrase


def _calls_another(text: str, name: Found, found: Sequence[Found]) -> bool:
    """Tell whether a name only says what the one in marks behind it is: 로봇 전시회 ‘…’."""
    mark = CALLED_BY.match(text, name[1])
    return mark is not None and any(start == mark.end() and head_of(text[start:end]) is None for start, end, _ in found)


def _labelled(read: Reading) -> Iterator[Found]:
    """Give the values of 행사명 and its kin."""
    for match in LABELLED.finditer(read.text):
        start, surface = match.start(1), match[1].rstrip()
        inner = QUOTED.match(surface)
        if inner is not None:
            start, surface = start + inner.start(inner.lastindex or 1), inner[inner.lastindex or 1]
        yield trimmed(read, start, start + len(surface)), start + len(surface), "events.label"


def _quoted(read: Reading) -> Iterator[Found]:
    """Give the names in marks: those with a head, and those that are numbered and held."""
    for match in QUOTED.finditer(read.text):
        start, end = match.span(match.lastindex or 1)
        surface = read.text[start:end]
        if SAYING.search(surface) or surface != surface.strip() or recurs(read, start, end):
            continue
        head = head_of(YEAR_BEHIND.sub("", surface))
        if head is None:
            if _is_held_as_named(read, match.start(), match.end(), surface):
                yield start, end, "events.quoted"
        elif heads()[head] == "sure":
            yield _past_year(surface, start), end, "events.quoted"
        elif YEAR_BEHIND.search(surface):
            yield trimmed(read, start, end), end, "events.quoted"
        elif surface != head and not DESCRIBED.match(surface):
            yield trimmed(read, start, end - len(head)), end, "events.quoted"


def _is_held_as_named(read: Reading, start: int, end: int, surface: str) -> bool:
    """Tell whether words in marks without a head are a gathering: numbered and held, called one, or at some hour."""
    head = head_of_project(surface)
    if FACILITY.search(surface) or NOT_CALLED.search(read.text, max(0, start - 6), start):
        return False
    if head is not None and (head.kind != "work" or surface.endswith(f" {head.form}")):
        return False
    if HELD.match(read.text, end) and (NUMBERED.match(surface) or _is_dated(read, start, end)):
        return True
    if CALLED.search(read.text, max(0, start - 12), start) and (HELD_AT.match(read.text, end) or surface[-1].isdigit()):
        return True
    return HELD_AT.match(read.text, end) is not None and any(
        m.type == "TIME" and 0 <= start - m.end <= 2 for m in read.known_from(max(0, start - 40), start)
    )


def _is_dated(read: Reading, start: int, end: int) -> bool:
    """Tell whether a day or an hour stands in the sentence."""
    near = read.known_from(*sentence(read.text, start, end))
    return any(m.type == "TIME" or (m.type == "DATE" and DAY.search(m.text)) for m in near)


def _past_year(surface: str, start: int) -> int:
    """Return the start of a name in marks without the year in front, which no gathering's own name begins with."""
    year = YEAR.match(surface)
    return start + year.end() if year is not None else start


def _scheduled(read: Reading, phrases: Sequence[Phrase]) -> Iterator[Found]:
    """Give the gatherings that label a line, fill a cell, or follow a clock time in a programme."""
    times = {mention.end: mention.start for mention in read.known if mention.type == "TIME"}
    for phrase in phrases:
        start = _item_start(read, phrase, times)
        if read.text[start : phrase.end] in words_of("talk") or (start == phrase.head and phrase.kind != "sure"):
            continue
        rule = _rule(read, replace(phrase, start=start), times)
        if rule is not None:
            yield start, phrase.end, rule


def _item_start(read: Reading, phrase: Phrase, times: dict[int, int]) -> int:
    """Return where the item of a programme begins whose name a phrase ends: behind its hour, or with its cell."""
    text = read.text
    floor = max(0, phrase.start - LONGEST)
    cell = text.rfind("| ", floor, phrase.start)
    hours = [m.end for m in read.known_from(floor, phrase.start) if m.end in times and m.end < phrase.start]
    hour = hours[-1] if hours else -1
    start = max(cell + 2 if cell >= 0 else 0, hour + 1)
    first, last = line(text, phrase.start)
    if start == 0 or (hour > cell and not TIMELINE.fullmatch(text, first, times[hour])):
        return phrase.start
    before = text[start : phrase.start]
    told = hour > cell and SENTENCE_END.search(f"{text[phrase.end : last]} ") is not None
    parted = BARRIER.search(before) or before.startswith(" ") or any(head_of(word) for word in before.split())
    return phrase.start if told or parted else start


def _rule(read: Reading, phrase: Phrase, times: dict[int, int]) -> str | None:
    """Return the rule by which a phrase is an item of a schedule."""
    text = read.text
    first, _ = line(text, phrase.start)
    item = ITEM.match(text, first)
    begins = item is not None and item.end() == phrase.start
    after = AFTER_ITEM.match(text, phrase.end)
    placed = begins or text[max(0, phrase.start - 2) : phrase.start] in ("/ ", "- ", "| ")
    if after is not None and (placed or "=" in after[0]):
        acts = "," in after[0] and MEETS.search(text, phrase.head, phrase.end) is not None
        if not acts and any(m.type in ("DATE", "TIME") for m in read.known_from(after.end())):
            return "events.schedule"
    if begins and NOTICE.match(text, phrase.end):
        return "events.notice"
    if phrase.start - 1 in times and TIMELINE.fullmatch(text, first, times[phrase.start - 1]):
        return "events.programme"
    return "events.cell" if _is_cell(text, phrase.start, phrase.end) and _timed_row(read, phrase.start) else None


def _is_cell(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if before.endswith("\n") and after.startswith("(") and "|" not in text[slice(*line(text, start))]:
        return False
    return before.endswith(("| ", "\n")) and after.startswith((" |", "\n", " 및", "("))


def _timed_row(read: Reading, place: int) -> bool:
    return any(m.type == "TIME" for m in read.known_from(*line(read.text, place)))


def _running(read: Reading, phrases: Sequence[Phrase]) -> Iterator[Found]:
    """Give the definite gatherings of running text."""
    for phrase in phrases:
        ordinal = ORDINAL.match(read.text, phrase.start, phrase.end) is not None
        if phrase.bare and SESSION.search(read.text, max(0, phrase.start - 4), phrase.start):
            continue
        bare = phrase.bare and not (phrase.kind == "sure" or MEETING.fullmatch(read.text, phrase.start, phrase.end))
        talk = read.text[phrase.start : phrase.end] in words_of("talk")
        if not bare and not talk and (ordinal or is_definite(read, phrase)):
            yield phrase.start, phrase.end, f"events.{phrase.kind}"


def _repeated(read: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Give the other places of names that are known, as they are written."""
    names = {read.text[start:end] for start, end, _ in found}
    whole = sorted((name for name in names if len(name) >= 4 and head_of(name) != name), key=len, reverse=True)
    if not whole:
        return
    for start, name in places_of(read.text, whole[:_MOST_NAMES]):
        end = start + len(name)
        glued = start > 0 and read.text[start - 1].isalnum()
        if not glued and ends_noun(read, end) and not belongs_to_a_body(read.text, end):
            yield start, end, "events.repeated"


def _short(read: Reading, found: Sequence[Found], phrases: Sequence[Phrase]) -> Iterator[Found]:
    """Give the phrases that are a known name with other blanks, or its last words (보고회, 원탁회의)."""
    names = {read.text[start:end] for start, end, _ in found}
    plain = {"".join(name.split()) for name in names}
    whole = {head for name in names if (head := head_of(name)) is not None}
    shorts = whole | {head[i:] for head in whole for i in range(1, len(head)) if head[i:] in heads()} - _GENERAL
    tails = {name[i:] for name in names for i in range(1, len(name) - 3)}
    for phrase in phrases:
        surface = read.text[phrase.start : phrase.end]
        known = "".join(surface.split()) in plain or (not phrase.bare and surface in tails)
        if known and not belongs_to_a_body(read.text, phrase.end):
            yield phrase.start, phrase.end, "events.repeated"
        elif surface in shorts and is_named_by_what_precedes(read, phrase):
            yield phrase.start, phrase.end, "events.short"


def _apart(found: Iterable[Found]) -> list[Found]:
    """Keep of names that overlap the one that was found first."""
    kept: list[Found] = []
    taken: set[int] = set()
    for name in found:
        places = range(name[0], name[1])
        if name[0] < name[1] and taken.isdisjoint(places):
            kept.append(name)
            taken.update(places)
    return kept
