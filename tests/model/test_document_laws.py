"""Positions, diffs and spans hold for every text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import scripted

from normalize.model import Document, Span
from normalize.model.diff import unified_diff
from normalize.text import read

LINES = st.text(st.sampled_from("ab \r\n\u2028😀"), max_size=30)


@given(LINES)
def test_every_offset_has_one_place(text):
    document = read(text, "en")
    for offset in range(len(text) + 1):
        line, column = document.position(offset)
        assert document.lines[line - 1].start + column - 1 == offset
    places = [document.position(offset) for offset in range(len(text) + 1)]
    assert places == sorted(set(places)), "one place an offset, in order"


@given(LINES)
def test_lines_hold_all_but_their_ends(text):
    lines = [line.of(text) for line in read(text, "en").lines]
    assert lines == re.split(r"\r\n|\r|\n", text)


def patched(text, diff):
    """Apply a unified diff as `patch` does, trusting nothing but its lines."""
    old = text.split("\n")
    old = [line + "\n" for line in old[:-1]] + ([old[-1]] if old[-1] else [])
    out, position, body = [], 0, diff.split("\n")[2:]
    last = None
    for line in body:
        if found := re.match(r"@@ -(\d+)(?:,(\d+))? ", line):
            start = int(found[1]) - (found[2] != "0")
            out += old[position:start]
            position, last = start, None
        elif line.startswith("\\"):
            if last != "-":
                out[-1] = out[-1][:-1]
        elif line:
            last = line[0]
            if last in " -":
                assert old[position].rstrip("\n") == line[1:]
                position += 1
            if last in " +":
                out.append(line[1:] + "\n")
    return "".join(out + old[position:])


@settings(max_examples=400)
@given(scripted())
def test_a_diff_makes_the_edited_text_of_the_old_one(case):
    text, script = case
    diff = unified_diff(text, script)
    assert (patched(text, diff) if diff else text) == script.apply(text)


@given(st.lists(st.integers(0, 20), min_size=2, max_size=8, unique=True), st.integers(0, 20), st.integers(0, 20))
def test_protection_is_what_a_look_at_every_zone_says(edges, start, end):
    edges = sorted(edges)[: len(edges) // 2 * 2]
    zones = tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    document = Document("x" * 20, "x" * 20, "en", zones)
    span = Span(min(start, end), max(start, end))
    inside = any(zone.start < span.start < zone.end for zone in zones)
    assert document.protects(span) == (any(zone.overlaps(span) for zone in zones) if len(span) else inside)


@given(scripted())
def test_the_order_edits_are_given_in_is_no_matter(case):
    text, script = case
    again = type(script)(sorted(script.edits, key=lambda edit: (edit.after, -edit.span.start)))
    if len({edit.span for edit in script}) == len(script):
        assert again == script
    assert len(script.apply(text)) == len(text) + sum(len(edit.after) - len(edit.before) for edit in script)


@given(scripted())
def test_a_script_followed_by_its_inverse_is_none(case):
    text, script = case
    assert script.then(script.invert(), text).apply(text) == text
