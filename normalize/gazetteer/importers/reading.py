"""A file, an archive or standard input to lines of bytes, within bounds whatever the file holds.

An archive of a few kilobytes may unpack to terabytes, and a line may have no end. Both are refused while
reading: nothing here holds more than one line of LONGEST_LINE bytes.
"""

from __future__ import annotations

import bz2
import gzip
import importlib
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO, cast

from normalize.model import InputError

LONGEST_LINE = 8 << 20  # bytes; the longest items of Wikidata's dump have about 4 MB
MOST_TIMES = 250  # what an archive may grow to; names shrink 3 to 20 times, a bomb 1,000 times and more
UNCHECKED = 2 << 20  # bytes unpacked before that is looked at: short files of blanks are no attack
_CHUNK = 1 << 18


def _zstandard(file: BinaryIO) -> BinaryIO:
    try:
        module = importlib.import_module("zstandard")
    except ModuleNotFoundError:
        raise InputError("reading .zst files needs the package zstandard: pip install zstandard") from None
    # A frame may ask for a window of gigabytes; 128 MB is what the format's own tool allows.
    reader = module.ZstdDecompressor(max_window_size=1 << 27).stream_reader(file, read_across_frames=True)
    return cast("BinaryIO", reader)


def _gzip(file: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", gzip.GzipFile(fileobj=file))


def _bzip2(file: BinaryIO) -> BinaryIO:
    return cast("BinaryIO", bz2.BZ2File(file))


# First bytes of a file, and what reads it: names lie, and standard input has none.
_PACKED: tuple[tuple[bytes, Callable[[BinaryIO], BinaryIO]], ...] = (
    (b"\x1f\x8b", _gzip),
    (b"BZh", _bzip2),
    (b"\x28\xb5\x2f\xfd", _zstandard),
)
_REFUSED = {b"PK\x03\x04": "a zip archive: unpack it first", b"\xfd7zXZ": "an xz archive: unpack it first"}


def chunks(path: str) -> Iterator[bytes]:
    """Yield the bytes of the file `path` ("-": standard input), unpacked; raise InputError for what cannot be read."""
    try:
        with nullcontext(sys.stdin.buffer) if path == "-" else Path(path).open("rb") as file:
            yield from _unpacked(file, path)
    except (EOFError, zlib.error) as error:
        raise InputError(f"{path}: the archive is damaged ({error})") from None
    except OSError as error:
        raise InputError(f"{path}: {error.strerror or error}") from None


def _unpacked(file: BinaryIO, path: str) -> Iterator[bytes]:
    counted = _Counted(file)
    start = counted.head(6)
    for magic, reason in _REFUSED.items():
        if start.startswith(magic):
            raise InputError(f"{path}: {reason}")
    unpack = next((unpack for magic, unpack in _PACKED if start.startswith(magic)), None)
    stream = cast("BinaryIO", counted) if unpack is None else unpack(cast("BinaryIO", counted))
    total = 0
    while chunk := stream.read(_CHUNK):
        total += len(chunk)
        if unpack is not None and total > max(UNCHECKED, MOST_TIMES * counted.count):
            raise InputError(f"{path}: the archive unpacks to more than {MOST_TIMES} times its size")
        yield chunk


class _Counted:
    """A stream that counts what was read, and can be asked for its first bytes without losing them."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._ahead, self.count = file, b"", 0

    def head(self, size: int) -> bytes:
        self._ahead = self._file.read(size)
        return self._ahead

    def read(self, size: int = -1) -> bytes:
        data, self._ahead = self._ahead, b""
        if size < 0 or size > len(data):
            data += self._file.read(size - len(data) if size >= 0 else -1)
        elif size < len(data):
            data, self._ahead = data[:size], data[size:]
        self.count += len(data)
        return data

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return False


def lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    r"""Yield the lines of `pieces` without their ends; raise InputError at one that is too long to be a row.

    >>> list(lines([b"Qaa", b"ni\r\nAras", b"h"]))
    [b'Qaani', b'Arash']
    """
    rest = b""
    for piece in pieces:
        if b"\n" not in piece:
            rest += piece
            if len(rest) > LONGEST_LINE:
                raise InputError(f"a line of more than {LONGEST_LINE >> 20} MB: not a file of rows")
            continue
        whole = (rest + piece).split(b"\n")
        rest = whole.pop()
        for line in whole:
            yield line[:-1] if line.endswith(b"\r") else line
    if rest:
        yield rest.removesuffix(b"\r")
