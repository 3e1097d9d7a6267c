"""Texts in other languages than English: what must stay as it is."""

import pytest

from normalize import Cleaner, Gazetteer

RIGHT = {
    "de": [
        "Er lebt in den Niederlanden. Die Niederlande sind klein.",
        "In den Vereinigten Arabischen Emiraten ist es warm, die Vereinigten Arabischen Emirate liegen am Golf.",
        "Die Zeitung „Kurier“ schrieb, der „Fall“ sei „abgeschlossen“ und erledigt.",
        "Die Losung „Arbeit, Arbeit, Arbeit“ gefiel ihm.",
        "Zwei Impfstoffe sind da. Der Impfstoff aus Bonn wirkt, andere Impfstoffe nicht, der Impfstoff aus Köln kaum.",
    ],
    "fr": [
        "Le porte-parole de Air Navigation Indonesia a parlé. En Indonésie, les vols sont suspendus.",
        "En forme de coquille, la halle a été ouverte en 2019.\nElle est au bord de l'eau.",
    ],
    "ru": ["Мэр Копривштицы молчит. В Копривштице тихо, Копривштица спит, и автобус в Копривштицу не идёт."],
    "uk": ["Мер Копривштиці мовчить. У Копривштиці тихо, Копривштиця спить, і автобус у Копривштицю не йде."],
    "he": ["„לא, לא, לא, לא, לא”, אמר השר ויצא מן החדר."],
}


@pytest.mark.parametrize(("lang", "text"), [(lang, text) for lang, texts in RIGHT.items() for text in texts])
def test_right_text_has_no_finding_and_no_change(lang, text):
    cleaner = Cleaner(Gazetteer.load(), lang=lang)
    assert [finding for finding in cleaner.check(text) if finding.severity != "neutral"] == []
    assert cleaner.clean(text).text == text
