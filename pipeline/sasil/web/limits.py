"""How much the server takes on, and whom it answers."""

from __future__ import annotations

import os
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

MB = 2**20
MOST_WORKERS = 4
"""Processes that are started unasked: each holds Kiwi and the names model."""


def default_workers() -> int:
    """Return one worker for each processor that this process may use, at most four."""
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(MOST_WORKERS, usable))


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one server.

    ``bytes`` of a body, or of a line of a batch; ``seconds`` for an article, and apart from that for the head and for
    the body of its request to arrive; ``workers``: articles that are read at once; ``queue``: further requests that may
    wait for their turn.
    """

    bytes: int = 32 * MB
    seconds: float = 30.0
    workers: int = 1
    queue: int = 16


@dataclass(frozen=True, slots=True)
class Settings:
    """What a server is started with.

    ``token`` is asked of every request that makes work; ``hosts`` are names, besides those of the machine itself, by
    which a server on loopback may be called; ``user_words`` and ``model`` are as in ``sasil.load``.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    token: str | None = None
    hosts: tuple[str, ...] = ()
    urls: bool = False
    allow_private: bool = False
    limits: Limits = Limits()
    user_words: Path | None = None
    model: Path | None = None

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Tell whether an address to bind to is reached from this machine alone.

    >>> [is_loopback(host) for host in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "naru.example")]
    [True, True, True, False, False]
    """
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"
