"""Training from KLUE's TSV to a folder of weights, on a few sentences; skipped where PyTorch is not there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("torch", reason="PyTorch is not installed: pip install 'sasil[train]'")
pytest.importorskip("onnx", reason="ONNX is not installed: pip install 'sasil[train]'")

from sasil.errors import SourceError
from sasil.tagger.klue import LABELS
from sasil.tagger.labelling import labeller
from sasil.training.config import Config, read_config
from sasil.training.train import train

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@pytest.fixture(scope="session")
def trained(klue_folder: Path, config_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("model")
    told: list[str] = []
    train(klue_folder, [], read_config(config_file), folder, told.append)
    return folder, told


def test_a_folder_of_weights_is_made(trained: tuple[Path, list[str]]) -> None:
    folder, told = trained
    assert {path.name for path in folder.iterdir()} == {"model.json", "tables.npz", "network.onnx", "teachers"}
    assert json.loads((folder / "model.json").read_text(encoding="utf-8"))["name"] == "small"
    assert told[0].startswith("32 runs")
    assert any(line.startswith("student 2/2") for line in told)


def test_the_weights_label_any_text(trained: tuple[Path, list[str]]) -> None:
    label = labeller(trained[0])
    for text in ("", " \n\t", "길해솔은 하랑시에 산다.", "김 산\u200b(29)·David Kim…" * 40, "가" * 3000):
        for span in label(text):
            assert 0 <= span.start < span.end <= len(text)
            assert span.label in LABELS


def test_the_same_seed_makes_the_same_weights(
    trained: tuple[Path, list[str]], klue_folder: Path, config_file: Path, tmp_path: Path
) -> None:
    train(klue_folder, [], read_config(config_file), tmp_path, lambda line: None)
    for name in ("model.json", "tables.npz", "network.onnx"):
        assert (tmp_path / name).read_bytes() == (trained[0] / name).read_bytes()


def test_an_empty_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="TSV 파일이 없습니다"):
        train(tmp_path, [], Config(), tmp_path / "out", lambda line: None)
