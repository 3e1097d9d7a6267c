"""Runs of characters that are the bytes of others: UTF-8 read as if it were Windows-1252, Latin-1 or Windows-1251.

Only what all of a run says is looked at, in tables of the standard library: enough not to protect it as part of a
hashtag or an identifier. Whether it is mended, and how, is for the check of encodings to decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_RUN = re.compile(r"[^\x00-\x7f]{2,200}")
# Encodings, and how long a run must be: two letters of Cyrillic, of which the second is rare, may stand together.
_ENCODINGS = (("cp1252", 2), ("cp1251", 4))


def garbled(text: str) -> Iterator[tuple[int, int]]:
    """Yield where runs of characters outside ASCII are, as a whole, the bytes of fewer others.

    >>> [text[start:end] for text in ("IL2RÎ³cKO", "#Ð¼Ð¸Ñ€", "#мир", "café°") for start, end in garbled(text)]
    ['Î³', 'Ð¼Ð¸Ñ€']
    """
    for match in _RUN.finditer(text):
        if any(len(match[0]) >= least and _decodes(match[0], encoding) for encoding, least in _ENCODINGS):
            yield match.span()


def _decodes(run: str, encoding: str) -> bool:
    table = _bytes(encoding)
    if not table.keys() >= set(run):
        return False
    try:
        bytes(map(table.__getitem__, run)).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


@lru_cache(maxsize=2)
def _bytes(encoding: str) -> dict[str, int]:
    """Return the byte of each character beyond ASCII; control characters stand for bytes the encoding does not use."""
    controls = {chr(byte): byte for byte in range(0x80, 0xA0)}
    letters = ((bytes([byte]).decode(encoding, "ignore"), byte) for byte in range(0x80, 0x100))
    return controls | {letter: byte for letter, byte in letters if letter}
