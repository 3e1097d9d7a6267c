"""All generated files, from the pinned packages and the hand-written files beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from normalize.gazetteer.generate import people, places, territories
from normalize.gazetteer.generate.curated import Curated
from normalize.gazetteer.generate.output import write_entities, write_rows
from normalize.gazetteer.generate.packages import PINNED
from normalize.gazetteer.record import BACKGROUND_COLUMNS, SOURCE_COLUMNS

SUBFOLDER = "generated"


def generate(curated_folder: Path, out: Path, say: Callable[[str], None] = print) -> dict[str, int]:
    """Write the generated files to `out`/generated and the sources they owe; return the rows of each file.

    Raises ConfigError when a package is missing or of another version than pinned.
    """
    curated = Curated.load(curated_folder)
    folder, counts = out / SUBFOLDER, {}

    def note(name: str, rows: int) -> None:
        counts[name] = rows
        say(f"{name}: {rows} rows")

    for name, kind, entities, source in (
        ("territories", "place", territories.territories(curated), territories.SOURCE),
        ("languages", "term", territories.languages(curated), territories.SOURCE),
        ("cities", "place", places.cities(curated, people.bearers()), places.SOURCE),
    ):
        facts, names = write_entities(folder / name, kind, entities, source)
        note(f"{name}/entities", facts)
        note(f"{name}/names", names)
    rows = {row[0]: row for row in (*people.full_names(curated), *people.surnames())}
    note("people/background", write_rows(folder / "people" / "background.tsv.gz", BACKGROUND_COLUMNS, rows.values()))
    sources = [("curated", "Facts written by the editors of this project", "MIT", "")]
    sources += [(package.key, package.title, package.licence, package.url) for package in PINNED]
    note("sources", write_rows(out / "sources.tsv", SOURCE_COLUMNS, sources))
    return counts
