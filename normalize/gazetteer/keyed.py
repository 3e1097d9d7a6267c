"""The search index of a compiled gazetteer, one folder a kind of entity: what `search.NameIndex` holds in memory.

    words.txt     each distinct word of the names and its code, a line each; read at the first search
    names_of.bin  for each word the names it stands in
    keys.marisa   every key of those words
    words_of.bin  for each key the words that have it
    names.bin     for each name its entity and its place among the entity's names
    weights.bin   for each name how much it says (32-bit floats)
"""

from __future__ import annotations

import mmap
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

import marisa_trie

from normalize.gazetteer.search import NameIndex
from normalize.model import Entity
from normalize.names import Prepared, prepare
from normalize.names.words import Word, word_of
from normalize.text import fold

FILES = ("words.txt", "names_of.bin", "keys.marisa", "words_of.bin", "names.bin", "weights.bin")
# Kinds of entities and the model of comparison for each: terms vary as organisations do.
MODELS = {"person": "person", "organisation": "organisation", "place": "place", "term": "organisation"}
# Kinds of names that are searched: the others are no spelling of the name, or too short to say who is meant.
SEARCHED = frozenset("main orthographic transliteration spelling alternative former exonym nickname".split())
REMEMBERED = 1 << 16  # names kept ready for comparison; about 1 kB each


def mapped(path: Path) -> memoryview:
    """Return the bytes of a file, mapped and not read; an empty file gives no bytes."""
    with path.open("rb") as file:
        if not path.stat().st_size:
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))


class Postings:
    """For each number a row of unsigned integers: the offsets of the rows first, then the rows."""

    def __init__(self, path: Path) -> None:
        self._table = mapped(path).cast("I")

    def __getitem__(self, number: int) -> memoryview:
        return self._table[self._table[number] : self._table[number + 1]]

    @staticmethod
    def write(path: Path, rows: Sequence[Iterable[int]]) -> None:
        """Write the rows in their order."""
        flat, offsets = array("I"), array("I")
        for row in rows:
            offsets.append(len(rows) + 1 + len(flat))
            flat.extend(iter(row))
        offsets.append(len(rows) + 1 + len(flat))
        with path.open("wb") as file:
            file.write(offsets.tobytes())
            file.write(flat.tobytes())


class _Keys:
    """Key to words, in the shape of the dictionary an index in memory has."""

    def __init__(self, folder: Path) -> None:
        self._trie = marisa_trie.Trie()
        self._trie.mmap(str(folder / "keys.marisa"))
        self._rows = Postings(folder / "words_of.bin")

    def get(self, key: str, default: Sequence[int] = ()) -> Sequence[int]:
        number = self._trie.get(key)
        return default if number is None else self._rows[number]


class _Lazy:
    """A sequence whose items are made when they are asked for."""

    def __init__(self, make: Callable[[int], object]) -> None:
        self._make = make

    def __getitem__(self, number: int) -> object:
        return self._make(number)


class KeyedIndex(NameIndex):
    """A NameIndex whose tables lie in files; `entity` gives the entity of a number."""

    def __init__(self, folder: Path, kind: str, entity: Callable[[int], Entity]) -> None:
        self.kind = MODELS[kind]
        self._close = {}
        self._folder, self._entity = folder, entity
        self._where = mapped(folder / "names.bin").cast("I")
        self._weights = mapped(folder / "weights.bin").cast("f")
        self._by_key = _Keys(folder)
        self._names_of = Postings(folder / "names_of.bin")
        self._ids = _Lazy(lambda number: self._entity(self._where[2 * number]).id)
        self._prepared = _Lazy(lru_cache(maxsize=REMEMBERED)(self._prepare))
        self._words = _Lazy(lambda number: word_of(self._texts[0][number]))

    @cached_property
    def _texts(self) -> tuple[list[str], list[str]]:
        lines = (self._folder / "words.txt").read_text(encoding="utf-8").split("\n")[:-1]
        pairs = [line.split("\t") for line in lines]
        return [text for text, _ in pairs], [code for _, code in pairs]

    @property
    def _codes(self) -> list[str]:
        return self._texts[1]

    def _prepare(self, number: int) -> Prepared:
        form = self._entity(self._where[2 * number]).names[self._where[2 * number + 1]].form
        return prepare(form, self.kind)

    def place(self, number: int) -> tuple[int, int]:
        """Return the numbers of the entity and of its name."""
        return self._where[2 * number], self._where[2 * number + 1]


def _searched(entity: Entity) -> Iterable[int]:
    """Return the places of the names worth a search: each form once, whatever the languages it is written in.

    Other words for a place (generated ones have many, of every script) are looked up as written, not searched.
    """
    wanted = SEARCHED - {"alternative"} if entity.kind == "place" else SEARCHED
    first: dict[str, int] = {}
    for place, alias in enumerate(entity.names):
        if alias.kind in wanted:
            first.setdefault(fold(alias.form), place)
    return first.values()


def write(entities: Sequence[Entity], kind: str, folder: Path) -> None:
    """Write the index of the entities of one kind (numbered as in `entities`) into a new folder."""
    folder.mkdir()
    where = [
        (number, place)
        for number, entity in enumerate(entities)
        if entity.kind == kind
        for place in _searched(entity)
    ]
    index = NameIndex.build((("", entities[number].names[place].form) for number, place in where), MODELS[kind])
    words = "".join(f"{word.text}\t{word.code}\n" for word in index._words)
    (folder / "words.txt").write_text(words, encoding="utf-8")
    Postings.write(folder / "names_of.bin", index._names_of)
    trie = marisa_trie.Trie(index._by_key)
    trie.save(str(folder / "keys.marisa"))
    rows: list[Sequence[int]] = [()] * len(index._by_key)
    for key, row in index._by_key.items():
        rows[trie[key]] = row
    Postings.write(folder / "words_of.bin", rows)
    (folder / "names.bin").write_bytes(array("I", [number for pair in where for number in pair]).tobytes())
    (folder / "weights.bin").write_bytes(array("f", (name.weight for name in index._prepared)).tobytes())
