"""What a check spares by asking first whether there can be anything is never a finding."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.checks import (
    Rulebook,
    boilerplate,
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
from normalize.text import read


class Everything(frozenset):
    """A vocabulary or an alphabet that has whatever is asked for."""

    def isdisjoint(self, _):
        return False

    def __le__(self, other):
        return False

    def __sub__(self, other):
        return self

    def __and__(self, other):
        return frozenset(["x"])

    def __iter__(self):
        return iter("٣я")


OPEN = {
    "periods": lambda *_: tuple(range(1, views.PERIODS + 1)),
    "vocabulary": lambda _: Everything(),
    "alphabet": lambda _: Everything(),
    "_others": lambda *_: True,
    "repeats": lambda *_: True,
    "shaped": lambda *_: True,
    "holds": lambda *_: True,
    "_likely": lambda _: True,
    "_crowded": lambda *_: True,
}
ROOMS = [boilerplate, loops, mojibake, numbers, repetition, tokeniser, typography, untranslated]
PIECES = st.sampled_from(
    "the the of said that he said that he had Don't didnt couldnt Tehran ( ) ) ( “ ” \" \" ' n't 's 's , . ? ; : ! aaa.Then "
    "nations(UN as,then said:We A:He 12000 soldiers 2023 ٣٤ 3٤ Путин и в не на что это der die das und nicht ist eine "
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


@given(TEXTS, st.sampled_from(["en", "de", "fr"]))
@settings(max_examples=600, deadline=None)
def test_a_gate_hides_nothing(rulebook, text, lang):
    gated = rulebook.check(read(text, lang=lang))
    with pytest.MonkeyPatch.context() as patch:
        for room in ROOMS:
            for name, opened in OPEN.items():
                if hasattr(room, name):
                    patch.setattr(room, name, opened)
        assert rulebook.check(read(text, lang=lang)) == gated


def _repeats(words, period):
    return any(words[n : n + period] == words[n + period : n + 2 * period] for n in range(len(words) - 2 * period + 1))


@given(st.lists(st.sampled_from("abc"), max_size=40))
def test_periods_are_those_of_the_words(words):
    expected = tuple(period for period in range(1, views.PERIODS + 1) if _repeats(words, period))
    assert views.periods(" ".join(words)) == expected


@given(st.lists(st.sampled_from("abc"), max_size=30), st.integers(1, 5), st.integers(2, 4))
def test_runs_of_words_that_come_again_are_seen(words, size, copies):
    runs = Counter(tuple(words[n : n + size]) for n in range(len(words) - size + 1))
    assert views.repeats(" ".join(words), size, copies) == (max(runs.values(), default=0) >= copies)
