"""Korean and Chinese names, syllable by syllable.

A syllable of these names is one morpheme: jong and pong are one edit apart and two names, while jong,
chong and jeong are
one. So syllables are compared by a key that all romanisations of one syllable share (Revised,
McCune-Reischauer, the
passports' own; pinyin, Wade-Giles), and never by edit costs alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from normalize.names.tables import rows

_ONSET = "kk|gg|gj|k|g|hs|sh|ch|zh|jj|ts|tz|tt|pp|ss|j|q|c|z|t|d|p|b|f|s|x|r|l|n|m|h"
_SYLLABLE = f"({_ONSET})?([aeiouwy]+(?:h(?![aeiouwy]))?)(ng|n|m|k|g|l|r|p|b|t|s)?"
_ONE = re.compile(_SYLLABLE)
_WIDEST = 16  # letters: longer words are not two syllables
_ONSETS = {
    **dict.fromkeys(("kk", "gg", "gj", "k", "g"), "K"),
    **dict.fromkeys(("ch", "zh", "jj", "ts", "tz", "j", "q", "c", "z"), "J"),
    **dict.fromkeys(("sh", "hs", "ss", "s", "x"), "S"),
    **dict.fromkeys(("tt", "t", "d"), "T"),
    **dict.fromkeys(("pp", "p", "b"), "P"),
    "r": "L",
    "l": "L",
}
_CODAS = {"g": "k", "r": "l", "b": "p", "s": "t", "ng": "N"}
_NUCLEI = {
    "a": "a", "ah": "a", "ae": "e", "e": "e", "ai": "e", "ay": "e", "ei": "e", "eh": "e", "ey": "e", "eo": "o", "o": "o",
    "oh": "o", "u": "o", "oo": "o", "ou": "o", "eu": "o", "uh": "o", "i": "i", "ee": "i", "ih": "i", "ui": "i", "eui": "i",
    "ea": "e", "y": "i", "oi": "we", "oe": "we", "oy": "we", "wi": "wi", "ie": "ye", "ao": "ao", "au": "ao", "aw": "ao",
}  # fmt: skip
# Words read as a whole: their letters mislead.
_WHOLE = {
    "park": "Pak",
    "lee": "i",
    "rhee": "i",
    "yi": "i",
    "yee": "i",
    "leigh": "i",
    "woo": "wo",
    "wu": "wo",
    "u": "wo",
    "bark": "Pak",
}


def _nucleus(letters: str) -> str:
    """One key for the spellings of a vowel: yeo, yo and yu; ian and ien begin alike."""
    if known := _NUCLEI.get(letters):
        return known
    first, rest = letters[0], letters[1:]
    if first in "yi":
        return "y" + _NUCLEI.get(rest, rest)
    if first in "wu":
        return "w" + _NUCLEI.get(rest, rest)
    return letters


def _key(match: re.Match[str]) -> str:
    onset, nucleus, coda = match[1] or "", _nucleus(match[2]), match[3] or ""
    onset = _ONSETS.get(onset, onset)
    if onset == "L" and nucleus[0] in "iy":  # Ri, Li and Yi are one name
        onset = ""
    return onset + nucleus + _CODAS.get(coda, coda)


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> frozenset[str]:
    """Return the keys `word` (plain letters) may have as one or two syllables; maybe none.

    >>> bool(syllables("jeong") & syllables("chong")), syllables("jong") & syllables("pong")
    (True, frozenset())
    >>> bool(syllables("jongun") & syllables("chongun"))
    True
    """
    if word in _WHOLE:
        return frozenset((_WHOLE[word],))
    found = set()
    if len(word) < _WIDEST and (match := _ONE.fullmatch(word)):
        found.add(_key(match))
    for cut in range(1, len(word) if len(word) < _WIDEST else 0):
        left, right = _ONE.fullmatch(word, 0, cut), _ONE.fullmatch(word, cut)
        if left and right and len(word) > 3:
            found.add(_key(left) + " " + _key(right))
    return frozenset(found)


@lru_cache(maxsize=1)
def dialects() -> dict[str, frozenset[int]]:
    """Return the Chinese characters (numbers of rows) a syllable may stand for, in any of the dialects' passports.

    >>> bool(dialects()["chen"] & dialects()["tan"]), bool(dialects()["chen"] & dialects()["lim"])
    (True, False)
    """
    found: dict[str, set[int]] = {}
    for number, fields in enumerate(rows("dialects.tsv")):
        for word in " ".join(fields).split():
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=1)
def surnames() -> frozenset[str]:
    """Return the usual spellings of Korean and Chinese family names."""
    return frozenset(word for fields in rows("surnames.tsv") for word in " ".join(fields[1:]).split())


def eastern(words: list[str]) -> bool:
    """Answer whether these words are a Korean or Chinese name: a family name at one end, all syllables.

    >>> eastern(["kim", "jong", "un"]), eastern(["kim", "philby"])
    (True, False)
    """
    if not 2 <= len(words) <= 4 or (words[0] not in surnames() and words[-1] not in surnames()):
        return False
    return all(syllables(word) for word in words)
