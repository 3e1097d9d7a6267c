"""Misspellings of unknown names that are mended unasked: those that are nearly certain, a letter in a name told twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import permutations

from rapidfuzz.distance import DamerauLevenshtein

from normalize.linking.context import names_person, names_place
from normalize.linking.cues import Cues
from normalize.linking.policy import CONTINENTAL
from normalize.linking.unknown import WORD
from normalize.model import Document, Link
from normalize.names.letters import plain
from normalize.names.words import word_of
from normalize.text import fold, lexicon

OFTEN = 3  # times a spelling stands for each time of another that is a slip; by itself, in a long word
LONG = 6  # letters
_SENTENCES = re.compile(r"[.!?]\s|[\n;|]")
_UMLAUT = re.compile(r"([aou])e")
_INITIAL = re.compile(r"(?<!\w)(\w)\. $")
Borne = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Surest:
    """What one text says about the spellings of its unknown names. `borne` tells a word that is somebody's surname."""

    document: Document
    words: Cues
    borne: Borne
    counts: Counter[str]
    beside: frozenset[tuple[str, str]]  # two words of one name
    ends: frozenset[tuple[str, str]]  # the last word of a name, and the initial of its first, or nothing
    people: frozenset[str]  # the last words of the names of people
    together: Callable[[str, str], bool]  # whether two words stand in one sentence

    @classmethod
    def of(cls, document: Document, links: Sequence[Link], words: Cues, borne: Borne) -> Surest:
        """Gather what a text says."""
        names = {(link.kind, *WORD.findall(link.mention.surface)) for link in links}
        longer = [name for name in names if len(name) > 2]
        return cls(
            document,
            words,
            borne,
            Counter(WORD.findall(document.text)),
            frozenset(pair for _, *name in longer for pair in permutations(name, 2)),
            frozenset(end for _, first, *_, last in longer for end in ((last, first[0]), (last, ""))),
            frozenset(last for kind, *_, last in longer if kind == "person"),
            lru_cache(maxsize=None)(partial(_together, _by_sentence(document.text))),
        )

    def holds(self, link: Link) -> bool:
        """Answer whether a name is its usual spelling's but for a letter of each changed word, or two vowels."""
        mine, usual = WORD.findall(link.mention.surface), WORD.findall(link.canonical or "")
        changed = [number for number, (old, new) in enumerate(zip(mine, usual, strict=False)) if old != new]
        return bool(changed) and all(self._slip(link, mine, number, usual[number]) for number in changed)

    def _slip(self, link: Link, mine: list[str], number: int, new: str) -> bool:
        old = mine[number]
        if _another(old, new):
            return False
        letters = DamerauLevenshtein.distance(plain(old), plain(new))
        if letters not in (1, 2) or (letters == 2 and _bones(old) != _bones(new)):
            return False
        if self.together(old, new):  # two names in one sentence are two
            return False
        attested = self.borne(fold(old))
        if self._told_in_full(mine, number, new, attested):
            return True
        if attested:
            return False
        if len(mine) > 1:  # Nathan Henrie is nobody called Henrik, however many are
            return False
        often = letters == 1 and self.counts[new] >= OFTEN * self.counts[old] and len(old) >= LONG
        return often or self._surname(link, new)

    def _told_in_full(self, mine: list[str], number: int, new: str, attested: bool) -> bool:
        """Answer whether a name of the text has the usual spelling beside another word of this name.

        Neither Maria and Marina Ivanova nor Ahmad Karimi and Ahmad Karami are one.
        """
        if number == 0 and _usual(mine[0]):
            return False
        others = (word for place, word in enumerate(mine) if place != number)
        telling = (word for word in others if not self._listed(word) and not (attested and _usual(word)))
        return any((new, word) in self.beside for word in telling)

    def _listed(self, word: str) -> bool:
        """Answer whether a word says what is named, and not which: River, Front."""
        words = self.words
        return any(word.lower() in some for some in (words.geography, words.heads, words.common, words.nouns))

    def _surname(self, link: Link, new: str) -> bool:
        """Answer whether a single word ends the full name of somebody who may be meant."""
        span = link.mention.span
        if initial := _INITIAL.search(self.document.text, max(0, span.start - 4), span.start):
            return (new, initial[1]) in self.ends
        if names_person(self.document, span, self.words):
            return (new, "") in self.ends
        return new in self.people and not names_place(self.document, span, self.words)


def _another(old: str, new: str) -> bool:
    """Answer whether a word is no slip of another: an English word (Changed, Changes), or an umlaut written out (Bjoern)."""
    return lexicon.formed(old.lower()) or _UMLAUT.sub(r"\1", plain(old)) == _UMLAUT.sub(r"\1", plain(new))


def _by_sentence(text: str) -> dict[str, set[int]]:
    """Return in which sentences the words of a text stand that a name may have."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, sentence in enumerate(_SENTENCES.split(text)):
        for word in WORD.findall(sentence):
            found[word].add(number)
    return found


def _together(sentences: dict[str, set[int]], one: str, other: str) -> bool:
    return not sentences.get(one, set()).isdisjoint(sentences.get(other, ()))


def _usual(word: str) -> bool:
    """Answer whether a word is a usual given name."""
    return bool(word_of(fold(word)).names)


def _bones(word: str) -> str:
    """Return the consonants of a word, read as in the East of Europe: Yablonsky may be Jabłoński."""
    return word_of(plain(word).translate(CONTINENTAL)).bones


def surest(document: Document, links: Sequence[Link], words: Cues, borne: Borne) -> Sequence[Link]:
    """Return the links; those of unknown names of which it is nearly certain with their usual spelling."""
    unusual = {number for number, link in enumerate(links) if link.entity is None and _unusual(link)}
    if not unusual:
        return links
    said = Surest.of(document, links, words, borne)
    return [_mended(link) if number in unusual and said.holds(link) else link for number, link in enumerate(links)]


def _unusual(link: Link) -> bool:
    return link.canonical not in (None, link.mention.surface)


def _mended(link: Link) -> Link:
    reason = f"a letter or two away from {link.canonical!r}, which the text writes elsewhere"
    return replace(link, respelling=link.canonical, reasons=(*link.reasons, reason))
