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
        "The novels of Nikolai Chernyshevsky are long. The debts of Chernyshevskij's were too, and Chernyshevsky knew.",
        "The novels of Nikolai Chernyshevsky are long. The debts of Chernyshevsky's were too, and Chernyshevsky knew.",
    ),
    "a misspelling of a name the gazetteer has": (
        "Two Ukranian drivers and a Ukrainian pilot waited for the ferry.",
        "Two Ukrainian drivers and a Ukrainian pilot waited for the ferry.",
    ),
    "both words of a name": (
        "The sniper Ludmila Pavlychenko came. The sniper Lyudmila Pavlichenko spoke, and Lyudmila Pavlichenko left.",
        "The sniper Lyudmila Pavlichenko came. The sniper Lyudmila Pavlichenko spoke, and Lyudmila Pavlichenko left.",
    ),
    "of two letters the first": (
        "The physicist Lise Metiner came. Professor Meitner said that it was late.",
        "The physicist Lise Metiner came. Professor Metiner said that it was late.",
    ),
    "a letter that is missing once": (
        "The harbour of Encinada is old. The lighthouse of Ecinada is older.",
        "The harbour of Encinada is old. The lighthouse of Encinada is older.",
    ),
}
SUREST = {
    "a given name in two romanisations": (
        "The baker Gennadiy Oboyansky came. The baker Gennady Oboyansky left, and Gennady Oboyansky laughed.",
        "The baker Gennady Oboyansky came. The baker Gennady Oboyansky left, and Gennady Oboyansky laughed.",
    ),
    "an i for a y": (
        "Trains to Oboianske are late. Buses to Oboyanske are not.",
        "Trains to Oboianske are late. Buses to Oboianske are not.",
    ),
    "beside the same surname": (
        "The painter Nicholas Roerich came late. The painter Nicholas Roerrich left early.",
        "The painter Nicholas Roerich came late. The painter Nicholas Roerich left early.",
    ),
    "a surname behind a title": (
        "The physicist Lise Meitner came. Professor Meittner said that it was late.",
        "The physicist Lise Meitner came. Professor Meitner said that it was late.",
    ),
    "a surname behind the initial": (
        "The physicist Lise Meitner came. A letter to L. Meittner was lost.",
        "The physicist Lise Meitner came. A letter to L. Meitner was lost.",
    ),
    "another romanisation of a surname with its marks": (
        "The historian Jan Długosz came. According to Dlugosh it was late.",
        "The historian Jan Długosz came. According to Długosz it was late.",
    ),
    "one slip against three": (
        "The road to Koprivshtitsa is long. Koprivshtitsa is old. We like Koprivshtitsa. Buses go to Koprivshtista.",
        "The road to Koprivshtitsa is long. Koprivshtitsa is old. We like Koprivshtitsa. Buses go to Koprivshtitsa.",
    ),
    "a word of a name the gazetteer has": (
        "The Syrian Obsrvatory for Human Rights was asked. The Syrian Observatory for Human Rights answered.",
        "The Syrian Observatory for Human Rights was asked. The Syrian Observatory for Human Rights answered.",
    ),
}
DOUBTED = {
    "two names in one sentence": "Koprivshtitsa and Koprivshtista are two. Koprivshtitsa is old. Koprivshtitsa is big.",
    "a given name as well known": "The dancer Maria Kschessinska came. The dancer Marina Kschessinska left.",
    "a surname as well known beside a usual given name": ("The farmer Ahmad Karimi came. The baker Ahmad Karami left."),
    "another initial": "The physicist Lise Meitner came. A letter to R. Meittner was lost.",
    "two provinces of China": "Rain fell in Henan. Hunan was dry. Hunan is hot, and Hunan is far.",
    "another vowel at the end": "The mayor of Tsutsuka came. Tsutsuko was away. Tsutsuko laughed, and Tsutsuko sang.",
    "a short word as often": "The cat Beggi sleeps. The dog Boggi does not.",
    "names all dictionaries have": "Rain fell on Scotland. Shetland was dry. Shetland is far.",
    "what an editor mended": "The mayor wrote of Koprivshtits[a]. Koprivshtitsa is old. We like Koprivshtitsa.",
    "a capital": "The editors of FoodBev Media came. The readers of Foodbev Media left.",
    "two words of English": "Changes are listed. Changes are few. Changes are made by hand. Changed by hand, it stays.",
    "an umlaut written out": "The editor Bjoern Kramarek came. The editor Björn Kramarek left. Bjoern Kramarek stayed.",
    "a name that many others have": "Henrik came. Henrik left. Henrik stayed. The editor Nathan Henrie read.",
    "somebody else in a list": "Dmitri Kramarek <a@example.org>\nDmitri Kramerek <b@example.org>\nDmitri Olsen\n",
    "a program": "The editors of CPython came. The Python of old. Python is large. Python is slow.",
    "a genitive": "Look at Auriga tonight. AB Aurigae is bright. AB Aurigae is far. AB Aurigae is young.",
}
KEPT = {
    "two people of like given names": "The director Takashi Miike came. The director Takeshi Kitano did not.",
    "two people of like surnames": "The physicist Paul Ehrenfest came. The biologist Max Ehrenfels did not.",
    "an adjective": "The Koprivshtitsan houses are old. Koprivshtitsa is older, and Koprivshtitsans know it.",
    "another word of the language": "The Pingshu Theater is old. The Pingshu Theatre is new. The Pingshu Theatre is big.",
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
    assert told.text == before, "of these it is not sure enough to do so unasked"
    assert any(finding.rule == "name.inconsistent" for finding in told.findings)


@pytest.mark.parametrize(("before", "after"), SUREST.values(), ids=SUREST)
def test_the_surest_slips_are_mended_unasked(cleaner, before, after):
    result = cleaner.clean(before)
    assert result.text == after
    assert [finding.rule for finding in result.findings if finding.edits] == ["name.canonical"]
    assert not cleaner.clean(after).edits
    assert not Cleaner(cleaner.gazetteer, options=Options(lang="en", names="keep")).clean(before).edits


@pytest.mark.parametrize("text", DOUBTED.values(), ids=DOUBTED)
def test_what_may_be_another_name_is_left_alone(cleaner, text):
    assert not cleaner.clean(text).edits


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_other_names_stay(unifying, text):
    result = unifying.clean(text)
    assert result.text == text
    assert not [finding for finding in result.findings if finding.rule == "name.inconsistent"]


def test_in_other_languages_a_letter_more_is_an_ending(cleaner):
    text = "La ville de Koprivshtitsa, celle de Koprivshtitsa et encore Koprivshtitsa. Le maire de Koprivshtista est parti."
    assert not Cleaner(cleaner.gazetteer, lang="fr").clean(text).edits
    assert Cleaner(cleaner.gazetteer, lang="en").clean(text).edits


def test_nothing_is_unified_where_names_are_kept(cleaner):
    keeping = Cleaner(cleaner.gazetteer, options=Options(lang="en", names="keep", unify_unknown=True))
    assert not keeping.clean("Buses go to Koprivshtitsa and Koprivshtitsa, one to Koprivshtista.").edits


def test_a_spelling_that_is_itself_the_subject_stays(cleaner):
    text = "The painter Peter Kramarchuk came. Kramarchuk said so. Kramarchuk laughed. He is also known as Kramarchok."
    assert cleaner.clean(text).text == text
    assert cleaner.clean(text.replace("He is also known as", "Then came")).text != text.replace(
        "He is also known as", "Then came"
    )


def test_what_an_editor_put_into_a_quotation_stays(cleaner):
    text = 'Visitors of Hagia Sophia came. "It [Haghia Sophia] is old," said the guide of Hagia Sophia.'
    assert cleaner.clean(text).text == text
    assert cleaner.clean(text.replace("[", "").replace("]", "")).edits
    text = 'He is from Pittsburgh. "I drove to Pittsburg[h]," he wrote.'
    assert cleaner.clean(text).text == text


def test_a_part_of_a_longer_name_may_be_another(cleaner):
    text = "Tarvonen came. Tarvonen sang. Tarvonen left. The Tarvanen Garment Factory closed."
    assert "name.inconsistent" not in {finding.rule for finding in cleaner.clean(text).findings}
    text = "The Tarvonen Garment Factory opened. Tarvonen left. The Tarvanen Garment Factory closed."
    assert "name.inconsistent" in {finding.rule for finding in cleaner.clean(text).findings}


def test_an_unknown_person_is_one_by_whatever_part_of_the_name(cleaner):
    text = "The mayor, Karwan Hamdi, denied it; Hamdi blamed the river. Gulala Hamdi, who lives there, did not."
    unknown = [(link.mention.surface, link.canonical) for link in cleaner.names(text)]
    assert unknown == [("Karwan Hamdi", None), ("Hamdi", "Karwan Hamdi")]
