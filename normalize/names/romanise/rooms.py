"""Scripts whose letters are not read one by one: each room gives (latin, letters used) for one place of a word."""

from __future__ import annotations

from collections.abc import Callable

from normalize.names.romanise.tables import ARABIC, DEVANAGARI, GREEK, HEBREW, KANA

Room = Callable[[str, int, dict[str, str]], tuple[str, int]]

_GREEK_PAIRS = {"ου": "ou", "αι": "ai", "ει": "ei", "οι": "oi", "αυ": "av", "ευ": "ev", "ηυ": "iv", "γγ": "ng", "γκ": "gk", "γχ": "nch",
                "μπ": "mp", "ντ": "nt", "τζ": "tz", "τσ": "ts"}  # fmt: skip
_ARABIC_LONG = {"و": "u", "ي": "i", "ی": "i", "ۆ": "o", "ې": "e"}
_ARABIC_VOWELS = "اأآٱوييىیۆێەېةۀ"
_VOWEL_SIGNS = "ािीुूृेैोौ्ॉ"


def plain_letter(word: str, at: int, letters: dict[str, str]) -> tuple[str, int]:
    """Read one letter by the table."""
    return letters.get(word[at], ""), 1


def arabic(word: str, at: int, letters: dict[str, str]) -> tuple[str, int]:
    """Waw and yeh are vowels after a consonant, consonants at the beginning and before a vowel."""
    letter = word[at]
    if letter in _ARABIC_LONG and at > 0 and (at + 1 == len(word) or word[at + 1] not in _ARABIC_VOWELS):
        return ("w" if word[at - 1] in "اآأ" and letter == "و" else _ARABIC_LONG[letter]), 1
    if letter in "هة" and at + 1 == len(word) and at > 1:
        return ("a" if letter == "ة" else "h"), 1
    if letter == "ع" and at == 0 and word[1:2] not in tuple(_ARABIC_VOWELS):
        return "a", 1
    return letters.get(letter, ARABIC.get(letter, "")), 1


def hebrew(word: str, at: int, letters: dict[str, str]) -> tuple[str, int]:
    """Vav and yod are mostly vowels inside a word; bet, kaf, pe are hard at its beginning; a geresh makes g, z, ts soft."""
    letter, after = word[at], word[at + 1 : at + 2]
    if after and after in "'׳’" and letter in "גזצץ":
        return {"ג": "j", "ז": "zh"}.get(letter, "ch"), 2
    if letter == after and letter in "וי":
        return ("v" if letter == "ו" else "y"), 2
    if at and letter in "וי":
        return ("o" if letter == "ו" else "i"), 1
    if letter == "ה" and at + 1 == len(word) and at:
        return "a", 1
    if at == 0 and letter in "בכפ":
        return {"ב": "b", "כ": "k", "פ": "p"}[letter], 1
    if letter == "ף":
        return "f", 1
    return letters.get(letter, HEBREW.get(letter, "")), 1


def greek(word: str, at: int, letters: dict[str, str]) -> tuple[str, int]:
    """Two letters may be one sound; at the beginning of a word `mp`, `nt`, `gk` are b, d, g."""
    pair = word[at : at + 2]
    if at == 0 and pair in ("μπ", "ντ", "γκ"):
        return {"μπ": "b", "ντ": "d", "γκ": "g"}[pair], 2
    if pair in _GREEK_PAIRS:
        return _GREEK_PAIRS[pair], 2
    return letters.get(word[at], GREEK.get(word[at], "")), 1


def kana(word: str, at: int, letters: dict[str, str]) -> tuple[str, int]:
    """Hiragana is read as katakana; a small vowel joins the syllable before; a small tsu doubles nothing that matters."""
    katakana = "".join(chr(ord(c) + 0x60) if "ぁ" <= c <= "ゖ" else c for c in word[at : at + 2])
    if katakana in KANA and len(katakana) == 2:
        return KANA[katakana], 2
    return letters.get(katakana[0], KANA.get(katakana[0], "")), 1


def devanagari(word: str, at: int, letters: dict[str, str]) -> tuple[str, int]:
    """Read a consonant with its vowel: it carries an `a` unless a vowel sign or a virama follows, or the word ends."""
    latin = letters.get(word[at], DEVANAGARI.get(word[at], ""))
    after = word[at + 1 : at + 2]
    if "क" <= word[at] <= "ह" and (not after or after in _VOWEL_SIGNS):
        return latin[:-1], 1
    return latin, 1


_INITIALS = [
    "g",
    "kk",
    "n",
    "d",
    "tt",
    "r",
    "m",
    "b",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
]
_VOWELS = [
    "a",
    "ae",
    "ya",
    "yae",
    "eo",
    "e",
    "yeo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "eu",
    "ui",
    "i",
]
_FINALS = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "l",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]


def hangul(word: str, at: int, letters: dict[str, str]) -> tuple[str, int]:
    """Revised Romanisation, syllable by syllable, without assimilation (names are written so); a blank parts syllables."""
    index = ord(word[at]) - 0xAC00
    if not 0 <= index < 11172:
        return letters.get(word[at], ""), 1
    latin = _INITIALS[index // 588] + _VOWELS[index % 588 // 28] + _FINALS[index % 28]
    return latin, 1


ROOMS: dict[str, Room] = {
    "Arab": arabic, "Hebr": hebrew, "Grek": greek, "Kana": kana, "Hira": kana, "Deva": devanagari, "Hang": hangul,
}  # fmt: skip
