import pytest
from gazetteer_folder import sound

from normalize.gazetteer import Gazetteer
from normalize.gazetteer.upkeep.change import apply
from normalize.gazetteer.upkeep.edit import Folder, add_name
from normalize.gazetteer.upkeep.mine import Miner, Seen
from normalize.gazetteer.upkeep.queue import Find, joined, read_queue, write_queue
from normalize.gazetteer.upkeep.review import review
from normalize.model import Alias, GazetteerError, Span

GHANI = Find("Ismaeel Ghaany", "en-Latn", "esmail-qaani", "Ismail Ghaani", 0.9, 3, ("General [Ismaeel Ghaany] said",))
QAANY = Find("Esmail Qaany", "en-Latn", "esmail-qaani", "Esmail Qaani", 0.9, 2)
KASSEM = Find("Naim Kassem", "en-Latn", "naim-qassem", "Naim Qassem", 0.9, 1)


@pytest.fixture
def folder(tmp_path):
    sound(tmp_path)
    write_queue(tmp_path, [GHANI, QAANY, KASSEM])
    return tmp_path


def decided(folder, *answers):
    """Review with these answers; return what was asked."""
    answers, told = iter(answers), []

    def accept(find):
        apply(folder, add_name(Folder(folder), find.id, Alias(find.form, find.lang, "spelling", "mined")), frozenset())

    review(read_queue(folder), lambda _: next(answers), told.append, accept, lambda queue: write_queue(folder, queue))
    return "\n".join(told)


def decisions(folder):
    return {find.form: find.decision for find in read_queue(folder)}


def names(folder):
    return {alias.form for alias in Gazetteer.load(folder, shipped=False).entity("esmail-qaani").names}


def test_the_queue_is_read_as_it_was_written(folder):
    assert {*read_queue(folder)} == {GHANI, QAANY, KASSEM}


def test_accept_reject_exclude_and_never_again(folder):
    decided(folder, "e 2", "a", "r")
    assert decisions(folder) == {"Ismaeel Ghaany": "accepted", "Esmail Qaany": "rejected", "Naim Kassem": "rejected"}
    assert "Ismaeel Ghaany" in names(folder)
    assert "Esmail Qaany" not in names(folder)
    assert decided(folder) == ""
    write_queue(folder, joined(read_queue(folder), [GHANI, QAANY, KASSEM]))
    assert decided(folder) == ""


def test_skipped_ones_are_asked_again(folder):
    assert "Naim Kassem" in decided(folder, "s", "s")
    assert "Naim Kassem" in decided(folder, "s", "what?", "e 9", "q")
    assert {*decisions(folder).values()} == {""}


def test_what_was_decided_before_quitting_is_kept(folder):
    decided(folder, "e 1", "q")
    assert decisions(folder)["Ismaeel Ghaany"] == "rejected"


def test_a_name_that_would_be_a_fault_stays_undecided(folder):
    write_queue(folder, [Find("Naim Qassem", "en-Latn", "esmail-qaani", "Esmail Qaani", 0.6, 1)])
    assert "not accepted: " in decided(folder, "a")
    assert decisions(folder) == {"Naim Qassem": ""}


def test_a_faulty_queue_is_refused_with_its_line(folder):
    path = folder / "queue.tsv"
    path.write_text(path.read_text(encoding="utf-8") + "Qani\ten-Latn\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"queue.tsv:5:1: no line of a review queue"):
        read_queue(folder)


def mined(folder, text, named=()):
    gazetteer = Gazetteer.load(folder, shipped=False)
    miner = Miner(gazetteer.search)
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    entities = tuple(gazetteer.entity(id_) for id_ in named)
    miner.show(Seen(plain, (Span(start, text.index("]") - 1),), entities))
    return [(find.form, find.id) for find in miner.finds()]


def test_a_near_miss_is_found_with_its_context(tmp_path):
    assert mined(sound(tmp_path), "General [Esmaeil Qaani] spoke.") == [("Esmaeil Qaani", "esmail-qaani")]


def test_another_name_is_not(tmp_path):
    assert mined(sound(tmp_path), "President [Ashraf Ghani] spoke.") == []


def test_a_word_alone_counts_only_beside_its_owner(tmp_path):
    sound(tmp_path)
    assert mined(tmp_path, "Then [Qaany] spoke.") == []
    assert mined(tmp_path, "Then [Qaany] spoke.", ["esmail-qaani"]) == [("Qaany", "esmail-qaani")]
