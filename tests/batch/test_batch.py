"""A batch gives back what came in, cleaned, in its shape and order; and one run in pieces equals one run in a piece."""

import csv
import json

import pytest

from normalize import Cleaner, Gazetteer
from normalize.batch import Batch, Columns, sources
from normalize.model import ConfigError, InputError

DIRTY = "The staff of the the minister met in the capital, number {}."
CLEAN = "The staff of the minister met in the capital, number {}."


@pytest.fixture(scope="module")
def cleaner():
    return Cleaner(Gazetteer.from_names([("qaani", "Esmail Qaani")]), lang="en")


@pytest.fixture
def run(cleaner, tmp_path):
    def run(*inputs, output="out", columns=None, **options):
        work = {name: options.pop(name) for name in ("jobs", "tell") if name in options}
        found = sources(inputs, columns or Columns())
        return Batch(found, cleaner, tmp_path / output, **options).run(**work)

    return run


def json_lines(path, count, broken=()):
    with path.open("wb") as file:
        for n in range(count):
            row = {"id": f"d{n}", "text": DIRTY.format(n) if n % 2 else CLEAN.format(n), "kept": [n, None, "é"]}
            file.write(broken[n] if n in broken else json.dumps(row).encode() + b"\n")
    return path


def rows(folder):
    return [row for path in sorted(folder.rglob("*.jsonl")) for row in rows_of(path)]


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_json_lines_come_back_with_their_other_columns(run, tmp_path):
    total = run(json_lines(tmp_path / "in.jsonl", 5))
    out = rows(tmp_path / "out" / "text")
    assert [row["text"] for row in out] == [CLEAN.format(n) for n in range(5)]
    assert [row["kept"] for row in out] == [[n, None, "é"] for n in range(5)]
    assert [row["id"] for row in rows(tmp_path / "out" / "results")] == [f"d{n}" for n in range(5)]
    assert (total.documents, total.changed, total.edits, total.findings) == (5, 2, 2, {"doubled.function-word": 2})
    assert json.loads((tmp_path / "out" / "summary.json").read_bytes())["changed"] == 2


DIRTY_JSON = json.dumps(DIRTY).encode()


@pytest.mark.parametrize(
    "shape",
    [
        b'{"text":%b,"n":1.10,"big":1e999,"id":"a"}',
        b'{ "n" :\t{"text": ["x", {}]} , "text" : %b }',
        b'{"text": "the first of two", "text": %b, "kept": "\\u00e9\\ud800"}',
        b'{"\\u0074ext": %b, "kept": "\xc3\xa9"}',
    ],
)
def test_what_is_not_the_text_keeps_its_bytes(run, tmp_path, shape):
    (tmp_path / "in.jsonl").write_bytes(shape % DIRTY_JSON + b"\r\n")
    run(tmp_path / "in.jsonl")
    written = (tmp_path / "out" / "text" / "in" / "part-00000.jsonl").read_bytes()
    assert written == shape % DIRTY_JSON.replace(b"the the", b"the") + b"\n"


def test_a_changed_text_is_written_in_the_letters_of_its_line(run, tmp_path):
    line = '{{"text":"The staff of {} minister said \\ud800 and é."}}'
    escaped = line.replace("é", "\\u00e9")
    (tmp_path / "in.jsonl").write_text(f"{line}\n{escaped}\n".format("the the", "the the"), "utf-8")
    run(tmp_path / "in.jsonl")
    out = (tmp_path / "out" / "text" / "in" / "part-00000.jsonl").read_text("utf-8").splitlines()
    # A lone surrogate has no other form than its escape.
    assert out == [escaped.format("the"), escaped.format("the")]


