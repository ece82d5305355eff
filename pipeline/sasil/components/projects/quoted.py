"""Names in marks: ‘ ’ 「 」 『 』 < > and their kin, and “ ” around a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.projects.patterns import LONGEST, Head, head_of, is_broad, is_generic
from sasil.components.projects.phrases import is_name, trim
from sasil.components.projects.reading import Reading

_INSIDE = r"(?:[^\n‘’“”「」『』<>《》〈〉\"]|[’‘](?=\d\d)){2,80}"
_QUOTED = re.compile(
    rf"‘({_INSIDE})’|「({_INSIDE})」|『({_INSIDE})』|《({_INSIDE})》|〈({_INSIDE})〉|<({_INSIDE})>"
    rf"|“({_INSIDE})”|(?<![\w'])'([^\n'‘’“”]{{2,80}})'(?![A-Za-z0-9])|\"([^\n\"“”]{{2,80}})\""
)
_MARK = re.compile("[‘「『《〈<“'\"]")
_CLOSED = re.compile(r"([^\n‘’]{4,80})’")
_NO_NAME = re.compile(
    r"(?:다|요|라|까|자|기를|[은는이가를]|(?<![마고])을|에서|으로|하고|하며)$|[.!?]$|(?:(?<![마고가노])을|를) |다[.,] "
)
_FUNDS = ("펀드", "기금")
_SPEECH = "“\"'"
_BESIDE = 14
_AFTER_DATE = re.compile(r"(?:까지|부터|에|도)?\s")
_TOPIC_BEFORE = re.compile(r"(?:주제|구호|슬로건|표어|비전|목표|모토|기치|화두|부제)(?:는|은|로|인)?\s$")
_TOPIC_AFTER = re.compile(
    r"(?:[을를에]|(?:이)?라는|(?:이)?란)\s?(?:목표|강조|주제|내세|외치|외쳤|약속|다짐|비전|내걸|슬로건|구호|표방|기치|모토|초점|방점|무게|역점)"
)
_LONGEST_CALLED = 24
_LONG_WORD = 5  # syllables before the head of a name in one word: 대학혁신지원사업
_CALLED = re.compile(
    r"\s(?:시범|지원|공모|정부|국책|연구)?\s?(?:사업|프로젝트|프로그램|과제)(?=[을를이가은는의에도과와으로]|\s?\(|\s(?:참여|공모|대상|신청|선정|추진|예산))"
)
_NO_ACT = ("축제", "공연", "체험", "홍보", "마케팅", "교육")
_ALONE = frozenset({"name", "brand", "build", "service", "program", "plan"})
_PHASE_TAIL = re.compile(r"\s(?:제?\d{1,2}(?:단계|기|차)|20\d\d)$")
_CAPTION = re.compile(r"\s?[>〉》][^\n]{0,30}\n(?:[^\n]{0,50}단위[^\n]{0,30}\n)?[^\n|]{1,40} \|")


def quoted_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names in marks, as start, end and rule."""
    for match in _marked(reading.text):
        group = match.lastindex or 1
        inside = _PHASE_TAIL.sub("", match[group].rstrip(" .,)"))
        if _CAPTION.match(reading.text, match.end(group)):
            continue
        if head_of(inside) is None and match[group][-1:] != ")":
            if _is_called(reading.text, match):
                yield *trim(reading, *match.span(group), owned=False), "projects.called"
            continue
        # What marks hold is the name as its owner writes it: nothing but the year in front is cut off.
        start, end = trim(reading, *_without_date(reading, *match.span(group)), owned=match[0][0] in _SPEECH)
        if end - start <= LONGEST and _names(reading, start, end, match[0][0]) and not _is_topic(reading, match):
            yield start, end, "projects.quoted"


def _without_date(reading: Reading, start: int, end: int) -> tuple[int, int]:
    """Return what stands in marks without a date and the words that go with it in front (내년까지 노후 …)."""
    date = next((known for known in reading.known_from(start) if known.type == "DATE"), None)
    rest = _AFTER_DATE.match(reading.text, date.end, end) if date is not None else None
    return (rest.end() if rest is not None else start), end


def _is_called(text: str, match: re.Match[str]) -> bool:
    """Tell whether marks hold a coined name that the word behind them calls an undertaking (‘느린 우체통’ 사업)."""
    inside = match[match.lastindex or 1].strip()
    called = match[0][0] in "‘「'" and _CALLED.match(text, match.end()) is not None
    return (
        called
        and " " in inside
        and len(inside) <= _LONGEST_CALLED
        and _NO_NAME.search(inside) is None
        and not is_broad(inside)
    )


def _is_topic(reading: Reading, match: re.Match[str]) -> bool:
    """Tell whether words in marks are a slogan, a theme or an aim, by what stands beside the marks."""
    before = _TOPIC_BEFORE.search(reading.text, max(0, match.start() - _BESIDE), match.start())
    return before is not None or _TOPIC_AFTER.match(reading.text, match.end()) is not None


def _marked(text: str) -> Iterator[re.Match[str]]:
    """Give what stands in marks, then the lines of which only the closing mark stands there."""
    end = 0
    for mark in _MARK.finditer(text):
        found = _QUOTED.match(text, mark.start()) if mark.start() >= end else None
        if found is not None:
            end = found.end()
            yield found
    yield from _closed(text)


def _closed(text: str) -> Iterator[re.Match[str]]:
    """Give the lines of which only the closing mark stands there: none but those that hold one are looked at."""
    place = text.find("’")
    while place >= 0:
        found = _CLOSED.match(text, text.rfind("\n", 0, place) + 1)
        if found is not None:
            yield found
        end = text.find("\n", place)
        place = text.find("’", end) if end >= 0 else -1


def _names(reading: Reading, start: int, end: int, mark: str) -> bool:
    tail = _PHASE_TAIL.search(reading.text, start, end)
    end = tail.start() if tail is not None else end
    surface = reading.text[start:end]
    head = head_of(surface)
    if head is None or surface == head.form or _NO_NAME.search(surface) or head.form in _FUNDS:
        return False
    speech = mark in _SPEECH
    if head.kind in _ALONE and not speech:
        return (
            is_name(reading, start, end) or _new_word(surface, head.form) or (mark == "「" and _is_plan(surface, head))
        )
    if head.kind == "act" and (speech or head.form in _NO_ACT):
        return False
    kinds = {*_ALONE, "work"} if speech else {*_ALONE, "work", "act", "thing", "scheme"}
    return " " in surface and head.kind in kinds and is_name(reading, start, end)


def _is_plan(surface: str, head: Head) -> bool:
    """Tell whether a term in 「 」 is a plan with more than general words (「청년일자리 대책」)."""
    rest = surface[: len(surface) - len(head.form)].strip().replace(" ", "")
    return head.kind == "plan" and head.form != "과제" and bool(rest) and not is_generic(rest)


def _new_word(surface: str, head: str) -> bool:
    """Tell whether a short quoted term has a word of its own: quotes make a name of ‘물빛 사업’."""
    rest = surface[: len(surface) - len(head)].strip()
    squeezed = rest.replace(" ", "")
    long = " " in surface or len(squeezed) >= _LONG_WORD
    return bool(rest) and not (is_generic(squeezed) if long else is_broad(squeezed))
