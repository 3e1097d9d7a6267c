"""What pages put around an article: no known form is hidden by the anchors of its rule, and articles stay."""

import pytest

from normalize import Cleaner, Gazetteer
from normalize.cleaner import shipped_rules

RULES = [rule for rule in shipped_rules() if rule.check == "boilerplate"]


@pytest.fixture(scope="module")
def cleaner():
    return Cleaner(Gazetteer.from_names([]), RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_known_form_is_found_and_cut(cleaner, rule):
    for line in rule.options["lines"]:
        result = cleaner.clean(f"1.\n\n{line}\n")
        assert result.text == "1.\n", line


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_weak_form_alone_is_the_text_s_own(cleaner, rule):
    for line in rule.options["weak"]:
        assert cleaner.clean(f"1.\n\n{line}\n").text == f"1.\n\n{line}\n", line
