"""All that a training run reads: KLUE files, the texts of gold articles, Kiwi's vectors, and lists of names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sasil.errors import SourceError
from sasil.evaluation.files import read_gold
from sasil.tagger.features import Gazetteer
from sasil.tagger.klue import LABELS, Sentence, Span, read_klue
from sasil.tagger.tokens import Cutter
from sasil.training.config import Config
from sasil.training.cong import read_vectors
from sasil.training.corpus import Encoder, Read, Reader, Run, learn_cuts, learn_full_names
from sasil.training.gazetteers import gazetteer
from sasil.training.swapping import swapped

OURS = dict(zip(("PERSON", "ORG", "LOC"), LABELS, strict=True))
"""KLUE's labels of the types of names in gold articles."""

_SCALE = 8.0


@dataclass(frozen=True)
class Corpus:
    """All that training reads: runs of tokens with the features of their tokens, vectors, and what the weights carry.

    ``keys`` name the runs; ``weights`` has a figure a run, 0 for gold articles: their names are by Sasil's guideline.
    """

    runs: list[Run]
    keys: list[str]
    weights: NDArray[np.float32]
    parts: list[int]
    plain: Tensor
    grams: Tensor
    vectors: NDArray[np.float32]
    known: dict[str, int]
    cutter: Cutter
    gazetteer: Gazetteer
    classes: tuple[str, ...]

    @property
    def labelled(self) -> list[int]:
        """The numbers of the runs that have labels by KLUE's guideline."""
        return np.flatnonzero(self.weights > 0).tolist()


def read_corpus(klue: Path, gold: Sequence[Path], config: Config) -> Corpus:
    """Read the data; gold articles are cut at their lines."""
    files = sorted(klue.glob("*.tsv"))
    if not files:
        raise SourceError("KLUE 형식의 TSV 파일이 없습니다", place=str(klue))
    reader = Reader()
    held: list[tuple[Read, float]] = []
    for path in files:
        weight = config.weights.get(path.stem, 1.0)
        held += [(reader.read(sentence), weight) for sentence in read_klue(path)]
    labelled = [read for read, _ in held]
    lines = [line for path in gold for line in _lines(path)]
    lines += list(swapped(lines, config.student.swapped, config.student.fit.seed))
    held += [(reader.read(line), 0.0) for line in lines]
    vectors = read_vectors()
    known = reader.known(len(vectors))
    names, classes = gazetteer(config.gazetteers)
    cutter = learn_cuts(labelled, known)
    numbers = {word: row for row, word in enumerate(known, 1)}
    names = names._replace(full_names=learn_full_names(labelled, cutter))
    encoder = Encoder(cutter, numbers, names)
    runs = list(encoder.runs([read for read, _ in held]))
    plain, grams = encoder.table()
    return Corpus(
        runs=runs,
        keys=[f"{held[run.source][0].sentence.id} {run.tokens[0].start}" for run in runs],
        weights=np.array([held[run.source][1] for run in runs], np.float32),
        parts=[crc32(held[run.source][0].sentence.id.encode()) // 100 % config.teachers.folds for run in runs],
        plain=torch.from_numpy(plain),
        grams=torch.from_numpy(grams),
        vectors=np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors[list(known.values())] * _SCALE]),
        known=numbers,
        cutter=cutter,
        gazetteer=names,
        classes=classes,
    )


def _lines(path: Path) -> Iterator[Sentence]:
    """Give the lines of gold articles with their names; a name over a line's end is left out."""
    for article in read_gold(path):
        text = article.record.text
        names = [m for m in article.record.mentions if m.type in OURS]
        for line in re.finditer(r"[^\n]*\S[^\n]*", text):
            start, end = line.span()
            held = (m for m in names if start <= m.start and m.end <= end)
            spans = tuple(Span(m.start - start, m.end - start, OURS[m.type]) for m in held)
            yield Sentence(f"{article.record.id}-{start}", line[0], spans)
