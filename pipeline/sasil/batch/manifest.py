"""What a job has come to: counts over its markers, all its failures in one file, and the manifest."""

from __future__ import annotations

import json
import platform
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from sasil.batch.identity import Identity
from sasil.batch.layout import ERRORS, MANIFEST, Layout
from sasil.batch.plan import Plan, read_plan
from sasil.batch.shards import Marker, read_marker
from sasil.sinks.replacing import replacing


@dataclass(frozen=True, slots=True)
class Summary:
    """Records, failures by kind, and characters of the units that are done, with the CPU seconds that they took.

    ``memory`` is the most that a worker held, in bytes, what it shares with others included.
    """

    shards: int
    records: int
    failures: dict[str, int]
    characters: int
    seconds: float
    memory: int

    @property
    def failed(self) -> int:
        """The number of failures."""
        return sum(self.failures.values())

    @property
    def articles(self) -> int:
        """The number of articles that are done with."""
        return self.records + self.failed


@dataclass(frozen=True, slots=True)
class Run:
    """One run at a job: when it began (seconds since 1970) and how long it took, with how many workers."""

    began: float
    seconds: float
    workers: int
    replaced: int


def markers(layout: Layout) -> Iterator[Marker]:
    """Give the markers of the units that are done, in the order of the plan."""
    for unit in read_plan(layout.plan):
        if (marker := read_marker(layout, unit.name)) is not None:
            yield marker


def summed(layout: Layout) -> Summary:
    """Return what has been done so far."""
    shards = records = characters = memory = 0
    seconds = 0.0
    failures: Counter[str] = Counter()
    for marker in markers(layout):
        shards += 1
        records += marker.records
        characters += marker.characters
        seconds += marker.seconds
        memory = max(memory, marker.memory)
        failures.update(marker.failures)
    return Summary(shards, records, dict(sorted(failures.items())), characters, round(seconds, 2), memory)


def close(layout: Layout, plan: Plan, identity: Identity, run: Run) -> Summary:
    """Write the failures of the units that are done, in order, and the manifest; return the sum. Raises OSError."""
    summary = summed(layout)
    with replacing(layout.root / ERRORS) as (part,), part.open("wb") as file:
        for marker in markers(layout):
            for name in marker.files:
                if (layout.root / name).parent == layout.errors:
                    with (layout.root / name).open("rb") as failures:
                        shutil.copyfileobj(failures, file)
    with replacing(layout.root / MANIFEST) as (part,), part.open("w", encoding="utf-8") as file_:
        file_.write(json.dumps(_head(plan, identity, run, summary), ensure_ascii=False, indent=2)[:-2])
        file_.write(',\n  "shards": [')
        for number, marker in enumerate(markers(layout)):
            file_.write((",\n    " if number else "\n    ") + marker.to_json())
        file_.write("\n  ]\n}\n")
    return summary


def _head(plan: Plan, identity: Identity, run: Run, summary: Summary) -> dict[str, object]:
    return {
        "state": "complete" if summary.articles == plan.articles else "stopped",
        "job": identity,
        "plan": asdict(plan),
        "counts": {
            "articles": summary.articles,
            "records": summary.records,
            "failures": summary.failures,
            "characters": summary.characters,
        },
        "cpu_seconds": summary.seconds,
        "peak_memory": summary.memory,
        "last_run": {
            "began": datetime.fromtimestamp(run.began, UTC).isoformat(timespec="seconds"),
            "seconds": round(run.seconds, 2),
            "workers": run.workers,
            "replaced": run.replaced,
            "python": platform.python_version(),
            "system": platform.platform(),
        },
    }
