"""`normalize explain`: why a name was linked, why a rule fired."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from normalize.cli import options as o
from normalize.cli.build import cleaner
from normalize.cli.codes import DONE
from normalize.cli.inout import read_input, write_stdout
from normalize.model import InputError, Link, Result, Span
from normalize.report.lines import visible

_PLACE = re.compile(r"(?P<path>.+?):(?P<line>\d+)(?::(?P<column>\d+))?")
SHOWN = 5  # candidates


def explain(
    what: Annotated[str, typer.Argument(metavar="TEXT|FILE:LINE[:COLUMN]", help="A text, or a place in a file.")],
    lang: o.Lang = None,
    source_lang: o.SourceLang = None,
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    rules: o.RulesPath = None,
    encoding: o.Encoding = None,
    config: o.Config = None,
) -> int:
    """Say who a name was taken for and why, and which rules fired and why."""
    settings = o.gather(
        config,
        lang=lang,
        source_lang=source_lang,
        gazetteer=gazetteer,
        shipped_gazetteer=shipped_gazetteer,
        rules=rules,
        encoding=encoding,
    )
    place = _PLACE.fullmatch(what)
    if place and Path(place["path"]).is_file():
        text = read_input(place["path"], settings["encoding"]).text
        result = cleaner(settings).clean(text)
        span = _span(result, int(place["line"]), place["column"], what)
    else:
        result, span = cleaner(settings).clean(what), Span(0, len(what))
    write_stdout("\n".join(_explained(result, span)) + "\n")
    return DONE


def _span(result: Result, line: int, column: str | None, what: str) -> Span:
    lines = result.document.lines
    if not 1 <= line <= len(lines):
        raise InputError(f"{what}: the file has {len(lines)} lines")
    if column is None:
        return lines[line - 1]
    offset = min(lines[line - 1].start + max(0, int(column) - 1), lines[line - 1].end)
    return Span(offset, offset + 1)


def _explained(result: Result, span: Span) -> list[str]:
    out: list[str] = []
    for link in result.links:
        if link.mention.span.overlaps(span):
            out += _link(link)
    for finding in result.findings:
        if finding.span.overlaps(span):
            out += [
                f"rule {finding.rule}: {finding.severity}, {finding.category}, fix: {finding.safety}",
                f"  at   {visible(finding.span.of(result.original))!r}",
                f"  why  {visible(finding.message)}",
                *(f"  edit {edit.before!r} -> {edit.after!r}" for edit in finding.edits),
            ]
    return out or ["nothing found here: no name of the gazetteer, no rule"]


def _link(link: Link) -> list[str]:
    lines = [
        f"name {visible(link.mention.surface)!r}: {link.decision}" + (f", {link.canonical}" if link.canonical else "")
    ]
    lines += [f"  why  {visible(reason)}" for reason in link.reasons]
    if link.respelling and link.respelling != link.mention.surface:
        lines.append(f"  edit {link.mention.surface!r} -> {link.respelling!r}")
    for candidate in link.candidates[:SHOWN]:
        entity, alias = candidate.entity, candidate.alias
        lines.append(f"  {candidate.score:.2f} {entity.id} ({entity.kind}: {entity.about or entity.canonical()})")
        lines.append(f"       as {alias.form!r} [{alias.lang}, {alias.kind}, source: {alias.source}]")
    return lines
