"""Articles → which of them are reprints, of which: the same text again, or a release and the articles that copy it.

Each article is held against those before it that share a band of its MinHash (Leskovec, Rajaraman and Ullman, Mining
of Massive Datasets, chapter 3). Bands are sorted one after another, so memory holds a few numbers an article; the
fingerprints lie in a file. What comes out depends on the articles and their order alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from tempfile import TemporaryFile
from typing import IO, Literal

import numpy as np
from numpy.typing import NDArray

from sasil.article import Article
from sasil.batch.fingerprints import FINGERPRINT, HASHES, NO_FIGURE, Fingerprints, fingerprint

ALIKE = 0.6
"""The share of the shorter article's shingles that must stand in the longer one: see benchmarks/reprints.py."""

OTHER_FIGURES = 0.1
"""The share of figures in the same words that may differ."""

OF_ONE_SIZE = 1 / 3
"""The share of the longer one's shingles that the shorter one must have: a round-up of many releases copies none."""

VERY_ALIKE = 0.9
"""From this similarity on one figure may differ, however few there are: the day on which a paper prints a release."""

_ROWS = 3
_BANDS = HASHES // _ROWS
_NEIGHBOURS = 32
"""Articles before it, of one band, against which an article is held: the nearest, so that time stays linear."""

_AT_ONCE = 1 << 12

