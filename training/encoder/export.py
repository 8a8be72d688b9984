"""Makes the shipped files of a trained encoder: int8, with the pieces that are used.

Writes encoder.onnx, tokenizer.json and what int8 costs against fp32 on the rows
that the run has said something of.
"""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from encoder import Encoder, three
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from train import TESTS, load_tokenizer, pieces_of

# The base vocabulary is ordered by how frequent a piece is: these are kept, whatever the texts hold.
COMMON_PIECES = 16_000
MOST_BYTES = 20_000_000


class Whole(torch.nn.Module):
    """One text at a time: rounding to int8 would make an answer depend on the texts beside it."""

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids):
        return three(self.encoder.upper(self.encoder.lower(input_ids, None), None))


def cut_vocabulary(base: str, rows):
    """The pieces kept, in the order of the base vocabulary, and their old numbers."""
    content = json.loads(Path(base, "tokenizer.json").read_text(encoding="utf-8"))
    used = {piece for row in rows if row["weight"] > 0 for piece in row["ids"]}
    old = content["model"]["vocab"]
    kept = [
        (piece, number) for piece, number in sorted(old.items(), key=lambda item: item[1])
        if not piece.startswith("[unused")
        and (number < COMMON_PIECES or number in used or len(piece.removeprefix("##")) == 1)
    ]
    content["model"]["vocab"] = {piece: new for new, (piece, _) in enumerate(kept)}
    content.update(truncation=None, padding=None)
    for token in content["added_tokens"]:
        token["id"] = content["model"]["vocab"][token["content"]]
    for token in content["post_processor"]["special_tokens"].values():
        token["ids"] = [content["model"]["vocab"][name] for name in token["tokens"]]
    return content, [number for _, number in kept]


# Forms in which tokenizers differ.
ODD_TEXTS = [
    "", " ", "\u00dcn\u00efc\u00f6d\u00e9 CAF\u00c9 e\u0301", "\u4e2d\u6587 text \u6f22\u5b57", "don't can\u2019t \u2014 \u201cquotes\u201d \u2026",
    "a\u200bb\u00adc\ufeffd \x00\x01 e", "x" * 120, "\U0001f642\U0001f44d\U0001f3fd family \U0001f468\u200d\U0001f469\u200d\U0001f467",
    "foo_bar-baz/qux@example.com #1,000.50\u20ac", "\tTab\r\nnew\n", "\u0130stanbul \u00df \ufb01", "\u0928\u092e\u0938\u094d\u0924\u0947 \u05e2\u05d1\u05e8\u05d9\u05ea",
    "\u3000wide\u3000blank", "!?" * 90, "[CLS] written out [SEP]",
]


def write_pieces(tokenizer, rows, path: Path):
    """Our own texts with the pieces that this side cuts them into: the other side's test."""
    own = [row["text"] for row in rows if row["fold"].startswith("intake/") and row["weight"] > 0 and not row.get("framed")]
    with open(path, "w", encoding="utf-8") as file:
        for text in ODD_TEXTS + own[:: len(own) // 200]:
            file.write(json.dumps({"text": text, "ids": pieces_of(tokenizer, text)}, ensure_ascii=False) + "\n")


def to_onnx(encoder, numbers, folder: Path) -> tuple[Path, Path]:
    words = encoder.embeddings.word_embeddings
    words.weight = torch.nn.Parameter(words.weight[numbers].clone())
    words.padding_idx = None
    plain, fused, small = (folder / name for name in ("plain.onnx", "fused.onnx", "small.onnx"))
    torch.onnx.export(
        Whole(encoder), (torch.tensor([[1, 2, 3, 4]]),), str(plain), input_names=["input_ids"],
        output_names=["logits"], opset_version=17, dynamic_axes={"input_ids": {1: "pieces"}}, dynamo=False,
    )
    optimize_model(str(plain), model_type="bert", num_heads=12, hidden_size=384).save_model_to_file(str(fused))
    # Seven bits: eight overflow on processors without VNNI.
    quantize_dynamic(
        fused, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},
    )
    return fused, small


def said_by(path: Path, rows):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(path), options)
    return {row["id"]: session.run(None, {"input_ids": np.array([row["ids"]])})[0][0] for row in rows}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", required=True)
    parser.add_argument("--base", required=True)
    parser.add_argument("--models", required=True, nargs="+", type=Path, help="model.pt; of several the mean")
    parser.add_argument("--output", required=True, type=Path, help="folder")
    parser.add_argument("--pieces", type=Path, help="where to write what the tokenizer's test compares with")
    options = parser.parse_args()
    torch.set_num_threads(1)
    rows = [json.loads(line) for line in open(options.rows, encoding="utf-8")]
    tokenizer = load_tokenizer(options.base)
    for row in rows:
        row["ids"] = pieces_of(tokenizer, row["text"])
    content, numbers = cut_vocabulary(options.base, rows)
    encoder = Encoder(options.base)
    states = [torch.load(path) for path in options.models]
    encoder.load_state_dict({key: sum(state[key] for state in states) / len(states) if states[0][key].is_floating_point()
                             else states[0][key] for key in states[0]})
    encoder.eval()
    options.output.mkdir(parents=True, exist_ok=True)
    tests = [row for row in rows if row["fold"] in TESTS]
    new = {old: at for at, old in enumerate(numbers)}
    unknown = new[100]
    for row in tests:
        row["ids"] = [new.get(piece, unknown) for piece in row["ids"]]
    with tempfile.TemporaryDirectory() as folder:
        fused, small = to_onnx(encoder, numbers, Path(folder))
        exact, rounded = said_by(fused, tests), said_by(small, tests)
        (options.output / "encoder.onnx").write_bytes(small.read_bytes())
    (options.output / "tokenizer.json").write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
    )
    if options.pieces:
        write_pieces(load_tokenizer(str(options.output)), rows, options.pieces)
    size = sum((options.output / name).stat().st_size for name in ("encoder.onnx", "tokenizer.json"))
    assert size <= MOST_BYTES, f"{size} bytes, at most {MOST_BYTES} are shipped"
    same = np.mean([exact[row["id"]].argmax() == rounded[row["id"]].argmax() for row in tests])
    right = lambda said: np.mean([
        ("bug_report", "feature_request", "general_inquiry")[said[row["id"]].argmax()] == row["label"] for row in tests
    ])
    print(json.dumps({
        "version": hashlib.sha256((options.output / "encoder.onnx").read_bytes()).hexdigest()[:12],
        "bytes": size, "pieces": len(numbers), "tests": len(tests),
        "fp32_right": round(float(right(exact)), 4), "int8_right": round(float(right(rounded)), 4),
        "same_class": round(float(same), 4),
        "mean_difference": round(float(np.mean([np.abs(exact[key] - rounded[key]).mean() for key in exact])), 4),
    }))
    with open(options.output / "said.jsonl", "w", encoding="utf-8") as file:
        for row in tests:
            line = {key: row.get(key) for key in ("id", "fold", "map", "label", "linear")}
            file.write(json.dumps({**line, "encoder": [round(float(v), 4) for v in rounded[row["id"]]]}) + "\n")


if __name__ == "__main__":
    main()
