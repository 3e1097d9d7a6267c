"""Quality floors of the name engine: on a small table of our own, and on the evaluation folder where there is one."""

import csv
import os
import tomllib
from pathlib import Path

import pytest

from normalize.gazetteer.search import NameIndex, decide
from normalize.model import Decision
from normalize.names import compare, prepare, score

CASES = Path(__file__).parent / "cases"
GATE = tomllib.loads((CASES / "names_gate.toml").read_text(encoding="utf-8"))
PAIRS = tomllib.loads((CASES / "names.toml").read_text(encoding="utf-8"))
FLOORS, WANTED = GATE["floors"], GATE["evaluation"]
FOLDER = os.environ.get("NORMALIZE_EVAL", "")
evaluation = pytest.mark.skipif(not FOLDER, reason="NORMALIZE_EVAL names no evaluation folder")


def f1(right, wrong, all_):
    return 2 * right / (right + wrong + all_)


def best_f1(scored):
    """The best F1 of (score, label) over all thresholds between unequal scores."""
    scored, positive = sorted(scored, reverse=True), sum(label for _, label in scored)
    best = right = 0
    for place, (value, label) in enumerate(scored):
        right += label
        if place + 1 == len(scored) or scored[place + 1][0] != value:
            best = max(best, f1(right, place + 1 - right, positive))
    return best


def area(scored):
    """The share of (positive, negative) pairs in the right order."""
    scored = sorted(scored)
    below = found = 0.0
    place = 0
    while place < len(scored):
        past = place
        while past < len(scored) and scored[past][0] == scored[place][0]:
            past += 1
        ones = sum(label for _, label in scored[place:past])
        zeros = past - place - ones
        found += ones * (below + zeros / 2)
        below += zeros
        place = past
    return found / (below * (len(scored) - below))


def test_pairs():
    right = sum(compare(a, b).score >= 0.5 for a, b in PAIRS["same"])
    wrong = sum(compare(a, b).score >= 0.5 for a, b in PAIRS["different"])
    assert f1(right, wrong, len(PAIRS["same"])) >= FLOORS["pairs_f1"]


def test_hard_pairs():
    apart = [compare(a, b).score < 0.5 for a, b in PAIRS["different"]]
    assert sum(apart) / len(apart) >= FLOORS["hard_pairs"]


@pytest.fixture(scope="module")
def index():
    return NameIndex.build((name, name) for name in GATE["gazetteer"]["names"])


def test_known(index):
    hits = [index.search(query)[:1] for query, _ in GATE["queries"]["known"]]
    right = [hit and hit[0][0] == name for hit, (_, name) in zip(hits, GATE["queries"]["known"], strict=True)]
    assert sum(map(bool, right)) / len(right) >= FLOORS["known"]


def test_unknown(index):
    linked = [name for name in GATE["queries"]["unknown"] if decide(index.search(name)) is Decision.LINKED]
    assert len(linked) / len(GATE["queries"]["unknown"]) <= FLOORS["unknown_accepted"], linked


@evaluation
def test_evaluation_pairs():
    with (Path(FOLDER) / "pairs.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    scored = [(score(prepare(row["a"]), prepare(row["b"])), int(row["label"])) for row in rows]
    same = [pair for pair, row in zip(scored, rows, strict=True) if row["kind"] != "pos_drop"]
    assert best_f1(scored) >= WANTED["pairs_f1"]
    assert area(scored) >= WANTED["pairs_auc"]
    assert best_f1(same) >= WANTED["same_size_f1"]
    chinese = [pair for pair, row in zip(scored, rows, strict=True) if row["group"] == "chinese"]
    assert best_f1(chinese) >= WANTED["chinese_pairs_f1"]


def table(name):
    with (Path(FOLDER) / name).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t"))


@evaluation
@pytest.mark.parametrize("group", WANTED["scripts"])
def test_evaluation_scripts(group):
    with (Path(FOLDER) / "pairs_xscript.tsv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["group"] == group]
    assert (
        area([(score(prepare(row["a"]), prepare(row["b"])), int(row["label"])) for row in rows])
        >= WANTED["scripts"][group]
    )


@evaluation
def test_evaluation_places():
    places = NameIndex.build(((row[0], row[1]) for row in table("places_gaz.tsv")), "place")
    asked = [row for row in table("places_queries.tsv") if row[2] != "NIL"]
    first = [places.search(query, 1)[:1] for _, query, *_ in asked]
    found = [wanted in {id_ for id_, _ in places.candidates(query)} for _, query, wanted, *_ in asked]
    right = [bool(hit) and hit[0][0] == wanted for hit, (_, _, wanted, *_) in zip(first, asked, strict=True)]
    assert sum(right) / len(right) >= WANTED["places_right_first"]
    assert sum(found) / len(found) >= WANTED["places_candidates"]


@evaluation
def test_evaluation_search():
    names = NameIndex.build((row[0], row[1]) for row in table("gaz.tsv"))
    hits = [(row[2], (names.search(row[1], 1) or [("", "", 0.0)])[0]) for row in table("queries.tsv")]
    known = [(wanted == id_, likely) for wanted, (id_, _, likely) in hits if wanted != "NIL"]
    right = sorted(likely for is_right, likely in known if is_right)
    least = right[int(len(right) * 0.05)]
    unknown = [likely >= least for wanted, (_, _, likely) in hits if wanted == "NIL"]
    assert len(right) / len(known) >= WANTED["right_first"]
    assert sum(unknown) / len(unknown) <= WANTED["unknown_accepted"]
