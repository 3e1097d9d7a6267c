"""A very long text is read in pieces that together are the text."""

from hypothesis import given
from hypothesis import strategies as st

from normalize.text import pieces, read

TEXTS = st.text(st.sampled_from("ab. !?。\n\r@1 "), max_size=200)


@given(TEXTS, st.integers(1, 40))
def test_the_pieces_are_the_text(text, longest):
    document = read(text, lang="en")
    parts = list(pieces(document, longest))
    assert "".join(part.text for _, part in parts) == text
    assert "".join(part.folded for _, part in parts) == document.folded
    assert [start for start, _ in parts] == [sum(len(part.text) for _, part in parts[:n]) for n in range(len(parts))]
    assert all(0 < len(part.text) <= longest for _, part in parts) or not text
    protected = {place for span in document.protected for place in range(span.start, span.end)}
    assert protected == {
        start + place for start, part in parts for span in part.protected for place in range(span.start, span.end)
    }


@given(TEXTS)
def test_lines_are_those_of_the_text(text):
    document = read(text, lang="en")
    found = [line.moved(start).of(text) for start, part in pieces(document, 30) for line in part.lines]
    assert "".join(found) == "".join(line.of(text) for line in document.lines)


def test_a_long_text_is_cleaned_throughout(cleaner):
    sentence = "He came to the the town with Qassem Suleimani. "
    text = sentence * 5_000  # of which no two pieces begin alike
    result = cleaner.clean(text)
    assert "the the" not in result.text
    assert result.edits.invert().apply(result.text) == text
    assert cleaner.clean(result.text).text == result.text
