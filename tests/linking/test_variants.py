"""Spellings no gazetteer has, of names of two words or more."""

import pytest

from normalize import Gazetteer
from normalize.linking.variants import Variants


@pytest.fixture(scope="module")
def variants():
    named = [("tawhid", "Liwa al-Tawhid"), ("lashkar", "Lashkar-e-Islam"), ("jaysh", "Jaysh al-Islam")]
    return Variants(Gazetteer.from_names(named, kind="organisation"))


@pytest.mark.parametrize(
    ("surface", "meant"),
    [
        ("Liwa at-Tawheed", ["tawhid"]),
        ("Liwa ash-Tawhid", ["tawhid"]),  # an article is no part that one name has and the other lacks
        ("Jaish al-Islam", ["jaysh", "lashkar"]),  # as likely by its words, much nearer by its letters
        ("Liwa al-Tawhid al-Jadid", []),
    ],
)
def test_whose_spelling_it_is(variants, surface, meant):
    assert [candidate.entity.id for candidate in variants.full(surface)] == meant


def test_a_name_with_more_parts_is_no_rival():
    father_and_son = Gazetteer.from_names([("father", "Bashar al-Assad"), ("son", "Hafez Bashar al-Assad")])
    assert Variants(father_and_son).full("Bashar Al-Asad")[0].entity.id == "father"
