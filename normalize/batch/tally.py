"""What a batch came to: counts of one document, of one part, of all."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from normalize.model import Decision, Result


@dataclass(slots=True)
class Tally:
    """Counts that add up: the same for any order and any number of processes."""

    documents: int = 0
    changed: int = 0
    dead: int = 0
    edits: int = 0
    findings: Counter[str] = field(default_factory=Counter)  # by rule
    entities: Counter[str] = field(default_factory=Counter)  # mentions, by id of the entity

    @classmethod
    def of(cls, result: Result) -> Tally:
        """Count one result."""
        return cls(
            documents=1,
            changed=bool(result.edits) + 0,
            edits=len(result.edits),
            findings=Counter(finding.rule for finding in result.findings),
            entities=Counter(
                link.entity.id for link in result.links if link.decision is Decision.LINKED and link.entity
            ),
        )

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> Tally:
        """Read what `to_dict` gave."""
        return cls(**{**data, "findings": Counter(data["findings"]), "entities": Counter(data["entities"])})

    def add(self, other: Tally) -> None:
        """Add the counts of another."""
        self.documents += other.documents
        self.changed += other.changed
        self.dead += other.dead
        self.edits += other.edits
        self.findings.update(other.findings)
        self.entities.update(other.entities)

    def to_dict(self) -> dict[str, Any]:
        """Return JSON-ready counts, the most frequent first."""
        return {
            **{name: getattr(self, name) for name in ("documents", "changed", "dead", "edits")},
            "findings": _ranked(self.findings),
            "entities": _ranked(self.entities),
        }


def _ranked(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
