"""Very long texts, piece by piece: what is kept in mind while reading stays small, and the time a character takes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace

from normalize.model import Document, Span

LONG = 100_000  # characters, about sixteen thousand words: longer than an article ever is
NEAR = 2000  # characters from the end of a piece in which a good place is looked for first
_CUTS = tuple(re.compile(pattern) for pattern in (r"\n", r"[.!?]\s|[。！？]", r"\s"))  # the best places first


def pieces(document: Document, longest: int = LONG) -> Iterator[tuple[int, Document]]:
    r"""Yield start and part of a document, one after another, none longer than `longest` characters.

    A piece ends behind a line, else behind a sentence, else behind a blank, if one of them is in its second half.

    >>> document = Document("One.\nTwo. Three.", "one.\ntwo. three.", "en")
    >>> [(start, piece.text) for start, piece in pieces(document, 8)]
    [(0, 'One.\n'), (5, 'Two. '), (10, 'Three.')]
    """
    start = 0
    while len(document.text) - start > longest:
        end = _cut(document.text, start + longest // 2, start + longest)
        yield start, _part(document, Span(start, end))
        start = end
    yield start, _part(document, Span(start, len(document.text)))


def _cut(text: str, low: int, high: int) -> int:
    """Return the last good place between the two."""
    for place in _CUTS:
        for start in (max(low, high - NEAR), low):
            if ends := [match.end() for match in place.finditer(text, start, high)]:
                return ends[-1]
    return high


def _part(document: Document, span: Span) -> Document:
    if len(span) == len(document.text):
        return document
    return replace(
        document,
        text=span.of(document.text),
        folded=span.of(document.folded),
        protected=tuple(filter(len, _inside(document.protected, span))),
    )


def _inside(spans: tuple[Span, ...], part: Span) -> list[Span]:
    """Return what of the sorted spans lies in the part, as seen from its start."""
    first = bisect_left(spans, part.start, key=lambda span: span.end)
    last = bisect_right(spans, part.end, key=lambda span: span.start)
    start, end = part.start, part.end
    return [Span(max(span.start, start) - start, min(span.end, end) - start) for span in spans[first:last]]
