"""Keys under which a name is found: two spellings of one name nearly always share one.

A key is the consonant skeleton of one word, or that skeleton with a hole: in the place of a consonant, or
between two.
One consonant changed leaves the hole in its place in both; one lost or added leaves "sl_" of "slm" and of
"sl". Holes make
small buckets where plain deletions do not: "sl" would be shared with "sml" and "msl" too, three times as
many words.
"""

from __future__ import annotations

from functools import lru_cache

from normalize.names.letters import heard
from normalize.names.prepare import prepare

HOLE = "_"
# Consonants a skeleton must have before one of them may be another: a place has one word, a person another
# to be found by.
_SHORTEST = {"place": 2}
_SHORT = 4
_LONGEST = 12  # consonants looked at


@lru_cache(maxsize=1 << 16)
def word_keys(bones: str, kind: str = "person") -> tuple[str, ...]:
    """Return the skeleton itself first, then with a hole.

    >>> word_keys("sl"), word_keys("sl", "place")
    (('sl', '_sl', 's_l', 'sl_'), ('sl', '_sl', 's_l', 'sl_', '_l', 's_'))
    """
    bones = bones[:_LONGEST]
    holes = [bones[:i] + HOLE + bones[i:] for i in range(len(bones) + 1)] if len(bones) > 1 else []
    if len(bones) >= _SHORTEST.get(kind, _SHORT):
        holes += [bones[:i] + HOLE + bones[i + 1 :] for i in range(len(bones))]
    return (bones, *holes)


def keys(name: str, kind: str = "person") -> frozenset[str]:
    """Return the match keys of `name`, about eight a word; a name without consonants has its sounds as key.

    >>> sorted(keys("Qaani"))
    ['_kn', 'k_n', 'kn', 'kn_']
    >>> bool(keys("Qassem Suleimani") & keys("Ghasem Soleymani"))
    True
    """
    found: set[str] = set()
    for word in prepare(name, kind).words:
        found.update(word_keys(word.bones or heard(word.code), kind))
    return frozenset(found)
