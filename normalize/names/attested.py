"""Whether a spelling of a name is one that somebody uses, or that only this text has."""

from __future__ import annotations

import re
from functools import lru_cache

from normalize.model import Alias
from normalize.names.words import word_of
from normalize.text import fold

UNSEEN = "this text"  # source of an alias that no gazetteer has
CONTINENTAL = str.maketrans("jw", "yv")  # letters of German, Polish and others as English writes their sounds
JOINTS = re.compile(r"[\s‐‑-]+")


def attested(surface: str, alias: Alias, names: tuple[Alias, ...]) -> bool:
    """Answer whether `names` have this very spelling, or every word of it is a usual spelling of one of theirs.

    `alias` is the one by which the name was found. Alexey is no misspelling of Oleksiy.

    >>> names = (Alias("Oleksiy Danilov", "en-Latn", "main", "curated"),)
    >>> attested("Alexey Danilov", names[0], names), attested("Oleksiy Danylow", names[0], names)
    (True, False)
    """
    if alias.source != UNSEEN and (alias.form == surface or fold(alias.form) == fold(surface)):
        return True
    return in_use(surface, names)


@lru_cache(maxsize=1 << 12)
def in_use(surface: str, names: tuple[Alias, ...]) -> bool:
    """Answer whether every word of a name, or of a part of it, is one of `names` or a usual spelling of one."""
    theirs = {word for name in names for word in JOINTS.split(fold(name.form))}
    usual = frozenset().union(*map(_usual, theirs))
    mine = JOINTS.split(fold(surface))
    return all(word in theirs or not usual.isdisjoint(_usual(word)) for word in mine)


def _usual(word: str) -> frozenset[int]:
    """Return the names that a word is a usual spelling of; in German Alexey is Alexej, and Vladimir Wladimir."""
    return word_of(word).names | word_of(word.translate(CONTINENTAL)).names
