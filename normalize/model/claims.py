"""Who has which characters of a text: stretches claimed one after the other, none over another."""

from __future__ import annotations

from normalize.model.span import Span


class Claims:
    """Stretches of one text that are taken; asking and claiming cost no more than the stretch is long.

    An empty span is a place between two characters: it clashes with itself and with a stretch around it.

    >>> claims = Claims(10)
    >>> claims.take(Span(2, 5))
    >>> claims.free(Span(5, 7)), claims.free(Span(4, 6)), claims.free(Span(3, 3)), claims.free(Span(2, 2))
    (True, False, False, True)
    """

    def __init__(self, length: int) -> None:
        self._characters = bytearray(length)
        self._places = bytearray(length + 1)  # between the characters: insertions, and the inside of stretches

    def free(self, span: Span) -> bool:
        """Answer whether `span` shares no character and no inner place with what is taken."""
        if not len(span):
            return not self._places[span.start]
        return self._characters.find(1, span.start, span.end) < 0 and self._places.find(1, span.start + 1, span.end) < 0

    def take(self, span: Span) -> None:
        """Claim `span`."""
        if not len(span):
            self._places[span.start] = 1
        self._characters[span.start : span.end] = b"\1" * len(span)
        self._places[span.start + 1 : span.end] = b"\1" * (len(span) - 1)
