"""Findings somebody has seen already: only new ones are reported against a baseline."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

from normalize.model import Document, Finding


def fingerprint(document: Document, finding: Finding) -> str:
    """Return a name of the finding that survives changes elsewhere in the text: rule, words and their line."""
    line = document.lines[document.line_at(finding.span.start)].of(document.text)
    parts = "\0".join((finding.rule, finding.span.of(document.text), line))
    return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def unseen(document: Document, findings: Iterable[Finding], known: Counter[str]) -> tuple[Finding, ...]:
    """Return the findings the baseline does not hold; each entry stands for one finding and is used up in `known`."""
    fresh = []
    for finding in findings:
        mark = fingerprint(document, finding)
        if known[mark] > 0:
            known[mark] -= 1
        else:
            fresh.append(finding)
    return tuple(fresh)
