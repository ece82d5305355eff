"""Sasil beside what one would take instead: a CNN pipeline of spaCy for names, dateparser and price-parser.

    pip install -r benchmarks/peers.txt
    python benchmarks/peers.py [--repeat 3]

Speed: CPU time on the texts of corpus/gold/dev, best of the repeats, as a multiple of bare Kiwi's. The CNN pipeline has
the shape of ko_core_news_sm (HashEmbedCNN of width 96 and depth 4; tagger, parser and entity recogniser) with weights
that were never trained: the same work, and names that mean nothing.

Accuracy: DATE spans of gold that are one full day, and MONEY spans of won with one amount. Each tool is asked twice: to
find them in the text (a hit has the same value and lies over the span), and to read the span alone, cut out for it.
Dates count from the article's day of publication for all.
"""

from __future__ import annotations

import argparse
import importlib
import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import sasil
from sasil.evaluation.files import read_gold
from sasil.record import Record

GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "dev.jsonl"
RECORDS = [gold.record for gold in read_gold(GOLD)]
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Find = Callable[[Record], list[tuple[int, int, Any]]]
"""A tool on an article: the places where it finds something, and the values."""


@dataclass(frozen=True)
class Wanted:
    record: Record
    start: int
    end: int
    value: Any


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=3)
    repeat = parser.parse_args().repeat
    nlp = sasil.load()
    signs = sum(len(record.text) for record in RECORDS)
    for record in RECORDS[:20]:  # what is built once is built by now
        sasil.extract(record.text, nlp=nlp)
    kiwi = best(lambda: [nlp.tokenizer.kiwi.tokenize(record.text) for record in RECORDS], repeat)
    print(f"{len(RECORDS)} articles, {signs:,} characters\n\n{'speed':<44}{'× Kiwi':>8}{'characters/s':>14}")
    works: dict[str, Callable[[], object]] = {
        "bare Kiwi": lambda: [nlp.tokenizer.kiwi.tokenize(record.text) for record in RECORDS],
        "sasil: article to record, all kinds": lambda: [sasil.extract(record.text, nlp=nlp) for record in RECORDS],
        "sasil.normalize: amounts and times alone": lambda: [sasil.normalize(record.text) for record in RECORDS],
    }
    cnn = cnn_pipeline(nlp)
    works["spaCy CNN of ko_core_news_sm's shape, Kiwi"] = lambda: [cnn(record.text) for record in RECORDS]
    finders = {"DATE": {"sasil.normalize": our("DATE")}, "MONEY": {"sasil.normalize": our("MONEY")}}
    if present("dateparser"):
        finders["DATE"]["dateparser"] = dates
        works["dateparser.search: dates alone"] = lambda: [dates(record) for record in RECORDS]
    if present("price_parser"):
        finders["MONEY"]["price-parser"] = prices
        works["price-parser: amounts alone, line by line"] = lambda: [prices(record) for record in RECORDS]
    for name, work in works.items():
        spent = best(work, 1 if "dateparser" in name else repeat)
        print(f"{name:<44}{spent / kiwi:8.2f}{signs / spent:14,.0f}")
    accuracy(finders)


def best(work: Callable[[], object], repeat: int) -> float:
    return min(timed(work) for _ in range(repeat))


def timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def present(module: str) -> bool:
    try:
        importlib.import_module(module)
    except ImportError:
        print(f"({module} is not installed: pip install -r benchmarks/peers.txt)")
        return False
    return True


