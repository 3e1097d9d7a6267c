"""Spellings that stand only in what somebody else wrote: a statement or a letter is quoted as it was.

What somebody said is spelt by the reporter, or by the translator, as the rest of the text is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from normalize.model import Document, Link
from normalize.text import fold

# From an opening mark to the one that closes it, inside a paragraph, behind a verb of writing.
_WRITTEN = re.compile(
    r"""\b(?:reads?|wrote|writes|written|writing|tweet(?:ed|s)?|posted)\b[^\n."“«]{0,40}(?P<quotation>"[^"\n]{0,1000}"|“[^“”\n]{0,1000}[”\n]|«[^«»\n]{0,1000}»)"""
)


def quoted(document: Document, links: Sequence[Link]) -> frozenset[int]:
    """Return the numbers of the links whose spelling the text has nowhere but in such quotations."""
    spans = [match.span("quotation") for match in _WRITTEN.finditer(document.text)] if links else []
    starts = [start for start, _ in spans]
    inside: set[int] = set()
    outside: set[str] = set()
    for number, link in enumerate(links):
        span = link.mention.span
        place = bisect_right(starts, span.start) - 1
        if place >= 0 and span.end < spans[place][1]:
            inside.add(number)
        else:
            outside.add(fold(link.mention.surface))
    return frozenset(number for number in inside if fold(links[number].mention.surface) not in outside)
