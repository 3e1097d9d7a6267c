"""`--names unify`: the spelling a text writes most, word by word."""

import pytest

from normalize import Cleaner
from normalize.cleaner import Options


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # the surname is one word, alone and in the full name
        (
            "Abu Mahdi al-Mohandes came. Al-Muhandis spoke, and al-Muhandis left.",
            "Abu Mahdi al-Muhandis came. Al-Muhandis spoke, and al-Muhandis left.",
        ),
        # a headline keeps its capitals
        (
            "ABU MAHDI AL-MOHANDES DIES\n\nAbu Mahdi al-Muhandis died. Al-Mohandis was old.",
            "ABU MAHDI AL-MUHANDIS DIES\n\nAbu Mahdi al-Muhandis died. Al-Muhandis was old.",
        ),
        # what the text writes most stays, whatever the gazetteer has
        ("Kassem Sulaimani came. Sulaimani spoke.", "Kassem Sulaimani came. Sulaimani spoke."),
        # of two as frequent, the canonical one
        ("Kassem Sulaimani came. Soleimani spoke.", "Kassem Soleimani came. Soleimani spoke."),
    ],
)
def test_the_texts_own_majority(cleaner, before, after):
    unifying = Cleaner(cleaner.gazetteer, options=Options(lang="en", names="unify"))
    assert unifying.clean(before).text == after
    assert unifying.clean(after).text == after
