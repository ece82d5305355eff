"""Sentences as the network reads them: tokens numbered over the whole corpus, with their labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import log
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from spacy.vocab import Vocab

from sasil.doc import Word
from sasil.language.morphemes import morphemes, pieces
from sasil.language.tokenizer import KiwiTokenizer
from sasil.tagger.decoding import TAGS
from sasil.tagger.features import MOST_GRAMS, Gazetteer, Still, matches, places, still
from sasil.tagger.full_names import HEADS, LENGTH, FullNames
from sasil.tagger.klue import Sentence, Span
from sasil.tagger.tokens import Cutter, Token, bounds_of

_OFTEN, _DOUBT = 2, 2.0
_KIWI_TAGS = frozenset({"NNG", "NNP", "NNB", "NR", "NP", "XR", "MAG", "MM", "IC", "VV", "VA", "XSN", "XPN", "SL", "SH"})


class Read(NamedTuple):
    """A sentence with Kiwi's words."""

    sentence: Sentence
    words: list[Word]


class Run(NamedTuple):
    """A run of tokens for the network: numbers of tokens, places, gazetteer bits, and tags where they are known."""

    source: int
    tokens: list[Token]
    still: NDArray[np.int32]
    places: NDArray[np.int64]
    bits: NDArray[np.int64]
    tags: NDArray[np.int64]


class Reader:
    """Reads sentences with Kiwi as the pipeline does, and counts the morphemes for the table of known words."""

    def __init__(self) -> None:
        self._kiwi = KiwiTokenizer(Vocab()).kiwi
        self.vector_of: dict[str, int] = {}
        self._seen: Counter[str] = Counter()

    def read(self, sentence: Sentence) -> Read:
        """Return a sentence with its words."""
        words: list[Word] = []
        ids: dict[int, int] = {}
        tokens = self._kiwi.tokenize(sentence.text)
        for token in tokens:
            ids.setdefault(token.start, token.id)
        for start, surface, _, tag, _, _ in pieces(sentence.text, morphemes(tokens)):
            if tag != "_SP":
                words.append(Word(start, start + len(surface), surface, tag))
                key = f"{surface}/{tag}"
                self._seen[key] += 1
                self.vector_of.setdefault(key, ids.get(start, 0))
        return Read(sentence, words)

    def known(self, rows: int, least: int = 3) -> dict[str, int]:
        """Return words as ``word/tag`` with the rows of their vectors: Kiwi's dictionary, and what was seen often.

        ``rows`` is the number of vectors; ids beyond it, and that of unknown words, have none.
        """
        found: dict[str, int] = {}
        for number in range(3, rows):
            morpheme = self._kiwi.morpheme(number)
            tag = str(morpheme.tag).partition("-")[0]
            if morpheme.form and tag in _KIWI_TAGS:
                found.setdefault(f"{morpheme.form}/{tag}", number)
        for key, count in self._seen.items():
            if count >= least and 2 < self.vector_of[key] < rows:
                found.setdefault(key, self.vector_of[key])
        return found


def learn_cuts(sentences: Iterable[Read], known: Iterable[str]) -> Cutter:
    """Return a cutter by the names that end or begin inside a word: words seen so, and what follows names in others."""
    known = frozenset(known)
    inside: Counter[tuple[str, int]] = Counter()
    seen: Counter[str] = Counter()
    endings: dict[str, set[str]] = {}
    for one in sentences:
        bounds = {bound for span in one.sentence.spans for bound in span[:2]}
        for start, end, text, tag in one.words:
            if end - start < 2:
                continue
            seen[text] += 1
            for bound in bounds.intersection(range(start + 1, end)):
                inside[text, bound - start] += 1
                if f"{text}/{tag}" not in known:
                    endings.setdefault(text[bound - start :], set()).add(text)
    words: dict[str, tuple[int, ...]] = {}
    for (text, cut), count in sorted(inside.items()):
        if count * 4 >= seen[text] and (count > 1 or len(text) <= 3):
            words[text] = (*words.get(text, ()), cut)
    return Cutter(words, (end for end, of in endings.items() if len(of) >= 3 and len(end) <= 3), known)


def learn_full_names(sentences: Iterable[Read], cutter: Cutter) -> FullNames:
    """Return the odds of syllables in full names against other heads of words, each name and word counted once."""
    people: set[str] = set()
    others: set[str] = set()
    for (_, text, spans), words in sentences:
        ends = {token.end for token in cutter.tokens(words)}
        named = {(span.start, span.end): span.label for span in spans}
        for start, end in (match.span() for match in HEADS.finditer(text)):
            if end in ends:
                (people if named.get((start, end)) == "PS" else others).add(text[start:end])
    return FullNames(tuple(_odds([name[i] for name in people], [word[i] for word in others]) for i in range(LENGTH)))


def _odds(inside: Sequence[str], outside: Sequence[str]) -> dict[str, float]:
    seen, against = Counter(inside), Counter(outside)
    ratio = log((len(outside) + 1) / (len(inside) + 1))
    held = ((sign, log((n + _DOUBT) / (against[sign] + _DOUBT)) + ratio) for sign, n in seen.items() if n >= _OFTEN)
    return {sign: round(figure, 2) for sign, figure in held}


class Encoder:
    """Turns read sentences into runs; tokens that are alike share a number, and a row of the corpus's features."""

    def __init__(self, cutter: Cutter, known: dict[str, int], gazetteer: Gazetteer) -> None:
        self.cutter, self.known, self.gazetteer = cutter, known, gazetteer
        self._numbers: dict[tuple[Any, ...], int] = {}
        self._still: list[Still] = []

    def runs(self, sentences: Sequence[Read]) -> Iterator[Run]:
        """Give the runs of sentences in order; ``source`` counts the sentences."""
        for source, (sentence, words) in enumerate(sentences):
            tokens = self.cutter.tokens(words)
            bounds = bounds_of(sentence.text, tokens)
            bits = np.zeros((len(tokens), 2), np.int64)
            for i, begun, inside in matches(sentence.text, tokens, self.gazetteer):
                bits[i] = begun, inside
            place = places(tokens, bounds) if tokens else bits[:, 0]
            tags = np.array(tags_of(tokens, sentence.spans), np.int64)
            numbers = np.array([self._number(token) for token in tokens], np.int32)
            for start, end in pairwise(bounds):
                held = slice(start, end)
                yield Run(source, tokens[held], numbers[held], place[held], bits[held], tags[held])

    def _number(self, token: Token) -> int:
        key = token[2:]
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._still)
            self._still.append(still(token, self.known, self.gazetteer))
        return number

    def table(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Return the features of all numbered tokens: eight columns, and the n-grams, 0 where there are no more."""
        plain = np.array([one[:8] for one in self._still], np.int64)
        grams = np.zeros((len(self._still), MOST_GRAMS), np.int64)
        for i, one in enumerate(self._still):
            held = one.grams[:MOST_GRAMS]
            grams[i, : len(held)] = held
        return plain, grams


def tags_of(tokens: Sequence[Token], spans: Iterable[Span]) -> list[int]:
    """Return the BIO tag of each token; a span that ends inside a token takes the whole of it."""
    found = [0] * len(tokens)
    for start, end, label in spans:
        first = TAGS.index(f"B-{label}")
        prefix = 0
        for i, token in enumerate(tokens):
            if token.start < end and token.end > start and not found[i]:
                found[i] = first + prefix
                prefix = 1
    return found
