"""`normalize gazetteer import`: what others publish, into a folder of source files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from normalize.cli.build import say
from normalize.cli.codes import DONE, UNREADABLE
from normalize.model import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from normalize.gazetteer.importers import Options, Rejected
    from normalize.model import Entity

SHOWN = 20  # rejected rows quoted; the rest are counted

Words = Annotated[list[str] | None, typer.Option(show_default=False)]


def import_gazetteer(
    format: Annotated[
        str,
        typer.Argument(
            help="csv, tsv, jsonl, wikidata, wbgetentities, sparql, geonames, ftm, "
            "paranames, jrc-names, ofac, un, popolo."
        ),
    ],
    file: Annotated[str, typer.Argument(help="The file, plain or .gz, .bz2, .zst; - for standard input.")],
    out: Annotated[Path, typer.Option(help="A new folder for the source files.")],
    names: Annotated[str | None, typer.Option(help="More names: alternateNamesV2 (geonames), alt.csv (ofac).")] = None,
    type: Annotated[list[str] | None, typer.Option(help="Only this kind or type: person, city ...")] = None,
    lang: Annotated[list[str] | None, typer.Option(help="Only names in this language (ISO 639; und: unknown).")] = None,
    country: Annotated[
        list[str] | None, typer.Option(help="Only this country: IQ, or as the input says it, Q796=IQ.")
    ] = None,
    id: Annotated[list[str] | None, typer.Option(help="Only the entity with this id.")] = None,
    ids: Annotated[Path | None, typer.Option(help="Only the entities whose ids are in this file, one a line.")] = None,
    column: Annotated[
        list[str] | None, typer.Option(help="For tables, FIELD=COLUMN: name=label, name:ar=arabic.")
    ] = None,
    kind: Annotated[str, typer.Option(help="What a table holds: person, organisation, place, term.")] = "person",
    source: Annotated[str | None, typer.Option(help="The key of the source, written beside each name.")] = None,
) -> int:
    """Import what others publish into a folder of source files, in constant memory."""  # fmt: skip
    from normalize.gazetteer.importers import Options, Seen, write

    options = Options(
        types=frozenset(type or ()),
        languages=frozenset(lang or ()),
        countries=_pairs(country or [], alone=True),
        ids=_ids(id or [], ids),
        source=source or format,
        columns=_pairs(column or []),
        kind=kind,
    )
    rejected = _Rejections()
    pieces = _pieces(format, file, names, options, rejected, Seen())
    counts = write(pieces, out)
    rejected.sum_up(f"{counts.entities} entities, {counts.names} names in {out}")
    return UNREADABLE if rejected.count else DONE


def _pieces(
    format: str, file: str, names: str | None, options: Options, rejected: _Rejections, seen: object
) -> Iterator[Entity]:
    from normalize.gazetteer.importers import Seen, entities

    assert isinstance(seen, Seen)
    for entity in entities(file, format, options, rejected.add):
        seen.add(entity.id)
        yield entity
    if names is not None:
        yield from entities(names, format, replace(options, ids=seen), rejected.add, more=True)


class _Rejections:
    """Says the first rejected rows, and how many there were."""

    def __init__(self) -> None:
        self.count = 0

    def add(self, row: Rejected) -> None:
        self.count += 1
        if self.count <= SHOWN:
            from normalize.report.lines import visible

            quoted = f": {visible(row.text)}" if row.text else ""
            say(f"line {row.line}: {row.reason}{quoted}")

    def sum_up(self, done: str) -> None:
        say(f"{done}; {self.count} rows rejected" if self.count else done)


def _pairs(words: list[str], alone: bool = False) -> dict[str, str]:
    """Return KEY=VALUE words as a mapping; `alone`: a word without "=" stands for itself."""
    found = {}
    for word in words:
        key, equals, value = word.partition("=")
        if not equals and not alone:
            raise ConfigError(f"{word!r}: FIELD=COLUMN is wanted")
        found[key] = value or key.upper()
    return found


def _ids(words: list[str], path: Path | None) -> frozenset[str] | None:
    if path is not None:
        words = words + path.read_text(encoding="utf-8").split()
    return frozenset(words) if words or path else None
