"""What holds for every text: nothing lost, all of it explained, and the answer is final."""

from itertools import pairwise

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

PIECES = st.sampled_from(
    [
        "Ismail Qaani", "Qani", "Qaani’s", "Muhammad Shia’ al-Sudani", "Al-Sudani", "Esmail Qaani", "the the", " , ", "،", ",,", "Kiev", "Kyiv",
        "Hakkan Fidan", "\u00ad", "\u200b", "\u200f", "https://x.org/Qani", "@Qani", "\n", "\r\n", "\n\n", " ", ". ", "“", "”", "(", ")",
        "Leave a Reply", "Your email address will not be published. Required fields are marked *", "قاآنی", "和", "\ud800", "\x00", "\ufeff",
        "said", "met", "President", "in this regard", "IRAN", "Abdul Lateef Rasheed", "also known as", "İ", "ß", "a\u0301",
        "cafÃ© ", "â€œno", "Ã ", "&amp;", "&quot;", "&#39;s", "mini@@ ster", " @-@ ", "▁The ▁min ister", " 's", " n't ", "( ", " )", '"', ' " ', "ＡＢ", "٢٠",
        "Krеmlin", "..", "island island ", "didnt", "relations,we", "A:Until", "Here is the translation:", "Let me know if you agree", "\n# normalize: ignore\n", "قـال",
    ]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=6)), max_size=24).map("".join)
LAWS = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAWS
@given(text=TEXTS)
@example(text="")
@example(text="Ismail Qaani\n\n\nLeave a Reply\n")
@example(text="The minister said that the road to the town was closed.\x80\x85<=ＡＢ")
def test_cleaning(cleaner, text):
    result = cleaner.clean(text)
    edits = result.edits.edits

    assert result.original == text
    assert result.edits.invert().apply(result.text) == text
    assert all(left.span.end <= right.span.start for left, right in pairwise(edits))
    for edit in edits:
        assert edit.span.of(text) == edit.before
        assert edit.rule
        assert not result.document.protects(edit.span)
    for thing in (*result.findings, *(link.mention for link in result.links)):
        assert 0 <= thing.span.start <= thing.span.end <= len(text)

    again = cleaner.clean(result.text)
    assert again.text == result.text, "cleaning the cleaned text changes nothing"


@LAWS
@given(text=TEXTS)
def test_no_edit_without_a_finding(cleaner, text):
    result = cleaner.clean(text)
    known = {edit for finding in result.findings for edit in finding.edits}
    # An edit of a later round is joined to those of the first by name; every rule in it has spoken.
    rules = {rule.id for rule in cleaner.rulebook.rules}
    for edit in result.edits:
        assert edit in known or set(edit.rule.split("+")) <= rules
