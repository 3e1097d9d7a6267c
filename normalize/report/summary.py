"""How much was found, by severity and category, for a text of this length."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from normalize.model import Document, Finding, Severity

_WORD = re.compile(r"\w+")


def summary(document: Document, findings: Iterable[Finding], unjudged: Iterable[str] = ()) -> dict[str, object]:
    """Return the number of words, and the findings by severity and by category, with densities per 1,000 words.

    What was `unjudged` stands beside it. Counts and densities say how much was found; they are no measure of the translation's quality.
    """
    found = tuple(findings)
    words = len(_WORD.findall(document.text))
    severities = Counter(str(finding.severity) for finding in found)
    return {
        "words": words,
        "findings": len(found),
        "by_severity": {str(s): _row(severities[str(s)], words) for s in reversed(Severity) if severities[str(s)]},
        "by_category": {name: _row(n, words) for name, n in Counter(f.category for f in found).most_common()},
        "not_judged": [*unjudged],
    }


def _row(count: int, words: int) -> dict[str, float]:
    return {"count": count, "per_1000_words": round(1000 * count / words, 2) if words else 0.0}


def summary_lines(
    document: Document, findings: Iterable[Finding], name: str, unjudged: Iterable[str] = ()
) -> Iterator[str]:
    """Yield the summary as a small table, the file's name first."""
    data = summary(document, findings)
    yield f"{name}: {data['words']} words, {data['findings']} findings"
    for key in ("by_severity", "by_category"):
        rows = data[key]
        assert isinstance(rows, dict)
        for label, row in rows.items():
            yield f"  {label:<48} {row['count']:>6} {row['per_1000_words']:>9.2f} per 1,000 words"
    for statement in unjudged:
        yield f"  not judged: {statement}"
