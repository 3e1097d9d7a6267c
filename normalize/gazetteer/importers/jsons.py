"""JSON from outside: one value within bounds, and the records of a long document one at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from normalize.gazetteer.importers.base import RowError
from normalize.gazetteer.importers.reading import LONGEST_LINE
from normalize.model import InputError

# A list of small objects takes thirty times its own size in memory, one of short texts ten times. Counting brackets and
# commas costs nothing beside parsing. The longest items of Wikidata's dump have about 100,000 and 330,000.
MOST_CONTAINERS = 150_000
MOST_ITEMS = 400_000
DEEPEST = 100  # levels; Wikidata's items have 12

_MARKS = re.compile(rb'[{}\[\]"]')
_STRING_END = re.compile(rb'[\\"]')


def parse(data: bytes) -> Any:
    """Return the value of `data`; raise RowError when it is no JSON, or more of it than a record has.

    >>> parse(b'{"name": "Qaani"}')
    {'name': 'Qaani'}
    """
    if len(data) > 1 << 16 and (data.count(b"{") + data.count(b"[") > MOST_CONTAINERS or data.count(b",") > MOST_ITEMS):
        raise RowError("a record of too many values")
    try:
        return json.loads(data)
    except UnicodeDecodeError:
        raise RowError("not UTF-8") from None
    except RecursionError:
        raise RowError("nested too deeply") from None
    except ValueError as error:
        raise RowError(f"not JSON: {str(error)[:80]}") from None


def as_record(value: Any) -> dict[str, Any]:
    """Return `value` if it is an object; raise RowError for anything else."""
    if not isinstance(value, dict):
        raise RowError("not a JSON object")
    return value


def texts(value: Any) -> list[str]:
    """Return the strings in `value`: a string, a list of them, or nothing.

    >>> texts("Qaani"), texts(["Qaani", 3]), texts(None)
    (['Qaani'], ['Qaani'], [])
    """
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str) and item]


def records(pieces: Iterable[bytes], depth: int) -> Iterator[tuple[tuple[str, ...], bytes]]:
    """Yield (keys on the way, bytes) of each object that stands `depth` containers deep in one long document.

    The document may come in pieces cut anywhere. Raises InputError where it goes too deep, or a record is too
    long.

    >>> list(records([b'{"persons": [{"na', b'me": "Qaani"}]}'], 2))
    [(('persons',), b'{"name": "Qaani"}')]
    """
    scan = _Scan(depth)
    begun = False
    for piece in pieces:
        if not begun and (start := piece.removeprefix(b"\xef\xbb\xbf").lstrip()):
            begun = True
            if start[:1] not in (b"{", b"["):
                raise InputError("not a JSON document")
        yield from scan.feed(piece)
    if scan.level or not begun:
        raise InputError("the JSON document ends in the middle")


class _Scan:
    """Where a reader of a JSON document stands: level, the keys above it, inside a string or not."""

    def __init__(self, depth: int) -> None:
        self.level = 0
        self._depth, self._keys = depth, [""]
        self._text = bytearray()  # of the record under way
        self._containers = 0  # in it
        self._string: bytearray | None = None  # the string under way

    def feed(self, piece: bytes) -> Iterator[tuple[tuple[str, ...], bytes]]:
        position = 0
        while position < len(piece):
            if self._string is not None:
                end = self._in_string(piece, position)
                self._keep(piece, position, end)
                position = end
                continue
            mark = _MARKS.search(piece, position)
            if mark is None:
                self._keep(piece, position, len(piece))
                return
            if self._opens(mark[0]):
                self._keep(piece, position, mark.start())
                self._open()
                self._keep(piece, mark.start(), mark.end())
            else:
                self._keep(piece, position, mark.end())
                if mark[0] in b"}]":
                    yield from self._close()
                else:
                    self._string = bytearray()
            position = mark.end()

    @staticmethod
    def _opens(mark: bytes) -> bool:
        return mark in b"{["

    def _open(self) -> None:
        self.level += 1
        if self.level > DEEPEST:
            raise InputError(f"the JSON document is nested more than {DEEPEST} levels deep")
        self._keys.append("")
        self._containers += 1
        if self.level <= self._depth + 1:
            self._containers = 0
            self._text = bytearray()
        elif self._containers > MOST_CONTAINERS:
            raise InputError("a record of too many values in the JSON document")

    def _close(self) -> Iterator[tuple[tuple[str, ...], bytes]]:
        if self.level == 0:
            raise InputError("a bracket too many in the JSON document")
        if self.level == self._depth + 1 and self._text[:1] == b"{":
            yield tuple(key for key in self._keys[1:-1] if key), bytes(self._text)
        self.level -= 1
        self._keys.pop()
        if self.level <= self._depth:
            self._text = bytearray()

    def _keep(self, piece: bytes, start: int, end: int) -> None:
        if self.level > self._depth:
            self._text += piece[start:end]
            if len(self._text) > LONGEST_LINE:
                raise InputError(f"a record of more than {LONGEST_LINE >> 20} MB in the JSON document")

    def _in_string(self, piece: bytes, position: int) -> int:
        """Read on in a string and return where it, or the piece, ends."""
        held = self._string
        assert held is not None
        if held[-1:] == b"\\":  # a piece ended right behind a backslash
            held[-1:] = b"?"
            return position + 1
        mark = _STRING_END.search(piece, position)
        if mark is None:
            held += piece[position:][:200]
            return len(piece)
        held += piece[position : mark.start()][:200]
        if mark[0] == b"\\":
            held += b"\\" if mark.end() == len(piece) else b"?"
            return min(mark.end() + 1, len(piece))
        if self.level <= self._depth:  # the last string before a value is its key
            self._keys[-1] = held[:200].decode("utf-8", "replace")
        self._string = None
        return mark.end()
