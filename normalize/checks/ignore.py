"""What a text says about its own findings: a comment line `# normalize: ignore RULE` silences the line below it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from normalize.model import Document, Finding, Span

_COMMENT = re.compile(
    r"^[ \t]{0,20}(?:<!--|#|//|%|;)[ \t]{0,4}normalize: ignore(?P<file>-file)?"
    r"(?P<rules>[ \t,a-z0-9.-]{0,400})(?:-->[ \t]{0,20})?$",
    re.MULTILINE,
)


def unignored(document: Document, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings no comment silences.

    A comment stands on a line of its own, after `#`, `//`, `%`, `;` or inside `<!-- -->`: `normalize: ignore` with
    rules or families of rules, or none for all, holds for the next line; `normalize: ignore-file` for the whole text.
    """
    if "normalize: ignore" not in document.text:
        return tuple(findings)
    scopes = tuple(_scopes(document))
    return tuple(finding for finding in findings if not any(_silences(scope, finding) for scope in scopes))


def _scopes(document: Document) -> Iterator[tuple[Span, frozenset[str]]]:
    for match in _COMMENT.finditer(document.text):
        rules = frozenset(re.findall(r"[a-z0-9][a-z0-9.-]*", match["rules"]))
        number = document.line_at(match.start())
        below = document.lines[min(number + 1, len(document.lines) - 1)]
        start, end = (0, len(document.text)) if match["file"] else (match.start(), below.end)
        yield Span(start, end), rules


def _silences(scope: tuple[Span, frozenset[str]], finding: Finding) -> bool:
    span, rules = scope
    named = not rules or finding.rule in rules or finding.rule.partition(".")[0] in rules
    return named and span.start <= finding.span.start <= span.end
