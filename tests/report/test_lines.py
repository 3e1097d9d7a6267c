"""One table of who is named in many texts."""

from normalize import Cleaner
from normalize.cli import main
from normalize.report import name_table


def test_an_entity_of_several_languages_is_one_row(cleaner):
    links = [
        *cleaner.names("The talks in Kyiv went on. Kyiv was cold, and Esmail Qaani was not there."),
        *Cleaner(cleaner.gazetteer, lang="ru").names("Киев ждал. Переговоры продолжались, Киев молчал."),
        *cleaner.names("Ismail Qaani came to Kyiv."),
    ]
    rows = {row.id: row for row in name_table(links)}
    assert len(rows) == len(name_table(links))
    assert (rows["esmail-qaani"].canonical, rows["esmail-qaani"].variants) == (
        "Esmail Qaani",
        (("Esmail Qaani", 1), ("Ismail Qaani", 1)),
    )
    assert (rows["kyiv"].canonical, rows["kyiv"].count) == ("Kyiv", 5)


def test_an_unknown_name_in_two_spellings_is_one_row(cleaner):
    links = cleaner.names("The novels of Nikolai Chernyshevsky are long. Chernyshevskij wrote, and Chernyshevsky read.")
    rows = {row.canonical: row for row in name_table(links)}
    assert rows["Chernyshevsky"].variants == (("Chernyshevskij", 1), ("Chernyshevsky", 1))


def test_a_folder_is_one_table(tmp_path, capfd):
    (tmp_path / "one.txt").write_text("Esmail Qaani came to Kyiv.", encoding="utf-8")
    (tmp_path / "two.txt").write_text("Ismail Qaani left Kyiv.", encoding="utf-8")
    assert main(["names", "--format", "jsonl", str(tmp_path)]) == 0
    lines = capfd.readouterr().out.splitlines()
    assert len(lines) == 2
    assert '"count": 2' in lines[0]
