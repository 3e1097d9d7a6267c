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


def test_initials_are_said_in_words():
    assert compare("PKK", "Kurdistan Workers' Party", "organisation").reasons == (
        'PKK are the initials of "Kurdistan Workers\' Party", perhaps in another language',
    )
