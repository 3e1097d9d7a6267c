"""The formats that can be imported, by name: an explicit table, so that what exists can be read in one place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalize.gazetteer.importers import ftm, geonames, newslists, popolo, sanctions, table, wikidata
from normalize.gazetteer.importers.base import Importer, Options, Reject, Rejected
from normalize.gazetteer.importers.reading import chunks, lines
from normalize.model import Entity, InputError

MOST_REJECTED = 10_000  # without a usable row between them: it is another kind of file


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its importer, whether it is read by lines or in any pieces, and what reads its table of more names."""

    read: Importer
    about: str
    by_line: bool = True
    more: Importer | None = None


FORMATS: dict[str, Format] = {
    "csv": Format(table.comma, "a table with a header, and a map of columns"),
    "tsv": Format(table.tabs, "the same, with tabs and no quoting"),
    "jsonl": Format(table.json_lines, "one JSON object a line, and a map of fields"),
    "wikidata": Format(wikidata.dump, "the JSON dump of Wikidata"),
    "wbgetentities": Format(wikidata.answer, "an answer of Wikidata's API", by_line=False),
    "sparql": Format(wikidata.sparql, "SPARQL results as JSON", by_line=False),
    "geonames": Format(geonames.main_table, "GeoNames; names: alternateNamesV2", more=geonames.names_table),
    "ftm": Format(ftm.lines, "FollowTheMoney JSON lines (OpenSanctions)"),
    "paranames": Format(newslists.paranames, "ParaNames"),
    "jrc-names": Format(newslists.jrc_names, "the entities file of JRC-Names"),
    "ofac": Format(sanctions.ofac_names, "OFAC's sdn.csv; names: alt.csv", more=sanctions.ofac_aliases),
    "un": Format(sanctions.united_nations, "the consolidated list of the UN as XML", by_line=False),
    "popolo": Format(popolo.document, "Popolo JSON", by_line=False),
}


def entities(path: str, format_: str, options: Options, reject: Reject, *, more: bool = False) -> Iterator[Entity]:
    """Yield the entities of the file `path` ("-": standard input); `more`: it is the format's table of more names.

    Raises InputError for an unknown format, or a file that cannot be read or is no file of that format.
    """
    if format_ not in FORMATS:
        raise InputError(f"unknown format {format_!r}; known: {', '.join(FORMATS)}")
    chosen = FORMATS[format_]
    read = chosen.more if more else chosen.read
    if read is None:
        raise InputError(f"the format {format_!r} has no table of more names")
    pieces: Iterable[bytes] = chunks(path)
    bad = 0

    def counted(row: Rejected) -> None:
        nonlocal bad
        bad += 1
        if bad > MOST_REJECTED:
            raise InputError(f"{path}: {MOST_REJECTED} rows one after the other are none of the format {format_!r}")
        reject(row)

    for entity in read(lines(pieces) if chosen.by_line else pieces, options, counted):
        bad = 0
        yield entity
