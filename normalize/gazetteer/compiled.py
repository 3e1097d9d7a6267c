"""The compiled form: two tries and two blobs, memory-mapped, cached by the content of their source.

A folder `<content hash>/` in the cache holds

    forms.marisa   every folded form
    names.bin      the names of all entities in one row
    postings.bin   for each form the names that are written so: see `postings`
    entities.bin   for each entity its record: see `blocks`
    person/ ...    for each kind of entity the search index of `keyed`
    ids.marisa     the ids of the entities: their numbers are those the trie gives
    background.marisa   folded names of people that no entity here is
    extra.json     ids in order, refusals, judgements, redirects
    stamp.json     written last: format, sizes and checksums of the others

The folder is written beside its place and renamed, so a reader sees all of it or none, and two writers at once
leave one whole copy. A file that is not as its stamp says is refused, and built again.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import tempfile
import zlib
from array import array
from collections.abc import Iterator
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

import marisa_trie

from normalize.gazetteer import blocks, keyed
from normalize.gazetteer.postings import Numbering, Postings, grouped
from normalize.gazetteer.record import Judgement, Refusal, Source
from normalize.model import Alias, Entity, GazetteerError
from normalize.text import fold

FORMAT = 16  # compiled only from sources that the checks of `lint` find without error
LONGEST_FORM = 120  # characters of folded text looked at from one place; longer names match by their words
_PARTS = (
    *("forms.marisa", "names.bin", "postings.bin", "entities.bin", "background.marisa", "ids.marisa", "extra.json"),
    *(f"{kind}/{name}" for kind in keyed.MODELS for name in keyed.FILES),
)


class Compiled:
    """One gazetteer, opened. Look-ups only; thread-safe; pickles as its path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        _verify(folder)
        self._forms = marisa_trie.Trie()
        self._forms.mmap(str(folder / "forms.marisa"))
        self._ids = marisa_trie.Trie()
        self._ids.mmap(str(folder / "ids.marisa"))
        self._background = marisa_trie.Trie()
        self._background.mmap(str(folder / "background.marisa"))
        self._postings = Postings(folder / "postings.bin")
        self._numbering = Numbering(folder / "names.bin")
        extra = json.loads((folder / "extra.json").read_text(encoding="utf-8"))
        self.refusals = tuple(Refusal(**item) for item in extra["refusals"])
        self.judgements = tuple(Judgement(**item) for item in extra["judgements"])
        self.redirects: dict[str, str] = extra["redirects"]
        self.size: int = extra["size"]
        self._records = blocks.Records(folder / "entities.bin", self.size)
        self._entity = lru_cache(maxsize=4096)(self._records.__getitem__)
        self._indices = {kind: self._index(kind) for kind in keyed.MODELS}

    def _index(self, kind: str) -> keyed.KeyedIndex:
        return keyed.KeyedIndex(self.folder / kind, kind, self._numbering, self._entity)

    def __reduce__(self) -> tuple[type[Compiled], tuple[Path]]:
        return Compiled, (self.folder,)

    def lengths(self, folded: str) -> list[int]:
        """Return the lengths of the forms that `folded` begins with, shortest first."""
        return [len(form) for form in self._forms.prefixes(folded[:LONGEST_FORM])]

    def form(self, folded: str) -> int | None:
        """Return the number of the form that is exactly `folded`."""
        number: int | None = self._forms.get(folded)
        return number

    def borne(self, folded: str) -> bool:
        """Answer whether people that no entity here is bear this name."""
        return folded in self._background

    def forms(self, prefix: str = "") -> Iterator[str]:
        """Yield the folded forms that begin with `prefix`."""
        yield from self._forms.iterkeys(prefix)

    def owners(self, number: int) -> Iterator[tuple[Entity, Alias]]:
        """Yield who has the form of this number, and by which name."""
        for name in self._postings[number]:
            owner, place = self._numbering[name]
            entity = self._entity(owner)
            yield entity, entity.names[place]

    def search(self, name: str, kind: str) -> Iterator[tuple[float, Entity, Alias]]:
        """Yield (probability, entity, name) of the names of one kind of entity most like `name`, best first."""
        index = self._indices[kind]
        yield from self._found(index, index.ranked(name))

    def sounding(self, name: str, kind: str) -> Iterator[tuple[float, Entity, Alias]]:
        """Yield the same for the names whose first and last words sound like those of `name`: one look-up."""
        index = self._indices[kind]
        yield from self._found(index, index.sounding(name))

    def _found(self, index: keyed.KeyedIndex, ranked: list[tuple[float, int]]) -> Iterator[tuple[float, Entity, Alias]]:
        for likely, number in ranked:
            owner, place = index.place(number)
            entity = self._entity(owner)
            yield likely, entity, entity.names[place]

    def by_id(self, id_: str) -> Entity | None:
        """Return the entity with this id, following redirects."""
        seen = set()
        while id_ in self.redirects and id_ not in seen:
            seen.add(id_)
            id_ = self.redirects[id_]
        number = self._ids.get(id_)
        return None if number is None else self._entity(number)

    def entities(self) -> Iterator[Entity]:
        """Yield every entity, sorted by id."""
        for id_ in sorted(self._ids.iterkeys()):
            yield self._entity(self._ids[id_])


