"""Keys under which a name is found: two spellings of one name nearly always share one.

A key is the consonant skeleton of one word, or that skeleton without one of its consonants: one consonant lost, added
or changed leaves a key in common. Very short skeletons keep no deletions, they would be shared by everybody.
"""

from __future__ import annotations

from functools import lru_cache

from normalize.names.prepare import prepare

_SHORTEST = 3  # consonants a skeleton must have before one is left out


@lru_cache(maxsize=1 << 16)
def word_keys(bones: str) -> tuple[str, ...]:
    """Return the skeleton itself first, then what is left when one of its consonants is left out.

    >>> word_keys("slmn")
    ('slmn', 'lmn', 'smn', 'sln', 'slm')
    """
    bones = bones[:12]
    if len(bones) < _SHORTEST:
        return (bones,)
    return (bones, *dict.fromkeys(bones[:i] + bones[i + 1 :] for i in range(len(bones))))


def keys(name: str, kind: str = "person") -> frozenset[str]:
    """Return the match keys of `name`, about five a word; a name without consonants has its sounds as key.

    >>> sorted(keys("Qaani"))
    ['kn']
    >>> bool(keys("Qassem Suleimani") & keys("Ghasem Soleymani"))
    True
    """
    found: set[str] = set()
    for word in prepare(name, kind).words:
        found.update(word_keys(word.bones or word.code))
    return frozenset(found)
