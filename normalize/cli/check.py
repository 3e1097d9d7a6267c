"""`normalize check`: what is wrong, and nothing changed."""

from __future__ import annotations

import json
from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from normalize.cleaner import Cleaner
from normalize.cli import options as o
from normalize.cli.build import cleaner
from normalize.cli.codes import DONE, FOUND
from normalize.cli.inout import STDIN, Input, read_input, write_stdout
from normalize.cli.pairs import Pair, by_pair, check_pairs, read_pairs
from normalize.cli.session import for_each
from normalize.model import ConfigError, Document, EditScript, Finding, InputError, Result, Severity
from normalize.report.baseline import fingerprint, unseen
from normalize.report.code import Checked, github_lines, sarif
from normalize.report.json import dumped
from normalize.report.lines import finding_lines
from normalize.report.summary import summary as summarise
from normalize.report.summary import summary_lines
from normalize.version import __version__


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    SARIF = "sarif"
    GITHUB = "github"


def check(
    paths: o.Paths = None,
    format: Annotated[Format, typer.Option(help="How to write the findings.")] = Format.TEXT,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="SEVERITY", help="Exit 1 from this severity on: neutral, minor, major, critical, never."),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="The text it was translated from; with as many lines, compared line by line."
        ),
    ] = None,
    pairs: Annotated[
        str | None,
        typer.Option(
            metavar="FILE", help="Sources with their translations, a pair a row: source TAB target, or JSON Lines."
        ),
    ] = None,
    summary: Annotated[bool, typer.Option("--summary", help="Counts and densities instead of findings.")] = False,
    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Report only findings this file does not hold.")
    ] = None,
    write_baseline: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what is found as a baseline, and exit 0.")
    ] = None,
    lang: o.Lang = None,
    source_lang: o.SourceLang = None,
    gazetteer: o.GazetteerPath = None,
    shipped_gazetteer: o.Shipped = None,
    rules: o.RulesPath = None,
    only: o.Only = None,
    skip: o.Skip = None,
    encoding: o.Encoding = None,
    config: o.Config = None,
    show_config: o.ShowConfig = False,
) -> int:
    """Report findings as `file:line:column: severity rule: message`; exit 1 when one reaches --fail-on."""
    settings = o.gather(
        config,
        fail_on=fail_on,
        lang=lang,
        source_lang=source_lang,
        gazetteer=gazetteer,
        shipped_gazetteer=shipped_gazetteer,
        rules=rules,
        only=only,
        skip=skip,
        encoding=encoding,
    )
    if show_config:
        write_stdout("\n".join(settings.lines()) + "\n")
        return DONE
    _agree(paths or [], source, pairs)
    engine = cleaner(settings)
    original = None if source is None else read_input(source, settings["encoding"]).text
    known = read_baseline(baseline)
    checked: list[Checked] = []

    def work(given: Input) -> int:
        rows = list(read_pairs(given)) if pairs is not None else None
        document, found, unjudged = _found(engine, given, original, rows)
        found = unseen(document, found, known)
        checked.append((given.name, document, found))
        if write_baseline is None and format is not Format.SARIF:
            write_stdout(_shown(checked[-1], format, unjudged if summary else None, rows))
        return FOUND if any(_reaches(finding, settings["fail-on"]) for finding in found) else DONE

    code = for_each(paths if pairs is None else [pairs], settings["encoding"], work)
    if write_baseline is not None:
        marks = [fingerprint(document, finding) for _, document, found in checked for finding in found]
        write_baseline.write_text("".join(f"{mark}\n" for mark in sorted(marks)), encoding="utf-8")
        return DONE if code == FOUND else code
    if format is Format.SARIF:
        write_stdout(json.dumps(sarif(checked, __version__), ensure_ascii=True, indent=2) + "\n")
    return code


def _agree(paths: list[str], source: str | None, pairs: str | None) -> None:
    """Raise unless the texts to check are named in one way."""
    if source is not None and len(paths) > 1:
        raise InputError("--source goes with one text at a time")
    if pairs is not None and (paths or source is not None):
        raise ConfigError("--pairs brings its texts and their sources along: no PATH and no --source beside it")


def read_baseline(path: Path | None) -> Counter[str]:
    """Return how often each finding stands in a baseline file; nothing without one."""
    return Counter() if path is None else Counter(read_input(str(path)).text.split())


def _found(
    engine: Cleaner, given: Input, source: str | None, pairs: list[Pair] | None
) -> tuple[Document, tuple[Finding, ...], tuple[str, ...]]:
    """Return a text, what is wrong in it, and what could not be judged."""
    if pairs is not None:
        return *check_pairs(engine, pairs, given.name), ()
    result = engine.clean(given.text, id="" if given.name == STDIN else given.name)
    found = result.findings if source is None else engine.check(given.text, source)
    return result.document, found, engine.unjudged(result, compared=source is not None)


def _shown(checked: Checked, format: Format, unjudged: tuple[str, ...] | None, pairs: list[Pair] | None) -> str:
    """Return what is printed of one text; a summary, with what was `unjudged`, where that is not None."""
    name, document, found = checked
    if format is Format.GITHUB:
        return "".join(line + "\n" for line in github_lines(name, document, found))
    if format is Format.TEXT:
        lines = (
            finding_lines(document, found, name) if unjudged is None else summary_lines(document, found, name, unjudged)
        )
        return "".join(line + "\n" for line in lines)
    data: list[dict[str, object]]
    if unjudged is not None:
        data = [{"id": document.id, "summary": summarise(document, found, unjudged)}]
    elif pairs is not None:
        data = list(by_pair(pairs, document, found))
    else:
        data = [{"id": document.id, "findings": Result(document, EditScript(), (), found).to_dict()["findings"]}]
    return "".join(dumped(each, indent=2 if format is Format.JSON else None) + "\n" for each in data)


def _reaches(finding: Finding, limit: str) -> bool:
    return limit != "never" and finding.severity.rank >= Severity(limit).rank
