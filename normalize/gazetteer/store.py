"""Source files to a Source: TSV, one name a row, every fault named with its place."""

from __future__ import annotations

import gzip
import hashlib
import zlib
from collections.abc import Iterator
from pathlib import Path

from normalize.gazetteer.record import (
    BACKGROUND_COLUMNS,
    ENTITY_COLUMNS,
    FILES,
    JUDGEMENT_COLUMNS,
    NAME_COLUMNS,
    REDIRECT_COLUMNS,
    REFUSED_COLUMNS,
    VERDICTS,
    Judgement,
    Refusal,
    Row,
    Source,
    to_alias,
    to_entity,
)
from normalize.model import NAME_KINDS, Alias, Entity, GazetteerError

DIGEST = 32  # characters of a digest
LARGEST = 1 << 30  # bytes of one packed file, unpacked
LONGEST_NAME = 500  # characters; the longest name in use (a full style of a Thai capital) has 168


def source_files(folder: Path, deep: bool = True) -> list[Path]:
    """Return the source files of a gazetteer folder, in a fixed order; `deep`: its sub-folders' included."""
    found = folder.rglob("*") if deep else folder.glob("*")
    return sorted(path for path in found if path.name.endswith((".tsv", ".tsv.gz")) and path.is_file())


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


def load(folder: Path, deep: bool = True) -> Source:
    """Read every source file under `folder`; raise GazetteerError at the first fault, with nothing half loaded."""
    if not folder.is_dir():
        raise GazetteerError("no such gazetteer folder", path=str(folder))
    paths = source_files(folder, deep)
    if not paths:
        raise GazetteerError("a gazetteer folder needs at least one .tsv file", path=str(folder))
    entities: dict[str, Entity] = {}
    names: dict[str, list[Alias]] = {}
    for path in (path for path in paths if _plain(path).endswith(".names.tsv")):
        for row in _rows(path, NAME_COLUMNS):
            names.setdefault(row.fields[0], []).append(_alias(row))
    for path in (path for path in paths if _plain(path).endswith(".entities.tsv")):
        kind = FILES.get(_plain(path).removesuffix(".entities.tsv"))
        if kind is None:
            raise GazetteerError(f"unknown kind of file; known: {', '.join(FILES)}", path=str(path))
        for row in _rows(path, ENTITY_COLUMNS):
            id_ = row.fields[0]
            if id_ in entities:
                raise _fault(row, 1, f"the id {id_!r} stands twice")
            if id_ not in names:
                raise _fault(row, 1, f"the entity {id_!r} has no name")
            entities[id_] = to_entity(row.fields, kind, _ordered(names.pop(id_)))
    # Names of an entity of another gazetteer are welcome: a user's own forms for a shipped entity.
    extra = tuple(Entity(id=id_, kind="", names=_ordered(aliases)) for id_, aliases in names.items())
    return Source(
        entities=tuple(entities.values()) + extra,
        refusals=tuple(Refusal(*row.fields) for row in _named(paths, "refused.tsv", REFUSED_COLUMNS)),
        judgements=tuple(_judgement(row) for row in _named(paths, "judgements.tsv", JUDGEMENT_COLUMNS)),
        redirects=tuple(row.fields[:2] for row in _named(paths, "redirects.tsv", REDIRECT_COLUMNS)),  # type: ignore[misc]
        background=tuple(row.fields[0] for row in _named(paths, "background.tsv", BACKGROUND_COLUMNS)),
    )


def _ordered(aliases: list[Alias]) -> tuple[Alias, ...]:
    return tuple(sorted(aliases, key=lambda alias: (NAME_KINDS.index(alias.kind), alias.lang, alias.form)))


def _named(paths: list[Path], name: str, columns: tuple[str, ...]) -> Iterator[Row]:
    for path in paths:
        if _plain(path) == name:
            yield from _rows(path, columns)


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of one file below its header; raise at the first line that is not one."""
    for number, line in enumerate(_lines(path), start=1):
        fields = tuple(line.split("\t"))
        row = Row(str(path), number, line, fields)
        if number == 1:
            if fields != columns:
                raise _fault(row, 1, f"the header must be {' '.join(columns)} (tab separated)")
        elif len(fields) != len(columns):
            raise _fault(row, len(fields), f"{len(fields)} columns, {len(columns)} wanted: {' '.join(columns)}")
        else:
            yield row


def _plain(path: Path) -> str:
    """Return the name of a source file without the ending that says it is packed."""
    return path.name.removesuffix(".gz")


def _content(path: Path) -> bytes:
    if path.suffix != ".gz":
        return path.read_bytes()
    try:
        with gzip.open(path) as file:
            data = file.read(LARGEST + 1)
    except (OSError, EOFError, zlib.error):
        raise GazetteerError("the archive is damaged", path=str(path)) from None
    if len(data) > LARGEST:
        raise GazetteerError(f"the archive unpacks to more than {LARGEST >> 20} MB", path=str(path))
    return data


def _lines(path: Path) -> list[str]:
    data = _content(path)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        raise GazetteerError(
            f"not UTF-8: byte 0x{data[error.start]:02x}", path=str(path), line=line, column=column
        ) from None
    lines = text.split("\n")
    if lines[-1]:
        raise GazetteerError(
            "the last line has no end: the file was cut", path=str(path), line=len(lines), text=lines[-1]
        )
    return lines[:-1]


def _alias(row: Row) -> Alias:
    alias = to_alias(row.fields)
    if alias.kind not in NAME_KINDS:
        raise _fault(row, 3, f"unknown kind {alias.kind!r}; known: {', '.join(NAME_KINDS)}")
    if not alias.form.strip():
        raise _fault(row, 4, "an empty name")
    if len(alias.form) > LONGEST_NAME:
        raise _fault(row, 4, f"a name of {len(alias.form)} characters; the limit is {LONGEST_NAME}")
    return alias


def _judgement(row: Row) -> Judgement:
    judgement = Judgement(*row.fields)
    if judgement.verdict not in VERDICTS:
        raise _fault(row, 3, f"unknown verdict {judgement.verdict!r}; known: {', '.join(VERDICTS)}")
    return judgement


def _fault(row: Row, column: int, message: str) -> GazetteerError:
    """Build the error for field `column` (from 1) of a row, counting characters as editors do."""
    start = sum(len(field) + 1 for field in row.fields[: column - 1]) + 1
    return GazetteerError(message, path=row.path, line=row.line, column=start, text=row.text)
