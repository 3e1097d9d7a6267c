"""Faults a rule file can have: each refused with file, line and column, and the line itself; nothing half loaded."""

import pytest

from normalize.checks import Rulebook, load_rules
from normalize.cleaner import load_user_rules
from normalize.cli import main
from normalize.model import RuleError
from normalize.text import read

RULE = """[[rule]]
id = "house.colour"
kind = "phrase"
phrases = ["color"]
category = "style/house"
severity = "minor"
safety = "safe"
reason = "British spelling"
replacement = "colour"
hits = [{ text = "the color red", after = "the colour red" }]
misses = ["the colour red"]
"""


def changed(old, new):
    assert old in RULE
    return RULE.replace(old, new)


PATTERN = changed('phrases = ["color"]', 'anchors = ["c"]\npattern = EXPRESSION').replace('"phrase"', '"pattern"')
CHATTER = RULE.replace('phrases = ["color"]', 'check = "chatter"').replace('"phrase"', '"check"')

# What is wrong, the file, what the error says after the name of the file.
FAULTS = {
    "not TOML": (changed('kind = "phrase"', "kind = phrase"), ":3:8: not TOML"),
    "a bomb": ("x = " + "[" * 100_000, ":1:1: not TOML"),
    "a key twice": (changed('reason = "British spelling"\n', 'reason = "a"\nreason = "b"\n'), ":9:"),
    "not UTF-8": (RULE.encode().replace(b"colour red", b"col\xf6ur", 1), ":10:51: not UTF-8 at byte"),
    "an unknown table": (RULE + "[settings]\n", ":12:1: unknown table 'settings'"),
    "one bracket": (changed("[[rule]]", "[rule]"), ":1:1: rules are written [[rule]]"),
    "no id": (changed('id = "house.colour"\n', ""), ":1:1: a rule needs an id"),
    "an id with capitals": (changed("house.colour", "House.Colour"), "a rule needs an id of lower-case words"),
    "an id that is a number": (changed('"house.colour"', "1.10"), "a rule needs an id"),
    "an id twice": (RULE + RULE, ":2:1: the id 'house.colour' is taken"),
    "an unknown key": (changed("reason =", "raeson ="), ":8:1: house.colour: unknown key 'raeson'"),
    "a key missing": (changed('reason = "British spelling"\n', ""), ":2:1: house.colour: reason is missing"),
    "a date for a text": (changed('"British spelling"', "2019-08-14"), ":8:1: house.colour: reason must be text"),
    "a text for a list": (changed('["color"]', '"color"'), ":4:1: house.colour: phrases must be a list"),
    "no MQM dimension": (changed("style/house", "taste/house"), ":5:1: house.colour: no MQM dimension"),
    "an unknown severity": (changed('"minor"', '"mnor"'), ":6:1: house.colour: unknown severity 'mnor'"),
    "a severity that is a truth": (changed('"minor"', "true"), ":6:1: house.colour: severity must be text"),
    "an unknown safety": (changed('"safe"', '"sure"'), ":7:1: house.colour: unknown safety 'sure'"),
    "an unknown kind": (changed('"phrase"', '"frase"'), ":3:1: house.colour: unknown kind 'frase'"),
    "a kind without what it needs": (changed('phrases = ["color"]\n', ""), ":3:1: house.colour: a rule of kind phrase"),
    "an unknown check": (changed('kind = "phrase"', 'kind = "check"\ncheck = "colour"'), ":4:1: house.colour: no such"),
    "a broken expression": (
        changed('kind = "phrase"', 'kind = "pattern"\nanchors = ["c"]\npattern = "("'),
        ":5:1: house.colour: not a regular expression",
    ),
    "a phrase of two wordings": (
        RULE + '[rule.wordings]\npaint = ["color"]\n',
        ":12:1: house.colour: the phrase 'color' has two wordings",
    ),
    "wordings that are no lists": (RULE + '[rule.wordings]\npaint = "color"\n', ":12:1: house.colour: wordings are"),
    "wordings that are no table": (RULE + 'wordings = ["hue"]\n', ":12:1: house.colour: wordings must be a table"),
    "figures of another kind": (RULE + "rates = { orignal = 1 }\n", ":12:1: house.colour: rates is a table of figures"),
    "a hit without a text": (changed("{ text =", "{ txt ="), ":10:1: house.colour: one of hits is a text"),
    "a hit that is a number": (
        changed("the color red", "x").replace('"x"', "1"),
        ":10:1: house.colour: one of hits is",
    ),
    "a miss of two texts": (changed('["the colour red"]', '[{ a = "b" }]'), ":11:1: house.colour: one of misses is"),
    "rules that are numbers": ("rule = [1, 2]\n", ":1:1: rules are written [[rule]]"),
    "a language that is a number": (RULE + "langs = [1]\n", ":12:1: house.colour: langs must be a list of texts"),
    "a phrase of nothing": (
        changed('["color"]', '["color", ""]'),
        ":4:1: house.colour: phrases must be a list of texts",
    ),
    "options that are a text": (RULE + 'options = "x"\n', ":12:1: house.colour: options must be a table"),
    "a rate below nothing": (
        RULE + "rates = { original = -1, human = 1, machine = 1 }\n",
        ":12:1: house.colour: rates",
    ),
    "an endless number": ("x = " + "9" * 10_000, ":1:1: not TOML"),
    "too many copies": (
        PATTERN.replace("EXPRESSION", "'c{99999999999}'"),
        ":5:1: house.colour: not a regular expression",
    ),
    "too many brackets": (
        PATTERN.replace("EXPRESSION", f"'{'(' * 3000}c{')' * 3000}'"),
        ":5:1: house.colour: not a regular expression",
    ),
    "a group that is none": (
        PATTERN.replace("EXPRESSION", "'c'").replace('"colour"', r"'\2'"),
        ":10:1: house.colour: no replacement",
    ),
    "a named group that is none": (
        PATTERN.replace("EXPRESSION", "'c'").replace('"colour"', r"'\g<x>'"),
        ":10:1: house.colour: no repl",
    ),
    "a broken expression of an option": (
        CHATTER + "options.first = 'a'\noptions.last = '*'\n",
        ":13:1: house.colour: not a",
    ),
    "an option that is no expression": (
        CHATTER + "options.first = 5\noptions.last = 'a'\n",
        ":12:1: house.colour: not a",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_rule_file_is_named_with_its_place(tmp_path, fault):
    text, said = FAULTS[fault]
    path = tmp_path / "house.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(RuleError) as caught:
        load_rules(path)
    assert said in str(caught.value).replace(str(path), "", 1)
    if caught.value.line:
        assert (
            caught.value.text
            == path.read_text(encoding="utf-8", errors="backslashreplace").split("\n")[caught.value.line - 1]
        )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (changed('hits = [{ text = "the color red", after = "the colour red" }]', "hits = []"), "without a hit"),
        (changed('"the color red", after', '"the tint red", after'), "does not fire on its own hit 'the tint red'"),
        (changed('after = "the colour red"', 'after = "the hue red"'), "makes 'the colour red' of 'the color red'"),
        (changed('misses = ["the colour red"]', 'misses = ["a color film"]'), "fires on its own miss 'a color film'"),
        (CHATTER, "has options its check cannot read (KeyError: 'first')"),
    ],
)
def test_a_rule_whose_own_examples_fail_is_refused(tmp_path, text, said):
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_user_rules(tmp_path / "house.toml")
    assert said in str(caught.value)
    assert str(tmp_path / "house.toml") in str(caught.value)


