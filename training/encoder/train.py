"""Fine-tunes MiniLM-L6 to tell bug reports, feature requests and inquiries apart.

One run leaves out the folds it is given and writes what it says of their rows
and of the test rows, which nothing is trained on; a run without folds makes the
model that is shipped. See README.md.
"""

import argparse
import json
import math
import os
import re
from pathlib import Path

import numpy as np
import torch
from encoder import CLASSES, FROZEN_LAYERS, Encoder, three
from tokenizers import Tokenizer

# Pieces read of a message between [CLS] and [SEP]: of its beginning and of its end.
HEAD_PIECES, TAIL_PIECES = 48, 16
BATCH = 32
EPOCHS = 1
# Of what was pre-trained; the new layer learns faster.
LEARNING_RATE, HEAD_RATE = 1e-4, 1e-3
WARM_UP = 0.06
LABEL_SMOOTHING = 0.05
# Rows that count less are drawn less often instead; none counts more than the highest.
LEAST_WEIGHT, MOST_WEIGHT = 0.6, 3.0
# Folds that nothing is trained on: fixtures/messages.jsonl and fixtures/blind.jsonl.
TESTS = {"messages", "blind_a", "blind_b", "blind_c"}
SEED = 18


def load_tokenizer(base: str) -> Tokenizer:
    tokenizer = Tokenizer.from_file(f"{base}/tokenizer.json")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def pieces_of(tokenizer: Tokenizer, text: str) -> list[int]:
    ids = tokenizer.encode(text).ids
    inside = ids[1:-1]
    if len(inside) > HEAD_PIECES + TAIL_PIECES:
        inside = inside[:HEAD_PIECES] + inside[-TAIL_PIECES:]
    return [ids[0], *inside, ids[-1]]


def chunks(rows, size, rng=None, spread=4):
    """Rows of like length together, give or take `spread` pieces; in a random order where there is a generator."""
    order = sorted(range(len(rows)), key=lambda at: len(rows[at]["ids"]) + (rng.uniform(0, spread) if rng else 0))
    found = [order[at : at + size] for at in range(0, len(order), size)]
    if rng:
        rng.shuffle(found)
    return [[rows[at] for at in chunk] for chunk in found]


def padded(chunk):
    # Few different lengths: each makes the library plan anew.
    longest = -(-max(len(row["ids"]) for row in chunk) // 8) * 8
    ids = torch.zeros(len(chunk), longest, dtype=torch.long)
    mask = torch.zeros(len(chunk), longest, dtype=torch.bool)
    for line, row in enumerate(chunk):
        ids[line, : len(row["ids"])] = torch.tensor(row["ids"])
        mask[line, : len(row["ids"])] = True
    return ids, mask


@torch.no_grad()
def prepare(model, rows, path: Path):
    """What the lower layers make of each row, one after the other in a file."""
    starts = np.cumsum([0, *(len(row["ids"]) for row in rows)])
    for row, start in zip(rows, starts):
        row["start"] = int(start)
    shape = (int(starts[-1]), model.head.in_features)
    if not path.exists():
        making = path.with_suffix(f".{os.getpid()}")
        file = np.memmap(making, dtype=np.float16, mode="w+", shape=shape)
        for chunk in chunks(rows, 64):
            ids, mask = padded(chunk)
            lower = in_bfloat16(model.lower, ids, mask).numpy()
            for line, row in enumerate(chunk):
                file[row["start"] : row["start"] + len(row["ids"])] = lower[line, : len(row["ids"])]
        file.flush()
        making.rename(path)
        print(f"prepared {len(rows)} rows", flush=True)
    return np.memmap(path, dtype=np.float16, mode="r", shape=shape)


def in_bfloat16(part, *inputs):
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return part(*inputs).float()


def upper(model, lower, chunk):
    _, mask = padded(chunk)
    x = torch.zeros(*mask.shape, lower.shape[1])
    for line, row in enumerate(chunk):
        length = len(row["ids"])
        x[line, :length] = torch.from_numpy(lower[row["start"] : row["start"] + length].astype(np.float32))
    return in_bfloat16(model.upper, x, mask)


def text_key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()


def chosen(rows, left_out, rng):
    """The rows to train on: none of the left-out folds, and no text that they share."""
    measured = {text_key(row["text"]) for row in rows if row["fold"] in left_out | TESTS}
    kept = []
    for row in rows:
        if row["weight"] == 0 or row["fold"] in left_out or text_key(row["text"]) in measured:
            continue
        if row["weight"] < LEAST_WEIGHT and rng.uniform() > row["weight"] / LEAST_WEIGHT:
            continue
        row["loss_weight"] = min(max(row["weight"], LEAST_WEIGHT), MOST_WEIGHT)
        kept.append(row)
    return kept


def train(model, lower, rows, rng):
    body = [p for layer in model.layers for p in layer.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": LEARNING_RATE}, {"params": model.head.parameters(), "lr": HEAD_RATE}],
        weight_decay=0.01, fused=True,
    )
    total = EPOCHS * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * total), (total - step) / total)
    )
    step, heard = 0, 0.0
    for _ in range(EPOCHS):
        for chunk in chunks(rows, BATCH, rng):
            target = torch.tensor([CLASSES.index(row["hidden"]) for row in chunk])
            weight = torch.tensor([row["loss_weight"] for row in chunk])
            each = torch.nn.functional.cross_entropy(
                upper(model, lower, chunk), target, reduction="none", label_smoothing=LABEL_SMOOTHING
            )
            loss = (each * weight).mean()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            schedule.step()
            step, heard = step + 1, 0.98 * heard + 0.02 * loss.item()
            if step % 20 == 0:
                print(f"step {step} of {total}, loss {heard / (1 - 0.98**step):.3f}", flush=True)


@torch.no_grad()
def write_said(model, lower, rows, path: Path):
    """What the model says of rows it has not seen; no text."""
    with open(path, "w", encoding="utf-8") as file:
        for chunk in chunks(rows, 64):
            for row, logits in zip(chunk, three(upper(model, lower, chunk)).tolist()):
                line = {key: row.get(key) for key in ("id", "fold", "map", "label", "linear")}
                file.write(json.dumps({**line, "encoder": [round(value, 4) for value in logits]}) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", required=True, help="made by rows.ts")
    parser.add_argument("--base", required=True, help="folder of the unpacked base model")
    parser.add_argument("--cache", required=True, type=Path, help="file, made where it is not there")
    parser.add_argument("--output", required=True, type=Path, help="folder")
    parser.add_argument("--leave-out", nargs="*", default=[], help="names of folds; none: the final fit")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    rng = np.random.default_rng(SEED)
    tokenizer = load_tokenizer(options.base)
    rows = [json.loads(line) for line in open(options.rows, encoding="utf-8")]
    for row in rows:
        row["ids"] = pieces_of(tokenizer, row["text"])
    model = Encoder(options.base)
    for frozen in [model.embeddings, *model.layers[:FROZEN_LAYERS]]:
        frozen.requires_grad_(False)
    lower = prepare(model, rows, options.cache)
    left_out = set(options.leave_out)
    training = chosen(rows, left_out, rng)
    print(f"{len(training)} rows to train on, {sum(len(row['ids']) for row in training)} pieces", flush=True)
    train(model, lower, training, rng)
    options.output.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.output / "model.pt")
    measured = [row for row in rows if not row.get("framed") and row["fold"] in left_out | TESTS]
    write_said(model, lower, measured, options.output / "said.jsonl")


if __name__ == "__main__":
    main()
