"""Entities in any order and any number to a folder of source files, in constant memory.

Source files are sorted by id, and an entity may come in pieces (a row a name): so pieces are sorted in runs
on disk and merged, as `sort` does. What two pieces say of one entity is joined; of two main names in one
language the first stays main.
"""

from __future__ import annotations

import heapq
import json
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import astuple, dataclass
from itertools import groupby
from pathlib import Path
from typing import IO

from normalize.gazetteer.importers.base import MOST_NAMES
from normalize.gazetteer.record import ENTITY_COLUMNS, FILES, NAME_COLUMNS
from normalize.model import NAME_KINDS, Alias, Entity, InputError

RUN = 50_000  # pieces sorted in memory at a time: 30 to 50 MB
RUN_CHARACTERS = 16 << 20  # of them, where they have names by the thousand
_SEEN_BITS = 27


@dataclass(slots=True)
class Counts:
    """What was written; `orphans` are names of entities that a filter left out, or that are in no file."""

    entities: int = 0
    names: int = 0
    orphans: int = 0


class Seen:
    """Which ids were met, in 16 MB for any number of them: a Bloom filter, 1 % wrong at ten million.

    >>> seen = Seen()
    >>> seen.add("geonames-98182")
    >>> "geonames-98182" in seen, "geonames-1" in seen
    (True, False)
    """

    def __init__(self) -> None:
        self._bits = bytearray(1 << (_SEEN_BITS - 3))

    def add(self, id_: str) -> None:
        """Remember `id_`."""
        for place in _places(id_):
            self._bits[place >> 3] |= 1 << (place & 7)

    def __contains__(self, id_: object) -> bool:
        return isinstance(id_, str) and all(self._bits[place >> 3] >> (place & 7) & 1 for place in _places(id_))


def _places(id_: str) -> Iterator[int]:
    data = id_.encode()
    for seed in (0, 0x9E3779B9, 0x85EBCA6B):
        yield zlib.crc32(data, seed) * 0x9E3779B1 >> 11 & (1 << _SEEN_BITS) - 1


def write(entities: Iterable[Entity], folder: Path) -> Counts:
    """Write `entities` to `folder`, which must not hold source files yet; raise InputError otherwise."""
    if folder.exists() and any(folder.glob("*.tsv")):
        raise InputError(f"{folder} holds source files already: import into a new folder, then merge")
    folder.mkdir(parents=True, exist_ok=True)
    counts = Counts()
    with tempfile.TemporaryDirectory(prefix=".import-", dir=folder) as scratch, ExitStack() as files:
        pieces = _merged(_runs(entities, Path(scratch)), files)
        out = _Folder(Path(scratch), files)
        for _, group in groupby(pieces, key=lambda piece: piece[0]):
            _add(out, _few(piece for _, piece in group), counts)
        files.pop_all().close()  # written to the end before anything gets its name
        for path in sorted(Path(scratch).glob("*.tsv")):
            path.replace(folder / path.name)
    return counts


def _runs(entities: Iterable[Entity], folder: Path) -> list[Path]:
    """Write the pieces to files of RUN lines each, each sorted."""
    paths: list[Path] = []
    held: list[str] = []
    size = 0
    for number, entity in enumerate(entities):
        # The number keeps pieces of one id in the order they came.
        record = json.dumps(astuple(entity), ensure_ascii=False, separators=(",", ":"))
        held.append(f"{entity.id}\t{number:012d}\t{record}\n")
        size += len(record)
        if len(held) == RUN or size > RUN_CHARACTERS:
            paths.append(_spill(held, folder / f"run-{len(paths)}"))
            held, size = [], 0
    return [*paths, _spill(held, folder / f"run-{len(paths)}")]


def _spill(held: list[str], path: Path) -> Path:
    held.sort()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(held)
    return path


def _merged(paths: list[Path], files: ExitStack) -> Iterator[tuple[str, Entity]]:
    opened = [files.enter_context(path.open(encoding="utf-8", newline="\n")) for path in paths]
    for line in heapq.merge(*opened):
        id_, _, record = line.split("\t", 2)
        _, kind, names, ids, type_, countries, gender, about = json.loads(record)
        aliases = tuple(Alias(*name) for name in names)
        yield id_, Entity(id_, kind, aliases, tuple(map(tuple, ids)), type_, tuple(countries), gender, about)


class _Folder:
    """The source files being written: opened when the first entity of their kind comes."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        self._folder, self._files = folder, files
        self._opened: dict[str, tuple[IO[str], IO[str]]] = {}

    def files(self, kind: str) -> tuple[IO[str], IO[str]]:
        """Return the entities file and the names file of `kind`."""
        if kind not in self._opened:
            stem = next(stem for stem, held in FILES.items() if held == kind)
            self._opened[kind] = (
                self._open(stem, "entities", ENTITY_COLUMNS),
                self._open(stem, "names", NAME_COLUMNS),
            )
        return self._opened[kind]

    def _open(self, stem: str, part: str, columns: tuple[str, ...]) -> IO[str]:
        path = self._folder / f"{stem}.{part}.tsv"
        file = self._files.enter_context(path.open("w", encoding="utf-8", newline="\n"))
        file.write("\t".join(columns) + "\n")
        return file


def _few(pieces: Iterable[Entity]) -> list[Entity]:
    """Return the pieces of one entity until they have all names it may have, and the first with facts."""
    kept: list[Entity] = []
    names, facts = 0, False
    for piece in pieces:
        tells = bool(piece.ids or piece.type or piece.countries)
        if names < MOST_NAMES or (tells and not facts):
            kept.append(piece)
            names, facts = names + len(piece.names), facts or tells
    return kept


def _add(out: _Folder, pieces: list[Entity], counts: Counts) -> None:
    """Write one entity, joined from its pieces. Facts stand in the first piece that has them."""
    whole = next((piece for piece in pieces if piece.ids or piece.type or piece.countries), pieces[0])
    kind = next((piece.kind for piece in pieces if piece.kind), "")
    if not kind or not (whole.ids or whole.type or whole.countries or len(pieces) == 1):
        counts.orphans += len(pieces)
        return
    names = _names(pieces)
    entity_file, name_file = out.files(kind)
    ids = ";".join(f"{key}={value}" for key, value in whole.ids)
    source = names[0].source
    row = (whole.id, whole.type, ",".join(whole.countries), whole.gender, ids, whole.about, source)
    entity_file.write("\t".join(row) + "\n")
    rows = sorted((whole.id, a.lang, a.kind, a.form, a.since, a.until, a.source) for a in names)
    name_file.writelines("\t".join(row) + "\n" for row in rows)
    counts.entities += 1
    counts.names += len(names)


def _names(pieces: list[Entity]) -> list[Alias]:
    """Return the names of all pieces, each form once in a language, one main form in a language."""
    found: dict[tuple[str, str], Alias] = {}
    mains: set[str] = set()
    every = [alias for piece in pieces for alias in piece.names]
    for alias in sorted(every[:MOST_NAMES], key=lambda alias: NAME_KINDS.index(alias.kind)):
        kind = alias.kind
        if kind == "main" and alias.lang in mains and (alias.form, alias.lang) not in found:
            kind = "alternative"
        mains.add(alias.lang if kind == "main" else "")
        found.setdefault(
            (alias.form, alias.lang),
            Alias(alias.form, alias.lang, kind, alias.source, alias.since, alias.until),
        )
    return list(found.values())
