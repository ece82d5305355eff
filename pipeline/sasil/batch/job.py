"""A job from its inputs to its manifest: planned once, gone on with after a stop, refused where it is another."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Protocol

from sasil.batch.identity import Identity, Options, difference, identity
from sasil.batch.inputs import found
from sasil.batch.layout import Layout, clear, locked
from sasil.batch.manifest import Run, Summary, close, summed
from sasil.batch.pipeline import Settings
from sasil.batch.plan import Plan, changed_input, read_plan, write_plan
from sasil.batch.runner import Step, run
from sasil.batch.shards import read_marker
from sasil.batch.units import Unit
from sasil.batch.worker import Work
from sasil.errors import SasilError, SourceError
from sasil.sinks.replacing import replacing

_WAYS_OUT = "같은 입력과 설정으로 이어 하거나, --restart로 처음부터 다시 하거나, 다른 --output을 주세요"


class RefusedError(SasilError):
    """The folder holds another job, or what is left of it: nothing was touched."""


class Progress(Protocol):
    """Who is told how it goes."""

    def planning(self, articles: int) -> None:
        """Tell how many articles have been found in the inputs."""

    def begin(self, plan: Plan, done: Summary) -> None:
        """Tell what is to be done, and how much of it is done already."""

    def step(self, step: Step) -> None:
        """Tell how far this run has come."""


def do(
    inputs: Sequence[str], output: Path, options: Options, *, workers: int, told: Progress, restart: bool = False
) -> Summary:
    """Do a job, or the rest of it, in so many processes; return what it has come to.

    Raises SourceError for inputs that are not there, RefusedError where the folder holds another job, StuckError where
    it cannot go on, SasilError where the folder cannot be had, and OSError where the disk is full or fails.
    """
    next(found(inputs, output), None)  # what is mistyped is told before anything is made
    this = identity(inputs, options)
    layout = Layout(output)
    with locked(layout):
        if restart:
            clear(layout)
        plan = _taken_up(this, inputs, layout) or _planned(this, inputs, layout, options, told.planning)
        told.begin(plan, summed(layout))
        return _run(this, plan, layout, options, workers, told)


def _run(this: Identity, plan: Plan, layout: Layout, options: Options, workers: int, told: Progress) -> Summary:
    began = time.time()
    last = Step(0, 0, 0)

    def step(now: Step) -> None:
        nonlocal last
        last = now
        told.step(now)

    def closed() -> Summary:
        return close(layout, plan, this, Run(began, time.time() - began, workers, last.replaced))

    shutil.rmtree(layout.scratch, ignore_errors=True)
    try:
        run(_waiting(layout), _work(layout, options), workers=workers, timeout=options.timeout, step=step)
    except BaseException:  # Ctrl-C as well: what has been done can be seen
        shutil.rmtree(layout.scratch, ignore_errors=True)
        with suppress(OSError):
            closed()
        raise
    shutil.rmtree(layout.scratch, ignore_errors=True)
    return closed()


def _taken_up(this: Identity, inputs: Sequence[str], layout: Layout) -> Plan | None:
    """Return the plan that lies in the folder, None where there is none; raises RefusedError if it is another job's."""
    try:
        held = json.loads(layout.job.read_bytes())
        before, plan = held["job"], Plan(**held["plan"])
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError):
        raise RefusedError(
            "앞의 작업의 기록이 깨졌습니다: --restart로 처음부터 다시 하세요", place=str(layout.job)
        ) from None
    if (other := difference(before, this)) is not None:
        raise RefusedError(f"앞의 작업과 다릅니다 ({other}): {_WAYS_OUT}", place=str(layout.root))
    if (path := changed_input(inputs, layout.root, layout.plan)) is not None:
        raise RefusedError(f"앞의 작업 뒤에 입력이 바뀌었습니다 ({path}): {_WAYS_OUT}", place=str(layout.root))
    return plan


def _planned(
    this: Identity, inputs: Sequence[str], layout: Layout, options: Options, step: Callable[[int], None]
) -> Plan:
    """Return a new plan, in a folder that is cleared of what a run that did not come to its plan has left."""
    clear(layout)
    plan = write_plan(
        inputs, layout.root, layout.plan, articles=options.shard, max_bytes=options.max_mb << 20, step=step
    )
    if not plan.articles:
        raise SourceError("기사가 없습니다", place=" ".join(inputs))
    with replacing(layout.job) as (part,):
        part.write_text(json.dumps({"job": this, "plan": asdict(plan)}, indent=2) + "\n", encoding="ascii")
    return plan


def _waiting(layout: Layout) -> Iterator[Unit]:
    for unit in read_plan(layout.plan):
        if read_marker(layout, unit.name) is None:
            yield unit


def _work(layout: Layout, options: Options) -> Work:
    return Work(
        layout,
        layout.scratch / f"{os.getpid()}-{time.time_ns()}",  # no leftover process of another run writes there
        Settings(options.user_dict, options.model),
        options.format,
        options.published,
        options.max_chars,
        options.max_mb << 20,
    )
