"""A folder of weights: written, read again, and told of clearly where it is broken."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from spacy.vocab import Vocab

from sasil.doc import Word, words
from sasil.errors import ModelError
from sasil.extraction import load
from sasil.language.tokenizer import KiwiTokenizer
from sasil.tagger.labelling import labeller
from sasil.tagger.model import Tagger
from sasil.tagger.shipped import folder, tagger
from sasil.tagger.weights import Rows, read_weights


def cut_short(name: str) -> Callable[[Path], object]:
    def change(model: Path) -> None:
        data = (model / name).read_bytes()
        (model / name).write_bytes(data[: len(data) // 2])

    return change


def described(**changes: object) -> Callable[[Path], object]:
    def change(model: Path) -> None:
        path = model / "model.json"
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changes), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (shutil.rmtree, "모델 폴더가 없습니다"),
        (lambda model: (model / "model.json").unlink(), "모델이 아닙니다"),
        (lambda model: (model / "tables.npz").unlink(), "모델이 깨졌습니다"),
        (lambda model: (model / "network.onnx").unlink(), "모델이 깨졌습니다"),
        (cut_short("model.json"), "모델이 아닙니다"),
        (cut_short("tables.npz"), "모델이 깨졌습니다"),
        (cut_short("network.onnx"), "신경망을 읽을 수 없습니다"),
        (described(format=99), "모르는 모델입니다"),
        (described(tags=["O"]), "모르는 모델입니다"),
        (described(sizes={}), "모르는 모델입니다"),
        (described(cuts=3), "모델이 깨졌습니다"),
    ],
)
def test_a_broken_folder_is_named(tmp_path: Path, change: Callable[[Path], object], message: str) -> None:
    model = tmp_path / "names"
    shutil.copytree(folder(), model)
    change(model)
    with pytest.raises(ModelError, match=message) as caught:
        load(model=model)
    assert caught.value.place is not None
    assert caught.value.place.startswith(str(model))


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    first = read_weights(folder())
    first.save(tmp_path / "names")
    again = read_weights(tmp_path / "names")
    assert (again.known, again.forms, again.form_endings) == (first.known, first.forms, first.form_endings)
    assert (again.cuts, tuple(again.endings), again.network) == (first.cuts, tuple(first.endings), first.network)
    assert all((again.tables[name] == table).all() for name, table in first.tables.items())


@given(arrays(np.float32, st.tuples(st.integers(1, 5), st.integers(1, 8)), elements=st.floats(-9, 9, width=32)))
def test_rows_lose_less_than_a_hundredth(table: np.ndarray) -> None:
    rows = Rows.of(table).at(np.arange(len(table)))
    assert np.abs(rows - table).max() <= np.abs(table).max() / 100 + 1e-6


def test_weights_are_read_once() -> None:
    assert tagger() is tagger()


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("도준영 시장은 지난 3일 서울에서 기자들과 만났다.", [("도준영", "PS"), ("서울", "LC")]),
        (
            "배우 한소율과 감독 오스카 린드는 부산에서 열린 영화제에 참석했다.",
            [("한소율", "PS"), ("오스카 린드", "PS"), ("부산", "LC")],
        ),
        ("삼성전자와 경찰청은 업무협약을 맺었다.", [("삼성전자", "OG"), ("경찰청", "OG")]),
        ("비가 많이 내려 논이 물에 잠겼다.", []),
        ("", []),
        ("\n\n \t", []),
    ],
)
def test_labels_by_klues_guideline(text: str, spans: list[tuple[str, str]]) -> None:
    assert [(text[span.start : span.end], span.label) for span in labeller()(text)] == spans


TOKENIZER = KiwiTokenizer(Vocab())
HOSTILE = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("김이박.·\n 시장은㈜\u200b'\"()")), max_size=300
)


@settings(deadline=None)  # Kiwi and the weights are read at first
@given(HOSTILE)
def test_any_text_is_labelled_in_order_without_overlap(text: str) -> None:
    held = words(TOKENIZER(text))
    end = 0
    for found in tagger().find(text, held):
        assert end <= found.start < found.end <= len(text)
        assert 0 < found.chance <= 1
        end = found.end


def test_words_need_not_be_kiwis() -> None:
    text = "가" * 5000
    found = tagger().find(text, [Word(i, i + 1, text[i], "") for i in range(len(text))])
    assert all(0 <= one.start < one.end <= len(text) for one in found)


def test_a_tagger_forgets_before_it_grows_too_big() -> None:
    trained = Tagger.load(folder())
    for start in range(0, 40_000, 4000):
        surfaces = [f"나루{i}" for i in range(start, start + 4000)]
        trained.find(" ".join(surfaces), [Word(0, 3, surface, "NNP") for surface in surfaces])
    assert len(trained._rows) <= 40_000  # of 80,000: each word is cut in two


def test_a_sentence_of_which_all_names_are_told_is_not_read() -> None:
    text = "도준영은 웃었다. 길해솔은 서울에 있다."
    held = words(TOKENIZER(text))
    told = [(0, 3)]
    assert {text[one.start : one.end] for one in tagger().find(text, held, told=told)} == {"길해솔", "서울"}
    assert len(tagger().find(text, held)) == 3
