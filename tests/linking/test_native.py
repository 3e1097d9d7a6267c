"""Names in languages with cases, with words written onto one another, or without blanks or capitals."""

import pytest

from normalize import Cleaner
from normalize.cleaner import Options

TEXTS = [
    (
        "ru",
        "Встреча Владимира Зеленского с Дональдом Трампом прошла в Вашингтоне. Зеленского сопровождали послы, с Трампом "
        "был Марко Рубио. Путину доложат в Москве.",
        "volodymyr-zelenskyy donald-trump washington-dc volodymyr-zelenskyy donald-trump marco-rubio vladimir-putin moscow",
    ),
    ("ru", "Тихий Дон и Андрей Зеленский", ""),  # somebody else of that surname
    (
        "uk",
        "Володимира Зеленського чекали в Харкові та Одесі. Росією править Путін.",
        "volodymyr-zelenskyy kharkiv odesa russia vladimir-putin",
    ),
    ("de", "Irans Regierung kennt Putins Pläne, Hans auch.", "iran vladimir-putin"),
    (
        "ar",
        "التقى محمد شياع السوداني وزراء في بغداد. وقال السوداني للعراقيين إن للعراق دورا، والشعب السوداني صديق.",
        "mohammed-shia-al-sudani baghdad mohammed-shia-al-sudani iraq",
    ),
    (
        "fa",
        "عباس عراقچی به تهران رفت و عراقچی گفت که علی خامنه‌ای خبر دارد.",
        "abbas-araghchi tehran abbas-araghchi ali-khamenei",
    ),
    (
        "he",
        "בנימין נתניהו נפגש בתל אביב עם שרים. לנתניהו נאמר במקום כי איראן ולבנון",
        "benjamin-netanyahu tel-aviv benjamin-netanyahu iran lebanon",
    ),
    ("ar", "وعد الوزير بأنه يعلن السياسة الجديدة يوم الخميس", ""),  # no Baneh, no El Jadida: by law, the new one
    ("ar", "في ليبيا أغلقت مصفاة الزاوية، وفي زاوية الغرفة", "libya zawiya-libya"),
    ("ar", "هاتف ترامب بوتين", "donald-trump vladimir-putin"),
    # the halves of other words, of a foreigner and of a Chinese; a place with what it is behind it
    ("zh", "增加利润，沿海地区，统一战线，理查德和莫迪凯，李铁映", ""),
    ("zh", "会见莫迪，延安城市建设，在广州市，中国政府", "narendra-modi geonames-1787765 guangzhou china"),
    # words of each language that are names where something says so
    ("zh", "中国的祖母给孙子讲光明与淡水，他们在光明镇", "china geonames-2034497"),
    ("de", "Ab Mitte Juni ist das Essen kalt, und mit einem Haspel zieht er es auf. Daran denkt man.", ""),
    ("de", "Die Welt ist klein, und er liest „Die Welt“, die in Köln gedruckt wird.", "die-welt cologne"),
    ("uk", "Тема складна. Мені сказали. Того дня ми були в Києві.", "kyiv"),
    ("ru", "Самое трудное позади. Политика его не занимает. Он едет в Киев.", "kyiv"),
    ("fr", "Seul le juge reste. Sur la table, rien.", ""),
    ("es", "Será tarde. Américas unidas, dijo la mujer de los Andes a quienes la escuchaban. " * 3, ""),
    ("ar", "ولدينا صور من لبنان", "lebanon"),
    ("zh", "作曲家托马斯·凯末尔和作家唐纳德·特朗普", "donald-trump"),  # somebody else's part of a name
    ("de", "Die Drüsen und die Drusen in Syrien", "druze syria"),
    ("es", "la fiabilidad (ICC = 0,84) y el coeficiente de correlación interna (ICC)", ""),
    ("en", "High SVR rates were seen, and SVR was sustained.", ""),
    ("en", "In Moscow SVR kept silent, and Russia’s SVR spoke.", "moscow svr russia svr"),
    ("ar", "عمل كامل على ورقة", ""),  # like Amol, and Raqqa
    ("fa", "کشور سن لو\u200cسیا، سخن\u200cگویان", ""),  # Saint Lucia is no CIA
    ("de", "Kuba und Jamaika, Aserbaidschan und Armenien", "cuba territory-jm azerbaijan armenia"),
    ("en", "Oral hygiene is a habit, and Oral remarks were made.", ""),
    ("zh", "他抵达莫斯科。", "moscow"),  # 达莫, an Indian town, begins one character earlier
]


@pytest.fixture(scope="module")
def found():
    def names(lang, text):
        links = Cleaner(options=Options(lang=lang)).clean(text).links
        return [link.entity.id for link in links if link.entity is not None]

    return names


@pytest.mark.parametrize(("lang", "text", "expected"), TEXTS)
def test_names_are_found_in_every_form(found, lang, text, expected):
    assert found(lang, text) == expected.split()


def test_the_reason_names_what_a_form_is_a_case_of(cleaner):
    (link,) = Cleaner(options=Options(lang="ru")).clean("Об этом сообщили в Харькове").links
    assert link.reasons == ("'Харькове' (Харьков) is a known name of it (main)",)


def test_a_title_before_a_person_is_no_part_of_a_name():
    text = "Ajatollah Ali Khamenei war nicht da. Chamenei und die Minister sind nicht auf dem Foto."
    assert Cleaner(options=Options(lang="de")).clean(text).text.startswith("Ajatollah Ali Chamenei war")


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "fr",
            "Le président iranien Massoud Pezechkian a rencontré les ministres. Les sanctions sont dans les textes.",
        ),
        ("und", "Massoud Pezechkian, Massoud Pezeshkian " * 10),  # too long for a language nobody could tell
    ],
)
def test_spellings_of_languages_the_gazetteer_does_not_know_stay(lang, text):
    assert Cleaner(options=Options(lang=lang)).clean(text).text == text


@pytest.mark.parametrize(
    ("lang", "text", "odd"),
    [
        (
            "ru",
            "Аббас Аракчи прибыл в Москву. Аббасу Арагчи вручили послание, Аббаса Аракчи проводили.",
            ["Аббасу Арагчи"],
        ),
        (
            "ar",
            "وصل إسماعيل قاآني إلى بغداد. وأكد إسماعيل قاني ذلك، ثم سافر أحمد الشرع وقال احمد الشرع",
            ["إسماعيل قاني"],
        ),
        ("uk", "Володимира Зеленського чекали в Києві. Володимир Зеленський прибув, з Зеленським був посол.", []),
    ],
)
def test_two_spellings_are_reported_and_cases_are_none(lang, text, odd):
    findings = Cleaner(options=Options(lang=lang)).clean(text).findings
    assert [found.span.of(text) for found in findings if found.rule == "name.inconsistent"] == odd
