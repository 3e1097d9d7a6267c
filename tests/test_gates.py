"""What a check spares by asking first whether there can be anything is never a finding."""

import re
from dataclasses import replace

import pytest
from ftfy import badness
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize import Cleaner, Options
from normalize.checks import (
    Rulebook,
    arbitrate,
    boilerplate,
    cycles,
    encoding,
    letters,
    loops,
    mojibake,
    numbers,
    repetition,
    tokeniser,
    typography,
    untranslated,
    views,
)
from normalize.cleaner import shipped_rules
from normalize.model.characters import alphabet
from normalize.text import read

ANY = re.compile("")
EVERY = frozenset(map(chr, range(0x80, 0x10000)))
SAID = frozenset(word.lower() for rule in shipped_rules() for word in rule.options.get("words", ())) | frozenset(
    acronym.lower() for rule in shipped_rules() for acronym in rule.options.get("acronyms", ())
)
OPEN = {
    "periods": lambda *_: tuple(range(1, views.PERIODS + 1)),
    "doubled": lambda _: SAID,
    "_adjoining": lambda *_: True,
    "_joined": lambda _: True,
    "crowds": lambda *_: True,
    "alphabet": lambda _: EVERY,
    "words_of": lambda _: tuple(SAID),
    "vocabulary": lambda _: SAID,
    "shape": lambda _: b"a AAA 00000 ",
    "_MET": ANY,
    "_foreign": lambda *_: True,
    "_may_recur": lambda _: True,
    "_likely": lambda *_: True,
    "_crowded": lambda *_: True,
    "_LABEL_END": ANY,
    "_TRACE": ANY,
}
ROOMS = [boilerplate, encoding, letters, loops, mojibake, numbers, repetition, tokeniser, typography, untranslated]
PIECES = st.sampled_from(
    "the the of said that he said that he had Don't didnt couldnt Tehran ( ) ) ( “ ” \" \" ' n't 's 's , . ? ; : ! aaa.Then "
    "nations(UN as,then said:We A:He 12000 soldiers Basra Office for Water BOW Qаani раrk 2023 ٣٤ 3٤ Путин и в не на что это der die das und nicht ist eine "
    "les des est dans pour IRGC PKK YPG SDF cafÃ© â€™ ’ ‘ — … Turkeys Irans iranian".split(" ")
)
EXAMPLES = sorted({hit.text for rule in shipped_rules() for hit in rule.hits})
TEXTS = st.lists(st.tuples(PIECES, st.sampled_from([" ", " ", " ", "", "\n", "  "])), max_size=40).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)
TEXTS = st.one_of(TEXTS, st.lists(st.one_of(st.sampled_from(EXAMPLES), TEXTS), max_size=4).map(" ".join))


@pytest.fixture(scope="module")
def rulebook():
    return Rulebook(shipped_rules())


@pytest.fixture(scope="module")
def open_rulebook():
    """Every check runs, and every pattern by its own anchors."""
    return Rulebook(
        replace(rule, anchors=() if _gated(rule) else rule.anchors, better=(), begins=False) for rule in shipped_rules()
    )


def _gated(rule):
    return rule.kind == "check" and rule.check not in ("page-residue", "stripped", "stripped-possessive", "tokenised")


@given(TEXTS, st.sampled_from(["en", "de", "fr"]))
@settings(max_examples=600, deadline=None)
def test_a_gate_hides_nothing(rulebook, open_rulebook, text, lang):
    gated = rulebook.check(read(text, lang=lang))
    with pytest.MonkeyPatch.context() as patch:
        for room in ROOMS:
            for name, opened in OPEN.items():
                if hasattr(room, name) and (room, name) != (loops, "words_of"):
                    patch.setattr(room, name, opened)
        assert open_rulebook.check(read(text, lang=lang)) == gated


