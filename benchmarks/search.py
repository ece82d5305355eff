"""Full-text search in SQLite: what four ways of looking for Korean words find, how fast, and what their index costs.

    python benchmarks/search.py [--articles 6000]

The articles are sentences of the gold set in new orders. What stands in the texts is told by a regular expression: a
word is there wherever its signs are, but for letters inside a longer English word.
"""

from __future__ import annotations

import argparse
import re
import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

from sasil.evaluation.files import read_gold
from sasil.sinks.search import searchable

GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "dev.jsonl"
LENGTH = 940
WORDS = (
    *("수소", "예산", "산업단지", "AI", "청년", "관광", "스마트", "축제"),
    *("지원", "교통", "안전", "복지", "환경", "ESG", "소상공인"),
)
FTS = "CREATE VIRTUAL TABLE search USING fts5(text, content = '', {})"
MB = 1 << 20


@dataclass(frozen=True)
class Way:
    """A way to search: its table, what goes into it of a text, and its query of a word."""

    name: str
    table: str
    indexed: Callable[[str], str]
    condition: str
    asked: str


WAYS = (
    Way("`search` as it is", FTS.format("detail = column"), searchable, "search MATCH ?", "{}*"),
    Way("FTS5, words and their beginnings", FTS.format("detail = column"), str, "search MATCH ?", "{}*"),
    Way("FTS5, trigram", FTS.format("tokenize = 'trigram'"), str, "search MATCH ?", '"{}"'),
    Way("LIKE, no index", "CREATE TABLE search (text)", str, "text LIKE ?", "%{}%"),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=6_000)
    texts = articles(parser.parse_args().articles)
    truth = {word: {place for place, text in enumerate(texts) if pattern(word).search(text)} for word in WORDS}
    places = sum(map(len, truth.values()))
    print(f"{len(texts):,} articles, {len(WORDS)} words at {places:,} places")
    print(f"{'':<34} {'words':>5} {'places':>8} {'false':>6} {'median ms':>10} {'MB':>6} {'build s':>8}")
    for way in WAYS:
        begun = time.process_time()
        base = built(way, texts)
        build = time.process_time() - begun
        asked = {word: timed(base, way, word) for word in WORDS}
        size = base.execute("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size").fetchone()[0] / MB
        whole = sum(asked[word][0] >= truth[word] for word in WORDS)
        found = sum(len(asked[word][0] & truth[word]) for word in WORDS) / places
        false = sum(len(asked[word][0] - truth[word]) for word in WORDS)
        speed = median(seconds for _, seconds in asked.values()) * 1e3
        print(f"{way.name:<34} {whole:5} {found:8.1%} {false:6} {speed:10.1f} {size:6.1f} {build:8.1f}")


def articles(count: int) -> list[str]:
    """Return texts of sentences of the gold set, each drawn anew."""
    random = Random(count)
    sentences = [found for gold in read_gold(GOLD) for found in re.findall(r"[^\n]+?다\.", gold.record.text)]
    texts = []
    for _ in range(count):
        text = ""
        while len(text) < LENGTH:
            text += random.choice(sentences) + " "
        texts.append(text[:LENGTH])
    return texts


def pattern(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z]){word}(?![A-Za-z])" if word.isascii() else word)


def built(way: Way, texts: list[str]) -> sqlite3.Connection:
    base = sqlite3.connect(":memory:")
    base.execute(way.table)
    rows = ((number, way.indexed(text)) for number, text in enumerate(texts))
    base.executemany("INSERT INTO search (rowid, text) VALUES (?, ?)", rows)
    return base


def timed(base: sqlite3.Connection, way: Way, word: str) -> tuple[set[int], float]:
    begun = time.process_time()
    rows = base.execute(f"SELECT rowid FROM search WHERE {way.condition}", (way.asked.format(word),)).fetchall()
    return {row[0] for row in rows}, time.process_time() - begun


if __name__ == "__main__":
    main()
