"""Which respellings stand: nothing, the text's own majority, what is inconsistent or unattested, or everything."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace

from normalize.model import Link
from normalize.text import fold

# keep: as written. unify: the spelling the text itself uses most. mend: the canonical one where the text spells a
# name in two ways, or in a way the gazetteer has never seen; a spelling that is in use and used throughout stays.
# canonical: the canonical one everywhere.
POLICIES = ("keep", "unify", "mend", "canonical")
DEFAULT = "mend"
UNSEEN = "this text"  # source of an alias that no gazetteer has
_JOINTS = re.compile(r"[\s‐‑-]+")


def settle(links: Sequence[Link], policy: str, ruled: Container[str] = ()) -> tuple[Link, ...]:
    """Return the links with the respellings that `policy` lets stand; those of the entities `ruled` stand anyway."""
    if policy == "canonical":
        return tuple(links)
    if policy == "keep":
        return tuple(_stays(link) for link in links)
    if policy == "unify":
        unified = _unified(links)
        return tuple(link if _id(link) in ruled else other for link, other in zip(links, unified, strict=True))
    uneven = _uneven(links)
    return tuple(
        link if _id(link) in ruled or _id(link) in uneven or not _attested(link) else _stays(link) for link in links
    )


def _stays(link: Link) -> Link:
    return link if link.respelling is None else replace(link, respelling=link.mention.surface)


def _id(link: Link) -> str:
    return link.entity.id if link.entity else ""


def _attested(link: Link) -> bool:
    """Answer whether the gazetteer has this very spelling."""
    return (
        bool(link.candidates)
        and fold(link.candidates[0].alias.form) == fold(link.mention.surface)
        and (link.candidates[0].alias.source != UNSEEN)
    )


def _uneven(links: Sequence[Link]) -> set[str]:
    """Return the entities some part of whose name is written in two ways."""
    written: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for link in links:
        for canonical, surface in _parts(link):
            written[_id(link), canonical.lower()].add(surface)
    return {id_ for (id_, _), surfaces in written.items() if _differ(surfaces)}


def _differ(surfaces: set[str]) -> bool:
    """Answer whether more than the capitals of a headline tells the spellings apart."""
    return len({surface.lower() for surface in surfaces}) > 1 or len({s for s in surfaces if not s.isupper()}) > 1


def _parts(link: Link) -> list[tuple[str, str]]:
    """Return (canonical, as written) for each word of a mention; one pair for all where the words differ in number."""
    if link.respelling is None:
        return []
    theirs, mine = _JOINTS.split(link.respelling), _JOINTS.split(link.mention.surface)
    if len(theirs) != len(mine):
        return [(link.respelling, link.mention.surface)]
    return list(zip(theirs, mine, strict=True))


def _unified(links: Sequence[Link]) -> list[Link]:
    counts: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for link in links:
        if link.respelling is not None:
            counts[_id(link), link.respelling.lower()][link.mention.surface] += 1
    unified = []
    for link in links:
        if link.respelling is None:
            unified.append(link)
            continue
        most = counts[_id(link), link.respelling.lower()].most_common()
        best = min(most, key=lambda item: (-item[1], item[0] != link.respelling, item[0]))[0]
        unified.append(replace(link, respelling=link.mention.surface if link.mention.surface.isupper() else best))
    return unified