def cnn_pipeline(ours: Any) -> Any:
    """Return the pipes of ko_core_news_sm behind our tokenizer: its own asks MeCab, which is no faster."""
    import spacy
    from spacy.training import Example

    nlp = spacy.blank("ko", config={"nlp": {"tokenizer": {"@tokenizers": "sasil.KiwiTokenizer.v1", "words": []}}})
    shared = {
        "model": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "pretrained_vectors": None,
            "width": 96,
            "depth": 4,
            "embed_size": 2000,
            "window_size": 1,
            "maxout_pieces": 3,
            "subword_features": True,
        }
    }
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "*"}
    nlp.add_pipe("tok2vec", config=shared)
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for name, kind in (("parser", "parser"), ("ner", "ner")):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": kind,
            "extra_state_tokens": False,
            "hidden_width": 64,
            "maxout_pieces": 2,
            "use_upper": True,
            "tok2vec": listener if kind == "parser" else shared["model"],
        }
        nlp.add_pipe(name, config={"model": model})
    doc = nlp.make_doc("나루시는 2일 김하늘 시장이 밝혔다.")
    count = len(doc)
    labels = {
        "tags": [f"T{n % 40}" for n in range(count)],
        "heads": [max(n - 1, 0) for n in range(count)],
        "deps": ["ROOT", *(f"d{n % 20}" for n in range(1, count))],
        "entities": ["U-PS", "U-LC", "U-OG", "U-DT", "U-TI", "U-QT"] + ["O"] * (count - 6),
    }
    nlp.initialize(lambda: [Example.from_dict(doc, labels)])
    return nlp


def our(kind: str) -> Find:
    def find(record: Record) -> list[tuple[int, int, Any]]:
        found = sasil.normalize(record.text, published=record.article.published_at)
        return [(one.start, one.end, value_of(one)) for one in found if one.type == kind]

    return find


def value_of(mention: Any) -> Any:
    """Return the day or the won of a mention, None where it is another thing."""
    value = mention.value
    if value is None:
        return None
    if mention.type == "DATE":
        return value.value if value.value is not None and DAY.fullmatch(value.value) else None
    return Decimal(value.amount) if value.currency == "KRW" and value.amount is not None else None


def dates(record: Record) -> list[tuple[int, int, Any]]:
    """dateparser tells what it found and not where: the places are searched for, one behind the other."""
    from dateparser.search import search_dates

    day = record.article.published_at
    options = {"RELATIVE_BASE": datetime.fromisoformat(day[:10]) if day else datetime(2026, 1, 1), "DATE_ORDER": "YMD"}
    found, place = [], 0
    for text, value in search_dates(record.text, languages=["ko"], settings=options) or []:
        start = record.text.find(text, place)
        if start != -1:
            place = start + len(text)
            found.append((start, place, value.date().isoformat()))
    return found


def prices(record: Record) -> list[tuple[int, int, Any]]:
    """price-parser reads one price of a string: it is given each stretch that ends in 원."""
    from price_parser import Price

    found = []
    for stretch in re.finditer(r"[^\s][^\n.,;()]{0,30}?원|[0-9][^\n;()]{0,30}?원", record.text):
        amount = Price.fromstring(stretch[0], currency_hint="KRW").amount
        if amount is not None:
            found.append((stretch.start(), stretch.end(), amount))
    return found


def accuracy(finders: dict[str, dict[str, Find]]) -> None:
    print(f"\n{'right values, of gold':<32}{'gold':>6}{'in the text':>14}{'the span alone':>16}")
    for kind, tools in finders.items():
        wanted = [one for record in RECORDS for one in wanted_of(record, kind)]
        for name, find in tools.items():
            in_text = sum(hits(record, kind, find) for record in RECORDS)
            alone = sum(alone_right(one, find) for one in wanted)
            shares = f"{in_text / len(wanted):>13.1%}{alone / len(wanted):>16.1%}"
            print(f"{kind + ' ' + name:<32}{len(wanted):>6} {shares}")


def wanted_of(record: Record, kind: str) -> list[Wanted]:
    found = [one for one in record.mentions if one.type == kind and value_of(one) is not None]
    return [Wanted(record, one.start, one.end, value_of(one)) for one in found]


def hits(record: Record, kind: str, find: Find) -> int:
    told = find(record)
    return sum(
        any(start < one.end and one.start < end and value == one.value for start, end, value in told)
        for one in wanted_of(record, kind)
    )


def alone_right(one: Wanted, find: Find) -> bool:
    article = one.record.article
    told = find(Record(id="", text=one.record.text[one.start : one.end], article=article))
    return any(value == one.value for _, _, value in told)


if __name__ == "__main__":
    main()
