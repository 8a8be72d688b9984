"""Fine-tunes MiniLM-L6 to tell letters' attacking sentences from honest ones.

It reads a sentence beside the message that the letter answers. Writers that are
left out are only said something of: they set the point from which a sentence
gives way. See README.md.
"""

import argparse
import json
import math
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from train import chunks, load_tokenizer
from transformers import BertModel

# Pieces of a sentence, and of it, the message and three marks; src/scorer/encoder/pieces.ts has the same.
SENTENCE_PIECES, PAIR_PIECES = 56, 96
TICKET_WORD = "number"
FROZEN_LAYERS = 2
BATCH = 32
# Sentences of one batch differ by so many pieces at most, or hardly more.
LENGTHS_APART = 12
EPOCHS = 2
LEARNING_RATE, HEAD_RATE = 1e-4, 1e-3
WARM_UP = 0.06
SEED = 18


class LetterModel(torch.nn.Module):
    """One logit, of the mean of the sentence's vectors and the first vector."""

    def __init__(self, base: str):
        super().__init__()
        self.bert = BertModel.from_pretrained(base, add_pooling_layer=False)
        self.head = torch.nn.Sequential(torch.nn.Dropout(0.1), torch.nn.Linear(2 * self.bert.config.hidden_size, 1))
        torch.nn.init.zeros_(self.head[1].bias)
        for frozen in [self.bert.embeddings, *self.bert.encoder.layer[:FROZEN_LAYERS]]:
            frozen.requires_grad_(False)

    def forward(self, ids, types, mask):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            x = self.bert(input_ids=ids, token_type_ids=types, attention_mask=mask).last_hidden_state.float()
        weight = (mask * (1 - types)).unsqueeze(-1).float()
        return self.head(torch.cat([(x * weight).sum(1) / weight.sum(1), x[:, 0]], 1))[:, 0]


def pieces_of(tokenizer: Tokenizer, row) -> tuple[list[int], list[int]]:
    """The pieces of a sentence with its message, and which of the two each is of."""
    begin, *sentence, end = tokenizer.encode(row["sentence"].replace("{{ticket_id}}", TICKET_WORD)).ids
    message = tokenizer.encode(f"{row['product']}: {row['message']}").ids[1:-1]
    sentence = sentence[:SENTENCE_PIECES]
    room = PAIR_PIECES - 3 - len(sentence)
    if len(message) > room:
        head = room * 3 // 4
        message = message[:head] + message[head - room :]
    return [begin, *sentence, end, *message, end], [0] * (len(sentence) + 2) + [1] * (len(message) + 1)


def chosen(rows, left_out: set[str]):
    """Rows to train on: of no writer and on no message of those left out."""
    held = {row["message"] for row in rows if row["writer"] in left_out}
    return [row for row in rows if row["message"] not in held]


def padded(chunk):
    longest = -(-max(len(row["ids"]) for row in chunk) // 8) * 8
    ids, types, mask = (torch.zeros(len(chunk), longest, dtype=torch.long) for _ in range(3))
    for line, row in enumerate(chunk):
        length = len(row["ids"])
        ids[line, :length], types[line, :length], mask[line, :length] = torch.tensor(row["ids"]), torch.tensor(row["types"]), 1
    return ids, types, mask


def train(model, rows, rng):
    body = [p for p in model.bert.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": LEARNING_RATE}, {"params": model.head.parameters(), "lr": HEAD_RATE}],
        weight_decay=0.01,
    )
    total = EPOCHS * math.ceil(len(rows) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * total), (total - step) / total)
    )
    model.train()
    model.bert.embeddings.eval()
    for _ in range(EPOCHS):
        for chunk in chunks(rows, BATCH, rng, spread=LENGTHS_APART):
            target = torch.tensor([float(row["attacks"]) for row in chunk])
            loss = torch.nn.functional.binary_cross_entropy_with_logits(model(*padded(chunk)), target)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(body, 1.0)
            optimizer.step()
            schedule.step()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", required=True, help="made by letter_rows.ts")
    parser.add_argument("--base", required=True, help="folder of the unpacked base model")
    parser.add_argument("--output", required=True, type=Path, help="folder")
    parser.add_argument("--leave-out", nargs="*", default=[], help="writers")
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    rng = np.random.default_rng(SEED)
    tokenizer = load_tokenizer(options.base)
    rows = [json.loads(line) for line in open(options.rows, encoding="utf-8")]
    for row in rows:
        row["ids"], row["types"] = pieces_of(tokenizer, row)
    model = LetterModel(options.base)
    train(model, chosen(rows, set(options.leave_out)), rng)
    options.output.mkdir(parents=True, exist_ok=True)
    torch.save(model.state_dict(), options.output / "model.pt")


if __name__ == "__main__":
    main()
