"""Trains the net that weighs a sentence of a model's letter beside the message (see README.md)."""

import argparse
import base64
import collections
import json
import math
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

SEED = 3
# Numbers of a word, of each place after a layer, of what is looked for in the message, of the last layer.
WORD, UNITS, KEY, LAST = 64, 64, 32, 48
# Words of a sentence and of a message that are read; src/triage/guard/letter_net.ts has the same.
SENTENCE_WORDS, MESSAGE_WORDS = 40, 64
# Words of so many messages' letters get numbers of their own, beside what they mean.
LEAST_MESSAGES = 8
TAGS = "NOUN VERB ADJ PROPN ADP ADV AUX CCONJ DET INTJ NUM PART PRON PUNCT SCONJ SYM X".split()
CONTENT = 4  # the first tags
ENDINGS = "ed ing s ly er en ion ment able al y e t d".split()
ENDED_CHARACTERS = 5
TYPES = ["bug_report", "feature_request", "general_inquiry"]
EPOCHS, BATCH, RATE, DECAY, DROPOUT, UNKNOWN_SHARE = 5, 96, 2.5e-3, 0.02, 0.25, 0.1
WARM_UP = 0.05
ATTACKS, HONEST = 0.98, 0.01  # what is learnt towards
SAID_EVERY = 500
# What every model says, honest or not, counts so many times.
USUAL, TIMES = "usual", 12.0


def ending_of(word: str) -> int:
    if len(word) < ENDED_CHARACTERS:
        return 0
    return next((at + 1 for at, end in enumerate(ENDINGS) if word.endswith(end)), 0)


class Words:
    """The words that have numbers: what they mean by the similar cases' table, and those that letters often have."""

    def __init__(self, path: str, rows):
        table = json.load(open(path, encoding="utf-8"))
        names = table["words"].split(" ")
        meanings = np.frombuffer(base64.b64decode(table["meanings"]), np.int8).reshape(len(names), -1).astype("f4")
        messages = collections.defaultdict(set)
        for row in rows:
            for word, *_ in row["words"]:
                messages[word].add(id(row["message"]))
        often = {word for word, seen in messages.items() if len(seen) >= LEAST_MESSAGES and " " not in word}
        self.names = sorted(set(names) | often)
        self.ids = {name: at + 1 for at, name in enumerate(self.names)}
        self.meanings = torch.zeros(len(self.names) + 1, meanings.shape[1])
        lengths = np.maximum(1, np.linalg.norm(meanings, axis=1, keepdims=True))
        self.meanings[[self.ids[name] for name in names]] = torch.from_numpy(meanings / lengths)
        self.own = torch.tensor([0] + [1 if name in often else 0 for name in self.names]).cumsum(0) * torch.tensor(
            [0] + [1 if name in often else 0 for name in self.names]
        )

    def numbers(self, words, most: int):
        """By word: its number, tag, whether it is the customer's (1, 2; 0 in a message), role, ending."""
        head = most if len(words) <= most else most * 3 // 4
        kept = words if len(words) <= most else words[:head] + words[head - most :]
        return torch.tensor(
            [
                [self.ids.get(w, 0), TAGS.index(t) if t in TAGS else len(TAGS) - 1, *(rest or [0, 0]), ending_of(w)]
                for w, t, *rest in kept
            ]
            or [[0, TAGS.index("PUNCT"), 0, 0, 0]]
        )


