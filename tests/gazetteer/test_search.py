"""Finding a name among names, by keys."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.gazetteer import Gazetteer
from normalize.gazetteer.search import NameIndex, decide
from normalize.model import Decision

PEOPLE = [
    ("qaani", "Esmail Qaani"), ("ghani", "Ashraf Ghani"), ("khamenei", "Ali Khamenei"), ("mojtaba", "Mojtaba Khamenei"),
    ("khomeini", "Ruhollah Khomeini"), ("nasrallah", "Hassan Nasrallah"), ("rouhani", "Hassan Rouhani"), ("un", "Kim Jong-un"),
    ("il", "Kim Jong-il"), ("yojong", "Kim Yo-jong"), ("sisi", "Abdel Fattah el-Sisi"), ("putin", "Vladimir Putin"),
]  # fmt: skip
GIVEN = ["Nasser", "Khalid", "Mansour", "Tariq", "Yusuf", "Hisham"]
INDEX = NameIndex.build(PEOPLE)


def first(name: str) -> str:
    return INDEX.search(name)[0][0]


def test_spellings_find_their_entity() -> None:
    assert first("Ismail Ghaani") == "qaani"
    assert first("Hasan Nasr Allah") == "nasrallah"
    assert first("Kim Chong Un") == "un"
    assert first("Abd al-Fattah al-Sissi") == "sisi"
    assert first("Владимир Путин") == "putin"


def test_three_answers() -> None:
    assert decide(INDEX.search("Qassem Soleimani")) is Decision.NIL
    assert decide(INDEX.search("Esmail Qani")) is Decision.LINKED
    assert decide(INDEX.search("Kim Jong-un")) is Decision.LINKED


def test_one_row_an_entity_best_first() -> None:
    index = NameIndex.build([("a", "Ali Hassan"), ("a", "Ali Hasan"), ("b", "Ali Hussein")])
    hits = index.search("Ali Hassan")
    assert [hit[0] for hit in hits][:1] == ["a"]
    assert len({hit[0] for hit in hits}) == len(hits)
    assert [hit[2] for hit in hits] == sorted((hit[2] for hit in hits), reverse=True)


def test_words_in_another_order_are_as_near() -> None:
    """Of many with the same words only the best are compared in full; the order of words does not push one out."""
    many = [(f"{given} {other}", f"{given} {other}") for given in GIVEN for other in GIVEN if given != other]
    index = NameIndex.build([*many, ("turned", "Khalid Mansour Nasser")])
    assert "turned" in [id_ for id_, _ in index.candidates("Nasser Khalid Mansour")]


def test_a_sure_name_does_not_hide_its_like() -> None:
    """Names far behind a sure one are not compared, those as near are: two of one name stay two."""
    index = NameIndex.build([*PEOPLE, ("elder", "George Walker Herbert"), ("younger", "George Walker Herbert")])
    assert decide(index.search("George Walker Herbert")) is Decision.AMBIGUOUS
    found = [id_ for id_, _ in INDEX.candidates("Mojtaba Khamenei")]
    assert (found, [hit[0] for hit in INDEX.search("Mojtaba Khamenei")]) == (["mojtaba", "khamenei"], ["mojtaba"])


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None)
def test_any_string_may_be_asked(name: str) -> None:
    assert all(0.0 <= likely <= 1.0 for _, _, likely in INDEX.search(name))


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Kherson", "kherson"),
        ("Kerson", None),
        ("Tabrez", "tabriz"),
        ("Tabriz University", "university"),
        ("Bashar Al Asad", "bashar"),
        ("Mohamed Bin Zaid", "zayed"),
    ],
)
def test_who_has_the_very_name_leads_and_before_what_is_called_after_them(name, id_):
    places = Gazetteer.from_names(
        [
            ("kherson", "Kherson"),
            ("oblast", "Kherson Oblast"),
            ("tabriz", "Tabriz"),
            ("city", "Mohammed Bin Zayed City"),
        ],
        kind="place",
    )
    bodies = Gazetteer.from_names([("university", "University of Tabriz")], kind="organisation")
    people = Gazetteer.from_names(
        [("bashar", "Bashar al-Asad"), ("hafez", "Hafez Bashar al-Assad"), ("zayed", "Mohamed bin Zayed")]
    )
    found = places.before(bodies).before(people).search(name)
    assert (found[0].entity.id if found.decision is Decision.LINKED else None) == id_
