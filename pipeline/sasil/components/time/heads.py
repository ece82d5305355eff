"""Find the places where an expression of time may begin: at a number, at a word of time, at a number in words."""

from __future__ import annotations

import re
from operator import itemgetter
from typing import NamedTuple

from sasil.components.numbers.finder import read_number
from sasil.components.numbers.number import Number
from sasil.components.time.patterns.signs import BLANKS
from sasil.components.time.patterns.triggers import COUNTED, DIGITS, SPELLED, WEEKDAY
from sasil.components.time.vocabulary import festivals, heads, time_words

_DIGITS = re.compile(DIGITS, re.X)
_SPELLED = re.compile(SPELLED)
_WEEKDAY = re.compile(WEEKDAY)


class Head(NamedTuple):
    """A place where an expression may begin: at a digit (no form), at a word of time, or at a number in words."""

    at: int
    rank: int = 0
    form: str = ""
    kind: str = ""
    sign: str = ""


def find_heads(text: str, numbers: dict[int, Number]) -> list[Head]:
    """Return the places in order, at one place the longest word first; single digits in words join ``numbers``.

    >>> [(head.at, head.form, head.sign) for head in find_heads("오는 3월 300명", {})]
    [(0, '오는', ''), (3, '', '월')]
    """
    found = _of_words(text)
    for match in _DIGITS.finditer(text):
        start, sign = match.start(), match["sign"] or match["year"] or match["short"] or ""
        found.append(Head(start, sign=sign))
        if not text[start].isdecimal():
            found.append(Head(start + 1, sign=sign))
    for match in _SPELLED.finditer(text):
        single = None if _is_glued(text, match.start()) else read_number(text, match.start())
        if single:
            numbers[match.start()] = single
    found += [Head(each.start) for each in numbers.values() if each.kind != "digits" and _is_counted(text, each.end)]
    return sorted(found, key=itemgetter(0, 1))


def _of_words(text: str) -> list[Head]:
    words, named = time_words(), festivals()
    found = []
    for match in heads().finditer(text):
        start = match.start()
        if not _is_glued(text, start):
            form = match[0]
            kind = words[form].kind if form in words else "festival" if form in named else ""
            found.append(Head(start, -len(form), form, kind))
    for match in _WEEKDAY.finditer(text):
        start = match.start() - 1
        found.append(Head(start, -3, text[start : match.end()], "weekday_word"))
    return found


def _is_glued(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")


def _is_counted(text: str, end: int) -> bool:
    at = end + (text[end : end + 1] in BLANKS)
    return text[at : at + 1] in COUNTED