class Net(nn.Module):
    def __init__(self, words: Words):
        super().__init__()
        self.register_buffer("meanings", words.meanings, persistent=False)
        self.register_buffer("place", words.own, persistent=False)
        self.meaning = nn.Linear(words.meanings.shape[1], WORD, bias=False)
        self.own = nn.Embedding(int(words.own.max()) + 1, WORD)
        self.tag, self.whose, self.role = nn.Embedding(len(TAGS), WORD), nn.Embedding(3, WORD), nn.Embedding(3, WORD)
        self.ending, self.intent = nn.Embedding(len(ENDINGS) + 1, WORD), nn.Embedding(len(TYPES), WORD)
        for one in (self.own, self.tag, self.whose, self.role, self.ending, self.intent):
            nn.init.normal_(one.weight, std=0.1)
        with torch.no_grad():
            self.own.weight[0] = 0
        self.first, self.beside = nn.Linear(3 * WORD, UNITS), nn.Linear(3 * WORD, UNITS)
        self.asked, self.key = nn.Linear(UNITS, KEY, bias=False), nn.Linear(UNITS, KEY, bias=False)
        self.value = nn.Linear(UNITS, UNITS)
        self.second = nn.Linear(6 * UNITS, UNITS)
        self.last, self.out = nn.Linear(2 * UNITS + 4, LAST), nn.Linear(LAST, 1)
        self.drop = nn.Dropout(DROPOUT)

    def table(self):
        own = self.own.weight.clone()
        own[0] = 0
        return self.meaning(self.meanings) + own[self.place]

    def embedded(self, x, mask):
        place = self.place[x[..., 0]]
        if self.training:
            place = place.masked_fill(torch.rand(place.shape) < UNKNOWN_SHARE, 0)
        own = self.own(place) * (place > 0)[..., None]
        e = self.meaning(self.meanings[x[..., 0]]) + own + self.tag(x[..., 1]) + self.whose(x[..., 2])
        return (e + self.role(x[..., 3]) + self.ending(x[..., 4])) * mask[..., None]

    def threes(self, x):
        """Each place with the one before and the one behind."""
        return torch.cat([functional.pad(x, (0, 0, 1, 0))[:, :-1], x, functional.pad(x, (0, 0, 0, 1))[:, 1:]], -1)

    def forward(self, x, mask, types, questions, message, message_mask, beside):
        e = (self.embedded(x, mask) + self.intent(types)[:, None]) * mask[..., None]
        y = functional.relu(self.first(self.threes(self.drop(e))))
        z = functional.relu(self.beside(self.threes(self.drop(self.embedded(message, message_mask)))))
        near = torch.einsum("bld,bnd->bln", self.asked(y), self.key(z)[beside]) / math.sqrt(KEY)
        near = near.masked_fill(message_mask[beside][:, None] == 0, -1e4).softmax(-1)
        y = torch.cat([y, torch.einsum("bln,bnd->bld", near, self.value(z)[beside])], -1)
        y = self.drop(y) * mask[..., None]
        y = functional.relu(self.second(self.threes(y))) * mask[..., None]
        content = (x[..., 1] < CONTENT) & (mask > 0)
        theirs = content & (x[..., 2] == 2)
        n, m = content.sum(1).float(), theirs.sum(1).float()
        counts = torch.stack([n / 10, m / 10, m / n.clamp(min=1), questions], 1)
        pooled = torch.cat([y.amax(1), y.sum(1) / mask.sum(1, keepdim=True), counts], 1)
        return self.out(self.drop(functional.relu(self.last(self.drop(pooled)))))[:, 0]


def padded(tensors):
    longest = max(len(one) for one in tensors)
    x, mask = torch.zeros(len(tensors), longest, 5, dtype=torch.long), torch.zeros(len(tensors), longest)
    for at, one in enumerate(tensors):
        x[at, : len(one)], mask[at, : len(one)] = one, 1
    return x, mask


def inputs(rows):
    numbers = {}
    beside = torch.tensor([numbers.setdefault(row["beside"], len(numbers)) for row in rows])
    messages = {row["beside"]: row["message_numbers"] for row in rows}
    types = torch.tensor([TYPES.index(row["type"]) for row in rows])
    questions = torch.tensor([float(row["question"]) for row in rows])
    return *padded([row["numbers"] for row in rows]), types, questions, *padded([messages[one] for one in numbers]), beside


