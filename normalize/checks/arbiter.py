"""Which edits stand when several want the same characters: one order, applied in one place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from normalize.model import Claims, Document, Edit, EditScript

# Families of rules, the strongest first: what a larger cut takes away needs no mending, what encoding broke is
# mended before anything is read from it, and a name's spelling goes before punctuation at its edge.
ORDER = ("boilerplate", "encoding", "token", "doubled", "repetition", "name", "punctuation")

Proposal = tuple[Edit, ...]  # edits that stand or fall together


def arbitrate(document: Document, proposals: Iterable[Proposal]) -> EditScript:
    """Choose among proposals: none touches a protected place or another's characters; order of input is no matter.

    >>> from normalize.model import Span
    >>> document = Document("see x.org now", "see x.org now", "en", protected=(Span(4, 9),))
    >>> edit, link = Edit(Span(10, 13), "now", "Now", "case"), Edit(Span(4, 5), "x", "y", "name")
    >>> [edit.rule for edit in arbitrate(document, [(edit,), (link,)])]
    ['case']
    """
    ranked = sorted(filter(None, proposals), key=_rank)
    if not ranked:
        return EditScript()
    kept: list[Edit] = []
    claims = Claims(len(document.text))
    for proposal in ranked:
        if all(claims.free(edit.span) and not document.protects(edit.span) for edit in proposal):
            for edit in proposal:
                claims.take(edit.span)
            kept += proposal
    return EditScript(kept)


def _rank(proposal: Proposal) -> tuple[int, int, int, str, str]:
    first = proposal[0]
    return _order(first.rule), first.span.start, -first.span.end, first.rule, first.after


@lru_cache(maxsize=1024)
def _order(rule: str) -> int:
    family = rule.partition(".")[0]
    return ORDER.index(family) if family in ORDER else len(ORDER)
