"""Record → why: each fact with its place, its value, the rule that found it, and the words that it was found in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from sasil.lexicons import lexicon
from sasil.record import Quote, Record
from sasil.values import Part

Lang = Literal["ko", "en"]

_AROUND = 30
_FIELDS = ("projects", "budgets", "acronyms", "people", "organizations", "quotes", "events", "contacts")
_NAMES = ("name", "short", "text", "phone", "email")
_UNSAID = {"type", "start", "end", "text", "by", "span", "spans", "name", "short"}
_TAILS = ("_unit", "_chain")


class Fact(NamedTuple):
    """A fact of a record: what it is, where its first place begins (from 1), and why it was found.

    ``around`` is that place in its line, between ⟦ and ⟧.
    """

    kind: str
    text: str
    value: str
    line: int
    column: int
    rule: str
    about: str
    around: str


def explained(record: Record, lang: Lang = "ko") -> Iterator[Fact]:
    """Give the facts of a record: the mentions in the order of the text, then the records field by field.

    What their rules say stands in Korean (``ko``) or English (``en``).

    >>> from sasil.record import MoneyMention
    >>> value = {"amount": "8400000000", "currency": "KRW"}
    >>> money = MoneyMention(start=2, end=6, text="84억원", value=value, by="money.amount")
    >>> fact = next(explained(Record(id="1", text="총 84억원을 쓴다.", mentions=[money])))
    >>> fact.value, fact.about, fact.around
    ('amount=8400000000 currency=KRW', '수와 통화 단위', '총 ⟦84억원⟧을 쓴다.')
    """
    starts = [0, *(place + 1 for place, sign in enumerate(record.text) if sign == "\n")]
    for mention in record.mentions:
        yield _fact(record.text, starts, mention.type, mention, (mention.start, mention.end), lang)
    for field in _FIELDS:
        for part in getattr(record, field):
            spans = [part.span] if isinstance(part, Quote) else part.spans
            yield _fact(record.text, starts, field, part, spans[0] if spans else (0, 0), lang)


def about(rule: str, lang: Lang = "ko") -> str:
    """Return what a rule says, in one line of Korean or English; nothing for a rule that is not described.

    >>> about("projects.quoted")
    '따옴표·낫표 속의, 사업을 나타내는 말로 끝나는 이름'
    >>> about("money.amount", "en")
    'a number and a unit of currency'
    """
    known = rules()[lang]
    bare = next((rule.removesuffix(tail) for tail in _TAILS if rule.endswith(tail)), rule)
    return known.get(rule) or known.get(bare, "")


@cache
def rules() -> dict[Lang, dict[str, str]]:
    """Return what each rule says, by language and then by the name that stands in ``by``.

    >>> rules()["ko"]["money.amount"]
    '수와 통화 단위'
    """
    columns: dict[Lang, str] = {"ko": "about", "en": "about_en"}
    return {lang: {row["rule"]: row[column] or "" for row in lexicon("rules")} for lang, column in columns.items()}


def _fact(text: str, starts: list[int], kind: str, part: Part, span: tuple[int, int], lang: Lang) -> Fact:
    held = part.model_dump()
    row = bisect_right(starts, span[0]) - 1
    name = next((held[key] for key in _NAMES if held.get(key)), text[slice(*span)])
    value = held.get("value") or {}
    said = {key: held[key] for key in held if key not in _UNSAID and key != "value"} | value
    rule = held["by"]
    column = span[0] - starts[row] + 1
    return Fact(kind, name, _said(said), row + 1, column, rule, about(rule, lang), _around(text, starts, row, span))


def _said(held: dict[str, object]) -> str:
    """Return the slots that say something, in one line."""
    return " ".join(f"{key}={_plain(value)}" for key, value in held.items() if value not in (None, [], "unknown"))


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return "/".join(_plain(held) for held in value.values() if held is not None)
    if isinstance(value, list):
        return ", ".join(map(_plain, value))
    return str(value)


def _around(text: str, starts: list[int], row: int, span: tuple[int, int]) -> str:
    start, end = span
    first = max(starts[row], start - _AROUND)
    line_end = starts[row + 1] - 1 if row + 1 < len(starts) else len(text)
    last = min(max(line_end, end), end + _AROUND)
    before, behind = "…" if first > starts[row] else "", "…" if last < line_end else ""
    return " ".join(f"{before}{text[first:start]}⟦{text[start:end]}⟧{text[end:last]}{behind}".split())


def as_lines(record: Record, lang: Lang = "ko") -> Iterator[str]:
    """Give a record's explanation as lines for people: three a fact, and a blank one after each."""
    for fact in explained(record, lang):
        yield f"{fact.line}:{fact.column}  {fact.kind}  {' '.join(fact.text.split())}  {fact.value}".rstrip()
        yield f"    {fact.rule}: {fact.about}".rstrip(": ")
        yield f"    {fact.around}"
        yield ""
