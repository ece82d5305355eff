"""Whose the words of a sentence are that names nobody: the last one's, as long as the text goes on with them."""

from __future__ import annotations

from sasil.components.quotes import patterns, speakers
from sasil.components.quotes.known import Known, Speaker
from sasil.components.quotes.marks import Marked
from sasil.components.quotes.voices import group

_MORE = ("덧붙", "부연", "재차", "거듭")


def same(known: Known, last: tuple[Marked, Speaker] | None, start: int, end: int) -> Speaker | None:
    """Return the last speaker where a sentence says that it is the same: 이 관계자는."""
    match = patterns.SAME.search(known.text, start, end)
    name = last[1].name if last is not None else None
    return last[1] if last is not None and match is not None and name is not None and name.endswith(match[1]) else None


def told_before(known: Known, marked: Marked, floor: int, sentence: int) -> Speaker | None:
    """Return the person of the sentence before a quote that begins its own: 유 의원은 한술 더 떴다. “…”."""
    if floor >= sentence or known.text[sentence : marked.start - 1].strip():
        return None
    return speakers.before(known, floor, sentence, named=True)


def going_on(
    known: Known, marked: Marked, last: tuple[Marked, Speaker] | None, sentence: int, *, same_line: bool
) -> Speaker | None:
    """Return the last speaker where the text goes on with the same one: …며 “…”, 그는 “…”, 이어 “…”."""
    if last is None or last[1].name is last[1].organization is None:
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
    if verb is None or verb[0] in _MORE:
        return last[1] if verb is not None else None
    return last[1] if _is_dropped(known, marked, last[0], sentence, verb.start()) else None


def _is_dropped(known: Known, marked: Marked, last: Marked, sentence: int, verb: int) -> bool:
    """Tell whether a sentence of the next paragraph has no subject of its own: 국민들에게는 “…”고 당부했다."""
    text = known.text
    if patterns.QUOTATIVE.match(text, marked.end + 1) is None or text[last.line_end : marked.line_start].strip():
        return False
    own = (*known.read.topics(sentence, marked.start - 1), *known.read.topics(marked.end + 1, verb))
    return not own


def below(known: Known, marked: Marked) -> Speaker | None:
    """Return the person who is the subject of the line under a quote that fills its own line."""
    text = known.text
    if text[marked.line_start : marked.line_end].strip() != text[marked.start - 1 : marked.end + 1]:
        return None
    blank = patterns.BLANK.match(text, marked.line_end)
    start = blank.end() if blank else marked.line_end
    stop = patterns.SENTENCE_END.search(text, start)
    return speakers.before(known, start, stop.start() if stop else len(text), named=True)


def impersonal(known: Known, marked: Marked, sentence: int) -> Speaker | None:
    """Return the group that words come from which nobody in particular said, else nobody; None for words of someone.

    주민들 사이에서는 “…”는 불만이 나온다 is of 주민들; “…”라는 지적이 있다 is of nobody.
    """
    if patterns.IMPERSONAL.match(known.text, marked.end + 1, marked.line_end) is None:
        return None
    return _group(known, marked, sentence)


def asked(known: Known, marked: Marked, sentence: int) -> Speaker | None:
    """Return whose words they are that the subject of the sentence answers, perhaps nobody's; None for other words.

    What stands written somewhere is nobody's either.
    """
    if patterns.INSCRIBED.match(known.text, marked.end + 1, marked.line_end):
        return Speaker(None, None)
    if patterns.ASKED.match(known.text, marked.end + 1, marked.line_end) is None:
        return None
    return speakers.possessor(known, sentence, marked) or _group(known, marked, sentence)


def _group(known: Known, marked: Marked, sentence: int) -> Speaker:
    among = patterns.AMONG.search(known.text, sentence, marked.start - 1)
    if among is not None:
        return Speaker(among[1], None)
    for topic in known.read.topics(sentence, marked.start - 1):
        if patterns.TURNED.search(known.text, topic.after, marked.start - 1):
            break
        if (found := group(known, topic)) is not None:
            return found
    return Speaker(None, None)
