"""Tables of whole numbers in files."""

from array import array
from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from normalize.gazetteer.postings import Postings, Rows, grouped


@given(st.lists(st.integers(0, 6), max_size=30))
def test_rows_come_back_grouped(tmp_path_factory, row_of):
    rows = sorted(set(row_of))
    row_of = array("I", [rows.index(row) for row in row_of])
    path = tmp_path_factory.mktemp("postings") / "rows.bin"
    Postings.write(path, grouped(row_of, len(rows)), len(rows))
    postings = Postings(path)
    for row in range(len(rows)):
        assert list(postings[row]) == [number for number, mine in enumerate(row_of) if mine == row]


@given(st.lists(st.lists(st.integers(0, 9), max_size=3), max_size=600))
def test_short_rows_come_back(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("rows") / "rows.bin"
    ends = accumulate(map(len, rows))
    Rows.write(path, array("I", [number for row in rows for number in row]), array("I", ends))
    read = Rows(path, len(rows))
    assert [[*read[number]] for number in range(len(rows))] == rows
