"""Fit the weights of the name comparison.

    python scripts/fit_names.py LABELLED.tsv ...

Each file has the columns a, b, label (1 the same name, 0 not), model ("person", "place" or a script such
as "Arab"), and
optionally weight. Writes normalize/names/data/weights.tsv: figures, no names. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from sklearn.linear_model import LogisticRegression

from normalize.names.alignment import align_words
from normalize.names.compare import _ordered
from normalize.names.features import NAMES, figures_of
from normalize.names.prepare import prepare

DATA = Path(__file__).resolve().parent.parent / "normalize" / "names" / "data" / "weights.tsv"
# Facts that public lists hardly hold (a family of sanctioned sons is rare, and so are Hamid and Hamad of
# one family name):
# the weight is at most this, whatever the rows say.
AT_MOST = {"son": -3.3, "son_of_three": -1.0, "same_size_contrast": -2.6}
STRENGTH = 1.0  # of the regularisation, chosen by cross-validation grouped by person


def figures(a: str, b: str, kind: str) -> tuple[float, ...]:
    """Return the figures of one pair, in the order the comparison uses."""
    first, second = _ordered(prepare(a, kind), prepare(b, kind))
    return figures_of(first, second, *align_words(first, second))


def fit(rows: list[dict[str, str]], model: str) -> list[float]:
    """Return the weights of one model."""
    kind = model if model in ("place", "organisation") else "person"
    table = np.array([figures(row["a"], row["b"], kind) for row in rows])
    labels = np.array([int(row["label"]) for row in rows])
    importance = np.array([float(row.get("weight") or 1) for row in rows])
    fitted = LogisticRegression(C=STRENGTH, max_iter=5000, fit_intercept=False).fit(table, labels, importance)
    return [min(float(weight), AT_MOST.get(name, 99.0)) for name, weight in zip(NAMES, fitted.coef_[0], strict=True)]


def main() -> None:
    """Fit every model the files hold rows for."""
    by_model: dict[str, list[dict[str, str]]] = {}
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t"):
                by_model.setdefault(row["model"], []).append(row)
    lines = [
        "# Weight of each figure of normalize.names.features in log odds, by model.",
        "# Fitted on labelled pairs of public lists (OFAC, UN, EveryPolitician, GeoNames) by",
        "# python scripts/fit_names.py LABELLED.tsv ...",
    ]
    for model, rows in by_model.items():
        lines += [f"{model}\t{name}\t{weight:.3f}" for name, weight in zip(NAMES, fit(rows, model), strict=True)]
    DATA.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
