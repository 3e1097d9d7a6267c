"""The script that measures how many findings touch a marked error."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "measure_precision.py"
RULES = """\
[[rule]]
id = "doubled.word"
hits = []
"""


def run(*words):
    return subprocess.run([sys.executable, str(SCRIPT), *map(str, words)], capture_output=True, text=True, check=True)


def rows(folder):
    path = folder / "set.jsonl"
    head = {"lang": "en", "source_lang": "ru"}
    pair = {"target": "They went to the the harbour.", "source": "Они пошли в порт.", "errors": [[13, 20, "x"]]}
    path.write_text("\n".join(json.dumps(row) for row in (head, pair, pair | {"errors": []})) + "\n", encoding="utf-8")
    return path


def test_findings_are_counted_against_marked_errors(tmp_path):
    line = next(line for line in run(rows(tmp_path)).stdout.splitlines() if line.endswith("word"))
    assert line.split()[:3] == ["2", "1", "0.50"]


def test_writing_puts_one_line_before_the_hits(tmp_path):
    rule = run(rows(tmp_path)).stdout.splitlines()[1].split()[-1]
    (tmp_path / "rules").mkdir()
    file = tmp_path / "rules" / "r.toml"
    file.write_text(RULES.replace("doubled.word", rule), encoding="utf-8")
    run(rows(tmp_path), "--rules", tmp_path / "rules", "--write")
    run(rows(tmp_path), "--rules", tmp_path / "rules", "--write")
    written = tomllib.loads(file.read_text(encoding="utf-8"))["rule"][0]["precision"]
    assert (written["found"], written["right"]) == (2, 1)
    assert len(file.read_text(encoding="utf-8").splitlines()) == 4
