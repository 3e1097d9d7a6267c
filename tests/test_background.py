"""Somebody else's name: the background makes an answer less certain, and never gives one."""

import gzip

import pytest
from gazetteer.test_compiled import write

from normalize import Cleaner, Gazetteer


@pytest.fixture
def cleaner(tmp_path):
    write(tmp_path, "Esmail Qaani")
    with (tmp_path / "people.names.tsv").open("a", encoding="utf-8") as file:
        file.write("p\ten-Latn\tshort\tQaani\t\t\ts\n")
    names = "name\tlang\tbearers\tsource\nIsmail Qaanib\tund-Latn\t1\ts\nQaani\tund-Latn\t5\ts\n"
    (tmp_path / "background.tsv.gz").write_bytes(gzip.compress(names.encode()))
    return Cleaner(Gazetteer.load(tmp_path, shipped=False), lang="en")


def decisions(cleaner, text):
    return [(link.mention.surface, str(link.decision)) for link in cleaner.clean(text).links]


def test_a_bare_surname_that_others_bear_is_ambiguous(cleaner):
    assert decisions(cleaner, "It was said that Qaani left.") == [("Qaani", "ambiguous")]


def test_a_surname_behind_the_full_name_is_his(cleaner):
    text = "Esmail Qaani came. It was said that Qaani left."
    assert decisions(cleaner, text) == [("Esmail Qaani", "linked"), ("Qaani", "linked")]


def test_a_full_name_of_the_background_is_nobody_we_know(cleaner):
    text = "It was said that Ismail Qaanib left."
    assert decisions(cleaner, text) == [("Ismail Qaanib", "nil")]
    assert cleaner.clean(text).text == text
