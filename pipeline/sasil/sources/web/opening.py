"""How the web is opened for a run: its bounds, its archive, what may be connected to."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sasil.sources.web.archive import Archive
from sasil.sources.web.client import Bounds, Client
from sasil.sources.web.clock import DELAY, LONGEST, Clock
from sasil.sources.web.gate import EVERYWHERE, Gate
from sasil.sources.web.pages import Pages


@dataclass(frozen=True, slots=True)
class Way:
    """How to fetch: seconds between requests to one host and the longest wait, bounds of each URL, and the rest.

    ``allow_private`` lets through addresses that are not of the public Internet; ``contact`` is told to servers.
    """

    delay: float = DELAY
    longest_wait: float = LONGEST
    bounds: Bounds = field(default_factory=Bounds)
    allow_private: bool = False
    contact: str = ""
    archive: Path | None = None
    warc: bool = False
    refresh: bool = False


@contextmanager
def open_pages(way: Way) -> Iterator[Pages]:
    """Give the pages of the web; raise SourceError where the archive or its WARC file cannot be opened."""
    gate = Gate(EVERYWHERE if way.allow_private else ())
    client = Client(gate, Clock(way.delay, way.longest_wait), way.bounds, way.contact)
    with ExitStack() as stack:
        archive: Archive | None = None
        if way.archive is not None:
            log = None
            if way.warc:
                from sasil.sources.web.warc import WarcFile

                name = f"sasil-{datetime.now(UTC):%Y%m%d%H%M%S%f}.warc.gz"
                log = stack.enter_context(WarcFile(way.archive / name))
            archive = stack.enter_context(closing(Archive(way.archive, log)))
        yield Pages(client, archive, refresh=way.refresh)
