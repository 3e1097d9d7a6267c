"""Folding that keeps the length: one character in, one character out.

An offset in the folded text is an offset in the original, so a match needs no translation back. What cannot be
folded one to one (ligatures, combining marks, tatweel) is left to `names`, which works on single names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from normalize.model.characters import beyond_ascii

# Left: what all of the right are read as.
_SAME = {
    "'": "’‘ʼʻʾʿ`´‛′",  # apostrophes, ayns, hamzas, primes: a name is written with any of them
    '"': "“”„‟«»″",
    "-": "‐‑‒–−",
    " ": "\u00a0\u2002\u2003\u2007\u2009\u202f\u200c\t\n\r",  # Persian: a non-joiner between the parts of a word
    "ا": "أإآٱ",
    "ي": "ىئیېێے",  # the yehs of Persian, Kurdish, Pashto, Urdu; alef maqsura
    "ك": "ک",
    "ه": "ةۀەھہ",  # teh marbuta and the hehs
    "و": "ؤۆ",
    "ر": "ڕ",
    "ل": "ڵ",
    "е": "ё",
    "σ": "ς",
    # Latin letters that Unicode does not decompose
    "i": "ı",
    "o": "ø",
    "d": "đ",
    "l": "ł",
    "h": "ħ",
    "a": "ə",  # Azeri schwa: Əliyev, Aliyev
}
_SPECIAL = {variant: letter for letter, variants in _SAME.items() for variant in variants}


def _fold_character(character: str) -> str:
    if character in _SPECIAL:
        return _SPECIAL[character]
    if "\ud800" <= character <= "\udfff":  # a lone surrogate: no library takes it
        return "\ufffd"
    lower = character.lower()
    lower = lower[0] if len(lower) > 1 else lower  # İ
    if lower in _SPECIAL:
        return _SPECIAL[lower]
    # й and ї are letters of their own, as are the Arabic and Indic letters with dots: only Latin and Greek lose marks.
    if "LATIN" in (name := unicodedata.name(lower, "")) or "GREEK" in name:
        plain = unicodedata.normalize("NFD", lower)[0]
        return _SPECIAL.get(plain, plain)  # ǿ: what a text holds is replaced in no fixed order, so once must be enough
    return lower


_PLAIN_ASCII = tuple((variant, letter) for variant, letter in _SPECIAL.items() if variant.isascii())
PIECE = 100_000  # characters folded at a time: `str.lower` takes twelve bytes for each while it works
BRIEF = 120  # characters of a text, such as a name, of which each is looked up: finding out which change takes longer
MANY = 60  # distinct characters that change, from which on `str.translate` is faster than as many replacements


class _Changes(dict[str, str]):
    """What a lower-case character folds to, found the first time it is met: a text holds a hundred of them."""

    def __missing__(self, character: str) -> str:
        self[character] = folded = _fold_character(character)
        return folded


_CHANGES = _Changes()


class _Table(dict[int, str]):
    """The same for `str.translate`."""

    def __missing__(self, code: int) -> str:
        if "\u3400" <= (character := chr(code)) <= "\ud7ff":  # ideographs: many, and none changes
            return character
        self[code] = folded = _CHANGES[character]
        return folded


_TABLE = _Table()


def _changes(letters: Iterable[str]) -> dict[str, str]:
    """Return what changes; no ideograph does, of which a text has hundreds."""
    lower = [character.lower() for character in letters if not "\u3400" <= character <= "\ud7ff"]
    single = (character for character in (*lower, "ς") if len(character) == 1)  # İ is two; Σ may have become ς
    return {character: plain for character in single if (plain := _CHANGES[character]) != character}


def fold(text: str, letters: Iterable[str] | None = None) -> str:
    """Return `text` in lower case, with plain quotes, hyphens and spaces and without Latin accents, same length.

    `letters` are its different characters that are not ASCII, if they are known.

    >>> fold("Shia’a Al‑Sudani"), fold("İsmail Qaanî"), fold("قاآنی")
    ("shia'a al-sudani", 'ismail qaani', 'قااني')
    """
    if len(text) <= BRIEF:
        return text.replace("İ", "i").lower().translate(_TABLE)
    changes = None if letters is None else _changes(letters)
    if len(text) <= PIECE:
        return _folded(text, changes)
    return "".join([_folded(text[start : start + PIECE], changes) for start in range(0, len(text), PIECE)])


def _folded(text: str, changes: dict[str, str] | None) -> str:
    """Fold `text` by what is known to change, or by what it holds."""
    # One `str.replace` for each distinct character that changes: several times faster than `str.translate`,
    # whose dictionary is asked for every single character as soon as one is not ASCII.
    folded = text.replace("İ", "i").lower()
    for character, plain in _PLAIN_ASCII:
        folded = folded.replace(character, plain)
    if folded.isascii():
        return folded
    if changes is None:
        changes = _changes(set(beyond_ascii(folded)))
    if len(changes) > MANY:
        return folded.translate({ord(character): plain for character, plain in changes.items()})
    for character, plain in changes.items():
        folded = folded.replace(character, plain)
    return folded
