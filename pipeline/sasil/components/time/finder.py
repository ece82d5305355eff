"""Find the expressions of time in a text: dates, clock times, durations and recurrences, with TIMEX3 values."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import itemgetter

from sasil.components.numbers.finder import numbers as numbers_of
from sasil.components.numbers.number import Number
from sasil.components.time import mentions as make
from sasil.components.time.ago import Ago, base_of, read_ago
from sasil.components.time.anchor import anchor_of
from sasil.components.time.expression import Expression, read_expression
from sasil.components.time.heads import Head, find_heads
from sasil.components.time.lengths import Length, read_length, read_word_length
from sasil.components.time.reading import first_pieces
from sasil.components.time.resolve import Resolved, Resolver
from sasil.components.time.sets import Recurrence, find_rates, of_length, read_every
from sasil.components.time.settle import settle
from sasil.components.time.when import When
from sasil.doc import Word, starts_of
from sasil.record import DateMention, DurationMention, RecordWarning, SetMention, TimeMention

TimeFound = DateMention | TimeMention | DurationMention | SetMention

_WIDE = "０１２３４５６７８９"
_NARROW = {0xFF10 + digit: ord("0") + digit for digit in range(10)}


_WORDS_APART = frozenset(("every", "every_other", "no_time", "length", "vague"))

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
    plain = text.translate(_NARROW) if any(map(text.__contains__, _WIDE)) else text
    read = _read_all(plain)
    if words:
        read = [item for item in read if not _is_within(text, item, words)]
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
            found.append(make.ago(text, item, base_of(plain, item, _date_before(resolved, i), anchor)))
    return found, warnings


def _date_before(resolved: dict[int, Resolved], i: int) -> tuple[int, When] | None:
    last = resolved.get(i - 1)
    return None if last is None or last.second is not None else (last.expression.end, last.first)


def _is_unknown_festival(item: _Read) -> bool:
    return isinstance(item, Expression) and item.first.festival is not None and not item.first.has_year


def _read_all(text: str) -> list[_Read]:
    """Read the expressions from left to right; each begins where the one before it has ended, or later."""
    rates = {rate.start: rate for rate in find_rates(text)}
    numbers = {number.start: number for number in numbers_of(text)}
    heads = find_heads(text, numbers)
    if rates:
        heads = sorted([*heads, *(Head(at, kind="rate") for at in rates)], key=itemgetter(0, 1))
    read: list[_Read] = []
    end = 0
    for head in heads:
        if head.at >= end:
            found = [rates[head.at]] if head.at in rates else _read_at(text, head, numbers)
            if found:
                read += found
                end = found[-1].end
    return read


def _read_at(text: str, head: Head, numbers: dict[int, Number]) -> Sequence[_Read]:
    if head.kind in _WORDS_APART:
        return _read_word(text, head)
    point = read_expression(text, head.at, first_pieces(head.kind, head.sign))
    if point is not None:
        return (point,)
    number = None if head.form else numbers.get(head.at)
    return _of_length(text, read_length(text, number)) if number else ()


def _read_word(text: str, head: Head) -> Sequence[_Read]:
    if head.kind.startswith("every"):
        return read_every(text, head.at, head.form, head.kind)
    if head.kind == "no_time":
        return ()
    return _of_length(text, read_word_length(text, head.at, head.form, head.kind))


def _of_length(text: str, length: Length | None) -> Sequence[_Read]:
    return () if length is None else (of_length(text, length) or read_ago(text, length) or length,)


def _is_within(text: str, item: _Read, words: Sequence[Word]) -> bool:
    """Say whether an expression that begins with a word is only a part of a longer noun (이달 in 이달곤)."""
    if not "가" <= text[item.start] <= "힣":
        return False
    word = words[bisect_right(starts_of(words), item.start) - 1]
    if not word.tag.startswith("N") or not word.start <= item.start < word.end:
        return False
    return word.start < item.start or word.end > item.end
