"""URL → article, in a worker process of its own kind: a slow site keeps no article waiting."""

from __future__ import annotations

from collections.abc import Callable

from sasil.errors import SasilError
from sasil.sinks.articles import to_json
from sasil.sources.web.client import Bounds
from sasil.sources.web.fetching import Fetcher
from sasil.sources.web.links import links_of_urls
from sasil.sources.web.opening import Way, open_pages
from sasil.web.wire import Answer, Job


def fetcher(seconds: float, bytes: int, allow_private: bool = False) -> Callable[[Job], Answer]:  # noqa: A002
    """Return what fetches a URL by the rules of the web room and answers its article as ``sasil fetch`` writes it.

    Each URL is a run of its own, of which nothing is kept. ``seconds`` and ``bytes`` bound it.
    """
    way = Way(longest_wait=seconds, bounds=Bounds(bytes, seconds, retries=0), allow_private=allow_private)

    def do(job: Job) -> Answer:
        failed: list[SasilError] = []
        with open_pages(way) as pages:
            links = links_of_urls([job.body.decode()], failed.append)
            for article in Fetcher(pages, failed.append).articles(links):
                return Answer(to_json(article).encode())
        return Answer(problem="not-fetched", detail=failed[0].message if failed else "")

    return do
