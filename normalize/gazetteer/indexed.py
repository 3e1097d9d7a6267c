"""What a search index consists of, and how it is gathered: words, the names they stand in, and the keys that find them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import count, pairwise
from typing import Protocol, TypeVar

from normalize.gazetteer.postings import gathered
from normalize.names.keys import word_keys
from normalize.names.letters import heard, skeleton, sounds, weighed
from normalize.names.orthographies import readings
from normalize.names.prepare import Prepared
from normalize.names.tables import stem
from normalize.names.words import Word, word_of

FINE = 1024  # steps a nat of a name
COARSE = 16  # and of a word
LONGEST_JOINED = 15  # letters: longer words are not written apart


def wanted(name: Prepared) -> set[tuple[Word, bool]]:
    """Return the words of a name (True) and its neighbours as one (False): Lin Na may be written Linna."""
    texts = [word.text for word in name.words]
    joined = {(word_of(x + y, name.kind), False) for x, y in pairwise(texts) if 3 < len(x + y) < LONGEST_JOINED}
    return {(word, True) for word in name.words} | joined


def keys_of(
    code: str, word: Word, whole: bool, kind: str, keys: Callable[[str, str], tuple[str, ...]] = word_keys
) -> tuple[str, ...]:
    """Return the keys of a word read as `code`; a joined one is found by its whole skeleton alone, but not a place."""
    bones = (word.bones if code == word.code else skeleton(code)) or heard(code)
    return keys(bones, kind) if whole or kind == "place" else (bones,)


def read_as(word: Word, kind: str) -> tuple[str, ...]:
    """Return the sounds of a word; of a place also in other orthographies, and without what says town or river.

    >>> read_as(word_of("tarakend", "place"), "place"), read_as(word_of("tarakend"), "person")
    (('tarakend', 'tara'), ('tarakend',))
    """
    if kind != "place":
        return (word.code,)
    return tuple(dict.fromkeys((word.code, *readings(word.text), sounds(stem(word.text)))))


def first_look(code: str, kind: str) -> str:
    """Return sounds as two words are compared by first: of places, where vowels change most, with less weight on these."""
    return weighed(code) if kind == "place" else heard(code)


def as_heard(name: Prepared) -> str:
    """Return the words of a name as heard: for a first look at the whole of it.

    A blank is between them but in a place, whose words are written together as often and keep their order.

    >>> from normalize.names import prepare
    >>> as_heard(prepare("Muammar al-Qaddafi")) == as_heard(prepare("Moammar Gathafi"))
    True
    """
    return first_look(between(name.kind).join([word.code for word in name.words]), name.kind)


def between(kind: str) -> str:
    """Return what stands between two words of a name as heard."""
    return "" if kind == "place" else " "


T_co = TypeVar("T_co", covariant=True)


class Table(Protocol[T_co]):
    """Rows by their number."""

    def __getitem__(self, number: int, /) -> T_co: ...


class KeyTable(Protocol):
    """Words by their key."""

    def get(self, key: str, default: Sequence[int], /) -> Iterable[int]:
        """Return the words that have the key."""
        ...


@dataclass(frozen=True, slots=True)
class Tables:
    """What an index consists of: lists and a dictionary in memory, or files (`keyed`)."""

    ids: Table[str]  # by name
    prepared: Table[Prepared]  # by name
    heard: Table[str]  # by name: its words as heard
    weights: Table[int]  # by name: how much it says, in steps of 1/FINE nats up to 16 bits
    hefts: Table[int]  # by word: the same, in steps of 1/COARSE nats up to 8 bits
    codes: Sequence[str]  # by word, as heard
    names_of: Table[Iterable[int]]  # by word
    by_key: KeyTable


class Lists:
    """What an index is made of, gathered name by name; pairs of numbers instead of lists, for there are millions."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.weights = array("H")  # of each name: see Tables
        self.rows = array("I"), array("I")  # the words of each name as they stand, and where these end
        self.hefts = array("B")  # of each word
        self.codes: list[str] = []  # of each word, as heard
        self.keys: dict[str, int] = defaultdict(count().__next__)  # numbered as they are met
        self.stands = array("I"), array("I")  # a word, and a name in which it stands
        self.opens = array("I"), array("I")  # a key, and a word that has it
        self._rows: dict[tuple[str, bool], range] = {}  # of a word, as it stands or two as one

    def add(self, name: Prepared) -> None:
        """Enter the words of one more name."""
        number = len(self.weights)
        self.weights.append(min(round(name.weight * FINE), 0xFFFF))
        for word, whole in sorted(wanted(name), key=lambda item: (item[0].text, item[1])):
            if (rows := self._rows.get((word.text, whole))) is None:
                rows = self._rows[word.text, whole] = self._enter(word, whole)
            self.stands[0].extend(rows)
            self.stands[1].extend([number] * len(rows))
        self.rows[0].extend([self._rows[word.text, True].start for word in name.words])
        self.rows[1].append(len(self.rows[0]))

    def _enter(self, word: Word, whole: bool) -> range:
        """Enter a word, once for each of its readings; return their rows."""
        codes = {first_look(code, self.kind): code for code in read_as(word, self.kind)}
        rows = range(len(self.codes), len(self.codes) + len(codes))
        self.hefts.extend([min(round(word.weight * COARSE), 0xFF)] * len(codes))
        self.codes += codes
        for row, code in zip(rows, codes.values(), strict=True):
            found = keys_of(code, word, whole, self.kind, word_keys.__wrapped__)
            self.opens[0].extend([self.keys[key] for key in found])
            self.opens[1].extend([row] * len(found))
        return rows

    def tables(self, ids: Sequence[str], prepared: Sequence[Prepared]) -> Tables:
        """Return the tables of these lists, with the id of each name and the name as it is compared."""
        names_of = [*gathered(self.stands, len(self.codes))]
        by_key = dict(zip(self.keys, gathered(self.opens, len(self.keys)), strict=True))
        heard = [*map(as_heard, prepared)]
        return Tables(ids, prepared, heard, self.weights, self.hefts, self.codes, names_of, by_key)
