"""Links → Articles: each page fetched in its turn and read, and its attachments where they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from sasil.article import Article, Attachment
from sasil.errors import SasilError, SourceError
from sasil.readers import read
from sasil.sources.web.choosing import chosen
from sasil.sources.web.links import Link
from sasil.sources.web.pages import Page, Pages
from sasil.sources.web.turns import in_turns
from sasil.sources.web.urls import checked, shown

OnError = Callable[[SasilError], None]
OnStep = Callable[[int, int], None]


def _no_step(done: int, total: int) -> None:
    """Take no notice of how far the work is."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Turns links into articles; what fails is told to ``on_error``, one error for each URL, and the others go on.

    ``attachments``: documents of a page's own site are fetched as articles too. ``only_new``: what the archive holds
    already is passed over.
    """

    pages: Pages
    on_error: OnError
    attachments: bool = False
    only_new: bool = False

    def articles(self, links: Iterable[Link], on_step: OnStep = _no_step) -> Iterator[Article]:
        """Give the articles of links, each URL once; ``on_step`` is told how many of how many links are done."""
        each: dict[str, Link] = {}
        for link in links:
            each.setdefault(link.url, link)
        wanted = [link for link in each.values() if not (self.only_new and self.pages.has(link.url))]
        on_step(0, len(wanted))
        for done, link in enumerate(in_turns(wanted, self.pages.clock), 1):
            try:
                article = self._article(link)
                yield article
                yield from self.attached(article)
            except SasilError as error:
                self.on_error(error)
            on_step(done, len(wanted))

    def attached(self, article: Article) -> Iterator[Article]:
        """Give the articles of an article's attachments, if asked for; one that has no date has the page's."""
        if not self.attachments or article.url is None:
            return
        for one in chosen(article.attachments, article.url):
            try:
                yield self._article(Link(checked(one.url), article.published_at))
            except SasilError as error:
                self.on_error(error)

    def _article(self, link: Link) -> Article:
        page = self.pages.get(link.url)
        name = shown(link.url)
        try:
            article = read(page.body, id=name, uri=name)
        except SasilError:
            raise
        except Exception as error:  # a reader's surprise at one page must not cost the others
            raise SourceError(f"읽지 못했습니다 ({type(error).__name__}: {error})", place=name) from error
        return replace(
            article,
            url=page.url,
            published_at=article.published_at or link.published_at,
            attachments=_absolute(article.attachments, page),
        )


def _absolute(attachments: Iterable[Attachment], page: Page) -> tuple[Attachment, ...]:
    """Return the attachments with whole URLs; one whose URL is none stays as the page gives it."""
    found: list[Attachment] = []
    for one in attachments:
        try:
            found.append(replace(one, url=shown(checked(one.url, page.url))))
        except SasilError:
            found.append(one)
    return tuple(found)
