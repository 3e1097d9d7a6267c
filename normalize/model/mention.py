"""Who is named here: a mention, the candidates for it, and the decision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from normalize.model.entity import Alias, Entity
from normalize.model.fields import by_fields
from normalize.model.span import Span


class Decision(StrEnum):
    """Three answers, not two: a name nobody knows and a name two people share are different things."""

    LINKED = "linked"
    NIL = "nil"
    AMBIGUOUS = "ambiguous"


@by_fields
@dataclass(frozen=True, slots=True)
class Mention:
    """A name as it stands in the text."""

    span: Span
    surface: str


@by_fields
@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity a mention may name, through which of its names, how likely (0 to 1), and why."""

    entity: Entity
    alias: Alias
    score: float
    reasons: tuple[str, ...] = ()


@by_fields
@dataclass(frozen=True, slots=True)
class Link:
    """The decision on one mention; `candidates` are best first.

    `kind` is what the mention names when it is known or guessed ("person", "place" ...), "" when not.
    `canonical` is the entity's name in the language of the text; of a name that is not linked, the spelling the text
    writes most or the full name it is short for, None where it is all there is. `respelling` is what this mention reads
    in the canonical spelling (a short form stays short), None where it has to stay as it is.
    """

    mention: Mention
    decision: Decision
    candidates: tuple[Candidate, ...] = ()
    canonical: str | None = None
    kind: str = ""
    reasons: tuple[str, ...] = ()
    respelling: str | None = None

    def named(self, canonical: str) -> Link:
        """Return the link with its canonical name: `dataclasses.replace` takes three times as long."""
        return Link(self.mention, self.decision, self.candidates, canonical, self.kind, self.reasons, self.respelling)

    def respelt(self, respelling: str | None) -> Link:
        """Return the link with what its mention reads in the canonical spelling."""
        if respelling == self.respelling:
            return self
        return Link(self.mention, self.decision, self.candidates, self.canonical, self.kind, self.reasons, respelling)

    def moved(self, by: int) -> Link:
        """Return the link as one of a text with `by` characters more before it."""
        mention = Mention(self.mention.span.moved(by), self.mention.surface)
        return Link(mention, self.decision, self.candidates, self.canonical, self.kind, self.reasons, self.respelling)

    @property
    def entity(self) -> Entity | None:
        """The entity, if the mention is linked."""
        return self.candidates[0].entity if self.decision is Decision.LINKED else None

    @property
    def score(self) -> float:
        """The best candidate's score; 0 without candidates."""
        return self.candidates[0].score if self.candidates else 0.0
