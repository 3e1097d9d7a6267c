import pytest
from gazetteer_folder import add_rows, sound

from normalize.gazetteer import Gazetteer
from normalize.gazetteer.lint import errors, lint
from normalize.gazetteer.upkeep.change import apply
from normalize.gazetteer.upkeep.edit import Folder, add_entity, add_name, judge, merge, split, undo
from normalize.model import Alias, Entity, GazetteerError


def do(folder, operation, *arguments, **named):
    apply(folder, operation(Folder(folder), *arguments, **named), frozenset())
    assert not errors(lint(folder, frozenset()))


def files(folder):
    """Every source file without those that hold a header only."""
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.tsv"))}
    return {name: text for name, text in texts.items() if text.count("\n") > 1}


@pytest.fixture
def folder(tmp_path):
    sound(tmp_path)
    qani = Entity(
        "ismail-qani", "person", type="person", countries=("IR",), gender="m", about="commander",
        names=(Alias("Ismail Qani", "en-Latn", "main", "curated"), Alias("Qani", "en-Latn", "short", "curated")),
    )  # fmt: skip
    do(tmp_path, add_entity, qani, "curated")
    return tmp_path


def test_add_then_find(folder):
    do(folder, add_name, "esmail-qaani", Alias("Esmaeil Ghaani", "en-Latn", "transliteration", "curated"))
    gazetteer = Gazetteer.load(folder, shipped=False)
    assert [entity.id for entity, _ in gazetteer.named("esmaeil ghaani")] == ["esmail-qaani"]


def test_a_merge_moves_the_names_and_leads_the_id_on(folder):
    do(folder, merge, "ismail-qani", "esmail-qaani", "one man")
    entity = Gazetteer.load(folder, shipped=False).entity("ismail-qani")
    assert entity.id == "esmail-qaani"
    assert {alias.form: alias.kind for alias in entity.names}["Ismail Qani"] == "alternative"
    assert entity.canonical("en") == "Esmail Qaani"


def test_a_merge_leads_earlier_redirects_on(folder):
    add_rows(folder, "redirects.tsv", "qani\tismail-qani\tone man\tcurated")
    do(folder, merge, "ismail-qani", "esmail-qaani", "one man")
    assert Gazetteer.load(folder, shipped=False).entity("qani").id == "esmail-qaani"


def test_a_merge_against_a_judgement_is_refused(folder):
    do(folder, judge, "ismail-qani", "esmail-qaani", "different", "two men")
    before = files(folder)
    with pytest.raises(GazetteerError, match="judged different: two men"):
        do(folder, merge, "ismail-qani", "esmail-qaani", "one man")
    assert files(folder) == before


def test_a_split_gives_names_to_a_new_entity(folder):
    do(folder, split, "esmail-qaani", "ismail-ghaani", ["Ismail Ghaani"])
    gazetteer = Gazetteer.load(folder, shipped=False)
    assert gazetteer.entity("ismail-ghaani").canonical("en") == "Ismail Ghaani"
    assert [alias.form for alias in gazetteer.entity("esmail-qaani").names if alias.kind == "transliteration"] == []
    with pytest.raises(GazetteerError, match="judged different"):
        do(folder, merge, "ismail-ghaani", "esmail-qaani", "one man")


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        (merge, ("ismail-qani", "esmail-qaani", "one man")),
        (add_name, ("esmail-qaani", Alias("Esmaeil Ghaani", "en-Latn", "transliteration", "curated"))),
        (judge, ("ismail-qani", "esmail-qaani", "unsure", "")),
    ],
)
def test_undo_restores_every_byte(folder, operation, arguments):
    before = files(folder)
    do(folder, operation, *arguments)
    assert files(folder) != before
    do(folder, undo)
    assert files(folder) == before


def test_undone_operations_are_undone_one_after_the_other(folder):
    start = files(folder)
    do(folder, merge, "ismail-qani", "esmail-qaani", "one man")
    do(folder, judge, "kyiv", "naim-qassem", "different", "a town")
    do(folder, undo)
    do(folder, undo)
    assert files(folder) == start
    do(folder, undo)  # the entity the fixture added
    assert "ismail-qani" not in "".join(files(folder).values())
    with pytest.raises(GazetteerError, match="nothing to undo"):
        do(folder, undo)


