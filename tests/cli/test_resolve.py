import io
import json
import sys

import pytest

from normalize.cli import main


@pytest.fixture
def names(tmp_path):
    """A gazetteer of two people of one name, and one of another."""
    folder = tmp_path / "names"
    folder.mkdir()
    (folder / "people.entities.tsv").write_text(
        "id\ttype\tcountries\tgender\tids\tabout\tsource\n"
        "x-a\tpolitician\tIQ\tm\t\tof Basra\thand\n"
        "x-b\tpolitician\tSY\tm\t\tof Homs\thand\n"
        "x-c\tgeneral\tIR\tm\t\tof Kerman\thand\n",
        encoding="utf-8",
    )
    (folder / "people.names.tsv").write_text(
        "id\tlang\tkind\tname\tsince\tuntil\tsource\n"
        "x-a\ten-Latn\tmain\tKarim Zubaydi\t\t\thand\n"
        "x-b\ten-Latn\tmain\tKarim Zubaidi\t\t\thand\n"
        "x-c\ten-Latn\tmain\tRostam Farrokhzad\t\t\thand\n",
        encoding="utf-8",
    )
    (folder / "sources.tsv").write_text("key\ttitle\tlicence\turl\nhand\tBy hand\tCC0-1.0\t\n", encoding="utf-8")
    return folder


@pytest.fixture
def ask(names, capfdbinary):
    def run(*words, stdin=None):
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin.encode())) if stdin is not None else sys.__stdin__
        code = main(["resolve", "--no-shipped-gazetteer", "--gazetteer", str(names), *words])
        out, err = capfdbinary.readouterr()
        return code, out.decode(), err.decode()

    yield run
    sys.stdin = sys.__stdin__


def answers(out):
    return {row["name"]: row for row in map(json.loads, out.splitlines())}


def test_linked_nil_and_ambiguous(ask):
    code, out, _ = ask("Rustam Farrokhzod", "Nobody Atall", "Kareem Zubeidi", "--format", "jsonl")
    found = answers(out)
    assert code == 0
    assert (found["Rustam Farrokhzod"]["decision"], found["Rustam Farrokhzod"]["id"]) == ("linked", "x-c")
    assert found["Nobody Atall"]["decision"] == "nil"
    assert (found["Kareem Zubeidi"]["decision"], found["Kareem Zubeidi"]["id"]) == ("ambiguous", None)


def test_a_country_decides_between_two(ask):
    found = answers(ask("Kareem Zubeidi", "--country", "sy", "--format", "jsonl")[1])
    assert found["Kareem Zubeidi"]["id"] == "x-b"


def test_a_kind_leaves_the_others_out(ask):
    assert ask("Rostam Farrokhzad", "--kind", "place")[1].split("\t")[1] == "nil"


def test_names_come_from_lines(ask):
    out = ask("--format", "json", stdin="Rostam Farrokhzad\n\nNobody Atall\n")[1]
    assert [row["decision"] for row in json.loads(out)] == ["linked", "nil"]


def test_names_come_from_a_column(ask, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text('\ufeffnumber,who\n1,"Farrokhzad, Rostam"\n2,\n', encoding="utf-8")
    out = ask("--column", "who", str(table))[1]
    assert out.splitlines()[0].startswith("Farrokhzad, Rostam\tlinked\tRostam Farrokhzad\tx-c\t")
    assert out.splitlines()[1].split("\t")[1] == "nil"


def test_a_column_that_is_not_there_is_named(ask, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("a,b\n1,2\n", encoding="utf-8")
    code, out, err = ask("--column", "who", str(table))
    assert (code, out) == (2, "")
    assert "no column 'who'; it has a, b" in err


def test_explain_says_why(ask):
    out = ask("Rustam Farrokhzod", "--explain")[1]
    assert "x-c" in out
    assert "rustam" in out.splitlines()[2]


@pytest.mark.parametrize("name", ["", "   ", "\u0301", "x" * 5000, "\x00", "12", "قاآنی"])
def test_any_input_is_answered(ask, name):
    assert ask(name)[0] == 0
