import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SAMPLE

from normalize.cli import main

DIRTY = "The staff of Ismail Qaani and that of Esmail Qaani met in the capital .\n"
CLEAN = "The staff of Esmail Qaani and that of Esmail Qaani met in the capital.\n"


def run(capfdbinary, *words):
    code = main([str(word) for word in words])
    out, err = capfdbinary.readouterr()
    return code, out.decode("utf-8"), err.decode("utf-8")


@pytest.fixture
def dirty(tmp_path):
    path = tmp_path / "dirty.txt"
    path.write_text(DIRTY, encoding="utf-8")
    return path


def test_text_goes_to_stdout(capfdbinary, dirty):
    assert run(capfdbinary, "clean", dirty)[:2] == (0, CLEAN)


def test_inputs_come_out_in_their_order(capfdbinary, dirty, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Nothing here.\n", encoding="utf-8")
    assert run(capfdbinary, "clean", other, dirty)[:2] == (0, "Nothing here.\n" + CLEAN)


def test_check_changes_nothing_and_says_so(capfdbinary, dirty):
    code, out, err = run(capfdbinary, "clean", "--check", dirty)
    assert (code, out) == (1, "")
    assert "would change" in err
    assert dirty.read_text(encoding="utf-8") == DIRTY


def test_json_is_the_result(capfdbinary, dirty):
    code, out, _ = run(capfdbinary, "clean", "--format", "json", dirty)
    assert code == 0
    assert json.loads(out)["text"] == CLEAN
    code, out, _ = run(capfdbinary, "clean", "--format", "json", dirty, dirty)
    assert [item["text"] for item in json.loads(out)] == [CLEAN, CLEAN]
    code, out, _ = run(capfdbinary, "clean", "--format", "jsonl", dirty, dirty)
    assert [json.loads(line)["text"] for line in out.splitlines()] == [CLEAN, CLEAN]


def test_in_place_keeps_mode_and_the_old_file(capfdbinary, dirty):
    dirty.chmod(0o640)
    assert run(capfdbinary, "clean", "--in-place=.bak", dirty)[0] == 0
    assert dirty.read_text(encoding="utf-8") == CLEAN
    assert dirty.with_name("dirty.txt.bak").read_text(encoding="utf-8") == DIRTY
    assert stat.S_IMODE(dirty.stat().st_mode) == 0o640
    assert sorted(path.name for path in dirty.parent.iterdir()) == ["dirty.txt", "dirty.txt.bak"]


def test_in_place_follows_a_link(capfdbinary, dirty, tmp_path):
    link = tmp_path / "link.txt"
    link.symlink_to(dirty)
    assert run(capfdbinary, "clean", "--in-place", link)[0] == 0
    assert link.is_symlink()
    assert dirty.read_text(encoding="utf-8") == CLEAN


def test_in_place_refuses_a_hard_link(capfdbinary, dirty, tmp_path):
    os.link(dirty, tmp_path / "second.txt")
    code, _, err = run(capfdbinary, "clean", "--in-place", dirty)
    assert code == 3
    assert "hard links" in err
    assert dirty.read_text(encoding="utf-8") == DIRTY


@pytest.mark.parametrize("text", ["", "   \n", "\ufeffPlain.\r\n", "a\r\nb\nc\r", "\x00 NUL \x07"])
def test_text_without_faults_comes_back_byte_for_byte(capfdbinary, tmp_path, text):
    path = tmp_path / "text.txt"
    path.write_bytes(text.encode("utf-8"))
    code = main(["clean", str(path)])
    assert (code, capfdbinary.readouterr().out) == (0, text.encode("utf-8"))


def test_newlines_around_an_edit_stay(capfdbinary, tmp_path):
    path = tmp_path / "mixed.txt"
    path.write_bytes("\ufeffHe was met by the the king and the queen of the island.\r\nNext\nLast\r".encode())
    main(["clean", str(path)])
    assert (
        capfdbinary.readouterr().out
        == "\ufeffHe was met by the king and the queen of the island.\r\nNext\nLast\r".encode()
    )


def test_other_encodings_are_named(capfdbinary, tmp_path):
    path = tmp_path / "latin.txt"
    path.write_bytes("Fidan dîne à Ankara.\n".encode("latin-1"))
    code, out, err = run(capfdbinary, "clean", path)
    assert (code, out) == (3, "")
    assert "not utf-8 at byte 7" in err
    assert "--encoding" in err
    main(["clean", "--encoding", "latin-1", str(path)])
    assert capfdbinary.readouterr().out == path.read_bytes()


def test_unreadable_inputs_are_named_and_the_others_done(capfdbinary, dirty, tmp_path):
    code, out, err = run(capfdbinary, "clean", tmp_path / "none.txt", tmp_path, dirty)
    assert (code, out) == (3, CLEAN)
    assert "no such file" in err
    assert "a folder" in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["clen"], "clean"),
        (["clean", "--formt", "json"], "--format"),
        (["clean", "--only", "calqe", str(SAMPLE)], "did you mean 'calque'"),
        (["clean", "--names", "cannonical", str(SAMPLE)], "did you mean 'canonical'"),
        (["clean", "--in-place"], "needs files"),
        (["clean", "--gazetteer", "nowhere", str(SAMPLE)], "no such gazetteer folder"),
        (["rules", "calque.in-ths-regard"], "did you mean 'calque.in-this-regard'"),
    ],
)
def test_wrong_words_end_in_2_with_the_nearest_right_one(capfdbinary, words, said):
    code, _, err = run(capfdbinary, *words)
    assert code == 2
    assert said in err
    assert "Traceback" not in err


