import json
import subprocess
import sys
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "edit_diff.py"


def results(path, *edits):
    rows = [dict(zip(("start", "end", "before", "after", "rule"), edit, strict=True)) for edit in edits]
    path.write_text(json.dumps({"id": "a.txt", "edits": rows}) + "\n", encoding="utf-8")
    return str(path)


def run(*words):
    return subprocess.run([sys.executable, str(SCRIPT), *words], capture_output=True, text=True, check=False)


def test_gains_and_losses_are_shown_by_rule(tmp_path):
    comma = (3, 4, " ", "", "punctuation")
    name, moved = (9, 13, "Qani", "Qaani", "name"), (9, 13, "Qani", "Qa\x1bani", "name")
    before = results(tmp_path / "before", comma, name)
    after = results(tmp_path / "after", comma, moved)
    done = run(before, after)
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        "name: 1 lost, 1 gained, 0 kept",
        '  - a.txt:9-13 "Qani" -> "Qaani"',
        '  + a.txt:9-13 "Qani" -> "Qa\\x1bani"',
        "all: 1 lost, 1 gained, 1 kept",
    ]
    assert run(before, before).returncode == 0


def test_a_file_of_something_else_is_named(tmp_path):
    (tmp_path / "x").write_text("no json\n")
    done = run(str(tmp_path / "x"), str(tmp_path / "x"))
    assert "x:1: not a result" in done.stderr
