"""Doc → Record: the facts that the components left in a Doc, as one record."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sasil.article import Article
from sasil.doc import mentions, parts
from sasil.record import (
    Acronym,
    ArticleInfo,
    AttachmentInfo,
    Budget,
    Contact,
    EmbargoInfo,
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
    record = Record(
        id=article.id,
        source=SourceInfo(**asdict(article.source)),
        article=_info(article),
        text=article.text,
        projects=parts(doc, "projects", Project),
        budgets=parts(doc, "budgets", Budget),
        acronyms=parts(doc, "acronyms", Acronym),
        people=parts(doc, "people", Person),
        organizations=parts(doc, "organizations", Organization),
        quotes=parts(doc, "quotes", Quote),
        events=parts(doc, "events", Event),
        contacts=parts(doc, "contacts", Contact),
        warnings=[*_warnings(article), *parts(doc, "warnings", RecordWarning)],
    )
    # They were checked when they were made; pydantic would try what each of them is.
    return record.model_copy(update={"mentions": mentions(doc)})


def _info(article: Article) -> ArticleInfo:
    """Return what the document says about itself; fields that it leaves empty are left out."""
    embargo = article.embargo
    return ArticleInfo(
        title=article.title,
        published_at=article.published_at,
        outlet=article.outlet,
        byline=article.byline,
        url=article.url,
        kind=article.kind,
        subtitles=list(article.subtitles) or None,
        embargo=None if embargo is None else EmbargoInfo(raw=embargo.raw, at=embargo.at),
        captions=list(article.captions) or None,
        boilerplate=list(article.boilerplate) or None,
        attachments=[AttachmentInfo(url=one.url, name=one.name) for one in article.attachments] or None,
    )


def _warnings(article: Article) -> list[RecordWarning]:
    return [RecordWarning(code=one.code, message=one.message, span=one.span) for one in article.notices]
