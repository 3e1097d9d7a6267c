"""Places: other names, orthographies, words for what kind of place it is."""

from __future__ import annotations

import pytest

from normalize.gazetteer.search import NameIndex
from normalize.names import compare
from normalize.names.exonyms import other_names
from normalize.names.tables import rows

SAME = [
    ("Peking", "Beijing"),
    ("Bombay", "Mumbai"),
    ("Smyrna", "İzmir"),
    ("Aleksandretta", "İskenderun"),
    ("Stalingrad", "Volgograd"),
    ("Lemberg", "Lviv"),
    ("Keijo", "Seoul"),
    ("Salisbury", "Harare"),
    ("Shih-chia-chuang", "Shijiazhuang"),
    ("Kangnŭng", "Gangneung"),
    ("Deir ez-Zor", "Dayr az Zawr"),
    ("Kharkov oblast", "Kharkiv"),
    ("Tizi Ouzou", "Tizi Wuzu"),
    ("Mytilene", "Mytilíni"),
]
# Another system of romanisation is one reading of many: enough to find the place among others.
FOUND = [
    ("Hsü-ch'ang", "Xuchang"),
    ("Tung-kuan", "Dongguan"),
    ("Tzu-po", "Zibo"),
    ("Chzhuchzhou", "Zhuzhou"),
    ("P'och'ŏn", "Pocheon"),
]
DIFFERENT = [
    ("Peking", "Nanjing"),
    ("Bombay", "Chennai"),
    ("Xinyang", "Xiangyang"),
    ("Basra", "Bursa"),
    ("Tabriz", "Tbilisi"),
    ("Novgorod", "Belgorod"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_place(a: str, b: str) -> None:
    assert compare(a, b, "place").score > 0.5
    assert compare(a, b, "place").score == compare(b, a, "place").score


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_places(a: str, b: str) -> None:
    assert compare(a, b, "place").score < 0.5


def test_places_are_found_by_their_other_names() -> None:
    names = sorted({b for _, b in SAME + FOUND} | {b for _, b in DIFFERENT})
    index = NameIndex.build([(name, name) for name in names], "place")
    assert [a for a, b in SAME + FOUND if index.search(a, k=1)[0][0] != b] == []


# Vowels of another language, and what says new, town or field left out: seen among the candidates, far from sure.
LOOKED_AT = [
    ("Khasav", "Khasavyurt"),
    ("Cherkassk", "Novocherkassk"),
    ("Firuzkuh Shahr", "Firuzkuh"),
    ("Gwangyang", "Tonggwangyang"),
    ("Urumia", "Orumiyeh"),
    ("Ilazig", "Elazig"),
    ("Boli", "Balu"),
]


@pytest.mark.parametrize(("asked", "name"), LOOKED_AT)
def test_additions_and_vowels_do_not_hide_a_place(asked: str, name: str) -> None:
    others = sorted({b for _, b in SAME + FOUND + DIFFERENT})
    index = NameIndex.build([(other, other) for other in (*others, name)], "place")
    assert name in [id_ for id_, _ in index.candidates(asked)]


def test_a_place_known_by_its_other_name_is_explained() -> None:
    assert compare("Bombay", "Mumbai", "place").reasons == ("Bombay is also called Mumbai",)


def test_other_names_are_no_names_of_people() -> None:
    assert compare("Salisbury", "Harare").score < 0.5


def test_each_place_of_the_table_has_names_that_differ() -> None:
    for names in rows("exonyms.tsv"):
        assert len(names) > 1, names
        assert len(set(names)) == len(names), names
        assert all(name == name.strip() and name for name in names), names
        assert any(names[0] in other_names(name, "place") for name in names[1:]), names


@pytest.mark.parametrize(("name", "other"), [("Kalibo", "Aleppo"), ("Bradley", "Baghdad"), ("Najaf", "Nasiriyah")])
def test_words_of_english_that_two_places_share_do_not_make_one_of_them(name, other):
    assert compare(f"{name} International Airport", f"{other} International Airport", "place").score < 0.1
    assert compare("Tehran International Airport", "Teheran International Airport", "place").score > 0.5
