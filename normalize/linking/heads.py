"""One noun of the name of an organisation that a text names in full: "the Observatory" and its like."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import partial

from normalize.linking.context import word_after
from normalize.linking.cues import Cues
from normalize.model import Document, Link, Mention, Span

HEAD = 0.7  # how sure "the Observatory" is the one named in full: linked, below what is respelt
_BASED = re.compile(r"the (?:[\w-]+ ){0,3}[\w.]+-based $")


def heads(document: Document, unknown: Iterable[Span], links: Iterable[Link], words: Cues) -> Iterator[Link]:
    """Yield links for such nouns, where one organisation of the text has them."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    bodies: dict[str, Link] = {}
    for link in links:
        if link.entity is not None and link.entity.kind == "organisation" and " " in link.mention.surface:
            bodies[link.entity.id] = link
            for word in link.entity.canonical(document.lang).lower().split():
                owners[word].add(link.entity.id)
    for span in map(partial(_nominative, document, owners), unknown) if bodies else ():
        surface = span.of(document.text)
        named = owners.get(surface.lower(), set())
        if surface.lower() in words.heads and len(named) == 1 and _definite(document, span, words):
            link = bodies[next(iter(named))]
            reasons = (f"the {surface} of {link.canonical}, which is named in full in this text",)
            candidate = replace(link.candidates[0], score=HEAD, reasons=reasons)
            yield Link(Mention(span, surface), link.decision, (candidate,), link.canonical, link.kind, reasons)


def _nominative(document: Document, owners: Container[str], span: Span) -> Span:
    """Return the noun without the s of a possessive that lost its apostrophe."""
    word = span.of(document.text).lower()
    return Span(span.start, span.end - 1) if word.endswith("s") and word not in owners and word[:-1] in owners else span


def _definite(document: Document, span: Span, words: Cues) -> bool:
    """Answer whether one known body is meant: "the Observatory", "the UK-based Observatory", "Observatory head"."""
    before = document.folded[max(0, span.start - 40) : span.start]
    return before.endswith("the ") or bool(_BASED.search(before)) or word_after(document, span) in words.roles
