"""What reading promises of every text."""

import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.text import fold, language, read
from normalize.text.fold import MANY
from normalize.text.protect import protected
from normalize.text.scripts import main_script, scripts

TOKENS = st.sampled_from(
    [
        "http://",
        "a.b",
        "@",
        "#",
        "<!--",
        "-->",
        "<b>",
        "```",
        "`",
        "{{",
        "}}",
        "%s",
        "1,5",
        "a@b.c",
        "(",
        ")",
        " ",
        "\n",
        "C:\\",
        "_",
        "é",
        "قا",
        "和",
    ]
)
TEXTS = st.lists(st.one_of(TOKENS, st.text(max_size=4)), max_size=30).map("".join)


def test_folding_keeps_the_length_and_is_final_for_every_character():
    for code in range(sys.maxunicode + 1):
        folded = fold(chr(code))
        assert len(folded) == 1, hex(code)
        assert fold(folded) == folded, hex(code)


@settings(max_examples=300)
@given(st.text(st.one_of(st.characters(), st.sampled_from("ǾǿøØΣςÅÉİ’“"))))
def test_folding_a_text_is_folding_its_characters(text):
    # A capital sigma is the one letter whose small form depends on its neighbours; both forms fold to one.
    assert fold(text) == "".join(map(fold, text))
    assert fold(text + "".join(map(chr, range(0xC0, 0x250))))[: len(text)] == fold(text), f"more than {MANY} changes"


@settings(max_examples=300)
@given(TEXTS)
def test_protected_places_are_sorted_disjoint_and_inside(text):
    spans = protected(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)


@pytest.mark.parametrize(
    "token",
    [
        *("https://news.example/a_b?c=d#e", "www.example.iq/x", "mona.h+wire@desk.example", "@Desk_42", "#Basra"),
        *(
            "desk.example",
            "report_v2.pdf",
            "3,141.59",
            "14:05",
            "2024-02-30",
            "75%",
            "{{user}}",
            "${PATH}",
            "%(count)d",
        ),
        *("`rm -r x`", "<br/>", "<!-- the the -->", "/srv/wire/in", "D:\\wire\\in", "snake_case", "a=b", "F-16", "B2B"),
        "1.2.3-rc4",
    ],
)
@pytest.mark.parametrize("frame", ["{}", "They read {} again.", "({})", "He said: {}", "«{}», he said"])
def test_tokens_are_protected_wherever_they_stand(token, frame):
    text = frame.format(token)
    start = text.index(token)
    covered = {place for span in protected(text) for place in range(span.start, span.end)}
    assert set(range(start, start + len(token))) <= covered


def test_a_comment_ends_at_its_own_end():
    text = "<!-- a <!-- b --> c --> d <!-- e"
    assert [span.of(text) for span in protected(text) if "!" in span.of(text)] == ["<!-- a <!-- b -->"]
    assert protected("<!--" + "x" * 6000) == ()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_a_language_is_always_answered_and_always_the_same(text):
    assert language(text) == language(text)
    assert language(text).isalpha()


@given(st.text(), st.text())
def test_scripts_add_up(one, other):
    assert scripts(one + other) == scripts(one) + scripts(other)
    assert main_script(one) in {*scripts(one), ""}


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_reading_keeps_the_text(text):
    document = read(text)
    assert document.text == text
    assert len(document.folded) == len(text)
    assert document == read(text)
