"""Kiwi's CoNg vectors: 256 numbers for each morpheme of its dictionary, read from ``kiwipiepy_model/cong.mdl``.

The layout (4-bit rows in groups) is that of Kiwi 0.21 to 0.24; kiwipiepy_model is licensed under Apache-2.0.
"""

from __future__ import annotations

import struct
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sasil.errors import SourceError

_HEADER = struct.Struct("<QQHBBBBBBQQQQQ")


def read_vectors(path: Path | None = None) -> NDArray[np.float32]:
    """Return the vectors, a row a morpheme id, each of length one; raise SourceError where the file is not understood.

    ``path`` is a ``cong.mdl``; None takes that of the installed kiwipiepy_model.
    """
    path = path or Path(str(files("kiwipiepy_model").joinpath("cong.mdl")))
    try:
        data = np.fromfile(path, dtype=np.uint8)
    except OSError as error:
        raise SourceError(f"Kiwi의 모델을 읽을 수 없습니다: {error}", place=str(path)) from None
    if len(data) < _HEADER.size:
        raise SourceError("Kiwi의 CoNg 모델이 아닙니다", place=str(path))
    rows, contexts, width, _, _, _, _, bits, group, _, _, _, _, start = _HEADER.unpack(data[: _HEADER.size].tobytes())
    understood = bits == 4 and group and width and width % group == 0 and width <= 4096
    stride = width // 2 + 2 + width // group if understood else 0
    begin = start + contexts * (stride + 6)
    if not understood or begin + rows * stride > len(data):
        raise SourceError("Kiwi의 CoNg 모델이 아는 판이 아닙니다 (4비트 판만 읽습니다)", place=str(path))
    packed = data[begin : begin + rows * stride].reshape(rows, stride)
    vectors = _decoded(packed, width, group)
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-6)
    return vectors


def _decoded(packed: NDArray[np.uint8], width: int, group: int) -> NDArray[np.float32]:
    nibbles = packed[:, : width // 2]
    scale = packed[:, width // 2 : width // 2 + 2].copy().view(np.float16).astype(np.float32)
    levels = packed[:, width // 2 + 2 :]
    values = np.empty((len(packed), width), np.int16)
    values[:, 0::2] = nibbles & 15
    values[:, 1::2] = nibbles >> 4
    zero = (levels >> 6).astype(np.int16) + 6
    step = (levels & 63).astype(np.int16) + 9
    return ((values - np.repeat(zero, group, 1)) * np.repeat(step, group, 1)).astype(np.float32) * scale
