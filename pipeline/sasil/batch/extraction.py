"""Articles → records, batch by batch: the one function over which every runner runs, here or on a cluster."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Literal

from sasil.article import Article
from sasil.errors import SasilError
from sasil.extraction import extract, forget_words, load
from sasil.record import Record

if TYPE_CHECKING:
    from spacy.language import Language

MAX_CHARS = 150_000
"""Code points that an article may have: a report of a hundred pages, some eight seconds of work."""

Kind = Literal["read", "id", "length", "time", "crash", "pipeline"]
"""Why there is no record: it could not be read, an article before has its id, it is too long, took too long, ended
the process that worked on it, or failed in the pipeline."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An article without a record: its id where it is known, its place, and why.

    ``place`` is a path or URL, ``line`` the line or row in it, from 1.

    >>> Failure("7", "기사.jsonl", 3, "length", "너무 깁니다").to_json()
    '{"id": "7", "place": "기사.jsonl", "line": 3, "kind": "length", "message": "너무 깁니다"}'
    """

    id: str | None
    place: str | None
    line: int | None
    kind: Kind
    message: str

    def to_json(self) -> str:
        """Return the failure as one line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Batch:
    """What became of the articles of a batch: each has a record or a failure, in the order of the articles."""

    records: tuple[Record, ...]
    failures: tuple[Failure, ...]


def extract_batches(
    batches: Iterable[Sequence[Article]], *, nlp: Language | None = None, max_chars: int = MAX_CHARS
) -> Iterator[Batch]:
    """Give what becomes of each batch of articles, lazily: a batch is asked for when the one before is done.

    ``nlp`` is a pipeline of ``sasil.load``, a new one if None. No article raises: what fails, and what has more than
    ``max_chars`` code points, is a failure. Memory does not grow with the number of batches.

    >>> from sasil.article import Article
    >>> [batch] = extract_batches([[Article("1", "나루시는 3억 원을 쓴다."), Article("2", "길다" * 9)]], max_chars=15)
    >>> [record.id for record in batch.records], [(failure.id, failure.kind) for failure in batch.failures]
    (['1'], [('2', 'length')])
    """
    pipeline = nlp if nlp is not None else load()
    for batch in batches:
        forget_words(pipeline)
        records: list[Record] = []
        failures: list[Failure] = []
        with pipeline.memory_zone():  # spaCy forgets the words of a batch with it
            for article in batch:
                outcome = _outcome(article, pipeline, max_chars)
                records.append(outcome) if isinstance(outcome, Record) else failures.append(outcome)
        yield Batch(tuple(records), tuple(failures))


def _outcome(article: Article, nlp: Language, max_chars: int) -> Record | Failure:
    if len(article.text) > max_chars:
        return _failure(article, "length", f"글이 너무 깁니다 ({len(article.text):,}자, 한도 {max_chars:,}자)")
    try:
        return extract(article, nlp=nlp)
    except SasilError as error:
        return _failure(article, "pipeline", error.message)
    except Exception as error:  # one article's surprise must not cost the others
        return _failure(article, "pipeline", f"처리하지 못했습니다 ({type(error).__name__}: {error})")


def _failure(article: Article, kind: Kind, message: str) -> Failure:
    return Failure(article.id, article.source.uri or article.id, article.source.line, kind, message)
