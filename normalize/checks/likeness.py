"""How alike a word of a text and a word of its source sound, in whatever letters the two are written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import fuzz

from normalize.names.letters import heard, plain, sounds
from normalize.names.romanise import romanise

_MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0962\u0963"  # of letters before them
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_MARKS}]|['’-](?=[^\W\d_]))*")
_POSSESSIVE = re.compile(r"['’]s?$")
_JOINT = re.compile(r"['’ -]")
_CONTRACTED = re.compile(r"['’](?:d|ll|m|re|s|t|ve)$", re.IGNORECASE)
_OPENING = " \"'“‘„»«([-–—¿¡"
# Percent less for what is only alike at the beginning, as a word before its ending is, or somewhere inside.
_BEGINS, _BEGINS_SHORT, _INSIDE = 1, 5, 8
_SHORT = 5  # sounds; of shorter words many begin alike
SMALL = 12  # percent less for a word in small letters: a name is rarely one


@dataclass(frozen=True, slots=True)
class Word:
    """A word where it stands, how it sounds, and whether it begins a sentence."""

    start: int
    text: str
    sound: str
    opens: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[0].isupper()

    @property
    def end(self) -> int:
        """Behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Said:
    """The words of a text, and how they sound, also their parts and two in a row: of capitals, and of the others."""

    words: tuple[Word, ...]
    capital: frozenset[str]
    small: frozenset[str]

    def likest(self, word: str, lang: str = "", less: int = SMALL) -> float:
        """Return how like the likest of the words is, in percent; `less` is taken off for those in small letters."""
        sound = sounding(word, lang)
        capital = max((alike(sound, other) for other in self.capital), default=0.0)
        return max(capital, max((alike(sound, other) - less for other in self.small), default=0.0))


@lru_cache(maxsize=1 << 15)
def sounding(word: str, lang: str = "") -> str:
    """Return how a word sounds, roughly: one symbol for sounds that languages exchange.

    >>> sounding("Nikita"), sounding("Никита", "ru"), sounding("Hanna") == sounding("Ханна", "ru")
    ('nikita', 'nikita', True)
    """
    return heard(sounds(plain(romanise(word, lang))).replace("X", "h"))


@lru_cache(maxsize=1 << 16)
def alike(a: str, b: str) -> float:
    """Return how alike two sounds are, in percent: as they are, without what one has more at the end, or inside.

    >>> round(alike(sounding("Ostrava"), sounding("Ostravou"))), round(alike(sounding("Ostrava"), sounding("Plzně")))
    (86, 19)
    """
    if not a or not b:
        return 0.0
    short, long = sorted((a, b), key=len)
    best, more = fuzz.ratio(a, b), len(long) - len(short)
    if more and len(short) > 2:
        less = _BEGINS if len(short) >= _SHORT else _BEGINS_SHORT
        best = max(best, fuzz.ratio(short, long[: len(short)]) - less)
    if more > 3 and len(short) >= _SHORT:
        best = max(best, fuzz.partial_ratio(short, long) - _INSIDE)
    return best


@lru_cache(maxsize=8)
def said(text: str, lang: str = "") -> Said:
    """Return the words of `text` and how they sound.

    >>> [word.text for word in said("Anna O’Neill’s dog met Jean-Luc.").words]
    ['Anna', 'O’Neill', 'dog', 'met', 'Jean-Luc']
    """
    words = tuple(_words(text, lang))
    capital, small = set[str](), set[str]()
    for word in words:
        for part in {word.text, *parts(word.text)}:
            (capital if part[0].isupper() else small).add(sounding(part, lang))
    for first, second in pairwise(words):
        if text[first.end : second.start] == " ":
            (capital if first.capital and second.capital else small).add(first.sound + second.sound)
    return Said(words, frozenset(capital), frozenset(small))


def _words(text: str, lang: str) -> Iterable[Word]:
    for match in WORD.finditer(text):
        word = _POSSESSIVE.sub("", match[0])
        before = text[max(0, match.start() - 8) : match.start()].rstrip(_OPENING)[-1:]
        yield Word(match.start(), word, sounding(word, lang), before in ("", ".", "!", "?", ":", "\n"))


def contracted(word: str) -> bool:
    """Answer whether an English verb or negation was drawn into the word: I'll, won't."""
    return bool(_CONTRACTED.search(word))


def parts(word: str) -> list[str]:
    """Return the parts of a word or name with blanks, hyphens or apostrophes in it, of two letters at least."""
    found = _JOINT.split(word)
    return [part for part in found if len(part) > 1] if len(found) > 1 else []
