"""The gold set: complete, compiled from what stands in its folders, and the scores that Sasil may not fall under."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from sasil.article import Article
from sasil.errors import SasilError
from sasil.evaluation.evaluate import evaluate
from sasil.evaluation.files import read_gold, sha256
from sasil.evaluation.floors import fallen, read_floors
from sasil.evaluation.gold import KINDS, compile_folder, to_json
from sasil.extraction import extract

GOLD = Path(__file__).parent.parent / "corpus" / "gold"


@pytest.mark.parametrize(("split", "least"), [("dev", 80), ("test", 40)])
def test_the_compiled_file_is_what_the_folder_says(split: str, least: int) -> None:
    errors: list[SasilError] = []
    lines = [json.dumps(to_json(gold), ensure_ascii=False) for gold in compile_folder(GOLD / split, errors.append)]
    assert errors == []
    assert lines == (GOLD / f"{split}.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) >= least


@pytest.mark.parametrize("split", ["dev", "test"])
def test_every_kind_of_source_is_there_with_and_without_a_date(split: str) -> None:
    gold = read_gold(GOLD / f"{split}.jsonl")
    assert {article.kind for article in gold} == set(KINDS)
    dated = Counter(article.record.article.published_at is not None for article in gold)
    assert dated[False] >= len(gold) / 8
    assert dated[True] >= len(gold) / 2
    assert all(600 <= len(article.record.text) <= 3000 for article in gold)


def test_the_halves_share_no_text() -> None:
    dev, test = (
        {
            line
            for article in read_gold(GOLD / f"{split}.jsonl")
            for line in article.record.text.split("\n")
            if len(line) > 40
        }
        for split in ("dev", "test")
    )
    assert not dev & test


def test_no_score_falls_under_its_floor() -> None:
    path = GOLD / "dev.jsonl"
    gold = read_gold(path)
    records = [
        extract(Article(id=g.record.id, text=g.record.text, published_at=g.record.article.published_at)) for g in gold
    ]
    assert fallen(read_floors(GOLD / "floors.json"), sha256(path), evaluate(gold, records).scores) == []
