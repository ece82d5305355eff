"""The tagger: names of a text in KLUE-NER's convention, each with its chance; one run of the network a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np
from blis.py import gemm
from numpy.typing import NDArray

from sasil.doc import Word, starts_of
from sasil.errors import ModelError
from sasil.tagger.decoding import TAGS, best_tags, runs
from sasil.tagger.features import MOST_GRAMS, OURS, Gazetteer, Still, matches, places, still
from sasil.tagger.tokens import Cutter, Token, bounds_of
from sasil.tagger.weights import Weights, read_weights

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_HELD = 1 << 15
_PROPER, _COMMON = ("NNP", "SL", "SH"), ("NNG", "XR")
_AT_ONCE = 1 << 10
_PIECE = 1 << 12
_SHORTER = 0.7


T = TypeVar("T", np.float32, np.bool_)

Key = tuple[Any, ...]
"""What a token is wherever it stands: its text and its word's tag; of a part, the word and which part it is as well."""

_key = itemgetter(slice(2, None))


class Found(NamedTuple):
    """A name that the tagger finds: its place, KLUE's label, and its chance by the network (0 to 1)."""

    start: int
    end: int
    label: str
    chance: float


class Tagger:
    """Finds names with the weights of a folder; raises ModelError where they cannot be used."""

    def __init__(self, weights: Weights, place: str = "") -> None:
        self.name = f"{weights.name}-{weights.version}"
        self._weights = weights
        self._gazetteer = Gazetteer.of(weights.forms, weights.form_endings, weights.full_names)
        self._cutter = Cutter(weights.cuts, weights.endings, weights.known)
        self._session = _session(weights.network, place)
        self._width = weights.tables["bias"].shape[-1]
        self._rows: dict[Key, int] = {}
        self._vectors = np.zeros((0, self._width), np.float32)
        self._telling = np.zeros(0, np.bool_)
        self._bits: dict[tuple[int, int], NDArray[np.float32]] = {}

    @staticmethod
    def load(folder: Path) -> Tagger:
        """Return the tagger of a folder of weights."""
        return Tagger(read_weights(folder), str(folder))

    def find(
        self, text: str, words: Iterable[Word], *, klue: bool = False, told: Iterable[tuple[int, int]] = ()
    ) -> list[Found]:
        """Return the names in a text, in its order, by Sasil's guideline or by KLUE's; labels are KLUE's either way.

        ``words`` are Kiwi's, as the pipeline gives them. By Sasil's guideline only sentences are read that hold a known
        name, a proper noun, a word in foreign letters or one that Kiwi does not know, but for what is ``told``, the
        places whose kind is known already: half of a release has none.
        """
        tokens, rows = self._read(list(words))
        if not tokens:
            return []
        bounds = bounds_of(text, tokens)
        known = matches(text, tokens, self._gazetteer)
        lengths = np.diff(bounds).astype(np.int32)
        read = np.ones(len(lengths), np.bool_)
        if not klue:
            read = np.logical_or.reduceat(self._telling_of(tokens, rows, known, told), bounds[:-1])
        if not read.any():
            return []
        taken = np.repeat(read, lengths)
        place = places(tokens, bounds)[taken] + (0 if klue else OURS)
        inputs = self._vectors[rows[taken]] + self._weights.tables["places"][place]
        self._add_bits(inputs, taken, known)
        edges = [0, *np.cumsum(lengths[read]).tolist()]
        figures = self._figures(inputs, edges, lengths[read])
        return list(_found(list(compress(tokens, taken.tolist())), figures, best_tags(figures, edges)))

    def _telling_of(
        self,
        tokens: Sequence[Token],
        rows: NDArray[np.int64],
        known: Iterable[tuple[int, int, int]],
        told: Iterable[tuple[int, int]],
    ) -> NDArray[np.bool_]:
        """Return which tokens show that their sentence holds a name that is not told already."""
        telling = bytearray(self._telling[rows])
        for i, _, _ in known:
            telling[i] = True
        starts = starts_of(tokens)
        for start, end in told:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            telling[first:last] = bytes(last - first)
        return np.frombuffer(telling, np.bool_)

    def _figures(
        self, inputs: NDArray[np.float32], bounds: Sequence[int], lengths: NDArray[np.int32]
    ) -> NDArray[np.float32]:
        """Return the network's figures, a row a token; sentences of like length are read together."""
        found = np.empty((len(inputs), len(TAGS)), np.float32)
        long = lengths.tolist()
        for batch in _batches(long):
            x = np.zeros((long[batch[0]], len(batch), self._width), np.float32)
            for j, i in enumerate(batch):
                x[: long[i], j] = inputs[bounds[i] : bounds[i + 1]]
            (figures,) = self._session.run(None, {"x": x, "lengths": lengths[batch]})
            for j, i in enumerate(batch):
                found[bounds[i] : bounds[i + 1]] = figures[: long[i], j]
        return found

    def _add_bits(
        self, inputs: NDArray[np.float32], taken: NDArray[np.bool_], known: Iterable[tuple[int, int, int]]
    ) -> None:
        """Add the vectors of known names to those of the tokens that are read."""
        places = np.cumsum(taken) - 1
        held = [(int(places[i]), self._of_bits(begun, inside)) for i, begun, inside in known if taken[i]]
        if held:
            numbers, vectors = zip(*held, strict=True)
            inputs[list(numbers)] += np.array(vectors)

    def _of_bits(self, begun: int, inside: int) -> NDArray[np.float32]:
        held = self._bits.get((begun, inside))
        if held is None:
            table = self._weights.tables["bits"]
            classes = len(table) // 2
            rows = [i for i in range(classes) if begun >> i & 1]
            rows += [classes + i for i in range(classes) if inside >> i & 1]
            held = self._bits[begun, inside] = table[rows].sum(0)
        return held

    def _read(self, words: list[Word]) -> tuple[list[Token], NDArray[np.int64]]:
        """Return the tokens of words with their rows in the table of vectors, into which new tokens are taken.

        The table is begun anew where it would grow too big. Only words that it lacks are new, or cut.
        """
        rows: list[Any] = list(map(self._rows.get, map(_key, words)))
        others = {i: self._cutter.tokens([words[i]]) for i, row in enumerate(rows) if row is None}
        new = {token[2:]: token for cut in others.values() for token in cut if token[2:] not in self._rows}
        if new and len(self._rows) > _HELD:
            self._rows.clear()
            return self._read(words)
        self._learn(new)
        tokens: list[Token] = []
        numbers: list[int] = []
        at = 0
        for i, cut in others.items():
            tokens += words[at:i]
            numbers += rows[at:i]
            tokens += cut
            numbers += [self._rows[token[2:]] for token in cut]
            at = i + 1
        tokens += words[at:]
        numbers += rows[at:]
        return tokens, np.array(numbers)

    def _learn(self, tokens: Mapping[Key, Token]) -> None:
        new = list(tokens)
        first, last = len(self._rows), len(self._rows) + len(new)
        if last > len(self._vectors):
            size = max(last, 2 * len(self._vectors))
            self._vectors = _widened(self._vectors, first, size)
            self._telling = _widened(self._telling, first, size)
        for at in range(0, len(new), _AT_ONCE):
            some = new[at : at + _AT_ONCE]
            held = [still(tokens[key], self._weights.known, self._gazetteer) for key in some]
            self._vectors[first + at : first + at + len(some)] = self._vectors_of(held)
            telling = [_is_telling(key[1], one.known) for key, one in zip(some, held, strict=True)]
            self._telling[first + at : first + at + len(some)] = telling
        self._rows.update(zip(new, range(first, last), strict=True))

    def _vectors_of(self, held: Sequence[Still]) -> NDArray[np.float32]:
        rows, tables = self._weights.rows, self._weights.tables
        plain = np.array([one[:8] for one in held])
        grams = np.zeros((len(held), MOST_GRAMS), np.int64)
        for i, one in enumerate(held):
            grams[i, : len(one.grams)] = one.grams
        total: NDArray[np.float32] = np.repeat(tables["bias"], len(held), 0)
        for name, inner in (
            ("known", rows["known"].at(plain[:, 0])),
            ("piece", rows["known"].at(plain[:, 1])),
            ("word", rows["word"].at(plain[:, 2])),
            ("grams", rows["grams"].at(grams).sum(1)),
        ):
            # NumPy's own product wakes a thread a core, which costs more than it saves on so little.
            gemm(np.ascontiguousarray(inner), tables[f"from_{name}"], out=total, beta=1.0)
        for column, name in enumerate(("tag", "first_tag", "shape", "part", "ending"), 3):
            total += tables[name][plain[:, column]]
        return total


