"""Fits how words and encoder go together, on what both say of sources they had not seen.

Prints the table of the model card and writes encoder.json: when the encoder is
asked, and the weights of the pool.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

CLASSES = ["bug_report", "feature_request", "general_inquiry"]
FLOOR = 1e-4
# Customers' own words, and the issue trackers' repositories as one source.
FITTED = ("app", "scalabrino2017", "intake", "nlbse2024")
# No customers' source is asked about more often: the message in the middle takes no longer.
MOST_ASKED = 0.45
CUSTOMERS = ("app", "scalabrino2017", "intake", "messages")


def softmax(z):
    e = np.exp(z - z.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


class Source:
    def __init__(self, rows):
        self.label = np.array([CLASSES.index(row["label"]) for row in rows])
        self.words = np.array([[row["linear"][name] for name in CLASSES] for row in rows])
        self.encoder = np.array([row["encoder"] for row in rows])
        self.strict = np.array([row["map"] == "strict" for row in rows])

    def pooled(self, local, reader):
        return softmax(local * np.log(np.maximum(self.words, FLOOR)) + reader * self.encoder)

    def cascade(self, local, reader, ask_below):
        scores = self.pooled(local, reader)
        sure = self.words.max(1) >= ask_below
        scores[sure] = self.words[sure]
        return scores


def macro_f1(label, scores, classes=(0, 1, 2)):
    said = scores.argmax(1)
    hits = [2 * ((said == k) & (label == k)).sum() / max(1, (said == k).sum() + (label == k).sum()) for k in classes]
    return float(np.mean(hits))


def calibration_error(label, scores, bins=10):
    sure, right = scores.max(1), scores.argmax(1) == label
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return float(sum(abs(sure[place == b].sum() - right[place == b].sum()) for b in range(bins)) / len(label))


def surest(label, scores, share=0.6):
    order = np.argsort(-scores.max(1), kind="stable")[: int(share * len(label))]
    return float((scores.argmax(1) == label)[order].mean())


def read(paths):
    """Sources by name; a row that two runs speak of (the test rows) is the last run's."""
    by_source = {}
    for path in paths:
        for line in open(path, encoding="utf-8"):
            row = json.loads(line)
            if row["linear"] is not None:
                name = row["fold"] if row["fold"].startswith("nlbse") else row["fold"].split("/")[0]
                by_source.setdefault(name, {})[row["id"]] = row
    return {name: Source(list(rows.values())) for name, rows in by_source.items() if len(rows) >= 50}


def fit(sources):
    """Mean negative log likelihood over sources; a source's repositories or parts count as one."""
    groups = {name: [s for key, s in sources.items() if key.split("/")[0] == name] for name in FITTED}

    def loss(point):
        surprise = lambda s: -np.log(np.maximum(s.pooled(*point)[np.arange(len(s.label)), s.label], 1e-9)).mean()
        return np.mean([np.mean([surprise(s) for s in group]) for group in groups.values() if group])

    return minimize(loss, [0.5, 0.5], method="Nelder-Mead").x


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--said", required=True, nargs="+", help="said.jsonl of the runs; the shipped model's last")
    parser.add_argument("--version", required=True)
    parser.add_argument("--output", required=True, type=Path, help="encoder.json")
    options = parser.parse_args()
    sources = read(options.said)
    local, reader = (round(float(value), 2) for value in fit(sources))
    asked = lambda t: max((sources[name].words.max(1) < t).mean() for name in CUSTOMERS if name in sources)
    ask_below = max(t / 100 for t in range(40, 100) if asked(t / 100) <= MOST_ASKED)
    pooling = {"ask_below": ask_below, "local": local, "reader": reader}
    options.output.write_text(json.dumps({"version": options.version, "pooling": pooling}, indent=2) + "\n")
    print(pooling)
    print("| left out | rows | asked | macro-F1, words / encoder / both | calibration error | right among surest 60 % |")
    for name, source in sorted(sources.items()):
        columns = [source.words, softmax(source.encoder), source.cascade(local, reader, ask_below)]
        cell = lambda figure: " / ".join(f"{figure(source.label, scores):.3f}" for scores in columns)
        print(f"| {name} | {len(source.label):,} | {(source.words.max(1) < ask_below).mean():.0%} | {cell(macro_f1)} "
              f"| {cell(calibration_error)} | {cell(surest)} |")
        if source.strict.any() and not source.strict.all() or name == "lanwuwei2018":
            strict = [scores[source.strict] for scores in columns]
            print(f"|   mean F1 of bug and feature, strict rows | {source.strict.sum():,} | | "
                  + " / ".join(f"{macro_f1(source.label[source.strict], s, (0, 1)):.3f}" for s in strict) + " | | |")
    print("right at 0.69 and above, both: " + ", ".join(
        f"{name} {(s.cascade(local, reader, ask_below).max(1) >= .69).mean():.0%} of the rows, "
        f"{np.mean((lambda p: (p.argmax(1) == s.label)[p.max(1) >= .69])(s.cascade(local, reader, ask_below))):.1%} right"
        for name, s in sorted(sources.items())))


if __name__ == "__main__":
    main()
