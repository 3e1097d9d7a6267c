"""Korean and Chinese names, syllable by syllable.

A syllable of these names is one morpheme: jong and pong are one edit apart and two names, while jong,
chong and jeong are
one. So syllables are compared by a key that all romanisations of one syllable share (Revised,
McCune-Reischauer, the
passports' own; pinyin, Wade-Giles), and never by edit costs alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import chain

from normalize.names.romanise.characters import spellings, systems
from normalize.names.tables import rows

# Hungarian writes cs, dzs and sz, Czech chch, both j for y.
_ONSET = "kk|gg|k|g|dzs|chch|cs|cz|sz|hs|sh|ch|zh|jj|ts|tz|tt|pp|ss|j|q|c|z|t|d|p|b|f|s|x|r|l|n|m|h"
_SYLLABLE = f"({_ONSET})?((?:(?<=[bdfghklmnprst])j|(?<=h)v)?[aeiouwy]+(?:h(?![aeiouwy]))?)(ng|n|m|k|g|l|r|p|b|t|s)?"
_ONE = re.compile(_SYLLABLE)
_WIDEST = 16  # letters: longer words are not two syllables
_ONSETS = {
    **dict.fromkeys(("kk", "gg", "k", "g"), "K"),
    **dict.fromkeys(("dzs", "chch", "cs", "cz", "ch", "zh", "jj", "ts", "tz", "j", "q", "c", "z"), "J"),
    **dict.fromkeys(("sh", "hs", "ss", "sz", "s", "x"), "S"),
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
    if first in "yij":
        return "y" + _NUCLEI.get(rest, rest)
    if first in "wuv":
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


@lru_cache(maxsize=1 << 14)
def same_syllables(first: str, second: str, both: str) -> bool:
    """Answer whether a word may be two syllables that are written apart in another name.

    >>> same_syllables("jong", "un", "chongun"), same_syllables("jong", "il", "chongun")
    (True, False)
    """
    known = syllables(both)
    return any(f"{x} {y}" in known for x in syllables(first) for y in syllables(second))


@lru_cache(maxsize=1)
def spelt() -> dict[str, frozenset[int]]:
    """Return the characters of names (numbers of rows of dialects.tsv) a syllable may stand for, in any of the dialects.

    >>> bool(spelt()["chen"] & spelt()["tan"]), bool(spelt()["chen"] & spelt()["lim"])
    (True, False)
    """
    found: dict[str, set[int]] = {}
    for number, (characters, southern) in enumerate(rows("dialects.tsv")):
        for syllable in {*southern.split(), *chain(*map(spellings, characters))}:
            found.setdefault(syllable, set()).add(number)
    for number, forms in enumerate(systems().values()):  # what no name of the table has may be spelt in two ways too
        for form in forms:
            found.setdefault(form, set()).add(-number - 1)
    return {syllable: frozenset(numbers) for syllable, numbers in found.items()}


@lru_cache(maxsize=1 << 14)
def _parts(word: str) -> tuple[tuple[frozenset[int], ...], ...]:
    """Return the characters of a word, read as one syllable or as two."""
    table = spelt()
    cuts = [(word[:cut], word[cut:]) for cut in range(1, len(word))] if len(word) < _WIDEST else []
    two = [(table[left], table[right]) for left, right in cuts if left in table and right in table]
    return (((table[word],),) if word in table else ()) + tuple(two)


def has_characters(word: str) -> bool:
    """Answer whether a word is one or two syllables of Chinese names, in any spelling.

    >>> has_characters("kwokwai"), has_characters("il")
    (True, False)
    """
    return bool(_parts(word))


@lru_cache(maxsize=1 << 14)
def same_characters(a: str, b: str, apart: str = "") -> bool:
    """Answer whether two words of one or two syllables may be the same characters; `apart` follows `a`, written apart.

    >>> same_characters("hsien", "xian"), same_characters("kwokwai", "guowei"), same_characters("min", "mang")
    (True, True, False)
    """
    table = spelt()
    if apart and not (a in table and apart in table):
        return False
    first = [(table[a], table[apart])] if apart else _parts(a)
    return any(
        len(x) == len(y) and all(left & right for left, right in zip(x, y, strict=True))
        for x in first
        for y in _parts(b)
    )


_LONGER = {"i": "yi", "o": "oh", "u": "woo", "a": "ah", "e": "eh"}


def longer(syllable: str) -> str:
    """Return a syllable of one letter as it is also spelt: no initial.

    >>> longer("i"), longer("un")
    ('yi', 'un')
    """
    return _LONGER.get(syllable, syllable)


@lru_cache(maxsize=1)
def surnames() -> tuple[frozenset[str], frozenset[str]]:
    """Return the usual spellings of Korean and of Chinese family names."""
    fields = list(rows("surnames.tsv"))
    southern = {character: row[1].split() for row in rows("dialects.tsv") for character in row[0]}
    chinese = [c for language, characters in fields if language == "zh" for c in characters]
    return (
        frozenset(" ".join(words for language, words in fields if language == "ko").split()),
        frozenset(chain(*map(spellings, chinese), *(southern.get(c, ()) for c in chinese))),
    )


def eastern(words: Sequence[str]) -> bool:
    """Answer whether these words are a Korean or Chinese name: a family name at one end, all syllables.

    Before it may stand a given name of another kind: Jackie Chan Kong-sang.

    >>> eastern(["kim", "jong", "un"]), eastern(["kim", "philby"]), eastern(["alan", "leong", "kah", "kit"])
    (True, False, True)
    """
    korean, chinese = surnames()
    if 2 <= len(words) <= 4:
        if (words[0] in korean or words[-1] in korean) and all(syllables(word) for word in words):
            return True
        if (words[0] in chinese or words[-1] in chinese) and all(_parts(word) for word in words):
            return True
    return 3 <= len(words) <= 5 and eastern(words[1:])
