"""Forms of one name: short ones and long ones, told by their pieces."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from sasil.components.projects.patterns import PHASE, head_of, is_broad, is_generic

_MOST_ALIKE = 50
_COMPOUND = 4
_CUT = re.compile(r"[\s()（）·]+")


@lru_cache(maxsize=4096)
def pieces_of(name: str) -> tuple[str, ...]:
    """Return what stands between blanks and brackets in a name.

    >>> pieces_of("INBEC20 전략산업 3단계(버전업3.0) 기본계획")
    ('INBEC20', '전략산업', '3단계', '버전업3.0', '기본계획')
    """
    return tuple(piece for piece in _CUT.split(name) if piece)


@lru_cache(maxsize=4096)
def own_pieces(name: str) -> tuple[str, ...]:
    """Return the pieces that make a name out among others: no phase, no head, no general word alone."""
    *front, last = pieces_of(name) or ("",)
    head = head_of(last)
    if head is None:
        front.append(last)
    return tuple(p for p in front if not PHASE.fullmatch(p) and not is_generic(p) and not _broad(p))


def _broad(piece: str) -> bool:
    # A compound of broad words (전략산업) still tells one plan from another within a text.
    return len(piece) < _COMPOUND and is_broad(piece)


def is_short_of(short: str, long: str) -> bool:
    """Tell whether a name is a shorter form of another: its pieces stand in it, and its head ends it.

    >>> is_short_of("INBEC20 기본계획", "INBEC20 전략산업 3단계(버전업3.0) 기본계획")
    True
    >>> is_short_of("INBEC20 전략산업 1,2단계 기획사업", "INBEC20 전략산업 3단계(버전업3.0) 기본계획")
    False
    """
    ours, theirs = pieces_of(short), pieces_of(long)
    if not ours or not theirs or short == long or len(short) >= len(long) or not own_pieces(short):
        return False
    if not _same_head(ours[-1], theirs[-1], own_pieces(short) == ours):
        return False
    rest = ours if own_pieces(short) == ours else ours[:-1]
    return all(piece in theirs for piece in rest)


def _same_head(ours: str, theirs: str, bare: bool) -> bool:
    """Tell whether the last pieces agree: 사업 ends 조성사업, and a coined name may leave the head out."""
    return bare or theirs.endswith(ours)


@lru_cache(maxsize=4096)
def phase_of(name: str) -> str | None:
    """Return the phase that a name states; a plain 2차 counts in plans alone.

    >>> phase_of("INBEC20 전략산업 3단계(버전업3.0) 기본계획")
    '3단계'
    """
    outside = _PLAIN_VERSION.sub(" ", name)
    found = _STATED.search(outside)
    if found is not None and (not found[0].endswith("차") or _plan(name)):
        return found[0]
    version = _VERSION_WORD.search(name)
    return version[0] if version else None


_PLAIN_VERSION = re.compile(r"\([^()]*\)")
_STATED = re.compile(r"(?<![\w가-힣])제?\s?\d{1,2}(?:[,·~∼-]\d{1,2})*\s?(?:단계|기|차)(?![\w가-힣])")
_VERSION_WORD = re.compile(r"버전\s?\d+\.\d+")


def _plan(name: str) -> bool:
    head = head_of(name)
    return head is not None and head.kind == "plan"


def canonical(names: Iterable[str]) -> dict[str, str]:
    """Return for each name, given in the order of the text, the fullest form of it that the text states.

    >>> canonical(["물빛 산책로 조성사업", "물빛 사업"])
    {'물빛 산책로 조성사업': '물빛 산책로 조성사업', '물빛 사업': '물빛 산책로 조성사업'}
    """
    order = list(dict.fromkeys(names))
    by_piece: defaultdict[str, list[str]] = defaultdict(list)
    for name in order:
        for piece in own_pieces(name):
            by_piece[piece].append(name)
    spaced: dict[str, str] = {}
    for name in order:
        squeezed = name.replace(" ", "")
        spaced[squeezed] = max(spaced.get(squeezed, ""), name, key=len)
    longer = {name: _longer(name, by_piece, spaced[name.replace(" ", "")]) for name in order}
    return {name: _fullest(name, longer) for name in order}


def _longer(name: str, by_piece: dict[str, list[str]], spaced: str) -> str | None:
    if spaced != name:
        return spaced
    candidates = min((by_piece[piece] for piece in own_pieces(name)), key=len, default=[])[:_MOST_ALIKE]
    return max((other for other in candidates if is_short_of(name, other)), key=len, default=None)


def _fullest(name: str, longer: dict[str, str | None]) -> str:
    # Each step leads to a longer name, so it comes to an end.
    while (following := longer[name]) is not None:
        name = following
    return name
