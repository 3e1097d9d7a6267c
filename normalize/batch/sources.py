"""What the inputs of a batch hold: files and folders to sources, in a fixed order."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from normalize.batch.lines import Lines
from normalize.batch.parquet import Parquet
from normalize.batch.record import Columns, Source
from normalize.batch.table import Table
from normalize.batch.texts import Texts
from normalize.model import ConfigError, InputError

TEXTS = (".txt", ".text", ".md")
Opener = Callable[[Path, str, Columns], Source]


def sources(inputs: Iterable[Path], columns: Columns) -> tuple[Source, ...]:
    """Return the sources of all inputs, each with a name of its own; raise InputError for one that cannot be read.

    A folder gives its tables, then its text files as one source; both by name, folders below included.
    """
    found = tuple(source for path in inputs for source in _found(path, columns))
    seen: set[str] = set()
    for source in found:
        if source.key in seen:
            raise ConfigError(f"two inputs are called {source.key!r}; run them into two folders")
        seen.add(source.key)
    return found


def _found(path: Path, columns: Columns) -> Iterator[Source]:
    if path.is_dir():
        yield from _folder(path, columns)
    elif not path.exists():
        raise InputError(f"{path}: no such file or folder")
    elif path.suffix.lower() in TEXTS:
        yield _texts(path.parent, (path.name,), path.stem)
    elif path.suffix.lower() in _TABLES:
        yield _table(path, path.stem, columns)
    else:
        raise InputError(f"{path}: not one of {', '.join((*_TABLES, *TEXTS))}")


def _folder(folder: Path, columns: Columns) -> Iterator[Source]:
    name = folder.resolve().name
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for file in files:
        if Path(file).suffix.lower() in _TABLES:
            yield _table(folder / file, f"{name}/{Path(file).with_suffix('').as_posix()}", columns)
    if texts := tuple(file for file in files if Path(file).suffix.lower() in TEXTS):
        yield _texts(folder, texts, name)


def _table(path: Path, key: str, columns: Columns) -> Source:
    source = _TABLES[path.suffix.lower()](path, key, columns)
    # A wrong column or a file that is no table is said before anything is written.
    _ = source.header if isinstance(source, Table) else source.rows if isinstance(source, Parquet) else None
    return source


def _texts(base: Path, names: tuple[str, ...], key: str) -> Texts:
    stats = [(name, (base / name).stat()) for name in names]
    digest = hashlib.sha256(repr([(name, s.st_size, s.st_mtime_ns) for name, s in stats]).encode()).hexdigest()
    return Texts(base, names, key, sum(s.st_size for _, s in stats), digest)


def _stated(path: Path) -> tuple[int, str]:
    stat = path.stat()
    return stat.st_size, f"{stat.st_size} bytes of {stat.st_mtime_ns}"


def _lines(path: Path, key: str, columns: Columns) -> Source:
    return Lines(path, key, columns, *_stated(path))


def _separated(path: Path, key: str, columns: Columns) -> Source:
    return Table(path, key, columns, *_stated(path), "\t" if path.suffix.lower() == ".tsv" else ",")


def _parquet(path: Path, key: str, columns: Columns) -> Source:
    return Parquet(path, key, columns, *_stated(path))


_TABLES: dict[str, Opener] = {
    **dict.fromkeys((".jsonl", ".ndjson"), _lines),
    **dict.fromkeys((".csv", ".tsv"), _separated),
    ".parquet": _parquet,
}
