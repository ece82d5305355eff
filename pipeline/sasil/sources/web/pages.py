"""URL → page: from the archive where it is there, else from the web, politely, and into the archive."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from sasil.errors import SourceError
from sasil.sources.web.answer import NOT_MODIFIED, OK, Answer, reason
from sasil.sources.web.archive import Archive, Kept
from sasil.sources.web.client import Client
from sasil.sources.web.clock import Clock
from sasil.sources.web.robots import Robots
from sasil.sources.web.secret import Secret
from sasil.sources.web.urls import checked, shown


class Page(NamedTuple):
    """A page: the URL that answered, after redirects, its bytes, and whether they were fetched just now."""

    url: str
    body: bytes
    is_new: bool


class Pages:
    """Pages of the web and of an archive; without an archive nothing is kept."""

    def __init__(self, client: Client, archive: Archive | None = None, *, refresh: bool = False) -> None:
        """``refresh`` asks again for what is kept already: a server that says "not modified" sends nothing."""
        self._client = client
        self._archive = archive
        self._refresh = refresh
        self._robots = Robots(client)

    @property
    def clock(self) -> Clock:
        """The clock of all hosts."""
        return self._client.clock

    def has(self, url: str) -> bool:
        """Tell whether the archive holds a URL."""
        return self._kept(checked(url)) is not None

    def get(self, url: str, *, refresh: bool = False) -> Page:
        """Return the page of a URL; with ``refresh`` its server is asked whether it still is what is kept.

        Raises SourceError, which names the URL, for one that may not or cannot be fetched, and for any status but 200.
        """
        url = checked(url)
        kept = self._kept(url)
        if kept is not None and not (refresh or self._refresh):
            return Page(kept.url, kept.body, is_new=False)
        answer = self._client.get(
            url, permit=self._robots.permit, validators=kept.validators if kept is not None else None
        )
        if answer.status == NOT_MODIFIED and kept is not None:
            return Page(kept.url, kept.body, is_new=False)
        return self._taken(url, answer)

    def call(
        self, url: str, secret: Secret, judge: Callable[[Answer], None], *, settled: datetime | None = None
    ) -> Page:
        """Return the answer of an API, for which no robots.txt is asked; one that ``judge`` refuses is not kept.

        From the moment ``settled`` on the answer stays as it is: one that was kept since then is not asked for again.
        """
        url = checked(url)
        kept = self._kept(url) if settled is not None and not self._refresh else None
        if kept is not None and settled is not None and kept.at >= settled:
            return Page(kept.url, kept.body, is_new=False)
        answer = self._client.get(url, secret=secret)
        judge(answer)
        return self._taken(url, answer)

    def _kept(self, url: str) -> Kept | None:
        return self._archive.find(url) if self._archive is not None else None

    def _taken(self, url: str, answer: Answer) -> Page:
        if answer.status != OK:
            raise SourceError(reason(answer.status), place=shown(url))
        if not answer.body:
            raise SourceError("빈 답입니다", place=shown(url))
        if self._archive is not None:
            self._archive.keep(url, answer)
        return Page(shown(answer.url), answer.body, is_new=True)
