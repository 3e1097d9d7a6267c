"""JSON lines: one object a line."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from normalize.batch.part import part
from normalize.batch.record import Columns, Record

_DECODER = json.JSONDecoder()
_COLON = re.compile(r":[ \t\r]*")
_MARK = b"\xef\xbb\xbf"  # a byte order mark, which some writers put before the first line


@dataclass(frozen=True, slots=True)
class Lines:
    """A file of JSON objects, one a line. A line that is none becomes a dead letter; empty lines are no documents."""

    path: Path
    key: str
    columns: Columns
    size: int
    stamp: str

    def read(self, start: int, number: int) -> Iterator[Record]:
        """Yield a record for each line from byte `start` on."""
        with self.path.open("rb") as file:
            file.seek(start)
            offset = start
            for raw in file:
                after = offset + len(raw)
                if raw.strip(b" \t\r\n" + (_MARK if offset == 0 else b"")):
                    yield self._record(raw, offset, after, number)
                    number += 1
                offset = after

    def _record(self, raw: bytes, offset: int, after: int, number: int) -> Record:
        try:
            row = json.loads(raw.removeprefix(_MARK).decode("utf-8") if offset == 0 else raw.decode("utf-8"))
            text, reason = _text(row, self.columns.text)
        except UnicodeDecodeError as error:
            row, text, reason = {}, "", f"not UTF-8 at byte {error.start} of the line"
        except (ValueError, RecursionError) as error:
            row, text, reason = {}, "", f"not JSON: {error}"
        id_ = self.columns.id_of(row.get(self.columns.id) if isinstance(row, dict) else None, self.key, number)
        return Record(number, id_, text, offset, after, len(raw), raw, reason, str(self.path))

    @contextlib.contextmanager
    def sink(self, folder: Path, name: str) -> Iterator[LineSink]:
        """Open a part of JSON lines."""
        with part(folder / self.key / f"{name}.jsonl") as file:
            yield LineSink(file, self.columns.text)


@dataclass(frozen=True, slots=True)
class LineSink:
    """Writes lines; what is not the text is written as it came, byte for byte."""

    file: BinaryIO
    column: str

    def put(self, record: Record, text: str) -> None:
        """Write one line."""
        raw = record.original.removeprefix(_MARK).rstrip(b"\r\n")
        self.file.write((raw if text == record.text else with_value(raw, self.column, text)) + b"\n")


def with_value(raw: bytes, key: str, text: str) -> bytes:
    """Return a JSON object with another text as the value of a key, all else as it was written.

    Of a key that is there twice the last counts, as for Python's reader. Were the object written anew, the first would
    be lost, and so would the digits of a number that no float has.

    >>> with_value(b'{"text":"the the", "n": 1.10}', "text", "the")
    b'{"text":"the", "n": 1.10}'
    """
    written = raw.decode("utf-8")
    first, last = max(span for name, span in _members(written) if name == key)
    return written[:first].encode("utf-8") + _encoded(text, raw.isascii()) + written[last:].encode("utf-8")


def line(row: dict[str, Any]) -> bytes:
    """Return the row as a line of JSON."""
    return _encoded(row) + b"\n"


def _encoded(value: Any, escaped: bool = False) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=escaped).encode("utf-8")
    except UnicodeEncodeError:  # lone surrogates, which UTF-8 cannot hold
        return json.dumps(value).encode("ascii")


def _members(written: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the keys of a sound JSON object, each with start and end of its value."""
    place = written.index("{") + 1
    while (quote := written.find('"', place)) >= 0:
        key, end = _DECODER.raw_decode(written, quote)
        first = _COLON.search(written, end).end()  # type: ignore[union-attr]
        _, place = _DECODER.raw_decode(written, first)
        yield key, (first, place)


def _text(row: Any, column: str) -> tuple[str, str]:
    """Return the text of a row, or why it has none."""
    if not isinstance(row, dict):
        return "", "not a JSON object"
    if column not in row:
        return "", f"no column {column!r}"
    text = row[column]
    return (text, "") if isinstance(text, str) else ("", f"column {column!r} is not text")
