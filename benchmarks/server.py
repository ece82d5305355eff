"""Load on `sasil serve` on this machine: requests a second, p50 and p99, memory, beside extraction alone.

    python benchmarks/server.py [--workers 2] [--clients 1 2 4 8] [--requests 200] [FILE.jsonl]

Each client sends its next article when it has the answer to the last one. Without a file the articles are those of
corpus/samples. Extraction alone is the same articles in one process without HTTP; what a request costs beyond it is
also shown, on the smallest article there is. Other load on the machine shows: the CPU seconds do not.
"""

from __future__ import annotations

import argparse
import json
import re
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import httpx

import sasil
from sasil.errors import SasilError

ROOT = Path(__file__).parent.parent
SMALLEST = "2일"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 2, 4, 8])
    parser.add_argument("--requests", type=int, default=200)
    parser.add_argument("file", nargs="?", type=Path)
    given = parser.parse_args()
    texts = list(articles(given.file))
    print(f"{len(texts)} articles, {statistics.mean(map(len, texts)):.0f} characters on average")
    seconds, cpu = alone(texts, given.requests)
    print(
        f"extract alone {given.requests / seconds:.1f} articles/s, {1000 * cpu / given.requests:.1f} ms CPU an article"
    )
    with Server(given.workers) as server:
        print(" clients  requests/s   p50 ms   p99 ms   max ms   CPU ms  not 200     MB")
        for clients in given.clients:
            print(server.loaded(list(islice(cycle(texts), given.requests)), clients))
        print("the smallest article:")
        print(server.loaded([SMALLEST] * given.requests, 1))
        print("memory in MB: " + ", ".join(f"{name} {size}" for name, size in server.memory()))


def articles(file: Path | None) -> Iterator[str]:
    if file is not None:
        yield from (json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines())
        return
    for path in sorted((ROOT / "corpus" / "samples").glob("*.[th][xt]*")):
        try:
            yield sasil.read(path.read_bytes()).text
        except SasilError as error:
            print(error, file=sys.stderr)


def alone(texts: list[str], count: int) -> tuple[float, float]:
    nlp = sasil.load()
    sasil.extract(texts[0], nlp=nlp)
    start, cpu = time.perf_counter(), time.process_time()
    for text in islice(cycle(texts), count):
        sasil.extract(text, nlp=nlp).model_dump_json()
    return time.perf_counter() - start, time.process_time() - cpu


class Server:
    """A server in a process of its own, and the load that is put on it."""

    def __init__(self, workers: int) -> None:
        command = [sys.executable, "-c", "from sasil.cli import main; main()", "serve", "--port", "0"]
        options = ["--workers", str(workers), "--queue", "1000", "--timeout", "120"]
        self.process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True, encoding="utf-8")
        assert self.process.stderr is not None
        told = (re.search(r"http://\S+", line) for line in self.process.stderr)
        self.url = next(found[0] for found in told if found is not None)

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait()

    def loaded(self, texts: list[str], clients: int) -> str:
        """Send the texts by some clients at once, and return a line of figures."""
        waiting = iter(texts)
        lock = threading.Lock()
        times: list[float] = []
        statuses: list[int] = []

        def client() -> None:
            with httpx.Client(base_url=self.url, timeout=600) as line:
                while True:
                    with lock:
                        text = next(waiting, None)
                    if text is None:
                        return
                    start = time.perf_counter()
                    answer = line.post("/extract", json={"text": text})
                    times.append(1000 * (time.perf_counter() - start))
                    statuses.append(answer.status_code)

        threads = [threading.Thread(target=client) for _ in range(clients)]
        start, cpu = time.perf_counter(), self.cpu()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds, cpu = time.perf_counter() - start, self.cpu() - cpu
        p50, p99 = statistics.median(times), statistics.quantiles(times, n=100, method="inclusive")[98]
        failed = sum(status != 200 for status in statuses)
        megabytes = sum(size for _, size in self.memory())
        return (
            f"{clients:8} {len(times) / seconds:11.1f} {p50:8.1f} {p99:8.1f} {max(times):8.1f} "
            f"{1000 * cpu / len(times):8.1f} {failed:8} {megabytes:6}"
        )

    def processes(self) -> list[tuple[str, int]]:
        """Return the server and its workers, with their process ids."""
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text(encoding="ascii")
        return [("server", self.process.pid), *(("worker", int(pid)) for pid in listed.split())]

    def memory(self) -> list[tuple[str, int]]:
        """Return the resident memory of each process in megabytes (Linux)."""
        found = []
        for name, pid in self.processes():
            status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
            resident = re.search(r"VmRSS:\s+(\d+)", status)
            found.append((name, int(resident[1]) // 1024 if resident else 0))
        return found

    def cpu(self) -> float:
        """Return the CPU seconds of all processes so far (Linux)."""
        ticks = 0
        for _, pid in self.processes():
            fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            ticks += int(fields[11]) + int(fields[12])
        return ticks / 100


if __name__ == "__main__":
    main()
