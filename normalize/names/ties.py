"""How far apart two words are as spellings of one another, and what ties them: how they sound, or a table of fact."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from rapidfuzz.distance import Indel

from normalize.names.costs import distance
from normalize.names.orthographies import PRICE, nearest_reading
from normalize.names.syllables import same_characters, syllables
from normalize.names.words import SERVANT, Word

ALIKE = 0.4  # sounds in common (0 to 1) below which two words need no closer look
APART = 3.2  # nats a letter: words farther than this are not spellings of one another
PET = 1.5  # nats: a pet form for the name
USUAL = 1.0  # nats: two usual spellings of one known name are never farther apart
CONTRAST = 1.0  # nats a letter: what two known names are apart at least, however few letters differ
SYLLABLE = 0.5  # nats: two romanisations of one syllable
DIALECT = 0.9  # nats: one character as two dialects say it
ENDING = 1.5  # nats: the ending of a nominative on one side only
FATHERS = 0.5  # sounds in common of two fathers' names, below which they are two
_FATHER, _FATHER_LONG = ("oviC", "eviC", "ovic", "evic", "ovna", "evna", "ivna"), 4  # -ovich, -ovna ... as sounds
_ENDING = re.compile(r"[aiu]?s$")
ARTICLE = 1.5  # nats: an article written with its word on one side only

likeness = Indel.normalized_similarity
Comparing = Callable[[Word, Word, str], tuple[float, str] | None]


def _without_article(a: Word, b: Word) -> tuple[str, str] | None:
    """Elhassan is Hassan with its article."""
    starts_a, starts_b = a.text[:2] in ("el", "al"), b.text[:2] in ("el", "al")
    if starts_a == starts_b or len(a.code) < 4 or len(b.code) < 4:
        return None
    return (a.code[2:], b.code) if starts_a else (a.code, b.code[2:])


def _without_ending(a: Word, b: Word) -> tuple[str, str] | None:
    """Georgius, Ismets and Kemalis have the endings of Latin, Latvian and Lithuanian."""
    if (a.code[-1] == "s") == (b.code[-1] == "s") or len(a.code) < 4 or len(b.code) < 4:
        return None
    return (_ENDING.sub("", a.code), b.code) if a.code[-1] == "s" else (a.code, _ENDING.sub("", b.code))


def _compared(a: Word, b: Word, script: str) -> tuple[float, str] | None:
    """Return the distance of two words and how they are tied, None when they are not."""
    if a.code == b.code:
        return 0.0, "same"
    if a.initial or b.initial:
        return (0.0, "initial") if a.code[0] == b.code[0] else None
    if a.pet_of & b.pet_of:
        cost = distance(a.code, b.code, script)
        return (cost, "spelling") if cost <= PET else (PET, "pet")
    if script == "Latn" and not (a.names & b.names) and likeness(a.code, b.code) < ALIKE:
        return None
    return _by_sound(a, b, script)


def _other_father(a: Word, b: Word) -> bool:
    """Answer whether two words are the names of two fathers: Viktorovich and Borisovich share their ending alone."""
    if not (a.code.endswith(_FATHER) and b.code.endswith(_FATHER)):
        return False
    return likeness(a.code[:-_FATHER_LONG], b.code[:-_FATHER_LONG]) < FATHERS


def _by_sound(a: Word, b: Word, script: str) -> tuple[float, str] | None:
    cost = distance(a.code, b.code, script)
    if cost > 2 * ARTICLE and (shorter := _without_article(a, b)):
        cost = min(cost, ARTICLE + distance(*shorter, script))
    if cost > 2 * ENDING and (shorter := _without_ending(a, b)):
        cost = min(cost, ENDING + distance(*shorter, script))
    length = len(a.code) + len(b.code)
    if a.names and b.names and (a.code[0] == SERVANT) == (b.code[0] == SERVANT):
        if a.names & b.names:
            return min(cost, USUAL), "spelling"
        return max(cost, CONTRAST * length / 2), "contrast"
    if _other_father(a, b):
        return max(cost, CONTRAST * length / 2), "contrast"
    return (cost, "spelling") if cost <= APART * length / 2 else None


# Each way of comparing remembers its pairs of words, once: what they are made of does not.
compare_words: Comparing = lru_cache(maxsize=1 << 14)(_compared)


def _compared_syllables(a: Word, b: Word, script: str) -> tuple[float, str] | None:
    """Compare parts of Korean or Chinese names: the same syllables, or other names."""
    tie = _compared(a, b, script)
    if a.initial or b.initial or a.code == b.code:
        return tie
    if syllables(a.text) & syllables(b.text):
        return SYLLABLE, "spelling"
    return (max(tie[0], CONTRAST * (len(a.code) + len(b.code)) / 2), "contrast") if tie else None


compare_syllables: Comparing = lru_cache(maxsize=1 << 14)(_compared_syllables)


@lru_cache(maxsize=1 << 14)
def compare_characters(a: Word, b: Word, script: str) -> tuple[float, str] | None:
    """Compare parts of Chinese names: any spellings of one character, in whatever dialect."""
    tie = _compared_syllables(a, b, script)
    if (tie is None or tie[1] == "contrast") and same_characters(a.text, b.text):
        return DIALECT, "spelling"
    return tie


@lru_cache(maxsize=1 << 14)
def compare_read(a: Word, b: Word, script: str, kind: str = "person") -> tuple[float, str] | None:
    """Compare parts of names that may come in many orthographies: Czech, Hungarian, Turkish."""
    tie = _compared(a, b, script)
    if a.initial or b.initial or (tie and (tie[0] <= PRICE or tie[1] == "contrast")):
        return tie
    cost = nearest_reading((a.text, a.code), (b.text, b.code), script, kind)
    return tie if cost is None or (tie and tie[0] <= cost) else (cost, "reading")