@given(st.lists(st.one_of(TEXTS, st.sampled_from(EXAMPLES)), max_size=5).map("\n".join), st.booleans())
@settings(deadline=None)
def test_an_edited_text_is_read_by_all_rules_that_may_edit(cleaners, text, unsafe):
    cleaner = cleaners[unsafe]
    document = read(text, lang="en")
    links = cleaner.linker.link(document)
    everything, editing = (
        arbitrate(document, cleaner._fixes(rulebook.check(document, links)))
        for rulebook in (cleaner.rulebook, cleaner._mending)
    )
    assert everything == editing


@pytest.fixture(scope="module")
def cleaners():
    return {unsafe: Cleaner(options=Options(names="canonical", unsafe_fixes=unsafe)) for unsafe in (False, True)}


SUSPECT = "".join(badness.MOJIBAKE_CATEGORIES.values()) + "вЂГўВГРСβ€ΒΓΞΟā abcXYZ,.ЖяЯ中ابﬁœß"


@given(st.text(st.sampled_from(SUSPECT), max_size=6))
@settings(max_examples=3000)
def test_what_ftfy_suspects_is_never_passed_over(text):
    letters = alphabet(text) - mojibake._ALONE
    if letters and badness.is_bad(text):
        assert mojibake._suspected(text, mojibake._PLAIN.sub("", "".join(letters)))


def _repeats(words, period):
    return any(words[n : n + period] == words[n + period : n + 2 * period] for n in range(len(words) - 2 * period + 1))


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_periods_are_those_of_the_words(words):
    expected = tuple(period for period in range(1, views.PERIODS + 1) if _repeats(words, period))
    assert views.periods(" ".join(words)) == expected


@given(st.lists(st.sampled_from("abcde"), max_size=40), st.integers(2, 4), st.integers(2, 2 * views.NEAR))
def test_runs_of_words_that_crowd_are_seen(words, size, within):
    starts = {}
    for place in range(len(words) - size + 1):
        starts.setdefault(tuple(words[place : place + size]), []).append(place)
    crowded = any(
        third - first <= within for places in starts.values() for first, third in zip(places, places[2:], strict=False)
    )
    assert views.crowds(" ".join(words), size, within) == crowded


@given(st.text(st.sampled_from("aB3é٣_ \n\t,.-—’…ЯÉ中。\u0301\ufffd"), max_size=60))
def test_words_are_the_runs_of_letters_and_digits(text):
    assert views.words(text) == tuple(re.findall(r"[^\W_]+", text))
    assert alphabet(text) == {character for character in text if not character.isascii()}


def test_words_of_one_length_are_told_apart():
    text = " ".join(f"{number:04}" for number in range(500)) + " 0498 0499"
    assert views.periods(text) == (2,)


UNITS = st.sampled_from(
    ["港口委员会决定修复旧码头", "工程将耗资约两百万元，持续到十一月底。", "中", "国人", "port ", "a"]
)


@given(st.lists(UNITS, max_size=16).map("".join), st.integers(1, 100))
def test_no_period_is_passed_over(text, longest):
    found = cycles._cycles.__wrapped__(text, longest)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cycles, "_far", lambda _, longest: [*range(cycles._NEAR + 1, longest + 1)])
        assert cycles._cycles.__wrapped__(text, longest) == found


@given(st.lists(UNITS, min_size=1, max_size=16).map("".join))
def test_characters_that_are_said_once_are_the_same_as_none(text):
    assert cycles._same(text) <= 1 - len(set(cycles._codes(text))) / len(text) + 1e-9


@pytest.mark.parametrize("rule", [rule for rule in shipped_rules() if rule.better], ids=lambda rule: rule.id)
def test_better_anchors_find_what_the_rule_finds(rule):
    plain = Rulebook([replace(rule, better=(), begins=False)])
    for hit in rule.hits:
        document = read(hit.text, lang=(rule.langs or ("en",))[0])
        assert Rulebook([rule]).check(document) == plain.check(document)
