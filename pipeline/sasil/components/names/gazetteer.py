"""The word lists of names, built once: which known names begin a word, which endings and titles close it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from sasil.lexicons import lexicon


class Entry(NamedTuple):
    """A known name: its form, its kind, and whether it is also an ordinary word and so needs a sign beside it."""

    form: str
    kind: str
    doubtful: bool = False


_HELD = 1 << 14

GOVERNMENT = frozenset({"province", "city", "county", "district"})
PLACE = frozenset({"bare", "province_bare", "country", "region", "area", "venue", "abroad"})


class Gazetteer:
    """Names by their first two signs, the longest first.

    >>> g = Gazetteer([Entry("창원", "bare"), Entry("창원시", "city")])
    >>> g.first("창원시는")
    Entry(form='창원시', kind='city', doubtful=False)
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._lengths: dict[str, tuple[int, ...]] = {}
        self.forms: dict[str, Entry] = {}
        for entry in entries:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Take in a name; the first kind given to a form stays."""
        if entry.form in self.forms or len(entry.form) < 2:
            return
        self.forms[entry.form] = entry
        held = {*self._lengths.get(entry.form[:2], ()), len(entry.form)}
        self._lengths[entry.form[:2]] = tuple(sorted(held, reverse=True))

    def starting(self, raw: str) -> list[Entry]:
        """Return the names that a word begins with, the longest first."""
        lengths = self._lengths.get(raw[:2])
        if lengths is None:
            return []
        return [self.forms[raw[:n]] for n in lengths if n <= len(raw) and raw[:n] in self.forms]

    def first(self, raw: str) -> Entry | None:
        """Return the longest name that a word begins with."""
        return next(iter(self.starting(raw)), None)


class Ending(NamedTuple):
    """The last part of a name: what it makes of the whole (ORG, LOC), and what it needs before it."""

    form: str
    type: str
    need: str


class Title(NamedTuple):
    """An office or form of address; ``heads`` is the ending of the organisation that it heads (시장: 시)."""

    form: str
    heads: str
    kind: str


@cache
def known_names() -> Gazetteer:
    """Return all names of the word lists."""
    return Gazetteer([*_divisions(), *_agencies(), *_companies(), *_places()])


def _divisions() -> Iterator[Entry]:
    rows = lexicon("divisions")
    for row in rows:
        yield Entry(row["form"], row["level"])
    for row in rows:
        for short in filter(None, row["short"].split("|")):
            full = short[-1] in "시도" and row["level"] == "province"
            bare = "province_bare" if row["level"] == "province" else "bare"
            yield Entry(short, "province" if full else bare, row["bare"] == "context" and not full)


def _agencies() -> Iterator[Entry]:
    for row in lexicon("agencies"):
        yield Entry(row["form"], "university" if row["kind"] == "university" else "agency")
        yield from (Entry(short, "short") for short in filter(None, row["short"].split("|")))
        yield from (Entry(short, "short", doubtful=True) for short in filter(None, row["loose"].split("|")))


def _companies() -> Iterator[Entry]:
    for row in lexicon("companies"):
        yield Entry(row["form"], row["kind"], row["bare"] == "context")


def _places() -> Iterator[Entry]:
    for row in lexicon("places"):
        kind = "abroad" if row["kind"] == "city" else row["kind"]
        yield Entry(row["form"], kind, row["bare"] == "context")


def is_school(word: str) -> bool:
    """Tell whether a word is a school named after its place.

    >>> is_school("구례중"), is_school("명소윤")
    (True, False)
    """
    return word[-1:] in ("초", "중", "고") and word[:-1] in known_names().forms


@cache
def long_forms() -> dict[str, tuple[str, ...]]:
    """Return the full forms that a short form can stand for (산업부: 산업통상자원부, 산업통상부)."""
    found: dict[str, tuple[str, ...]] = {}
    for row in lexicon("agencies"):
        for short in filter(None, f"{row['short']}|{row['loose']}".split("|")):
            found[short] = (*found.get(short, ()), row["form"])
    for row in lexicon("divisions"):
        if row["level"] == "province":
            for short in row["short"].split("|"):
                found[short] = (*found.get(short, ()), row["form"])
    return found


@cache
def _endings() -> dict[str, dict[str, Ending]]:
    found: dict[str, dict[str, Ending]] = {"ORG": {}, "LOC": {}, "UNIT": {}}
    for row in lexicon("name_endings"):
        found[row["type"]][row["form"]] = Ending(row["form"], row["type"], row["need"])
    return found


def endings(kind: str) -> dict[str, Ending]:
    """Return the endings of a kind (ORG, LOC, UNIT) by their forms."""
    return _endings()[kind]


@cache
def _lengths(kind: str) -> dict[str, tuple[int, ...]]:
    """Return for each last sign of an ending the lengths that endings of it have, the longest first."""
    lengths: dict[str, set[int]] = {}
    for form in _endings()[kind] if kind != "TITLE" else titles():
        lengths.setdefault(form[-1], set()).add(len(form))
    return {sign: tuple(sorted(held, reverse=True)) for sign, held in lengths.items()}


@lru_cache(maxsize=_HELD)
def ending_of(stem: str, kind: str) -> Ending | None:
    """Return the longest ending (of ORG, LOC or UNIT) that a word closes with.

    >>> ending_of("한국반도체소자진흥원", "ORG")
    Ending(form='진흥원', type='ORG', need='sure')
    """
    held = _endings()[kind]
    for length in _lengths(kind).get(stem[-1:], ()):
        if stem[-length:] in held:
            return held[stem[-length:]]
    return None


@cache
def titles() -> dict[str, Title]:
    """Return the titles by their forms."""
    return {row["form"]: Title(row["form"], row["heads"], row["kind"]) for row in lexicon("titles")}


@lru_cache(maxsize=_HELD)
def title_of(stem: str) -> Title | None:
    """Return the longest title that a word closes with.

    >>> title_of("동래구청장").form
    '구청장'
    """
    held = titles()
    if any(stem.endswith(word) for word in _no_titles().get(stem[-1:], ())):
        return None
    for length in _lengths("TITLE").get(stem[-1:], ()):
        if stem[-length:] in held:
            return held[stem[-length:]]
    return None


@cache
def _no_titles() -> dict[str, tuple[str, ...]]:
    """Return by their last sign the words that only look like titles: 행사장, 전통시장."""
    found: dict[str, tuple[str, ...]] = {}
    for word in denied("TITLE"):
        found[word[-1]] = (*found.get(word[-1], ()), word)
    return found


@cache
def surnames() -> dict[str, bool]:
    """Return the surnames, each with whether it is a common one."""
    return {row["form"]: row["common"] == "yes" for row in lexicon("surnames")}


@cache
def signs(kind: str) -> frozenset[str]:
    """Return the words that tell something by standing beside a name: ``before_title``, ``behind_firm``, ``room``."""
    return frozenset(row["form"] for row in lexicon("name_signs") if row["sign"] == kind)


@cache
def kinds_of_firm() -> tuple[str, ...]:
    """Return the words for kinds of firms, behind which one is named: 기업, 제작사, 농기계업체."""
    return tuple(signs("before_firm"))


@cache
def denied(kind: str) -> frozenset[str]:
    """Return the words that are no name of a kind (PERSON, ORG, LOC, UNIT), or the ``general`` ones."""
    return frozenset(row["form"] for row in lexicon("not_names") if row["as"] == kind)


def ends_denied(stem: str, kind: str, least: int = 1) -> bool:
    """Tell whether a word closes with a word of at least ``least`` signs that is no name of a kind.

    >>> ends_denied("생산지역", "LOC"), ends_denied("가람천", "LOC")
    (True, False)
    """
    words = denied(kind)
    return any(stem[-length:] in words for length in range(max(least, 1), min(len(stem), _LONGEST_DENIED) + 1))


_LONGEST_DENIED = 8


@cache
def _general() -> re.Pattern[str]:
    forms = sorted(denied("general"), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, forms))}|[·\\s])*+")


@lru_cache(maxsize=_HELD)
def is_general(head: str) -> bool:
    """Tell whether a word is strung together from general words only.

    >>> is_general("공공의료"), is_general("남해안해양")
    (True, False)
    """
    return len(head) <= 40 and _general().fullmatch(head) is not None
