"""What may be left out of a name, and in which order it may stand."""

import pytest

from normalize.names import align, compare, parse, reasons, tokens

LIKELY = 0.5


@pytest.mark.parametrize(
    ("full", "short", "other"),
    [
        ("Vladimir Vladimirovich Putin", "Vladimir Putin", "Vladimir Spiridon Putin"),
        ("Saddam bin Hussein al-Tikriti", "Saddam al-Tikriti", "Saddam Kamel al-Tikriti"),
        ("Mohammad Javad Zarif", "Javad Zarif", "Mahdi Javad Zarif"),
    ],
)
def test_a_fathers_name_and_an_honour_are_left_out_more_freely_than_another_name(full, short, other):
    assert compare(full, short).score > LIKELY
    assert compare(full, short).score > compare(other, short).score


def test_a_name_of_origin_is_left_out_more_freely_than_another_last_name():
    assert compare("Taha Yassin Ramadan", "Taha Yassin Ramadan al-Jizrawi").score > 0.8
    assert (
        compare("Izzat Ibrahim", "Izzat Ibrahim al-Douri").score > compare("Izzat Ibrahim", "Izzat Ibrahim Douri").score
    )


@pytest.mark.parametrize("name", ["GADDAFI Muammar", "Gaddafi, Muammar", "AL-GADDAFI Muammar"])
def test_a_family_name_that_is_marked_may_stand_first(name):
    assert compare(name, "Muammar Gaddafi").score > 0.99
    last = parse(name)[-1]
    assert (last.text, str(last.role)) == ("Muammar", "given")


@pytest.mark.parametrize(
    "name", ["Putin Vladimir Vladimirovich", "TERESHKOVA Valentina Vladimirovna", "Chernenko Konstantin Ustinovich"]
)
def test_forms_of_russia_ask_for_the_family_name_first(name):
    family, given, father = name.split()
    assert compare(name, f"{given} {father} {family}").score > 0.99
    assert [part.text for part in parse(name) if part.role == "patronymic"] == [father]
    assert align(name, f"{given} {family}")[0][:2] == (0, 1)


@pytest.mark.parametrize("name", ["PM Benjamin Netanyahu", "KIM Jong-un", "Martin Petar Jurjevich", "VLADIMIR PUTIN"])
def test_titles_capitals_and_given_names_that_look_alike_turn_nothing_round(name):
    from normalize.names.prepare import prepare, tokens_of

    assert tokens_of(prepare(name)) == tokens(name)


@pytest.mark.parametrize("given", ["Hashem", "Hamid", "Munir", "Hossein"])
def test_a_word_that_is_a_title_in_the_other_name_is_no_spelling_of_a_given_name(given):
    said = reasons("Amir Karimi", f"Amir {given} Karimi")
    assert "amir may be a title" in said
    assert not any("another name" in reason for reason in said)
    assert compare("Amir Karimi", f"Amir {given} Karimi").score > LIKELY


@pytest.mark.parametrize(("name", "other"), [("Mun Dzsein", "Moon Jae-in"), ("Kim Dzsongun", "Kim Jong Un")])
def test_korean_syllables_in_hungarian_letters(name, other):
    assert compare(name, other).score > LIKELY


def test_digits_in_a_persons_name_stand_for_letters():
    assert compare("Vlad1mir Put1n", "Vladimir Putin").score > 0.99
    assert compare("M23", "Mza", "organisation").score < LIKELY
