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


_ENDINGS = tuple(
    "s es er ers or ors ing ings ed ness able less like ate ial al ic ism ist ists man men ship hood ly ry ment th isation ization".split()
)
_BEGINNINGS = tuple("un re non over under anti pre super inter out sub multi de micro".split())
_STEM = 4  # letters
_HALF = 4  # letters of a part of a compound


@lru_cache(maxsize=1 << 14)
def formed(word: str) -> bool:
    """Answer whether a word (small letters) is English, or made of English words the regular way.

    >>> formed("mayors"), formed("unclenching"), formed("handover"), formed("kayakers"), formed("soleimani")
    (True, True, True, True, False)
    """
    known = words()
    if word in known or any(word[:cut] in known and word[cut:] in known for cut in range(_HALF, len(word) - _HALF + 1)):
        return True
    stems = [word, *(word[len(start) :] for start in _BEGINNINGS if word.startswith(start))]
    return any(len(stem) >= _STEM and (stem in known or _derived(stem)) for stem in stems)


def _derived(word: str) -> bool:
    """Answer whether the word is an English one with an ending."""
    known = words()
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _STEM:
            doubled = stem[-1] == stem[-2] and stem[:-1] in known
            if stem in known or stem + "e" in known or doubled:
                return True
    return False


def _read(name: str) -> frozenset[str]:
    return frozenset((files("normalize.text") / "data" / name).read_text("utf-8").split())
