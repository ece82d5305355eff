"""From the network in PyTorch to weights on disk: folded projections, 8-bit tables, and an ONNX graph of the LSTM."""

from __future__ import annotations

import logging
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from sasil.tagger.decoding import TAGS
from sasil.tagger.weights import Rows
from sasil.training.network import Network

Array = NDArray[np.float32]


def rows(network: Network) -> dict[str, Rows]:
    """Return the big tables, the vectors of known words made narrow."""
    with torch.no_grad():
        known = network.vectors.weight @ network.known.weight.T
    grams = _array(network.grams.weight).copy()
    grams[0] = 0  # the padding, which PyTorch leaves out of the sum
    return {"known": Rows.of(_array(known)), "word": Rows.of(_array(network.word.weight)), "grams": Rows.of(grams)}


def tables(network: Network) -> dict[str, Array]:
    """Return the small tables and the projections, their biases in one."""
    linear = {
        "from_known": network.from_known,
        "from_piece": network.from_piece,
        "from_word": network.from_word,
        "from_grams": network.from_grams,
    }
    found = {name: _array(layer.weight).T for name, layer in linear.items()}
    found["bias"] = np.sum([_array(layer.bias) for layer in (*linear.values(), network.bits)], axis=0, keepdims=True)
    names = ("tag", "first_tag", "shape", "part", "ending", "places")
    found |= {name: _array(weight) for name, weight in zip(names, network.small.parameters(), strict=True)}
    return {**found, "bits": _array(network.bits.weight).T}


def onnx_network(network: Network, *, small: bool = True) -> bytes:
    """Return the part of the network that reads sentences as ONNX; ``small`` writes its weights with 8 bits."""
    model = _graph(network)
    if not small:
        return bytes(model.SerializeToString())
    with tempfile.TemporaryDirectory() as folder:
        plain, quantized = Path(folder, "plain.onnx"), Path(folder, "small.onnx")
        onnx.save(model, str(plain))
        logging.disable(logging.WARNING)  # it advises a preparation that makes no difference to an LSTM
        quantize_dynamic(plain, quantized, weight_type=QuantType.QInt8, op_types_to_quantize=["LSTM"])
        logging.disable(logging.NOTSET)
        return quantized.read_bytes()


def _graph(network: Network) -> onnx.ModelProto:
    size = network.size
    weights = {
        "scale": _array(network.norm.weight),
        "shift": _array(network.norm.bias),
        "shape": np.array([0, 0, -1], np.int64),
        "out": _array(network.out.weight).T,
        "out_bias": _array(network.out.bias),
    }
    nodes = [
        helper.make_node("LayerNormalization", ["x", "scale", "shift"], ["normed"], axis=-1, epsilon=network.norm.eps),
        helper.make_node("Relu", ["normed"], ["h0"]),
    ]
    for layer in range(size.layers):
        weights |= {f"{name}{layer}": array for name, array in zip("WRB", _lstm(network, layer), strict=True)}
        ends = [f"h{layer}", f"W{layer}", f"R{layer}", f"B{layer}", "lengths"]
        nodes += [
            helper.make_node("LSTM", ends, [f"y{layer}"], direction="bidirectional", hidden_size=size.hidden),
            helper.make_node("Transpose", [f"y{layer}"], [f"t{layer}"], perm=[0, 2, 1, 3]),
            helper.make_node("Reshape", [f"t{layer}", "shape"], [f"h{layer + 1}"]),
        ]
    nodes += [
        helper.make_node("MatMul", [f"h{size.layers}", "out"], ["plain"]),
        helper.make_node("Add", ["plain", "out_bias"], ["figures"]),
    ]
    graph = helper.make_graph(
        nodes,
        "names",
        [
            helper.make_tensor_value_info("x", TensorProto.FLOAT, ["longest", "sentences", size.width]),
            helper.make_tensor_value_info("lengths", TensorProto.INT32, ["sentences"]),
        ],
        [helper.make_tensor_value_info("figures", TensorProto.FLOAT, ["longest", "sentences", len(TAGS)])],
        [numpy_helper.from_array(np.ascontiguousarray(array), name) for name, array in weights.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)


def _lstm(network: Network, layer: int) -> tuple[Array, Array, Array]:
    """Return the weights of an LSTM layer in ONNX's order of gates (i o f c; PyTorch's is i f c o)."""
    state = network.lstm.state_dict()
    w, r, b = [], [], []
    for way in ("", "_reverse"):
        w.append(_gates(state[f"weight_ih_l{layer}{way}"]))
        r.append(_gates(state[f"weight_hh_l{layer}{way}"]))
        b.append(np.concatenate([_gates(state[f"bias_{kind}_l{layer}{way}"]) for kind in ("ih", "hh")]))
    return np.stack(w), np.stack(r), np.stack(b)


def _gates(weight: torch.Tensor) -> Array:
    i, f, c, o = np.split(_array(weight), 4)
    return np.concatenate([i, o, f, c])


def _array(weight: torch.Tensor) -> Array:
    return np.asarray(weight.detach().numpy(), np.float32)
