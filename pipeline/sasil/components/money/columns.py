"""For what the amounts in a table count, where the head of their column says it: 기본급(월), 월 임대료, 연봉."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sasil.components.money.patterns import PERIOD_HEADS
from sasil.record import MoneyMention

_CELL = " | "
_HEADS = re.compile(PERIOD_HEADS)
_PERIODS = {"월": "P1M", "연": "P1Y", "년": "P1Y", "일": "P1D", "주": "P1W", "시": "시간"}


def with_heads(text: str, found: Iterable[MoneyMention]) -> list[MoneyMention]:
    r"""Return amounts of money in order, those in columns headed by a period with it as their rate.

    >>> from sasil.components.money.finder import find_money
    >>> [m.value.per for m in find_money("직급 | 기본급(월)\n6급 | 254만 원")]
    ['P1M']
    """
    mentions = sorted(found, key=lambda mention: mention.start)
    if _CELL not in text or not _HEADS.search(text):
        return mentions
    columns: list[str | None] = []
    at, start = 0, 0
    for line in text.split("\n"):
        first = at
        while at < len(mentions) and mentions[at].start < start + len(line):
            at += 1
        if _CELL not in line:
            columns = []
        elif at == first:
            columns = [_period(cell) for cell in line.split("|")]
        elif line.count("|") + 1 == len(columns):
            column, counted = 0, start
            for i in range(first, at):
                column += text.count("|", counted, mentions[i].start)
                counted = mentions[i].start
                mentions[i] = _paid(mentions[i], columns[column])
        start += len(line) + 1
    return mentions


def _period(head: str) -> str | None:
    found = _HEADS.search(head)
    said = found and next(group for group in found.groups() if group)
    return _PERIODS[said[0]] if said else None


def _paid(mention: MoneyMention, per: str | None) -> MoneyMention:
    if per is None or mention.value is None or mention.value.per is not None:
        return mention
    return mention.model_copy(update={"value": mention.value.model_copy(update={"per": per})})
