"""Bytes in and bytes out: decoding with the place of the fault, and what was decoded back to the same bytes."""

from __future__ import annotations

import codecs
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from normalize.model import InputError

STDIN = "-"
# Encodings whose byte order mark would be eaten by reading and put back in this machine's order: with the one that is
# meant named, the mark is the first character of the text and comes out as it came.
_MARKED = {
    "utf-8-sig": ((b"", "utf-8"),),
    "utf-16": ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")),
    "utf-32": ((codecs.BOM_UTF32_LE, "utf-32-le"), (codecs.BOM_UTF32_BE, "utf-32-be")),
}


@dataclass(frozen=True, slots=True)
class Input:
    """One text with its name ("-" for standard input), its encoding and, for a file, what it was when it was read."""

    name: str
    text: str
    stat: os.stat_result | None = None
    encoding: str = "utf-8"
    exact: bool = True  # the text gives the same bytes again

    def encoded(self, text: str) -> bytes:
        """Encode `text`, which came from this input, so that all it kept has the bytes it had; or raise InputError."""
        if not self.exact:
            raise InputError(f"{self.name}: {self.encoding} does not give its bytes back; convert it to UTF-8 first")
        return encoded(text, self.encoding)


def read_input(name: str, encoding: str = "utf-8") -> Input:
    """Read one file or standard input as it is: newlines and a byte order mark are part of the text.

    Raises InputError that says what, where and what to do.
    """
    data, stat = _bytes(name)
    codec = _codec(data, encoding)
    try:
        text = data.decode(codec)
        exact = text.encode(codec) == data
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name}: not {encoding} at byte {error.start} (0x{data[error.start]:02x}); "
            "name its encoding with --encoding"
        ) from None
    except UnicodeError as error:
        raise InputError(f"{name}: not {encoding}: {error}") from None
    except (LookupError, ValueError):
        raise InputError(f"no such encoding: {encoding}") from None
    return Input(name, text, stat, codec, exact)


def _codec(data: bytes, encoding: str) -> str:
    name = encoding.lower().replace("_", "-")
    name = {"utf8-sig": "utf-8-sig", "utf16": "utf-16", "utf32": "utf-32"}.get(name, name)
    return next((codec for mark, codec in _MARKED.get(name, ()) if data.startswith(mark)), encoding)


def _bytes(name: str) -> tuple[bytes, os.stat_result | None]:
    if name == STDIN:
        return sys.stdin.buffer.read(), None
    path = Path(name)
    try:
        with path.open("rb") as file:
            stat = os.fstat(file.fileno())  # before reading: what changes while it is read has changed since then
            return file.read(), stat
    except FileNotFoundError:
        raise InputError(f"{name}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{name}: a folder; name the files in it") from None
    except OSError as error:
        raise InputError(f"{name}: {error.strerror or error}") from None
    except ValueError:
        raise InputError(f"{name!r}: not a name of a file") from None


def write_stdout(text: str | bytes, encoding: str = "utf-8") -> None:
    """Write to standard output without touching newlines."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text if isinstance(text, bytes) else encoded(text, encoding))
    sys.stdout.buffer.flush()


def encoded(text: str, encoding: str) -> bytes:
    """Encode what was decoded from the same encoding, and what the gazetteer put in where that is possible."""
    try:
        return text.encode(encoding)
    except UnicodeEncodeError as error:
        shown = ord(error.object[error.start])  # its number: an error ends up in logs, and the text must not
        raise InputError(f"U+{shown:04X} cannot be written in {encoding}; write UTF-8 with --output") from None
