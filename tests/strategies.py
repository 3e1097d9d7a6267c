"""Random texts and edit scripts for the laws."""

from hypothesis import strategies as st

from normalize.model import Edit, EditScript, Span


@st.composite
def scripted(draw, text=None):
    """A text and a script of disjoint edits of it."""
    if text is None:
        text = draw(st.text("ab\n😀", max_size=14))
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(st.text("abcé\n", max_size=4))
        if after != text[start:end]:
            edits.append(Edit(Span(start, end), text[start:end], after, "test"))
    return text, EditScript(edits)