def test_settings_come_from_the_nearest_file(capfdbinary, dirty, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pyproject.toml").write_text('[tool.normalize]\nnames = "keep"\n', encoding="utf-8")
    assert run(capfdbinary, "clean", dirty)[1] == DIRTY.replace(" .", ".")
    assert run(capfdbinary, "clean", "--names", "mend", dirty)[1] == CLEAN
    shown = run(capfdbinary, "clean", "--show-config", "--lang", "en")[1]
    assert 'lang = "en"  (command line)' in shown
    assert f'names = "keep"  ({tmp_path / "pyproject.toml"})' in shown
    assert 'encoding = "utf-8"  (default)' in shown
    (tmp_path / "normalize.toml").write_text('nams = "keep"\n', encoding="utf-8")
    code, _, err = run(capfdbinary, "clean", dirty)
    assert code == 2
    assert "no setting 'nams'; did you mean 'names'?" in err


def test_output_to_a_file_and_a_folder(capfdbinary, dirty, tmp_path):
    assert run(capfdbinary, "clean", "--output", tmp_path / "out.txt", dirty, dirty)[0] == 0
    assert (tmp_path / "out.txt").read_text(encoding="utf-8") == CLEAN * 2
    folder = tmp_path / "out"
    folder.mkdir()
    run(capfdbinary, "clean", "--format", "html", "--output", folder, dirty)
    assert (folder / "dirty.txt.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_findings_decide_the_exit_code(capfdbinary, tmp_path):
    path = tmp_path / "calque.txt"
    path.write_text("A mine exploded on the territory of the school.\n", encoding="utf-8")
    code, out, _ = run(capfdbinary, "check", "--lang", "en", path)
    assert code == 1
    assert out.startswith(f"{path}:1:17: minor calque.on-the-territory-of: ")
    assert run(capfdbinary, "check", "--lang", "en", "--fail-on", "major", path)[0] == 0
    assert run(capfdbinary, "check", "--lang", "en", "--skip", "calque", path)[:2] == (0, "")


def test_names_explain_rules_doctor(capfdbinary):
    code, out, _ = run(capfdbinary, "names", "--format", "json", SAMPLE)
    rows = {row["id"]: row for row in json.loads(out)}
    assert (code, rows["hakan-fidan"]["count"]) == (0, 5)
    out = run(capfdbinary, "explain", f"{SAMPLE}:5:40")[1]
    assert "mohammed-shia-al-sudani" in out
    assert "source: curated" in out
    assert "calque.in-this-regard" in run(capfdbinary, "rules")[1]
    assert "miss" in run(capfdbinary, "rules", "calque.in-this-regard")[1]
    code, out, _ = run(capfdbinary, "doctor")
    assert "their examples hold" in out


def test_a_reader_that_goes_away_is_no_error(tmp_path):
    path = tmp_path / "long.txt"
    path.write_text("A line without any fault in it.\n" * 40_000, encoding="utf-8")
    command = f'"{sys.executable}" -m normalize clean "{path}" | head -1'
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False, cwd=Path(path).parent)
    assert done.stderr == ""
    assert done.stdout == "A line without any fault in it.\n"


def test_a_summary_says_what_could_not_be_judged(capfdbinary, tmp_path):
    text, source = tmp_path / "text.txt", tmp_path / "source.txt"
    text.write_text("Министр прибыл. Совет решил, что выборы будут позже.\n", encoding="utf-8")
    source.write_text("The minister arrived. The council decided that the vote will be later.\n", encoding="utf-8")
    shown = run(capfdbinary, "check", "--summary", text)[1]
    assert "not judged: phrases: no rule for them is for texts in ru" in shown
    assert "not judged: meaning" in shown
    assert "not judged: meaning" not in run(capfdbinary, "check", "--summary", "--source", source, text)[1]
