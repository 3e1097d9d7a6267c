"""Generated rows to files: sorted, the same bytes on every machine."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from normalize.gazetteer.record import ENTITY_COLUMNS, FILES, NAME_COLUMNS
from normalize.gazetteer.table import packed
from normalize.model import Entity


def write_rows(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> int:
    """Write a table and return how many rows it has; a name that ends in .gz is packed, without time or name in it."""
    lines = ["\t".join(row) + "\n" for row in sorted(set(rows))]
    content = ("\t".join(columns) + "\n" + "".join(lines)).encode()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed(path, content))
    return len(lines)


def write_entities(folder: Path, kind: str, entities: Iterable[Entity], source: str) -> tuple[int, int]:
    """Write the two files of one kind and return their numbers of rows.

    An entity without a kind is one of the hand-written files': only its further names are written.
    """
    stem = next(stem for stem, held in FILES.items() if held == kind)
    items = [entity for entity in entities if entity.names]
    facts = (
        (e.id, e.type, ",".join(e.countries), e.gender, ";".join(f"{k}={v}" for k, v in e.ids), e.about, source)
        for e in items
        if e.kind
    )
    names = ((e.id, a.lang, a.kind, a.form, a.since, a.until, a.source) for e in items for a in e.names)
    return (
        write_rows(folder / f"{stem}.entities.tsv", ENTITY_COLUMNS, facts),
        write_rows(folder / f"{stem}.names.tsv", NAME_COLUMNS, names),
    )
