"""Find the expressions of time in a text: dates, clock times, durations and recurrences, with TIMEX3 values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from sasil.components.numbers import Number, find_numbers, read_number
from sasil.components.time import mentions as make
from sasil.components.time.ago import Ago, read_ago
from sasil.components.time.anchor import anchor_of
from sasil.components.time.expression import Expression, read_expression
from sasil.components.time.lengths import Length, read_length, read_word_length
from sasil.components.time.patterns.signs import BLANK
from sasil.components.time.reading import first_pieces
from sasil.components.time.resolve import Resolver
from sasil.components.time.sets import Recurrence, find_rates, of_length, read_every
from sasil.components.time.settle import settle
from sasil.components.time.vocabulary import festivals, heads, time_words
from sasil.doc import Word
from sasil.record import DateMention, DurationMention, RecordWarning, SetMention, TimeMention

TimeFound = DateMention | TimeMention | DurationMention | SetMention

_DIGITS = re.compile("['’‘′`]?[0-9]++(?:,[0-9]{3}(?![0-9]))*+")
# Only a number before one of these can begin an expression of time.
_WORTH = re.compile(
    rf"{BLANK}(?:[년월일시분초주달박세해학회]|개(?=월|년|[ ]?[분반]기)|[.:/~∼～〜˜∽·ㆍ‧–—-]|[만천여수]|[QH]|m(?=s)|$"
    r"|[ ,)→안말상하\n])"
)
# 삼 년 동안: a single digit in words, which no number reader takes by itself.
_SPELLED = re.compile("[일삼사오육칠팔구](?=[ ](?:년|개월)(?![가-힣]?[가-힣]?[가-힣]들))")
# 화요일인 5일: a weekday that the date behind it explains.
_WEEKDAY = re.compile("[월화수목금토일]요일(?=인[ ])")
_WIDE = re.compile("[０-９]")
_NARROW = {0xFF10 + digit: ord("0") + digit for digit in range(10)}
_BOUND_BEFORE = re.compile(r"[A-Za-z0-9_제]\Z|[0-9][.,:/-]\Z")


class _Head(NamedTuple):
    """A place where an expression may begin: at a digit (no form), at a word of time, or at a number in words."""

    at: int
    form: str = ""
    kind: str = ""
    sign: str = ""


_Read = Expression | Length | Recurrence | Ago


def find_times(
    text: str, published: str | None = None, words: Sequence[Word] = ()
) -> tuple[list[TimeFound], list[RecordWarning]]:
    """Return the dates, clock times, durations and recurrences of a text in order, and warnings.

    ``published`` is the publication date (ISO 8601, with a time or without), from which relative dates count; without
    it the text may say it itself (보도시점 …), and otherwise what is not settled stays X. ``words`` are Kiwi's tokens:
    an expression within a longer word (이달 in 이달곤) is dropped by them. Works on any text, in linear time.

    >>> found, _ = find_times("시는 오는 12일 오후 2시 착공식을 연다.", "2024-03-05")
    >>> [(m.text, m.value.value) for m in found]
    [('오는 12일 오후 2시', '2024-03-12T14:00')]
    """
    anchor = anchor_of(text, published)
    plain = text.translate(_NARROW) if _WIDE.search(text) else text
    read = _read_all(plain)
    if words:
        starts = [word.start for word in words]
        read = [item for item in read if not _is_within(text, item, words, starts)]
    return _mentions(text, plain, anchor, read)


def _mentions(
    text: str, plain: str, anchor: date | None, read: Sequence[_Read]
) -> tuple[list[TimeFound], list[RecordWarning]]:
    if anchor is None:
        read = [item for item in read if not _is_unknown_festival(item)]
    resolver = Resolver(plain, anchor)
    resolved = {i: resolver.resolve(item) for i, item in enumerate(read) if isinstance(item, Expression)}
    if anchor is None:
        settle(plain, list(resolved.values()))
    found: list[TimeFound] = []
    warnings: list[RecordWarning] = []
    for i, item in enumerate(read):
        if isinstance(item, Expression):
            mention, warning = make.date_or_time(text, resolved[i])
            found.append(mention)
            warnings += [warning] if warning else []
        elif isinstance(item, Recurrence):
            found.append(make.recurrence(text, item))
        elif isinstance(item, Length):
            found.append(make.duration(text, item))
        else:
            found.append(make.ago(text, item, anchor))
    return found, warnings


def _is_unknown_festival(item: _Read) -> bool:
    return isinstance(item, Expression) and item.first.festival is not None and not item.first.has_year


def _read_all(text: str) -> list[_Read]:
    """Read the expressions from left to right; each begins where the one before it has ended, or later."""
    rates = {rate.start: rate for rate in find_rates(text)}
    read: list[_Read] = []
    end = 0
    numbers = {number.start: number for number in find_numbers(text)}
    for head in _heads(text, rates, numbers):
        if head.at < end:
            continue
        for item in _read_at(text, head, rates, numbers):
            read.append(item)
            end = item.end
    return read


def _heads(text: str, rates: dict[int, Recurrence], numbers: dict[int, Number]) -> list[_Head]:
    words, named = time_words(), festivals()
    found = [_Head(at) for at in rates]
    for match in _DIGITS.finditer(text):
        after = _WORTH.match(text, match.end())
        if after and not _BOUND_BEFORE.search(text, max(0, match.start() - 2), match.start()):
            found.append(_Head(match.start(), sign=after[0][-1:]))
            if not text[match.start()].isdecimal():
                found.append(_Head(match.start() + 1, sign=after[0][-1:]))
    for match in heads().finditer(text):
        start = match.start()
        if not _is_glued(text, start):
            form = match[0]
            found.append(_Head(start, form, words[form].kind if form in words else "festival" if form in named else ""))
    found += [_Head(match.start(), match[0], "weekday_word") for match in _WEEKDAY.finditer(text)]
    for match in _SPELLED.finditer(text):
        single = None if _is_glued(text, match.start()) else read_number(text, match.start())
        if single:
            numbers[match.start()] = single
    found += [_Head(number.start) for number in numbers.values() if number.kind != "digits"]
    return sorted(found, key=lambda head: (head.at, -len(head.form)))


def _is_glued(text: str, at: int) -> bool:
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] == "_")


def _read_at(text: str, head: _Head, rates: dict[int, Recurrence], numbers: dict[int, Number]) -> Iterator[_Read]:
    if head.at in rates:
        yield rates[head.at]
        return
    if head.kind.startswith("every"):
        yield from read_every(text, head.at, head.form, head.kind)
        return
    if head.kind == "no_time":
        return
    if head.kind in ("length", "vague"):
        length = read_word_length(text, head.at, head.form, head.kind)
    else:
        point = read_expression(text, head.at, first_pieces(head.kind, head.sign))
        if point is not None:
            yield point
            return
        number = None if head.form else numbers.get(head.at)
        length = read_length(text, number) if number else None
    if length is not None:
        yield of_length(text, length) or read_ago(text, length) or length


def _is_within(text: str, item: _Read, words: Sequence[Word], starts: Sequence[int]) -> bool:
    """Say whether an expression that begins with a word is only a part of a longer noun (이달 in 이달곤)."""
    if not "가" <= text[item.start] <= "힣":
        return False
    word = words[bisect_right(starts, item.start) - 1]
    if not word.tag.startswith("N") or not word.start <= item.start < word.end:
        return False
    return word.start < item.start or word.end > item.end
