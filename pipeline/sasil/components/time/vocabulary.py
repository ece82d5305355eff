"""The words of time and the names of days, from the lexicons, as patterns to find and to read them by."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from sasil.components.time.patterns.order import PIECE_OF_KIND, STARTS, Names
from sasil.components.time.patterns.points import (
    FESTIVAL_TAIL,
    LUNAR_NEW_YEAR,
    NAME_END,
    PIECES,
    TAILS,
    YEAR_OF_NAME,
)
from sasil.components.time.patterns.signs import YEAR_4
from sasil.lexicons import lexicon


class TimeWord(NamedTuple):
    """A word of time: what it names, and its distance (``-1``) or its TIMEX3 value (``SU``)."""

    kind: str
    n: str


class Festival(NamedTuple):
    """A day with a name: MM-DD or a lunar name with the days after it, and whether the days off around it are meant."""

    date: str
    with_break: bool


# Words that stand behind others only (3월 초, 올 봄, 오후 2시), never at the head of an expression.
_BEHIND = {"part", "season"}


@cache
def time_words() -> dict[str, TimeWord]:
    """Return the words of time by their form."""
    return {row["form"]: TimeWord(row["kind"], row["n"]) for row in lexicon("time_words")}


@cache
def festivals() -> dict[str, Festival]:
    """Return the days that have a name."""
    return {row["form"]: Festival(row["date"], bool(row["break"])) for row in lexicon("festivals")}


@cache
def pieces() -> dict[str, re.Pattern[str]]:
    """Return the pattern of each piece of an expression, those of words among them, by the piece's name."""
    forms: dict[str, list[str]] = defaultdict(list)
    for form, word in time_words().items():
        forms[word.kind].append(form)
    words = {kind: f"(?P<word>{_any(forms[kind])})(?:{TAILS[kind]})" for kind in forms if kind in TAILS}
    named = _any(form for form in festivals() if len(form) > 1)
    heads = _any(row["form"] for row in lexicon("event_heads") if row["kind"] != "label")
    words["year_name"] = rf"(?P<year>{YEAR_4})(?={YEAR_OF_NAME}(?:{heads}|(?<=[가-힣])대전)(?:{NAME_END}))"
    words["festival"] = f"(?P<festival>{named}){FESTIVAL_TAIL}|(?P<festival_short>{LUNAR_NEW_YEAR})"
    return {name: re.compile(pattern, re.X) for name, pattern in PIECES.items()} | {
        PIECE_OF_KIND.get(kind, kind): re.compile(pattern, re.X) for kind, pattern in words.items()
    }


@cache
def _starts() -> dict[str, str]:
    """Return the signs that each piece may begin with."""
    digits = dict.fromkeys(PIECES, "0123456789'’‘′`")
    words: dict[str, str] = defaultdict(str)
    for form, word in time_words().items():
        words[PIECE_OF_KIND.get(word.kind, word.kind)] += form[0]
    words["festival"] = "설" + "".join({form[0] for form in festivals()})
    return digits | words | STARTS | {"year_name": "12"}


@cache
def beginning(names: Names, sign: str) -> Names:
    """Return those of some pieces that may begin with a sign, in their order."""
    starts = _starts()
    return tuple(name for name in names if sign and sign in starts[name])


@cache
def heads() -> re.Pattern[str]:
    """Return the pattern of the words that an expression may begin with; what stands before them is not looked at."""
    forms = [form for form, word in time_words().items() if word.kind not in _BEHIND]
    return re.compile(_tree([*forms, *(form for form in festivals() if not form[0].isdigit())]))


def _tree(forms: Iterable[str]) -> str:
    """Return a pattern of the longest of some forms that shares what they begin with: 이(?:날|달)."""
    rest: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        rest[form[:1]].append(form[1:])
    ends = rest.pop("", None)
    parts = [re.escape(sign) + _tree(rest[sign]) for sign in sorted(rest)]
    if not parts:
        return ""
    one = parts[0] if len(parts) == 1 and not ends else f"(?:{'|'.join(parts)})"
    return f"{one}?" if ends else one


def _any(forms: Iterable[str]) -> str:
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))
