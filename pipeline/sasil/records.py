"""Doc → Record: the facts that the components left in a Doc, as one record."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sasil.article import Article
from sasil.doc import mentions, parts
from sasil.record import (
    Acronym,
    ArticleInfo,
    Budget,
    Contact,
    Event,
    Organization,
    Person,
    Project,
    Quote,
    Record,
    RecordWarning,
    SourceInfo,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc


def record_of(doc: Doc, article: Article) -> Record:
    """Return the record of an article whose text the pipeline has read."""
    return Record(
        id=article.id,
        source=SourceInfo(**asdict(article.source)),
        article=ArticleInfo(
            title=article.title,
            published_at=article.published_at,
            outlet=article.outlet,
            byline=article.byline,
            url=article.url,
        ),
        text=article.text,
        mentions=mentions(doc),
        projects=parts(doc, "projects", Project),
        budgets=parts(doc, "budgets", Budget),
        acronyms=parts(doc, "acronyms", Acronym),
        people=parts(doc, "people", Person),
        organizations=parts(doc, "organizations", Organization),
        quotes=parts(doc, "quotes", Quote),
        events=parts(doc, "events", Event),
        contacts=parts(doc, "contacts", Contact),
        warnings=parts(doc, "warnings", RecordWarning),
    )
