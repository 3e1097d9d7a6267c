"""`normalize gazetteer` as it is called."""

import json
import shutil
import subprocess

import pytest
from gazetteer_folder import add_rows, sound

from normalize.cli import main
from normalize.gazetteer import lint
from normalize.gazetteer.cache import shipped_folder
from normalize.gazetteer.upkeep.export import to_csv
from normalize.model import Alias, Entity


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "normalize.toml").write_text('gazetteer = ["own"]\nshipped-gazetteer = false\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    # Nothing here is about the shipped gazetteer: its ids would only make the runs slower.
    monkeypatch.setattr("normalize.cli.gazetteer.folders.shipped_folder", lambda: tmp_path / "own")
    return sound(tmp_path / "own")


def run(capsys, *words):
    code = main(["gazetteer", *map(str, words)])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_lint_of_a_sound_folder(folder, capsys):
    assert run(capsys, "lint") == (0, "", f"normalize: {folder}: 0 errors, 0 warnings\n")


def test_lint_says_where_and_ends_with_2(folder, capsys):
    add_rows(folder, "people.names.tsv", "esmail-qaani\ten-Latn\tspelling\tQa\u202eni\t\t\tcurated")
    code, out, _ = run(capsys, "lint", folder)
    assert code == 2
    assert out.startswith(f"{folder}/people.names.tsv:4:33: a bidirectional control (U+202E) [character]\n")
    code, out, _ = run(capsys, "lint", "--format", "json")
    assert (code, json.loads(out)[0]["line"]) == (2, 4)


def test_warnings_block_only_when_asked(folder, capsys):
    add_rows(folder, "people.names.tsv", "esmail-qaani\ten-Latn\tspelling\tEQ\t\t\tcurated")
    code, out, _ = run(capsys, "lint")
    assert code == 0
    assert ": warning: 'EQ' looks like a code" in out
    assert run(capsys, "lint", "--strict")[0] == 1
    assert run(capsys, "lint", "--errors")[1] == ""
    assert run(capsys, "build")[0] == 0


def test_build_refuses_names_for_nobody(folder, capsys):
    other = folder.parent / "other"
    other.mkdir()
    add_rows(other, "people.names.tsv", "esmail-qani\ten-Latn\tspelling\tKaani\t\t\town")
    code, _, err = run(capsys, "build", other)
    assert (code, "there is no entity 'esmail-qani' [orphan]" in err) == (2, True)


def test_fmt(folder, capsys):
    path = folder / "people.names.tsv"
    before = path.read_bytes()
    path.write_bytes(before + before.split(b"\n")[3] + b"\n")
    assert run(capsys, "fmt", "--check")[0] == 1
    assert run(capsys, "fmt") == (0, f"{path}\n", "")
    assert path.read_bytes() == before


@pytest.mark.usefixtures("folder")
def test_add_merge_explain_undo(capsys):
    name = "--name=en-Latn:main:Ismail Qani"
    assert run(capsys, "add", "ismail-qani", name, "--kind=person", "--countries=IR", "--about=a general")[0] == 0
    assert run(capsys, "add", "ismail-qani", "--name=fa-Arab:main:اسماعیل قانی")[0] == 0
    assert run(capsys, "merge", "ismail-qani", "esmail-qaani")[0] == 0
    code, out, _ = run(capsys, "explain", "ismail-qani")
    assert code == 0
    assert out.startswith("ismail-qani leads to esmail-qaani\n")
    assert "Ismail Qani" in out
    assert run(capsys, "undo")[0] == 0
    assert run(capsys, "explain", "ismail-qani")[1].startswith("ismail-qani  person")
    code, _, err = run(capsys, "merge", "ismail-qani", "nobody")
    assert (code, err.endswith(": there is no entity 'nobody'\n")) == (2, True)


@pytest.mark.usefixtures("folder")
def test_split_and_judge(capsys):
    assert run(capsys, "split", "esmail-qaani", "ismail-ghaani", "--name=Ismail Ghaani")[0] == 0
    assert run(capsys, "merge", "ismail-ghaani", "esmail-qaani")[0] == 2
    assert run(capsys, "judge", "ismail-ghaani", "esmail-qaani", "unsure", "--reason=a report")[0] == 0
    assert run(capsys, "merge", "ismail-ghaani", "esmail-qaani")[0] == 0


@pytest.mark.usefixtures("folder")
def test_search_stats_export(capsys):
    assert "esmail-qaani" in run(capsys, "search", "Esmaeil Qani")[1]
    assert run(capsys, "search", "kyi", "--prefix") == (0, "kyiv\tKyiv\n", "")
    assert json.loads(run(capsys, "stats", "--format", "json")[1])["entities"] == {"person": 3, "place": 1}
    assert "names by kind: 11" in run(capsys, "stats")[1]
    for form in ("csv", "jsonl", "ftm"):
        assert "Esmail Qaani" in run(capsys, "export", "--as", form)[1]
    assert 'Q5398131\tLen\t"Esmail Qaani"\n' in run(capsys, "export", "--as", "quickstatements")[1]


def test_an_export_of_nothing_says_why(folder, capsys):
    path = folder / "people.entities.tsv"
    path.write_text(path.read_text(encoding="utf-8").replace("wikidata=", "other="), encoding="utf-8")
    code, out, err = run(capsys, "export", "--as", "quickstatements")
    assert (code, out) == (0, "")
    assert "no entity has a Wikidata identifier" in err


def test_a_cell_is_no_formula(folder, capsys):
    add_rows(folder, "people.names.tsv", 'naim-qassem\ten-Latn\tweak\t=HYPERLINK("x";"y")\t\t\tcurated')
    assert "\"'=HYPERLINK(" in run(capsys, "export", "--as", "csv")[1]


@pytest.mark.parametrize("cell", ["=1", " =1", "\u200b=1", "\u00a0+1", "＝1", "－1", "＠SUM(1)", "\n1", "\r1", "\t1"])
def test_a_cell_is_no_formula_behind_blanks_or_in_full_width(cell):
    alias = Alias(cell, "en-Latn", "main", "curated")
    assert f"'{cell}" in "".join(to_csv([Entity("x", "term", (alias,))]))


def test_diff_of_two_versions_and_of_what_they_link(folder, capsys):
    new = sound(folder.parent / "new")
    assert run(capsys, "diff", folder, new) == (0, "", "")
    add_rows(new, "people.names.tsv", "esmail-qaani\ten-Latn\tspelling\tEsmail Kaany\t\t\tcurated")
    add_rows(new, "places.entities.tsv", "baku\tcity\tAZ\t\t\tcapital of Azerbaijan\tcurated")
    add_rows(new, "places.names.tsv", "baku\ten-Latn\tmain\tBaku\t\t\tcurated")
    text = folder.parent / "text.txt"
    text.write_text("Esmail Qaani flew to Baku.", encoding="utf-8")
    code, out, _ = run(capsys, "diff", folder, new, "--corpus", text, "--lang", "en")
    assert code == 1
    assert out.split("\n")[:2] == ["+ baku\tBaku (place, 1 names)", "+ esmail-qaani\ten-Latn spelling Esmail Kaany"]
    assert out.endswith(f"@ {text}\tBaku\tno mention -> baku\n")


@pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
def test_diff_of_what_git_keeps(folder, capsys, monkeypatch):
    monkeypatch.chdir(folder.parent)
    author = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", folder.name], [*author, "commit", "-q", "-m", "first"]):
        subprocess.run(["git", *command], check=True)
    add_rows(folder, "people.names.tsv", "esmail-qaani\ten-Latn\tspelling\tEsmail Kaany\t\t\tcurated")
    assert run(capsys, "diff", f"HEAD:{folder.name}", folder)[:2] == (
        1,
        "+ esmail-qaani\ten-Latn spelling Esmail Kaany\n",
    )
    with monkeypatch.context() as inside:
        inside.chdir(folder)
        assert run(capsys, "diff", "HEAD:.", ".")[0] == 1
    for wrong in ("HEAD:nowhere", "--output=x"):
        code, out, err = run(capsys, "diff", "--", wrong, folder)
        assert (code, out) == (2, "")
        assert "no tree of git" in err


def test_mine_then_review_and_nothing_is_asked_twice(folder, capsys, monkeypatch):
    text = folder.parent / "texts.jsonl"
    said = "Esmaeil Qaany met Masoud Pezeshkian. General Esmaeil Qaany left."
    text.write_text(json.dumps({"id": "a", "text": said}) + "\n", encoding="utf-8")
    code, out, err = run(capsys, "mine", text, "--folder", folder)
    assert code == 0
    assert "Esmaeil Qaany" in out
    assert "1 to review" in err
    monkeypatch.setattr("builtins.input", lambda _: "a")
    code, out, err = run(capsys, "review", "--folder", folder)
    assert (code, err) == (0, "normalize: 0 left to review\n")
    assert "Esmaeil Qaany" in run(capsys, "explain", "esmail-qaani")[1]
    monkeypatch.setattr("builtins.input", lambda _: pytest.fail("asked again"))
    assert run(capsys, "mine", text, "--folder", folder)[1] == ""
    assert run(capsys, "review", "--folder", folder)[0] == 0


def test_no_folder_to_change(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    code, _, err = run(capsys, "undo")
    assert (code, "no folder to change: name one with --folder" in err) == (2, True)


def test_the_shipped_gazetteer_has_no_error():
    found = lint.errors(lint.lint(shipped_folder(), frozenset()))
    assert [str(problem.error()) for problem in found] == []
