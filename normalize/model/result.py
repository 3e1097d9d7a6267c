"""What one text became: the cleaned text, its edits, the names and the findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from normalize.model.diff import unified_diff
from normalize.model.document import Document
from normalize.model.edit import EditScript
from normalize.model.fields import by_fields
from normalize.model.finding import Finding
from normalize.model.mention import Link

SCHEMA = "normalize.result/1"


@by_fields
@dataclass(frozen=True, slots=True)
class Result:
    """The answer for one document. All spans are in code points of the original text."""

    document: Document
    edits: EditScript
    links: tuple[Link, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def original(self) -> str:
        """The text as it came."""
        return self.document.text

    @property
    def text(self) -> str:
        """The cleaned text, computed from the edits."""
        return self.edits.apply(self.document.text)

    def diff(self, name: str = "text") -> str:
        """Return a unified diff from the original to the cleaned text, "" when nothing changes."""
        return unified_diff(self.document.text, self.edits, name)

    def to_dict(self) -> dict[str, Any]:
        """Return the result as JSON-ready data, in the form of `normalize/report/result.schema.json`."""
        return {
            "schema": SCHEMA,
            "id": self.document.id,
            "language": self.document.lang,
            "text": self.text,
            "edits": [
                {
                    "start": edit.span.start,
                    "end": edit.span.end,
                    "before": edit.before,
                    "after": edit.after,
                    "rule": edit.rule,
                    "safety": str(edit.safety),
                }
                for edit in self.edits
            ],
            "mentions": [_mention(link, self.document.lang) for link in self.links],
            "findings": [
                {
                    "start": finding.span.start,
                    "end": finding.span.end,
                    "rule": finding.rule,
                    "category": finding.category,
                    "severity": str(finding.severity),
                    "safety": str(finding.safety),
                    "message": finding.message,
                }
                for finding in self.findings
            ],
        }


def _mention(link: Link, lang: str) -> dict[str, Any]:
    entity = link.entity
    return {
        "start": link.mention.span.start,
        "end": link.mention.span.end,
        "surface": link.mention.surface,
        "decision": str(link.decision),
        "entity": entity and {"id": entity.id, "kind": entity.kind, "name": entity.canonical(lang)},
        "canonical": link.canonical,
        "score": round(link.score, 4),
        "reasons": list(link.reasons),
    }
