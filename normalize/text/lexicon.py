"""Which words are English: whether a word that also stands in another language is one of its own.

The lists are SCOWL's, sizes 10 to 50 (`data/SCOWL.txt` has its terms): what an everyday dictionary holds, regular
forms included. Larger sizes bring words so rare that in a translation they are more likely left over from the source;
wordfreq and hunspell's dictionaries may not be passed on under MIT.
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """Return the English words written with small letters.

    >>> "mayors" in words(), "alcalde" in words()
    (True, False)
    """
    return _read("english.txt")


@lru_cache(maxsize=1)
def capitalised() -> frozenset[str]:
    """Return the words an English dictionary has with a capital (months, peoples, countries), in small letters.

    >>> "october" in capitalised(), "soleimani" in capitalised()
    (True, False)
    """
    return frozenset(word.lower() for word in _read("english-capitalised.txt"))


def _read(name: str) -> frozenset[str]:
    return frozenset((files("normalize.text") / "data" / name).read_text("utf-8").split())
