"""Speed of the pipeline and of each component, as a ratio to bare Kiwi on the same texts in the same run.

    python benchmarks/speed.py [--repeat 3]

CPU time of one process, best of the repeats. Kiwi's own tokenisation is 1.00; each component is timed as it runs in
the pipeline, where they share what has been read of a Doc; reading its words, which the first to ask would pay for, is
timed by itself.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path

import sasil
from sasil.doc import words
from sasil.evaluation.files import read_gold
from sasil.extraction import extract
from sasil.normalization import normalize

WORDS = "words (read once for all)"
AMOUNTS = ("sasil_time", "sasil_money", "sasil_percent", "sasil_quantity")
GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "dev.jsonl"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    repeat = parser.parse_args().repeat
    texts = [gold.record.text for gold in read_gold(GOLD)]
    signs = sum(map(len, texts))
    nlp = sasil.load()
    kiwi = nlp.tokenizer.kiwi
    kiwi.tokenize(texts[0])
    bare = best(lambda: [kiwi.tokenize(text) for text in texts], repeat)
    print(f"{len(texts)} articles, {signs:,} characters; bare Kiwi {signs / bare:,.0f} characters/s")
    rows = [("tokenizer (Kiwi and Doc)", best(lambda: [nlp.make_doc(text) for text in texts], repeat))]
    runs = [component_times(nlp, texts) for _ in range(repeat)]
    rows += [(name, min(run[name] for run in runs)) for name in (WORDS, *nlp.pipe_names)]
    rows.append(("time and amounts together", min(sum(run[name] for name in AMOUNTS) for run in runs)))
    rows.append(("normalize (alone)", best(lambda: [normalize(text) for text in texts], repeat)))
    rows.append(("extract (article to record)", best(lambda: [extract(text, nlp=nlp) for text in texts], repeat)))
    for name, seconds in rows:
        print(f"{name:<30} {seconds / bare:6.2f} × Kiwi {signs / seconds:12,.0f} characters/s")


def component_times(nlp, texts: list[str]) -> dict[str, float]:
    """Time the components as they run, one Doc through all of them after another."""
    spent = dict.fromkeys((WORDS, *nlp.pipe_names), 0.0)
    for text in texts:
        doc = nlp.make_doc(text)
        start = time.process_time()
        words(doc)
        spent[WORDS] += time.process_time() - start
        for name, component in nlp.pipeline:
            start = time.process_time()
            doc = component(doc)
            spent[name] += time.process_time() - start
    return spent


def best(work: Callable[[], object], repeat: int) -> float:
    return min(timed(work) for _ in range(repeat))


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
