"""The tables of fact beside this file, read once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from normalize.names.letters import plain, sounds

GENERIC = 2.0  # nats: what "party" or "ministry" says
NOTHING = "-"  # in costs.tsv: the sound is not there


def rows(name: str, first: str = "") -> Iterator[list[str]]:
    """Yield the fields of each row of data/`name`, comments left out; `first`: of those with this first field."""
    begins = f"{first}\t" if first else ""
    for line in (files("normalize.names") / "data" / name).read_text("utf-8").splitlines():
        if line and line.startswith(begins) and not line.startswith("# "):
            yield line.split("\t")


@lru_cache(maxsize=1)
def _additions() -> re.Pattern[str]:
    where: dict[str, list[str]] = {"before": [], "behind": []}
    for _, place, words in rows("additions.tsv"):
        where[place] += map(plain, words.split())
    before, behind = ("|".join(sorted(words, key=len, reverse=True)) for words in where.values())
    return re.compile(f"^(?:{before})(?=....)|(?<=...)(?:{behind})$")


def stem(text: str) -> str:
    """Return a word of a place's name without what says new or lower before it, and town or river behind it.

    >>> stem("khasavyurt"), stem("novocherkassk"), stem("yurt")
    ('khasav', 'cherkas', 'yurt')
    """
    return _additions().sub("", text)


@lru_cache(maxsize=8)
def roles(kind: str = "person") -> dict[str, str]:
    """Return what a plain word may be in a name of `kind`: "mr" a title, "bin" lineage."""
    found = {}
    for tag, words in rows("roles.tsv"):
        of_kind, _, role = tag.rpartition(":")
        if (of_kind or "person") == kind:
            found.update({plain(word): role for word in words.split()})
    return found


def _groups(name: str, skip: int = 0) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, fields in enumerate(rows(name)):
        for word in " ".join(fields[skip:]).split():
            found[sounds(plain(word))].add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1)
def nicknames() -> dict[str, frozenset[int]]:
    """Return the given names (numbers of rows) a word is a form of, by its sounds."""
    return _groups("nicknames.tsv")


@lru_cache(maxsize=1)
def distinct() -> dict[str, frozenset[int]]:
    """Return the names (numbers of rows) a word is a usual spelling of, by its sounds."""
    return _groups("distinct.tsv", skip=1)


@lru_cache(maxsize=1)
def arabic() -> frozenset[str]:
    """Return the sounds of names at home in Arabic and Persian."""
    return _spelt_in("ar")


@lru_cache(maxsize=1)
def served() -> frozenset[str]:
    """Return the sounds of the names that Abd al- stands before: Aziz, Rahman."""
    return _spelt_in("abd")


def _spelt_in(tag: str) -> frozenset[str]:
    found = (fields for fields in rows("distinct.tsv") if tag in fields[0].split())
    return frozenset(sounds(plain(word)) for fields in found for word in " ".join(fields[1:]).split())


@lru_cache(maxsize=1)
def rarity() -> dict[str, int]:
    """Return how often words are parts of names (power of two), by their sounds; others are rarer."""
    return {code: int(power) for code, power in rows("rarity.tsv")}


@lru_cache(maxsize=32)
def costs(script: str) -> dict[str, dict[str, float]]:
    """Return costs[sound][other sound] of a script, with "^" before it of first sounds; "" is no sound.

    Latin ones hold both ways. A text needs those of its own script, one row in fifteen.
    """
    table: dict[str, dict[str, float]] = defaultdict(dict)
    for _, left, right, cost in rows("costs.tsv", script):
        x, y = left.replace(NOTHING, ""), right.replace(NOTHING, "")
        table[x][y] = float(cost)
        if script.endswith("Latn"):
            table[y][x] = float(cost)
    return dict(table)


@lru_cache(maxsize=1)
def _generics() -> tuple[tuple[str, tuple[str, ...], float], ...]:
    """Return (English word, its forms in plain letters, what it says) of words that say what an organisation is."""
    found = []
    for word, forms, *says in rows("generics.tsv"):
        found.append((word, (word, *map(plain, forms.split())), float(says[0]) if says else GENERIC))
    return tuple(found)


@lru_cache(maxsize=1)
def generics() -> dict[str, str]:
    """Return the English word for what says of which kind an organisation is: "partiya" a party."""
    return {form: word for word, forms, _ in reversed(_generics()) for form in forms}


@lru_cache(maxsize=1)
def hefts() -> dict[str, float]:
    """Return how much such an English word says, in nats."""
    return {word: says for word, _, says in _generics()}


@lru_cache(maxsize=1 << 12)
def initials_of(word: str) -> frozenset[str]:
    """Return the letters `word` may have in an acronym: its own, and those of its translations."""
    forms = [form for english, known, _ in _generics() if english == word for form in known]
    return frozenset(form[0] for form in (word, *forms))
