"""The network in PyTorch: features summed into one vector a token, an LSTM both ways, and figures for the tags."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from sasil.tagger import features
from sasil.tagger.decoding import TAGS, allowed
from sasil.training.config import Size

ENDINGS = 8
PARTS = 4


class Network(nn.Module):
    """Reads a batch of sentences and gives figures for their tags.

    ``vectors`` are the known words' vectors (row 0: nothing), which are not trained; ``classes`` the gazetteer's.
    """

    def __init__(self, size: Size, vectors: NDArray[np.float32], classes: int) -> None:
        super().__init__()
        self.size = size
        self.vectors = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=True)  # type: ignore[no-untyped-call]
        self.known = nn.Linear(vectors.shape[1], size.known, bias=False)
        self.from_known = nn.Linear(size.known, size.width)
        self.from_piece = nn.Linear(size.known, size.width)
        self.word = nn.Embedding(features.WORDS, size.table)
        self.grams = nn.EmbeddingBag(features.GRAMS, size.table, mode="sum", padding_idx=0)
        self.from_word = nn.Linear(size.table, size.width)
        self.from_grams = nn.Linear(size.table, size.width)
        self.small = nn.ModuleList(
            nn.Embedding(rows, size.width)
            for rows in (features.TAGS, features.TAGS, features.SHAPES, PARTS, ENDINGS, features.PLACES)
        )
        self.bits = nn.Linear(2 * classes, size.width)
        for weight in (self.word.weight, self.grams.weight, *self.small.parameters()):
            nn.init.normal_(weight, std=0.1)
        self.classes = classes
        self.norm = nn.LayerNorm(size.width)
        self.drop = nn.Dropout(size.dropout)
        self.lstm = nn.LSTM(
            size.width,
            size.hidden,
            size.layers,
            batch_first=True,
            bidirectional=True,
            dropout=size.dropout if size.layers > 1 else 0.0,
        )
        self.out = nn.Linear(2 * size.hidden, len(TAGS))

    def still(self, plain: Tensor, grams: Tensor) -> Tensor:
        """Return the vectors of tokens by what is the same wherever they stand."""
        known, piece, word = plain[:, 0], plain[:, 1], plain[:, 2]
        if self.training:
            known, piece, word = (
                column.masked_fill(torch.rand(column.shape) < self.size.unknown, 0) for column in (known, piece, word)
            )
        tags = [table(plain[:, i]) for table, i in zip(self.small, (3, 4, 5, 6, 7), strict=False)]
        return torch.stack(
            [
                self.from_known(self.known(self.vectors(known))),
                self.from_piece(self.known(self.vectors(piece))),
                self.from_word(self.word(word)),
                self.from_grams(self.grams(grams)),
                *tags,
            ]
        ).sum(0)

    def forward(self, still: Tensor, places: Tensor, bits: Tensor, lengths: Tensor) -> Tensor:
        """Return the figures of a batch, padded to its longest sentence."""
        spread = (bits.unsqueeze(-1) >> torch.arange(self.classes)) & 1
        x = still + self.small[5](places) + self.bits(spread.flatten(-2).float())
        x = self.drop(torch.relu(self.norm(x)))
        figures: Tensor = self.out(self.drop(self._run(x, lengths)))
        return figures

    def _run(self, x: Tensor, lengths: Tensor) -> Tensor:
        if bool((lengths == x.shape[1]).all()):  # oneDNN is several times faster, and reads no packed sequences
            whole: Tensor = self.lstm(x)[0]
            return whole
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        padded, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True, total_length=x.shape[1])
        return padded


class Chain(nn.Module):
    """A linear-chain CRF over the tags: its loss, and the chances of tags in the light of the whole sentence."""

    def __init__(self) -> None:
        super().__init__()
        n = len(TAGS)
        self.steps = nn.Parameter(torch.zeros(n, n))
        self.first = nn.Parameter(torch.zeros(n))
        self.last = nn.Parameter(torch.zeros(n))
        self.barred: Tensor
        self.register_buffer("barred", torch.tensor(np.where(allowed(), 0.0, -1e4), dtype=torch.float32))

    def total(self, figures: Tensor, lengths: Tensor) -> Tensor:
        """Return the logarithm of the sum over all runs of tags."""
        steps = self.steps + self.barred
        so_far = self.first + self.barred[0] + figures[:, 0]
        for t in range(1, figures.shape[1]):
            after = torch.logsumexp(so_far.unsqueeze(2) + steps, 1) + figures[:, t]
            so_far = torch.where((t < lengths)[:, None], after, so_far)
        return torch.logsumexp(so_far + self.last, 1)

    def loss(self, figures: Tensor, tags: Tensor, lengths: Tensor) -> Tensor:
        """Return the negative log-likelihood of each sentence's tags."""
        n, longest = tags.shape
        real = torch.arange(longest) < lengths[:, None]
        steps = self.steps + self.barred
        score = (figures.gather(2, tags.unsqueeze(2)).squeeze(2) * real).sum(1)
        score = score + (steps[tags[:, :-1], tags[:, 1:]] * real[:, 1:]).sum(1)
        ends = tags[torch.arange(n), lengths - 1]
        return self.total(figures, lengths) - score - self.first[tags[:, 0]] - self.last[ends]

    def chances(self, figures: Tensor, lengths: Tensor) -> Tensor:
        """Return the chance of each tag at each token: the slope of the total by the figures."""
        with torch.enable_grad():
            figures = figures.detach().requires_grad_()
            (slopes,) = torch.autograd.grad(self.total(figures, lengths).sum(), figures)
        return slopes.clamp(min=0)
