"""Paragraphs of our own in many styles, written before the rules saw them: names, people, quotes, interviews, contacts.

They are scored together, as unseen text is: what the rules still get wrong stays in, so the least is below 1.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from sasil.article import Article
from sasil.evaluation.evaluate import Document, evaluate
from sasil.evaluation.gold import read_markup
from sasil.extraction import extract

PARAGRAPHS = sorted((Path(__file__).parent / "paragraphs").glob("*.md"))
LEAST = {
    "spans.strict.PERSON": 0.95,
    "spans.strict.ORG": 0.9,
    "spans.strict.LOC": 0.8,
    "people": 0.8,
    "quotes": 0.95,
    "contacts": 0.8,
}
INTERVIEWS = [path.stem for path in PARAGRAPHS if path.stem.startswith("interviews")]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    gold = [read_markup(path) for path in PARAGRAPHS]
    texts = [Article(id=g.record.id, text=g.record.text, published_at=g.record.article.published_at) for g in gold]
    return evaluate(gold, [extract(text) for text in texts]).documents


@pytest.mark.parametrize("kind", LEAST)
def test_most_of_them_are_read_right(documents: list[Document], kind: str) -> None:
    counts = [document.scores[kind] for document in documents if kind in document.scores]
    right = sum(one.correct for one in counts)
    assert 2 * right / sum(one.gold + one.found for one in counts) >= LEAST[kind]


@pytest.mark.parametrize("name", INTERVIEWS)
def test_every_answer_of_an_interview_has_its_speaker(documents: list[Document], name: str) -> None:
    (document,) = (one for one in documents if one.gold.record.id == name)
    speakers = document.scores["quotes.slot.speaker"]
    assert speakers.correct == speakers.gold == speakers.found
