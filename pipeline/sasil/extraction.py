"""Article → Record: the pipeline, loaded once, and its two ways of use, one text or many articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sasil.article import Article, iso_date, nfc
from sasil.errors import SasilError
from sasil.record import Record

if TYPE_CHECKING:
    from spacy.language import Language

COMPONENTS = (
    "sasil_time",
    "sasil_money",
    "sasil_percent",
    "sasil_quantity",
    "sasil_laws",
    "sasil_names",
    "sasil_project_names",
    "sasil_event_names",
    "sasil_overlaps",
    "sasil_acronyms",
    "sasil_organizations",
    "sasil_people",
    "sasil_projects",
    "sasil_events",
    "sasil_budgets",
    "sasil_quotes",
    "sasil_contacts",
)
"""The components in the order in which they need one another: spans first, then the records built on them."""

MAX_LENGTH = 20_000_000
"""Code points that the pipeline takes in one text; spaCy's own bound of a million is for parsers."""

FORGET_AFTER = 1_000_000
"""Code points after which a pipeline gets a new table of words; the old one has grown by some 15 MB then."""


def load(
    *,
    user_words: str | Path | None = None,
    model: str | Path | None = None,
    exclude: Sequence[str] = (),
) -> Language:
    """Return a new pipeline as a spaCy ``Language``.

    ``user_words`` is a TSV file of words that Kiwi should know, ``model`` a folder of weights in place of Sasil's own
    for names; ``exclude`` names components to leave out. Raises SourceError where the file cannot be read, and
    ModelError where the model cannot.

    >>> nlp = load()
    >>> nlp("창원시는 2일 밝혔다.").text
    '창원시는 2일 밝혔다.'
    """
    import spacy

    from sasil.language.user_words import read_user_words

    words = [list(word) for word in read_user_words(user_words)] if user_words is not None else []
    nlp = spacy.blank("ko", config={"nlp": {"tokenizer": {"@tokenizers": "sasil.KiwiTokenizer.v1", "words": words}}})
    nlp.max_length = MAX_LENGTH
    for name in COMPONENTS:
        if name not in exclude:
            nlp.add_pipe(name, config=_config(name, model))
    return nlp


def _config(component: str, model: str | Path | None) -> dict[str, str]:
    if component != "sasil_names" or model is None:
        return {}
    from sasil.tagger.shipped import tagger

    tagger(str(model))  # what is wrong with it is told now and not in the first article
    return {"model": str(model)}


def forget_words(nlp: Language) -> None:
    """Give a pipeline that has read much a new table of words: spaCy's only grows, by places of what it forgot too.

    Docs that were made before keep the old one; so does a pipeline with others' components, which may hold it.
    """
    from spacy.vocab import create_vocab

    from sasil.language.tokenizer import KiwiTokenizer

    tokenizer = nlp.tokenizer
    if not isinstance(tokenizer, KiwiTokenizer) or tokenizer.read < FORGET_AFTER:
        return
    if set(nlp.component_names) <= set(COMPONENTS):
        nlp.vocab = tokenizer.vocab = create_vocab(nlp.lang, nlp.Defaults)
        tokenizer.read = 0


@cache
def _default() -> Language:
    return load()


def extract(text: str | Article, published: str | None = None, *, nlp: Language | None = None) -> Record:
    """Return the record of one text or article.

    ``published`` is its publication date (ISO 8601), from which relative dates count. Offsets count in ``record.text``,
    the text in Unicode NFC. Raises SasilError for a date that is none and for a text with lone surrogates.

    >>> extract("총 1,800여억 원을 확보했다.").mentions[0].value.amount
    '180000000000'
    """
    from sasil.doc import set_published_at
    from sasil.records import record_of

    article = Article(id="", text=nfc(text)) if isinstance(text, str) else text
    date = article.published_at if published is None else published
    if date is not None:
        article = replace(article, published_at=iso_date(date))
    pipeline = nlp if nlp is not None else _default()
    doc = pipeline.make_doc(article.text)
    set_published_at(doc, article.published_at)
    return record_of(pipeline(doc), article)


def extract_each(
    articles: Iterable[Article], on_error: Callable[[SasilError], None], *, nlp: Language | None = None
) -> Iterator[Record]:
    """Give the record of each article in turn; one that fails is told to ``on_error`` and the others go on."""
    pipeline = nlp if nlp is not None else _default()
    for article in articles:
        place = article.source.uri or article.id
        forget_words(pipeline)
        try:
            yield extract(article, nlp=pipeline)
        except SasilError as error:
            on_error(error.at(place, article.source.line))
        except Exception as error:  # one article's surprise must not cost the others
            on_error(
                SasilError(f"처리하지 못했습니다 ({type(error).__name__}: {error})").at(place, article.source.line)
            )
