"""The tagger: names of a text in KLUE-NER's convention, each with its chance; one run of the network a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sasil.doc import Word
from sasil.errors import ModelError
from sasil.tagger.decoding import TAGS, best_tags, runs
from sasil.tagger.features import MOST_GRAMS, OURS, Gazetteer, Still, matches, places, still
from sasil.tagger.tokens import Cutter, Token, sequences
from sasil.tagger.weights import Weights, read_weights

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_HELD = 1 << 14
_PIECE = 1 << 12
_SHORTER = 0.7


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
        self._gazetteer = Gazetteer(weights.forms, weights.form_endings)
        self._cutter = Cutter(weights.cuts, weights.endings, weights.known)
        self._session = _session(weights.network, place)
        self._width = weights.tables["bias"].shape[-1]
        self._rows: dict[tuple[str, str, str, int], int] = {}
        self._vectors = np.zeros((0, self._width), np.float32)

    @staticmethod
    def load(folder: Path) -> Tagger:
        """Return the tagger of a folder of weights."""
        return Tagger(read_weights(folder), str(folder))

    def find(self, text: str, words: Iterable[Word], *, klue: bool = False) -> list[Found]:
        """Return the names in a text, in its order, by Sasil's guideline or by KLUE's; labels are KLUE's either way.

        ``words`` are Kiwi's, as the pipeline gives them.
        """
        tokens = list(self._cutter.tokens(words))
        self._learn(tokens)
        held = list(sequences(text, tokens))
        found: list[Found] = []
        for sentence, figures in zip(held, self._figures(text, held, 0 if klue else OURS), strict=True):
            found += _found(sentence, figures)
        return found

    def _figures(self, text: str, held: Sequence[Sequence[Token]], guide: int) -> list[NDArray[np.float32]]:
        """Return the network's figures for each sentence, a row a token."""
        inputs = [self._input(text, tokens, guide) for tokens in held]
        found: list[NDArray[np.float32]] = [np.zeros((0, len(TAGS)), np.float32)] * len(held)
        for batch in _batches([len(one) for one in inputs]):
            lengths = np.array([len(inputs[i]) for i in batch], np.int32)
            x = np.zeros((int(lengths.max()), len(batch), self._width), np.float32)
            for j, i in enumerate(batch):
                x[: lengths[j], j] = inputs[i]
            (figures,) = self._session.run(None, {"x": x, "lengths": lengths})
            for j, i in enumerate(batch):
                found[i] = figures[: lengths[j], j]
        return found

    def _input(self, text: str, tokens: Sequence[Token], guide: int) -> NDArray[np.float32]:
        tables = self._weights.tables
        rows = self._rows
        x: NDArray[np.float32] = (
            self._vectors[[rows[token[2:]] for token in tokens]]
            + tables["places"][[place + guide for place in places(tokens)]]
        )
        bits = matches(text, tokens, self._gazetteer.forms)
        for i, two in enumerate(bits):
            if two != (0, 0):
                x[i] += self._of_bits(*two)
        return x

    def _of_bits(self, begun: int, inside: int) -> NDArray[np.float32]:
        table = self._weights.tables["bits"]
        classes = len(table) // 2
        rows = [i for i in range(classes) if begun >> i & 1] + [classes + i for i in range(classes) if inside >> i & 1]
        total: NDArray[np.float32] = table[rows].sum(0)
        return total

    def _learn(self, tokens: Sequence[Token]) -> None:
        """Take the vectors of tokens that are new into the table; it is begun anew where it would grow too big."""
        if len(self._rows) > _HELD:
            self._rows.clear()
        new = {token[2:]: token for token in tokens if token[2:] not in self._rows}
        if not new:
            return
        held = [still(token, self._weights.known, self._gazetteer) for token in new.values()]
        first, last = len(self._rows), len(self._rows) + len(new)
        self._rows.update(zip(new, range(first, last), strict=True))
        if last > len(self._vectors):
            self._vectors = np.concatenate([self._vectors[:first], np.empty((last, self._width), np.float32)])
        self._vectors[first:last] = self._vectors_of(held)

    def _vectors_of(self, held: Sequence[Still]) -> NDArray[np.float32]:
        rows, tables = self._weights.rows, self._weights.tables
        plain = np.array([one[:8] for one in held])
        grams = np.zeros((len(held), MOST_GRAMS), np.int64)
        for i, one in enumerate(held):
            grams[i, : len(one.grams)] = one.grams
        known = rows["known"].at(plain[:, 0]) @ tables["from_known"]
        known += rows["known"].at(plain[:, 1]) @ tables["from_piece"]
        known += rows["word"].at(plain[:, 2]) @ tables["from_word"]
        known += rows["grams"].at(grams).sum(1) @ tables["from_grams"]
        for column, name in enumerate(("tag", "first_tag", "shape", "part", "ending"), 3):
            known += tables[name][plain[:, column]]
        total: NDArray[np.float32] = known + tables["bias"]
        return total


def _found(tokens: Sequence[Token], figures: NDArray[np.float32]) -> Iterator[Found]:
    tags = best_tags(figures).tolist()
    if not any(tags):
        return
    chances = np.exp(figures - figures.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    for first, last, tag in runs(tags):
        chance = min(float(chances[i, tags[i]]) for i in range(first, last + 1))
        yield Found(tokens[first].start, tokens[last].end, TAGS[tag][2:], chance)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Give the numbers of sentences in batches of like length, so that little is padded."""
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
