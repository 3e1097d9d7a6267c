"""A half-open stretch of text, counted in code points."""

from __future__ import annotations

from dataclasses import dataclass

from normalize.model.fields import by_fields


@by_fields
@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (exclusive) of one text, in code points.

    >>> Span(0, 5).of("Qaani said")
    'Qaani'
    """

    start: int
    end: int

    def __init__(self, start: int, end: int) -> None:
        if not 0 <= start <= end:
            raise ValueError(f"not a span: {start}..{end}")
        # What a dataclass writes, and the check with it: a page has hundreds of spans, and this is half the price of each.
        _set_start(self, start)
        _set_end(self, end)

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True  # an empty span is a place, not nothing

    def of(self, text: str) -> str:
        """Return the characters of `text` under this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Answer whether the two share a character.

        >>> Span(0, 3).overlaps(Span(3, 5)), Span(0, 3).overlaps(Span(2, 5))
        (False, True)
        """
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """Return the span as seen from `by` characters before the start of its text."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: Span) -> bool:
        """Answer whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))
