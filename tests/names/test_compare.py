"""Truth in a table, and laws."""

from __future__ import annotations

import time
import tomllib
from pathlib import Path

import pytest
from gaddafi import FAMILY, SPELLINGS
from hypothesis import given, settings
from hypothesis import strategies as st

from normalize.gazetteer.search import NameIndex
from normalize.names import (
    align,
    compare,
    keys,
    parse,
    prepare,
    romanise,
    romanise_with_offsets,
    score,
    tokens,
)

CASES = tomllib.loads((Path(__file__).parent.parent / "cases" / "names.toml").read_text("utf-8"))
LIKELY = 0.5
ODD = [
    "",
    " ",
    "a",
    "\u0301",
    "\u0301" * 50,
    "7",
    "3.14 %",
    "—",
    "李",
    "ـ",
    "💥",
    "'",
    "al",
    "al-",
    "bin bin bin",
    "Abd",
    "\ud800",
    "ß İ ŉ",
]
strings = st.text(max_size=40)
names = st.text(alphabet="aeiou bdhkmnqrstz-'ABDعبدقиваן金", max_size=24)


@pytest.mark.parametrize(("a", "b"), CASES["different"])
def test_two_people_are_not_one(a: str, b: str) -> None:
    assert compare(a, b).score < LIKELY


@pytest.mark.parametrize(("a", "b"), CASES["same"] + CASES["scripts"])
def test_two_spellings_are_one_name(a: str, b: str) -> None:
    assert compare(a, b).score > LIKELY


@pytest.mark.parametrize(("a", "b"), CASES["same"])
def test_two_spellings_share_a_key(a: str, b: str) -> None:
    assert keys(a) & keys(b)


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_a_much_spelt_name_is_found_among_its_family(spelling: str) -> None:
    index = NameIndex.build([("he", "Muammar Gaddafi"), *((f"family{i}", name) for i, name in enumerate(FAMILY))])
    assert index.search(spelling)[0][0] == "he"


@given(strings | names, strings | names)
@settings(max_examples=300, deadline=None)
def test_comparing_is_symmetric_and_a_probability(a: str, b: str) -> None:
    forth, back = compare(a, b), compare(b, a)
    assert forth.score == back.score
    assert 0.0 <= forth.score <= 1.0


@given(names)
@settings(max_examples=100, deadline=None)
def test_a_name_is_itself(a: str) -> None:
    if prepare(a).words:
        assert score(prepare(a), prepare(a)) > 0.99


@given(strings | names, strings | names)
@settings(max_examples=100, deadline=None)
def test_aligning_names_every_token_once_or_more(a: str, b: str) -> None:
    rows = align(a, b)
    assert {i for i, _, _ in rows if i is not None} == set(range(len(tokens(a))))
    assert {j for _, j, _ in rows if j is not None} == set(range(len(tokens(b))))


@given(strings)
@settings(max_examples=200, deadline=None)
def test_romanising_keeps_offsets(text: str) -> None:
    latin, origins = romanise_with_offsets(text)
    assert latin == romanise(text)
    assert len(latin) == len(origins)
    assert list(origins) == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)


@given(strings | names)
@settings(max_examples=100, deadline=None)
def test_parts_lie_in_the_name(name: str) -> None:
    for part in parse(name):
        assert part.text == name[part.start : part.end]


@pytest.mark.parametrize("odd", ODD)
def test_odd_input_is_no_error(odd: str) -> None:
    for other in ("Muammar Gaddafi", odd):
        assert 0.0 <= compare(odd, other).score <= 1.0
    assert NameIndex.build([("x", odd), ("y", "Ali")]).search(odd) is not None
    keys(odd), parse(odd), align(odd, "Ali"), romanise(odd)


@pytest.mark.parametrize("letter", ["a", "a ", "\u0301", "ق", "李", "al-", "bdk ", "김 "])
def test_long_input_is_quick(letter: str) -> None:
    text = letter * (100_000 // len(letter))
    started = time.perf_counter()
    compare(text, "Muammar Gaddafi"), keys(text), parse(text), compare(text, text + "x")
    assert time.perf_counter() - started < 1.0


def test_a_mention_is_rewritten_part_by_part() -> None:
    assert align("Nasr Allah", "Hassan Nasrallah") == ((0, 1, 0.999), (1, 1, 0.999), (None, 0, 0.0))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Tsai Ing-wen", "Cai Yingwen"),
        ("Tan Kah Kee", "Chen Jiageng"),
        ("Xi Jinping", "Si Tszinpin"),
        ("Quach Minh Duc", "Kwok Ming-tak"),
    ],
)
def test_dialects_spell_one_character_in_their_own_ways(a: str, b: str) -> None:
    assert compare(a, b).score > LIKELY


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Hon Sui Sen", "Lim Sui Sen"),  # the first syllable may be a title, and is a family name
        ("Kim Yong-il", "Chin Yong-il"),  # one character in Chinese; il is Korean
        ("Li Eng-goan", "Bi-Ling Kuan"),
    ],
)
def test_syllables_of_another_language_or_joined_at_random_are_no_evidence(a: str, b: str) -> None:
    assert compare(a, b).score < LIKELY


@pytest.mark.parametrize(("a", "b"), [("Li Wai-kwok", "Kwok-wai Tsang"), ("Kim Jong-nam", "Kim Nam-jong")])
def test_syllables_have_an_order(a: str, b: str) -> None:
    assert compare(a, b).score < LIKELY


def test_a_name_in_characters_is_read_in_the_language_that_fits() -> None:
    for name in ("Goh Chok Tong", "Wu Zuodong", "Ng Chok Tung", "O Chak-dong"):
        assert compare(name, "吳作棟").score > LIKELY
    assert compare("Chok Tong Goh", "吳作棟").score > LIKELY
    assert compare("Goh Keng Swee", "吳作棟").score < LIKELY


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ivan Petrovich Pavlov", "Ivan Sergeyevich Pavlov"),
        ("Olga Ivanovna Sokolova", "Olga Borisovna Sokolova"),
    ],
)
def test_sons_of_two_fathers_are_two(name: str, other: str) -> None:
    assert compare(name, other).score < 0.5
    assert compare(name, name.replace("vich", "vitch").replace("vna", "wna")).score > 0.5


def test_a_western_given_name_beside_a_chinese_one_is_no_proof_of_two_people() -> None:
    """Jackie is Chan Kong-sang: less unlikely than another Chinese given name, but no ground to link."""
    assert compare("Chan Siu-ming", "Chan Kong-sang").score < compare("Jackie Chan", "Chan Kong-sang").score < 0.5