Places = NDArray[np.int64]
Shares = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article that is a reprint, and its source, which is the first of its group and names it.

    Articles are told by their place in what was given, from 0. ``similarity`` is the share of the shorter one's wording
    that stands in the longer one, as a MinHash tells it; 1 where the texts are the same but for white space
    (``exact``).
    """

    place: int
    source: int
    kind: Literal["exact", "near"]
    similarity: float


def find_reprints(articles: Iterable[Article]) -> Iterator[Reprint]:
    """Give the reprints among articles, in their order; what is no reprint is not told of.

    Raises SasilError where datasketch is missing.

    >>> text = "나루시는 2일 물빛다리 조성사업 착공식을 열었다."
    >>> list(find_reprints([Article("보도", text), Article("다른", "미르구는 쉰다."), Article("기사", f" {text}")]))
    [Reprint(place=2, source=0, kind='exact', similarity=1.0)]
    """
    with TemporaryFile() as file:
        for article in articles:
            file.write(fingerprint(article).tobytes())
        yield from grouped(file)


def grouped(file: IO[bytes]) -> Iterator[Reprint]:
    """Give the reprints among articles whose fingerprints a file holds, in its order."""
    file.flush()
    file.seek(0, 2)
    if not file.tell():
        return
    prints: Fingerprints = np.memmap(file, FINGERPRINT, "r")
    order = np.argsort(prints["order"], kind="stable")
    first = _first_of_same(prints, order)
    originals = order[first[order] == order]
    sources = _sources(prints, originals)
    for place, same in enumerate(first.tolist()):
        source, similarity = sources.get(same, (same, 1.0))
        if source != place:
            exact = source == same
            yield Reprint(place, source, "exact" if exact else "near", 1.0 if exact else similarity)


def _first_of_same(prints: Fingerprints, order: Places) -> Places:
    """Return for each article the first with the same text; one that says nothing is no copy of another."""
    texts = prints["text"][order]
    by_text = np.lexsort((texts[:, 0], texts[:, 1]))  # stable: of the same texts the first stays in front
    ordered = texts[by_text]
    starts = np.ones(len(order), bool)
    starts[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    runs = np.cumsum(starts) - 1
    first = np.empty(len(order), np.int64)
    first[order[by_text]] = order[by_text[starts]][runs]
    empty = np.flatnonzero(~prints["text"].any(axis=1))
    first[empty] = empty
    return first


def _sources(prints: Fingerprints, originals: Places) -> dict[int, tuple[int, float]]:
    """Return the source of each article that is near one, and how near; ``originals`` are in order of time."""
    found: dict[int, tuple[int, float]] = {}
    alike = _alike(prints, originals, _pairs(prints, originals))
    for rank, group in groupby(alike, key=lambda pair: pair[0]):
        candidates = {rank_before: similarity for _, rank_before, similarity in group}
        direct = [(-similarity, before) for before, similarity in candidates.items() if before not in found]
        if not direct:  # its likes are reprints themselves: it may be one of the same source
            through = {found[before][0] for before in candidates}
            pairs = np.array([[rank, source] for source in sorted(through)], np.int64)
            direct = [(-similarity, source) for _, source, similarity in _alike(prints, originals, pairs)]
        if direct:
            similarity, source = min(direct)
            found[rank] = (source, -similarity)
    places = originals.tolist()
    return {places[rank]: (places[source], similarity) for rank, (source, similarity) in found.items()}


def _pairs(prints: Fingerprints, originals: Places) -> Places:
    """Return pairs of ranks, a later and an earlier article that share a band, in order and each once."""
    ranks = np.flatnonzero(prints["shingles"][originals])
    held = np.empty(0, np.int64)
    new: list[Places] = []
    for band in range(_BANDS):
        new += _pairs_of_band(_band(prints, originals[ranks], band), ranks)
        if sum(map(len, new)) > len(held) + len(originals):
            held, new = np.unique(np.concatenate([held, *new])), []
    held = np.unique(np.concatenate([held, *new]))
    return np.stack([held >> 32, held & 0xFFFFFFFF], axis=1)


def _band(prints: Fingerprints, places: Places, band: int) -> NDArray[np.uint64]:
    mixed = np.zeros(len(places), np.uint64)
    for row in range(band * _ROWS, (band + 1) * _ROWS):
        mixed = (mixed ^ prints["wording"][places, row]) * np.uint64(0x9E3779B97F4A7C15)
        mixed ^= mixed >> np.uint64(31)
    return mixed


def _pairs_of_band(keys: NDArray[np.uint64], ranks: Places) -> Iterator[Places]:
    by_key = np.argsort(keys, kind="stable")
    keys, ranks = keys[by_key], ranks[by_key]
    for distance in range(1, _NEIGHBOURS + 1):
        same = np.flatnonzero(keys[distance:] == keys[:-distance])
        if not len(same):
            return
        yield ranks[same + distance] << 32 | ranks[same]


def _alike(prints: Fingerprints, originals: Places, pairs: Places) -> Iterator[tuple[int, int, float]]:
    """Give the pairs whose wording and figures are those of one text, and their similarity."""
    for start in range(0, len(pairs), _AT_ONCE):
        some = pairs[start : start + _AT_ONCE]
        one, other = prints[originals[some[:, 0]]], prints[originals[some[:, 1]]]
        similarity = np.round(_similarity(one, other), 3)
        kept = (similarity >= ALIKE) & _of_one_size(one, other) & _same_figures(one, other, similarity)
        yield from zip(*some[kept].T.tolist(), similarity[kept].tolist(), strict=True)


def _similarity(one: Fingerprints, other: Fingerprints) -> Shares:
    """Return what share of the shorter ones' shingles the longer ones have: from the share of all that both have."""
    resemblance = (one["wording"] == other["wording"]).mean(axis=1)
    lengths = np.stack([one["shingles"], other["shingles"]]).astype(np.float64)
    common = resemblance * lengths.sum(axis=0) / (1 + resemblance)
    return np.asarray(np.minimum(common / lengths.min(axis=0), 1.0))


def _of_one_size(one: Fingerprints, other: Fingerprints) -> NDArray[np.bool_]:
    lengths = np.stack([one["shingles"], other["shingles"]])
    return np.asarray(lengths.min(axis=0) >= OF_ONE_SIZE * lengths.max(axis=0))


def _same_figures(one: Fingerprints, other: Fingerprints, similarity: Shares) -> NDArray[np.bool_]:
    """Tell whether figures that stand in the same words are the same, but for a few."""
    contexts = one["contexts"][:, :, None]
    compared = (contexts == other["contexts"][:, None, :]) & (contexts != NO_FIGURE)
    differing = (compared & (one["figures"][:, :, None] != other["figures"][:, None, :])).sum(axis=(1, 2))
    few = differing <= OTHER_FIGURES * compared.sum(axis=(1, 2))
    return np.asarray(few | (differing <= 1) & (similarity >= VERY_ALIKE))
