"""A file rewritten in its place: the old one or the new one at every moment, and never over somebody else's change."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from normalize.cli.inout import Input
from normalize.model import InputError

try:
    import fcntl
except ImportError:  # a system without this kind of lock: there the check before renaming has to do
    fcntl = None  # type: ignore[assignment]

_CHANGED = "changed by somebody else in the meantime; run again"
_BUSY = "another run is writing it; run again"


def replace_file(source: Input, text: str, suffix: str = "") -> None:
    """Put `text` in place of the file `source` was read from; with `suffix` the old one stays beside it.

    A new file is written beside the old one, brought to the disk and renamed over it. Refused, with the file left as
    it was: one with other hard links (they would go on showing the old text), one of another owner (the new one
    would be ours), one that is no plain file, one that somebody changed since it was read or is writing now.
    """
    data = source.encoded(text)
    path = Path(os.path.realpath(source.name))  # a link keeps pointing; what it points to changes
    try:
        then = _replaceable(source)
        with _beside(path) as (scratch, handle):
            _fill(handle, data, then)
            _check_unchanged(path, then)
            if suffix:
                _keep(source.encoded(source.text), path, suffix, then)
                _check_unchanged(path, then)
            os.replace(scratch, path)
    except OSError as error:
        raise InputError(f"{source.name}: not written, left as it was: {error.strerror or error}") from None
    except InputError as error:
        raise InputError(f"{source.name}: {error}") from None
    _sync_folder(path.parent)


def _replaceable(source: Input) -> os.stat_result:
    if source.stat is None:
        raise InputError("standard input has no place to write to; leave --in-place out")
    if not stat.S_ISREG(source.stat.st_mode):
        raise InputError("not a plain file; write to another one with --output")
    if source.stat.st_nlink > 1:
        raise InputError("has other hard links, which would keep the old text; copy it first")
    return source.stat


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[tuple[Path, int]]:
    """Make an empty file beside `path`, locked and open; take it away again if it is still there.

    Its name follows from the name of `path`: two runs on one file meet at it, and what a killed run left there is
    known by not being locked.
    """
    mark = blake2b(os.fsencode(path.name), digest_size=8).hexdigest()
    scratch = path.with_name(f".normalize-{mark}.part")
    _take_away_left(scratch)
    try:
        handle = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError:
        raise InputError(_BUSY) from None
    try:
        _lock(handle)
        if not _is_at(scratch, handle):  # taken away before it was locked
            raise InputError(_BUSY)
        yield scratch, handle
    finally:
        if _is_at(scratch, handle):  # not renamed: something failed
            with contextlib.suppress(OSError):
                scratch.unlink()
        os.close(handle)


def _take_away_left(scratch: Path) -> None:
    """Delete what a killed run left; raise InputError when a living one holds it."""
    try:
        handle = os.open(scratch, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except FileNotFoundError:
        return
    try:
        if not _lock(handle):
            raise InputError(f"another run is writing it, or one was killed: then delete {scratch}")
        if not _is_at(scratch, handle):  # the other run has just finished
            raise InputError(_CHANGED)
        scratch.unlink()
    finally:
        os.close(handle)


def _is_at(path: Path, handle: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(handle))
    except OSError:
        return False


def _lock(handle: int) -> bool:
    """Lock an open file and answer True, False where the file system has no locks; raise when another run has it."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise InputError(_BUSY) from None
    except OSError:
        return False
    return True


def _fill(handle: int, data: bytes, like: os.stat_result) -> None:
    """Write `data` to the disk, into an open file that gets the owner and the mode of `like`."""
    with open(handle, "wb", closefd=False) as out:
        out.write(data)
    _belong(handle, like)
    os.fsync(handle)


def _belong(handle: int, like: os.stat_result) -> None:
    with contextlib.suppress(OSError):  # only root gives a file away, and a group one is not in is refused
        os.fchown(handle, like.st_uid, like.st_gid)
    if os.fstat(handle).st_uid != like.st_uid:
        raise InputError("belongs to somebody else, and a new file would not; write to another one with --output")
    os.fchmod(handle, stat.S_IMODE(like.st_mode))  # after the owner, whose change takes special bits away


def _check_unchanged(path: Path, then: os.stat_result) -> None:
    now = path.stat()
    if any(getattr(then, part) != getattr(now, part) for part in ("st_mtime_ns", "st_ctime_ns", "st_size", "st_ino")):
        raise InputError(_CHANGED)


def _keep(data: bytes, path: Path, suffix: str, like: os.stat_result) -> None:
    """Leave the old bytes under the backup's name; an older backup stays until the new one is whole."""
    backup = path.with_name(path.name + suffix)
    with _beside(backup) as (scratch, handle):
        _fill(handle, data, like)
        os.replace(scratch, backup)


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):  # some file systems cannot
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
