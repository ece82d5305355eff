"""A worker's seat: the process that sits there, what it has told of its unit, and what is done when it fails."""

from __future__ import annotations

import signal
import time
from collections import Counter
from contextlib import suppress
from dataclasses import replace

from sasil.batch.extraction import Failure, Kind
from sasil.batch.pipeline import Context, deaf_to_interrupts
from sasil.batch.shards import Marker, read_marker
from sasil.batch.units import Unit
from sasil.batch.worker import Begun, Done, Message, Ready, Stuck, Task, Work, work
from sasil.errors import SasilError

TRIES = 3
"""How often a worker may die on one article before that is set aside: the first time it may be another's fault."""

RENEW_AFTER = 5_000_000
"""Characters after which a process makes room for a new one: spaCy's table of words keeps places of those it forgot."""

_AT_ONCE = 100
"""Messages of one process that are heard before those of the others."""

_LEAVE = 5.0
"""Seconds that a process may take to end by itself."""


class StuckError(SasilError):
    """The run cannot go on; what is done is safe, and the same command goes on from there."""


class Seat:
    """A place at which one unit after another is done; ``line`` is what its process tells by.

    ``replaced`` counts the processes that had to be.
    """

    def __init__(self, context: Context, how: Work, timeout: float) -> None:
        self.replaced = 0
        self._context = context
        self._how = how
        self._timeout = timeout
        self._task: Task | None = None
        self._articles = self._failures = 0
        self._deaths: Counter[int] = Counter()
        self._barren = 0
        self._sit()

    @property
    def is_free(self) -> bool:
        """Whether there is no unit to be done here."""
        return self._task is None

    @property
    def articles(self) -> int:
        """The articles that have been done with here."""
        return self._articles + (self._task.first if self._task else 0)

    @property
    def failures(self) -> int:
        """The failures among them."""
        return self._failures + (sum(self._task.written.failures.values()) if self._task else 0)

    def give(self, unit: Unit) -> None:
        """Have a unit done."""
        self._task = Task(unit)
        self._deaths.clear()
        self._hand_over()

    def hear(self) -> None:
        """Take in what the process has told; raises StuckError where it cannot go on."""
        try:
            for _ in range(_AT_ONCE):
                if not self.line.poll():
                    break
                self._take(self.line.recv())
        except (EOFError, OSError):
            self._gone = True

    def watch(self) -> None:
        """Replace the process if it is gone or its article takes too long; raises StuckError where that is no use."""
        if self._gone:
            self._mourn()
            self._replace()
        elif self._since is not None and time.monotonic() - self._since > self._timeout and not self.line.poll():
            self._set_aside("time", f"{self._timeout:g}초 안에 끝나지 않았습니다")
            self._replace()
        elif self._task is None and self._characters >= RENEW_AFTER:
            self.kill()
            self._sit()

    def dismiss(self) -> None:
        """Let the process end, its work being done."""
        with suppress(OSError):
            self.line.send(None)
            self._process.join(_LEAVE)
        self.kill()

    def kill(self) -> None:
        """End the process now, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self.line.close()

    def _sit(self) -> None:
        self.line, theirs = self._context.Pipe()
        self._ready = self._gone = False
        self._characters = 0
        self._since: float | None = None
        self._process = self._context.Process(target=work, args=(theirs, self._how), daemon=True)
        with deaf_to_interrupts():
            self._process.start()
        theirs.close()

    def _hand_over(self) -> None:
        """Send the task, if there is one, to a process that is ready for it."""
        if self._ready and self._task is not None:
            try:
                self.line.send(self._task)
            except OSError:
                self._gone = True

    def _take(self, message: Message) -> None:
        match message:
            case Ready():
                self._ready = True
                self._hand_over()
            case Begun(article, written) if self._task is not None:
                self._task = replace(self._task, first=article, written=written)
                self._since = time.monotonic() if article < self._task.unit.count else None
            case Done(marker):
                self._finish(marker)
            case Stuck(reason):
                raise StuckError(reason)

    def _finish(self, marker: Marker) -> None:
        self._articles += marker.records + sum(marker.failures.values())
        self._failures += sum(marker.failures.values())
        self._characters += marker.characters
        self._task = self._since = None
        self._barren = 0

    def _mourn(self) -> None:
        """Put a death down to the article that was being worked on, or to none."""
        self._process.join(_LEAVE)
        cause = _cause(self._process.exitcode)
        if self._task is None or self._since is None:
            self._barren += 1
            if self._barren >= TRIES:
                raise StuckError(f"작업 프로세스가 기사를 시작하거나 끝맺지 못하고 죽습니다 ({cause})")
            return
        self._deaths[self._task.first] += 1
        if self._deaths[self._task.first] >= TRIES:
            self._set_aside("crash", f"처리하던 프로세스가 {TRIES}번 죽었습니다 ({cause})")

    def _set_aside(self, kind: Kind, message: str) -> None:
        if self._task is not None:
            failure = Failure(None, None, None, kind, message)
            self._task = replace(self._task, aside=self._task.aside | {self._task.first: failure})

    def _replace(self) -> None:
        """Put a new process in the seat, which goes on where the old one was."""
        self.kill()
        self.replaced += 1
        if self._task is not None and self._task.first == self._task.unit.count:
            marker = read_marker(self._how.layout, self._task.unit.name)
            if marker is not None:  # it died between the marker and the word of it
                self._finish(marker)
            else:  # its files may have been put in their places already
                self._task = Task(self._task.unit, aside=self._task.aside)
        self._sit()


def _cause(code: int | None) -> str:
    """Return in words how a process ended.

    >>> _cause(-9)
    'SIGKILL: 메모리가 모자라도 이렇게 끝납니다'
    """
    if code is None or code >= 0:
        return f"종료 코드 {code}"
    try:
        name = signal.Signals(-code).name
    except ValueError:
        name = f"시그널 {-code}"
    return f"{name}: 메모리가 모자라도 이렇게 끝납니다" if name == "SIGKILL" else name
