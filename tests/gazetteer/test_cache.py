import gc
import subprocess
import sys

import pytest
from gazetteer_folder import add_rows, sound

from normalize.gazetteer import Gazetteer, cache, compiled
from normalize.model import GazetteerError

PARTS = ("forms.marisa", "postings.bin", "entities.bin", "extra.json", "stamp.json")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("NORMALIZE_CACHE", str(tmp_path / "cache"))
    return sound(tmp_path / "gazetteer")


def opened(folder):
    said = []
    gazetteer = Gazetteer.load(folder, shipped=False, say=said.append)
    assert [entity.id for entity, _ in gazetteer.named("ismail ghaani")] == ["esmail-qaani"]
    return gazetteer, bool(said)


def test_built_once(folder):
    assert [opened(folder)[1] for _ in range(3)] == [True, False, False]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("seen", [False, True], ids=["new", "opened before"])
def test_a_damaged_copy_is_refused_and_built_again(folder, part, seen):
    gazetteer, _ = opened(folder)
    if seen:
        opened(folder)
    path = gazetteer.layers[0].folder / part
    data = path.read_bytes()
    for damaged in (data[: len(data) // 2], data[:10] + bytes([data[10] ^ 1]) + data[11:], b""):
        path.write_bytes(damaged)
        if part != "stamp.json":
            with pytest.raises(GazetteerError, match="damaged"):
                compiled.Compiled(path.parent)
        assert opened(folder)[1]
        assert path.read_bytes() == data or part == "stamp.json"
    path.unlink()
    assert opened(folder)[1]
    assert not [stray for stray in (folder.parent / "cache").iterdir() if stray.name.startswith(".")]


def test_a_changed_source_is_compiled_anew(folder):
    opened(folder)
    add_rows(folder, "people.names.tsv", "esmail-qaani\ten-Latn\ttransliteration\tEsmaeil Qani\t\t\tcurated")
    gazetteer, built = opened(folder)
    assert built
    assert gazetteer.named("esmaeil qani")


def test_a_source_that_became_defective_is_refused(folder):
    opened(folder)
    add_rows(folder, "people.names.tsv", "esmail-qaani\ten-Latn\tmain\tEsmaeil Qani\t\t\tcurated")
    with pytest.raises(GazetteerError, match="second main name"):
        opened(folder)


def test_decisions_in_progress_are_no_source(folder):
    opened(folder)
    for name in ("queue.tsv", "journal.jsonl"):
        (folder / name).write_text("anything\n", encoding="utf-8")
    assert not opened(folder)[1]


@pytest.mark.parametrize("damaged", [False, True])
def test_processes_that_build_at_once_all_open_one_whole_copy(folder, damaged):
    rows = [f"esmail-qaani\ten-Latn\tweak\tQani {number:04}\t\t\tcurated" for number in range(2000)]
    add_rows(folder, "people.names.tsv", *rows)
    if damaged:
        gazetteer, _ = opened(folder)
        (gazetteer.layers[0].folder / "entities.bin").write_bytes(b"")
    code = (
        "import sys; from normalize.gazetteer import Gazetteer\n"
        "g = Gazetteer.load(sys.argv[1], shipped=False)\n"
        "print(len(g), [e.id for e, _ in g.named('ismail ghaani')])"
    )
    running = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    results = [process.communicate(timeout=60) for process in running]
    assert results == [("4 ['esmail-qaani']\n", "")] * 4
    assert not opened(folder)[1]
    assert len([copy for copy in (folder.parent / "cache").iterdir() if copy.name != "seen"]) == 1


def test_a_users_folder_may_hold_names_alone(tmp_path, folder):
    own = tmp_path / "own"
    own.mkdir()
    add_rows(own, "people.names.tsv", "esmail-qaani\ten-Latn\tspelling\tKaani the Elder\t\t\town")
    gazetteer = Gazetteer.load(own, folder, shipped=False)
    ((entity, _),) = gazetteer.named("kaani the elder")
    assert entity.kind == "person"


def test_a_cache_that_cannot_be_written_gives_a_copy_for_this_process(folder, monkeypatch):
    monkeypatch.setenv("NORMALIZE_CACHE", "/proc/nowhere")
    gazetteer, built = opened(folder)
    scratch = gazetteer.layers[0].folder
    assert built
    assert scratch.is_dir()
    del gazetteer
    gc.collect()
    assert not scratch.exists(), "nothing stays behind"


@pytest.mark.parametrize("times", [1, cache.ATTEMPTS, cache.ATTEMPTS + 1])
def test_a_copy_that_another_process_put_aside_is_built_again(folder, monkeypatch, times):
    calls = []

    def sometimes(target):
        calls.append(target)
        if len(calls) <= times + 1:  # the first look finds nothing there yet
            raise GazetteerError("damaged", path=str(target))
        return compiled.Compiled(target)

    monkeypatch.setattr(cache, "Compiled", sometimes)
    if times > cache.ATTEMPTS:
        with pytest.raises(GazetteerError, match="damaged"):
            opened(folder)
    else:
        assert opened(folder)[1]


def test_a_checkout_that_is_not_installed_finds_its_own_folder(monkeypatch):
    def absent(_name):
        raise ModuleNotFoundError

    monkeypatch.setattr(cache.resources, "files", absent)
    assert (cache.shipped_folder() / "people.names.tsv").is_file() or "site-packages" in cache.__file__


def test_a_copy_of_an_older_format_is_refused_by_name(folder):
    gazetteer, _ = opened(folder)
    stamp = gazetteer.layers[0].folder / "stamp.json"
    stamp.write_text(stamp.read_text().replace(f'"format": {compiled.FORMAT}', '"format": 1'), encoding="utf-8")
    with pytest.raises(GazetteerError, match="compiled in format 1"):
        compiled.Compiled(stamp.parent)
