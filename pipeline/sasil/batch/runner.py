"""The local runner: a few workers, a unit each, watched; one that dies or takes too long is replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from multiprocessing.connection import wait

from sasil.batch.pipeline import workers_context
from sasil.batch.seat import Seat
from sasil.batch.units import Unit
from sasil.batch.worker import Work

_TICK = 0.5


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run has come: articles done with and failures among them, of this run; workers that were replaced."""

    articles: int
    failures: int
    replaced: int


def run(units: Iterable[Unit], how: Work, *, workers: int, timeout: float, step: Callable[[Step], None]) -> Step:
    """Do the units in so many worker processes; return how far that is. An article may take ``timeout`` seconds.

    Each unit leaves its shard and its marker. Raises StuckError where nothing can be read by the pipeline or written
    any more; whatever is raised, no worker is left behind.
    """
    waiting = iter(units)
    seats: list[Seat] = []
    left: list[Seat] = []
    if not (first := list(islice(waiting, workers))):
        return _step(left)
    with workers_context(how.settings) as context:
        try:
            for unit in first:
                seats.append(Seat(context, how, timeout))
                seats[-1].give(unit)
            while seats:
                _attend(seats, waiting)
                for seat in [seat for seat in seats if seat.is_free]:
                    seat.dismiss()
                    seats.remove(seat)
                    left.append(seat)
                step(_step([*seats, *left]))
        finally:
            for seat in seats:
                seat.kill()
    return _step(left)


def _attend(seats: list[Seat], waiting: Iterator[Unit]) -> None:
    """Wait until a worker tells something, or for a moment; see to the gone, the late and the free."""
    wait([seat.line for seat in seats], timeout=_TICK)
    for seat in seats:
        seat.hear()
        seat.watch()
        if seat.is_free and (unit := next(waiting, None)) is not None:
            seat.give(unit)


def _step(seats: list[Seat]) -> Step:
    return Step(
        sum(seat.articles for seat in seats), sum(seat.failures for seat in seats), sum(seat.replaced for seat in seats)
    )