def test_a_line_whose_text_stays_keeps_its_bytes(run, tmp_path):
    raw = b'\xef\xbb\xbf{"n": 1.50,  "text":"\\u00e9", "id":7}\r\n\n{"text": "b"}'
    (tmp_path / "in.jsonl").write_bytes(raw)
    run(tmp_path / "in.jsonl")
    written = (tmp_path / "out" / "text" / "in" / "part-00000.jsonl").read_bytes()
    assert written == b'{"n": 1.50,  "text":"\\u00e9", "id":7}\n{"text": "b"}\n'
    assert [row["id"] for row in rows(tmp_path / "out" / "results")] == ["7", "in#1"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{broken\n", "not JSON"),
        (b'{"text":"\xff\xfe"}\n', "not UTF-8 at byte 9 of the line"),
        (b'{"body":"a"}\n', "no column 'text'"),
        (b'{"text":null}\n', "column 'text' is not text"),
        (b"[]\n", "not a JSON object"),
        (b'{"text":' + b"[" * 100_000 + b"\n", "not JSON"),
    ],
)
def test_a_bad_line_is_a_dead_letter(run, tmp_path, line, reason):
    path = json_lines(tmp_path / "in.jsonl", 4, {2: line})
    total = run(path)
    assert (total.documents, total.dead) == (3, 1)
    (letter,) = rows_of(tmp_path / "out" / "dead-letters.jsonl")
    assert path.read_bytes()[letter["offset"] :].startswith(line)
    assert letter["reason"].startswith(reason)
    assert letter["file"] == str(path)
    assert [row["id"] for row in rows(tmp_path / "out" / "text")] == ["d0", "d1", "d3"]


