"""Names no gazetteer has, spelt in two ways in one text: found by comparing its unknown words with each other."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations, groupby, starmap
from operator import itemgetter

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import ratio

from normalize.model import Document, Span
from normalize.names import compare, keys
from normalize.names.letters import plain
from normalize.names.words import word_of
from normalize.text import fold, lexicon

# Least probability that two words of one text spell one name. Of 213 hand-checked pairs it takes 96 in a hundred of
# those that do and half of those that do not: the tests below decide on these.
ALIKE = 0.75
SLIP = 0.65  # the same for long words of which one letter is another, missing, or one too many
LONG = 7  # letters
SHORTEST = 5
NEAR = 70  # of a hundred: letters in common below which two words need no closer look
MANY = 300  # different words that begin or sound alike: so many are a list's, where names resemble each other by chance
Keys = Callable[[str], frozenset[str]]
WORD = re.compile(r"[^\W\d_](?:(?!['’]s\b)[\w'’])*(?<![_'’])")
Alike = Callable[[str, str], bool]
# Endings that make another word of a name: an adjective, a plural, the name of a woman.
_ENDINGS = frozenset(
    "a aya ya ae ans c e ean eans ens es ese i ia ian ians ic ie iens ies ine ino is ish ism ist ists ns o os s sky ska sm st sts y".split()
)
_SILENT = frozenset(["", "h", "e"])  # letters at the end that a romanisation has or leaves out


@dataclass(slots=True)
class _Word:
    """One spelling: which it is in the text, how often it stands, which words of a name stand before and behind it."""

    order: int
    count: int = 0
    known: bool = False
    before: set[str] = field(default_factory=set)
    behind: set[str] = field(default_factory=set)


class Glance:
    """Tells at a glance the many texts in which no two words can be one name. Remembers words, a bounded number."""

    def __init__(self, keys: Keys, remembered: int) -> None:
        self.keys = keys
        self._words = lru_cache(maxsize=remembered)(_words_of)
        self.alike = lru_cache(maxsize=remembered)(_alike)

    def finds(self, unknown: Iterable[str], known: Iterable[str]) -> bool:
        """Answer whether one of the unknown names has a word that may be a spelling of another word."""
        mine = {word for name in unknown for word in self._words(name)}
        words = sorted(mine.union(*map(self._words, known)))
        letters = {word: word if word.isascii() else _letters(word) for word in words}
        for _, group in groupby(words, key=itemgetter(0)):
            if self._near([*group], mine, letters):
                return True
        seen: set[str] = set()
        shared: set[str] = set()
        for some in map(self.keys, words):
            shared |= seen & some
            seen |= some
        rows: defaultdict[str, list[str]] = defaultdict(list)
        for word in words if shared else ():
            for key in shared.intersection(self.keys(word)):
                rows[key].append(word)
        return any(self._near(row, mine, letters) for row in rows.values())

    def _near(self, words: list[str], mine: set[str], letters: Mapping[str, str]) -> bool:
        if len(words) > MANY:
            return False
        ratios = starmap(ratio, combinations(map(letters.__getitem__, words), 2))
        near = [pair for pair, common in zip(combinations(words, 2), ratios, strict=True) if common >= NEAR]
        return any((a in mine or b in mine) and self.alike(a, b) for a, b in near)


def _letters(word: str) -> str:
    """Return a word as it is compared at a glance: Jabłoński has most of the letters of Yablonsky."""
    return plain(word).capitalize() or word


def _words_of(name: str) -> tuple[str, ...]:
    return tuple(word for word in WORD.findall(name) if _compared(word))


def _compared(word: str) -> bool:
    """Answer whether a word may be a name in two spellings; one with capitals inside is a program's: CPython."""
    return len(word) >= SHORTEST and word.isalpha() and word[0].isupper() and word[1:].islower()


def respellings(
    document: Document,
    unknown: Iterable[Span],
    known: Iterable[Span],
    listed: frozenset[str] = frozenset(),
    glance: Glance | None = None,
) -> Mapping[str, str]:
    """Return for each minority spelling of an unknown word the spelling the text writes most, or the known one.

    `known` are names of the gazetteer: a misspelling of one of their words is an unknown word. `listed` are words of
    the language that a name may be made of: they are no misspelling of each other.
    """
    keys_of, alike = (glance.keys, glance.alike) if glance else (keys, _alike)
    words = _words(document, unknown, known, listed)
    by_key: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for text in sorted(words):
        letters = _letters(text)
        for key in (*keys_of(text), text[:1]):  # or the first letter
            by_key[key][text] = letters
    found: dict[str, str] = {}
    for text in [text for text, word in words.items() if not word.known]:
        rows = [by_key[key] for key in (*keys_of(text), text[:1])]
        sharing = [row for row in rows if len(row) <= MANY]
        if better := _better(text, words, sharing, alike):
            found[text] = better
    return {text: _end(text, found) for text in found}