def build(source: Source, target: Path) -> None:
    """Compile `source` into the folder `target`, atomically; an equal folder already there is kept."""
    target.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        _write(source, scratch)
        if not _whole(target):
            _put(scratch, target)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _whole(folder: Path) -> bool:
    """Answer whether a compiled gazetteer is there and as it was written: another process may have been faster."""
    try:
        _verify(folder)
    except GazetteerError:
        return False
    return True


def _put(scratch: Path, target: Path) -> None:
    """Rename `scratch` to `target`; a damaged folder there moves aside in one step, so nobody opens half of it."""
    aside = scratch.with_name(f"{scratch.name}-damaged")
    try:
        if target.exists():
            target.rename(aside)
        scratch.rename(target)
    except OSError:
        if not _whole(target):
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write(source: Source, folder: Path) -> None:
    ids = marisa_trie.Trie(entity.id for entity in source.entities)
    ids.save(str(folder / "ids.marisa"))
    entities = sorted(source.entities, key=lambda entity: ids[entity.id])
    folded = [fold(alias.form) for entity in entities for alias in entity.names]
    forms = marisa_trie.Trie(folded)
    forms.save(str(folder / "forms.marisa"))
    form_of = array("I", [forms[form] for form in folded])
    del folded
    Postings.write(folder / "postings.bin", grouped(form_of, len(forms)), len(forms))
    background = marisa_trie.Trie(fold(name) for name in source.background)
    background.save(str(folder / "background.marisa"))
    Numbering.write(folder / "names.bin", (len(entity.names) for entity in entities))
    blocks.write(folder / "entities.bin", entities)
    for kind in keyed.MODELS:
        keyed.write(entities, kind, folder / kind)
    extra = {
        "size": len(entities),
        "refusals": [asdict(refusal) for refusal in source.refusals],
        "judgements": [asdict(judgement) for judgement in source.judgements],
        "redirects": dict(source.redirects),
    }
    (folder / "extra.json").write_text(json.dumps(extra, ensure_ascii=False), encoding="utf-8")
    stamp = {"format": FORMAT, "parts": {name: _checksum(folder / name) for name in _PARTS}}
    (folder / "stamp.json").write_text(json.dumps(stamp), encoding="utf-8")


def _checksum(path: Path) -> list[int]:
    data = path.read_bytes()
    return [len(data), zlib.crc32(data)]


def _verify(folder: Path) -> None:
    """Raise GazetteerError unless every part is as its stamp says.

    Reading all bytes takes longer than opening; a part whose size and times are those seen at the last full
    reading is taken as read. Nothing changes a byte of a file without changing its inode's ctime.
    """
    try:
        stamp = json.loads((folder / "stamp.json").read_text(encoding="utf-8"))
        parts = {name: tuple(stamp["parts"][name]) for name in _PARTS}
        known = stamp["format"]
    except (OSError, ValueError, KeyError, TypeError):
        raise GazetteerError("a compiled gazetteer without its stamp; build it again", path=str(folder)) from None
    if known != FORMAT:
        raise GazetteerError(f"compiled in format {known}, this is {FORMAT}; build it again", path=str(folder))
    seen = _seen(folder)
    if seen is not None and seen == stamp.get("seen"):
        return
    for name, (size, checksum) in parts.items():
        path = folder / name
        if not path.is_file() or path.stat().st_size != size or _checksum(path)[1] != checksum:
            raise GazetteerError("damaged: not as it was written; build it again", path=str(path))
    _remember(folder, {**stamp, "seen": seen})


def _seen(folder: Path) -> list[list[int]] | None:
    try:
        stats = [(folder / name).stat() for name in _PARTS]
    except OSError:
        return None
    return [[stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino] for stat in stats]


def _remember(folder: Path, stamp: dict[str, Any]) -> None:
    """Note in the stamp what was checked; a cache that cannot be written is checked each time."""
    scratch = folder / f".stamp-{os.getpid()}"
    try:
        scratch.write_text(json.dumps(stamp), encoding="utf-8")
        scratch.replace(folder / "stamp.json")
    except OSError:
        with contextlib.suppress(OSError):  # a read-only disk refuses this as well
            scratch.unlink(missing_ok=True)
