"""How far a batch is: a bar on a terminal, a line now and then elsewhere; both on standard error."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sasil.cli.console import print_error

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from sasil.batch.manifest import Summary
    from sasil.batch.plan import Plan
    from sasil.batch.runner import Step

_EVERY = 15.0
"""Seconds between two lines where there is no terminal."""


class Shown:
    """Tells how far a batch is in lines, no more than one in ``_EVERY`` seconds; ``total`` counts the articles."""

    def __init__(self) -> None:
        self.total = self._before = self._articles = self._failures = 0
        self._began: float | None = None
        self._last = time.monotonic()

    def planning(self, articles: int) -> None:
        """Tell how many articles have been found in the inputs."""
        if self._is_time():
            self.say(f"입력을 살펴보는 중입니다: 기사 {articles:,}건")

    def begin(self, plan: Plan, done: Summary) -> None:
        """Tell what is to be done, and how much of it is done already."""
        self.total, self._before, self._failures = plan.articles, done.articles, done.failed
        if done.articles:
            left = plan.articles - done.articles
            self.say(f"이미 마친 {done.articles:,}건은 그대로 두고 나머지 {left:,}건을 합니다")
        if plan.repeats:
            self.say(f"앞의 기사와 id가 같은 {plan.repeats:,}건은 레코드를 만들지 않고 errors.jsonl에 적습니다")

    def step(self, step: Step) -> None:
        """Tell how far this run has come."""
        if self._began is None and step.articles:
            self._began = time.monotonic()  # from here on, for the model has been loaded
        self._articles = step.articles
        if self._is_time():
            done = self._before + self._articles
            self.say(f"{done:,}/{self.total:,}건, {done / self.total:.1%}{self._rate()}")

    def speed(self) -> str:
        """Return how fast this run was, in words, or nothing where it had nothing to do."""
        if self._began is None or not self._articles:
            return ""
        seconds = time.monotonic() - self._began
        return f" ({_time(seconds)}, {self._articles / max(seconds, 0.1):.1f}건/초)"

    def say(self, message: str) -> None:
        """Say a line."""
        print_error(message)

    def close(self) -> None:
        """Show no more."""

    def _rate(self) -> str:
        if self._began is None:
            return ", 모델을 읽는 중"
        rate = self._articles / max(time.monotonic() - self._began, 0.1)
        left = self.total - self._before - self._articles
        return f", {rate:.1f}건/초, 남은 시간 {_time(left / rate)}" if rate else ""

    def _is_time(self) -> bool:
        now = time.monotonic()
        if now - self._last < _EVERY:
            return False
        self._last = now
        return True


class _Bar(Shown):
    """The same as a bar of a terminal's width."""

    def __init__(self, bar: Progress) -> None:
        super().__init__()
        self._bar = bar
        self._task: TaskID = bar.add_task("", total=None, told="입력을 살펴보는 중")

    def planning(self, articles: int) -> None:
        self._bar.update(self._task, told=f"입력을 살펴보는 중: {articles:,}건")

    def begin(self, plan: Plan, done: Summary) -> None:
        super().begin(plan, done)
        self._bar.update(self._task, total=plan.articles, completed=done.articles, told="모델을 읽는 중")

    def step(self, step: Step) -> None:
        super().step(step)
        if self._began is None:
            return
        rate = self._articles / max(time.monotonic() - self._began, 0.1)
        done = self._before + self._articles
        told = [f"{done:,}/{self.total:,}", f"{rate:.1f}건/초", _time((self.total - done) / rate) if rate else ""]
        if failures := self._failures + step.failures:
            told.append(f"실패 {failures:,}")
        self._bar.update(self._task, completed=done, told="  ".join(told))

    def say(self, message: str) -> None:
        self._bar.console.print(f"sasil: {message}", markup=False, highlight=False, soft_wrap=True)

    def close(self) -> None:
        self._bar.stop()

    def _is_time(self) -> bool:
        return False


@contextmanager
def shown() -> Iterator[Shown]:
    """Give who is told how far a batch is."""
    if not sys.stderr.isatty():
        yield Shown()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    columns = BarColumn(bar_width=None), TextColumn("{task.fields[told]}", markup=False)
    with Progress(*columns, console=Console(stderr=True), expand=True, redirect_stdout=False) as bar:
        yield _Bar(bar)


def _time(seconds: float) -> str:
    """Return a duration on the clock.

    >>> _time(3725.4)
    '1:02:05'
    """
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
