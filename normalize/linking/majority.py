"""The spelling a text itself writes most, word by word: a surname alone and in the full name are one word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import TypeAlias

from normalize.model import Link
from normalize.names.attested import JOINTS

_WORD = re.compile(r"[^\s‐‑-]+")

_Votes: TypeAlias = (
    "defaultdict[tuple[str, str], Counter[str]]"  # (entity, canonical word or name) to how it is written
)


def parts(link: Link) -> list[tuple[str, str]]:
    """Return (canonical, as written) for all of a mention, and for each word of it where both have as many."""
    if link.respelling is None:
        return []
    whole = (link.respelling, link.mention.surface)
    if link.respelling.isalnum() and link.mention.surface.isalnum():
        return [whole]
    theirs, mine = (JOINTS.split(name) for name in whole)
    return [whole, *zip(theirs, mine, strict=True)] if len(theirs) == len(mine) > 1 else [whole]


def unified(links: Sequence[Link]) -> list[Link]:
    """Return the links with the respelling the text writes most; of two as frequent, the canonical one.

    Capitals are those of the place: a headline stays in capitals, and the first word of a sentence keeps its own.
    """
    votes: _Votes = defaultdict(Counter)
    for link in links:
        for canonical, surface in parts(link):
            if not surface.isupper():
                votes[_key(link, canonical)][surface] += 1
    return [link if link.respelling is None else link.respelt(_usual(link, votes)) for link in links]


def _usual(link: Link, votes: _Votes) -> str:
    canonical, surface = parts(link)[0]
    whole = _most(votes, link, canonical, surface, like=canonical)
    theirs = JOINTS.split(canonical)
    if len(theirs) == 1 or len(_WORD.findall(whole)) != len(theirs):
        return whole
    turn = iter(theirs)
    return _WORD.sub(lambda word: _most(votes, link, next(turn), word[0], like=word[0]), whole)


def _most(votes: _Votes, link: Link, canonical: str, surface: str, like: str) -> str:
    """Return what the text writes most for a canonical word or name, with capitals `like` those of another."""
    count = votes.get(_key(link, canonical))
    if not count:
        return surface
    best = min(count, key=lambda form: (-count[form], form.lower() != canonical.lower(), form))
    if surface.isupper():
        return best.upper()
    return like[0] + best[1:] if like[0].lower() == best[0].lower() else best


def _key(link: Link, canonical: str) -> tuple[str, str]:
    return (link.entity.id if link.entity else "", canonical.lower())
