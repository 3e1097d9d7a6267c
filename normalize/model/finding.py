"""What is wrong at a place, how bad, and what would mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from normalize.model.edit import Edit
from normalize.model.fields import by_fields
from normalize.model.safety import Safety
from normalize.model.span import Span

__all__ = ["Finding", "Safety", "Severity"]


class Severity(StrEnum):
    """MQM severities. Neutral: worth knowing, not an error.

    >>> Severity.MAJOR.rank > Severity.MINOR.rank
    True
    """

    NEUTRAL = "neutral"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Place in the order of harm, 0 to 3."""
        return list(Severity).index(self)


@by_fields
@dataclass(frozen=True, slots=True)
class Finding:
    """One fault found by one rule. It points at the original text and changes nothing itself.

    `category` is an MQM path such as "style/unidiomatic style"; `edits` are what would mend it: none when a
    person has to decide. `span` is in code points of the original text.
    """

    rule: str
    category: str
    severity: Severity
    safety: Safety
    span: Span
    message: str
    edits: tuple[Edit, ...] = ()

    def moved(self, by: int) -> Finding:
        """Return the finding as one of a text with `by` characters more before it: `replace` takes three times as long."""
        span = self.span.moved(by)
        # Most edits mend the very place that is wrong: of a hundred thousand findings as many spans are spared.
        edits = tuple([edit.at(span if edit.span is self.span else edit.span.moved(by)) for edit in self.edits])
        return Finding(self.rule, self.category, self.severity, self.safety, span, self.message, edits)
