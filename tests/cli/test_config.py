"""Settings: where each comes from, and what a faulty configuration says."""

from pathlib import Path

import pytest

from normalize.cli.config import settings
from normalize.model import ConfigError, ConfigFileError

FAULTS = {
    "not TOML": ("names = \n", ":1:9: not TOML"),
    "not UTF-8": (b"names = '\xff'", ": not UTF-8 at byte 9"),
    "an unknown setting": ("lang = 'en'\nnmaes = 'keep'", ":2:1: no setting 'nmaes'; did you mean 'names'?"),
    "an unknown choice": ("names = 'kep'", ":1:1: names must be one of keep, unify, mend, canonical, not 'kep'"),
    "an unknown severity": ("fail-on = 'mnor'", ":1:1: fail-on must be one of"),
    "no language": ("lang = 'english'", ":1:1: lang must be the two letters of a language"),
    "no encoding": ("encoding = 'utf-9'", ":1:1: encoding must be an encoding that Python knows"),
    "a number for a text": ("lang = 1.10", ":1:1: lang must be text, not 1.1"),
    "a truth for a text": ("lang = false", ":1:1: lang must be text, not False"),
    "a text for a truth": ("unsafe-fixes = 'no'", ":1:1: unsafe-fixes must be true or false, not 'no'"),
    "a number in a list": ("gazetteer = ['a', 1]", ":1:1: gazetteer must be a list of texts"),
    "a table for a list": ("skip = { a = 1 }", ":1:1: skip must be a list of texts"),
    "a setting twice": ("lang = 'en'\nlang = 'de'", ": not TOML"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_configuration_is_named_with_its_place(tmp_path, fault):
    text, said = FAULTS[fault]
    path = tmp_path / "normalize.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigFileError) as caught:
        settings({}, None, tmp_path)
    assert said in str(caught.value).replace(str(path), "", 1)


@pytest.mark.parametrize("lang", ["EN", "en-GB", "zh_Hant", "ckb", ""])
def test_a_language_may_have_a_region_and_capitals(tmp_path, lang):
    assert settings({"lang": lang}, None, tmp_path)["lang"] == lang


def test_tools_that_are_no_table_say_nothing(tmp_path):
    (tmp_path / "pyproject.toml").write_text("tool = 'normalize'\n", encoding="utf-8")
    assert settings({}, tmp_path / "pyproject.toml", tmp_path)["lang"] == ""


def test_a_table_of_the_project_file_that_is_none(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool]\nnormalize = 1\n", encoding="utf-8")
    with pytest.raises(ConfigFileError, match=r"pyproject.toml:2:1: \[tool.normalize\] must be a table"):
        settings({}, None, tmp_path)


def test_the_nearest_file_the_command_line_and_the_origin_of_each(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool.normalize]\nlang = 'de'\ngazetteer = 'ours'\n", encoding="utf-8")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    found = settings({"names": "keep", "skip": (), "only": None}, None, below)
    assert (found["lang"], found["names"], found["gazetteer"]) == ("de", "keep", (str(tmp_path / "ours"),))
    assert (found.origins["names"], found.origins["skip"]) == ("command line", "default")
    assert f'lang = "de"  ({tmp_path / "pyproject.toml"})' in found.lines()
    (tmp_path / "a" / "normalize.toml").write_text("lang = 'fr'\n", encoding="utf-8")
    assert settings({}, None, below)["lang"] == "fr"
    assert settings({}, tmp_path / "pyproject.toml", below)["lang"] == "de"


def test_a_file_or_a_word_that_is_none():
    with pytest.raises(ConfigError, match=r"none.toml: No such file"):
        settings({}, Path("none.toml"), Path())
    with pytest.raises(ConfigError, match="names must be one of"):
        settings({"names": "kep"}, None, Path())
