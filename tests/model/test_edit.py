import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import scripted

from normalize.model import Edit, EditConflict, EditScript, Safety, Span
from normalize.model.offsets import convert


@given(scripted())
def test_the_inverse_undoes(case):
    text, script = case
    edited = script.apply(text)
    assert script.invert().apply(edited) == text
    assert script.restore(edited) == text
    assert script.invert().invert() == script


@given(st.data())
def test_two_scripts_in_a_row_are_one(data):
    text, first = data.draw(scripted())
    between = first.apply(text)
    _, second = data.draw(scripted(text=between))
    both = first.then(second, text)
    assert both.apply(text) == second.apply(between)
    assert both.invert().apply(both.apply(text)) == text


@given(scripted())
def test_edits_are_exact_in_utf16_and_utf8(case):
    text, script = case
    offsets = {edge for edit in script for edge in (edit.span.start, edit.span.end)}
    for unit, codec, width in (("utf-16", "utf-16-le", 2), ("utf-8", "utf-8", 1)):
        places, data = convert(text, offsets, unit), text.encode(codec)
        for edit in reversed(script.edits):
            start, end = places[edit.span.start] * width, places[edit.span.end] * width
            data = data[:start] + edit.after.encode(codec) + data[end:]
        assert data.decode(codec) == script.apply(text)


def test_overlapping_edits_are_refused():
    with pytest.raises(EditConflict, match=r"^a and b both change characters 2\.\.3$"):
        EditScript([Edit(Span(0, 3), "abc", "x", "a"), Edit(Span(2, 4), "cd", "y", "b")])


def test_an_edit_that_changes_nothing_is_refused():
    with pytest.raises(EditConflict, match=r"^rule: an edit at 0 that changes nothing$"):
        Edit(Span(0, 1), "a", "a", "rule")


def test_a_script_of_another_text_is_refused():
    with pytest.raises(EditConflict, match=r"^rule: 'a' does not stand at 0$"):
        EditScript([Edit(Span(0, 1), "a", "b", "rule")]).apply("x")


def test_insertions_at_one_place_keep_their_order():
    script = EditScript([Edit(Span(1, 1), "", "1", "a"), Edit(Span(1, 1), "", "2", "a")])
    assert script.apply("ab") == "a12b"


def test_an_edit_whose_span_is_not_as_long_as_what_it_replaces_is_refused():
    with pytest.raises(EditConflict, match="'ab' is not as long as its span at 3"):
        Edit(Span(3, 4), "ab", "c", "name.a")


@pytest.mark.parametrize("first", Safety)
@pytest.mark.parametrize("second", Safety)
def test_safety_is_kept_and_a_joined_edit_is_as_safe_as_its_least_safe_part(first, second):
    one = EditScript([Edit(Span(0, 4), "Qani", "Qaani", "name", first)])
    two = EditScript([Edit(Span(5, 6), ",", "", "comma", second)])
    assert [edit.safety for edit in one.invert()] == [first]
    (joined,) = one.then(two, "Qani, who")
    assert joined.safety is (Safety.SAFE if first is second is Safety.SAFE else Safety.UNSAFE)


def test_a_script_counts_its_edits_and_an_edit_is_put_elsewhere():
    edit = Edit(Span(1, 2), "b", "c", "rule", Safety.UNSAFE)
    assert len(EditScript([edit])) == 1
    assert edit.at(Span(4, 5)) == Edit(Span(4, 5), "b", "c", "rule", Safety.UNSAFE)


def test_a_second_script_that_undoes_the_first_leaves_nothing():
    there, back = EditScript([Edit(Span(0, 1), "a", "b", "one")]), EditScript([Edit(Span(0, 1), "b", "a", "two")])
    assert not there.then(back, "a")


def test_edits_are_frozen():
    with pytest.raises(AttributeError):
        Edit(Span(0, 1), "a", "b", "rule").after = "c"


def test_a_text_the_edits_did_not_make_is_not_restored():
    with pytest.raises(EditConflict, match=r"^rule: 'b' does not stand at 0$"):
        EditScript([Edit(Span(0, 1), "a", "b", "rule")]).restore("x")
