"""Short forms of organisations that stand in running text, where the long form stands too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sasil.components.acronyms import patterns
from sasil.components.acronyms.long_forms import Reading, is_clipping
from sasil.components.acronyms.pairs import Pair
from sasil.lexicons import lexicon

_LAST = {"대학교": "대", "광역시": "시", "특별시": "시", "특별자치시": "시", "특별자치도": "도"}


def find_clippings(reading: Reading) -> Iterator[Pair]:
    """Give the clippings of the organisations named in a text: 산업통상자원부 … 산업부."""
    names = {m.text for m in reading.mentions if m.type == "ORG"}
    found: set[str] = set()
    for name in sorted(names, key=len, reverse=True):
        for short in _shorts(reading.text, name, names):
            if short not in found:
                found.add(short)
                yield Pair(short, name, None, "abbreviation", "acronyms.clipping")


def _shorts(text: str, name: str, names: set[str]) -> Iterator[str]:
    """Give the short forms of a name: known ones, other names clipped from it, and free words clipped from it."""
    if re.fullmatch(r"[가-힣]{4,}", name) is None:
        return
    for short in _known().get(name, ()):
        if short != name and stands_free(text, short, name):
            yield short
    for other in names:
        if 2 <= len(other) <= len(name) - 1 and re.fullmatch(r"[가-힣]+", other) and _is_of(other, name):
            yield other
    if len(name) >= 5:
        yield from _free(text, name)


def _is_of(short: str, name: str) -> bool:
    """Tell whether one name is clipped from another, and not another body of like name (충북 … 충청북도 is)."""
    if short[0] != name[0] or not is_clipping(short, name):
        return False
    return not name.startswith(short) or name[len(short) - 1 :] in _LAST or name[: len(short)] + "학교" == name


def _free(text: str, name: str) -> Iterator[str]:
    last = next((clip for ending, clip in _LAST.items() if name.endswith(ending)), name[-1])
    inner = "".join(dict.fromkeys(name[1:]))
    pattern = re.compile(rf"(?<![가-힣]){name[0]}[{inner}]{{0,4}}{last}{patterns.AFTER_HANGUL}")
    for word in dict.fromkeys(pattern.findall(text)):
        if 2 <= len(word) < len(name) - 1 and _is_of(word, name) and _speaks_of_bodies(word, name):
            yield word


def _speaks_of_bodies(word: str, name: str) -> bool:
    """Tell whether a short word is likely to be the body: two syllables may be a common noun (대도, 한국)."""
    return len(word) > 2 or word in _known().get(name, ())


def stands_free(text: str, short: str, long: str | None = None) -> bool:
    """Tell whether a short form stands free somewhere in a text."""
    return bool(places(text, short, long))


def places(text: str, short: str, long: str | None = None) -> list[tuple[int, int]]:
    """Return where a short form stands free: in no longer Latin word or number, in no longer Korean noun.

    >>> places("한울대학교(총장 진무혁) 한울대는", "한울대", "한울대학교")
    [(14, 17)]
    """
    before = r"(?<![0-9A-Za-z])" if short[0].isascii() else r"(?<![가-힣])"
    after = r"(?![0-9A-Za-z])" if short[-1].isascii() else patterns.AFTER_HANGUL
    found = [match.span() for match in re.finditer(before + re.escape(short) + after, text)]
    return [spot for spot in found if not (long and long != short and text.startswith(long, spot[0]))]


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Return the known short forms of ministries, agencies and local governments; 충북 by itself is a place."""
    shorts = {row["form"]: row["short"].split("|") for row in lexicon("agencies") if row["short"]}
    for row in lexicon("divisions"):
        shorts[row["form"]] = [short for short in row["short"].split("|") if short.endswith(("시", "도"))]
    return {form: tuple(known) for form, known in shorts.items()}
