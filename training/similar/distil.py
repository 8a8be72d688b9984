"""Learns what words mean from a sentence encoder (see README.md)."""

import argparse
import base64
import collections
import json
import random
import re

import numpy as np
import torch
from sklearn.cluster import KMeans
from transformers import AutoModel, AutoTokenizer

SEED = 5
DIMENSIONS = 96
SENTENCES = 42_000
SENTENCE_WORDS = (3, 26)
LEAST_OCCURRENCES = 3
FREQUENT_WORDS = 18_000
KEPT_WORDS = 17_000
REGIONS = 256
LEFT_OUT = 1_500
SOFTENING = 1e-3  # of frequent words: Arora, Liang, Ma 2017, "A Simple but Tough-to-Beat Baseline"


def read_texts(paths):
    for path in paths:
        with open(path) as lines:
            for line in lines:
                row = json.loads(line)
                text = row.get("text") or row.get("message")
                if isinstance(text, str) and text:
                    yield text


def sentences_of(texts):
    found = set()
    least, most = SENTENCE_WORDS
    for text in texts:
        prose = re.sub(r"```.*?```", " ", text[:1500], flags=re.S)
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", prose):
            if least <= len(re.findall(r"[A-Za-z']+", sentence)) <= most:
                found.add(sentence.strip())
    chosen = sorted(found)
    random.shuffle(chosen)
    return chosen[:SENTENCES]


class Encoder:
    def __init__(self, folder):
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(folder).eval()

    def encode(self, texts, most_tokens):
        order = sorted(range(len(texts)), key=lambda at: len(texts[at]))
        rows = np.zeros((len(texts), self.model.config.hidden_size), "f4")
        with torch.no_grad():
            for start in range(0, len(order), 64):
                places = order[start : start + 64]
                batch = self.tokenizer(
                    [texts[at] for at in places],
                    padding=True,
                    truncation=True,
                    max_length=most_tokens,
                    return_tensors="pt",
                )
                hidden = self.model(**batch).last_hidden_state
                mask = batch["attention_mask"][..., None]
                mean = (hidden * mask).sum(1) / mask.sum(1)
                rows[places] = torch.nn.functional.normalize(mean, dim=-1).numpy()
        return rows


def fit(start, targets, tokens):
    """Moves the words' meanings until sentences left out are met no better."""
    unknown = len(start)
    table = torch.nn.EmbeddingBag(unknown + 1, DIMENSIONS, mode="sum", padding_idx=unknown)
    with torch.no_grad():
        table.weight[:-1] = start
        table.weight[-1] = 0
    begun = table.weight.detach().clone()
    places = [at for at, words in enumerate(tokens) if words]
    chance = np.random.RandomState(0)
    chance.shuffle(places)
    left_out, learnt = places[:LEFT_OUT], places[LEFT_OUT:]

    def sums(chosen, dropped=0.0):
        flat, offsets = [], []
        for at in chosen:
            offsets.append(len(flat))
            flat += [word for word in tokens[at] if chance.rand() >= dropped] or tokens[at]
        return table(torch.tensor(flat), torch.tensor(offsets))

    optimizer = torch.optim.Adam(table.parameters(), lr=2e-3)
    best, kept = -1.0, None
    while True:
        chance.shuffle(learnt)
        for from_ in range(0, len(learnt), 512):
            chosen = learnt[from_ : from_ + 512]
            said = torch.nn.functional.normalize(sums(chosen, 0.1), dim=-1)
            wanted = targets[chosen]
            apart = torch.nn.functional.cross_entropy(20 * said @ wanted.T, torch.arange(len(chosen)))
            moved = ((table.weight - begun) ** 2).sum() / DIMENSIONS
            loss = (1 - (said * wanted).sum(-1)).mean() + 0.1 * apart + 2e-4 * moved
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            met = torch.cosine_similarity(sums(left_out), targets[left_out]).mean().item()
        print(f"left out: cosine {met:.4f}", flush=True)
        if met <= best:
            break
        best, kept = met, table.weight.detach().clone()
    with torch.no_grad():
        table.weight.copy_(kept)
        return kept[:-1].numpy(), torch.nn.functional.normalize(sums(places), dim=-1).numpy()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--frequencies", required=True)
    parser.add_argument("--texts", nargs="+", required=True)
    parser.add_argument("--output", required=True)
    given = parser.parse_args()
    random.seed(SEED)
    torch.manual_seed(SEED)
    texts = list(read_texts(given.texts))
    counts = collections.Counter(word for text in texts for word in re.findall(r"[a-z]+", text.lower()))
    with open(given.frequencies) as file:
        frequent = [row["word"].lower() for row in json.load(file)[:FREQUENT_WORDS]]
    wanted = {word for word, count in counts.items() if count >= LEAST_OCCURRENCES} | set(frequent)
    words = sorted(word for word in wanted if re.fullmatch(r"[a-z]{2,18}", word))
    number = {word: at for at, word in enumerate(words)}
    occurrences = np.array([counts[word] for word in words])

    encoder = Encoder(given.encoder)
    alone = encoder.encode(words, 12)
    sentences = sentences_of(texts)
    encoded = encoder.encode(sentences, 40)
    centred = encoded - encoded.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    basis = axes[:, ::-1][:, :DIMENSIONS]
    targets = torch.nn.functional.normalize(torch.tensor(centred @ basis), dim=-1)
    share = (occurrences + 1) / (occurrences + 1).sum()
    softened = (SOFTENING / (SOFTENING + share)).astype("f4")
    start = torch.tensor((alone - alone.mean(0)) @ basis * softened[:, None])
    tokens = [
        [number[word] for word in re.findall(r"[a-z]{2,18}", text.lower()) if word in number]
        for text in sentences
    ]
    meanings, sums = fit(start, targets, tokens)

    order = np.argsort(-occurrences, kind="stable")[:KEPT_WORDS]
    order = sorted(order, key=lambda at: words[at])
    kept = meanings[order]
    scale = 127 / np.quantile(np.abs(kept), 0.9995)
    rarity = np.maximum(0.3, (np.log(occurrences.sum() / (occurrences[order] + 20)) - 5) / 4)
    clusters = KMeans(REGIONS, n_init=1, random_state=SEED, max_iter=40).fit(sums)
    centres = clusters.cluster_centers_
    centres /= np.linalg.norm(centres, axis=1, keepdims=True)
    stored = {
        "dimensions": DIMENSIONS,
        "words": " ".join(words[at] for at in order),
        "meanings": base64_of(np.clip(np.round(kept * scale), -127, 127)),
        "rarities": base64_of(np.clip(np.round(rarity * 10), 3, 18)),
        "regions": base64_of(np.round(centres * 127)),
    }
    with open(given.output, "w") as file:
        json.dump(stored, file, separators=(",", ":"))


def base64_of(values):
    return base64.b64encode(values.astype("i1").tobytes()).decode()


if __name__ == "__main__":
    main()
