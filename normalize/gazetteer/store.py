"""Source files to a Source: TSV, one name a row. One error that `lint` finds, and nothing is loaded."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from normalize.gazetteer.record import Judgement, Refusal, Row, Source, to_alias, to_entity
from normalize.gazetteer.table import Table, source_files
from normalize.model import NAME_KINDS, Alias, Entity, GazetteerError

DIGEST = 32  # characters of a digest
_RANK = {kind: rank for rank, kind in enumerate(NAME_KINDS)}


def content_hash(folder: Path) -> str:
    """Return a digest of all source files: names and bytes."""
    digest = hashlib.blake2b(digest_size=16)
    for path in source_files(folder):
        data = path.read_bytes()
        digest.update(f"{path.relative_to(folder)}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def stat_hash(folder: Path) -> str:
    """Return a digest of what the file system says of the source files: it changes whenever their content does.

    Nothing changes a byte of a file without changing its inode's ctime.
    """
    digest = hashlib.blake2b(str(folder.resolve()).encode("utf-8", "surrogateescape"), digest_size=16)
    for path in source_files(folder):
        stat = path.stat()
        digest.update(f"{path}\0{stat.st_size}\0{stat.st_mtime_ns}\0{stat.st_ctime_ns}\0{stat.st_ino}\0".encode())
    return digest.hexdigest()


def load(folder: Path, known: frozenset[str] | None = None, deep: bool = True) -> Source:
    """Read every source file under `folder`; raise GazetteerError at the first fault, with nothing half loaded.

    `known` are the ids of the gazetteers it is used with, whose entities it may add names to; None: any.
    `deep`: the files of its sub-folders as well.
    """
    from normalize.gazetteer.lint import require, sound_tables  # a compiled gazetteer is opened without

    require(folder)
    if not source_files(folder, deep):
        raise GazetteerError("a gazetteer folder needs at least one .tsv file", path=str(folder))
    return to_source(sound_tables(folder, known, deep))


def to_source(tables: Sequence[Table]) -> Source:
    """Build a Source from rows without errors."""
    names: dict[str, list[Alias]] = {}
    for row in rows_of(tables, "names"):
        names.setdefault(row.fields[0], []).append(to_alias(row.fields))
    entities = [
        to_entity(row.fields, table.kind, _ordered(names.pop(row.fields[0])))
        for table in tables
        if table.role == "entities"
        for row in table.rows
    ]
    # Names of an entity of another gazetteer are welcome: a user's own forms for a shipped entity.
    entities += [Entity(id=id_, kind="", names=_ordered(aliases)) for id_, aliases in names.items()]
    return Source(
        entities=tuple(entities),
        refusals=tuple(Refusal(*row.fields) for row in rows_of(tables, "refused")),
        judgements=tuple(Judgement(*row.fields) for row in rows_of(tables, "judgements")),
        redirects=tuple((row.fields[0], row.fields[1]) for row in rows_of(tables, "redirects")),
        background=tuple(row.fields[0] for row in rows_of(tables, "background")),
    )


def rows_of(tables: Sequence[Table], role: str) -> Iterator[Row]:
    """Yield the rows of every table of one role."""
    for table in tables:
        if table.role == role:
            yield from table.rows


def _ordered(aliases: list[Alias]) -> tuple[Alias, ...]:
    return tuple(sorted(aliases, key=lambda alias: (_RANK[alias.kind], alias.lang, alias.form)))
