"""Fitting a network: batches of one length, one cycle of the learning rate, and the mean of the last weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from sasil.training.config import Fit
from sasil.training.corpus import Run
from sasil.training.network import Chain, Network

_MEAN = 0.998


class Batch:
    """Sequences padded to the longest of them, as tensors; the tokens' still features are told once a kind."""

    def __init__(self, held: Sequence[Run], plain: Tensor, grams: Tensor) -> None:
        self.lengths = torch.tensor([len(one.still) for one in held])
        numbers = _padded([one.still.astype(np.int64) for one in held])
        kinds, self.kind_of = torch.unique(numbers, return_inverse=True)
        self.plain, self.grams = plain[kinds], grams[kinds]
        self.places = _padded([one.places for one in held])
        self.bits = _padded([one.bits for one in held])
        self.tags = _padded([one.tags for one in held])

    @property
    def real(self) -> Tensor:
        """Which places of the batch hold a token."""
        return torch.arange(self.tags.shape[1]) < self.lengths[:, None]

    def figures(self, network: Network) -> Tensor:
        """Return the network's figures for the batch."""
        still = network.still(self.plain, self.grams)[self.kind_of]
        figures: Tensor = network(still, self.places, self.bits, self.lengths)
        return figures


def _padded(rows: Sequence[NDArray[np.int64]]) -> Tensor:
    return nn.utils.rnn.pad_sequence([torch.from_numpy(row) for row in rows], batch_first=True)


def batches(lengths: Sequence[int], size: int, rng: np.random.Generator) -> Iterator[list[int]]:
    """Give the numbers of sequences in batches of one length each, in an order of chance.

    Without padding oneDNN's LSTM can be used; the bigger part of fitting is spent there.
    """
    alike: dict[int, list[int]] = {}
    for i in rng.permutation(len(lengths)).tolist():
        alike.setdefault(lengths[i], []).append(i)
    found = [same[i : i + size] for same in alike.values() for i in range(0, len(same), size)]
    for i in rng.permutation(len(found)):
        yield found[i]


def fit(
    modules: Sequence[nn.Module],
    loss: Callable[[list[int]], Tensor],
    lengths: Sequence[int],
    how: Fit,
    told: Callable[[str], None],
) -> None:
    """Fit modules by the loss of batches; at the end they hold the running mean of the last two rounds' weights."""
    torch.manual_seed(how.seed)
    rng = np.random.default_rng(how.seed)
    weights = [weight for module in modules for weight in module.parameters() if weight.requires_grad]
    steps = how.rounds * sum(1 for _ in batches(lengths, how.batch, rng)) + 1
    optimizer = torch.optim.AdamW(weights, lr=how.rate, weight_decay=how.decay, fused=True)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, how.rate, total_steps=steps, pct_start=how.warm)
    mean: list[Tensor] | None = None
    for number in range(how.rounds):
        for module in modules:
            module.train()
        total = []
        for batch in batches(lengths, how.batch, rng):
            value = loss(batch)
            optimizer.zero_grad()
            value.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(weights, 5.0)
            optimizer.step()
            schedule.step()
            total.append(value.item())
            if number >= how.rounds - 2:
                mean = _meant(mean, weights)
        told(f"{number + 1}/{how.rounds}: {np.mean(total):.4f}")
    with torch.no_grad():
        for weight, held in zip(weights, mean or weights, strict=True):
            weight.copy_(held)
    for module in modules:
        module.eval()


def _meant(mean: list[Tensor] | None, weights: Sequence[Tensor]) -> list[Tensor]:
    with torch.no_grad():
        if mean is None:
            return [weight.detach().clone() for weight in weights]
        for held, weight in zip(mean, weights, strict=True):
            held.lerp_(weight, 1 - _MEAN)
    return mean


def chances(
    network: Network, chain: Chain | None, sequences: Sequence[Run], plain: Tensor, grams: Tensor
) -> list[NDArray[np.float32]]:
    """Return for each sequence the chances of the tags of its tokens."""
    network.eval()
    order = sorted(range(len(sequences)), key=lambda i: len(sequences[i].still))
    found: list[NDArray[np.float32]] = [np.zeros((0, 0), np.float32)] * len(sequences)
    with torch.no_grad():
        for start in range(0, len(order), 64):
            held = order[start : start + 64]
            batch = Batch([sequences[i] for i in held], plain, grams)
            figures = batch.figures(network)
            likely = figures.softmax(-1) if chain is None else chain.chances(figures, batch.lengths)
            for i, rows, length in zip(held, likely.numpy(), batch.lengths.tolist(), strict=True):
                found[i] = rows[:length].copy()
    return found
