"""Other names of places and organisations: Peking is Beijing, the MEK the MKO. No likeness of letters tells that."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from normalize.names.letters import sounds
from normalize.names.tables import roles, rows
from normalize.names.words import tokens

_TABLES = {"place": "exonyms.tsv", "organisation": "bodies.tsv"}
_SHORTEST = 4  # letters of a name that may be written in lower case: "us" is no country


def letters_of(words: Iterable[str], kind: str) -> str:
    """Return the words of a name together, without articles and what kind of place or body it is."""
    return "".join([word for word in words if word not in roles(kind)])


@lru_cache(maxsize=2)
def _by_sounds(kind: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Return (letters, all names) of those that sound alike."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for names in rows(_TABLES[kind]):
        for name in names:
            letters = letters_of([token.text for token in tokens(name)], kind)
            found.setdefault(sounds(letters), []).append((letters, tuple(names)))
    return found


@lru_cache(maxsize=1 << 14)
def other_names(name: str, kind: str) -> tuple[str, ...]:
    """Return what a place or an organisation is called otherwise.

    A name that sounds like one of the table counts where none is written so.

    >>> other_names("Bombay", "place"), other_names("Charkow Oblast", "place")
    (('Mumbai', 'Bombaim', 'Bombaj', 'Bombajo'), ('Kharkiv', 'Kharkov'))
    >>> other_names("PDKI", "organisation")[:2]
    ('KDPI', 'Democratic Party of Iranian Kurdistan')
    """
    if kind not in _TABLES or (name.islower() and len(name) < _SHORTEST):
        return ()
    letters = letters_of([token.text for token in tokens(name)], kind)
    alike = _by_sounds(kind).get(sounds(letters), [])
    known = [row for row in alike if row[0] == letters] or alike
    others = dict.fromkeys(other for _, names in known for other in names)
    return tuple(other for other in others if letters_of([t.text for t in tokens(other)], kind) != letters)


@lru_cache(maxsize=1)
def _regions() -> dict[str, tuple[str, ...]]:
    """Return the further names of regions, seas, rivers and ranges by their English ones, in small letters."""
    return {name.lower(): tuple(others) for name, *others in rows("regions.tsv")}


def region_names(name: str) -> tuple[str, ...]:
    """Return what neighbours call a region, a sea, a river or a range, by its English name.

    Enough to see that a translation may be right; some of the names are other places' as well.

    >>> region_names("Silesia")[:3]
    ('Schlesien', 'Slezsko', 'Slask')
    """
    return _regions().get(name.lower(), ())
