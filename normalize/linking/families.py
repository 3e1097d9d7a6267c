"""Other words for an entity in two spellings: a text that says Ansarallah and Ansarullah says one of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import replace

from normalize.linking.respell import Place, respell
from normalize.model import Link

# Kinds of whole names that may be other words than the canonical name, and have spellings of their own.
WORDS = frozenset(["alternative", "former", "exonym", "spelling", "transliteration"])


def agreed(links: Sequence[Link], free: Container[int], lang: str) -> list[Link]:
    """Return the links; those of `free` that have no canonical spelling get the one the text writes most.

    Of equally frequent spellings, the one that comes first.
    """
    written: defaultdict[str, Counter[str]] = defaultdict(Counter)
    loose = {number: link for number, link in enumerate(links) if number in free and _loose(link)}
    for link in loose.values():
        if not link.mention.surface.isupper():
            written[link.candidates[0].entity.id][link.mention.surface] += 1
    found = list(links)
    for number, link in loose.items():
        for head, _ in written[link.candidates[0].entity.id].most_common():
            if len(head.split()) != len(
                link.mention.surface.split()
            ):  # "US Navy" is no spelling of "United States Navy"
                continue
            alias = link.candidates[0].alias
            if new := respell(link.mention.surface, head, link.kind, alias, Place(lang)):
                found[number] = replace(link, respelling=new)
                break
    return found


def _loose(link: Link) -> bool:
    named = link.entity is not None and link.entity.kind != "term"
    return named and link.respelling is None and link.candidates[0].alias.kind in WORDS
