"""Loops of every make, in writing with blanks between words and without: each is found, and plain text is not one."""

import pytest

from normalize import Cleaner
from normalize.cleaner import Options

PLAIN = {
    "en": "The harbour council decided on Tuesday to repair the old pier before the winter storms come back again",
    "de": "Der Gemeinderat beschloss am Dienstag die alte Brücke noch vor den Stürmen des kommenden Winters zu sanieren",
    "ru": "Совет порта решил во вторник отремонтировать старый причал до того как снова начнутся зимние штормы",
    "ar": "قرر مجلس الميناء يوم الثلاثاء إصلاح الرصيف القديم قبل أن تعود عواصف الشتاء إلى الساحل مرة أخرى",
    "zh": "港口委员会周二决定在冬季暴风雨再次到来之前修复北边渔民使用的旧码头并开通第二条渡轮航线",
    "ja": "港湾評議会は火曜日、冬の嵐が来る前に北の漁師が使う古い桟橋を修理し新しい航路を開くことを決めた",
}
UNSPACED = ("zh", "ja")


def found(lang, text):
    cleaner = Cleaner(options=Options(lang=lang, only=("loop", "repetition", "doubled")))
    return {finding.rule for finding in cleaner.check(text) if finding.severity != "neutral"}


def units(lang, sizes):
    """The plain text, and its first so many words (or, without blanks, half as many characters again)."""
    joint = "" if lang in UNSPACED else " "
    words = list(PLAIN[lang]) if lang in UNSPACED else PLAIN[lang].split()
    return [(joint, joint.join(words[: size * 3 // 2 if lang in UNSPACED else size])) for size in sizes]


@pytest.mark.parametrize("lang", PLAIN)
def test_plain_text_is_no_loop(lang):
    assert not found(lang, PLAIN[lang])


@pytest.mark.parametrize("lang", PLAIN)
@pytest.mark.parametrize("size", [2, 3, 5, 8, 13])
@pytest.mark.parametrize("comma", ["", ","])
def test_phrases_short_and_long(lang, size, comma):
    ((joint, unit),) = units(lang, [size])
    copies = 5 if size < 5 else 3
    assert found(lang, PLAIN[lang] + joint + (comma + joint).join([unit] * copies))


@pytest.mark.parametrize("lang", PLAIN)
def test_cut_in_the_middle_of_a_word(lang):
    ((joint, unit),) = units(lang, [6])
    assert found(lang, joint.join([unit] * 4)[:-3])


@pytest.mark.parametrize("lang", PLAIN)
def test_sentences_in_turn(lang):
    stop, joint = ("。", "") if lang in UNSPACED else (".", " ")
    first, second = PLAIN[lang] + stop, PLAIN[lang][::-1] + stop
    assert found(lang, joint.join([first, second] * 2))


@pytest.mark.parametrize("lang", PLAIN)
def test_a_pattern_with_one_word_that_changes(lang):
    ((joint, unit),) = units(lang, [6])
    comma = "，" if lang in UNSPACED else ", "
    assert found(lang, comma.join(f"{unit}{joint}{1950 + 2 * n}" for n in range(8)))


@pytest.mark.parametrize("lang", PLAIN)
@pytest.mark.parametrize("tail", ["s" * 40, "ни" * 30, "的" * 30, "0" * 40, "haha" * 12])
def test_letters_without_end(lang, tail):
    assert found(lang, f"{PLAIN[lang]} {tail}")


@pytest.mark.parametrize(
    "text",
    [
        "Noooooooo!",
        "Hahahaha, that was good.",
        "1,000,000,000",
        "哈哈哈哈哈",
        "see https://example.org/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ],
)
def test_cries_and_laughter_stay(text):
    assert not found("en", text)


def test_a_word_said_many_times_is_one_finding():
    text = "The office met met met met met met met met again."
    cleaner = Cleaner(options=Options(lang="en", only=("loop", "doubled")))
    rules = [finding.rule for finding in cleaner.check(text)]
    assert rules.count("loop.run") == 1
    assert "doubled.word" not in rules
