"""`normalize check`: what is wrong, and nothing changed."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from normalize.cli import options as o
from normalize.cli.build import cleaner
from normalize.cli.inout import STDIN, Input, write_stdout
from normalize.cli.run import DONE, FOUND
from normalize.cli.session import for_each
from normalize.model import Finding, Severity
from normalize.report.json import dumped


class Format(StrEnum):
    """How findings are written."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"


def check(
    paths: o.Paths = None,
    format: Annotated[Format, typer.Option(help="How to write the findings.")] = Format.TEXT,
    fail_on: Annotated[
        str | None,
        typer.Option(metavar="SEVERITY", help="Exit 1 from this severity on: neutral, minor, major, critical, never."),
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
    engine = cleaner(settings)

    def work(source: Input) -> int:
        result = engine.clean(source.text, id="" if source.name == STDIN else source.name)
        if format is Format.TEXT:
            from normalize.report import finding_lines

            lines = finding_lines(result.document, result.findings, source.name)
            write_stdout("".join(line + "\n" for line in lines))
        else:
            data = {"id": result.document.id, "findings": result.to_dict()["findings"]}
            write_stdout(dumped(data, indent=2 if format is Format.JSON else None) + "\n")
        return FOUND if any(_reaches(finding, settings["fail-on"]) for finding in result.findings) else DONE

    return for_each(paths, settings["encoding"], work)


def _reaches(finding: Finding, limit: str) -> bool:
    return limit != "never" and finding.severity.rank >= Severity(limit).rank
