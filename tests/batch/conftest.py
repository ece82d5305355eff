"""Articles of one's own for batches, and who listens to how a job goes."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import active_children
from pathlib import Path

import pytest

from sasil.batch.identity import Options
from sasil.batch.job import do
from sasil.batch.manifest import Summary
from sasil.batch.plan import Plan
from sasil.batch.runner import Step

TOWNS = ("나루시", "가람군", "미르구", "다온시", "한별군")
WORKS = ("물빛다리 조성사업", "달빛 산책로 정비사업", "들꽃 도서관 건립사업", "은하 체육관 증축사업")


def text(number: int, sentences: int = 4) -> str:
    """Return a release that no other number has."""
    town, work = TOWNS[number % len(TOWNS)], WORKS[number % len(WORKS)]
    lines = [f"{town}, ‘{work}’ 첫 삽 ({number})", ""]
    lines += [
        f"{town}는 {number % 28 + 1}일 {work} {k + 1}구간에 국비 {number + k + 1}억 원과 시비 {k + 2}억5천만 원을 들여 "
        f"{2026 + k}년 {k % 12 + 1}월까지 길이 {number * 10 + k}m의 길을 낸다고 밝혔다."
        for k in range(sentences)
    ]
    return "\n".join(lines)


LONG = text(1, 40_000)
"""Minutes of work."""


def line(name: str, body: str) -> str:
    return json.dumps({"id": name, "text": body, "published_at": "2026-03-05"}, ensure_ascii=False)


def jsonl(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{one}\n" for one in lines), encoding="utf-8")
    return path


@dataclass
class Listener:
    """Keeps what it is told; ``on_step`` is called at each step."""

    on_step: Callable[[Step], None] = lambda step: None
    steps: list[Step] = field(default_factory=list)
    done_before: int = 0
    plan: Plan | None = None

    def planning(self, articles: int) -> None:
        pass

    def begin(self, plan: Plan, done: Summary) -> None:
        self.plan, self.done_before = plan, done.articles

    def step(self, step: Step) -> None:
        self.steps.append(step)
        self.on_step(step)


@dataclass
class Outcome:
    """What a job has left in its folder."""

    folder: Path
    summary: Summary
    listener: Listener

    @property
    def ids(self) -> list[str]:
        return [record["id"] for record in self.records]

    @property
    def records(self) -> list[dict]:
        shards = sorted((self.folder / "records").glob("part-*.jsonl"))
        return [json.loads(one) for shard in shards for one in shard.read_text(encoding="utf-8").splitlines()]

    @property
    def errors(self) -> list[dict]:
        return [json.loads(one) for one in (self.folder / "errors.jsonl").read_text(encoding="utf-8").splitlines()]

    @property
    def manifest(self) -> dict:
        return json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))


@pytest.fixture
def batch(tmp_path: Path) -> Callable[..., Outcome]:
    def run(
        *inputs: Path | str, workers: int = 2, restart: bool = False, on_step=lambda step: None, **options
    ) -> Outcome:
        listener = Listener(on_step)
        folder = tmp_path / "out"
        summary = do(
            list(map(str, inputs)), folder, Options(**options), workers=workers, told=listener, restart=restart
        )
        return Outcome(folder, summary, listener)

    return run


def busy_workers(seconds: float) -> list[int]:
    """Return the processes that have worked so many seconds of CPU time: they are within an article, not before."""
    return [child.pid for child in active_children() if child.pid is not None and cpu_seconds(child.pid) >= seconds]


def cpu_seconds(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
