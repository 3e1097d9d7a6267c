"""`normalize profile` and --profile as they are called."""

from normalize.cli import main


def test_show_lint_and_clean_with_a_profile_of_the_configuration(tmp_path, monkeypatch, capsys):
    (tmp_path / "house.toml").write_text(
        'extends = "wire"\n[[form]]\nentity = "odesa"\nname = "Odessa"\n', encoding="utf-8"
    )
    (tmp_path / "normalize.toml").write_text('profile = "house.toml"\n', encoding="utf-8")
    (tmp_path / "in.txt").write_text("Kiev, Odesa and chicken Kiev.\n", encoding="utf-8")
    below = tmp_path / "below"
    below.mkdir()
    monkeypatch.chdir(below)
    assert main(["clean", "../in.txt", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Kyiv, Odessa and chicken Kiev.\n"
    assert main(["clean", "../in.txt", "--lang", "en", "--date", "2012-05-01"]) == 0
    assert capsys.readouterr().out == "Kiev, Odessa and chicken Kiev.\n"
    assert main(["profile", "lint", "../house.toml"]) == 0
    assert main(["profile", "show", "../house.toml"]) == 0
    shown = capsys.readouterr().out
    assert "Odessa  (gazetteer: Odesa)" in shown
    assert "not in: chicken Kiev, Kievan Rus" in shown


def test_lint_exits_1_and_a_fault_2(tmp_path, capsys):
    (tmp_path / "house.toml").write_text('[[form]]\nentity = "no-one"\nname = "Nobody"\n', encoding="utf-8")
    assert main(["profile", "lint", str(tmp_path / "house.toml")]) == 1
    assert "no-one: no such entity" in capsys.readouterr().err
    (tmp_path / "house.toml").write_text('quotes = "never"\n', encoding="utf-8")
    assert main(["profile", "lint", str(tmp_path / "house.toml")]) == 2
    assert "house.toml:1:1: quotes must be one of" in capsys.readouterr().err


def test_learn_and_names_read_folders_and_json_lines(tmp_path, capsys):
    line = '{"id": 1, "text": "Moammar Gadhafi ruled Libya. The army of Gadhafi left."}\n'
    (tmp_path / "a.jsonl").write_text(line * 3, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Moammar Gadhafi spoke.\n", encoding="utf-8")
    assert main(["profile", "learn", str(tmp_path), "--lang", "en"]) == 0
    assert 'name = "Moammar Gadhafi"' in capsys.readouterr().out
    assert main(["names", str(tmp_path), "--lang", "en"]) == 0
    assert "Moammar Gadhafi 4x, Gadhafi 3x" in capsys.readouterr().out
