import gzip
import os
import random
import shutil
import subprocess

import pytest
from gazetteer_folder import sound

from normalize.gazetteer.lint import lint
from normalize.gazetteer.upkeep.files import fmt
from normalize.model import GazetteerError

NAMES = "people.names.tsv"


def test_a_sound_folder_stays_as_it_is(tmp_path):
    assert fmt(sound(tmp_path)) == []


def test_order_doubles_and_line_ends_are_mended_and_then_stay(tmp_path):
    path = sound(tmp_path) / NAMES
    before = path.read_bytes()
    head, *rows = before.split(b"\n")[:-1]
    path.write_bytes(b"\r\n".join([head, *reversed(rows), rows[2]]))
    assert fmt(tmp_path, write=False) == [path]
    assert fmt(tmp_path) == [path]
    assert path.read_bytes() == before
    assert fmt(tmp_path) == []


def test_a_packed_file_is_sorted_and_stays_packed(tmp_path):
    path = sound(tmp_path) / "background.tsv.gz"
    head, *rows = "name\tlang\tbearers\tsource", "Zahra\ten-Latn\t2\tcurated", "Ali\ten-Latn\t3\tcurated"
    path.write_bytes(gzip.compress("\n".join([head, *rows, ""]).encode()))
    assert fmt(tmp_path) == [path]
    assert gzip.decompress(path.read_bytes()).decode().split("\n") == [head, *reversed(rows), ""]
    assert fmt(tmp_path) == []


@pytest.mark.parametrize(
    "line", ["<<<<<<< HEAD", "esmail-qaani\ten-Latn", "esmail-qaani\ten-Latn\tspelling\tQ\u202ei\t\t\tx"]
)
def test_what_sorting_would_hide_is_refused(tmp_path, line):
    path = sound(tmp_path) / NAMES
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(GazetteerError):
        fmt(tmp_path)
    assert path.read_bytes() == before


def git(folder, *words):
    environment = {
        **os.environ,
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org",
        "GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org",
    }  # fmt: skip
    return subprocess.run(["git", *words], cwd=folder, env=environment, check=False, capture_output=True).returncode


SPELLINGS = [f"{given} {family}" for given in ("Esmail", "Esmaeil", "Ismail", "Ismael", "Ismaeel") for family in
             ("Qani", "Ghani", "Ghaani", "Qaany", "Kaani", "Ghaany")]  # fmt: skip


def edited(base, chance):
    """Some rows of one entity more, and perhaps one of its rows said otherwise."""
    rows = set(base)
    for form in chance.sample(SPELLINGS, chance.randint(1, 5)):
        if f"\t{form}\t" not in "".join(base):
            rows.add(f"esmail-qaani\ten-Latn\ttransliteration\t{form}\t\t\tcurated")
    return rows


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_a_hundred_pairs_of_edits_of_one_record_merge_right(tmp_path):
    folder = sound(tmp_path)
    (folder / ".gitattributes").write_text("*.tsv merge=union text eol=lf\n", encoding="utf-8")
    path = folder / NAMES
    head, *base = path.read_text(encoding="utf-8").split("\n")[:-1]
    git(folder, "init", "-q", "-b", "main")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "base")

    def commit(branch, rows):
        git(folder, "checkout", "-q", "-b", branch, "main")
        path.write_text("\n".join([head, *sorted(rows), ""]), encoding="utf-8")
        git(folder, "commit", "-q", "-a", "-m", branch)

    right = 0
    for seed in range(100):
        chance = random.Random(seed)
        ours, theirs = edited(base, chance), edited(base, chance)
        commit(f"theirs-{seed}", theirs)
        commit(f"ours-{seed}", ours)
        merged = git(folder, "merge", "-q", "-m", "merge", f"theirs-{seed}") == 0 or ours == theirs
        fmt(folder)
        rows = path.read_text(encoding="utf-8").split("\n")[1:-1]
        right += merged and rows == sorted(ours | theirs) and not lint(folder, frozenset())
        git(folder, "checkout", "-q", "--force", "main")
    assert right == 100
