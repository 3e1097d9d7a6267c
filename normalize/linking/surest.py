"""Which unknown names are another spelling: likely, to be unified when asked, or so surely that they are mended unasked."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import permutations

from normalize.linking.context import names_person, names_place
from normalize.linking.cues import Cues
from normalize.linking.sounds import close, end, heard, letters, near, one_name, sound_alike, swapped, umlaut
from normalize.linking.unknown import LONG, WORD
from normalize.model import Document, Link
from normalize.names.syllables import has_characters
from normalize.names.words import word_of
from normalize.text import fold, lexicon

OFTEN = 3  # times a spelling stands for each time of another that is a slip; by itself, in a word of SIX letters
SIX = 6
_SENTENCES = re.compile(r"[.!?]\s|[\n;|]")
_INITIAL = re.compile(r"(?<!\w)(\w)\. $")
Established = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Surest:
    """What one text says about the spellings of its unknown names."""

    document: Document
    words: Cues
    established: Established  # tells a word that is one elsewhere
    counts: Counter[str]
    beside: frozenset[tuple[str, str]]  # two words of one name
    ends: frozenset[tuple[str, str]]  # the last word of a name, and the initial of its first, or nothing
    people: frozenset[str]  # the last words of the names of people
    together: Callable[[str, str], bool]  # whether two words stand in one sentence

    @classmethod
    def of(cls, document: Document, links: Sequence[Link], words: Cues, established: Established) -> Surest:
        """Gather what a text says."""
        names = {(link.kind, *WORD.findall(link.mention.surface)) for link in links}
        longer = [name for name in names if len(name) > 2]
        return cls(
            document,
            words,
            established,
            Counter(WORD.findall(document.text)),
            frozenset(pair for _, *name in longer for pair in permutations(name, 2)),
            frozenset(end for _, first, *_, last in longer for end in ((last, first[0]), (last, ""))),
            frozenset(last for kind, *_, last in longer if kind == "person"),
            lru_cache(maxsize=None)(partial(_together, _by_sentence(document.text))),
        )

    def likely(self, link: Link) -> bool:
        """Answer whether a name is its usual spelling's, as far as nothing speaks against it."""
        changed = _changed(link)
        return bool(changed) and all(
            self._may_be(link, *change) and (self._slip(link, *change) or near(*change)) for change in changed
        )

    def sure(self, link: Link) -> bool:
        """Answer whether a name is so nearly its usual spelling, or so clearly its, that nobody need be asked."""
        changed = _changed(link)
        return bool(changed) and all(self._may_be(link, *change) and self._slip(link, *change) for change in changed)

    def _may_be(self, link: Link, old: str, new: str) -> bool:
        """Answer whether no other text says that two words are two names, or one is none."""
        if self._alone(link) or lexicon.formed(fold(old)) or (_chinese(old, new) and not self._more(new, old, OFTEN)):
            return False
        return not (self.established(old) and self.established(new)) or self._told_in_full(link, old, new)

    def _alone(self, link: Link) -> bool:
        """Answer whether nothing but an address stands in the line of a name: of those in a list, each is somebody else."""
        line = self.document.lines[self.document.line_at(link.mention.span.start)].of(self.document.text)
        return line.partition("<")[0].strip(" \t*•-,") == link.mention.surface

    def _slip(self, link: Link, old: str, new: str) -> bool:
        """Answer whether a word is nearly the other, and the name it is in, how often it stands or its sound say it is."""
        if not close(old, new) or self._two(old, new):
            return False
        return self._told_in_full(link, old, new) or (not self.established(old) and self._by_itself(link, old, new))

    def _two(self, old: str, new: str) -> bool:
        """Answer whether two words may be two names, or it is not told which of them is the slip."""
        more = self.counts[new] - self.counts[old]
        untold = (more == 0 and swapped(old, new)) or umlaut(old, new)
        return more < 0 or untold or self.together(old, new) or (self.established(old) and not self.established(new))

    def _by_itself(self, link: Link, old: str, new: str) -> bool:
        """Answer whether a word is nearly another though no name holds both, alone or beside words of the language."""
        others = (word for word in WORD.findall(link.mention.surface) if word != old)
        if not all(lexicon.formed(fold(word)) for word in others):  # Nathan Henrie is nobody called Henrik
            return False
        if len(old) >= SIX and letters(old, new) == 1 and self._more(new, old, OFTEN):
            return True
        span = link.mention.span
        if initial := _INITIAL.search(self.document.text, max(0, span.start - 4), span.start):
            return (new, initial[1]) in self.ends
        return self._one_sound(old, new) or self._surname(link, new)

    def _more(self, new: str, old: str, times: int = 1) -> bool:
        """Answer whether a text writes one word more than another, or so many times for each time of it."""
        return self.counts[new] > self.counts[old] and self.counts[new] >= times * self.counts[old]

    def _one_sound(self, old: str, new: str) -> bool:
        """Answer whether two words are one name in two romanisations: heard alike, or nearly and the text prefers one."""
        if (self.established(new) and len(old) < LONG) or end(old) != end(new) or _chinese(old, new):
            return False
        often = self._more(new, old, OFTEN if len(old) < SIX else 1)
        return heard(old) == heard(new) or (often and sound_alike(old, new))

    def _told_in_full(self, link: Link, old: str, new: str) -> bool:
        """Answer whether a name of the text has the usual spelling beside another word of this name.

        Neither Maria and Marina Ivanova nor Ahmad Karimi and Ahmad Karami are one; Natalia and Natalya Ivanova are.
        """
        first, *rest = WORD.findall(link.mention.surface)
        known = self.established(old)
        if old == first and known and not one_name(old, new):
            return False
        others = (word for word in (first, *rest) if word != old and word[0].isupper() and not self._listed(word))
        telling = (word for word in others if not (known and _usual(word)))
        return any((new, word) in self.beside for word in telling)

    def _listed(self, word: str) -> bool:
        """Answer whether a word says what is named, and not which: River, Front."""
        words = self.words
        return any(word.lower() in some for some in (words.geography, words.heads, words.common, words.nouns))

    def _surname(self, link: Link, new: str) -> bool:
        """Answer whether a single word ends the full name of somebody who may be meant."""
        span = link.mention.span
        if not WORD.fullmatch(link.mention.surface) or names_place(self.document, span, self.words):
            return False
        return new in self.people or ((new, "") in self.ends and bool(names_person(self.document, span, self.words)))


