"""Reprints: what is grouped at which threshold, what a fingerprint costs, and the memory that grouping takes.

    python benchmarks/reprints.py [--many 20000]

Copies are releases changed as papers change them, and must be grouped; releases of one form (weekly prices, tenders
…) tell of other things and must not, pair by pair. The texts are those of corpus/gold/dev and of
tests/writers/reprinted.py.
"""

from __future__ import annotations

import argparse
import sys
import time
import tracemalloc
from pathlib import Path
from random import Random
from tempfile import TemporaryFile

import numpy as np

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests" / "writers"))

from reprinted import FORMS, copied  # noqa: E402

from sasil.article import Article  # noqa: E402
from sasil.batch import reprints  # noqa: E402
from sasil.batch.fingerprints import FINGERPRINT, fingerprint  # noqa: E402
from sasil.evaluation.files import read_gold  # noqa: E402

THRESHOLDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
TEXTS = [gold.record.text for gold in read_gold(ROOT / "corpus" / "gold" / "dev.jsonl")]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--many", type=int, default=20_000)
    many = parser.parse_args().many
    random = Random(1)
    copies = [(text, copied(text, random)) for text in TEXTS for _ in range(3)]
    copies += [(text, copied(text, random)) for form in FORMS.values() for text in (form(random) for _ in range(60))]
    forms = [pair for form in FORMS.values() for pair in pairs([form(random) for _ in range(80)], random, 500)]
    others = pairs(TEXTS, random, 2_000)
    curve({"copies": copies, "one form": forms, "unrelated": others})
    cost(many, random)


def pairs(texts: list[str], random: Random, count: int) -> list[tuple[str, str]]:
    drawn = [random.sample(texts, 2) for _ in range(count)]
    return [(one, other) for one, other in drawn if one != other]


def curve(sets: dict[str, list[tuple[str, str]]]) -> None:
    """Show the share of pairs that are grouped, by wording alone and with the figures."""
    print("similarity   " + "".join(f"{name + ' ' + str(len(found)):>24}" for name, found in sets.items()))
    told = {name: judged(found) for name, found in sets.items()}
    for threshold in THRESHOLDS:
        cells = []
        for similarity, figures in told.values():
            alike = similarity >= threshold
            cells.append(f"{(alike & figures).mean():>11.4f} ({alike.mean():.3f} alone)")
        print(f"from {threshold:<8}" + "".join(f"{cell:>24}" for cell in cells))


def judged(found: list[tuple[str, str]]) -> tuple[np.ndarray, np.ndarray]:
    one = np.concatenate([fingerprint(Article("", text)) for text, _ in found])
    other = np.concatenate([fingerprint(Article("", text)) for _, text in found])
    similarity = reprints._similarity(one, other)
    return similarity, reprints._same_figures(one, other, similarity)


def cost(many: int, random: Random) -> None:
    texts = [copied(text, random) for text in TEXTS] + [form(random) for form in FORMS.values() for _ in range(20)]
    start = time.process_time()
    prints = np.concatenate([fingerprint(Article("", text)) for text in texts])
    spent = time.process_time() - start
    print(
        f"\nfingerprint: {spent / len(texts) * 1e3:.2f} ms an article, {sum(map(len, texts)) / spent:,.0f} characters/s"
    )
    for count in (many // 4, many):
        with TemporaryFile() as file:
            for number in range(count):
                row = prints[number % len(prints) : number % len(prints) + 1].copy()
                row["text"] = number, 0
                if number % 10:  # nine of ten are like nothing else
                    row["wording"] = np.random.default_rng(number).integers(0, 1 << 32, row["wording"].shape, np.uint32)
                file.write(row.tobytes())
            tracemalloc.start()
            start = time.process_time()
            found = sum(1 for _ in reprints.grouped(file))
            spent, (_, peak) = time.process_time() - start, tracemalloc.get_traced_memory()
            tracemalloc.stop()
        print(
            f"grouping {count:,}: {spent / count * 1e6:.0f} µs and {peak / count:.0f} bytes of memory an article, "
            f"{FINGERPRINT.itemsize} bytes on disk; {found:,} reprints"
        )


if __name__ == "__main__":
    main()
