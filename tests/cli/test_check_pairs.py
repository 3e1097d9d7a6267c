"""`normalize check --pairs`: rows of sources with their translations."""

import json

import pytest

from normalize.cli import main

PAIRS = "У них было 12 лодок.\tThey had 15 boats.\n\nПривет, друг.\tHello, friend.\n"


@pytest.fixture
def pairs(tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text(PAIRS, encoding="utf-8")
    return path


def run(capfdbinary, *words):
    code = main(["check", "--lang", "en", "--source-lang", "ru", *map(str, words)])
    out, err = capfdbinary.readouterr()
    return code, out.decode(), err.decode()


def test_a_finding_stands_at_its_row_and_its_column_in_the_translation(capfdbinary, pairs):
    code, out, _ = run(capfdbinary, "--pairs", pairs, "--only", "source.number")
    assert code == 1
    assert [line.split(": ")[0] for line in out.splitlines()] == [f"{pairs}:1:10"]


def test_json_has_each_pair_with_its_own_offsets(capfdbinary, tmp_path):
    path = tmp_path / "pairs.jsonl"
    rows = [
        {"source": "Привет, друг.", "target": "Hello,\nfriend."},
        {"id": "b7", "source": "У них было 12 лодок.", "target": "They had 15 boats."},
    ]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    out = run(capfdbinary, "--pairs", path, "--only", "source.number", "--format", "jsonl")[1]
    first, second = map(json.loads, out.splitlines())
    assert (first["id"], first["row"], first["findings"]) == (f"{path}:1", 1, [])
    assert (second["id"], second["findings"][0]["start"]) == ("b7", 9)


def test_a_header_may_name_another_order(capfdbinary, tmp_path):
    path = tmp_path / "pairs.tsv"
    path.write_text("id\ttarget\tsource\nx\tThey had 15 boats.\tУ них было 12 лодок.\n", encoding="utf-8")
    out = run(capfdbinary, "--pairs", path, "--only", "source.number", "--format", "jsonl")[1]
    assert json.loads(out)["id"] == "x"
    assert len(json.loads(out)["findings"]) == 1


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("p.tsv", "Привет.\tHello.\nодно\n", "p.tsv:2: a row needs a source"),
        ("p.jsonl", '{"source": "x"}\n', "p.jsonl:1: no text in 'target'"),
        ("p.jsonl", "{source\n", "p.jsonl:1: not JSON"),
    ],
)
def test_a_row_that_is_no_pair_is_named(capfdbinary, tmp_path, name, text, said):
    (tmp_path / name).write_text(text, encoding="utf-8")
    code, _, err = run(capfdbinary, "--pairs", tmp_path / name)
    assert code == 3
    assert said in err


def test_pairs_go_alone(capfdbinary, pairs):
    code, _, err = run(capfdbinary, "--pairs", pairs, pairs)
    assert code == 2
    assert "no PATH" in err


def test_other_reports_and_the_baseline_know_pairs(capfdbinary, pairs, tmp_path):
    only = ("--pairs", pairs, "--only", "source.number")
    assert "1 findings" in run(capfdbinary, *only, "--summary")[1]
    assert f"file={pairs},line=1,col=10" in run(capfdbinary, *only, "--format", "github")[1]
    region = json.loads(run(capfdbinary, *only, "--format", "sarif")[1])["runs"][0]["results"][0]["locations"][0]
    assert region["physicalLocation"]["region"]["startLine"] == 1
    assert run(capfdbinary, *only, "--write-baseline", tmp_path / "known")[0] == 0
    assert run(capfdbinary, *only, "--baseline", tmp_path / "known")[:2] == (0, "")
    again = run(capfdbinary, *only, "--baseline", tmp_path / "known", "--format", "jsonl")[1].splitlines()
    assert [json.loads(line)["findings"] for line in again] == [[], []]
