"""Names of a translation that its source does not have, where it has others."""

import pytest

from normalize import Cleaner
from normalize.cleaner import Options

RULE = "source.name-instead"
EXCHANGED = [
    ("de", "Dann sagte Steinmüller ab.", "Then Jiménez cancelled.", "Jiménez"),
    ("cs", "Včera se Novotný setkal s ministrem v Brně.", "Yesterday Kowalczyk met the minister in Brno.", "Kowalczyk"),
    ("cs", "Vlaky z Německa jezdí i v neděli.", "The trains from Hungary run on Sundays, too.", "Hungary"),
    ("pl", "Burmistrz podziękował wczoraj Wiśniewskiej.", "Yesterday the mayor thanked Steinhauer.", "Steinhauer"),
    ("de", "Der Bürgermeister dankte Steinmüller.", "The mayor thanked Jiménez.", "Jiménez"),
    ("fr", "La ville de Grenoble a remercié Madame Dubois.", "The town of Grenoble thanked Mrs Haruka.", "Haruka"),
    ("es", "El alcalde dio las gracias a Etxeberria.", "The mayor thanked Kuznetsova.", "Kuznetsova"),
    ("ru", "Вчера мэр поблагодарил Кузнецову.", "Yesterday the mayor thanked Etxeberria.", "Etxeberria"),
    ("ru", "Завод в Гданьске купит Рахимбаев.", "The plant in Gdansk will be bought by Oyelaran.", "Oyelaran"),
    ("hi", "महापौर ने चटर्जी को धन्यवाद दिया।", "The mayor thanked Steinhauer.", "Steinhauer"),
    ("ja", "市長はブラジルへ行った。", "The mayor went to Norway.", "Norway"),
    ("zh", "市长去了阿根廷。", "The mayor went to Norway.", "Norway"),
    ("zh", "市长住在四川。", "The mayor lives in Brazil.", "Brazil"),
]
RIGHT = [
    ("cs", "Včera se Novotný setkal s ministrem ve Vídni.", "Yesterday Novotny met the minister in Vienna."),
    ("cs", "Včera v Mnichově, dnes v Německu.", "Yesterday in Munich, today in Germany."),
    ("cs", "Ve Slezsku opravují mosty.", "They are repairing bridges in Silesia."),
    ("pl", "Spotkanie z Kowalskim w Warszawie.", "The meeting with Kowalski in Warsaw."),
    ("pl", "Węgierski minister wrócił wczoraj z Rzymu.", "The minister of Hungary came back from Rome yesterday."),
    ("ru", "Он живёт на берегу Финского залива.", "He lives on the coast of the Gulf of Finland."),
    ("ru", "Вчера Ханна уехала в Хельсинки.", "Yesterday Hanna left for Helsinki."),
    ("ru", "Это решение ООН и ЕС.", "This is a decision of the UN and the EU."),
    ("de", "Die Fähre nach Kopenhagen fährt wieder.", "The ferry to Copenhagen is running again."),
    ("de", "Er habe das nie gesagt, sagte er.", "I've never said that, he said; we'll see."),
    ("de", "Der Bürgermeister sprach am Samstag über den Wert.", "The mayor spoke to Jiménez."),  # nouns are no names
    ("fr", "L’OTAN se réunit à Londres.", "NATO meets in London."),
    (
        "es",
        "Ayer volvió de Alemania.",
        "Yesterday Fernández came back from Germany.",
    ),  # who it was, the source leaves out
    ("hi", "महापौर ने चटर्जी को धन्यवाद दिया।", "The mayor thanked Chatterjee."),
    ("ja", "市長はノルウェーへ行った。", "The mayor went to Norway."),
    ("zh", "中法代表团到了阿根廷。", "The delegations of China and France have arrived."),  # by one character each
    ("zh", "岸田文雄到了。", "Norway has received him."),  # a country stands for no man
    ("zh", "中国的代表团到了。", "The Chinese delegation has arrived, with Zhou Lihua."),
    (
        "ha",
        "Masu Gona Sun Gana Da Minista",
        "Farmers Met the Minister in Gidan Kwano",
    ),  # a headline has no names by its capitals
]


def found(lang, source, text):
    cleaner = Cleaner(options=Options(lang="en", source_lang=lang, only=(RULE,)))
    return [finding for finding in cleaner.check(text, source) if finding.rule == RULE]


@pytest.mark.parametrize(("lang", "source", "text", "name"), EXCHANGED)
def test_a_name_in_place_of_another(lang, source, text, name):
    (finding,) = found(lang, source, text)
    assert name in finding.span.of(text)
    assert not finding.edits


@pytest.mark.parametrize(("lang", "source", "text"), RIGHT)
def test_a_name_in_another_form_or_added(lang, source, text):
    assert not found(lang, source, text)


def test_the_finding_says_what_the_source_has():
    (finding,) = found("cs", "Včera se Novotný setkal s ministrem.", "Yesterday Kowalczyk met the minister.")
    assert finding.message.endswith("it has Novotný")


def test_a_long_text_is_compared_line_by_line_only():
    """Every word is held against all of the other side: a whole book would take hours."""
    source, text = "Вчера мэр поблагодарил Кузнецову.", "Yesterday the mayor thanked Etxeberria."
    cleaner = Cleaner(options=Options(lang="en", source_lang="ru"))
    for joint, expected in ((" ", set()), ("\n", {RULE})):
        found = cleaner.check(joint.join([text] * 400), joint.join([source] * 400))
        assert {finding.rule for finding in found} & {RULE} == expected
