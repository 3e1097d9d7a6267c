"""Chinese characters in names: one character is read otherwise in each language, and otherwise again in a foreign name.

李 is Li, Lee, Yi or Ly; 爾 is the end of Carl or Peter. A name in characters does not say whose it is: so it is given
all its readings, and the comparison takes the one that fits.

Weighed: pypinyin (MIT; right for words in context, 6 MB and 0.2 s of start, and Mandarin alone), Unihan itself (Unicode
licence; all the languages): the table beside this file is a part of Unihan, 100 kB, read when the first character is met.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from normalize.names.romanise.rooms import hangul
from normalize.names.tables import rows

_BRACKET = re.compile("[(（]")  # which of several people is meant
FAMILY_FIRST = 4  # characters of a Chinese, Korean or Vietnamese name at most; longer names are foreign ones


@dataclass(frozen=True, slots=True)
class Reading:
    """A name in Latin letters, read in one language, and the script whose costs of spelling hold for it."""

    text: str
    script: str


@lru_cache(maxsize=1)
def _characters() -> dict[str, tuple[str, ...]]:
    """Return the readings of each character: Mandarin, Cantonese, Korean (Hangul), Vietnamese."""
    return {character: tuple(readings) for characters, *readings in rows("characters.tsv") for character in characters}


@lru_cache(maxsize=1)
def _transcriptions() -> dict[str, str]:
    return {character: piece for piece, characters in rows("transcriptions.tsv") for character in characters}


@lru_cache(maxsize=1)
def _southern() -> dict[str, str]:
    """Return the usual Hokkien spelling of a character in names."""
    return {
        character: spellings.split()[0] for characters, spellings in rows("dialects.tsv") for character in characters
    }


def mandarin(character: str) -> str:
    """Return the pinyin of a character without its tone, "" for a rare one.

    >>> mandarin("李"), mandarin("宁")
    ('li', 'ning')
    """
    return _characters().get(character, ("",))[0]


_NONE = ("",) * 4
_LANGUAGES = ("Latn", "Hang", "Latn", "Latn")  # costs of spelling: Cantonese, Korean, Vietnamese, Hokkien


def _syllables(character: str, place: int) -> tuple[str, ...]:
    """Return a character in each of the languages; a Korean family name, the first, may have a reading of its own."""
    _, cantonese, hanguls, vietnamese = _characters().get(character, _NONE)
    korean = hangul(hanguls[0 if place else -1], 0, {})[0] if hanguls else ""
    return cantonese, korean, vietnamese, _southern().get(character, "")


@lru_cache(maxsize=1)
def systems() -> dict[str, tuple[str, ...]]:
    """Return the spellings of each syllable of Mandarin, pinyin first, in the systems names of people are written in.

    >>> systems()["xue"]
    ('xue', 'hsueh', 'syue')
    """
    return {syllable: (syllable, *wade.split(), *russian.split()) for syllable, wade, russian, _ in rows("pinyin.tsv")}


@lru_cache(maxsize=1)
def respellings() -> tuple[dict[str, tuple[str, ...]], ...]:
    """Return for each system (Wade-Giles, Russian, French and the post's maps) the pinyin of its syllables.

    >>> [system["tsin"] for system in respellings() if "tsin" in system]
    [('qin', 'qing'), ('jin',)]
    """
    found: list[dict[str, list[str]]] = [{}, {}, {}]
    for syllable, *columns in rows("pinyin.tsv"):
        wade, russian, french = (column.split() for column in columns)
        for system, forms in zip(found, (wade, russian, french + wade), strict=True):
            for form in (*forms, syllable) if system is found[2] else forms or [syllable]:
                system.setdefault(form, []).append(syllable)
    return tuple({form: tuple(dict.fromkeys(syllables)) for form, syllables in system.items()} for system in found)


def spellings(character: str) -> tuple[str, ...]:
    """Return how a character is spelt in Mandarin, by any system, and in Hong Kong.

    >>> spellings("張")
    ('zhang', 'chang', 'chzhan', 'cheung')
    """
    syllable, cantonese, _, _ = _characters().get(character, _NONE)
    return tuple(dict.fromkeys(filter(None, (*systems().get(syllable, ()), cantonese))))


def transcribed(name: str) -> str:
    """Return a foreign name out of its characters.

    >>> transcribed("斯特凡·巴里")
    'stvan·bari'
    """
    return "".join([_transcriptions().get(c) or mandarin(c) or c for c in name])


def readings(name: str) -> tuple[Reading, ...]:
    """Return the readings of a name in characters, other than Mandarin: those in which every character has one.

    >>> [reading.text for reading in readings("吳作棟")]
    ['ng chok tung', 'o jak dong', 'ngo tac dong', 'goh chok tong', 'wuzuodong']
    """
    name, found = _BRACKET.split(name, maxsplit=1)[0].strip(), []
    if 1 < len(name) <= FAMILY_FIRST:
        by_language = zip(*[_syllables(character, place) for place, character in enumerate(name)], strict=True)
        found = [
            Reading(" ".join(syllables), script)
            for syllables, script in zip(by_language, _LANGUAGES, strict=True)
            if all(syllables)
        ]
    return (*dict.fromkeys(found), Reading(transcribed(name), "Hani"))
