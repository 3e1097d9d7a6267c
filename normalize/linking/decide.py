"""Linked, NIL or ambiguous: the one place where a decision on a known form is made."""

from __future__ import annotations

import re
from dataclasses import replace

from normalize.linking.cohere import Introduced, ranked
from normalize.linking.owners import FULL
from normalize.linking.recognise import Known
from normalize.model import Alias, Candidate, Decision, Entity, Link, Mention
from normalize.text import fold

# How sure a link is, by what speaks for it. Placed by hand in the order of the evidence; a bare surname without a
# full name in the document stays below REWRITE, and is linked but never respelt.
NAMED_IN_FULL = 0.98
INTRODUCED = 0.95
CONTEXT = 0.75
ONLY_OWNER = 0.65
NOTHING = 0.30
REWRITE = 0.80


def decide(found: Known, mention: Mention, there: Introduced) -> Link | None:
    """Decide on one known form; None when it names nobody (a demonym, a machine's mistranslation)."""
    ranks = ranked(found.owners, there)
    if not ranks:
        return None
    # Those for whom the text speaks; where it speaks for nobody, all of them.
    bearers = sum([rank > 0 for _, _, rank in ranks]) or len(ranks)
    weighed = [
        Candidate(entity, alias, *_weigh(_said(mention.surface, alias), entity.id, alias.kind, rank, bearers, there))
        for entity, alias, rank in ranks
    ]
    candidates = tuple(sorted(weighed, key=_by_score))
    best = candidates[0]
    rivals = [other for other in candidates[1:] if other.score >= best.score - 0.1]
    if rivals:
        names = ", ".join(sorted(candidate.entity.canonical() for candidate in (best, *rivals)))
        return Link(mention, Decision.AMBIGUOUS, candidates, kind=best.entity.kind, reasons=(f"may be {names}",))
    if best.score < ONLY_OWNER:
        reason = f"only a weak form of {best.entity.canonical()}, who is not named here"
        return Link(mention, Decision.NIL, candidates, kind=best.entity.kind, reasons=(reason,))
    return Link(mention, Decision.LINKED, candidates, kind=best.entity.kind, reasons=best.reasons)


def held(person: Entity, title: str) -> bool:
    """Answer whether somebody is known for the office named by a title."""
    return bool(title) and bool(re.search(rf"\b{re.escape(title)}\b", person.about.lower()))


def _by_score(candidate: Candidate) -> float:
    return -candidate.score


def in_office(link: Link, title: str, there: Introduced) -> Link:
    """Return the link of a surname to the one person of a country in the text who had the office named before it.

    "Foreign Minister Araghchi" is the one of that name who is known as foreign minister; "Mr Araghchi" says nothing.
    """
    known = [one for one in link.candidates if there.fits(one.entity) and held(one.entity, title)]
    if len(known) != 1:
        return link
    reasons = (f"{known[0].entity.canonical()} is known as {title}", "the text speaks of that country")
    candidate = replace(known[0], score=CONTEXT, reasons=reasons)
    return Link(link.mention, Decision.LINKED, (candidate,), kind=link.kind, reasons=reasons)


def _said(surface: str, alias: Alias) -> str:
    """Return how a reason quotes a form; of one in another case, with the name that it is a case of."""
    declined = not surface.isascii() and fold(surface) != fold(alias.form)
    return f"{surface!r} ({alias.form})" if declined else repr(surface)


def _weigh(said: str, id_: str, kind: str, rank: int, rivals: int, there: Introduced) -> tuple[float, tuple[str, ...]]:
    if kind in FULL and rank == 3:
        return NAMED_IN_FULL, (f"{said} is a known name of it ({kind})",)
    if id_ in there.entities:
        return INTRODUCED, (f"{said} is a {kind} form of it", "it is named in full in this text")
    if id_ in there.told and rank:
        return CONTEXT, (f"{said} is a {kind} form of it", "the words beside it say so")
    if rank:
        return CONTEXT if rank > 1 or rivals == 1 else NOTHING + 0.2, (
            f"{said} is a {kind} form of it",
            "the text speaks of its country",
        )
    if kind == "short" and rivals == 1:
        return ONLY_OWNER, (f"{said} is a short form of it", "nobody else in the gazetteer has this form")
    return NOTHING, (f"{said} is a {kind} form of it",)
