"""Every shipped rule proves itself by its own hits and misses."""

import pytest

from normalize.checks import Rulebook, prove
from normalize.checks.registry import CHECKS, OF_LINKS, OF_SOURCE
from normalize.cleaner import shipped_rules
from normalize.text import read

# OF_LINKS read the links of a document, which an example does not have; tests/test_cleaner.py proves them.


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.id)
def test_hits_and_misses(rule):
    if rule.check in OF_LINKS:
        assert not rule.hits
    else:
        prove([rule], read)


def test_what_is_said_of_checks_is_said_of_checks_there_are():
    assert set(CHECKS) >= OF_LINKS | OF_SOURCE


def test_a_word_that_takes_a_side_has_a_neutral_wording_and_a_calque_a_natural_one():
    found = Rulebook(shipped_rules()).check(read("He was martyred on the territory of the camp.", "en"))
    said = {finding.rule: finding.message.rpartition("; ")[2] for finding in found}
    assert said == {"editorial.martyr": "neutral: killed", "calque.on-the-territory-of": "natural: in"}
