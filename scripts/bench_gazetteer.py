"""Measure the gazetteer: build, open, look-up, memory, size; each figure beside what it is to be, as a ratio.

    python scripts/bench_gazetteer.py [NAMES]

NAMES (1,000,000) are made of syllables, the same each time. A ratio above 1 misses its aim; the exit code says so.
Times are those of the processor, so that they can be compared between a busy machine and an idle one.
"""

from __future__ import annotations

import json
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from normalize.gazetteer import Gazetteer, compiled
from normalize.gazetteer.importers import Options, entities
from normalize.gazetteer.record import Source
from normalize.model import Alias, Entity
from normalize.text import fold

_OPEN = """
import re, sys, time
from pathlib import Path
from normalize.gazetteer.compiled import Compiled
def resident():
    return int(re.search(r"VmRSS:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
Compiled(Path(sys.argv[1]))  # checked and in the page cache
best = min((lambda t: (Compiled(Path(sys.argv[1])), time.perf_counter() - t)[1])(time.perf_counter()) for _ in range(5))
print(best * 1000, resident())
"""
_CONSONANTS = [*"bdfghjklmnqrstwyz", "sh", "kh", "gh"]
_VOWELS = [*"aiueo", "aa", "ee"]
missed: list[str] = []


def show(what: str, value: float, aim: float, unit: str) -> None:
    """Print a figure beside its aim."""
    if value > aim:
        missed.append(what)
    print(f"{what:<44} {value:10.2f} {unit:<9} aim {aim:8.2f}   ratio {value / aim:5.2f}")


def opened(folder: Path) -> tuple[float, float]:
    """Return milliseconds and megabytes of a fresh process that opens `folder`."""
    command = [sys.executable, "-c", _OPEN, str(folder)]
    path = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=path)
    milliseconds, megabytes = map(float, done.stdout.split())
    return milliseconds, megabytes


def shipped() -> None:
    """Measure the gazetteer that comes with the package."""
    with tempfile.TemporaryDirectory() as cache:
        os.environ["NORMALIZE_CACHE"] = cache
        start = time.process_time()
        gazetteer = Gazetteer.load()
        show(f"shipped ({len(gazetteer)} entities): first build", time.process_time() - start, 8, "s")
        milliseconds, megabytes = opened(gazetteer.layers[0].folder)
        show("shipped: open", milliseconds, 10, "ms")
        show("shipped: resident, with the interpreter", megabytes, 40, "MB")


def word(random_: random.Random) -> str:
    """Return a word of two to four syllables."""
    return "".join(random_.choice(_CONSONANTS) + random_.choice(_VOWELS) for _ in range(random_.randint(2, 4))).title()


def made(names: int) -> list[Entity]:
    """Return people with one to four spellings each, `names` in all, of 8,000 given and 80,000 family names."""
    random_ = random.Random(20)
    given, family = [word(random_) for _ in range(8_000)], [word(random_) for _ in range(80_000)]
    people: list[Entity] = []
    count = 0
    while count < names:
        many = min(random_.randint(1, 4), names - count)
        forms = {f"{random_.choice(given)} {random_.choice(family)}" for _ in range(many)}
        kinds = ["main"] + ["transliteration"] * many
        aliases = [Alias(form, "en-Latn", kind, "made") for form, kind in zip(sorted(forms), kinds, strict=False)]
        people.append(Entity(f"person-{len(people):07d}", "person", tuple(aliases), (), "person", ("IQ",)))
        count += len(aliases)
    return people


def line(entity: Entity) -> bytes:
    """Return the entity as a line of JSON that names every field."""
    names = [alias._asdict() for alias in entity.names]
    return json.dumps({**asdict(entity), "names": names}, ensure_ascii=False).encode() + b"\n"


def synthetic(names: int) -> None:
    """Measure a gazetteer of made names."""
    people = made(names)
    lines = sum(len(line(entity)) for entity in people)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "made"
        start = time.process_time()
        compiled.build(Source(tuple(people)), target)
        show(f"{names} names: build", time.process_time() - start, 120 * names / 1e6, "s")
        sizes = {path: path.stat().st_size for path in target.rglob("*") if path.is_file()}
        exact = sum(size for path, size in sizes.items() if path.parent == target)
        show("file, of the JSON lines: exact look-up", exact / lines, 0.35, "")
        show("file, of the JSON lines: with the search index", sum(sizes.values()) / lines, 0.35, "")
        milliseconds, _ = opened(target)
        show("open", milliseconds, 10, "ms")
        gazetteer = Gazetteer([compiled.Compiled(target)])
        asked = [fold(random.Random(n).choice(people).names[0].form) for n in range(20_000)]
        start = time.process_time()
        for name in asked:
            gazetteer.layers[0].form(name)
        show("look-up: is it a name", (time.process_time() - start) / len(asked) * 1e6, 25, "us")
        start = time.process_time()
        found = sum(bool(gazetteer.named(name)) for name in asked)
        show("look-up: whose name, cold", (time.process_time() - start) / len(asked) * 1e6, 25, "us")
        assert found == len(asked)


def importing(rows: int = 200_000) -> None:
    """Read GeoNames rows: 19 columns, seven other names each."""
    others = "Bagdad,Bagdat,Baghdād,Bağdat,Багдад,بغداد,巴格达"
    row = "\t".join(["98182", "Baghdad", "Baghdad", others, "33.3", "44.4", "P", "PPLC", "IQ", *[""] * 5, "7216000",
                     "", "41", "Asia/Baghdad", "2024-01-01"]) + "\n"  # fmt: skip
    few = "\t".join(["98182", "Baghdad", "Baghdad", "", *row.split("\t")[4:]])
    for text, what in ((few, "no other names"), (row, "seven other names")):
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.writelines(text for _ in range(rows))
            file.flush()
            start, before = time.process_time(), _peak()
            count = sum(1 for _ in entities(file.name, "geonames", Options(), print))
            show(f"GeoNames, {what}: 50,000 rows", (time.process_time() - start) * 50_000 / count, 1, "s")
            show("  memory grown while reading", max(0.01, _peak() - before), 10, "MB")


def _peak() -> float:
    found = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    importing()
    shipped()
    synthetic(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
    sys.exit(bool(missed))
