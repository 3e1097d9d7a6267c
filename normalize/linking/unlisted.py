"""People the gazetteer does not have, named in full once and by a part of the name from then on: one person, one name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from normalize.linking.written import Tails
from normalize.model import Decision, Link


def unlisted(links: Sequence[Link], tails: Tails, bare: Callable[[str], str]) -> Sequence[Link]:
    """Return the links; short forms of the only unknown person whose full name ends so, with that as canonical name.

    >>> from normalize.linking.written import bare, tails
    >>> from normalize.model import Mention, Span
    >>> said = [Link(Mention(Span(0, 1), name), Decision.NIL, kind="person") for name in ("Soran Aziz", "Aziz")]
    >>> [link.canonical for link in unlisted(said, tails, bare)]
    [None, 'Soran Aziz']
    """
    unknown = [number for number, link in enumerate(links) if link.decision is Decision.NIL and link.kind == "person"]
    full: defaultdict[str, set[str]] = defaultdict(set)
    for number in unknown:
        name = " ".join((links[number].canonical or links[number].mention.surface).split())
        for tail in tails(name) if " " in name else ():
            full[tail].add(name)
    if not full:
        return links
    found = [*links]
    for number in unknown:
        names = full.get(bare(links[number].mention.surface), ())
        if links[number].canonical is None and len(names) == 1:
            found[number] = links[number].named(*names)
    return found
