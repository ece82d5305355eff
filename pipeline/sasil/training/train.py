"""One run of training: teachers that each leave a part of the data out, and a small network that learns their vote."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from sasil.tagger.decoding import TAGS
from sasil.tagger.features import OURS
from sasil.tagger.weights import Weights
from sasil.training.config import Config, Size, Teachers
from sasil.training.corpus import Run
from sasil.training.data import Corpus, read_corpus
from sasil.training.exporting import onnx_network, rows, tables
from sasil.training.fitting import Batch, chances, fit
from sasil.training.network import Chain, Network
from sasil.training.swapping import SWAPPED

Told = Callable[[str], None]


def train(klue: Path, gold: Sequence[Path], config: Config, output: Path, told: Told, jobs: int = 1) -> Weights:
    """Make weights of the KLUE files in a folder and of gold articles, and write them.

    Gold articles teach the names by Sasil's guideline; of KLUE's, the teachers' vote alone speaks on them.

    Teachers' chances are kept in ``output/teachers`` and not made again. Raises SourceError where the data cannot be
    read.
    """
    torch.set_num_threads(1)
    corpus = read_corpus(klue, gold, config)
    told(f"{len(corpus.runs)} runs, {len(corpus.plain)} kinds of token, {len(corpus.classes)} classes of names")
    votes = _votes(corpus, config, output / "teachers", told, jobs)
    network = fit_student(corpus, votes, config, told)
    weights = weights_of(network, corpus, config)
    weights.save(output)
    return weights


def fit_teacher(corpus: Corpus, config: Config, number: int, told: Told) -> list[NDArray[np.float32]]:
    """Return the chances of the tags of all runs by one teacher; it has not seen the part of the data of its number."""
    teachers = config.teachers
    seen = [i for i in corpus.labelled if corpus.parts[i] != number % teachers.folds or teachers.folds == 1]
    weights = torch.from_numpy(corpus.weights)
    torch.manual_seed(teachers.fit.seed + number)
    network, chain = _network(teachers.size, corpus), Chain()

    def loss(numbers: list[int]) -> Tensor:
        held = [seen[i] for i in numbers]
        batch = Batch([corpus.runs[i] for i in held], corpus.plain, corpus.grams)
        losses = chain.loss(batch.figures(network), batch.tags, batch.lengths)
        return (losses * weights[held]).sum() / len(held)

    how = replace(teachers.fit, seed=teachers.fit.seed + number)
    lengths = [len(corpus.runs[i].still) for i in seen]
    fit([network, chain], loss, lengths, how, lambda line: told(f"teacher {number} {line}"))
    return chances(network, chain, corpus.runs, corpus.plain, corpus.grams)


def fit_student(corpus: Corpus, votes: Sequence[NDArray[np.float32]], config: Config, told: Told) -> Network:
    """Return the small network: it learns the vote on all runs, and the labels there are, by each guideline."""
    student = config.student
    torch.manual_seed(student.fit.seed)
    network = _network(student.size, corpus)
    lessons = list(_lessons(corpus, votes, config))

    def loss(numbers: list[int]) -> Tensor:
        held = [lessons[i] for i in numbers]
        batch = Batch([one.run for one in held], corpus.plain, corpus.grams)
        likely = batch.figures(network).log_softmax(-1)
        wanted = torch.nn.utils.rnn.pad_sequence([torch.from_numpy(one.wanted) for one in held], batch_first=True)
        weights = torch.tensor([one.weight for one in held])
        return -((wanted * likely).sum((1, 2)) * weights).sum() / len(held)

    lengths = [len(one.run.still) for one in lessons]
    fit([network], loss, lengths, student.fit, lambda line: told(f"student {line}"))
    return network


class Lesson(NamedTuple):
    """What the small network is to say of a run, as chances of tags, and how much that weighs."""

    run: Run
    wanted: NDArray[np.float32]
    weight: float


def _lessons(corpus: Corpus, votes: Sequence[NDArray[np.float32]], config: Config) -> Iterator[Lesson]:
    student, soft = config.student, config.student.soft
    sure = np.eye(len(TAGS), dtype=np.float32)
    for run, key, vote, weight in zip(corpus.runs, corpus.keys, votes, corpus.weights.tolist(), strict=True):
        labels = sure[run.tags]
        if weight:
            yield Lesson(run, soft * vote + np.float32(1 - soft) * labels, weight)
            continue
        if len(vote):
            yield Lesson(run, vote, 1.0)
        gold = student.swapped_gold if SWAPPED in key else student.gold
        yield Lesson(run._replace(places=run.places + OURS), labels, gold)


def weights_of(network: Network, corpus: Corpus, config: Config) -> Weights:
    """Return a network as weights for a folder, with what its features need."""
    return Weights(
        name=config.name,
        version=config.version,
        cuts=corpus.cutter.words,
        endings=sorted(corpus.cutter.endings),
        known=corpus.known,
        forms=corpus.gazetteer.forms,
        form_endings=corpus.gazetteer.endings,
        full_names=corpus.gazetteer.full_names,
        rows=rows(network),
        tables=tables(network),
        network=onnx_network(network),
    )


def _network(size: Size, corpus: Corpus) -> Network:
    return Network(size, corpus.vectors, len(corpus.classes))


def vote(corpus: Corpus, teachers: Teachers, kept: Sequence[Path]) -> list[NDArray[np.float32]]:
    """Return the mean of the teachers' chances for each run; one that has not seen it counts ``unseen`` times.

    A run that no teacher has read, as in data that is newer than they are, is voted for by its labels; the vote on one
    of a gold article, whose labels are of another guideline, is empty.
    """
    folds = teachers.folds
    total = [np.zeros((len(run.still), len(TAGS)), np.float32) for run in corpus.runs]
    count = np.zeros(len(total), np.float32)
    for number, path in enumerate(kept):
        read = _read(path)
        for i, key in enumerate(corpus.keys):
            held = read.get(key)
            if held is None or len(held) != len(total[i]):
                continue
            unseen = corpus.weights[i] and folds > 1 and corpus.parts[i] == number % folds
            total[i] += held * (teachers.unseen if unseen else 1)
            count[i] += teachers.unseen if unseen else 1
    labels = np.eye(len(TAGS), dtype=np.float32)
    return [
        (one / n).astype(np.float32) if n else labels[run.tags if weight else run.tags[:0]]
        for run, one, n, weight in zip(corpus.runs, total, count, corpus.weights, strict=True)
    ]


def _read(path: Path) -> dict[str, NDArray[np.float32]]:
    with np.load(path) as held:
        return dict(zip(held["keys"].tolist(), np.split(held["chances"], held["ends"][:-1]), strict=True))


def _votes(corpus: Corpus, config: Config, folder: Path, told: Told, jobs: int) -> list[NDArray[np.float32]]:
    folder.mkdir(parents=True, exist_ok=True)
    kept = [folder / f"{number}.npz" for number in range(config.teachers.count)]
    missing = [number for number, path in enumerate(kept) if not path.is_file()]
    # Teachers share nothing but what they read, so each may have a process of its own.
    with ProcessPoolExecutor(jobs, get_context("fork"), _begin, (corpus, config, told)) as pool:
        for number, held in zip(missing, pool.map(_taught, missing), strict=True):
            ends = np.cumsum([len(one) for one in held])
            chances = np.concatenate(held).astype(np.float16)
            np.savez(kept[number], keys=np.array(corpus.keys), chances=chances, ends=ends)
    return vote(corpus, config.teachers, kept)


_given: tuple[Corpus, Config, Told]


def _begin(corpus: Corpus, config: Config, told: Told) -> None:
    global _given
    torch.set_num_threads(1)
    _given = corpus, config, told


def _taught(number: int) -> list[NDArray[np.float32]]:
    corpus, config, told = _given
    return fit_teacher(corpus, config, number, told)
