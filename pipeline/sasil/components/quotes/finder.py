"""The quotes of a text, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.components.quotes import patterns, speakers
from sasil.components.quotes.interviews import Interview
from sasil.components.quotes.known import Known, Speaker
from sasil.components.quotes.marks import Marked, is_quote, marked_words
from sasil.doc import Word
from sasil.record import Mention, Organization, Person, Quote

_NOBODY = Speaker(None, None)
_MOST = 200
_WORD = re.compile(r"[가-힣A-Za-z0-9]{2,}")


def find_quotes(
    text: str,
    words: Sequence[Word],
    mentions: Sequence[Mention],
    people: Sequence[Person],
    organizations: Sequence[Organization] = (),
) -> list[Quote]:
    """Return the quotes of a text in order: the words between marks, the speaker's full name and organisation.

    ``people`` and ``organizations`` give the full forms of the names among ``mentions``; ``words`` tell common nouns.

    >>> [quote.text for quote in find_quotes("시장은 “곧 착공한다”고 말했다.", [], [], [])]
    ['곧 착공한다']
    """
    title_end = _title_end(text)
    spoken = [m for m in marked_words(text) if is_quote(text, m, headline=m.line_end <= title_end)]
    if not spoken:
        return []
    known = Known(text, words, mentions, people, organizations)
    interview = Interview(known, title_end, spoken)
    found: list[tuple[Marked, Speaker]] = []
    for position, marked in enumerate(spoken):
        limit = spoken[position + 1].start - 1 if position + 1 < len(spoken) else len(text)
        last = found[-1] if found else None
        if marked.line_end <= title_end:
            speaker = speakers.headline(known, marked)
        else:
            speaker = interview.answer(marked) or _speaker(known, marked, last, limit)
        found.append((marked, speaker or interview.other(marked) or _NOBODY))
    quotes = [_quote(text, marked, speaker) for marked, speaker in found]
    told = [quote for quote in quotes if quote.span[0] > title_end and quote.speaker][:_MOST]
    return [_settled(quote, told) if quote.span[1] <= title_end else quote for quote in quotes]


def _title_end(text: str) -> int:
    """Return where the title and the sub-titles end: before the first line of the body, or -1 where there are none."""
    body = patterns.BODY.search(text)
    return (len(text) if body is None else body.start()) - 1


def _speaker(known: Known, marked: Marked, last: tuple[Marked, Speaker] | None, limit: int) -> Speaker | None:
    text = known.text
    same_line = last is not None and last[0].line_start == marked.line_start
    floor = last[0].end + 1 if last is not None and same_line else marked.line_start
    breaks = [end.end() for end in patterns.SENTENCE_END.finditer(text, floor, marked.start - 1)]
    sentence = breaks[-1] if breaks else floor
    stop = patterns.SENTENCE_END.search(text, marked.end + 1, min(limit, marked.line_end))
    return (
        _same(known, last, sentence, marked.start - 1)
        or speakers.before(known, sentence, marked.start - 1)
        or speakers.bracketed(known, marked)
        or speakers.owner(known, marked)
        or speakers.after(known, marked.end + 1, stop.start() if stop else min(limit, marked.line_end))
        or speakers.pronoun(known, floor, sentence, marked.start - 1)
        or (None if same_line else _told_before(known, marked, floor, sentence))
        or _going_on(known, marked, last, sentence, same_line)
        or speakers.before(known, floor, marked.start - 1)
        or _below(known, marked)
    )


def _same(known: Known, last: tuple[Marked, Speaker] | None, start: int, end: int) -> Speaker | None:
    """Return the last speaker where a sentence says that it is the same: 이 관계자는."""
    match = patterns.SAME.search(known.text, start, end)
    name = last[1].name if last is not None else None
    return last[1] if last is not None and match is not None and name is not None and name.endswith(match[1]) else None


def _told_before(known: Known, marked: Marked, floor: int, sentence: int) -> Speaker | None:
    """Return the person of the sentence before a quote that begins its own: 유 의원은 한술 더 떴다. “…”."""
    alone = not known.text[sentence : marked.start - 1].strip()
    return speakers.before(known, floor, sentence, named=True) if alone and floor < sentence else None


def _going_on(
    known: Known, marked: Marked, last: tuple[Marked, Speaker] | None, sentence: int, same_line: bool
) -> Speaker | None:
    """Return the last speaker where the text goes on with the same one: …며 “…”, 그는 “…”, 이어 “…”."""
    if last is None or last[1] == _NOBODY:
        return None
    text = known.text
    if (
        same_line
        or patterns.UNFINISHED.fullmatch(text, last[0].end + 1, marked.start - 1)
        or patterns.bridge().match(text, sentence, marked.start)
        or text[sentence : marked.start - 1].isspace()
    ):
        return last[1]
    verb = patterns.say().search(text, marked.end + 1, marked.line_end)
    return last[1] if verb is not None and verb[0] in ("덧붙", "부연", "재차", "거듭") else None


def _below(known: Known, marked: Marked) -> Speaker | None:
    """Return the person who is the subject of the line under a quote that fills its own line."""
    text = known.text
    if text[marked.line_start : marked.line_end].strip() != text[marked.start - 1 : marked.end + 1]:
        return None
    blank = patterns.BLANK.match(text, marked.line_end)
    start = blank.end() if blank else marked.line_end
    stop = patterns.SENTENCE_END.search(text, start)
    return speakers.before(known, start, stop.start() if stop else len(text), named=True)


def _quote(text: str, marked: Marked, speaker: Speaker) -> Quote:
    return Quote(
        text=text[marked.start : marked.end],
        speaker=speaker.name,
        organization=speaker.organization,
        span=(marked.start, marked.end),
        by="quotes.speech",
    )


def _settled(quote: Quote, told: Sequence[Quote]) -> Quote:
    """Give a headline quote the speaker of the quote in the article that it shortens."""
    stems = [] if quote.speaker is not None else [word[:2] for word in _WORD.findall(quote.text)]
    for other in told if len(stems) > 2 else ():
        if sum(stem in other.text for stem in stems) >= 0.75 * len(stems):
            return quote.model_copy(update={"speaker": other.speaker, "organization": other.organization})
    return quote
