"""Names the gazetteer does not have, spelt in two ways in one text."""

import pytest

from normalize import Cleaner
from normalize.cleaner import Options


@pytest.fixture(scope="module")
def unifying(cleaner):
    return Cleaner(cleaner.gazetteer, options=Options(lang="en", unify_unknown=True))


UNIFIED = {
    "a slip in a long word": (
        "The houses of Koprivshtitsa are old. Buses go to Koprivshtitsa, and one to Koprivshtista.",
        "The houses of Koprivshtitsa are old. Buses go to Koprivshtitsa, and one to Koprivshtitsa.",
    ),
    "another romanisation of a surname": (
        "The novels of Fyodor Dostoevsky are long. Mr Dostoyevsky's debts were too, and Dostoevsky knew.",
        "The novels of Fyodor Dostoevsky are long. Mr Dostoevsky's debts were too, and Dostoevsky knew.",
    ),
    "a misspelling of a name the gazetteer has": (
        "Two Ukranian drivers and a Ukrainian pilot waited for the ferry.",
        "Two Ukrainian drivers and a Ukrainian pilot waited for the ferry.",
    ),
    "both words of a name": (
        "The sniper Ludmila Pavlychenko came. The sniper Lyudmila Pavlichenko spoke, and Lyudmila Pavlichenko left.",
        "The sniper Lyudmila Pavlichenko came. The sniper Lyudmila Pavlichenko spoke, and Lyudmila Pavlichenko left.",
    ),
}
KEPT = {
    "two people of like given names": "The director Takashi Miike came. The director Takeshi Kitano did not.",
    "two people of like surnames": "The physicist Paul Ehrenfest came. The biologist Max Ehrenfels did not.",
    "an adjective": "The Koprivshtitsan houses are old. Koprivshtitsa is older, and Koprivshtitsans know it.",
    "two words of the language": "The Northern Fleet Resolution and the Northern Flight Revolution are two things.",
    "a link": "See https://example.org/Koprivshtista for Koprivshtitsa and Koprivshtitsa again.",
    "what a text writes in small letters elsewhere": "Rockets fell. The Rockett family left, said the Rocket club; rockett or rocket?",
}


@pytest.mark.parametrize(("before", "after"), UNIFIED.values(), ids=UNIFIED)
def test_unknown_names_go_to_the_usual_spelling(unifying, cleaner, before, after):
    result = unifying.clean(before)
    assert result.text == after
    assert result.edits.invert().apply(result.text) == before
    assert not unifying.clean(after).edits
    told = cleaner.clean(before)
    assert told.text == before, "only when asked"
    assert any(finding.rule == "name.inconsistent" for finding in told.findings)


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_other_names_stay(unifying, text):
    result = unifying.clean(text)
    assert result.text == text
    assert not [finding for finding in result.findings if finding.rule == "name.inconsistent"]


def test_nothing_is_unified_where_names_are_kept(cleaner):
    keeping = Cleaner(cleaner.gazetteer, options=Options(lang="en", names="keep", unify_unknown=True))
    assert not keeping.clean("Buses go to Koprivshtitsa and Koprivshtitsa, one to Koprivshtista.").edits
