"""What a text costs grows as its length does, whatever stands in it."""

import itertools
import time

import pytest

from normalize import Cleaner
from normalize.checks.registry import CHECKS
from normalize.linking.singles import MANY
from normalize.text import read

ALLOWED = 20  # times the time for 8 times the length: linear with room for noise, quadratic has 64
SHORT = 2000  # characters

# Each holds something many times that was once compared with all the rest of its text.
UNITS = {
    "a name a line": "Ankara\n",
    "two names a line": "in Ankara\nTehran said\n",
    "two spellings of a name": "Kyiv and Kiev, ",
    "a name and its gloss": "Kiev (Kyiv) ",
    "furniture of a page and slips": "Leave a Reply\nin this regard the the talks\n",
    "a phrase that comes again": "one two three four five six ",
    "furniture alone": "Tweet\nShare on Facebook\n",
    "entities in one line": "A &amp; B&#8217;s, ",
    "invisible characters": "a\u200bb",
    "blank lines": "\n",
    "a surname after itself": "Putin ",
    "acronyms of countries": "U.S. and U.K. ",
}


def cost(work):
    """Return the least of three times: what it costs where Python's collector does not come in between."""
    times = []
    for _ in range(3):
        begun = time.process_time()
        work()
        times.append(time.process_time() - begun)
    return min(times)


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_in_step_with_length(cleaner, unit):
    def spent(size):
        text = UNITS[unit] * (size // len(UNITS[unit]))
        return cost(lambda: cleaner.clean(text))

    assert spent(8 * SHORT) < ALLOWED * max(spent(SHORT), 0.002)


def test_of_a_list_of_villages_nobody_knows_few_are_sought_among_all_places():
    """Each takes milliseconds, and there are as many as somebody lists."""
    cleaner = Cleaner(lang="en")
    cleaner.names(" ".join(f"{name} village in Syria was hit." for name in names_alike(200)))
    assert 0 < cleaner.linker._variants.nearby.cache_info().misses <= MANY


def names_alike(number):
    """Different names nobody has that begin alike, and many of which sound alike."""
    syllables = [f"{consonant}{vowel}" for consonant in "bdgklmnr" for vowel in "aeiou"]
    rows = itertools.islice(itertools.product(syllables, repeat=3), number)
    return ["Ka" + "".join(row) for row in rows]


@pytest.mark.parametrize("between", [" ", " said.\n"])
def test_names_alike_are_not_all_compared_with_each_other(between):
    cleaner = Cleaner(lang="en")

    def spent(number):
        text = between.join(names_alike(number))
        return cost(lambda: cleaner.clean(text))

    assert spent(8 * 400) < ALLOWED * max(spent(400), 0.002)


# What a translation and its source both say many times.
OF_PAIRS = {"a number": "12 ", "what is joined": "a-b-c ", "a name": "Qaani, "}


@pytest.mark.parametrize("unit", OF_PAIRS)
def test_a_comparison_with_the_source_takes_time_in_step_with_length(unit):
    cleaner = Cleaner(lang="en", source_lang="en")

    def spent(size):
        text = OF_PAIRS[unit] * (size // len(OF_PAIRS[unit]))
        return cost(lambda: cleaner.check(text, text))

    assert spent(8 * SHORT) < ALLOWED * max(spent(SHORT), 0.002)


def test_a_line_of_equal_words_is_mended_at_once(cleaner):
    """A quadratic comparison of its words takes a third of a second."""
    line = "a " * 1900 + "voilÃ  le travail Ã©tÃ© aujourdâ€™hui"
    assert cost(lambda: cleaner.clean(line)) < 0.2
    assert cleaner.clean(line).text == "a " * 1900 + "voilà le travail été aujourd’hui"


def test_no_letters_of_an_endless_word_change_places(cleaner):
    """To exchange each two neighbours of it takes a second."""
    rule = cleaner.rulebook["spelling.transposed"]
    document = read("ab" * 30_000, "en")
    begun = time.process_time()
    assert not [*CHECKS[rule.check](document, (), rule)]
    assert time.process_time() - begun < 0.2


# What a check reads that a text in any language would not bring it to.
OF_CHECKS = {
    "punctuation.unclosed": lambda number: "“word “".join(["said "] * number),
    "repetition.sentence": lambda number: "".join(
        f"One two three four five six seven eight nine ten of {row}. " for row in range(number)
    ),
}


@pytest.mark.parametrize("rule", OF_CHECKS)
def test_a_check_takes_time_in_step_with_length(cleaner, rule):
    rules = cleaner.rulebook[rule]

    def spent(number):
        document = read(OF_CHECKS[rule](number), "en")
        return cost(lambda: list(CHECKS[rules.check](document, (), rules)))

    assert spent(8000) < ALLOWED * max(spent(1000), 0.002)