def test_a_sound_file_is_used_and_a_missing_one_named(tmp_path, capsys):
    (tmp_path / "house.toml").write_text(RULE, encoding="utf-8")
    (tmp_path / "in.txt").write_text("the color red\n", encoding="utf-8")
    assert main(["clean", "--rules", str(tmp_path), "--lang", "en", str(tmp_path / "in.txt")]) == 0
    assert capsys.readouterr().out == "the colour red\n"
    assert main(["clean", "--rules", str(tmp_path / "none"), str(tmp_path / "in.txt")]) == 2
    assert "none: no such rule file or folder" in capsys.readouterr().err


def test_a_phrase_says_its_own_natural_wording_and_the_others_the_one_of_the_rule(tmp_path):
    path = tmp_path / "house.toml"
    shades = '[rule.wordings]\n"sky blue" = ["café’s blue"]\n"grass green" = ["green of grass", "green as grass"]\n'
    path.write_text(
        RULE.replace("replacement = ", "suggestion = ").replace(", after = ", ", source = ") + shades, "utf-8"
    )
    text = "Color, CAFÉ'S BLUE, green as grass."
    said = [finding.message for finding in Rulebook(load_rules(path)).check(read(text, "en"))]
    assert said == [f"British spelling; natural: {wording}" for wording in ("colour", "sky blue", "grass green")]
