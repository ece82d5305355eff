"""Names in marks: ‘ ’ 「 」 『 』 < > and their kin, and “ ” around a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.projects.patterns import LONGEST, head_of, is_broad
from sasil.components.projects.phrases import is_name, trim
from sasil.components.projects.reading import Reading

_INSIDE = r"[^\n‘’“”「」『』<>《》〈〉\"]{2,80}"
_QUOTED = re.compile(
    rf"‘((?:[’'](?=\d\d))?{_INSIDE})’|「({_INSIDE})」|『({_INSIDE})』|《({_INSIDE})》|〈({_INSIDE})〉|<({_INSIDE})>"
    rf"|“({_INSIDE})”|(?<![\w'])'([^\n'‘’“”]{{2,80}})'(?!\w)|\"([^\n\"“”]{{2,80}})\""
)
_LINE_WITH_END = re.compile(r"^([^\n‘’]{4,80})’", re.MULTILINE)
_NO_NAME = re.compile(r"(?:다|요|라|까|자|기를|[은는이가을를]|에서|으로|하고|하며)$|[.!?]$|[을를] |다[.,] ")
_ALONE = frozenset({"name", "brand", "build", "service", "program", "plan"})
_IN_DOUBLE = 6


def quoted_names(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Give the names in marks, as start, end and rule."""
    for pattern in (_QUOTED, _LINE_WITH_END):
        for match in pattern.finditer(reading.text):
            group = match.lastindex or 1
            if head_of(match[group].rstrip(" .,)")) is None and match[group][-1:] != ")":
                continue
            start, end = trim(reading, *match.span(group))
            if end - start <= LONGEST and _names(reading, start, end, match[0][0] in "“\"'"):
                yield start, end, "projects.quoted"


def _names(reading: Reading, start: int, end: int, speech: bool) -> bool:
    surface = reading.text[start:end]
    head = head_of(surface)
    if head is None or surface == head.form or _NO_NAME.search(surface):
        return False
    if head.kind in _ALONE and not speech:
        return is_name(reading, start, end) or _new_word(surface, head.form)
    kinds = {*_ALONE, "work"} if speech else {*_ALONE, "work", "thing", "scheme"}
    return " " in surface and head.kind in kinds and is_name(reading, start, end)


def _new_word(surface: str, head: str) -> bool:
    """Tell whether a short quoted term has a word of its own: quotes make a name of ‘물빛 사업’."""
    rest = surface[: len(surface) - len(head)].strip()
    return bool(rest) and not is_broad(rest.replace(" ", ""))
