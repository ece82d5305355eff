"""Keys of APIs: sent with a request, and shown nowhere else."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from urllib.parse import quote, quote_plus

from sasil.sources.web.urls import HIDDEN


@dataclass(frozen=True, slots=True)
class Secret:
    """What a request carries besides its URL: parts of the query, and headers.

    >>> Secret(query={"serviceKey": "abc"})
    Secret()
    """

    query: dict[str, str] = field(default_factory=dict, repr=False)
    headers: dict[str, str] = field(default_factory=dict, repr=False)

    def masked(self, data: bytes) -> bytes:
        """Return an answer without the keys, should it repeat them.

        >>> Secret(query={"serviceKey": "a+b"}).masked(b"key a%2Bb is unknown")
        b'key *** is unknown'
        """
        for value in (*self.query.values(), *self.headers.values()):
            for form in {value, quote(value, safe=""), quote_plus(value)} - {""}:
                data = data.replace(form.encode(), HIDDEN.encode())
        return data

    @contextmanager
    def unlogged(self) -> Iterator[None]:
        """Keep urllib3 from writing the URL with its keys into a log of level DEBUG."""
        if not self.query:
            yield
            return
        logger = logging.getLogger("urllib3.connectionpool")
        logger.addFilter(_nothing)
        try:
            yield
        finally:
            logger.removeFilter(_nothing)


def _nothing(record: logging.LogRecord) -> bool:
    return False


NONE = Secret()
