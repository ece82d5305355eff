"""Kiwi as a spaCy tokenizer: every character of the text in a token, so that ``doc.text == text``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from operator import add
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.vocab import Vocab

from sasil.article import holds_half
from sasil.doc import Word, keep_words, word_of
from sasil.errors import TextError
from sasil.language.morphemes import Morpheme, chunks, morphemes, pieces
from sasil.language.user_words import UserWord

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

_FILE = "kiwi.json"
_BEGINS, _GOES_ON = 1, (1 << 64) - 1  # of a sentence, as spaCy has it: 1 and -1 without a sign


class KiwiTokenizer:
    """A spaCy tokenizer on Kiwi's morphemes.

    Tokens carry Kiwi's tag in ``tag_`` (joined by ``+`` where morphemes share a character, ``_SP`` for white space) and
    the morphemes' forms in ``lemma_``; sentence starts are Kiwi's, and where Kiwi's dictionary lacks a word is kept for
    ``sasil.doc.unheard``. Kiwi is built when it is first used, and again in each process: only the word list travels.
    ``read`` counts the code points that have been read into ``vocab``.
    """

    def __init__(self, vocab: Vocab, words: Sequence[UserWord] = ()) -> None:
        self.vocab = vocab
        self.read = 0
        self.words = tuple(words)
        self._kiwi: Kiwi | None = None
        self._numbers = _Numbers(vocab.strings)

    @property
    def kiwi(self) -> Kiwi:
        """Kiwi with the user's words, on one thread."""
        if self._kiwi is None:
            from kiwipiepy import Kiwi

            kiwi = Kiwi(num_workers=1)
            for word in self.words:
                kiwi.add_user_word(word.form, word.tag, word.score)
            self._kiwi = kiwi
        return self._kiwi

    def __call__(self, text: str) -> Doc:
        """Return the Doc of a text; raise TextError where the text holds a lone surrogate."""
        if holds_half(text):
            place = next(place for place, sign in enumerate(text) if "\ud800" <= sign <= "\udfff")
            raise TextError(f"{place}번째 글자가 짝이 없는 서로게이트(U+{ord(text[place]):04X})입니다")
        self.read += len(text)
        unheard: list[int] = []
        cut = pieces(text, self._morphemes(text, unheard))
        columns = _Columns(*zip(*cut, strict=True)) if cut else _Columns()
        doc = self._doc(columns)
        keep_words(doc, text, columns.words(), columns.starts, unheard)
        return doc

    def _doc(self, cut: _Columns) -> Doc:
        """Return the Doc of pieces; what it takes as lists of strings it would read over and over."""
        doc = Doc(self.vocab, words=list(cut.surfaces), spaces=list(cut.spaces))
        if self._numbers.strings is not self.vocab.strings:
            self._numbers = _Numbers(self.vocab.strings)
        rows: Any = np.empty((len(cut.starts), 3), np.uint64)
        rows[:, 0] = list(map(self._numbers.__getitem__, cut.tags))
        rows[:, 1] = list(map(self._numbers.__getitem__, cut.forms))
        rows[:, 2] = np.where(cut.begins, np.uint64(_BEGINS), np.uint64(_GOES_ON))
        return doc.from_array(["TAG", "LEMMA", "SENT_START"], rows)

    def pipe(self, texts: Iterable[str], **_: Any) -> Iterator[Doc]:
        """Give the Doc of each text in turn."""
        yield from map(self, texts)

    def _morphemes(self, text: str, unheard: list[int]) -> list[Morpheme]:
        """Return Kiwi's morphemes of a text, which it reads in chunks; ``unheard`` takes the starts of unknown ones."""
        found: list[Morpheme] = []
        offset = sentence = 0
        for chunk in chunks(text):
            tokens = self.kiwi.tokenize(chunk)
            unheard += [token.start + offset for token in tokens if token.oov]
            held = morphemes(tokens)
            numbers = held[-1][-1] + 1 if held else 1
            if offset:
                held = [(form, tag, at + offset, long, number + sentence) for form, tag, at, long, number in held]
            found += held
            offset += len(chunk)
            sentence += numbers
        return found

    def __getstate__(self) -> dict[str, Any]:
        numbers = _Numbers(self.vocab.strings)
        return {"vocab": self.vocab, "read": self.read, "words": self.words, "_kiwi": None, "_numbers": numbers}

    def to_bytes(self, **_: Any) -> bytes:
        """Return the word list as bytes."""
        return json.dumps([list(word) for word in self.words], ensure_ascii=False).encode()

    def from_bytes(self, data: bytes, **_: Any) -> KiwiTokenizer:
        """Take over a word list from bytes."""
        self.words = tuple(UserWord(*word) for word in json.loads(data))
        self._kiwi = None
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Write the word list into a folder."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _FILE).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> KiwiTokenizer:
        """Take over the word list of a folder."""
        return self.from_bytes((Path(path) / _FILE).read_bytes())


class _Numbers(dict[str, int]):
    """The numbers that a table of strings has given to those that it was asked to hold."""

    def __init__(self, strings: StringStore) -> None:
        super().__init__()
        self.strings = strings

    def __missing__(self, string: str) -> int:
        number = self[string] = self.strings.add(string)
        return number


class _Columns(NamedTuple):
    """The fields of pieces, each in a column."""

    starts: tuple[int, ...] = ()
    surfaces: tuple[str, ...] = ()
    spaces: tuple[bool, ...] = ()
    tags: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    begins: tuple[bool, ...] = ()

    def words(self) -> list[Word]:
        """Return the pieces that are no white space, in their places."""
        ends = map(add, self.starts, map(len, self.surfaces))
        found = map(word_of, zip(self.starts, ends, self.surfaces, self.tags, strict=True))
        return [word for word in found if word[3] != "_SP"]