def _is_telling(tag: str, known: int) -> bool:
    """Tell whether a token may show that its sentence holds a name."""
    return tag.startswith(_PROPER) or (tag in _COMMON and not known)


def _widened(table: NDArray[T], used: int, size: int) -> NDArray[T]:
    more = np.empty((size, *table.shape[1:]), table.dtype)
    more[:used] = table[:used]
    return more


def _found(tokens: Sequence[Token], figures: NDArray[np.float32], tags: NDArray[np.int64]) -> Iterator[Found]:
    named = np.flatnonzero(tags)
    if not named.size:
        return
    chances = np.exp(figures[named] - figures[named].max(1, keepdims=True))
    sure = dict(zip(named.tolist(), (chances[range(len(named)), tags[named]] / chances.sum(1)).tolist(), strict=True))
    for first, last, tag in runs(tags.tolist()):
        chance = min(sure[i] for i in range(first, last + 1))
        yield Found(tokens[first].start, tokens[last].end, TAGS[tag][2:], chance)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Give the numbers of the sentences to be read in batches of like length, so that little is padded."""
    held: list[int] = []
    for i in sorted(range(len(lengths)), key=lambda i: -lengths[i]):
        longest = lengths[held[0]] if held else 0
        if held and (lengths[i] < longest * _SHORTER or longest * len(held) > _PIECE):
            yield held
            held = []
        held.append(i)
    if held:
        yield held


def _session(network: bytes, place: str) -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        return InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime's own exceptions have no common root
        raise ModelError(f"신경망을 읽을 수 없습니다 ({type(error).__name__})", place=place) from None
