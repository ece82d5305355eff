"""Who a topic is: a person of the text, someone by the text's words, a body, or nobody who speaks."""

from __future__ import annotations

import re

from sasil.components.quotes import patterns
from sasil.components.quotes.known import Known, Speaker, within
from sasil.components.quotes.topics import Topic

_BRACKET = re.compile(r"\s?[(（][^()（）\n]{1,40}[)）]")
_BEFORE = 20
_ANYONE = ("한", "어느", "어떤", "또")
_LETTER = re.compile(r"(?:[ㄱ-ㅎ]|[A-Z]|[가-힣]{1,2}모)씨?")
_WORD = re.compile(r"\S+")


def voice(known: Known, topic: Topic, *, near: bool) -> Speaker | None:
    """Return who a topic is that may speak, or None; ``near``: nothing but the speech itself can follow the topic."""
    start = _start(known, topic)
    words = known.text[start : topic.end]
    plain = _BRACKET.sub("", words).strip()
    if not plain:
        return None
    return (
        known.foreign(plain)
        or _person(known, start, topic, words)
        or _titled(known, start, plain)
        or _body(known, start, topic, plain, near)
        or _someone(known, start, plain, sure=near and not topic.weak)
    )


def group(known: Known, topic: Topic) -> Speaker | None:
    """Return the people that a topic means without naming any: 주민 60여 명이."""
    start = _start(known, topic)
    return _someone(known, start, _BRACKET.sub("", known.text[start : topic.end]).strip(), sure=False)


def _start(known: Known, topic: Topic) -> int:
    """Return where a topic begins without the dates and the linking words in front of it."""
    start = topic.start
    for word in _WORD.finditer(known.text, topic.start, topic.end):
        dated = any(m.end >= word.end() for m in within(known.dates, word.start(), word.end()))
        other = known.text.startswith("또 다른", word.start())
        if other or not (dated or word[0] in patterns.words_of("edge")):
            return word.start()
        start = word.end()
    return start


def _person(known: Known, start: int, topic: Topic, words: str) -> Speaker | None:
    """Return the person whom a topic names, outside of brackets; of 관계자 or 측 nobody is named."""
    aged = patterns.AGED.match(words)
    persons = [m for m in within(known.persons, start, topic.end) if not _bracketed(known.text, start, m.start)]
    if persons and not patterns.HIDES.search(words[persons[-1].end - start :]):
        return known.person(persons[-1])
    if aged is not None:
        return Speaker(aged[1], None)
    called = patterns.CALLED.search(_BRACKET.sub("", words))
    if called is None:
        return None
    place = known.text.find(called[1], start)
    surely = called[2] == "씨" or len(called[1]) == 3 or known.is_name(place, place + len(called[1]))
    return Speaker(called[1], None) if surely else None


def _bracketed(text: str, start: int, place: int) -> bool:
    return text.count("(", start, place) > text.count(")", start, place)


def _titled(known: Known, start: int, plain: str) -> Speaker | None:
    """Return whom a title means (시장은, 허 시장은), with a name that no mention marks (위준 대표는)."""
    words = plain.split(" ")
    title = words[-1]
    if _LETTER.fullmatch(title):
        return None
    if title not in patterns.titles() and not title.endswith(("책임자", *patterns.titles())):
        return None
    if len(words) > 1:
        named = known.titled(title, words[-2])
        if named is not None or words[0] in _ANYONE:
            return named
        for word in dict.fromkeys((words[-2], *words[:-2])):
            place = known.text.find(word, start)
            if (len(word) > 2 or word == words[-2]) and known.is_name(place, place + len(word)):
                return Speaker(word, _employer(known, start, words, words.index(word)))
        if known.is_proper(start, words[-2]):
            return Speaker(words[-2], None)
    return known.titled(title) if title in patterns.titles() else None


def _employer(known: Known, start: int, words: list[str], name: int) -> str | None:
    """Return the body that stands beside a name and a title: one that is marked, or the one word between the two."""
    bodies = within(known.bodies, start, start + len(" ".join(words)))
    if bodies:
        return known.body(bodies[0].text)
    between = words[name + 1 : -1]
    return known.whole(between[0], start) if len(between) == 1 and not patterns.UNIT.search(between[0]) else None


def _body(known: Known, start: int, topic: Topic, plain: str, near: bool) -> Speaker | None:
    """Return the body that a topic is: one that is marked, a common noun for it, one in marks or of a telling kind."""
    for body in reversed(within(known.bodies, start, topic.end)):
        if body.end == topic.end or _BRACKET.fullmatch(known.text, body.end, topic.end):
            return Speaker(None, known.whole(body.text, start))
    if plain in patterns.words_of("body"):
        return Speaker(None, known.issuer(plain, start))
    quoted = patterns.IN_MARKS.search(plain)
    if quoted is not None:
        return Speaker(None, known.whole(quoted[1], start)) if near and not topic.weak else None
    missed = None if plain.startswith("한 ") else patterns.BODY_TOPIC.search(plain)
    return Speaker(None, known.whole(missed[0], start)) if missed is not None else None


def _someone(known: Known, start: int, plain: str, *, sure: bool) -> Speaker | None:
    """Return someone by the text's words, with the body that they name."""
    counted = patterns.COUNT.search(plain)
    words = plain[: counted.start()] if counted is not None else plain
    last = words.rpartition(" ")[2]
    human = last.endswith(tuple(patterns.words_of("anonymous"))) or words.startswith(("한 ", "또 다른 "))
    mute = last in patterns.words_of("mute") or last.endswith(tuple(patterns.words_of("mute")))
    if not last or (not human and (not sure or mute or last[-1].isdigit())):
        return None
    return called(known, start, words)


def called(known: Known, start: int, words: str) -> Speaker:
    """Return the speaker that words mean which stand at a place and name nobody, with the body that they name."""
    group, _, member = words.partition(" 소속 ")
    if member:
        return Speaker(member, known.whole(_BRACKET.sub("", group), start))
    bodies = within(known.bodies, start, start + len(words))
    body = known.parent(bodies[0].text) if bodies else None
    if words.startswith("한 "):
        front = patterns.IN_FRONT.search(known.text, max(0, start - _BEFORE), start)
        beside = next((m for m in within(known.bodies, start - _BEFORE, start) if m.end == start - 1), None)
        if front is not None:
            return Speaker(front[0] + words, body)
        if beside is not None:
            return Speaker(f"{beside.text} {words}", known.parent(beside.text))
    elif (hidden := patterns.HIDDEN.search(known.text, max(0, start - _BEFORE), start)) is not None:
        return Speaker(hidden[0] + words, body)
    first, _, rest = words.partition(" ")
    if rest and first in patterns.words_of("body") and (not bodies or bodies[0].start > start):
        body = known.issuer(first, start)
    elif body is None and rest and len(first) > 2 and known.whole(first, start) != first:
        body = known.whole(first, start)
    return Speaker(words, body)
