"""Namesakes told apart by where they are named: in one paragraph, or one section of a digest, a surname is one person's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from normalize.linking.decide import CONTEXT, NAMED_IN_FULL
from normalize.model import Decision, Document, Link

MARKS = 3  # in a line of nothing else, which parts one section from the next: * * *


def by_section(document: Document, links: Sequence[Link]) -> Sequence[Link]:
    """Return the links; a surname that several bear is theirs who alone are named in full around it.

    Around it: in its paragraph before it, or in its section, where lines of marks part the text in several. The name is
    not respelt for that.
    """
    shared = [
        number for number, link in enumerate(links) if link.decision is Decision.AMBIGUOUS and link.kind == "person"
    ]
    if not shared:
        return links
    named = [(link.mention.span.start, link.entity.id) for link in links if link.entity and link.score >= NAMED_IN_FULL]
    found = [*links]
    for number in shared:
        link = links[number]
        for start, end, where in _around(document, link.mention.span.start):
            ids = {id_ for place, id_ in named if start <= place < end}
            bearers = [one for one in link.candidates if one.entity.id in ids]
            if len(bearers) == 1:
                reasons = (f"{bearers[0].entity.canonical()} alone is named in full {where}",)
                best = replace(bearers[0], score=CONTEXT, reasons=reasons)
                found[number] = Link(link.mention, Decision.LINKED, (best,), kind="person", reasons=reasons)
                break
    return found


def _around(document: Document, place: int) -> Iterator[tuple[int, int, str]]:
    """Yield what lies around a place, the nearest first, and how it is called."""
    lines, number = document.lines, document.line_at(place)
    yield lines[number].start, place, "before it in this paragraph"
    rules = [at for at, line in enumerate(lines) if _parts(line.of(document.text).strip())]
    above = max((at for at in rules if at < number), default=-1)
    below = min((at for at in rules if at > number), default=len(lines))
    if rules:
        yield lines[above + 1].start, lines[below - 1].end, "in this section"


def _parts(line: str) -> bool:
    """Answer whether a line is nothing but marks."""
    return len(line) >= MARKS and not any(map(str.isalnum, line))
