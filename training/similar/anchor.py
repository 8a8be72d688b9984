"""What a sentence encoder alone finds: totals only, within products (see README.md)."""

import argparse
import json

import numpy as np

from distil import Encoder


def mean_average_precision(rows, similarity):
    precisions = []
    for at, row in enumerate(rows):
        others = [
            other for other in range(len(rows))
            if other != at and rows[other]["product"] == row["product"]
        ]
        others.sort(key=lambda other: -similarity[at, other])
        right, found = 0, []
        for place, other in enumerate(others, 1):
            if rows[other]["matter"] == row["matter"]:
                right += 1
                found.append(right / place)
        if found:
            precisions.append(np.mean(found))
    return np.mean(precisions)


def recall_at(rows, similarity, precision):
    pairs = [
        (similarity[one, other], rows[one]["matter"] == rows[other]["matter"])
        for one in range(len(rows)) for other in range(one)
        if rows[one]["product"] == rows[other]["product"]
    ]
    pairs.sort(key=lambda pair: -pair[0])
    same = np.array([same for _, same in pairs])
    right = np.cumsum(same)
    enough = right / np.arange(1, len(same) + 1) >= precision
    return (right[enough] / same.sum()).max() if enough.any() else 0.0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--encoder", required=True)
    parser.add_argument("--data", required=True)
    given = parser.parse_args()
    with open(given.data) as lines:
        rows = [json.loads(line) for line in lines]
    encoded = Encoder(given.encoder).encode([row["message"] for row in rows], 128)
    similarity = encoded @ encoded.T
    print(f"mean average precision {mean_average_precision(rows, similarity):.3f}")
    print(f"recall at precision 0.92: {recall_at(rows, similarity, 0.92):.3f}")


if __name__ == "__main__":
    main()
