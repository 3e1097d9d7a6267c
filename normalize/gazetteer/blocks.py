"""Entity records, packed in small blocks that are unpacked one at a time.

    u32 records a block, u32 0, u64 offsets of the dictionary, of the sorts of names and of each block
    then the dictionary, then the sorts of names, then the blocks

As JSON the records are the largest part of a gazetteer by far. A sort of name (language, kind, source, dates) is a
number in a record: a few hundred of them say all that the names of a gazetteer are, apart from their letters. Some
records to a block, packed with a dictionary of records from all over the file, take a fifth of that, and 5 us to unpack.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from normalize.gazetteer.postings import mapped
from normalize.model import Alias, Entity

BLOCK = 1500  # bytes of records in a block, on average: with four times as many a look-up takes three times as long
_DICTIONARY = 1 << 15  # bytes; zlib looks no further back
_LEVEL = 9
_read = json.JSONDecoder().raw_decode  # json.loads looks for the encoding first: twice the time
_new = tuple.__new__  # the constructor of a named tuple takes three times as long

Sort = tuple[str, str, str, str, str]  # language, kind, source, since, until


class Records:
    """The records of a file, by number. Thread-safe."""

    def __init__(self, path: Path, size: int) -> None:
        self._data = mapped(path)
        self._each = self._data[:4].cast("I")[0]
        self._offsets = self._data[8 : 8 * (-(-size // self._each) + 4)].cast("Q")
        self._dictionary = bytes(self._data[self._offsets[0] : self._offsets[1]])
        self._block = lru_cache(maxsize=64)(self._unpack)

    def __getitem__(self, number: int) -> Entity:
        line = self._block(number // self._each)[number % self._each]
        id_, kind, names, ids, type_, countries, gender, about = _read(line.decode("utf-8"))[0]
        sorts = self._sorts
        aliases = tuple([_new(Alias, (form, *sorts[sort])) for form, sort in zip(names[::2], names[1::2], strict=True)])
        return Entity(id_, kind, aliases, tuple(map(tuple, ids)), type_, tuple(countries), gender, about)

    @cached_property
    def _sorts(self) -> list[Sort]:
        packed = self._data[self._offsets[1] : self._offsets[2]]
        return [tuple(sort) for sort in json.loads(zlib.decompress(packed))]

    def _unpack(self, block: int) -> list[bytes]:
        packed = self._data[self._offsets[block + 2] : self._offsets[block + 3]]
        return zlib.decompressobj(-15, zdict=self._dictionary).decompress(packed).split(b"\n")


def write(path: Path, entities: Sequence[Entity]) -> None:
    """Write the records of `entities` in their order."""
    sorts: dict[Sort, int] = {}
    sample = [_record(entity, sorts) for entity in entities[:: max(1, len(entities) // 400)]]
    each = max(1, BLOCK * len(sample) // max(1, sum(map(len, sample))))
    dictionary = b"\n".join(sample)[-_DICTIONARY:]
    packed = []
    for start in range(0, len(entities), each):
        packer = zlib.compressobj(_LEVEL, wbits=-15, zdict=dictionary)
        text = b"\n".join([_record(entity, sorts) for entity in entities[start : start + each]])
        packed.append(packer.compress(text) + packer.flush())
    parts = [dictionary, zlib.compress(json.dumps([*sorts], ensure_ascii=False).encode()), *packed]
    offsets = array("Q", [8 * (len(packed) + 4)])
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    with path.open("wb") as file:
        file.write(array("I", [each, 0]).tobytes())
        file.write(offsets.tobytes())
        file.writelines(parts)


def _record(entity: Entity, sorts: dict[Sort, int]) -> bytes:
    names: list[str | int] = []
    for form, lang, kind, source, since, until in entity.names:
        names += (form, sorts.setdefault((lang, kind, source, since, until), len(sorts)))
    record = [entity.id, entity.kind, names, entity.ids, entity.type, entity.countries, entity.gender, entity.about]
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
