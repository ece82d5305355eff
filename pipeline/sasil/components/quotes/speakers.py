"""Who said it: the topic before a quote, the one after it, or whose words the quote is said to be."""

from __future__ import annotations

from bisect import bisect_left

from sasil.components.quotes import patterns
from sasil.components.quotes.known import Known, Speaker, within
from sasil.components.quotes.marks import Marked
from sasil.components.quotes.speech import person_behind
from sasil.components.quotes.voices import called, voice

_REACH = 200
_NEAR = 12


def before(known: Known, start: int, end: int, *, named: bool = False) -> Speaker | None:
    """Return the last topic between two places that can speak: someone, or with ``named`` false also a body."""
    start = max(start, end - _REACH)
    at, found = _marked(known, start, end)
    for topic in known.read.topics(start, end):
        if topic.after <= at:
            break
        turned = patterns.TURNED.search(known.text, topic.after, end) is not None
        told = patterns.told().search(known.text, topic.after, end) is not None
        if topic.weak and not told and (turned or known.read.describes(topic.after, end)):
            continue
        speaker = voice(known, topic, near=not named and not turned)
        if speaker is not None and (speaker.name is not None or not named):
            return speaker
    return found


def _marked(known: Known, start: int, end: int) -> tuple[int, Speaker | None]:
    """Return the last person with the particle of a subject, whatever words stand between, and where it ends."""
    for mention in reversed(within(known.persons, start, end)):
        match = patterns.SUBJECT.match(known.text, mention.end, end)
        if match is None or (match[1] in ("이", "가") and known.read.describes(match.end(), end)):
            continue
        return match.end(), known.person(mention)
    return -1, None


def pronoun(known: Known, above: int, floor: int, sentence: int, end: int, last: Speaker | None) -> Speaker | None:
    """Return whom 그는 means: the subject of the paragraph so far, who spoke last or stands last in it, a topic above.

    ``above`` is where to look from for a topic in the paragraphs before, behind the last quote; ``last`` has spoken
    right before ``floor``.
    """
    if patterns.PRONOUN.search(known.text, sentence, end) is None:
        return None
    people = within(known.persons, floor, sentence)
    if people:
        spoke = last if last is not None and last.name is not None else known.person(people[-1])
        return before(known, floor, sentence, named=True) or spoke
    return before(known, floor, sentence, named=True) or _topic(known, above, floor)


def _topic(known: Known, start: int, end: int) -> Speaker | None:
    """Return the last person between two places who is a topic, not a mere subject."""
    for mention in reversed(within(known.persons, start, end)):
        match = patterns.SUBJECT.match(known.text, mention.end, end)
        if match is not None and match[1] not in ("이", "가"):
            return known.person(mention)
    return None


def after(known: Known, start: int, end: int) -> Speaker | None:
    """Return the speaker named after a quote: …고 허성무 시장은 말했다, …는 것이 김 교수의 설명이다."""
    verb = patterns.say().search(known.text, start, end)
    for mention in within(known.persons, start, min(end, start + _REACH)):
        named = patterns.SAID_NAME.match(known.text, mention.end, end)
        if named is not None and (verb is None or mention.start < verb.start()):
            return known.person(mention)
    if verb is None:
        return None
    topics = [*known.read.topics(start, min(end, verb.start() + 1))]
    return next((one for topic in reversed(topics) if (one := voice(known, topic, near=False)) and one.name), None)


def beside(known: Known, floor: int, sentence: int, marked: Marked, limit: int) -> Speaker | None:
    """Return whose words a quote is by the sentence before or behind it: 나 이사장의 말이다. “…”."""
    text = known.text
    if text[sentence : marked.start - 1].strip():
        return None
    if floor < sentence and (found := _of_someone(known, floor, sentence)) is not None:
        return found
    stop = patterns.SENTENCE_END.search(text, marked.end + 1, min(limit, marked.line_end))
    return _of_someone(known, marked.end + 1, stop.end() if stop else min(limit, marked.line_end))


def _of_someone(known: Known, start: int, end: int) -> Speaker | None:
    for person in reversed(within(known.persons, start, end)):
        if patterns.OF_SOMEONE.fullmatch(known.text, person.end, end):
            return known.person(person)
    return None


def bracketed(known: Known, marked: Marked) -> Speaker | None:
    """Return who stands in brackets behind a quote: “…”(한 구급대원)."""
    match = patterns.IN_BRACKETS.match(known.text, marked.end + 1, marked.line_end)
    if match is None:
        dash = patterns.DASH.match(known.text, marked.end + 1, marked.line_end)
        signed = within(known.persons, dash.end(), marked.line_end)[:1] if dash is not None else []
        return known.person(signed[0]) if dash is not None and signed and signed[0].start == dash.end() else None
    persons = within(known.persons, *match.span(1))
    if persons:
        return known.person(persons[0])
    return Speaker(match[1].strip(), None)


def possessor(known: Known, sentence: int, marked: Marked) -> Speaker | None:
    """Return the person right before a quote whose it is: 구 의원의 “…”는 질문에."""
    person = next(iter(within(known.persons, sentence, marked.start)[-1:]), None)
    if person is None or patterns.POSSESSIVE.fullmatch(known.text, person.end, marked.start - 1) is None:
        return None
    return known.person(person)


def owner(known: Known, marked: Marked) -> Speaker | None:
    """Return whose words a quote is said to be: “…”는 할머니의 전화, “배우는 게 즐겁다”는 나은결 씨."""
    behind = person_behind(known.text, marked, known.places)
    if behind is not None:
        return known.person(known.persons[bisect_left(known.places, behind)])
    if (found := possessor(known, max(marked.line_start, marked.start - _REACH), marked)) is not None:
        return found
    match = patterns.OF_SPEECH.match(known.text, marked.end + 1, marked.line_end)
    if match is None or any(m.start < match.end(1) and match.start(1) < m.end for m in known.persons):
        return None
    body = next((m for m in known.bodies if m.end == match.end(1) and m.start >= match.start(1)), None)
    return Speaker(None, known.body(body.text)) if body is not None else called(known, match.start(1), match[1])


def headline(known: Known, marked: Marked) -> Speaker | None:
    """Return who stands right before a quote in a headline: 허성무 시장 “…”, 창원시 “…”."""
    for mention in reversed(within(known.persons, marked.line_start, marked.start)):
        if patterns.BEFORE_QUOTE.match(known.text, mention.end, marked.start - 1):
            return known.person(mention)
    for mention in reversed(within(known.bodies, marked.line_start, marked.start)):
        if not known.text[mention.end : marked.start - 1].strip(" ,:"):
            return Speaker(None, known.body(mention.text))
    noun = patterns.LAST_WORD.search(known.text, max(marked.line_start, marked.start - _NEAR), marked.start - 1)
    if noun is None:
        return None
    if noun[1] in patterns.words_of("body"):
        return Speaker(None, known.first(noun[1])[1])
    if noun[1].endswith("들") or noun[1] in patterns.words_of("anonymous"):
        return Speaker(noun[1], None)
    return known.office(noun[1])
