"""A gazetteer made of names in memory: where its compiled form lies, and how long."""

import gc
import pickle
import subprocess
import sys

from normalize.gazetteer import Gazetteer

NAMES = [("qaani", "Esmail Qaani"), ("qaani", "Ismail Ghaani"), ("kyiv", "Kyiw")]
OPENS = "import pickle, sys; g = pickle.loads(bytes.fromhex(sys.argv[1])); print(len(g.named('ismail ghaani')))"


def folder_of(gazetteer):
    return gazetteer.layers[0].folder


def test_the_folder_goes_with_the_object():
    gazetteer = Gazetteer.from_names(NAMES)
    folder = folder_of(gazetteer)
    assert folder.is_dir()
    del gazetteer
    gc.collect()
    assert not folder.parent.exists()


def test_a_layer_keeps_its_folder_whoever_holds_it():
    both = Gazetteer.from_names(NAMES).before(Gazetteer.from_names([("kyiv", "Kyiv"), ("lviv", "Lviv")]))
    gc.collect()
    assert [alias.form for alias in both.entity("kyiv").names] == ["Kyiw", "Kyiv"]
    assert both.named("lviv")
    assert len(both) == 4


def test_what_was_pickled_can_be_opened_when_the_object_is_gone():
    pickled = pickle.dumps(Gazetteer.from_names(NAMES))
    gc.collect()
    assert len(pickled) < 1000
    assert pickle.loads(pickled).named("ismail ghaani")
    done = subprocess.run([sys.executable, "-c", OPENS, pickled.hex()], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
    assert pickle.loads(pickled).named("ismail ghaani"), "another process may not remove it"


def test_nothing_is_left_at_the_end_of_the_process():
    code = (
        "import pickle; from normalize.gazetteer import Gazetteer\n"
        "made = [Gazetteer.from_names([('a', 'Ab Cd')]) for _ in range(2)]; pickle.dumps(made[0])\n"
        "print(*(g.layers[0].folder.parent for g in made), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    folders = done.stdout.split()
    assert len(folders) == 2
    left = subprocess.run(["ls", "-d", *folders], capture_output=True, text=True, check=False)
    assert left.stdout == ""