def batches(rows, rng=None):
    """Sentences on a message stay together, so that it is read once."""
    groups = collections.defaultdict(list)
    for row in rows:
        groups[row["beside"]].append(row)
    order = list(groups)
    if rng is not None:
        rng.shuffle(order)
    batch = []
    for one in order:
        batch += groups[one]
        if len(batch) >= BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def once(rows):
    """What many letters say honestly teaches once."""
    seen, kept = set(), []
    for row in rows:
        words = " ".join(word for word, tag, *_ in row["words"] if tag != "PUNCT")
        if row["attacks"] or words not in seen:
            kept.append(row)
        seen.add(words)
    return kept


def train(net, rows, rng):
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    total = EPOCHS * sum(1 for _ in batches(rows))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM_UP * total), (total - step) / total)
    )
    net.train()
    for epoch in range(EPOCHS):
        losses = []
        for batch in batches(rows, rng):
            target = torch.tensor([ATTACKS if row["attacks"] else HONEST for row in batch])
            times = torch.tensor([TIMES if row["writer"] == USUAL else 1.0 for row in batch])
            loss = functional.binary_cross_entropy_with_logits(net(*inputs(batch)), target, times)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            losses.append(loss.item())
        print(f"epoch {epoch}: {np.mean(losses):.4f}", flush=True)
    net.eval()


def floats(tensor) -> str:
    return base64.b64encode(tensor.detach().contiguous().numpy().astype("<f4").tobytes()).decode()


def export(net: Net, words: Words, output: Path):
    """Words in bytes, each with its own step; everything else as it is, by layer: weights by input, then biases."""
    table = net.table().detach()[1:]
    steps = table.abs().amax(1).clamp(min=1e-9) / 127
    layers = ("first", "beside", "asked", "key", "value", "second", "last", "out")
    stored = {
        "words": " ".join(words.names),
        "steps": floats(steps),
        "numbers": base64.b64encode((table / steps[:, None]).round().to(torch.int8).numpy().tobytes()).decode(),
        "marks": {name: floats(getattr(net, name).weight) for name in ("tag", "whose", "role", "ending", "intent")},
        "layers": {
            name: {
                "weights": floats(getattr(net, name).weight.T),
                "bias": floats(torch.zeros(KEY) if getattr(net, name).bias is None else getattr(net, name).bias),
            }
            for name in layers
        },
    }
    output.write_text(json.dumps(stored) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", required=True, help="made by rows.ts")
    parser.add_argument("--meanings", required=True, help="src/similar/word_meanings.json")
    parser.add_argument("--output", required=True, type=Path, help="letter_net.json")
    parser.add_argument("--said", type=Path, help="where to write what it says: of writers left out, else of a few rows")
    parser.add_argument("--leave-out", nargs="*", default=[], help="writers")
    options = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    rng = np.random.default_rng(SEED)
    rows, seen = [], {}
    for line in open(options.rows, encoding="utf-8"):
        row = json.loads(line)
        row["beside"] = json.dumps(row["message"])
        row["message"] = seen.setdefault(row["beside"], row["message"])
        rows.append(row)
    held = {row["beside"] for row in rows if row["writer"] in options.leave_out}
    learnt = once([row for row in rows if row["beside"] not in held])
    words = Words(options.meanings, learnt)
    read = {one: words.numbers(message, MESSAGE_WORDS) for one, message in seen.items()}
    for row in rows:
        row["numbers"], row["message_numbers"] = words.numbers(row["words"], SENTENCE_WORDS), read[row["beside"]]
    net = Net(words)
    print(f"{len(learnt)} sentences, {sum(p.numel() for p in net.parameters())} numbers")
    train(net, learnt, rng)
    export(net, words, options.output)
    if options.said:
        with torch.no_grad(), open(options.said, "w", encoding="utf-8") as file:
            for batch in batches([row for row in rows if row["beside"] in held] or rows[::SAID_EVERY]):
                for row, logit in zip(batch, net(*inputs(batch)).tolist()):
                    line = {name: row[name] for name in ("words", "question", "type", "message")}
                    file.write(json.dumps({**line, "logit": logit}) + "\n")


if __name__ == "__main__":
    main()
