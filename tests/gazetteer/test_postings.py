"""Tables of whole numbers in files."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from normalize.gazetteer.postings import Postings, grouped


@given(st.lists(st.integers(0, 6), max_size=30))
def test_rows_come_back_grouped(tmp_path_factory, row_of):
    rows = sorted(set(row_of))
    row_of = array("I", [rows.index(row) for row in row_of])
    path = tmp_path_factory.mktemp("postings") / "rows.bin"
    Postings.write(path, grouped(row_of, len(rows)), len(rows))
    postings = Postings(path)
    for row in range(len(rows)):
        assert list(postings[row]) == [number for number, mine in enumerate(row_of) if mine == row]
