"""Names that disagree with each other, read off the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link


def spelling(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find mentions that have a canonical spelling, and propose it."""
    for link in links:
        if link.respelling is not None and link.respelling != link.mention.surface:
            edit = rule.edit(link.mention.span, document.text, link.respelling)
            yield rule.finding(link.mention.span, (edit,), f"{rule.reason} {link.canonical}: {'; '.join(link.reasons)}")


def inconsistent(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find mentions spelt unlike other mentions of the same entity in the same text."""
    groups: defaultdict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.entity is not None and link.respelling is not None:
            groups[link.entity.id].append(link)
    for group in groups.values():
        for link in group:
            surface, canonical = link.mention.surface, link.respelling
            rivals = sorted({other.mention.surface for other in group if other.respelling == canonical} - {surface})
            if surface != canonical and rivals:
                message = f"{rule.reason}: {surface!r} here, {', '.join(map(repr, rivals))} elsewhere"
                yield rule.finding(link.mention.span, (), f"{message}; canonical: {canonical}")
