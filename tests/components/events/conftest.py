"""Words of a sentence by Kiwi, loaded once."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest

from sasil.doc import Word


@pytest.fixture(scope="session")
def read_words() -> Callable[[str], list[Word]]:
    from spacy.vocab import Vocab

    from sasil.doc import words
    from sasil.language.tokenizer import KiwiTokenizer

    tokenizer = KiwiTokenizer(Vocab())
    return cache(lambda text: words(tokenizer(text)))
