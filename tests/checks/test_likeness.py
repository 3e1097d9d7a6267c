"""How alike words sound across letters."""

import pytest

from normalize.checks.likeness import alike, said, sounding


@pytest.mark.parametrize(
    ("word", "other", "lang"),
    [
        ("Novotny", "Novotného", "cs"),
        ("Kowalski", "Kowalskiemu", "pl"),
        ("Hanna", "Ханне", "ru"),
        ("Lisbon", "Lissabon", "de"),
        ("Dingolfing", "Dingolfingerin", "de"),
        ("Chatterjee", "चटर्जी", "hi"),
    ],
)
def test_forms_of_one_name(word, other, lang):
    assert alike(sounding(word), sounding(other, lang)) >= 65


@pytest.mark.parametrize(("word", "other"), [("Novotny", "Kowalski"), ("Ostrava", "Plzeň"), ("", "Brno")])
def test_other_names(word, other):
    assert alike(sounding(word), sounding(other)) < 60


def test_words_of_small_letters_count_less():
    text = said("Der Wein aus Ungarn", "de")
    assert text.likest("Ungar") > 90 > text.likest("aus")


def test_parts_and_two_words_are_said_as_well():
    assert said("in Sankt-Petersburg", "de").likest("Petersburg") == 100
    assert said("Hongkong", "de").likest("Hong Kong") > 85
    assert said("Nowy Jork", "pl").likest("Nowyjork") > 90
