"""What a name matcher reaches, as figures: for scripts/fit_names.py and the gate in tests/."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

KEPT = 0.95  # of the right first answers: at the threshold that keeps these, how many unknown are accepted


def curve(labels: np.ndarray, scores: np.ndarray) -> dict[str, float]:
    """Return the best F1, the best precision at a recall of .9, and the area under the ROC curve."""
    order = np.argsort(-scores, kind="stable")
    y, s = labels[order], scores[order]
    right, seen = np.cumsum(y), np.arange(1, len(y) + 1)
    last = np.r_[s[1:] != s[:-1], True]  # a threshold lies between ties, never within
    precision, recall = right / seen, right / max(1, y.sum())
    f1 = np.where(last, 2 * precision * recall / (precision + recall + 1e-12), 0)
    high = last & (recall >= 0.9)
    ranks = np.searchsorted(np.sort(scores), scores) + np.searchsorted(np.sort(scores), scores, "right") + 1
    positive, negative = y.sum(), len(y) - y.sum()
    area = ((ranks / 2)[labels == 1].sum() - positive * (positive + 1) / 2) / max(1, positive * negative)
    return {
        "F1": round(float(f1.max()), 3),
        "P@R.9": round(float(precision[high].max()), 3),
        "AUC": round(float(area), 3),
    }


def retrieval(rows: Sequence[Any], scores: np.ndarray, known: Sequence[bool]) -> dict[str, float]:
    """Return the share of right first answers, of right candidates, FAR95 and the best open-set F1.

    `known` tells for each question whether its answer is in the gazetteer; rows have `question` and `label`.
    """
    best: dict[int, tuple[float, int]] = {}
    found = {row.question for row in rows if row.label}
    for row, score in zip(rows, scores, strict=True):
        best[row.question] = max(best.get(row.question, (-99.0, 0)), (float(score), row.label))
    first = [best.get(number, (-99.0, 0)) for number in range(len(known))]
    hits = np.array([label == 1 for (_, label), there in zip(first, known, strict=True) if there])
    tops = np.array([score for (score, _), there in zip(first, known, strict=True) if there])
    none = np.array([score for (score, _), there in zip(first, known, strict=True) if not there])
    least = np.quantile(tops[hits], 1 - KEPT)
    f1 = 0.0
    for threshold in np.unique(np.r_[tops, none]):
        right = (hits & (tops >= threshold)).sum()
        wrong = (~hits & (tops >= threshold)).sum() + (none >= threshold).sum()
        f1 = max(f1, 2 * right / (right + wrong + len(hits)))
    shares = {"R@1": hits.mean(), "candidates": len(found) / len(hits), "FAR95": (none >= least).mean(), "open F1": f1}
    return {name: round(float(share), 3) for name, share in shares.items()}
