"""The table of texts in `tests/cases/linking.toml`."""

import tomllib
from pathlib import Path

import pytest

from normalize.model import Decision

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "linking.toml").read_text(encoding="utf-8"))


def cases(kind):
    return pytest.mark.parametrize("case", CASES[kind], ids=lambda case: case["name"])


def holds(cleaner, case):
    result = cleaner.clean(case["text"])
    linked = [f"{link.mention.surface} = {link.entity.id}" for link in result.links if link.entity]
    if "links" in case:
        assert linked == case["links"]
    assert not {item.split(" = ")[1] for item in linked} & set(case.get("not_linked", ()))
    for decision in ("nil", "ambiguous"):
        if decision in case:
            found = [link.mention.surface for link in result.links if link.decision == Decision(decision)]
            assert found == case[decision]
    if "inconsistent" in case:
        told = [finding.span.of(case["text"]) for finding in result.findings if finding.rule == "name.inconsistent"]
        assert told == case["inconsistent"]
    assert result.text == case.get("after", case["text"])


@cases("wild")
def test_wild(cleaner, case):
    holds(cleaner, case)


@cases("negative")
def test_negative(cleaner, case):
    holds(cleaner, case)


@pytest.mark.xfail(strict=True, reason="known not to hold yet")
@cases("failure")
def test_known_failures(cleaner, case):
    holds(cleaner, case)


def test_a_people_says_whose_body_is_meant(cleaner):
    def named(text):
        return {
            link.entity.canonical()
            for link in cleaner.clean(text).links
            if link.mention.surface == "Majlis" and link.entity
        }

    assert named("The speaker of the Iranian Majlis came to Mashhad. The Majlis will vote.") == {
        "Islamic Consultative Assembly"
    }
    assert not named("The speaker of the Kuwaiti Majlis came to Mashhad.")
