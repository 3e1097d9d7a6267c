"""Where a name may begin in a text, and what holds its words together.

Scripts with capitals are entered only at capitalised words (one word in seven of English news); the others at
every word, Arabic ones also behind the letters that are written onto a noun (and, in, to, by), and scripts without
blanks where a form of the gazetteer begins.
"""

from __future__ import annotations

import re

from normalize.gazetteer import Gazetteer
from normalize.gazetteer.unspaced import RANGES
from normalize.model import Document

# Characters of a class each: capitals, those of a word in a script with capitals, letters of scripts without any.
UPPER = "".join(character for code in range(0x590) if (character := chr(code)).isupper())
INSIDE = r"\w'’ʿʾ‘`´"
CASELESS = r"\u0590-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u097f\u10d0-\u10ff"
UNSPACED = "".join(f"{first}-{last}" for first, last in RANGES)
_CAPITALISED = re.compile(rf"[{UPPER}](?<![\w'’].)[{INSIDE}]*")  # the capital first: it is what is rare
_CASELESS = re.compile(f"[{CASELESS}]+")
_HAS_UNSPACED = re.compile(f"[{UNSPACED}]")
# Written onto the word: Arabic wa-, fa-, bi-, li-, ka-; Hebrew be-, le-, mi-, ha-, ve-, she-.
PREFIXES = r"[وفبلك]{1,2}|[בלמהוש]{1,2}"
_PREFIXED = re.compile(rf"(?:{PREFIXES})(?=\w\w)")
ARTICLE_BEFORE = re.compile(
    r"(?<![\w'’-])(?:al|el|as|ash|ar|ad|an|at|az|ez|es|ed|et|er|ul|bin|ben|ibn|abu|abo|umm)[- ]$"
)
# Between the words of one name in Latin script stands a blank, a hyphen or a particle.
_PARTICLES = (
    *("al", "el", "as", "ash", "ar", "ad", "an", "az", "ez", "bin", "ben", "bint", "ibn", "abu", "umm", "ul", "ud"),
    *("uddin", "de", "del", "della", "der", "den", "di", "da", "do", "dos", "du", "la", "le", "van", "von", "ter"),
    *("ten", "zu", "y", "e"),
)
JOINTS = rf"(?: |[-‐‑]| (?:{'|'.join(_PARTICLES)})[- ])"
BETWEEN = frozenset([*" -‐‑", *(f" {particle}{joint}" for particle in _PARTICLES for joint in " -")])


def entries(document: Document, gazetteer: Gazetteer, start: int, end: int) -> list[tuple[int, int]]:
    """Return start and end of every word from `start` to `end` that a name may begin with."""
    text = document.text
    found = [match.span() for match in _CAPITALISED.finditer(text, start, end)]
    if text.isascii():
        return found
    for match in _CASELESS.finditer(text, start, end):
        found.append(match.span())
        if prefix := _PREFIXED.match(match[0]):
            found += [(match.start() + length, match.end()) for length in range(1, prefix.end() + 1)]
    if _HAS_UNSPACED.search(text, start, end):
        found += [(start + place, start + place + 1) for place in gazetteer.unspaced.of(document.folded[start:end])]
    return sorted(found)


def without_possessive(text: str, start: int, end: int) -> int:
    """Return where the word from `start` to `end` ends without the s that says it owns something."""
    word = text[start:end].rstrip("'’‘`´-")
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return start + len(word)
