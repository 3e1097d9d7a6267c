"""Give one of the doors of the package coverage-guided nonsense: nothing but its own errors may come out.

    pip install atheris
    python scripts/fuzz.py TARGET [-max_total_time=600] [CORPUS]

Targets: text (the laws of cleaning), rules, gazetteer, importers, batch. What follows the target goes to libFuzzer.
A fault found is mended and kept as a case in the tests.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import tempfile
from collections import deque
from collections.abc import Callable
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
with atheris.instrument_imports(include=["normalize"]):
    from normalize import Cleaner, Gazetteer
    from normalize.batch.record import Columns
    from normalize.batch.sources import sources
    from normalize.checks.rulefile import load_rules
    from normalize.gazetteer import importers, store
    from normalize.gazetteer.table import COLUMNS
    from normalize.model import NormalizeError

FOLDER = Path(tempfile.mkdtemp(prefix="fuzz-"))
CLEANER = Cleaner(Gazetteer.from_names([("qaani", "Esmail Qaani"), ("qaani", "Ismail Qaani"), ("kyiv", "Kyiv")]))


def text(data: bytes) -> None:
    """Clean it: the edits undo themselves, and a second time changes nothing."""
    given = data.decode("utf-16-le" if data[:1] == b"\xff" else "utf-8", "replace")
    result = CLEANER.clean(given)
    assert result.edits.invert().apply(result.text) == given
    assert CLEANER.clean(result.text).text == result.text


def rules(data: bytes) -> None:
    """Read it as a file of rules."""
    path = FOLDER / "rules.toml"
    path.write_bytes(data)
    load_rules(path)


def gazetteer(data: bytes) -> None:
    """Read it as the tables of a gazetteer, its two halves as entities and names."""
    half = data.find(b"\0")
    for role, part in (("entities", data[:half]), ("names", data[half + 1 :])):
        (FOLDER / "tables").mkdir(exist_ok=True)
        header = "\t".join(COLUMNS[role]).encode()
        (FOLDER / "tables" / f"people.{role}.tsv").write_bytes(header + b"\n" + part)
    store.load(FOLDER / "tables")


def formats(data: bytes) -> None:
    """Import it, in the format its first byte chooses."""
    names = sorted(importers.FORMATS)
    path = FOLDER / "import"
    path.write_bytes(data[1:])
    chosen = names[data[0] % len(names)] if data else names[0]
    deque(importers.entities(str(path), chosen, importers.Options(), lambda _: None), maxlen=0)


def batch(data: bytes) -> None:
    """Read it as each kind of table a batch takes."""
    for suffix in (".jsonl", ".csv", ".tsv", ".txt"):
        path = FOLDER / f"input{suffix}"
        path.write_bytes(data)
        for source in sources([path], Columns()):
            deque(source.read(0, 0), maxlen=0)


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": text,
    "rules": rules,
    "gazetteer": gazetteer,
    "importers": formats,
    "batch": batch,
}


def main() -> None:
    """Fuzz the target named first."""
    target = TARGETS[sys.argv.pop(1)]

    def one(data: bytes) -> None:
        with contextlib.suppress(NormalizeError):
            target(data)

    atheris.Setup(sys.argv, one)
    try:
        atheris.Fuzz()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)


if __name__ == "__main__":
    main()
