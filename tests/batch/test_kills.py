"""kill -9 at any moment, workers and parent: nothing is lost, nothing comes twice, nobody is left behind."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import cpu_seconds, jsonl, line, text

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are found by /proc")

ARTICLES = 60
IDS = [f"n{number}" for number in range(ARTICLES)]


def start(path: Path, output: Path) -> subprocess.Popen[str]:
    code = "from sasil.cli import main; main()"
    command = [sys.executable, "-c", code, "batch", str(path), "-o", str(output), "--shard", "3", "--workers", "2"]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)


def session_of(pid: int) -> dict[int, float]:
    """Return the processes that a parent has started, and the CPU seconds of each."""
    found: dict[int, float] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == pid and fields[0] != "Z" and int(folder.name) != pid:
            found[int(folder.name)] = cpu_seconds(int(folder.name))
    return found


def wait_for(condition: Callable[[], object], seconds: float = 300) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "it did not come to that"
        time.sleep(0.01)


def records(output: Path) -> dict[str, bytes]:
    """Return the shards that have a marker."""
    done = (output / ".sasil" / "done").glob("part-*.json")
    return {one.stem: (output / "records" / f"{one.stem}.jsonl").read_bytes() for one in done}


def test_killed_at_random_moments_it_goes_on_to_the_same_end(tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", *(line(name, text(number)) for number, name in enumerate(IDS)))
    output = tmp_path / "out"
    chance = random.Random(20261122)
    kept: dict[str, bytes] = {}
    for _ in range(2):
        parent = start(path, output)
        assert parent.stderr is not None
        most = len(kept) + chance.randint(2, 4)
        wait_for(lambda most=most: len(records(output)) >= most)
        workers = [pid for pid, seconds in session_of(parent.pid).items() if seconds < 8]
        if workers:
            os.kill(chance.choice(workers), signal.SIGKILL)
        time.sleep(chance.random())
        parent.kill()
        parent.wait()
        parent.stderr.close()
        wait_for(lambda pid=parent.pid: not session_of(pid), 60)  # nobody is left behind
        now = records(output)
        assert {name: now[name] for name in kept} == kept
        assert len(now) > len(kept)
        kept = now
    last = start(path, output)
    _, told = last.communicate(timeout=300)
    assert last.returncode == 0, told
    assert f"이미 마친 {3 * len(kept)}건은 그대로 두고 나머지 {ARTICLES - 3 * len(kept)}건을 합니다" in told
    shards = records(output)
    assert {name: shards[name] for name in kept} == kept
    found = [json.loads(one) for name in sorted(shards) for one in shards[name].decode().splitlines()]
    assert [record["id"] for record in found] == IDS
    assert [record["text"] for record in found] == [text(number) for number in range(ARTICLES)]
    assert sorted((output / "records").iterdir()) == sorted(output / "records" / f"{name}.jsonl" for name in shards)
    assert (output / "errors.jsonl").read_bytes() == b""
