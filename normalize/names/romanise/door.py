"""The one door: any text in, Latin letters out, with the place each came from.

Weighed: uroman (universal, but 30 MB of tables, a start of seconds and no sound for unwritten vowels
either), pypinyin
(right for Chinese words in context, 6 MB and 0.2 s of start for what a name's single characters do not need),
transliterate and cyrtranslit (one script each, no offsets), PyICU (no wheels). Own tables are 200 lines
and keep offsets;
unidecode stays behind for scripts without a table and for Chinese characters, imported only when one is met.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache
from itertools import groupby

from normalize.names.romanise.characters import mandarin
from normalize.names.romanise.rooms import ROOMS, hangul, plain_letter
from normalize.names.romanise.tables import BY_LANGUAGE, LETTERS
from normalize.text.scripts import is_latin, script_of

_MARKS_KEPT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640\u0654\u0655"  # Arabic vowels: they are read


_DOTS = frozenset("·・•‧")  # between the parts of a foreign name in Chinese characters: its syllables are one word
_KOREAN_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민나진지엄채원천방공현함변염여추도석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예"
)
_LONGEST_CHINESE = 4  # characters of a Chinese name; longer ones are foreign names


@lru_cache(maxsize=1)
def _unidecode() -> Callable[[str], str]:
    from unidecode import unidecode

    return lambda text: str(unidecode(text, errors="ignore"))


@lru_cache(maxsize=256)
def _letters(script: str, language: str) -> dict[str, str]:
    return {**LETTERS.get(script, {}), **BY_LANGUAGE.get(language, {})}


def _bare(character: str, script: str) -> str:
    """Lower case, and Greek letters without accents (й is a letter of its own)."""
    lower = character.lower()
    return unicodedata.normalize("NFD", lower)[0] if script == "Grek" else lower[0] if lower else character


def _run_script(character: str) -> str:
    if character in _MARKS_KEPT:
        return "Arab"
    if character == "ー":
        return "Kana"
    return "Deva" if "\u0900" <= character <= "\u094f" else script_of(character)


@lru_cache(maxsize=16384)
def _word(word: str, script: str, language: str, apart: bool) -> tuple[tuple[str, int], ...]:
    """Romanise letters of one script: (latin, letters used), in order."""
    bare = "".join(_bare(c, script) for c in word)
    if script not in LETTERS and script != "Hang":
        return tuple(_far_letters(bare, apart and script == "Hani" and len(bare) <= _LONGEST_CHINESE))
    if script == "Hang" and 2 < len(bare) <= _LONGEST_CHINESE and apart and bare[0] in _KOREAN_FAMILIES:
        return tuple((hangul(c, 0, {})[0] + " " * (i + 1 < len(bare)), 1) for i, c in enumerate(bare))
    room, letters = ROOMS.get(script, plain_letter), _letters(script, language)
    pieces, at = [], 0
    while at < len(bare):
        latin, used = room(bare, at, letters)
        pieces.append((latin, used))
        at += used
    return _capitalised(pieces) if word[0] != bare[0] or script in ("Arab", "Hebr", "Geor") else tuple(pieces)


def _far_letters(bare: str, apart: bool) -> list[tuple[str, int]]:
    """Chinese characters (syllables, parted by blanks) and scripts without a table."""
    gap = " " if apart else ""
    latin = [mandarin(c) or _unidecode()(c).strip().lower() for c in bare]
    return [(syllable + (gap if i + 1 < len(bare) else ""), 1) for i, syllable in enumerate(latin)]


def _capitalised(pieces: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    for index, (latin, used) in enumerate(pieces):
        if latin:
            pieces[index] = (latin.capitalize(), used)
            break
    return tuple(pieces)


def romanise_with_offsets(text: str, lang: str = "") -> tuple[str, tuple[int, ...]]:
    """Return `text` in Latin letters and, for each of those, the offset in `text` it stands for.

    >>> romanise_with_offsets("Юрий")
    ('Yuriy', (0, 0, 1, 2, 3))
    """
    if is_latin(text):
        return text, tuple(range(len(text)))
    apart = not _DOTS & set(text) and " " not in text.strip()
    latin: list[str] = []
    origins: list[int] = []
    at = 0
    for script, group in groupby(text, key=_run_script):
        run = "".join(group)
        if script in ("", "Latn"):
            pieces: tuple[tuple[str, int], ...] = tuple((c, 1) for c in run)
        else:
            pieces = _word(run, script, lang.partition("-")[0], apart)
        for piece, used in pieces:
            latin.append(piece)
            origins.extend([at] * len(piece))
            at += used
    return "".join(latin), tuple(origins)


def romanise(text: str, lang: str = "") -> str:
    """Return `text` in Latin letters; Latin letters and everything that is no letter stay as they are.

    `lang` (BCP 47) chooses between readings of one letter: г is g in Russian and h in Ukrainian. Vowels
    that are not
    written are not invented: comparing knows that they may be missing.

    >>> romanise("Владимир Путин"), romanise("Ігор", "uk"), romanise("Κυριάκος Μητσοτάκης")
    ('Vladimir Putin', 'Ihor', 'Kyriakos Mitsotakis')
    >>> romanise("قاآنی"), romanise("김정은"), romanise("サクラ"), romanise("תל אביב")
    ('Qaani', 'gim jeong eun', 'sakura', 'Tl Aviv')
    """
    return romanise_with_offsets(text, lang)[0]
