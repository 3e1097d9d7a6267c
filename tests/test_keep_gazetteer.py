"""The script that keeps the gazetteers of this checkout, and that they are kept."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def keep(*words):
    command = [sys.executable, str(ROOT / "scripts" / "keep_gazetteer.py"), *words]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def test_the_shipped_gazetteers_are_in_canonical_order():
    assert keep("fmt", "--check").returncode == 0


def test_the_shipped_gazetteers_have_no_error():
    run = keep("lint", "--format", "json")
    assert run.returncode == 0, run.stdout[:2000]


@pytest.mark.parametrize("words", [(), ("scan",)])
def test_without_a_verb_it_knows_it_says_how_it_is_called(words):
    run = keep(*words)
    assert run.returncode == 1
    assert "keep_gazetteer.py lint" in run.stderr
