"""What a translation and its source show together, and what a text says about its findings."""

import json
from collections import Counter

import pytest

from normalize import Cleaner
from normalize.cli import main
from normalize.model import Severity
from normalize.report.baseline import fingerprint, unseen


@pytest.fixture(scope="module")
def english(cleaner):
    return Cleaner(cleaner.gazetteer, lang="en")


def rules(findings):
    return [finding.rule for finding in findings]


def test_a_source_is_compared(english):
    found = english.check("All 354 passengers died.", "Alle 168 Passagiere starben.")
    assert "source.number" in rules(found)
    assert not english.check("All 168 passengers died.", "Alle 168 Passagiere starben.")


def test_as_many_lines_are_compared_line_by_line(english):
    text = "The first one stayed.\nAll 354 passengers died."
    (found,) = [f for f in english.check(text, "Der erste blieb.\nAlle 168 starben.") if f.rule == "source.number"]
    assert found.span.of(text) == "354"


def test_a_name_exchanged_against_the_source(cleaner):
    found = cleaner.check("Vladimir Putin arrived in Baghdad.", "وصل إبراهيم رئيسي إلى بغداد")
    assert "source.name" in rules(found)
    assert "source.name" not in rules(cleaner.check("Ebrahim Raisi arrived in Baghdad.", "وصل إبراهيم رئيسي إلى بغداد"))


def test_a_comment_silences_the_next_line(english):
    text = "He left in 40000 cars.\n# normalize: ignore number\nHe left in 50000 cars.\n"
    assert [f.span.of(text) for f in english.check(text) if f.rule == "number.ungrouped"] == ["40000"]
    assert not english.check("<!-- normalize: ignore-file number.ungrouped -->\nHe left in 50000 cars.\n")


def test_a_baseline_uses_up_its_entries(english):
    document = english.clean("He left in 40000 cars. He left in 40000 cars.").document
    found = [f for f in english.check(document.text) if f.rule == "number.ungrouped"]
    known = Counter([fingerprint(document, found[0])])
    assert len(unseen(document, found, known)) == 1


def test_the_command(tmp_path, capsysbinary):
    text, baseline = tmp_path / "text.txt", tmp_path / "seen.txt"
    text.write_text("He left in 40000 cars.\n")
    assert main(["check", "--lang", "en", "--summary", str(text)]) in (0, 1)
    assert b"per 1,000 words" in capsysbinary.readouterr().out
    main(["check", "--lang", "en", "--format", "sarif", str(text)])
    assert json.loads(capsysbinary.readouterr().out)["runs"][0]["results"][0]["ruleId"] == "number.ungrouped"
    main(["check", "--lang", "en", "--format", "github", str(text)])
    assert capsysbinary.readouterr().out.startswith(b"::warning file=")
    assert main(["check", "--lang", "en", "--write-baseline", str(baseline), str(text)]) == 0
    assert main(["check", "--lang", "en", "--fail-on", "neutral", "--baseline", str(baseline), str(text)]) == 0


def test_neutral_is_the_mildest():
    assert min(Severity, key=lambda severity: severity.rank) is Severity.NEUTRAL
