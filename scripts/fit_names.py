"""Fit the weights of the name comparison on an evaluation folder, or measure them by cross-validation.

    python scripts/fit_names.py FOLDER [MODEL ...]  writes normalize/names/data/weights.tsv (of these models alone)
    python scripts/fit_names.py FOLDER --measure    writes nothing: five folds, no person in two of them

FOLDER holds pairs.tsv and pairs_xscript.tsv (a, b, label, kind, group, eid), gaz.tsv and queries.tsv, places_gaz.tsv
and places_queries.tsv (id, name; group, query, id or NIL, name, person), nk_cases.csv. Rows are the pairs, and each
query with the candidates the search finds for it. What is committed are figures, no names. Needs numpy, scipy
and scikit-learn.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from names_figures import curve, retrieval
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.model_selection import GroupKFold

from normalize.gazetteer.search import NameIndex
from normalize.names.compare import _by_other_names, nearest, ordered, score
from normalize.names.features import NAMES, figures_of
from normalize.names.prepare import prepare
from normalize.names.tables import rows as table_rows

TARGET = Path(__file__).resolve().parent.parent / "normalize" / "names" / "data" / "weights.tsv"
# What the weight is at most, whatever the rows say. Facts that public lists hardly hold: a family of sanctioned sons is
# rare, and so are Hamid and Hamad of one family name, and names of one word. And a difference is no evidence for:
# two spellings of one person in a list always differ somewhere, two people may well have the very same words.
AT_MOST = {
    "both_one_word": -0.4, "generation": -3.0, "son": -3.3, "son_of_three": -1.0, "same_size_contrast": -2.6,
    **dict.fromkeys(("bones_same", "bones_differ", "common_bones", "uneven", "worst_over_.1", "worst_over_.25"), 0.0),
}  # fmt: skip
# How freely weights may grow (C), chosen by cross-validation grouped by person; pairs of two scripts are few.
STRENGTH = {"person": 1.0, "place": 1.0}
_STRENGTH = 0.2
FOLDS = 5
# How much a row counts: candidates are many, and alike by how they were found.
CANDIDATE = {"person": 0.3, "place": 1.0}
# Wrong candidates count less where many are looked at: the probability is that of a pair worth comparing.
WRONG = {"person": 1.0, "place": 0.5}


class Row(NamedTuple):
    """One labelled pair: its figures, whose it is (no person in two folds), the set and question it comes from."""

    model: str
    figures: tuple[float, ...]
    label: int
    weight: float
    owner: str
    source: str
    question: int
    kind: str


def figures(a: str, b: str, kind: str) -> tuple[str, tuple[float, ...]]:
    """Return the model of one pair and its figures, in the order the comparison uses."""
    first, second = ordered(prepare(a, kind), prepare(b, kind))
    model = second.script if second.script != first.script else kind
    if kind != "person":
        first, second = ordered(*max([(first, second), *_by_other_names(first, second)], key=lambda pair: score(*pair)))
    form, aligned = nearest(first, second)
    return model, figures_of(first, form, *aligned)


def pairs(folder: Path) -> Iterator[Row]:
    """Yield the labelled pairs of one script and of two."""
    for name in ("pairs", "pairs_xscript"):
        with (folder / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file, delimiter="\t")):
                model, found = figures(row["a"], row["b"], "person")
                kind = f"{row['group']} {row['kind']}"
                yield Row(model, found, int(row["label"]), 1.0, row["eid"], name, number, kind)


def table(path: Path) -> list[list[str]]:
    """Return the rows of a table without a head."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


def candidates(folder: Path, kind: str) -> Iterator[Row]:
    """Yield each query with each candidate found for it; a query that finds nothing gives no row."""
    before = "places_" if kind == "place" else ""
    index = NameIndex.build(((row[0], row[1]) for row in table(folder / f"{before}gaz.tsv")), kind)
    for number, (group, query, wanted, _, owner) in enumerate(table(folder / f"{before}queries.tsv")):
        for id_, name in index.candidates(query):
            model, found = figures(query, name, kind)
            weight = CANDIDATE[kind] * (1.0 if id_ == wanted else WRONG[kind])
            yield Row(model, found, int(id_ == wanted), weight, owner, f"{kind} search", number, group)


