"""Findings and names as lines of text, for a terminal or a log."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from normalize.model import Document, Finding, Link


def visible(text: str) -> str:
    r"""Return `text` on one line, with control characters and marks of direction shown as escapes.

    >>> visible("a\x1b[31m\nb")
    'a\\x1b[31m\\nb'
    """
    return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in text)


def finding_lines(document: Document, findings: Iterable[Finding], name: str) -> Iterator[str]:
    """Yield `name:line:column: severity rule: message ("the words")` for each finding."""
    name = visible(name)
    for finding in findings:
        line, column = document.position(finding.span.start)
        words = visible(finding.span.of(document.text))
        words = words if len(words) <= 60 else words[:57] + "..."
        yield f'{name}:{line}:{column}: {finding.severity} {finding.rule}: {visible(finding.message)} ("{words}")'


@dataclass(frozen=True, slots=True)
class NameRow:
    """One entity, or one name that is not linked, with how it is written and how often."""

    id: str
    kind: str
    canonical: str
    decision: str
    variants: tuple[tuple[str, int], ...]

    @property
    def count(self) -> int:
        """Mentions in all spellings."""
        return sum(number for _, number in self.variants)

    def to_dict(self) -> dict[str, object]:
        """Return the row as JSON-ready data."""
        return {
            "id": self.id or None,
            "kind": self.kind,
            "canonical": self.canonical or None,
            "decision": self.decision,
            "count": self.count,
            "variants": [{"form": form, "count": number} for form, number in self.variants],
        }


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    """Return the commonest first; of equally frequent ones, by the alphabet."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def name_table(links: Iterable[Link]) -> list[NameRow]:
    """Return a row for each entity and for each name not linked, the most frequent first.

    An entity of texts in several languages is one row, under its name in the language that names it most.
    """
    groups: defaultdict[tuple[str, str, str, str], Counter[str]] = defaultdict(Counter)
    canonical: defaultdict[str, Counter[str]] = defaultdict(Counter)  # of an entity: one a language
    for link in links:
        name = link.canonical or link.mention.surface
        if entity := link.entity:
            canonical[entity.id][name] += 1
            key = (entity.id, entity.kind, str(link.decision), "")
        else:
            key = ("", link.kind, str(link.decision), name)
        groups[key][link.mention.surface] += 1
    rows = []
    for (id_, kind, decision, name), forms in groups.items():
        called = _most(canonical[id_])[0][0] if id_ else name if len(forms) > 1 else ""
        rows.append(NameRow(id_, kind, called, decision, tuple(_most(forms))))
    return sorted(rows, key=lambda row: (-row.count, row.canonical or row.variants[0][0]))
