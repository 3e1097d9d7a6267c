"""A name that is an everyday word where it is written links when the text speaks of the place, and not otherwise."""

import pytest

from normalize import Cleaner, Gazetteer


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


def linked(gazetteer, lang, text):
    return [link.entity.id for link in Cleaner(gazetteer, lang=lang).clean(text).links if link.entity]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ar", "قدمت الشركة دعم مالي"),
        ("ar", "نشرت الصحيفة صور الحادث"),
        ("ar", "حكم عليه بعقوبة السجن"),
        ("ar", "أصيب في الرباط الصليبي"),
        ("fa", "جلسه روز دوشنبه در طبقه دوم"),
        ("he", "מכה קשה לבית הכנסת"),
        ("he", "צור קשר"),
        ("ru", "Ровно в десять экономист ушёл. Тема урока"),
        ("uk", "Мета була ясна. Українську мову знають. Київський суд"),
        ("tr", "Sabah erken kalktı. Ordu sözcüsü konuştu."),
        ("ja", "新しいスタイル"),
        ("ko", "인도적 지원"),
        ("en", "Sofia sang, and Florence danced."),
    ],
)
def test_words_are_no_names(gazetteer, lang, text):
    assert not linked(gazetteer, lang, text)


@pytest.mark.parametrize(
    ("lang", "text", "ids"),
    [
        ("ar", "وصلوا إلى مدينة صور في لبنان. في صور مطار.", ["tyre", "lebanon", "tyre"]),
        ("fa", "مشهد و قم", ["mashhad", "qom"]),
        ("en", "They met in Sofia, Bulgaria.", ["sofia-bulgaria", "territory-bg"]),
        ("en", "In Cleveland, Ohio, it rained. Cleveland was wet.", ["cleveland-ohio", "cleveland-ohio"]),
        ("en", "Israel struck Gaza again.", ["israel", "gaza-strip"]),
    ],
)
def test_places_are(gazetteer, lang, text, ids):
    assert linked(gazetteer, lang, text) == ids
