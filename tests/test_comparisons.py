"""Rules that read the text as it stands, and rules that ask what the source has."""

import pytest

from normalize import Cleaner, Gazetteer
from normalize.checks import load_rules
from normalize.model import RuleError

RULE = """\
[[rule]]
id = "own.figure"
kind = "pattern"
anchors = ["%"]
pattern = '''[A-Z]\\d%'''
{keys}
category = "locale conventions/number format"
severity = "minor"
safety = "none"
langs = ["fr"]
reason = "as the source writes it"
hits = []
misses = []
"""


def rules(tmp_path, keys):
    (tmp_path / "own.toml").write_text(RULE.format(keys=keys), encoding="utf-8")
    return load_rules(tmp_path / "own.toml")


def found(tmp_path, keys, text, source):
    cleaner = Cleaner(Gazetteer.load(), rules(tmp_path, keys), lang="fr", source_lang="en")
    return [finding.span.of(text) for finding in cleaner.check(text, source)]


@pytest.mark.parametrize(
    ("compare", "source", "expected"),
    [
        ("same", "rose by N5%", ["N5%"]),
        ("same", "rose by 5%", []),
        ("same", None, []),
        ("other", "rose by N5%", []),
        ("other", "rose by 5%", ["N5%"]),
        ("other", None, []),
        ("any", "rose", ["N5%"]),
        ("any", None, []),
    ],
)
def test_a_rule_may_ask_what_the_source_has(tmp_path, compare, source, expected):
    assert found(tmp_path, f'exact = true\ncompare = "{compare}"', "a monté de N5%", source) == expected


def test_only_an_exact_pattern_sees_capitals(tmp_path):
    assert found(tmp_path, "exact = true", "a monté de N5%", None) == ["N5%"]
    assert found(tmp_path, "exact = false", "a monté de N5%", None) == []


@pytest.mark.parametrize(
    ("keys", "message"),
    [('compare = "equal"', "compare is one of any, same, other"), ('exact = "yes"', "exact must be true or false")],
)
def test_another_value_is_named(tmp_path, keys, message):
    with pytest.raises(RuleError, match=message):
        rules(tmp_path, keys)


@pytest.mark.parametrize(
    ("source", "expected"),
    [("It rose eventually.", ["N5%"]), ("It rose.", []), ("It rose eventually. " * 60, []), (None, [])],
)
def test_a_false_friend_is_looked_for_beside_its_word(tmp_path, source, expected):
    assert found(tmp_path, 'beside = "eventual"\nexact = true', "a monté de N5%", source) == expected


def test_what_has_one_cause_is_said_once_a_line(tmp_path):
    text = "a N5% et N6% et N7%\nnon\nN8%"
    assert found(tmp_path, "exact = true\nonce = true", text, None) == ["N5% et N6% et N7%", "N8%"]
