"""What the tagger sees of a token."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sasil.doc import Word
from sasil.tagger.features import GRAMS, MOST_GRAMS, OURS, SHAPES, Gazetteer, grams, matches, places, shape, still
from sasil.tagger.tokens import Cutter, Token

CUTTER = Cutter({}, (), ())


def tokens(text: str, tag: str = "NNP") -> list[Token]:
    """Cut a text at |; a space between is left out."""
    found = []
    position = 0
    for piece in text.split("|"):
        surface = piece.strip()
        start = position + len(piece) - len(piece.lstrip())
        found.append(Word(start, start + len(surface), surface, tag))
        position += len(piece)
    return found


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("창원시", "kk"),
        ("2025", "dd"),
        ("KIWI2", "XXd"),
        ("(주)새봄", "(k)kk"),
        ("漢字", "hh"),
        ("", ""),
        ("a.b.c.d.e.f", "x.x.x.x."),
    ],
)
def test_shapes(text: str, kinds: str) -> None:
    assert shape(text) == kinds


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("국립|중앙|박물관", [(0, 1, 0), (1, 0, 1), (2, 0, 1)]),  # over several tokens
        ("국립|중앙| 박물관", []),  # as it is written, with its spaces
        ("나루| 뉴욕| 시청", [(1, 2, 0)]),
        ("나루", []),
    ],
)
def test_known_names(marked: str, found: list[tuple[int, int, int]]) -> None:
    gazetteer = Gazetteer.of({"국립중앙박물관": 1, "뉴욕": 2}, {})
    assert matches(marked.replace("|", ""), tokens(marked), gazetteer) == found


def test_a_known_name_begins_with_a_noun() -> None:
    assert matches("이라", tokens("이라", "VCP"), Gazetteer.of({"이라": 1}, {})) == []


def test_places_tell_of_spaces() -> None:
    held = tokens("창원|시장| 도준영|은")
    assert places(held, [0, 4]).tolist() == [4, 2, 1, 2]
    assert places(held, [0, 2, 4]).tolist() == [4, 2, 4, 2]
    assert places(tokens("가| 나| 다"), [0, 3]).max() < OURS


@pytest.mark.parametrize(("text", "kind"), [("바른진흥원", 1), ("물빛공원", 2), ("나루", 0), ("", 0)])
def test_endings(text: str, kind: int) -> None:
    assert Gazetteer.of({}, {"진흥원": 1, "공원": 2, "원": 3}).ending(text) == kind


@given(st.text(max_size=60), st.text(max_size=5))
def test_any_token_has_features(text: str, tag: str) -> None:
    (token,) = CUTTER.tokens([Word(0, len(text), text, tag or "SW")])
    seen = still(token, {}, Gazetteer.of({}, {}))
    assert 0 < seen.shape < SHAPES
    assert len(seen.grams) <= MOST_GRAMS
    assert all(0 < gram < GRAMS for gram in grams(text))
