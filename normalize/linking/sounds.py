"""How alike two spellings are by themselves: in letters, in consonants, in what is heard."""

from __future__ import annotations

import re

from rapidfuzz.distance import DamerauLevenshtein

from normalize.names import compare
from normalize.names.attested import CONTINENTAL
from normalize.names.letters import plain
from normalize.names.words import word_of
from normalize.text import fold

SOUNDS = 0.9  # of two words: so like that they sound alike, whatever their consonants
_UMLAUT = re.compile("([aou])e")
_SILENT = re.compile("(?<=[ae])h$")


def one_name(old: str, new: str) -> bool:
    """Answer whether two given names are spellings of one."""
    return heard(old) == heard(new) or not word_of(fold(old)).names.isdisjoint(word_of(fold(new)).names)


def heard(word: str) -> str:
    """Return how a word sounds, however its glides are written: Yuri, Yury, Iurii."""
    return re.sub("i+", "i", word_of(plain(word).translate(CONTINENTAL)).code.replace("y", "i"))


def end(word: str) -> str:
    """Return the last letter that is heard: Basra and Basrah end alike, Svatove and Svatovo do not."""
    return _SILENT.sub("", plain(word))[-1]


def letters(old: str, new: str) -> int:
    """Return how many letters of one word are others in the other, missing, or have changed places."""
    return DamerauLevenshtein.distance(plain(old), plain(new))


def close(old: str, new: str) -> bool:
    """Answer whether one letter of a word is another's, or two vowels."""
    count = letters(old, new)
    vowels = count == 2 and bones(old) == bones(new) and len(heard(old)) == len(heard(new))
    return count == 1 or vowels


def near(old: str, new: str) -> bool:
    """Answer whether two words sound alike, or a letter lacks or is out of place; with another letter they may be two."""
    return sound_alike(old, new) or (letters(old, new) == 1 and (len(old) != len(new) or swapped(old, new)))


def swapped(old: str, new: str) -> bool:
    """Answer whether two words have the same letters."""
    return sorted(old) == sorted(new)


def umlaut(old: str, new: str) -> bool:
    """Answer whether an umlaut is written out: Bjoern is Björn."""
    return _UMLAUT.sub(r"\1", plain(old)) == _UMLAUT.sub(r"\1", plain(new))


def sound_alike(old: str, new: str) -> bool:
    """Answer whether two words have the same consonants, or are heard alike all the same: Bahmut, Bakhmut."""
    return bones(old) == bones(new) or compare(old, new).score >= SOUNDS


def bones(word: str) -> str:
    """Return the consonants of a word, read as in the East of Europe: Yablonsky may be Jabłoński."""
    return word_of(plain(word).translate(CONTINENTAL)).bones
