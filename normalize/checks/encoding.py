"""What encoding and page design leave in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link, Span

# Characters that show nothing. ZWNJ and ZWJ (200C, 200D) shape Arabic and Indic letters and emoji, and the marks of
# direction order mixed lines: those are taken out only between two letters of Latin, Greek or Cyrillic.
_ALWAYS = "\u00ad\u200b\u2060\ufeff"
_BETWEEN = "\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_INVISIBLE = re.compile(
    rf"(?<=[A-Za-z\u00c0-\u024f\u0370-\u052f])[{_ALWAYS}{_BETWEEN}]{{1,20}}(?=[A-Za-z\u00c0-\u024f\u0370-\u052f])"
)
_HINTS = frozenset(_ALWAYS + _BETWEEN)


def invisible(document: Document, _: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find invisible characters inside words of scripts that need none."""
    if document.text.isascii() or not any(mark in document.text for mark in _HINTS):
        return
    for match in _INVISIBLE.finditer(document.text):
        span = Span(*match.span())
        codes = " ".join(f"U+{ord(mark):04X}" for mark in match[0])
        yield rule.finding(span, (rule.edit(span, document.text, ""),), f"{rule.reason} ({codes})")
