"""Short forms of organisations that stand in running text, where the long form stands too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sasil.components.acronyms import patterns
from sasil.components.acronyms.long_forms import Reading, is_clipping
from sasil.components.acronyms.pairs import Pair
from sasil.lexicons import lexicon

_HANGUL = re.compile(r"[가-힣]+")
_BEGINNING = re.compile(r"(?<![가-힣])[가-힣]{2,12}")
_WITHIN_LATIN = re.compile(r"[0-9A-Za-z]")
_NO_LATIN = re.compile(r"(?![0-9A-Za-z])")
_AFTER = re.compile(patterns.AFTER_HANGUL)
_ESTATE = re.compile(r"[가-힣]{2,8}(?:국가|일반|농공)?산업단지")
_ESTATE_KIND = re.compile(r"(?:국가|일반|농공)?산업단지$")
_LAST = {
    "산업단지": "산단",
    "대학교": "대",
    "광역시": "시",
    "특별시": "시",
    "특별자치시": "시",
    "특별자치도": "도",
    "초등학교": "초",
    "중학교": "중",
    "고등학교": "고",
    "연구원": "연",
    "연구소": "연",
}
_SCHOOLED = re.compile(r"([가-힣]{2,20}(?:대학교|초등학교|중학교|고등학교|연구원|연구소))\s")
_NATION = re.compile(r"(?:한국|국립|대한)(?=[가-힣]{4})")


def find_clippings(reading: Reading) -> Iterator[Pair]:
    """Give the clippings of the organisations named in a text: 산업통상자원부 … 산업부."""
    names = {m.text for m in reading.mentions if m.type == "ORG" or (m.type == "LOC" and _ESTATE.fullmatch(m.text))}
    names |= {school[1] for name in names if (school := _SCHOOLED.match(name)) is not None}
    bases = {_NATION.sub("", name)[:1] for name in names}
    heads = _heads(reading.text, {name[0] for name in names} | bases)
    found: dict[str, str] = {}
    for name in sorted(names, key=len, reverse=True):
        for short in _shorts(reading.text, name, names, heads):
            if short not in found or (found[short][-1] != short[-1] == name[-1]):
                found[short] = name
    for short, name in found.items():
        yield Pair(short, name, None, "abbreviation", "acronyms.clipping")


def _heads(text: str, syllables: set[str]) -> dict[str, list[str]]:
    """Return the beginnings of the words of a text that begin with some syllables, by these, each once."""
    heads: dict[str, list[str]] = {}
    for syllable in syllables:
        words: dict[str, None] = {}
        start = text.find(syllable)
        while start >= 0:
            inside = start and "가" <= text[start - 1] <= "힣"  # most are, and a pattern costs more than a look
            word = None if inside else _BEGINNING.match(text, start)
            if word is not None:
                words[word[0]] = None
            start = text.find(syllable, start + 1)
        heads[syllable] = list(words)
    return heads


def _shorts(text: str, name: str, names: set[str], heads: dict[str, list[str]]) -> Iterator[str]:
    """Give the short forms of a name: known ones, other names clipped from it, and free words clipped from it."""
    if _HANGUL.fullmatch(name) is None or len(name) < 4:
        return
    for short in _known().get(name, ()):
        if short != name and short in text and places(text, short, name):
            yield short
    for other in names:
        if 2 <= len(other) < len(name) and _HANGUL.fullmatch(other) and _is_of(other, name):
            yield other
    if len(name) >= 5:
        yield from _free(name, heads.get(name[0], ()))
        base = _NATION.sub("", name)
        if base != name and base.endswith(("연구원", "연구소", "대학교")):  # 소재화학연: without 한국
            yield from _free(base, heads.get(base[0], ()))


def _is_of(short: str, name: str) -> bool:
    """Tell whether one name is clipped from another, and not another body of like name (충북 … 충청북도 is).

    A name that only leaves out the kind (누리은행, 누리저축은행) is another body; 누리대병원 is 누리대학교병원.
    """
    if name.endswith("산업단지"):
        return short == _ESTATE_KIND.sub("산단", name)
    if short[0] != name[0] or name.endswith(("특례시", "과")) or not is_clipping(short, name):
        return False
    if len(short) >= 4 and name.startswith(short[:-2]) and name.endswith(short[-2:]):
        return name[len(short) - 2 : -2] == "학교"
    return not name.startswith(short) or name[len(short) - 1 :] in _LAST or name[: len(short)] + "학교" == name


def _free(name: str, words: Sequence[str]) -> Iterator[str]:
    """Give the words that begin and end as a name does and take the syllables between from it."""
    last = next((clip for ending, clip in _LAST.items() if name.endswith(ending)), name[-1])
    for word in words:
        found = word.find(last, 1)
        end = found + len(last) if found > 0 else 0
        short = word[:end]
        fits = 2 <= end < len(name) - 1 and _AFTER.match(word, end) is not None
        if fits and _is_of(short, name) and _speaks_of_bodies(short, name):
            yield short


def _speaks_of_bodies(word: str, name: str) -> bool:
    """Tell whether a short word is likely to be the body: two syllables may be a common noun (대도, 한국)."""
    return len(word) > 2 or word in _known().get(name, ())


def places(text: str, short: str, long: str | None = None) -> list[tuple[int, int]]:
    """Return where a short form stands free: in no longer Latin word or number, in no longer Korean noun.

    >>> places("한울대학교(총장 진무혁) 한울대는", "한울대", "한울대학교")
    [(14, 17)]
    """
    before, after = (_WITHIN_LATIN if short[0].isascii() else _HANGUL), _NO_LATIN if short[-1].isascii() else _AFTER
    found: list[tuple[int, int]] = []
    start = text.find(short)
    while start >= 0:
        end = start + len(short)
        free = not start or before.match(text, start - 1, start) is None
        if free and after.match(text, end) and not (long and long != short and text.startswith(long, start)):
            found.append((start, end))
        start = text.find(short, end)
    return found


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """Return the known short forms of ministries, agencies and local governments; 충북 by itself is a place."""
    shorts = {row["form"]: row["short"].split("|") for row in lexicon("agencies") if row["short"]}
    for row in lexicon("divisions"):
        shorts[row["form"]] = [short for short in row["short"].split("|") if short.endswith(("시", "도"))]
    return {form: tuple(known) for form, known in shorts.items()}
