"""In which order many hosts are asked: while one is to be left alone, the others have their turn."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

from sasil.sources.web.clock import Clock
from sasil.sources.web.links import Link
from sasil.sources.web.urls import host_of


def in_turns(links: Iterable[Link], clock: Clock) -> Iterator[Link]:
    """Give the links, those of one host in their order, each time from the host that may be asked first."""
    waiting: dict[str, deque[Link]] = {}
    for link in links:
        waiting.setdefault(host_of(link.url), deque()).append(link)
    while waiting:
        host = _first(waiting, clock)
        yield waiting[host].popleft()
        if not waiting[host]:
            del waiting[host]


def _first(hosts: Iterable[str], clock: Clock) -> str:
    best, shortest = "", float("inf")
    for host in hosts:
        left = clock.left(host)
        if left <= 0:
            return host
        if left < shortest:
            best, shortest = host, left
    return best
