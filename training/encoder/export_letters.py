"""Makes the shipped file of a letters' model: int8, with the pieces of the shipped tokenizer.

Writes letters.onnx and letters.json: its version and the point that is given,
from which a sentence gives way.
"""

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from encoder import Layer
from export import ODD_TEXTS
from letters import TICKET_WORD, LetterModel, pieces_of
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from train import load_tokenizer

MOST_BYTES = 20_000_000


class Whole(torch.nn.Module):
    """One pair of sentence and message; what follows the first mark of an end is the message."""

    def __init__(self, model: LetterModel, end: int):
        super().__init__()
        self.embeddings = model.bert.embeddings
        self.layers = torch.nn.ModuleList(Layer(layer, 12) for layer in model.bert.encoder.layer)
        self.head = model.head[1]
        self.end = end

    def forward(self, input_ids):
        ends = (input_ids == self.end).long()
        types = (torch.cumsum(ends, 1) - ends).clamp(max=1)
        x = self.embeddings(input_ids=input_ids, token_type_ids=types)
        for layer in self.layers:
            x = layer(x, None)
        weight = (1 - types).unsqueeze(-1).to(x.dtype)
        return self.head(torch.cat([(x * weight).sum(1) / weight.sum(1), x[:, 0]], 1))


def write_pairs(tokenizer, rows, path: Path):
    """Our own sentences with the pieces that this side cuts them into: the other side's test."""
    odd = [{"sentence": text, "product": "Odd", "message": other} for text, other in zip(ODD_TEXTS, ODD_TEXTS[::-1])]
    with open(path, "w", encoding="utf-8") as file:
        for row in odd + rows[:: len(rows) // 150]:
            message = f"{row['product']}: {row['message']}"
            sentence = row["sentence"].replace("{{ticket_id}}", TICKET_WORD)
            line = {"sentence": sentence, "message": message, "ids": pieces_of(tokenizer, row)[0]}
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", required=True, help="folder of the unpacked base model")
    parser.add_argument("--model", required=True, type=Path, help="model.pt")
    parser.add_argument("--tokenizer", required=True, type=Path, help="folder of the shipped tokenizer.json")
    parser.add_argument("--threshold", required=True, type=float)
    parser.add_argument("--output", required=True, type=Path, help="folder")
    parser.add_argument("--rows", help="made by letter_rows.ts")
    parser.add_argument("--pairs", type=Path, help="where to write what the tokenizer's test compares with")
    options = parser.parse_args()
    model = LetterModel(options.base)
    model.load_state_dict(torch.load(options.model))
    old, new = load_tokenizer(options.base), load_tokenizer(str(options.tokenizer))
    kept = sorted(new.get_vocab().items(), key=lambda item: item[1])
    words = model.bert.embeddings.word_embeddings
    words.weight = torch.nn.Parameter(words.weight[[old.token_to_id(piece) for piece, _ in kept]].clone())
    words.padding_idx = None
    whole = Whole(model, new.token_to_id("[SEP]")).eval()
    with tempfile.TemporaryDirectory() as folder:
        plain, fused, small = (Path(folder, name) for name in ("plain.onnx", "fused.onnx", "small.onnx"))
        end = new.token_to_id("[SEP]")
        torch.onnx.export(
            whole, (torch.tensor([[1, 2, end, 4, end]]),), str(plain), input_names=["input_ids"],
            output_names=["logits"], opset_version=17, dynamic_axes={"input_ids": {1: "pieces"}}, dynamo=False,
        )
        optimize_model(str(plain), model_type="bert", num_heads=12, hidden_size=384).save_model_to_file(str(fused))
        # Seven bits: eight overflow on processors without VNNI.
        quantize_dynamic(
            fused, small, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
        content = small.read_bytes()
    assert len(content) <= MOST_BYTES, f"{len(content)} bytes, at most {MOST_BYTES} are shipped"
    (options.output / "letters.onnx").write_bytes(content)
    numbers = {"version": hashlib.sha256(content).hexdigest()[:12], "threshold": options.threshold}
    (options.output / "letters.json").write_text(json.dumps(numbers, indent=2) + "\n", encoding="utf-8")
    if options.pairs:
        write_pairs(new, [json.loads(line) for line in open(options.rows, encoding="utf-8")], options.pairs)
    print(json.dumps({**numbers, "bytes": len(content)}))


if __name__ == "__main__":
    main()
