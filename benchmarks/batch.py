"""`sasil batch`: speed on one core and on two beside bare Kiwi, start-up, memory, growth with article and corpus.

    python benchmarks/batch.py [speed] [start] [length] [corpus] [--repeat 3] [--articles 20000]

All are measured where none is named. CPU seconds are of the workers, start-up apart. Kiwi reads the same texts in the
same run, in one process and thread. Memory is the resident set at its peak, in MB.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from sasil.batch.identity import Options
from sasil.batch.job import do
from sasil.batch.layout import Layout
from sasil.batch.manifest import Summary, markers
from sasil.batch.plan import Plan
from sasil.batch.runner import Step
from sasil.evaluation.files import read_gold

GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "dev.jsonl"
TEXTS = [gold.record.text for gold in read_gold(GOLD)]
PARTS = ("speed", "start", "length", "corpus")
MB = 1 << 20

_PEAK = "import resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
STARTS = {
    "sasil --help": "from sasil.cli import app; app(['--help'], standalone_mode=False)",
    "import sasil": "import sasil",
    "Kiwi alone, one text": "from kiwipiepy import Kiwi; Kiwi(num_workers=1).tokenize('나루시는 2일 밝혔다.')",
    "import spacy": "import spacy; spacy.blank('xx')",
    "names model alone": "from sasil.tagger.shipped import folder, tagger; tagger(str(folder()))",
    "the pipeline, one text": "import sasil; sasil.extract('나루시는 2일 김하늘 시장이 밝혔다.')",
}


class Quiet:
    def planning(self, articles: int) -> None: ...

    def begin(self, plan: Plan, done: Summary) -> None: ...

    def step(self, step: Step) -> None: ...


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []])
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--articles", type=int, default=20_000)
    given = parser.parse_args()
    parts = given.parts or PARTS
    if "speed" in parts:
        speed(given.repeat)
    if "start" in parts:
        start()
    if "length" in parts:
        length()
    if "corpus" in parts:
        corpus(given.articles)


def speed(repeat: int) -> None:
    """Runs with one worker and with two take turns, for the machine's other work comes and goes."""
    articles = [text for _ in range(4) for text in TEXTS]
    signs = sum(map(len, articles))
    kiwi = min(float(of_python(_KIWI.format(path=str(GOLD)))[0]) for _ in range(repeat)) * 4
    print(f"{len(articles)} articles, {signs:,} characters")
    print(f"{'bare Kiwi':<12} {signs / kiwi:10,.0f} characters/s of CPU {len(articles) / kiwi:8.1f} articles/s")
    best: dict[int, tuple[float, Summary]] = {}
    for _ in range(repeat):
        for workers in (1, 2):
            found = ran(articles, workers)
            best[workers] = min(best.get(workers, found), found, key=lambda one: one[0])
    for workers, (wall, summary) in best.items():
        rate = f"{signs / wall:,.0f} characters/s, {len(articles) / wall:.1f} articles/s"
        cpu = f"CPU {summary.seconds:.1f} s = {summary.seconds / kiwi:.2f} × Kiwi"
        print(f"workers: {workers}: {rate}; {cpu}; a worker's peak {summary.memory / MB:,.0f} MB")
    print(f"two workers are {best[1][0] / best[2][0]:.2f} × one")


_KIWI = """
import time; from pathlib import Path; from kiwipiepy import Kiwi; from sasil.evaluation.files import read_gold
texts = [gold.record.text for gold in read_gold(Path({path!r}))]
kiwi = Kiwi(num_workers=1); kiwi.tokenize(texts[0])
start = time.process_time()
for text in texts: kiwi.tokenize(text)
print(time.process_time() - start)
"""


def ran(texts: list[str], workers: int, shard: int = 32) -> tuple[float, Summary]:
    """Return the wall seconds between the first article and the last, and what the job came to."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write(texts, path)
        clock = Clock()
        summary = do([str(path)], Path(folder) / "out", Options(shard=shard), workers=workers, told=clock)
        return clock.last - clock.first, summary


class Clock(Quiet):
    first = last = 0.0

    def step(self, step: Step) -> None:
        self.last = time.monotonic()
        if not self.first and step.articles:
            self.first = self.last


def write(texts: list[str], path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            line = {"id": str(number), "text": text, "published_at": "2026-03-05"}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def start() -> None:
    print(f"\n{'start-up':<24} {'CPU s':>6} {'peak MB':>8}")
    for name, code in STARTS.items():
        told = f"{code}\n{_PEAK}\nimport time; print(time.process_time())"
        *_, peak, seconds = of_python(told)
        print(f"{name:<24} {float(seconds):6.2f} {int(peak):8,}")


def of_python(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


def length() -> None:
    """One article of ever more of the gold texts behind one another."""
    import sasil

    nlp = sasil.load()
    sasil.extract(TEXTS[0], nlp=nlp)
    print(f"\n{'characters':>12} {'CPU s':>8} {'µs a character':>15}")
    every = "\n\n".join(TEXTS)
    for count in (1_000, 10_000, 100_000, 300_000, 1_000_000):
        text = (every * (count // len(every) + 1))[:count]
        begun = time.process_time()
        sasil.extract(text, published="2026-03-05", nlp=nlp)
        spent = time.process_time() - begun
        print(f"{count:12,} {spent:8.2f} {spent / count * 1e6:15.1f}")


def corpus(count: int) -> None:
    """Short articles, each with words and figures of its own; the peak of a worker after each shard."""
    texts = [f"{TEXTS[n % len(TEXTS)][:280]}\n{n}번째 공고: {n % 97}개 동에 {n:,}만 원을 들인다." for n in range(count)]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        write(texts, path)
        begun = time.monotonic()
        summary = do([str(path)], Path(folder) / "out", Options(), workers=2, told=Quiet())
        memory = np.array([marker.memory / MB for marker in markers(Layout(Path(folder) / "out"))])
    done = np.linspace(0, count, len(memory))
    half = len(memory) // 2
    slope = float(np.polyfit(done[half:], memory[half:], 1)[0]) * 1_000
    shown = ", ".join(f"{memory[at]:,.0f}" for at in np.linspace(0, len(memory) - 1, 9).astype(int))
    print(f"\n{count:,} articles of 300 characters, two workers: {count / (time.monotonic() - begun):,.0f} articles/s")
    print(f"a worker's peak after each eighth, MB: {shown}")
    print(f"in the second half {slope:+.3f} MB a thousand articles, {slope * 100:+.0f} MB for 100,000")
    print(f"CPU {summary.seconds / summary.records * 1e3:.1f} ms an article; {summary.failed} failures")


if __name__ == "__main__":
    main()
