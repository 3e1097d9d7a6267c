"""The compiled form gives back what went in, opens without reading the sources, and notices when they change."""

import os
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.gazetteer import Gazetteer, blocks, compiled, store
from normalize.gazetteer.compiled import Compiled
from normalize.gazetteer.record import Source
from normalize.model import Alias, Entity, GazetteerError

TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\t\n"), min_size=1, max_size=8)
ALIAS = st.builds(Alias, TEXT, st.just("und-Latn"), st.just("main"), TEXT, st.sampled_from(["", "2001"]), st.just(""))
ENTITY = st.builds(
    Entity,
    TEXT,
    st.just("person"),
    st.lists(ALIAS, min_size=1, max_size=3).map(tuple),
    st.sampled_from([(), (("wikidata", "x"), ("isni", "y"))]),
    st.just("person"),
    st.sampled_from([(), ("IQ", "IR")]),
    st.sampled_from(["", "m"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=5),
)


@given(st.lists(ENTITY, max_size=40, unique_by=lambda entity: entity.id))
def test_records_come_back_whole(tmp_path_factory, entities):
    path = tmp_path_factory.mktemp("blocks") / "entities.bin"
    blocks.write(path, entities)
    records = blocks.Records(path, len(entities))
    assert [records[number] for number in range(len(entities))] == entities


def test_by_id_and_in_order(tmp_path):
    names = (Alias("X", "en-Latn", "main", "s"),)
    people = [Entity(f"p{n * 7919 % 1000:03}", "person", names) for n in range(1000)]
    compiled.build(Source(tuple(people), redirects=(("old", "p007"),)), tmp_path / "x")
    opened = pickle.loads(pickle.dumps(Compiled(tmp_path / "x")))
    assert [entity.id for entity in opened.entities()] == [f"p{n:03}" for n in range(1000)]
    assert opened.by_id("old") == opened.by_id("p007")
    assert opened.by_id("nobody") is None
    assert not opened.borne("x")


@pytest.mark.parametrize("part", ["entities.bin", "ids.marisa", "background.marisa"])
def test_a_damaged_part_is_refused(tmp_path, part):
    compiled.build(Source((Entity("p", "person", (Alias("X", "en-Latn", "main", "s"),)),)), tmp_path / "x")
    data = (tmp_path / "x" / part).read_bytes()
    (tmp_path / "x" / part).write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    with pytest.raises(GazetteerError, match="damaged"):
        Compiled(tmp_path / "x")


def write(folder, name):
    (folder / "people.entities.tsv").write_text(
        "id\ttype\tcountries\tgender\tids\tabout\tsource\np\tperson\t\t\t\t\ts\n", encoding="utf-8"
    )
    (folder / "people.names.tsv").write_text(
        f"id\tlang\tkind\tname\tsince\tuntil\tsource\np\ten-Latn\tmain\t{name}\t\t\ts\n", encoding="utf-8"
    )


def test_unchanged_sources_are_not_read_again_changed_ones_are(tmp_path, monkeypatch):
    write(tmp_path, "Qaani")
    Gazetteer.load(tmp_path, shipped=False)
    with monkeypatch.context() as patch:
        patch.setattr(store, "content_hash", lambda _: pytest.fail("read again"))
        assert Gazetteer.load(tmp_path, shipped=False).named("qaani")
    write(tmp_path, "Ghani")  # as long as before
    stat = (tmp_path / "people.entities.tsv").stat()
    os.utime(tmp_path / "people.names.tsv", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert Gazetteer.load(tmp_path, shipped=False).named("ghani")


@pytest.mark.parametrize("whole", [True, False])
def test_a_folder_another_process_put_there_first_is_taken(tmp_path, monkeypatch, whole):
    answers = iter([False])
    monkeypatch.setattr(compiled, "_whole", lambda _folder: next(answers, whole))

    def busy(*_args):
        raise OSError(39, "Directory not empty")

    monkeypatch.setattr(Path, "rename", busy)
    if whole:
        compiled.build(Source(), tmp_path / "target")
    else:
        with pytest.raises(OSError, match="not empty"):
            compiled.build(Source(), tmp_path / "target")
    assert not [*tmp_path.iterdir()], "no scratch folder stays"


def test_a_stamp_that_cannot_be_renewed_is_no_fault(tmp_path, monkeypatch):
    compiled.build(Source(), tmp_path / "target")
    monkeypatch.setattr(Path, "replace", lambda *_: (_ for _ in ()).throw(OSError(30, "Read-only file system")))
    compiled.Compiled(tmp_path / "target")
    assert not [*(tmp_path / "target").glob(".stamp*")]
