"""What spaCy's registry knows of the tokenizer; imported by spaCy at start-up, so it imports next to nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

    from sasil.language.tokenizer import KiwiTokenizer


def make_tokenizer(words: Sequence[Sequence[Any]] = ()) -> Callable[[Language], KiwiTokenizer]:
    """Return the maker of a Kiwi tokenizer, as spaCy's config asks for one."""

    def make(nlp: Language) -> KiwiTokenizer:
        from sasil.language.tokenizer import KiwiTokenizer
        from sasil.language.user_words import UserWord

        return KiwiTokenizer(nlp.vocab, [UserWord(*word) for word in words])

    return make
