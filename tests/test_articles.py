"""Articles of our own, read whole: every fact that the marked text states is found, with its value and its record.

They present strategies of cities, provinces and public bodies in many words: letter-by-letter names, enumerations of
projects with and without heads, shared budgets, phases, bare days and months, dated and undated.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.article import Article
from sasil.evaluation.evaluate import Document, evaluate
from sasil.evaluation.gold import read_markup
from sasil.extraction import extract

ARTICLES = sorted((Path(__file__).parent / "articles").glob("*.md"))
SURE = ("MONEY", "PERCENT", "QUANTITY", "DATE", "TIME", "DURATION", "SET", "PERSON", "PROJECT", "EVENT", "LAW")


@pytest.fixture(scope="module", params=ARTICLES, ids=[path.stem for path in ARTICLES])
def document(request: pytest.FixtureRequest) -> Document:
    gold = read_markup(request.param)
    article = Article(id=gold.record.id, text=gold.record.text, published_at=gold.record.article.published_at)
    return evaluate([gold], [extract(article)]).documents[0]


@pytest.mark.parametrize("kind", SURE)
def test_its_mentions_are_found_with_their_values(document: Document, kind: str) -> None:
    errors = [
        (e.kind, e.gold, e.found) for e in document.mention_errors if kind in {m.type for m in (e.gold, e.found) if m}
    ]
    assert errors == []


@pytest.mark.parametrize("kind", ["ORG", "LOC"])
def test_its_organisations_and_places_are_found(document: Document, kind: str) -> None:
    errors = [
        (e.kind, e.gold, e.found) for e in document.mention_errors if kind in {m.type for m in (e.gold, e.found) if m}
    ]
    assert errors == []


@pytest.mark.parametrize(
    "aspect", ["projects", "budgets", "components", "acronyms", "people", "quotes", "events", "contacts"]
)
def test_its_records_are_right(document: Document, aspect: str) -> None:
    counts = document.scores.get(aspect)
    errors = [(error.gold, error.found) for error in document.part_errors if error.aspect == aspect]
    assert counts is None or counts.correct == counts.gold == counts.found, errors
