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
_LINE_WITH_END = re.compile(r"^([^\n‘’]{4,80})’", re.MULTILINE)
_NO_NAME = re.compile(r"(?:다|요|라|까|자|기를|[은는이가을를]|에서|으로|하고|하며)$|[.!?]$|[을를] |다[.,] ")
_FUNDS = ("펀드", "기금")
_ALONE = frozenset({"name", "brand", "build", "service", "program", "plan"})
_PHASE_TAIL = re.compile(r"\s(?:제?\d{1,2}(?:단계|기|차)|20\d\d)$")
_CAPTION = re.compile(r"\s?[>〉》][^\n]{0,30}\n(?:[^\n]{0,50}단위[^\n]{0,30}\n)?[^\n|]{1,40} \|")


def quoted_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names in marks, as start, end and rule."""
    for match in _marked(reading.text):
        group = match.lastindex or 1
        inside = _PHASE_TAIL.sub("", match[group].rstrip(" .,)"))
        if (head_of(inside) is None and match[group][-1:] != ")") or _CAPTION.match(reading.text, match.end(group)):
            continue
        start, end = trim(reading, *match.span(group))
        if end - start <= LONGEST and _names(reading, start, end, match[0][0]):
            yield start, end, "projects.quoted"


def _marked(text: str) -> Iterator[re.Match[str]]:
    """Give what stands in marks, then the lines of which only the closing mark stands there."""
    end = 0
    for mark in _MARK.finditer(text):
        found = _QUOTED.match(text, mark.start()) if mark.start() >= end else None
        if found is not None:
            end = found.end()
            yield found
    if "’" in text:
        yield from _LINE_WITH_END.finditer(text)


def _names(reading: Reading, start: int, end: int, mark: str) -> bool:
    tail = _PHASE_TAIL.search(reading.text, start, end)
    end = tail.start() if tail is not None else end
    surface = reading.text[start:end]
    head = head_of(surface)
    if head is None or surface == head.form or _NO_NAME.search(surface) or head.form in _FUNDS:
        return False
    speech = mark in "“\"'"
    if head.kind in _ALONE and not speech:
        return (
            is_name(reading, start, end) or _new_word(surface, head.form) or (mark == "「" and _is_plan(surface, head))
        )
    kinds = {*_ALONE, "work"} if speech else {*_ALONE, "work", "thing", "scheme"}
    return " " in surface and head.kind in kinds and is_name(reading, start, end)


def _is_plan(surface: str, head: Head) -> bool:
    """Tell whether a term in 「 」 is a plan with more than general words (「청년일자리 대책」)."""
    rest = surface[: len(surface) - len(head.form)].strip().replace(" ", "")
    return head.kind == "plan" and head.form != "과제" and bool(rest) and not is_generic(rest)


def _new_word(surface: str, head: str) -> bool:
    """Tell whether a short quoted term has a word of its own: quotes make a name of ‘물빛 사업’."""
    rest = surface[: len(surface) - len(head)].strip()
    return bool(rest) and not is_broad(rest.replace(" ", ""))