def fit(rows: list[Row]) -> np.ndarray:
    """Return the weights of one model: a logistic regression whose weights keep their limits."""
    figures = np.array([row.figures for row in rows])
    signs = np.array([2.0 * row.label - 1.0 for row in rows])
    importance = np.array([row.weight for row in rows])
    strength = STRENGTH.get(rows[0].model, _STRENGTH)
    limits = [AT_MOST.get(name) for name in NAMES]

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = signs * (figures @ weights)
        slope = figures.T @ (importance * signs * expit(-margins))
        penalty = weights @ weights / (2 * strength)
        return importance @ np.logaddexp(0.0, -margins) + penalty, weights / strength - slope

    start = np.array([min(0.0, limit or 0.0) for limit in limits])
    bounds = [(None, limit) for limit in limits]
    return minimize(loss, start, jac=True, bounds=bounds, method="L-BFGS-B", options={"maxiter": 5000}).x


def measured(rows: list[Row]) -> tuple[np.ndarray, np.ndarray]:
    """Return the log odds of each row by weights fitted on other people, and the mean of these weights."""
    found, weights = np.zeros(len(rows)), np.zeros(len(NAMES))
    for known, asked in GroupKFold(FOLDS).split(rows, groups=[row.owner for row in rows]):
        fold = fit([rows[place] for place in known])
        found[asked] = np.array([rows[place].figures for place in asked]) @ fold
        weights += fold / FOLDS
    return found, weights


def by_model(folder: Path) -> dict[str, list[Row]]:
    """Return all rows, by the model they teach."""
    found: dict[str, list[Row]] = {}
    for source in (pairs(folder), candidates(folder, "person"), candidates(folder, "place")):
        for row in source:
            found.setdefault(row.model, []).append(row)
    return {model: rows for model, rows in found.items() if len(rows) > 50 and len({row.label for row in rows}) == 2}


def report(folder: Path, model: str, rows: list[Row]) -> None:
    """Print what other people's weights reach: pairs, retrieval, and cases of another hand for people."""
    odds, weights = measured(rows)
    for source in sorted({row.source for row in rows}):
        chosen = np.array([row.source == source for row in rows])
        some = [row for row in rows if row.source == source]
        if source.endswith("search"):
            asked = table(folder / ("places_queries.tsv" if model == "place" else "queries.tsv"))
            print(model, source, retrieval(some, odds[chosen], [row[2] != "NIL" for row in asked]))
            continue
        groups = {"all": chosen} | {"no word dropped": chosen & [not row.kind.endswith("drop") for row in rows]}
        groups |= {
            g: chosen & [row.kind.split()[0] == g for row in rows] for g in sorted({r.kind.split()[0] for r in some})
        }
        for group, places in groups.items():
            print(model, source, group, curve(np.array([row.label for row in rows])[places], odds[places]))
    if model == "person":
        with (folder / "nk_cases.csv").open(encoding="utf-8", newline="") as file:
            cases = [row for row in csv.DictReader(file) if row["schema"] == "Person"]
        cases = [row for row in cases if row["category"] != "LLM-proposed deviation"]
        seen = [float(np.dot(figures(row["name1"], row["name2"], "person")[1], weights)) for row in cases]
        print("person nk_cases", curve(np.array([row["is_match"] == "true" for row in cases], int), np.array(seen)))


def kept(fitted: set[str]) -> list[str]:
    """Return the weights of the other models: those set by hand, and those not asked for."""
    return ["\t".join(fields) for fields in table_rows("weights.tsv") if fields[0] not in fitted]


def main() -> None:
    """Fit every model the folder holds rows for, or measure it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("models", nargs="*", help="person, place, or a script; all without")
    parser.add_argument("--measure", action="store_true")
    given = parser.parse_args()
    found = {model: rows for model, rows in by_model(given.folder).items() if not given.models or model in given.models}
    if given.measure:
        for model, rows in found.items():
            report(given.folder, model, rows)
        return
    lines = [
        "# Weight of each figure of normalize.names.features in log odds, by model.",
        "# Fitted on labelled pairs of public lists (OFAC, UN, EveryPolitician, GeoNames) by",
        "# python scripts/fit_names.py FOLDER. Those of organisations are set by hand.",
        *kept(set(found)),
    ]
    for model, rows in found.items():
        lines += [f"{model}\t{name}\t{weight:.3f}" for name, weight in zip(NAMES, fit(rows), strict=True)]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
