"""Which respellings stand: nothing, the text's own majority, what is inconsistent or unattested, or everything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Container, Sequence

from normalize.linking.exchange import ARTICLES
from normalize.linking.majority import parts, unified
from normalize.linking.native import misspelt
from normalize.model import Link
from normalize.names.attested import attested
from normalize.text.language import UNKNOWN

# keep: as written. unify: the spelling the text itself uses most. mend: the canonical one where the text spells a
# name in two ways, or in a way the gazetteer has never seen; a spelling that is in use and used throughout stays.
# canonical: the canonical one everywhere.
POLICIES = ("keep", "unify", "mend", "canonical")
DEFAULT = "mend"
ATTESTED = "en"  # the language in which the gazetteer has the spellings that are in use
_NAMED = frozenset(["person", "place"])
_DOT = "\u0307"  # left over of a Turkish capital İ
TOLD = 200  # characters of a text whose language can be told: if it was not, its names stay


def settle(
    links: Sequence[Link],
    policy: str,
    ruled: Container[str] = (),
    quoted: Callable[[], Container[int]] = tuple,
    *,
    all_seen: bool = True,
) -> tuple[Link, ...]:
    """Return the links with the respellings that `policy` lets stand; those of the entities `ruled` stand anyway.

    `quoted` tells the numbers of links whose spelling is a quotation's: where it is in use, it is not mended. Of a
    language whose usual spellings the gazetteer has not `all_seen`, one that it lacks is no error.
    """
    if policy == "canonical":
        return tuple(links)
    if policy == "keep":
        return tuple(_stays(link) for link in links)
    if policy == "unify":
        return tuple(link if _id(link) in ruled else other for link, other in zip(links, unified(links), strict=True))
    odd = {
        number: _id(link) for number, link in enumerate(links) if link.respelling not in (None, link.mention.surface)
    }
    if not odd:
        return tuple(links)
    uneven = _uneven(links, {*odd.values()})
    inside = quoted() if uneven else ()
    settled = [*links]
    for number, id_ in odd.items():
        usual = not all_seen or _attested(links[number])
        if id_ not in ruled and usual and (number in inside or id_ not in uneven):
            settled[number] = _stays(links[number])
    return tuple(settled)


def policy_for(lang: str, length: int, policy: str) -> tuple[str, bool]:
    """Return what a text of so many characters gets of a policy, and whether the gazetteer has seen its spellings.

    >>> policy_for("en", 5000, "mend"), policy_for("fr", 5000, "mend"), policy_for("und", 5000, "mend")
    (('mend', True), ('mend', False), ('keep', False))
    """
    if lang == UNKNOWN:
        return ("keep" if policy == "mend" and length >= TOLD else policy), length < TOLD
    return policy, lang == ATTESTED


def _stays(link: Link) -> Link:
    return link if link.respelling is None else link.respelt(link.mention.surface)


def _id(link: Link) -> str:
    return link.entity.id if link.entity else ""


def _attested(link: Link) -> bool:
    """Answer whether the spelling is in use: who writes it throughout has chosen it."""
    best = link.candidates[0]
    return not misspelt(link) and attested(link.mention.surface, best.alias, best.entity.names)


def _uneven(links: Sequence[Link], ids: Container[str]) -> set[str]:
    """Return those of the entities some part of whose name is written in two ways."""
    written: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for link in links:
        if (id_ := _id(link)) in ids:
            for canonical, surface in parts(link):
                written[id_, canonical.lower()].add(_spelt(link, surface))
    return {id_ for (id_, _), surfaces in written.items() if _differ(surfaces)}


def _spelt(link: Link, part: str) -> str:
    """Return a part of a name as it is compared: in a body's name, made of words, only an article's capital tells.

    The Jordanian Army is the Jordanian army further on, and a headline may have the Saudi-Led Coalition.
    """
    return part if link.kind in _NAMED or part.lower() in ARTICLES else part.lower()


def _differ(surfaces: set[str]) -> bool:
    """Answer whether more than the capitals of a headline tells the spellings apart."""
    small = {surface.lower().replace(_DOT, "") for surface in surfaces}
    return len(small) > 1 or len({surface for surface in surfaces if not surface.isupper()}) > 1
