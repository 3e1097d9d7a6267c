"""Bytes in and bytes out: decoding with the place of the fault, writing that leaves the old file or the new one."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from normalize.model import InputError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """One text with its name ("-" for standard input) and, for a file, what it was when it was read."""

    name: str
    text: str
    stat: os.stat_result | None = None


def read_input(name: str, encoding: str = "utf-8") -> Input:
    """Read one file or standard input as it is: newlines and a byte order mark are part of the text.

    Raises InputError that says what, where and what to do.
    """
    data, stat = _bytes(name)
    try:
        return Input(name, data.decode(encoding), stat)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: not {encoding} at byte {error.start} (0x{data[error.start]:02x}); name its encoding with --encoding"
        ) from None
    except LookupError:
        raise InputError(f"no such encoding: {encoding}") from None


def _bytes(name: str) -> tuple[bytes, os.stat_result | None]:
    if name == STDIN:
        return sys.stdin.buffer.read(), None
    path = Path(name)
    try:
        with path.open("rb") as file:
            return file.read(), os.fstat(file.fileno())
    except FileNotFoundError:
        raise InputError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{name}: a folder; name the files in it") from None
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from None


def write_stdout(text: str, encoding: str = "utf-8") -> None:
    """Write to standard output without touching newlines."""
    sys.stdout.flush()
    sys.stdout.buffer.write(encoded(text, encoding))
    sys.stdout.buffer.flush()


def encoded(text: str, encoding: str) -> bytes:
    """Encode what was decoded from the same encoding, and what the gazetteer put in where that is possible."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        shown = error.object[error.start : error.end]
        raise InputError(f"{shown!r} cannot be written in {encoding}; write UTF-8 with --output") from None


def replace_file(source: Input, text: str, suffix: str = "", encoding: str = "utf-8") -> None:
    """Put `text` in place of the file `source` was read from; with `suffix` the old one stays beside it.

    The file is the old one or the new one at every moment, whatever fails: a new file is written beside it, brought
    to the disk and renamed over it. Refused: a file with other hard links (they would go on showing the old text)
    and a file that somebody changed since it was read.
    """
    path = Path(os.path.realpath(source.name))  # a link keeps pointing; what it points to changes
    data = encoded(text, encoding)
    if source.stat is None:
        raise InputError("standard input has no place to write to; leave --in-place out")
    if source.stat.st_nlink > 1:
        raise InputError(f"{source.name}: has other hard links, which would keep the old text; copy it first")
    with _beside(path, source.stat) as (file, scratch):
        try:
            with os.fdopen(file, "wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            _check_unchanged(path, source)
            if suffix:
                _keep(path, path.with_name(path.name + suffix))
            os.replace(scratch, path)
        except OSError as error:
            raise InputError(f"{source.name}: not written, left as it was: {error.strerror or error}") from None
    _sync_folder(path.parent)


@contextlib.contextmanager
def _beside(path: Path, stat: os.stat_result) -> Iterator[tuple[int, Path]]:
    """Make an empty file in the folder of `path` with its mode and owner; take it away again if it is still there."""
    prefix = f".{path.name[:100]}.normalize-"
    try:
        for stray in path.parent.glob(f"{_escaped(prefix)}*"):  # of a run that was killed
            with contextlib.suppress(OSError):
                stray.unlink()
        file, name = tempfile.mkstemp(prefix=prefix, dir=path.parent)
    except OSError as error:
        raise InputError(f"{path}: not written, left as it was: {error.strerror or error}") from None
    try:
        os.fchmod(file, stat.st_mode & 0o7777)
        with contextlib.suppress(OSError):  # only root may give a file to another owner
            os.fchown(file, stat.st_uid, stat.st_gid)
        yield file, Path(name)
    finally:
        Path(name).unlink(missing_ok=True)


def _escaped(name: str) -> str:
    return "".join(f"[{c}]" if c in "*?[" else c for c in name)


def _check_unchanged(path: Path, source: Input) -> None:
    then, now = source.stat, path.stat()
    if then and (then.st_mtime_ns, then.st_size, then.st_ino) != (now.st_mtime_ns, now.st_size, now.st_ino):
        raise InputError(f"{source.name}: changed by somebody else in the meantime; run again")


def _keep(path: Path, backup: Path) -> None:
    """Leave the old file under the backup's name, whole at every moment."""
    backup.unlink(missing_ok=True)
    os.link(path, backup)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # some file systems cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
