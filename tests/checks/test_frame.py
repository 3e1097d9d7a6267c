"""What the frame of a page leaves behind a report is told line by line, and one fault once."""

import pytest

PAGE = """Water committee meets

The water committee met on Tuesday in the old town hall, and nobody who came from the villages was heard.

The chairman closed the meeting after an hour, and the farms of the southern bank were not mentioned at all.

"""


def rules(cleaner, text, family):
    return [finding.rule for finding in cleaner.check(text) if finding.rule.startswith(family)]


@pytest.mark.parametrize("tail", ["Selim Arkan\nHarbour desk", "Selim Arkan/Hana Maro\n\nOur team\n"])
def test_lines_behind_the_last_sentence_are_told_each(cleaner, tail):
    found = [finding for finding in cleaner.check(PAGE + tail) if finding.rule == "boilerplate.tail"]
    assert [finding.span.of(PAGE + tail) for finding in found] == [line for line in tail.splitlines() if line]


@pytest.mark.parametrize("tail", ["\n".join(f"Picture {number}" for number in range(9)), "The road is closed."])
def test_a_list_and_a_sentence_are_no_tail(cleaner, tail):
    assert not rules(cleaner, PAGE + tail, "boilerplate.tail")


def test_one_fault_is_told_once(cleaner):
    text = "Council votes on the new water law of the old town today\n\n" * 2 + "Nobody objected, said the mayor."
    assert rules(cleaner, text, "repetition.") == ["repetition.headline"]
    soldiers = "The Turkish occupation forces closed the road, the agency wrote."
    assert rules(cleaner, soldiers, "editorial.") == ["editorial.invading-turkish-state"]


def test_an_acronym_in_brackets_is_another_name_given(cleaner):
    text = "In Syria Daesh (also known as ISIS or ISIL) fled. ISIS had held the town for a year, said the mayor."
    assert not rules(cleaner, text, "name.inconsistent")
