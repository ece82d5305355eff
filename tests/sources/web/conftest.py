"""Clients whose time passes only when they sleep, and a whole way from URLs to articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sasil.article import Article
from sasil.errors import SasilError
from sasil.sources.web.archive import Archive
from sasil.sources.web.client import Bounds, Client
from sasil.sources.web.clock import Clock
from sasil.sources.web.fetching import Fetcher
from sasil.sources.web.gate import Gate
from sasil.sources.web.links import Link
from sasil.sources.web.pages import Pages


class Sleeps:
    """A clock's time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def now(self) -> float:
        return self.time

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds


@pytest.fixture
def sleeps() -> Sleeps:
    return Sleeps()


@pytest.fixture
def make(sleeps: Sleeps) -> Callable[..., Client]:
    def make_(
        *, allow: tuple[str, ...] = ("127.0.0.1/32",), delay: float = 1.0, gate: Gate | None = None, **bounds: float
    ) -> Client:
        clock = Clock(delay, 100.0, now=sleeps.now, sleep=sleeps.sleep)
        return Client(gate or Gate(allow), clock, Bounds(**{"seconds": 5.0, **bounds}))  # type: ignore[arg-type]

    return make_


Fetch = Callable[..., tuple[list[Article], list[str]]]


@pytest.fixture
def fetch(make: Callable[..., Client], tmp_path: Path) -> Fetch:
    """Fetch URLs into an archive; what is returned is articles and errors."""

    def fetch_(
        *urls: str,
        keep: bool = True,
        refresh: bool = False,
        new: bool = False,
        attachments: bool = False,
        links: list[Link] | None = None,
        **given: object,
    ) -> tuple[list[Article], list[str]]:
        errors: list[SasilError] = []
        archive = Archive(tmp_path / "archive") if keep else None
        pages = Pages(make(**given), archive, refresh=refresh)
        fetcher = Fetcher(pages, errors.append, attachments=attachments, only_new=new)
        found = list(fetcher.articles([*map(Link, urls), *(links or [])]))
        if archive is not None:
            archive.close()
        return found, [str(error) for error in errors]

    return fetch_
