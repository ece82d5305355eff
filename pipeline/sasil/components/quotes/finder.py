"""The quotes of a text, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.components.quotes import carrying, patterns, speakers
from sasil.components.quotes.interviews import Interview
from sasil.components.quotes.known import Known, Speaker
from sasil.components.quotes.marks import Marked
from sasil.components.quotes.speech import spoken_words
from sasil.doc import Word
from sasil.record import Mention, Organization, Person, Quote

_NOBODY = Speaker(None, None)
_MOST = 200
_REACH = 600
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
    spoken = spoken_words(text, title_end, mentions)
    if not spoken:
        return []
    known = Known(text, words, mentions, people, organizations)
    interview = Interview(known, title_end, spoken)
    found: list[tuple[Marked, Speaker]] = []
    last: tuple[Marked, Speaker] | None = None
    for position, marked in enumerate(spoken):
        limit = spoken[position + 1].start - 1 if position + 1 < len(spoken) else len(text)
        if marked.line_end <= title_end:
            speaker = speakers.headline(known, marked)
        else:
            speaker = interview.answer(marked) or _speaker(known, marked, last, limit)
        found.append((marked, speaker or interview.other(marked) or _NOBODY))
        if patterns.ASKED.match(text, marked.end + 1) is None:  # a question keeps the one who spoke before
            last = found[-1]
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
    spoke = last[1] if last is not None and same_line else None
    floor = last[0].end + 1 if last is not None and same_line else marked.line_start
    floor = max(floor, marked.start - _REACH)
    above = max(last[0].end + 1 if last is not None else 0, floor - _REACH)
    breaks = [end.end() for end in patterns.SENTENCE_END.finditer(text, floor, marked.start - 1)]
    sentence = breaks[-1] if breaks else floor
    stop = patterns.SENTENCE_END.search(text, marked.end + 1, min(limit, marked.line_end))
    return (
        carrying.asked(known, marked, sentence)
        or carrying.same(known, last, sentence, marked.start - 1)
        or speakers.before(known, sentence, marked.start - 1)
        or speakers.bracketed(known, marked)
        or speakers.owner(known, marked)
        or carrying.impersonal(known, marked, sentence)
        or speakers.after(known, marked.end + 1, stop.start() if stop else min(limit, marked.line_end))
        or speakers.pronoun(known, above, floor, sentence, marked.start - 1, spoke)
        or speakers.beside(known, floor, sentence, marked, limit)
        or (None if same_line else carrying.told_before(known, marked, floor, sentence))
        or carrying.going_on(known, marked, last, sentence, same_line=same_line)
        or speakers.before(known, floor, marked.start - 1)
        or carrying.below(known, marked)
    )


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