def _words(
    document: Document, unknown: Iterable[Span], known: Iterable[Span], listed: frozenset[str]
) -> dict[str, _Word]:
    plain = frozenset(document.text.split())
    words: dict[str, _Word] = {}
    for spans, named in ((unknown, False), (known, True)):
        for span in spans:
            row = WORD.findall(span.of(document.text))
            for place, text in enumerate(row):
                if _compared(text) and text.lower() not in plain:
                    word = words.setdefault(text, _Word(len(words)))
                    word.count += 1
                    word.known |= named or text.lower() in listed or text.lower() in lexicon.capitalised()
                    word.before.update(row[place - 1 : place] if place else ())
                    word.behind.update(row[place + 1 : place + 2])
    return words


def _better(text: str, words: Mapping[str, _Word], sharing: Iterable[Mapping[str, str]], alike: Alike) -> str:
    """Return the commonest other spelling of a word, "" when there is none."""
    least, letters = _worth(words[text]), _letters(text)
    near = {
        other
        for row in sharing
        for _, _, other in process.extract(letters, row, scorer=ratio, score_cutoff=NEAR, limit=None)
    }
    worth = {other: value for other in near if (value := _worth(words[other])) > least}
    best = sorted(worth, key=worth.__getitem__, reverse=True)
    return next((other for other in best if _met(text, other, words) and alike(text, other)), "")


def _worth(word: _Word) -> tuple[bool, int, bool, int]:
    """Return what one spelling has before another: known, common, part of a longer name, first."""
    return word.known, word.count, bool(word.before or word.behind), -word.order


def _met(text: str, other: str, words: Mapping[str, _Word]) -> bool:
    """Answer whether two words may be of one name: not in names of different people."""
    a, b = words[text], words[other]
    if other in a.before or other in a.behind:  # the words of one name are not one word
        return False
    sides = ((a.before, b.before), (a.behind, b.behind))
    met = [_meet(ours, theirs) for ours, theirs in sides if ours and theirs]
    given = word_of(fold(text)).names or word_of(fold(other)).names
    return all(met) and not (given and not met)


def _alike(text: str, other: str) -> bool:
    """Answer whether two words by themselves may be one name: alike, and not forms of one word.

    With and without its diacritics a name is spelt in one way (Kaczynski, Kaczyński).
    """
    if _formed(fold(text), fold(other)) or (text.lower() != other.lower() and plain(text) == plain(other)):
        return False
    least = SLIP if min(len(text), len(other)) >= LONG and DamerauLevenshtein.distance(text, other) == 1 else ALIKE
    return compare(text, other).score >= least


def _meet(ours: set[str], theirs: set[str]) -> bool:
    """Answer whether two words share a neighbour, in any spelling, or as an initial."""
    return any(ratio(x, y) >= NEAR or (x[0] == y[0] and 1 in (len(x), len(y))) for x in ours for y in theirs)


def _formed(a: str, b: str) -> bool:
    """Answer whether one word is a form of the other (Latin, Latino), or both of a third (Alekseev, Alekseyeva)."""
    size = next((place for place, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    tails = {a[size:], b[size:]}
    if "" in tails:
        tail = max(tails, key=len)
        end = a[size - 1 : size]
        return (tail not in _SILENT and tail != end) or (end + tail == "ae")  # Auriga, Aurigae
    return tails <= _ENDINGS or tails == {"m", "t"}  # extremism, extremist


def _end(text: str, found: Mapping[str, str]) -> str:
    """Follow one spelling to the next until the last one."""
    seen = {text}
    while text in found and found[text] not in seen:
        text = found[text]
        seen.add(text)
    return text


def respelt(surface: str, better: Mapping[str, str]) -> str:
    """Return a name with its words in the spelling that the text writes most.

    >>> respelt("Fedor Dostoyevsky's", {"Fedor": "Fyodor", "Dostoyevsky": "Dostoevsky"})
    "Fyodor Dostoevsky's"
    """
    return WORD.sub(lambda match: better.get(match[0], match[0]), surface)
