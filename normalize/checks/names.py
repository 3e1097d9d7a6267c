"""Names that disagree with each other, read off the links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from normalize.checks.rule import Rule
from normalize.model import Document, Finding, Link

RIVALS = 8  # other spellings that a message names


def spelling(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find mentions that have a canonical spelling, and propose it."""
    for link in links:
        if link.respelling is not None and link.respelling != link.mention.surface:
            edit = rule.edit(link.mention.span, document.text, link.respelling)
            yield rule.finding(link.mention.span, (edit,), f"{rule.reason} {link.canonical}: {'; '.join(link.reasons)}")


def inconsistent(document: Document, links: tuple[Link, ...], rule: Rule) -> Iterator[Finding]:
    """Find mentions spelt unlike other mentions of the same entity in the same text."""
    groups: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)  # by entity and canonical spelling
    for link in links:
        if link.entity is not None and link.respelling is not None:
            groups[link.entity.id, link.respelling].append(link)
    for (_, canonical), group in groups.items():
        surfaces = sorted({link.mention.surface for link in group})
        for link in group if len(surfaces) > 1 else ():
            surface = link.mention.surface
            if surface != canonical:
                rivals = ", ".join(repr(other) for other in surfaces[: RIVALS + 1] if other != surface)
                message = f"{rule.reason}: {surface!r} here, {rivals} elsewhere; canonical: {canonical}"
                yield rule.finding(link.mention.span, (), message)
