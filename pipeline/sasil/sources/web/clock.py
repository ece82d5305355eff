"""One clock a host: no host is asked again before its time."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable

from sasil.errors import SourceError

DELAY = 1.0
"""Seconds between two requests to one host where its robots.txt asks for no more."""

LONGEST = 120.0
"""The longest wait in seconds: who asks for more is not asked again."""


class Clock:
    """Says when each host may be asked next, and waits for it. All times are in seconds."""

    def __init__(
        self,
        delay: float = DELAY,
        longest: float = LONGEST,
        *,
        now: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.longest = longest
        self._now, self._sleep = now, sleep
        self._delays: dict[str, float] = defaultdict(lambda: delay)
        self._next: dict[str, float] = {}

    def slow_down(self, host: str, delay: float) -> None:
        """Leave at least ``delay`` between two requests to a host (Crawl-delay)."""
        self._delays[host] = max(self._delays[host], delay)

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone for a while (Retry-After)."""
        self._next[host] = max(self._next.get(host, 0.0), self._now() + seconds)

    def asked(self, host: str) -> None:
        """Start the time until the next request to a host."""
        self.hold(host, self._delays[host])

    def release(self, host: str) -> None:
        """Let a host be asked at once: reading its robots.txt is no reason to wait."""
        self._next.pop(host, None)

    def left(self, host: str) -> float:
        """Return how long a host is to be left alone from now."""
        return max(0.0, self._next.get(host, 0.0) - self._now())

    def wait(self, host: str) -> None:
        """Wait until a host may be asked; raise SourceError where that takes longer than the longest wait."""
        left = self.left(host)
        if left > self.longest:
            raise SourceError(f"{host}에는 {left:,.0f}초 뒤에나 물을 수 있어 그만둡니다 (한도 {self.longest:,.0f}초)")
        if left:
            self._sleep(left)
