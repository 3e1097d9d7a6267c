"""`normalize names`: who is named in a text or a collection, how, how often."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import typer

from normalize.cli import options as o
from normalize.cli.build import cleaner
from normalize.cli.inout import write_stdout
from normalize.cli.session import for_each_text
from normalize.model import Link
from normalize.report.json import dumped


class Format(StrEnum):
    """How the table is written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def names(
    paths: o.Corpus = None,
    format: Annotated[Format, typer.Option(help="How to write the table.")] = Format.TEXT,
    lang: o.Lang = None,
    source_lang: o.SourceLang = None,
    profile: o.Profile = None,
    date: o.Date = None,
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    encoding: o.Encoding = None,
    config: o.Config = None,
) -> int:
    """Show one table of the entities named in all inputs: canonical name, kind, count, variants."""
    settings = o.gather(
        config,
        lang=lang,
        source_lang=source_lang,
        profile=profile,
        date=date,
        gazetteer=gazetteer,
        shipped_gazetteer=shipped_gazetteer,
        encoding=encoding,
    )
    engine = cleaner(settings)
    links: list[Link] = []
    code = for_each_text(paths, settings["encoding"], lambda text: links.extend(engine.names(text)))
    write_stdout(_written(links, format))
    return code


def _written(links: Iterable[Link], format: Format) -> str:
    from normalize.report import name_table

    rows = name_table(links)
    if format is Format.JSON:
        return dumped([row.to_dict() for row in rows], indent=2) + "\n"
    if format is Format.JSONL:
        return "".join(dumped(row.to_dict()) + "\n" for row in rows)
    from normalize.report.lines import visible

    cells = [("canonical", "kind", "count", "as written", "entity")]
    for row in rows:
        forms = ", ".join(f"{visible(form)} {number}x" for form, number in row.variants)
        cells.append((visible(row.canonical) or f"({row.decision})", row.kind or "?", str(row.count), forms, row.id))
    widths = [min(40, max(len(line[column]) for line in cells)) for column in range(4)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, [*widths, 0], strict=True)).rstrip() + "\n"
        for line in cells
    )