def rows_of(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_a_document_the_cleaner_fails_on_is_a_dead_letter(run, tmp_path, monkeypatch):
    path = json_lines(tmp_path / "in.jsonl", 3)
    clean = Cleaner.clean

    def failing(self, text, id=""):
        if id == "d1":
            raise ZeroDivisionError("unlucky")
        return clean(self, text, id)

    monkeypatch.setattr(Cleaner, "clean", failing)
    assert run(path).dead == 1
    assert rows_of(tmp_path / "out" / "dead-letters.jsonl")[0]["reason"] == "ZeroDivisionError: unlucky"


@pytest.mark.parametrize(("name", "mark", "end"), [("in.csv", ",", "\n"), ("in.tsv", "\t", "\r\n")])
def test_tables_keep_header_quotes_and_line_ends(run, tmp_path, name, mark, end):
    head, long = mark.join(["id", "text", "n"]), f'a{mark} "the the man"\nstayed.'
    quoted = '"' + long.replace('"', '""') + '"'
    lines = [head, mark.join(["x", quoted, "1"]), mark.join(["y", '"fine"', "2"]), "short", mark.join("zbc")]
    (tmp_path / name).write_bytes((end.join(lines)).encode())
    assert run(tmp_path / name).dead == 1
    written = (tmp_path / "out" / "text" / "in" / f"part-00000{name[2:]}").read_bytes().decode()
    assert mark.join(["y", '"fine"', "2"]) + end in written  # unchanged: as it came
    table = list(csv.reader(written.splitlines(keepends=True), delimiter=mark))
    assert table == [["id", "text", "n"], ["x", long.replace("the the", "the"), "1"], ["y", "fine", "2"], [*"zbc"]]
    (letter,) = rows_of(tmp_path / "out" / "dead-letters.jsonl")
    assert (tmp_path / name).read_bytes()[letter["offset"] :].startswith(b"short")


def test_a_table_without_the_column_is_refused_before_anything_is_written(run, tmp_path):
    (tmp_path / "in.csv").write_text("id,body\n1,a\n")
    with pytest.raises(InputError, match="no column 'text'; it has id, body"):
        run(tmp_path / "in.csv")
    assert not (tmp_path / "out").exists()
    assert run(tmp_path / "in.csv", columns=Columns("body")).documents == 1


def test_a_table_with_two_columns_of_text_is_refused(run, tmp_path):
    """It was read from one of them and written into the other."""
    (tmp_path / "in.csv").write_text("id,text,text\n1,a,the the b\n", "utf-8")
    with pytest.raises(InputError, match="two columns are called 'text'"):
        run(tmp_path / "in.csv")


def test_a_first_line_that_is_no_row_is_refused(run, tmp_path):
    (tmp_path / "in.csv").write_bytes(b"id,te\rxt\n1,a\n")
    with pytest.raises(InputError, match="its first line is no header"):
        run(tmp_path / "in.csv")


def test_a_folder_of_texts_comes_back_as_one(run, tmp_path):
    for name, text in {"b.txt": b"the the end\r\n", "a/a.md": b"fine", "bad.txt": b"ab\xff", "x.bin": b"?"}.items():
        (tmp_path / "in" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "in" / name).write_bytes(text)
    json_lines(tmp_path / "in" / "t.jsonl", 2)
    assert run(tmp_path / "in").dead == 1
    out = tree(tmp_path / "out" / "text" / "in")
    assert out.pop("b.txt") == b"the end\r\n"
    assert out.pop("a/a.md") == b"fine"
    assert set(out) == {"t/part-00000.jsonl"}
    (letter,) = rows_of(tmp_path / "out" / "dead-letters.jsonl")
    assert (letter["id"], letter["offset"], letter["reason"]) == ("bad.txt", 2, "not UTF-8 at byte 2")


def test_parquet_comes_back_as_parquet(run, tmp_path):
    pa = pytest.importorskip("pyarrow", reason="pip install 'normalize-mt[parquet]'")
    import pyarrow.parquet as pq

    texts = pa.array([DIRTY.format(n) if n != 7 else None for n in range(1200)], pa.large_string())
    table = pa.table({"n": pa.array(range(1200), pa.int16()), "text": texts})
    table = table.replace_schema_metadata({"made": "by hand"})
    pq.write_table(table, tmp_path / "in.parquet", row_group_size=700)
    total = run(tmp_path / "in.parquet", results="parquet")
    assert (total.documents, total.dead) == (1199, 1)
    out = pq.read_table(tmp_path / "out" / "text" / "in")
    assert out.schema.equals(table.schema, check_metadata=True)
    assert out["text"].to_pylist() == [CLEAN.format(n) for n in range(1200) if n != 7]
    results = pq.read_table(tmp_path / "out" / "results" / "in").to_pylist()
    assert results[7]["id"] == "in#8"
    assert results[8]["edits"][0]["rule"] == "doubled.function-word"
    interrupted(run, 1100, tmp_path / "in.parquet", output="again", results="parquet")
    assert tree(tmp_path / "again") == tree(tmp_path / "out")


def interrupted(run, after, *inputs, **options):
    """Run until so many documents are done, as by ctrl-C; then again."""
    seen = 0

    def tell(_size, documents):
        nonlocal seen
        seen += documents
        if seen >= after:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(*inputs, tell=tell, **options)
    return run(*inputs, **options)


@pytest.mark.parametrize("after", [1, 1000, 2300, 2900])
def test_a_run_in_pieces_is_the_run(run, tmp_path, after):
    inputs = json_lines(tmp_path / "a.jsonl", 2200, {500: b"{\n", 1999: b"{\n"}), tmp_path / "b.csv"
    inputs[1].write_text("text\n" + "the the end\n" * 1100)
    total = run(*inputs, output="whole")
    assert interrupted(run, after, *inputs).to_dict() == total.to_dict()
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")
    run(*inputs)  # nothing is left to do, and nothing changes
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_a_journal_cut_in_the_middle_of_a_line_is_mended(run, tmp_path):
    path = json_lines(tmp_path / "in.jsonl", 2500)
    run(path, output="whole")
    run(path)
    journal = tmp_path / "out" / "batch.journal"
    journal.write_bytes(journal.read_bytes()[:-40])
    run(path)
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_processes_change_nothing(run, tmp_path):
    path = json_lines(tmp_path / "in.jsonl", 300, {7: b"{\n"})
    run(path, output="one")
    run(path, output="two", jobs=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_a_folder_of_something_else_or_of_another_run_is_refused(run, tmp_path):
    path = json_lines(tmp_path / "in.jsonl", 3)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("precious")
    with pytest.raises(ConfigError, match="not empty"):
        run(path, output="full")
    run(path, settings=(("names", "keep"),))
    with pytest.raises(ConfigError, match="begun with other names"):
        run(path, settings=(("names", "mend"),))
    json_lines(path, 4)
    with pytest.raises(ConfigError, match="begun with other inputs"):
        run(path, settings=(("names", "keep"),))


def test_two_inputs_of_one_name_are_refused(tmp_path):
    (tmp_path / "b").mkdir()
    paths = json_lines(tmp_path / "in.jsonl", 1), json_lines(tmp_path / "b" / "in.jsonl", 1)
    with pytest.raises(ConfigError, match="two inputs"):
        sources(paths, Columns())
    with pytest.raises(InputError, match="no such file"):
        sources([tmp_path / "none.csv"], Columns())
    (tmp_path / "x.pdf").touch()
    with pytest.raises(InputError, match="not one of"):
        sources([tmp_path / "x.pdf"], Columns())
