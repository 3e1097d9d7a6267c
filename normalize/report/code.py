"""Findings for the tools of code hosts: SARIF 2.1.0 and GitHub's workflow commands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from normalize.model import Document, Finding
from normalize.report.lines import visible

_LEVELS = {"neutral": "note", "minor": "warning", "major": "error", "critical": "error"}
_COMMANDS = {"note": "notice", "warning": "warning", "error": "error"}
Checked = tuple[str, Document, tuple[Finding, ...]]  # name of the file, its text, what was found


def sarif(checked: Iterable[Checked], version: str) -> dict[str, Any]:
    """Return one SARIF run over all files; columns count code points from 1."""
    results = [_result(name, document, finding) for name, document, found in checked for finding in found]
    rules = sorted({result["ruleId"] for result in results})
    driver = {"name": "normalize", "version": version, "rules": [{"id": rule} for rule in rules]}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _result(name: str, document: Document, finding: Finding) -> dict[str, Any]:
    line, column = document.position(finding.span.start)
    end_line, end_column = document.position(finding.span.end)
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    place = {"physicalLocation": {"artifactLocation": {"uri": name}, "region": region}}
    return {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": visible(finding.message)},
        "locations": [place],
    }


def github_lines(name: str, document: Document, findings: Iterable[Finding]) -> Iterable[str]:
    """Yield one workflow command a finding; `%` and line ends are escaped as GitHub asks."""
    for finding in findings:
        line, column = document.position(finding.span.start)
        command = _COMMANDS[_LEVELS[finding.severity]]
        message = visible(finding.message).replace("%", "%25")
        file = name.replace("%", "%25").replace(",", "%2C").replace(":", "%3A")
        yield f"::{command} file={file},line={line},col={column},title={finding.rule}::{message}"
