"""Other ways to read a word: Dutch writes Tsj for Ch, Hungarian Cs, Polish Cz; a lost hacek leaves C.

Which language romanised a name is seldom said, and never surely: so a word is compared as it stands first, and as
another orthography would read it only where that explains it better, at a price.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import Indel

from normalize.names.costs import distance
from normalize.names.letters import sounds
from normalize.names.romanise.characters import respellings
from normalize.names.tables import rows

PRICE = 0.7  # nats: another orthography than the usual one of English; set by hand
MOST = 12  # readings of a word
SHORTEST, LONGEST = 4, 20  # letters of a word that may be Chinese syllables
LONGEST_SYLLABLE = 7
MOST_WAYS = 3  # to cut a word into syllables
MOST_RESPELT = 8
ALIKE = 0.7  # sounds in common (0 to 1) below which a reading explains nothing
WORTH = 0.35  # sounds that two words of people share as they stand, below which no reading comes near enough
_likeness = Indel.normalized_similarity


@lru_cache(maxsize=2)
def _orthographies(kind: str) -> tuple[tuple[re.Pattern[str], tuple[tuple[str, str], ...]], ...]:
    found = []
    for _, where, telltale, rewrites in rows("orthographies.tsv"):
        if where in ("any", kind):
            pairs = (rewrite.partition("=") for rewrite in rewrites.split())
            found.append((re.compile(telltale), tuple((old, new) for old, _, new in pairs)))
    return tuple(found)


@lru_cache(maxsize=2)
def _any_telltale(kind: str) -> re.Pattern[str]:
    """Return one expression for all: most words have none."""
    return re.compile("|".join(dict.fromkeys(telltale.pattern for telltale, _ in _orthographies(kind))))


@lru_cache(maxsize=1 << 16)
def readings(text: str, kind: str = "place") -> tuple[str, ...]:
    """Return the sounds of `text` (plain letters) in other orthographies; the usual ones left out.

    Those of a short word of a person's name would explain anything.

    >>> sounds("chishmi") in readings("tsjisjmi"), readings("omar")
    (True, ())
    """
    if kind == "person" and (len(text) < SHORTEST or not _any_telltale(kind).search(text)):
        return ()
    usual = sounds(text)
    found: dict[str, None] = {}
    for telltale, rewrites in _orthographies(kind):
        if telltale.search(text):
            other = text
            for old, new in rewrites:
                other = other.replace(old, new)
            found[sounds(other)] = None
    if kind == "place":
        found.update(dict.fromkeys(map(sounds, respelt(text))))
    found.pop(usual, None)
    return tuple(found)[:MOST]


@lru_cache(maxsize=1 << 14)
def respelt(text: str) -> tuple[str, ...]:
    """Return the pinyin of a word of two syllables or more, as Wade-Giles, Russian or French may have meant it.

    >>> respelt("kuyuan"), respelt("guyuan")
    (('guyuan', 'juyuan', 'quyuan'), ())
    """
    found: dict[str, None] = {}
    if SHORTEST <= len(text) <= LONGEST:
        for system in respellings():
            for syllables in _cut(text, system):
                if len(syllables) > 1:
                    found.update(dict.fromkeys(map("".join, product(*(system[syllable] for syllable in syllables)))))
    found.pop(text, None)
    return tuple(found)[:MOST_RESPELT]


def _cut(text: str, system: Mapping[str, object]) -> list[tuple[str, ...]]:
    """Return the ways to read a word as syllables of a system; inside a word none begins with a vowel."""
    ways: list[list[tuple[str, ...]]] = [[()], *([] for _ in text)]
    for at, before in enumerate(ways[:-1]):
        if before and (not at or text[at] not in "aeiou"):
            for past in range(at + 1, min(at + LONGEST_SYLLABLE, len(text)) + 1):
                if (syllable := text[at:past]) in system:
                    ways[past] += [(*way, syllable) for way in before[:MOST_WAYS]]
    return ways[-1][:MOST_WAYS]


def nearest_reading(a: tuple[str, str], b: tuple[str, str], script: str, kind: str = "place") -> float | None:
    """Return the distance of two words (plain letters, sounds) read in the orthographies that fit best, or None.

    >>> nearest_reading(("tsjisjmi", sounds("tsjisjmi")), ("chishmi", sounds("chishmi")), "Latn")
    0.7
    """
    if script == "Latn" and kind == "person" and _likeness(a[1], b[1]) < WORTH:
        return None
    left, right = (a[1], *readings(a[0], kind)), (b[1], *readings(b[0], kind))
    if len(left) + len(right) == 2:
        return None
    likeness, x, y = max([(_likeness(x, y), x, y) for x, y in product(left, right)])
    if likeness < ALIKE:
        return None
    x, y = (x, y) if script != "Latn" or x <= y else (y, x)
    return PRICE + distance(x, y, script)
