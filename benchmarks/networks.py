"""What the names model's network would cost in other sizes and kinds, as a ratio to bare Kiwi on the same texts.

    python benchmarks/networks.py [--repeat 5]

Needs the extra ``sasil[train]``. CPU time of one thread of onnxruntime, weights by chance, on the sentences of the gold
set's articles, in batches as the tagger makes them; the features before the network and the rules beside it come on top
(``benchmarks/speed.py`` has the whole).
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime import InferenceSession, SessionOptions

import sasil
from sasil.doc import words
from sasil.evaluation.files import read_gold
from sasil.tagger.model import _batches
from sasil.tagger.tokens import Cutter, bounds_of
from sasil.training.config import Size
from sasil.training.exporting import onnx_network
from sasil.training.network import Network

GOLD = Path(__file__).parent.parent / "corpus" / "gold" / "dev.jsonl"

LSTM = [(160, 160, 2), (160, 112, 2), (128, 96, 2), (128, 64, 2), (128, 160, 1), (128, 96, 1)]
CNN = [(128, 4), (192, 4)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeat", type=int, default=5)
    repeat = parser.parse_args().repeat
    texts = [gold.record.text for gold in read_gold(GOLD)]
    nlp = sasil.load(exclude=["sasil_names"])
    kiwi = nlp.tokenizer.kiwi
    kiwi.tokenize(texts[0])
    bare = sum(best(lambda text=text: kiwi.tokenize(text), repeat) for text in texts)
    shapes = [shape for text in texts for shape in batches(nlp, text)]
    print(f"{len(texts)} articles, {sum(rows * length for rows, length in shapes):,} tokens with padding")
    for width, hidden, layers in LSTM:
        network = Network(Size(width=width, hidden=hidden, layers=layers, known=8), np.zeros((9, 8), np.float32), 1)
        for small in (False, True):
            seconds = lstm(onnx_network(network.eval(), small=small), width, shapes, repeat)
            print(f"BiLSTM {layers} × {hidden}, {'8 bits' if small else 'float32':<8} {seconds / bare:6.2f} × Kiwi")
    for width, layers in CNN:
        print(f"CNN {layers} × {width}, float32    {convolution(width, layers, shapes, repeat) / bare:6.2f} × Kiwi")


def batches(nlp, text: str) -> Iterator[tuple[int, int]]:
    """Give sentences and longest length of the batches that the tagger makes of a text."""
    tokens = Cutter({}, (), ()).tokens(words(nlp.make_doc(text)))
    lengths = [end - start for start, end in pairwise(bounds_of(text, tokens))]
    for held in _batches(lengths):
        yield len(held), lengths[held[0]]


def session(network: bytes) -> InferenceSession:
    options = SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return InferenceSession(network, options, providers=["CPUExecutionProvider"])


def lstm(network: bytes, width: int, shapes: list[tuple[int, int]], repeat: int) -> float:
    run = session(network).run
    feeds = [
        {"x": np.ones((length, rows, width), np.float32), "lengths": np.full(rows, length, np.int32)}
        for rows, length in shapes
    ]
    return sum(best(lambda feed=feed: run(None, feed), repeat) for feed in feeds)


def convolution(width: int, layers: int, shapes: list[tuple[int, int]], repeat: int) -> float:
    run = session(dilated(width, layers)).run
    feeds = [{"h0": np.ones((rows, width, length), np.float32)} for rows, length in shapes]
    return sum(best(lambda feed=feed: run(None, feed), repeat) for feed in feeds)


def dilated(width: int, layers: int) -> bytes:
    """Return dilated convolutions of three tokens with gates, each added to what it reads."""
    nodes, weights = [], []
    for i in range(layers):
        weight = np.full((2 * width, width, 3), 0.01, np.float32)
        weights.append(numpy_helper.from_array(weight, f"w{i}"))
        wide = 2 ** (i % 3)
        nodes += [
            helper.make_node("Conv", [f"h{i}", f"w{i}"], [f"c{i}"], pads=[wide, wide], dilations=[wide]),
            helper.make_node("Split", [f"c{i}"], [f"a{i}", f"b{i}"], axis=1, num_outputs=2),
            helper.make_node("Sigmoid", [f"b{i}"], [f"s{i}"]),
            helper.make_node("Mul", [f"a{i}", f"s{i}"], [f"m{i}"]),
            helper.make_node("Add", [f"h{i}", f"m{i}"], [f"h{i + 1}"]),
        ]
    ends = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", width, "length"])
        for name in ("h0", f"h{layers}")
    ]
    graph = helper.make_graph(nodes, "cnn", ends[:1], ends[1:], weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())


def best(work, repeat: int) -> float:
    return min(timed(work) for _ in range(repeat))


def timed(work) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    main()