def _changed(link: Link) -> list[tuple[str, str]]:
    """Return the words of a name that its usual spelling has otherwise, each with that."""
    pairs = zip(WORD.findall(link.mention.surface), WORD.findall(link.canonical or ""), strict=False)
    return [(old, new) for old, new in pairs if old != new]


def _by_sentence(text: str) -> dict[str, set[int]]:
    """Return in which sentences the words of a text stand that a name may have."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, sentence in enumerate(_SENTENCES.split(text)):
        for word in WORD.findall(sentence):
            found[word].add(number)
    return found


def _together(sentences: dict[str, set[int]], one: str, other: str) -> bool:
    return not sentences.get(one, set()).isdisjoint(sentences.get(other, ()))


def _chinese(old: str, new: str) -> bool:
    """Answer whether two words may be Chinese, where another vowel makes another name: Henan, Hunan."""
    return has_characters(fold(old)) or has_characters(fold(new))


def _usual(word: str) -> bool:
    """Answer whether a word is a usual given name."""
    return bool(word_of(fold(word)).names)


def surest(
    document: Document, links: Sequence[Link], words: Cues, established: Established, *, asked: bool
) -> Sequence[Link]:
    """Return the links; those of unknown names with their usual spelling: the sure ones, or all likely ones if asked."""
    unusual = {number for number, link in enumerate(links) if link.entity is None and _unusual(link)}
    if not unusual:
        return links
    said = Surest.of(document, links, words, established)
    holds = said.likely if asked else said.sure
    return [_mended(link) if number in unusual and holds(link) else link for number, link in enumerate(links)]


def _unusual(link: Link) -> bool:
    return link.canonical not in (None, link.mention.surface)


def _mended(link: Link) -> Link:
    reason = f"a letter or two away from {link.canonical!r}, which the text writes elsewhere"
    return replace(link, respelling=link.canonical, reasons=(*link.reasons, reason))
