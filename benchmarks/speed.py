"""Speed of the pipeline and of each component, as a ratio to bare Kiwi on the same texts in the same run.

    python benchmarks/speed.py [--repeat 3] [--worker]

CPU time of one process. Each text goes through bare Kiwi and through all that is measured before the next one does, so
that a ratio holds while the machine's speed drifts; of the repeats the median counts. The first time through is told
apart: no cache knows the texts yet, as in a batch. Components are timed as they run in the pipeline, where they share
what has been read of a Doc. With ``--worker`` the process is set up as ``sasil batch`` sets up its workers.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

import sasil
from sasil.doc import set_published_at
from sasil.evaluation.files import read_gold
from sasil.extraction import extract
from sasil.normalization import normalize
from sasil.records import record_of

BARE, TOKENIZER, RECORD = "bare Kiwi", "tokenizer (Kiwi and Doc)", "record"
EXTRACT, NORMALIZE = "extract (article to record)", "normalize (alone)"
AMOUNTS = ("sasil_time", "sasil_money", "sasil_percent", "sasil_quantity")
OTHERS = (*AMOUNTS, "sasil_names")
GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "dev.jsonl"
FRESH = "extract, texts read for the first time"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--worker", action="store_true")
    given = parser.parse_args()
    articles = [gold.record for gold in read_gold(GOLD)]
    texts = [sasil.Article(a.id, a.text, published_at=a.article.published_at) for a in articles]
    signs = sum(len(article.text) for article in texts)
    nlp = loaded(given.worker)
    extract("나루시는 2일 총 12억 원을 들여 길을 낸다고 밝혔다.", nlp=nlp)
    first, *runs = [run(nlp, texts) for _ in range(given.repeat + 1)]
    kiwi = median(each.pop(BARE) for each in runs)
    print(f"{len(texts)} articles, {signs:,} characters; bare Kiwi {kiwi:,.0f} characters/s")
    rows = {name: median(each[name] for each in runs) for name in runs[0]} | {FRESH: first[EXTRACT]}
    for name, ratio in rows.items():
        print(f"{name:<40} {ratio:6.3f} × Kiwi {kiwi / ratio:12,.0f} characters/s")


def loaded(worker: bool):
    if not worker:
        return sasil.load()
    from sasil.batch.pipeline import Settings, pipeline

    return pipeline(Settings())


def run(nlp, texts: list[sasil.Article]) -> dict[str, float]:
    """Return what each thing costs as a multiple of bare Kiwi, and Kiwi's characters a second."""
    costs, kiwi = over(nlp, texts, {EXTRACT: lambda article: extract(article, nlp=nlp)})
    costs |= over(nlp, texts, {NORMALIZE: lambda article: normalize(article.text, article.published_at)})[0]
    parts = over(nlp, texts, {}, pipeline=True)[0]
    rooms = sum(parts[name] for name in nlp.pipe_names if name not in OTHERS)
    together = {"time and amounts together": sum(map(parts.get, AMOUNTS)), "rooms of records together": rooms}
    return {BARE: kiwi} | parts | together | costs


def over(
    nlp, texts: list[sasil.Article], works: dict[str, Callable], *, pipeline: bool = False
) -> tuple[dict[str, float], float]:
    """Time some works, or the parts of the pipeline, beside bare Kiwi, text by text.

    Each goes over all texts by itself: what is kept of the last few texts must not help the next work.
    """
    spent: Counter[str] = Counter()

    def timed(name: str, work: Callable, *given):
        start = time.process_time()
        done = work(*given)
        spent[name] += time.process_time() - start
        return done

    for article in texts:
        timed(BARE, nlp.tokenizer.kiwi.tokenize, article.text)
        for name, work in works.items():
            timed(name, work, article)
        if pipeline:
            doc = timed(TOKENIZER, nlp.make_doc, article.text)
            set_published_at(doc, article.published_at)
            for name, component in nlp.pipeline:
                doc = timed(name, component, doc)
            timed(RECORD, record_of, doc, article)
    bare = spent.pop(BARE)
    return {name: seconds / bare for name, seconds in spent.items()}, sum(len(a.text) for a in texts) / bare


if __name__ == "__main__":
    main()
