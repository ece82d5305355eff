"""A folder of weights: ``model.json`` (what it is and how words are cut), ``tables.npz``, ``network.onnx``."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sasil.errors import ModelError
from sasil.tagger import features
from sasil.tagger.decoding import TAGS
from sasil.tagger.full_names import FullNames

FORMAT = 2
"""The number of the folder's format; a folder with another is refused."""

SIZES = {"words": features.WORDS, "tags": features.TAGS, "shapes": features.SHAPES, "grams": features.GRAMS}

_MODEL, _TABLES, _NETWORK = "model.json", "tables.npz", "network.onnx"
_ROWS = ("known", "word", "grams")
TABLES = (
    *("from_known", "from_piece", "from_word", "from_grams", "bias"),
    *("tag", "first_tag", "shape", "part", "ending", "places", "bits"),
)
"""The small tables and the projections into the token's vector, by name."""


class Rows:
    """A big table with 8 bits a number and a scale a row; rows are unpacked when they are asked for.

    >>> Rows.of(np.array([[1.0, -0.5]])).at(np.array([0])).round(2).tolist()
    [[1.0, -0.5]]
    """

    def __init__(self, numbers: NDArray[np.int8], scales: NDArray[np.float32]) -> None:
        if len(numbers) != len(scales):
            raise ValueError("rows and scales differ in number")
        self.numbers, self.scales = numbers, scales

    @staticmethod
    def of(table: NDArray[np.floating[Any]]) -> Rows:
        """Return a table packed."""
        scales = np.maximum(np.abs(table).max(1), 1e-8).astype(np.float32) / 127
        return Rows(np.round(table / scales[:, None]).astype(np.int8), scales)

    def at(self, places: NDArray[np.integer[Any]]) -> NDArray[np.float32]:
        """Return the rows at some places, which may have more than one dimension."""
        rows: NDArray[np.float32] = self.numbers[places] * self.scales[places][..., None]
        return rows


@dataclass(frozen=True)
class Weights:
    """All that the tagger needs: words and their cuts, the gazetteer, the tables by name, and the network (ONNX).

    ``rows`` holds the big tables (``known``, ``word``, ``grams``), ``tables`` the small ones and the projections.
    """

    name: str
    version: str
    cuts: Mapping[str, Sequence[int]]
    endings: Sequence[str]
    known: Mapping[str, int]
    forms: Mapping[str, int]
    form_endings: Mapping[str, int]
    full_names: FullNames
    rows: Mapping[str, Rows]
    tables: Mapping[str, NDArray[np.float32]]
    network: bytes

    def save(self, folder: Path) -> None:
        """Write the weights into a folder, which is made where there is none."""
        folder.mkdir(parents=True, exist_ok=True)
        data = {
            "format": FORMAT,
            "name": self.name,
            "version": self.version,
            "tags": TAGS,
            "sizes": SIZES,
            "cuts": {word: list(cuts) for word, cuts in sorted(self.cuts.items())},
            "endings": sorted(self.endings),
            "form_endings": dict(sorted(self.form_endings.items())),
            "full_names": [dict(sorted(odds.items())) for odds in self.full_names.odds],
        }
        (folder / _MODEL).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        arrays: dict[str, NDArray[Any]] = {name: table.astype(np.float16) for name, table in self.tables.items()}
        for name, rows in self.rows.items():
            arrays |= {name: rows.numbers, f"{name}_scale": rows.scales}
        arrays["known_words"] = _lines(self.known)
        arrays["forms"] = _lines(self.forms)
        arrays["form_bits"] = np.array(list(self.forms.values()), np.uint32)
        np.savez_compressed(folder / _TABLES, **arrays)  # type: ignore[arg-type]
        (folder / _NETWORK).write_bytes(self.network)


def read_weights(folder: Path) -> Weights:
    """Read a folder of weights; raise ModelError where it is missing, broken or of another format."""
    if not folder.is_dir():
        raise ModelError("모델 폴더가 없습니다", place=str(folder))
    data = _described(folder / _MODEL)
    try:
        with (folder / _TABLES).open("rb") as file, np.load(file, allow_pickle=False) as held:
            arrays = {name: held[name] for name in held.files}
        words, forms, bits = _told(arrays["known_words"]), _told(arrays["forms"]), arrays["form_bits"].tolist()
        network = (folder / _NETWORK).read_bytes()
        return Weights(
            name=str(data["name"]),
            version=str(data["version"]),
            cuts={str(word): tuple(map(int, cuts)) for word, cuts in data["cuts"].items()},
            endings=tuple(map(str, data["endings"])),
            known={word: row for row, word in enumerate(words, 1)},
            forms=dict(zip(forms, bits, strict=True)),
            form_endings={str(form): int(kind) for form, kind in data["form_endings"].items()},
            full_names=FullNames(
                tuple({str(sign): float(figure) for sign, figure in odds.items()} for odds in data["full_names"])
            ),
            rows={name: Rows(arrays[name], arrays[f"{name}_scale"]) for name in _ROWS},
            tables={name: np.ascontiguousarray(arrays[name], np.float32) for name in TABLES},
            network=network,
        )
    except (OSError, EOFError, KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile) as error:
        raise ModelError(f"모델이 깨졌습니다 ({type(error).__name__}: {error})", place=str(folder)) from None


def _described(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        told = data["format"], tuple(data["tags"]), data["sizes"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"모델이 아닙니다 ({type(error).__name__}: {error})", place=str(path)) from None
    if told != (FORMAT, TAGS, SIZES):
        raise ModelError(f"이 판의 사실이 모르는 모델입니다 (형식 {told[0]!r}, 아는 것은 {FORMAT})", place=str(path))
    return dict(data)


def _lines(words: Mapping[str, int]) -> NDArray[Any]:
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def _told(data: NDArray[Any]) -> list[str]:
    return data.tobytes().decode().split("\n") if data.size else []
