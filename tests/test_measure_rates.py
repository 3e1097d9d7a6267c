import json
import subprocess
import sys
import tomllib
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[1] / "scripts" / "measure_rates.py"
RULES = """\
# Kept as it is.
[[rule]]
id = "calque.works-under-way"
kind = "phrase"
phrases = ["works under the way"]
category = "style/unidiomatic style"
severity = "neutral"
safety = "none"
langs = ["en"]
sources = ["ru"]
origin = "работы на ходу"
reason = "put word by word"
rates = { original = 9, human = 9, machine = 9 }
hits = ["The works under the way are done."]
misses = ["The works are under way."]
"""


def run(*words):
    return subprocess.run([sys.executable, str(SCRIPT), *map(str, words)], capture_output=True, text=True, check=True)


def samples(folder):
    (folder / "rules.toml").write_text(RULES, encoding="utf-8")
    (folder / "original.txt").write_text("one two three four\n" * 10, encoding="utf-8")
    rows = [
        {"t": "Works under the way, he said to them in the morning.", "l": "ru"},
        {"t": "Works under the way, he said to them in the morning.", "l": "zh"},
        {"n": 1},
    ]
    (folder / "machine.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return (
        *("--rules", folder / "rules.toml", "--original", folder / "original.txt"),
        *("--machine", folder / "machine.jsonl", "--column", "t", "--source-column", "l"),
    )


def test_rates_are_per_million_words_of_the_languages_of_the_rule(tmp_path):
    lines = run(*samples(tmp_path), "--phrases").stdout.splitlines()
    assert [line.split()[:4] for line in lines[1:]] == [["0", "0", "90909.1", "1"]] * 2
    assert lines[2].endswith("    works under the way")


def test_writing_touches_the_line_of_the_rates_alone(tmp_path):
    run(*samples(tmp_path), "--write")
    text = (tmp_path / "rules.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["rule"][0]["rates"] == {"original": 0, "human": 0, "machine": 90909.1, "found": 1}
    changed = [(a, b) for a, b in zip(RULES.splitlines(), text.splitlines(), strict=True) if a != b]
    assert len(changed) == 1


def test_a_rule_is_measured_whatever_others_find_in_the_same_words(tmp_path):
    words = samples(tmp_path)
    longer = RULES.replace("works-under-way", "longer").replace(
        '["works under the way"]', '["works under the way, he said"]'
    )
    (tmp_path / "rules.toml").write_text(RULES + longer.replace("are done", ", he said, are done"), encoding="utf-8")
    lines = run(*words).stdout.splitlines()
    assert [line.split()[3] for line in lines[1:]] == ["1", "1"]
