"""The search index of a compiled gazetteer, one folder a kind of entity: what `search.NameIndex` holds in memory.

words.z       each distinct word of the names as heard, a line each, packed; read at the first search
hefts.bin     for each word how much it says, in 8 bits
names_of.bin  for each word the names it stands in
keys.marisa   every key of those words
words_of.bin  for each key the words that have it
names.bin     for each name its number among all names of the gazetteer
rows.bin      for each name its words
weights.bin   for each name how much it says, in 16 bits
pairs.marisa  the skeletons of the first and the last word of each name: what a text is asked with
names_by.bin  for each pair the names that have it
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Generic, TypeVar

import marisa_trie

from normalize.gazetteer.indexed import Lists, Tables, between
from normalize.gazetteer.postings import Choice, Numbering, Postings, Rows, gathered, mapped
from normalize.gazetteer.search import NameIndex
from normalize.model import Entity
from normalize.names import Prepared, prepare, score
from normalize.names.prepare import as_written, indexed
from normalize.names.words import word_of
from normalize.text import fold

FILES = (
    "words.z",
    "hefts.bin",
    "names_of.bin",
    "keys.marisa",
    "words_of.bin",
    "names.bin",
    "rows.bin",
    "weights.bin",
    "pairs.marisa",
    "names_by.bin",
)
# Kinds of entities and the model of comparison for each: terms vary as organisations do.
MODELS = {"person": "person", "organisation": "organisation", "place": "place", "term": "organisation"}
# Kinds of names that are searched: the others are no spelling of the name, or too short to say who is meant.
SEARCHED = frozenset(["main", "transliteration", "spelling", "alternative", "former", "exonym", "nickname"])
MOST_SOUNDING = 8  # names handed back
FORGOTTEN = 10_000  # names after which, while an index is made, the words read are forgotten
REMEMBERED = 1 << 16  # names kept ready for comparison; about 1 kB each

T = TypeVar("T")


class _Keys:
    """Key to numbers, in the shape of the dictionary an index in memory has."""

    def __init__(self, keys: Path, rows: Path) -> None:
        self._trie = marisa_trie.Trie()
        self._trie.mmap(str(keys))
        self._rows = Postings(rows)

    def get(self, key: str, default: Sequence[int] = ()) -> Sequence[int]:
        number = self._trie.get(key)
        return default if number is None else self._rows[number]

    @staticmethod
    def write(keys: Path, rows: Path, table: Mapping[str, Sequence[int]]) -> None:
        """Write a dictionary."""
        trie = marisa_trie.Trie(table)
        trie.save(str(keys))
        ordered: list[Sequence[int]] = [()] * len(table)
        for key, row in table.items():
            ordered[trie[key]] = row
        Postings.write(rows, ordered, len(ordered))


class _Lazy(Generic[T]):
    """A table whose rows are made when they are asked for."""

    def __init__(self, make: Callable[[int], T]) -> None:
        self._make = make

    def __getitem__(self, number: int) -> T:
        return self._make(number)


class KeyedIndex(NameIndex):
    """A NameIndex whose tables lie in files; `entity` gives the entity of a number."""

    def __init__(self, folder: Path, kind: str, numbering: Numbering, entity: Callable[[int], Entity]) -> None:
        self._folder, self._numbering, self._entity = folder, numbering, entity
        self._names = Choice(folder / "names.bin")
        weights = mapped(folder / "weights.bin").cast("H")
        self._rows, self._between = Rows(folder / "rows.bin", len(weights)), between(MODELS[kind])
        tables = Tables(
            ids=_Lazy(lambda number: entity(self.place(number)[0]).id),
            prepared=_Lazy(lru_cache(maxsize=REMEMBERED)(self._prepare)),
            heard=_Lazy(self._heard),
            weights=weights,
            hefts=mapped(folder / "hefts.bin"),
            codes=(),
            names_of=Postings(folder / "names_of.bin"),
            by_key=_Keys(folder / "keys.marisa", folder / "words_of.bin"),
        )
        super().__init__(tables, MODELS[kind])
        self._pairs = _Keys(folder / "pairs.marisa", folder / "names_by.bin")

    @cached_property
    def _codes(self) -> Sequence[str]:
        return zlib.decompress((self._folder / "words.z").read_bytes()).decode("ascii").split("\n")

    def _heard(self, number: int) -> str:
        codes = self._codes
        return self._between.join([codes[row] for row in self._rows[number]])

    def _prepare(self, number: int) -> Prepared:
        owner, place = self.place(number)
        return indexed(self._entity(owner).names[place].form, self.kind)

    def sounding(self, name: str) -> list[tuple[float, int]]:
        """Return (probability, number) of the names whose first and last words sound as those of `name`, best first.

        One look-up, where a search takes milliseconds: for the many capitalised words of a text that name nobody.
        """
        if (key := _pair(as_written(name, self.kind))) is None or not (numbers := self._pairs.get(key)):
            return []
        query = prepare(name, self.kind)
        scored = [(score(query, self._tables.prepared[number]), number) for number in numbers]
        return sorted(scored, key=lambda pair: (-pair[0], pair[1]))[:MOST_SOUNDING]

    def place(self, number: int) -> tuple[int, int]:
        """Return the number of the entity and the place of the name among its names."""
        return self._numbering[self._names[number]]


def _pair(name: Prepared) -> str | None:
    """Return the skeletons of the first and the last word; None for a name of one word."""
    if len(name.words) < 2:
        return None
    first, last = name.words[0], name.words[-1]
    return f"{first.bones or first.code}|{last.bones or last.code}"


def searched(entity: Entity) -> tuple[int, ...]:
    """Return the places of the names worth a search: each form once, whatever the languages it is written in.

    Names in other scripts are looked up as written; they are searched only where an entity has none in Latin
    letters (a query in any script is romanised). So are other words for a place, which generated ones have many of.
    """
    wanted = SEARCHED - {"alternative"} if entity.kind == "place" else SEARCHED
    first: dict[str, int] = {}
    for latin in (True, False):
        for place, alias in enumerate(entity.names):
            if alias.kind in wanted and alias.lang.endswith("Latn") is latin:
                first.setdefault(fold(alias.form), place)
        if first:
            break
    return tuple(sorted(first.values()))


def write(entities: Sequence[Entity], kind: str, folder: Path) -> None:
    """Write the index of the entities of one kind (numbered as in `entities`) into a new folder."""
    folder.mkdir()
    names = array("I")
    pairs: dict[str, array[int]] = {}
    lists = Lists(MODELS[kind])
    for number, (name, form) in enumerate(_names(entities, kind)):
        names.append(name)
        lists.add(prepared := indexed(form, lists.kind))
        if (key := _pair(prepared)) is not None:
            pairs.setdefault(key, array("I")).append(number)
        if number % FORGOTTEN == FORGOTTEN - 1:
            word_of.cache_clear()
    _write_words(lists, folder)
    _Keys.write(folder / "pairs.marisa", folder / "names_by.bin", pairs)
    Choice.write(folder / "names.bin", names)
    (folder / "weights.bin").write_bytes(lists.weights.tobytes())


def _names(entities: Sequence[Entity], kind: str) -> Iterator[tuple[int, str]]:
    """Yield the names worth a search of the entities of one kind, each with its number among all names."""
    first = 0
    for entity in entities:
        if entity.kind == kind:
            for place in searched(entity):
                yield first + place, entity.names[place].form
        first += len(entity.names)


def _write_words(lists: Lists, folder: Path) -> None:
    # By the alphabet: packed, the words take two thirds.
    order = sorted(range(len(lists.codes)), key=lists.codes.__getitem__)
    place = array("I", bytes(4 * len(order)))
    for new, row in enumerate(order):
        place[row] = new
    words = "\n".join([lists.codes[row] for row in order])
    (folder / "words.z").write_bytes(zlib.compress(words.encode("ascii")))
    (folder / "hefts.bin").write_bytes(array("B", [lists.hefts[row] for row in order]).tobytes())
    Rows.write(folder / "rows.bin", array("I", [place[row] for row in lists.rows[0]]), lists.rows[1])
    stands = array("I", [place[row] for row in lists.stands[0]]), lists.stands[1]
    Postings.write(folder / "names_of.bin", gathered(stands, len(order)), len(order))
    trie = marisa_trie.Trie(lists.keys)
    trie.save(str(folder / "keys.marisa"))
    numbers = array("I", [trie[key] for key in lists.keys])
    opens = array("I", [numbers[key] for key in lists.opens[0]]), array("I", [place[row] for row in lists.opens[1]])
    Postings.write(folder / "words_of.bin", map(sorted, gathered(opens, len(numbers))), len(numbers))