def test_an_id_is_never_used_twice(folder):
    do(folder, split, "esmail-qaani", "ismail-ghaani", ["Ismail Ghaani"])
    do(folder, undo)
    assert Gazetteer.load(folder, shipped=False).entity("ismail-ghaani").id == "esmail-qaani"
    do(folder, merge, "ismail-qani", "esmail-qaani", "one man")
    for id_ in ("ismail-ghaani", "ismail-qani", "kyiv"):
        with pytest.raises(GazetteerError, match="never used twice"):
            do(folder, add_entity, Entity(id_, "person", (Alias("Qani", "en-Latn", "main", "curated"),)), "curated")


def test_an_id_whose_addition_was_undone_is_not_used_again(folder):
    do(folder, undo)
    with pytest.raises(GazetteerError, match="never used twice"):
        do(
            folder,
            add_entity,
            Entity("ismail-qani", "person", (Alias("Qani", "en-Latn", "main", "curated"),)),
            "curated",
        )


def test_an_operation_that_makes_an_error_writes_nothing(folder):
    before = files(folder)
    for form in ("Q\u0430ani", "Naim Qassem", "Qa\u202eni", "a\tb"):
        with pytest.raises(GazetteerError):
            do(folder, add_name, "esmail-qaani", Alias(form, "en-Latn", "spelling", "curated"))
    assert files(folder) == before


def test_errors_that_are_there_do_not_stand_in_the_way(folder):
    add_rows(folder, "people.names.tsv", "esmail-qaani\ten-Latn\tspelling\tQ\u0430ani\t\t\tcurated")
    change = add_name(Folder(folder), "esmail-qaani", Alias("Esmaeil Ghaani", "en-Latn", "spelling", "curated"))
    apply(folder, change, frozenset())
    assert "Esmaeil Ghaani" in files(folder)["people.names.tsv"]


def alias(form, lang="en-Latn"):
    return Alias(form, lang, "spelling", "curated")


@pytest.mark.parametrize(
    ("operation", "arguments", "said"),
    [
        (add_entity, (Entity("new", "person"), "curated"), "needs a name"),
        (add_entity, (Entity("new", "animal", (alias("Qani"),)), "curated"), "unknown kind 'animal'"),
        (add_name, ("nobody", alias("Qani")), "there is no entity 'nobody'"),
        (add_name, ("esmail-qaani", alias("Qaani")), "is a name of 'esmail-qaani' already"),
        (merge, ("nobody", "esmail-qaani", ""), "there is no entity 'nobody'"),
        (merge, ("esmail-qaani", "esmail-qaani", ""), "are one already"),
        (merge, ("kyiv", "esmail-qaani", ""), "'kyiv' is a place, 'esmail-qaani' a person"),
        (split, ("esmail-qaani", "new", ["Solimani"]), "has no name 'Solimani'"),
        (split, ("ismail-qani", "new", ["Ismail Qani", "Qani"]), "a split leaves each side a name"),
    ],
)
def test_an_operation_that_makes_no_sense_says_why(folder, operation, arguments, said):
    before = files(folder)
    with pytest.raises(GazetteerError, match=said):
        do(folder, operation, *arguments)
    assert files(folder) == before


def test_a_name_for_an_entity_of_another_gazetteer(folder):
    change = add_name(Folder(folder), "ali-khamenei", alias("Ali Khamnei"), kind="person")
    apply(folder, change, frozenset(["ali-khamenei"]))
    assert "ali-khamenei\ten-Latn\tspelling\tAli Khamnei" in files(folder)["people.names.tsv"]


def test_a_row_that_is_not_there_any_more_is_not_taken_out(folder):
    change = merge(Folder(folder), "ismail-qani", "esmail-qaani", "one man")
    do(folder, add_name, "ismail-qani", alias("Ismail Quani"))
    apply(folder, add_name(Folder(folder), "kyiv", alias("Kiyev")), frozenset())
    do(folder, merge, "ismail-qani", "esmail-qaani", "one man")
    with pytest.raises(GazetteerError, match="this row is not there any more"):
        apply(folder, change, frozenset())


def test_a_damaged_journal_is_named_with_its_line(folder):
    journal = folder / "journal.jsonl"
    journal.write_text(journal.read_text(encoding="utf-8") + "{}\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"journal.jsonl:2:1: no line of a journal"):
        do(folder, undo)


def test_a_folder_that_cannot_be_written_keeps_its_files(folder, monkeypatch):
    before = files(folder)

    def full(_):
        raise OSError(28, "No space left on device", str(folder))

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(GazetteerError, match="not written: No space left on device"):
        do(folder, add_name, "esmail-qaani", alias("Esmaeil Ghaani"))
    assert files(folder) == before
    assert not [path.name for path in folder.iterdir() if path.name.startswith(".")]
