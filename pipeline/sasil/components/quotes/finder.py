"""The quotes of a text, each with its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sasil.components.quotes import patterns, speakers
from sasil.components.quotes.marks import Marked, is_quote, marked_words
from sasil.components.quotes.speakers import Known, Speaker
from sasil.doc import Word
from sasil.record import Mention, Organization, Person, Quote

_NOBODY = Speaker(None, None)
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
    known = Known(text, words, mentions, people, organizations)
    found: list[tuple[Marked, Speaker]] = []
    for position, marked in enumerate(spoken):
        limit = spoken[position + 1].start - 1 if position + 1 < len(spoken) else len(text)
        if marked.line_end <= title_end:
            found.append((marked, speakers.headline(known, marked) or _NOBODY))
        else:
            found.append((marked, _speaker(known, marked, found[-1] if found else None, limit)))
    quotes = [_quote(text, marked, speaker) for marked, speaker in found]
    return [_settled(quote, quotes, title_end) for quote in quotes]


def _title_end(text: str) -> int:
    """Return where the title and the sub-titles end: before the first line of the body, or -1 where there are none."""
    body = patterns.BODY.search(text)
    return (len(text) if body is None else body.start()) - 1


def _speaker(known: Known, marked: Marked, last: tuple[Marked, Speaker] | None, limit: int) -> Speaker:
    text = known.text
    same_line = last is not None and last[0].line_start == marked.line_start
    floor = last[0].end + 1 if last is not None and same_line else marked.line_start
    breaks = [end.end() for end in patterns.SENTENCE_END.finditer(text, floor, marked.start - 1)]
    sentence = breaks[-1] if breaks else floor
    subject = speakers.before(known, sentence, marked.start - 1)
    if subject is not None:
        return subject
    stop = patterns.SENTENCE_END.search(text, marked.end + 1, min(limit, marked.line_end))
    told = speakers.after(known, marked.end + 1, stop.start() if stop else min(limit, marked.line_end))
    if told is not None:
        return told
    going_on = _going_on(known, marked, last, sentence, same_line)
    return going_on or _alone(known, marked, floor) or _below(known, marked) or _NOBODY


def _going_on(
    known: Known, marked: Marked, last: tuple[Marked, Speaker] | None, sentence: int, same_line: bool
) -> Speaker | None:
    """Return the last speaker where the text goes on with the same one: …며 “…”, 그는 “…”, 이어 “…”."""
    if last is None or last[1] == _NOBODY:
        return None
    text = known.text
    if (
        same_line
        or patterns.bridge().match(text, sentence, marked.start)
        or text[sentence : marked.start - 1].isspace()
    ):
        return last[1]
    verb = patterns.say().search(text, marked.end + 1, marked.line_end)
    return last[1] if verb is not None and verb[0] in ("덧붙", "부연", "재차", "거듭") else None


def _alone(known: Known, marked: Marked, floor: int) -> Speaker | None:
    """Return the only subject of the paragraph before the quote's sentence."""
    return speakers.before(known, floor, marked.start - 1)


def _below(known: Known, marked: Marked) -> Speaker | None:
    """Return the subject of the line after a quote that fills its own line."""
    text = known.text
    if text[marked.line_start : marked.line_end].strip() != text[marked.start - 1 : marked.end + 1]:
        return None
    stop = patterns.SENTENCE_END.search(text, marked.line_end + 1)
    return speakers.before(known, marked.line_end + 1, stop.start() if stop else len(text))


def _quote(text: str, marked: Marked, speaker: Speaker) -> Quote:
    return Quote(
        text=text[marked.start : marked.end],
        speaker=speaker.name,
        organization=speaker.organization,
        span=(marked.start, marked.end),
        by="quotes.speech" if marked.double else "quotes.single",
    )


def _settled(quote: Quote, quotes: Sequence[Quote], title_end: int) -> Quote:
    """Give a headline quote the speaker of the quote in the article that it shortens."""
    if quote.speaker is not None or quote.span[1] > title_end:
        return quote
    stems = [word[:2] for word in _WORD.findall(quote.text)]
    for other in quotes:
        if other.span[0] > title_end and other.speaker and len(stems) > 2:
            shared = sum(stem in other.text for stem in stems)
            if shared >= 0.75 * len(stems):
                return quote.model_copy(update={"speaker": other.speaker, "organization": other.organization})
    return quote
