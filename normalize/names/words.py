"""The words of one name: tokens with their offsets, and the names they spell.

`Token` is what stands in the string; `Word` is what is compared: "Abd al-Rahman" is three tokens and one
word.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from normalize.names.letters import plain, skeleton, sounds
from normalize.names.romanise import romanise, romanise_with_offsets
from normalize.names.tables import distinct, nicknames, rarity, roles, served
from normalize.text.scripts import is_latin, main_script

_TOKEN = re.compile(r"[^\W_]+(?:['’‘ʻʼʾʿ`´′\u0300-\u036f][^\W_]*)*\.?")
SERVANT = "#"  # Abd al-: one sound of its own
RELIGION = "$"  # -al-Din
MOST_TOKENS = 24  # a name has fewer: what follows is not looked at
MOST_CHARACTERS = 400
_COMMON = 2.0**12  # about the count of the most frequent word in rarity.tsv
_SERVANT = re.compile(r"c?[ae]bd(?=..)")
_ALLAH = re.compile(r"[aeiou]{1,2}l+(?:[aeo]h?i?|aye)")
_LINK = re.compile(r"[aeiou]{1,2}(?=[^aeiou])")  # Abdu Salam
_ARTICLE = re.compile(r"[aeiou]{1,2}(?:l(?=[^aeiou])|([^aeioul])(?=\1))")  # Abdel Kader, Abden Nour
_LIKE_LETTERS = str.maketrans("0134579", "oieastg")  # what a digit in a person's name stands for
_RELIGION = re.compile(r"(?<=...)[aeiou]*(?:l?d+|tt)(?:i|ee|e|ei)ne?$")
_GOD = re.compile(r"(?<=..)(?:[aeiou]l+[aeo]h?)$")


class Token(NamedTuple):
    """One written word: `text` as romanised and plain, and where it stands (code points of the original)."""

    text: str
    start: int
    end: int
    dotted: bool = False


_NONE: frozenset[int] = frozenset()  # one for all words: each call would make an object of 216 bytes


@dataclass(frozen=True, slots=True, eq=False)  # one object for one text (`word_of`): quick to look up
class Word:
    """One name to compare: plain letters, sounds, a key of its consonants, how much it says (nats)."""

    text: str
    code: str
    bones: str
    weight: float
    names: frozenset[int]
    pet_of: frozenset[int]
    initial: bool  # one letter


def _servant(text: str) -> str:
    """Abdul Aziz and Abdelaziz begin alike: with one sign, for `abd` alone is no likeness."""
    if not (match := _SERVANT.match(text)):
        return text
    rest = text[match.end() :]
    if _ALLAH.fullmatch(rest):
        return SERVANT + "ala"
    bare = _LINK.sub("", rest, count=1) if rest[0] in "aeiou" else rest
    for name in (rest, bare, bare.removeprefix("l")):
        if sounds(name) in served():
            return SERVANT + name
    if rest[0] not in "aeiou":
        return SERVANT + rest
    return SERVANT + rest[article.end() :] if (article := _ARTICLE.match(rest)) else text


def _compound(text: str) -> str:
    """Saifuddin, Sayf al-Din and Seifeddine end alike, so do Nasrullah and Nasrallah."""
    if len(text) > 6 and text[-1] in "hnea":
        if text[-2:] in ("in", "en", "ne"):
            return _RELIGION.sub(RELIGION, text)
        return _GOD.sub("ala", text)
    return text


@lru_cache(maxsize=1 << 15)
def word_of(text: str, kind: str = "person") -> Word:
    """Return the word of plain letters; only people are servants and lights of religion: Mytilene is no Amin al-Din."""
    if kind == "person" and not text.isalpha() and not text.isdigit():
        text = text.translate(_LIKE_LETTERS)
    heard = sounds(text[:64])
    bare = text[:64] if kind == "place" else _compound(_servant(text))
    code = (heard if bare == text[:64] else sounds(bare)[:64]) or text[:64]
    power, names = rarity().get(code, 1), distinct().get(heard, _NONE)
    if code[0] == SERVANT and code[1:] != "ala":  # as rare as the name it is made of, and another one than that
        power, names = rarity().get(code[1:], 1), frozenset([~name for name in distinct().get(code[1:], ())])
    weight = (13.0 - power) * 0.6931 if len(text) > 1 else 1.0
    pet_of = nicknames().get(heard, _NONE)
    return Word(text, code, skeleton(code), weight, names, pet_of, len(text) == 1)


def _turkic(latin: str) -> str:
    """Read c as j in a name with Turkish letters; q as g in an Azeri one: the same length."""
    if any(letter in latin for letter in "ğĞşŞıİəƏ"):
        latin = latin.replace("c", "j").replace("C", "J")
    if "ə" in latin or "Ə" in latin:
        latin = latin.replace("q", "g").replace("Q", "G").replace("x", "ħ").replace("X", "ħ")
    return latin


def tokens(name: str) -> tuple[Token, ...]:
    """Split `name` at blanks, hyphens and marks; romanise; keep offsets.

    >>> [(token.text, token.start, token.end) for token in tokens("Shia'a Al-Sudani")]
    [('shiaa', 0, 6), ('al', 7, 9), ('sudani', 10, 16)]
    """
    name = name[:MOST_CHARACTERS]
    if name.isascii():
        return _split(name)
    if is_latin(name):
        return _split(_turkic(name))
    latin, origins = romanise_with_offsets(name)
    found = []
    for token in _split(_turkic(latin)):
        start, end = origins[token.start], (origins[token.end] if token.end < len(origins) else len(name))
        end = len(name[:end].rstrip()) if end > start else end
        found.append(Token(token.text, start, max(end, start + 1), token.dotted))
    return tuple(found)


def _split(latin: str) -> tuple[Token, ...]:
    found = []
    for match in _TOKEN.finditer(latin):
        word = match[0]
        if text := plain(word):
            found.append(Token(text[:64], match.start(), match.end(), word[-1] == "."))
            if len(found) == MOST_TOKENS:
                break
    return tuple(found)


__all__ = ["MOST_CHARACTERS", "Token", "Word", "main_script", "roles", "romanise", "tokens", "word_of"]
