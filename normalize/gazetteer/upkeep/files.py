"""Source files in canonical order, and how they are written: the old file or the new one, never a part."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from normalize.gazetteer.lint import refuse, require
from normalize.gazetteer.table import COLUMNS, content, packed, read_table, shape_of, source_files
from normalize.model import GazetteerError


def canonical(lines: Iterable[str], columns: tuple[str, ...]) -> str:
    r"""Return the text of a source file: header, then every row once, in code point order.

    A union merge leaves rows of both sides one after the other, the same row perhaps twice: this is its second half.

    >>> canonical(["kyiv\ten-Latn", "baku\ten-Latn", "kyiv\ten-Latn"], ("id", "lang"))
    'id\tlang\nbaku\ten-Latn\nkyiv\ten-Latn\n'
    """
    header = "\t".join(columns)
    rows = sorted({line for line in lines if line and line != header})
    return "\n".join([header, *rows, ""])


def fmt(folder: Path, write: bool = True) -> list[Path]:
    """Bring every source file into canonical order; return those that were not in it.

    Raises GazetteerError for a file that is damaged in a way that sorting would hide (conflict markers, wrong columns).
    """
    require(folder)
    changed: dict[Path, bytes] = {}
    for path in source_files(folder):
        shape = shape_of(path.name)
        if shape is None:
            continue  # lint says so
        data = content(path)
        repaired = data.replace(b"\r\n", b"\n")
        if repaired and not repaired.endswith(b"\n"):
            repaired += b"\n"
        table, problems = read_table(str(path), *shape, repaired)
        refuse(problems)
        if table is None:
            continue
        new = canonical((row.text for row in table.rows), table.columns).encode()
        if new != data:
            changed[path] = packed(path, new)
    if write:
        write_all(changed)
    return list(changed)


def read_lines(folder: Path, name: str) -> list[str]:
    """Return the rows of one source file as lines, without the header; none when there is no such file."""
    path = folder / name
    if not path.exists():
        return []
    shape = shape_of(path.name)
    if shape is None:
        raise GazetteerError("not a source file", path=str(path))
    table, problems = read_table(str(path), *shape, path.read_bytes())
    refuse(problems)
    return [row.text for row in table.rows] if table else []


def columns_of(name: str) -> tuple[str, ...]:
    """Return the columns of a source file by its name."""
    shape = shape_of(Path(name).name)
    if shape is None:
        raise GazetteerError("not a source file", path=name)
    return COLUMNS[shape[0]]


def write_all(files: Mapping[Path, bytes]) -> None:
    """Write several files: each is on the disk beside its place before the first takes it."""
    ready: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            ready.append((_beside(path, data), path))
        for scratch, path in ready:
            scratch.replace(path)
    except OSError as error:
        raise GazetteerError(f"not written: {error.strerror or error}", path=str(error.filename or "")) from None
    finally:
        for scratch, _ in ready:
            scratch.unlink(missing_ok=True)


def _beside(path: Path, data: bytes) -> Path:
    path = path.resolve()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, path.stat().st_mode & 0o7777 if path.exists() else 0o644)
    except OSError:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
    return Path(name)
