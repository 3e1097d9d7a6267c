"""Names by their sound, memory-mapped: key -> words -> names. A search never scans.

    words.marisa   every distinct word of the names, romanised and plain
    names_of.bin   for each word the (entity, name) pairs it stands in
    keys.marisa    every key of those words (skeleton, and skeleton without one consonant)
    words_of.bin   for each key the words that have it
"""

from __future__ import annotations

import mmap
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import marisa_trie

from normalize.model import Entity
from normalize.names.keys import word_keys
from normalize.names.prepare import prepare
from normalize.names.words import Word, word_of

PARTS = ("words.marisa", "names_of.bin", "keys.marisa", "words_of.bin")
# Kinds of names that a search compares: the others are no spelling of the name (codes, demonyms), or too short to
# say who is meant.
SEARCHED = frozenset("main orthographic transliteration spelling alternative former exonym nickname".split())


class Postings:
    """For each number a row of unsigned integers: offsets first, then all rows."""

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self._table = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)).cast("I")

    def __getitem__(self, number: int) -> memoryview:
        return self._table[self._table[number] : self._table[number + 1]]

    @staticmethod
    def write(path: Path, rows: Sequence[Iterable[int]]) -> None:
        """Write the rows in their order."""
        flat, offsets = array("I"), array("I")
        for row in rows:
            offsets.append(len(rows) + 1 + len(flat))
            flat.extend(row)
        offsets.append(len(rows) + 1 + len(flat))
        with path.open("wb") as file:
            file.write(offsets.tobytes())
            file.write(flat.tobytes())


def numbered(trie: Any, values: dict[str, Any]) -> list[Any]:
    """Return the values of a trie's keys in the order of the numbers the trie gave them."""
    rows: list[Any] = [None] * len(values)
    for key, value in values.items():
        rows[trie[key]] = value
    return rows


class Keyed:
    """The opened key index of one compiled gazetteer."""

    def __init__(self, folder: Path) -> None:
        self._words, self._keys = marisa_trie.Trie(), marisa_trie.Trie()
        self._words.mmap(str(folder / "words.marisa"))
        self._keys.mmap(str(folder / "keys.marisa"))
        self._names_of = Postings(folder / "names_of.bin")
        self._words_of = Postings(folder / "words_of.bin")

    def words_near(self, word: Word) -> Iterator[tuple[int, Word]]:
        """Yield the words of the index that share a key with `word`, with their numbers."""
        seen: set[int] = set()
        for key in word_keys(word.bones or word.code):
            number = self._keys.get(key)
            if number is not None:
                seen.update(self._words_of[number])
        for number in seen:
            yield number, word_of(self._words.restore_key(number))

    def names_of(self, number: int) -> Iterator[tuple[int, int]]:
        """Yield the (entity, name) numbers of the names that hold this word."""
        row = self._names_of[number]
        for position in range(0, len(row), 2):
            yield row[position], row[position + 1]


def write(entities: Sequence[Entity], folder: Path) -> None:
    """Write the key index of `entities` (in their order) into `folder`."""
    names_of: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
    words_of: defaultdict[str, set[str]] = defaultdict(set)
    read = prepare.__wrapped__  # every name is read once: nothing to remember
    for number, entity in enumerate(entities):
        for place, alias in enumerate(entity.names):
            if alias.kind not in SEARCHED:
                continue
            for text in {word.text: word for word in read(alias.form, _kind(entity.kind)).words}:
                names_of[text].extend((number, place))
    for text in names_of:
        word = word_of(text)
        for key in word_keys(word.bones or word.code):
            words_of[key].add(text)
    words, keys = marisa_trie.Trie(names_of), marisa_trie.Trie(words_of)
    words.save(str(folder / "words.marisa"))
    keys.save(str(folder / "keys.marisa"))
    Postings.write(folder / "names_of.bin", numbered(words, names_of))
    rows = numbered(keys, words_of)
    Postings.write(folder / "words_of.bin", [sorted(words[text] for text in row) for row in rows])


def _kind(kind: str) -> str:
    """Return the model of comparison for a kind of entity: terms vary as organisations do."""
    return kind if kind in ("person", "place") else "organisation"
