"""Apostrophes lost one by one, and all of them."""

import pytest

from normalize import Cleaner, Gazetteer

# Long enough to have had some, without any.
FILLING = """
The water committee met on Tuesday in the old town hall, and nobody who came from the villages was heard. Three engineers
had travelled for two days with maps and samples. The chairman closed the meeting after an hour, and the farms were not
mentioned. A second meeting is planned for the end of the month, when the river will be low enough for an inspection.
No report was shown to the papers."""


@pytest.fixture(scope="module")
def cleaner():
    names = [
        ("place:hama", "Hama"),
        ("place:basra", "Basra"),
        ("place:euphrates", "Euphrates"),
        ("place:euphrates", "Euphrate"),
    ]
    return Cleaner(Gazetteer.from_names(names, kind="place"), lang="en")


def found(cleaner, text):
    return [
        finding.span.of(text) for finding in cleaner.check(text) if finding.rule == "punctuation.possessive-throughout"
    ]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("The countrys largest dam is old, and the farmers homes are wet.", ["countrys largest", "farmers homes"]),
        ("The farmers homes are wet.", []),  # nothing says yet that apostrophes are missing
        ("They didnt see the farmers homes.", ["farmers homes"]),
        (
            "The governor of Basra left. Basras mosques are full, the regimes positions empty.",
            ["Basras mosques", "regimes positions"],
        ),
        ("They didnt see the extremists supply routes.", ["extremists supply routes"]),
        ("They didnt see extremists supply food.", []),
        ("The Euphrates river is low.", []),
        ("The countrys largest dam isn't old, and the farmers homes are wet.", []),
    ],
)
def test_genitives_of_a_text_without_apostrophes(cleaner, text, spans):
    assert found(cleaner, text + FILLING) == spans


def test_a_short_text_may_have_none_by_chance(cleaner):
    assert found(cleaner, "The countrys largest dam is old, and the farmers homes are wet.") == []


def test_where_the_apostrophe_goes(cleaner):
    text = "The countrys dam is old, the rebels weapons and the regimes positions too." + FILLING
    edits = [edit for finding in cleaner.check(text) for edit in finding.edits]
    after = text
    for edit in sorted(edits, key=lambda edit: edit.span.start, reverse=True):
        after = after[: edit.span.start] + edit.after + after[edit.span.end :]
    assert after.startswith("The country's dam is old, the rebels' weapons and the regime's positions too.")
