import pytest

from normalize.names import compare

SAME = [
    ("PKK", "Kurdistan Workers' Party"),
    ("KDP", "Kurdistan Democratic Party"),
    ("YPG", "Yekîneyên Parastina Gel"),
    ("People's Protection Units", "Yekîneyên Parastina Gel"),
    ("Partiya Karkerên Kurdistanê", "Kurdistan Workers' Party"),
    ("ISIS", "Islamic State of Iraq and Syria"),
    ("Hizballah", "Hezbollah"),
    ("Hizb al-Dawa", "Dawa Party"),
    ("Banco Santander", "Santander Bank"),
    ("Gazprom OAO", "PJSC Gazprom"),
    ("Siemens AG", "Siemens"),
    ("Hamas", "Hamas Movement"),
    ("KDPI", "PDKI"),
    ("MEK", "MKO"),
    ("MEK", "Mojahedin-e Khalq"),
    ("PDKI", "Democratic Party of Iranian Kurdistan"),
    ("UNIFIL", "United Nations Interim Force in Lebanon"),
    ("Hashd al-Shaabi", "Popular Mobilization Forces"),
    ("al-Hashd ash-Sha'bi", "Hashd al-Shaabi"),
    ("Popular Mobilization Units", "Popular Mobilization Forces"),
    ("Ministry of Foreign Affairs", "Foreign Ministry"),
    ("Ministry of Foreign Affairs of Iran", "Iranian Foreign Ministry"),
    ("Dışişleri Bakanlığı", "Ministry of Foreign Affairs"),
    ("Wizarat al-Dakhiliya", "Interior Ministry"),
    ("Adalet ve Kalkınma Partisi", "Justice and Development Party"),
    ("CHP", "Republican People's Party"),
    ("Türk Silahlı Kuvvetleri", "Turkish Armed Forces"),
    ("Federalnaya sluzhba bezopasnosti", "Federal Security Service"),
    ("Quwwat Suriya al-Dimuqratiya", "Syrian Democratic Forces"),
    ("Yekêtiy Niştimaniy Kurdistan", "Patriotic Union of Kurdistan"),
    ("Sepah-e Pasdaran", "Islamic Revolutionary Guard Corps"),
    ("Ikhwan al-Muslimin", "Muslim Brotherhood"),
    ("Wagner Group", "PMC Wagner"),
    ("UN", "United Nations"),
]
DIFFERENT = [
    ("Kurdistan Democratic Party", "Kurdistan Workers' Party"),
    ("Kurdistan Democratic Party", "Kurdistan Democratic Party of Iran"),
    ("Bank of China", "Bank of Japan"),
    ("Ministry of Defence", "Ministry of Finance"),
    ("Islamic State", "Islamic State of Iraq and Syria"),
    ("101st Brigade", "102nd Brigade"),
    ("PUK", "Kurdistan Democratic Party"),
    ("pkk", "Kurdistan Workers' Party"),
    ("un", "United Nations"),
    ("PKK", "PUK"),
    ("IDF", "SDF"),
    ("UNICEF", "UNIFIL"),
    ("Hezbollah", "Kataib Hezbollah"),
    ("Ministry of Foreign Affairs", "Ministry of Internal Affairs"),
    ("Turkish Foreign Ministry", "Iranian Foreign Ministry"),
    ("Central Bank of Iraq", "Central Bank of Iran"),
    ("Bank Melli", "Bank Mellat"),
    ("Democratic Party", "Republican Party"),
    ("University of Baghdad", "University of Basra"),
    ("Free Syrian Army", "Syrian Arab Army"),
    ("Security Council", "Supreme National Security Council"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_organisation(a, b):
    assert compare(a, b, "organisation").score >= 0.5


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_two_organisations(a, b):
    assert compare(a, b, "organisation").score < 0.5


@pytest.mark.parametrize(("a", "b"), SAME + DIFFERENT)
def test_the_order_of_asking_does_not_matter(a, b):
    assert compare(a, b, "organisation").score == compare(b, a, "organisation").score


def test_a_body_known_by_another_name_is_explained():
    assert compare("MEK", "MKO", "organisation").reasons == ("MEK is also called MKO",)


def test_initials_are_said_in_words():
    assert compare("PKK", "Kurdistan Workers' Party", "organisation").reasons == (
        'PKK are the initials of "Kurdistan Workers\' Party", perhaps in another language',
    )
