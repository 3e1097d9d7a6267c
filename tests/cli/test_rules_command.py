"""`normalize rules`: the catalogue, and what was measured."""

import json

from normalize.cli import main

OWN = """\
[[rule]]
id = "own.works-under-the-way"
kind = "phrase"
phrases = ["works under the way"]
suggestion = "work in progress"
category = "style/unidiomatic style"
severity = "minor"
safety = "none"
langs = ["xx"]
sources = ["ru"]
reason = "put word by word"
rates = { original = 1, human = 3, machine = 9, found = 4 }
precision = { found = 8, right = 6, chance = 1.5 }
hits = ["The works under the way are done."]
misses = ["The works are under way."]
[rule.wordings]
"as work went on" = ["in the way of works", "on the way of works"]

[[rule]]
id = "own.unmeasured"
kind = "phrase"
phrases = ["the way of works"]
category = "style/unidiomatic style"
severity = "neutral"
safety = "none"
langs = ["xx"]
reason = "put word by word"
hits = ["the way of works"]
misses = ["the works"]
"""


def run(capfdbinary, tmp_path, *words):
    (tmp_path / "own.toml").write_text(OWN, encoding="utf-8")
    code = main(["rules", "--rules", str(tmp_path / "own.toml"), *words])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_measured_shows_precision_and_rates_or_says_there_are_none(capfdbinary, tmp_path):
    code, out, _ = run(capfdbinary, tmp_path, "--measured", "--lang", "xx")
    rows = {line.split()[-1]: line for line in out.splitlines()}
    assert code == 0
    assert rows["own.works-under-the-way"].split()[:8] == ["8", "0.75", "4.0", "1", "3", "9", "5.0", "minor"]
    assert "not measurable here" in rows["own.unmeasured"]


def test_json_has_the_figures(capfdbinary, tmp_path):
    rows = json.loads(run(capfdbinary, tmp_path, "--format", "json", "--lang", "xx")[1])
    own = next(row for row in rows if row["id"] == "own.works-under-the-way")
    assert own["rates"] == {"original": 1, "human": 3, "machine": 9, "found": 4, "lift": 5.0}
    assert own["precision"] == {"found": 8, "right": 6, "precision": 0.75, "over_chance": 4.0}
    assert next(row for row in rows if row["id"] == "own.unmeasured")["rates"] is None


def test_one_rule_and_one_source_language(capfdbinary, tmp_path):
    assert "6 of 8 touch a marked error" in run(capfdbinary, tmp_path, "own.works-under-the-way")[1]
    rows = json.loads(run(capfdbinary, tmp_path, "own.unmeasured", "--format", "json")[1])
    assert [row["id"] for row in rows] == ["own.unmeasured"]
    listed = run(capfdbinary, tmp_path, "--source-lang", "ru")[1]
    assert "own.works-under-the-way" in listed
    assert "own.unmeasured" not in listed


def test_the_wordings_of_single_phrases_are_shown(capfdbinary, tmp_path):
    out = run(capfdbinary, tmp_path, "own.works-under-the-way")[1].splitlines()
    assert "  natural   work in progress" in out
    assert "  natural   as work went on, for in the way of works | on the way of works" in out
    assert "  phrases   works under the way" in out
    rows = json.loads(run(capfdbinary, tmp_path, "own.works-under-the-way", "--format", "json")[1])
    assert set(rows[0]["wordings"].values()) == {"as work went on"}


def test_every_rule_is_in_the_catalogue(capfdbinary, tmp_path):
    out = run(capfdbinary, tmp_path, "--measured")[1].splitlines()
    assert len(out) == len(json.loads(run(capfdbinary, tmp_path, "--format", "json")[1])) + 1


def test_figures_of_another_shape_are_named(capfdbinary, tmp_path):
    path = tmp_path / "bad.toml"
    path.write_text(OWN.replace("chance = 1.5", "chanse = 1.5"), encoding="utf-8")
    code = main(["rules", "--rules", str(path)])
    err = capfdbinary.readouterr().err.decode()
    assert code == 2
    assert "precision is a table of figures: found, right, chance" in err
