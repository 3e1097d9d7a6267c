"""From pieces in any order to one sorted folder that loads."""

import pytest

from normalize.gazetteer import store
from normalize.gazetteer.importers import Seen, write, writing
from normalize.model import Alias, Entity, InputError


def piece(id_, form, lang="en-Latn", kind="main", type_="city", entity_kind="place"):
    return Entity(id_, entity_kind, (Alias(form, lang, kind, "s"),), (), type_, (), "", "")


def test_pieces_are_joined_and_sorted(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "RUN", 2)
    pieces = [
        piece("b", "Beirut"),
        piece("a", "Aleppo"),
        piece("b", "Beyrouth", "fr-Latn", type_=""),
        piece("b", "Bayrut", type_=""),
        piece("b", "Beirut", kind="former", type_=""),
        piece("c", "Cairo", type_=""),
        piece("c", "Kairo", "de-Latn", type_=""),
        piece("p", "Nabih Berri", entity_kind="person", type_="person"),
    ]
    counts = write(pieces, tmp_path / "out")
    assert (counts.entities, counts.names, counts.orphans) == (3, 5, 2)
    source = store.load(tmp_path / "out")
    beirut = next(entity for entity in source.entities if entity.id == "b")
    assert [(a.form, a.kind) for a in beirut.names] == [
        ("Beirut", "main"),
        ("Beyrouth", "main"),
        ("Bayrut", "alternative"),
    ]
    lines = (tmp_path / "out" / "places.names.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert lines == sorted(lines)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "people.entities.tsv", "people.names.tsv", "places.entities.tsv", "places.names.tsv",
    ]  # fmt: skip


def test_a_folder_with_source_files_is_left_alone(tmp_path):
    write([piece("a", "Aleppo")], tmp_path)
    with pytest.raises(InputError, match="holds source files already"):
        write([piece("b", "Beirut")], tmp_path)


def test_a_fault_on_the_way_leaves_nothing(tmp_path):
    def pieces():
        yield piece("a", "Aleppo")
        raise InputError("the archive is damaged")

    with pytest.raises(InputError):
        write(pieces(), tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_seen_forgets_nothing():
    seen = Seen()
    for number in range(0, 20_000, 2):
        seen.add(f"geonames-{number}")
    assert all(f"geonames-{number}" in seen for number in range(0, 20_000, 2))
    assert sum(f"geonames-{number}" in seen for number in range(1, 20_000, 2)) < 20


def test_of_an_entity_in_endless_pieces_few_are_held(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "MOST_NAMES", 5)
    held = []
    monkeypatch.setattr(writing, "_add", lambda *said: held.append(said[1]))
    names = [Entity("q1", "", (Alias(f"n{number}", "en-Latn", "alternative", "x"),)) for number in range(50)]
    told = Entity("q1", "person", (Alias("last", "en-Latn", "main", "x"),), countries=("IQ",))
    writing.write([*names, told, told], tmp_path / "out")
    assert held == [[*names[:5], told]]


def test_long_pieces_are_sorted_few_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(writing, "RUN_CHARACTERS", 100)
    runs = []
    spill = writing._spill
    monkeypatch.setattr(writing, "_spill", lambda held, path: runs.append(len(held)) or spill(held, path))
    pieces = [Entity(f"q{n}", "person", (Alias("n" * 80, "en-Latn", "main", "x"),)) for n in range(3)]
    assert writing.write(pieces, tmp_path / "out").entities == 3
    assert runs == [1, 1, 1, 0]
