"""The tagger's own labels for a text alone, in KLUE's convention, with no rule before or behind them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from spacy.vocab import Vocab

from sasil.doc import words
from sasil.language.tokenizer import KiwiTokenizer
from sasil.tagger.klue import Span
from sasil.tagger.shipped import tagger


def labeller(model: Path | None = None) -> Callable[[str], list[Span]]:
    """Return what labels a text with a folder of weights, None for Sasil's own; raises ModelError.

    >>> [span.label for span in labeller()("도준영 시장은 서울에서 말했다.")]
    ['PS', 'LC']
    """
    trained = tagger("" if model is None else str(model))
    kiwi = KiwiTokenizer(Vocab())

    def label(text: str) -> list[Span]:
        return [Span(*found[:3]) for found in trained.find(text, words(kiwi(text)), klue=True)]

    return label
