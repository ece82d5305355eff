"""Names in the columns of a table whose head says what they hold: 기업명, 참여기관, 소재지, 후보지."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sasil.components.names.clues import TOWN
from sasil.components.names.gazetteer import denied, ending_of, is_general, known_names, title_of
from sasil.components.names.patterns import BODY_COLUMN, PLACE_COLUMN
from sasil.components.names.reading import Reading
from sasil.components.names.settling import Candidate, NameType

_NAME = re.compile(
    r"(?:㈜|\((?:주|재|사)\))?\s?[가-힣A-Za-z][가-힣A-Za-z0-9&]*(?: [가-힣A-Za-z][가-힣A-Z0-9]*){0,2}(?:㈜|\(주\))?\Z"
)
_ROOM = re.compile(r"(?: (?:지하 ?)?\d{0,2}층?(?:[가-힣]{0,4}(?:홀|강당|회의실|세미나실|볼룸|로비|공연장)|\d층))+\Z")
_BETWEEN = re.compile(r"\s*[·,]\s*")
_LONGEST_LINE = 400


def find_in_columns(reading: Reading) -> Iterator[Candidate]:
    r"""Give the names in columns of names; bodies are learned for the rest of the text.

    >>> from sasil.components.names.reading import Reading
    >>> text = "과제 | 주관기관 | 후보지\n로봇 | 가람로봇 | 물빛동"
    >>> [(text[c.start : c.end], c.type) for c in find_in_columns(Reading(text, []))]
    [('가람로봇', 'ORG'), ('물빛동', 'LOC')]
    """
    heads: list[NameType | None] = []
    place = 0
    if "|" not in reading.text:
        return
    for line in reading.text.split("\n"):
        cells = line.split("|") if "|" in line and len(line) <= _LONGEST_LINE else []
        kinds = [_kind("".join(cell.split())) for cell in cells]
        if not cells or len(cells) < len(heads) or any(kinds):
            heads = kinds if len(cells) > 1 and any(kinds) else []
        elif len(cells) == len(heads):
            yield from _row(reading, cells, heads, place)
        place += len(line) + 1


def _kind(head: str) -> NameType | None:
    """Return what a column of a head holds."""
    if BODY_COLUMN.fullmatch(head):
        return "ORG"
    return "LOC" if PLACE_COLUMN.fullmatch(head) else None


def _row(reading: Reading, cells: list[str], heads: list[NameType | None], place: int) -> Iterator[Candidate]:
    for cell, kind in zip(cells, heads, strict=True):
        if kind is not None:
            begin = place + len(cell) - len(cell.lstrip())
            yield from _names(reading, cell.strip(), begin, kind)
        place += len(cell) + 1


def _names(reading: Reading, cell: str, begin: int, kind: NameType) -> Iterator[Candidate]:
    at = 0
    for part in _BETWEEN.split(cell):
        at = cell.index(part, at)
        part = _ROOM.sub("", part) if kind == "LOC" else part
        phrase = reading.phrases.starting(begin + at)
        plain = phrase is not None and phrase.common_word and len(phrase.raw) == len(part)
        if not plain and _NAME.match(part) and _holds(part, kind):
            if kind == "ORG" and " " not in part and part.isalpha():
                reading.learn(part, "company")
            yield Candidate(begin + at, begin + at + len(part), kind, "column", 5)
        at += len(part)


def _holds(name: str, kind: NameType) -> bool:
    """Tell whether a cell of a column can be a name of its kind."""
    if len(name) < 2 or name in denied("CELL") or is_general("".join(name.split())) or title_of(name) is not None:
        return False
    last = name.rsplit(" ", 1)[-1]
    known = known_names().first(name)
    if kind == "LOC":
        return ending_of(last, "LOC") is not None or TOWN.match(last) is not None or known is not None
    return last not in denied("ORG")
