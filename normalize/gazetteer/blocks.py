"""Entity records, packed in small blocks that are unpacked one at a time.

    u64 offsets of the dictionary and of each block, then the dictionary, then the blocks

As JSON the records are the largest part of a gazetteer by far. A block of BLOCK records, packed with a dictionary of
records from all over the file, takes a sixth of that, and 10 us to unpack.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from normalize.gazetteer.postings import mapped
from normalize.model import Alias, Entity

BLOCK = 12  # records: with 64 a look-up takes four times as long, and the file shrinks by an eighth
_DICTIONARY = 1 << 15  # bytes; zlib looks no further back
_LEVEL = 9
_read = json.JSONDecoder().raw_decode  # json.loads looks for the encoding first: twice the time


class Records:
    """The records of a file, by number. Thread-safe."""

    def __init__(self, path: Path, size: int) -> None:
        self._data = mapped(path)
        self._offsets = self._data[: 8 * (-(-size // BLOCK) + 2)].cast("Q")
        self._dictionary = bytes(self._data[self._offsets[0] : self._offsets[1]])
        self._block = lru_cache(maxsize=64)(self._unpack)

    def __getitem__(self, number: int) -> Entity:
        id_, kind, names, ids, type_, countries, gender, about = _read(self._line(number).decode("utf-8"))[0]
        aliases = tuple(Alias(*name) for name in names)
        return Entity(id_, kind, aliases, tuple(map(tuple, ids)), type_, tuple(countries), gender, about)

    def _line(self, number: int) -> bytes:
        return self._block(number // BLOCK)[number % BLOCK]

    def _unpack(self, block: int) -> list[bytes]:
        packed = self._data[self._offsets[block + 1] : self._offsets[block + 2]]
        return zlib.decompressobj(-15, zdict=self._dictionary).decompress(packed).split(b"\n")


def write(path: Path, entities: Sequence[Entity]) -> None:
    """Write the records of `entities` in their order."""
    sample = [_record(entity) for entity in entities[:: max(1, len(entities) // 400)]]
    dictionary = b"\n".join(sample)[-_DICTIONARY:]
    offsets = array("Q", [8 * (-(-len(entities) // BLOCK) + 2)])
    offsets.append(offsets[0] + len(dictionary))
    packed = []
    for start in range(0, len(entities), BLOCK):
        packer = zlib.compressobj(_LEVEL, wbits=-15, zdict=dictionary)
        text = b"\n".join(map(_record, entities[start : start + BLOCK]))
        packed.append(packer.compress(text) + packer.flush())
        offsets.append(offsets[-1] + len(packed[-1]))
    with path.open("wb") as file:
        file.write(offsets.tobytes())
        file.write(dictionary)
        file.writelines(packed)


def _record(entity: Entity) -> bytes:
    names = []
    for alias in entity.names:
        dates = [alias.since, alias.until] if alias.since or alias.until else []
        names.append([alias.form, alias.lang, alias.kind, alias.source, *dates])
    record = [entity.id, entity.kind, names, entity.ids, entity.type, entity.countries, entity.gender, entity.about]
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
