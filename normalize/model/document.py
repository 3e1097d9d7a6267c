"""A text, read once; every later step points into it and none rewrites it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from normalize.model.fields import by_fields
from normalize.model.mention import Link
from normalize.model.span import Span


@by_fields
@dataclass(frozen=True, slots=True)
class Source:
    """The text a document was translated from, and who is named in it."""

    document: Document
    links: tuple[Link, ...] = ()


@by_fields
@dataclass(frozen=True)
class Document:
    """One text with what was read off it.

    `folded` has the same length as `text`, so an offset in one is an offset in the other; `protected` are the places
    no edit may touch (sorted, disjoint).
    """

    text: str
    folded: str
    lang: str
    protected: tuple[Span, ...] = ()
    source_lang: str = ""
    id: str = ""
    source: Source | None = None  # for a translation that came with its source text

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        r"""The lines without their ends; "\n", "\r\n" and a lone "\r" end a line.

        Cut when first asked for: a text of a million lines is read in pieces, which ask for their own.

        >>> [line.of("One.\r\nTwo.") for line in Document("One.\r\nTwo.", "one.\r\ntwo.", "en").lines]
        ['One.', 'Two.']
        """
        return _lines(self.text)

    def line_at(self, offset: int) -> int:
        """Return the number (from 0) of the line that holds `offset`."""
        return max(0, bisect_right(self.lines, offset, key=lambda line: line.start) - 1)

    def position(self, offset: int) -> tuple[int, int]:
        """Return line and column of `offset`, both from 1."""
        line = self.line_at(offset)
        return line + 1, offset - self.lines[line].start + 1

    def protects(self, span: Span) -> bool:
        """Answer whether an edit at `span` would touch a protected place.

        An insertion is refused only strictly inside one.
        """
        if not self.protected:
            return False
        index = bisect_left(self.protected, span.start, key=lambda zone: zone.end)
        for zone in self.protected[index : index + 2]:
            if span.overlaps(zone) or (not len(span) and zone.start < span.start < zone.end):
                return True
        return False


def _lines(text: str) -> tuple[Span, ...]:
    spans, start = [], 0
    for line in text.replace("\r\n", "\n\n").replace("\r", "\n").split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    if "\r" in text:  # "\r\n" was made "\n\n" to keep the offsets; the empty line in its middle is none
        spans = [span for span in spans if len(span) or text[max(0, span.start - 1) : span.start + 1] != "\r\n"]
    return tuple(spans)
