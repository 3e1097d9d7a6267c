"""JSON lines: one object a line."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from normalize.batch.part import part
from normalize.batch.record import Columns, Record

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
        return Record(number, id_, text, offset, after, len(raw), (raw, row), reason, str(self.path))

    @contextlib.contextmanager
    def sink(self, folder: Path, name: str) -> Iterator[LineSink]:
        """Open a part of JSON lines."""
        with part(folder / self.key / f"{name}.jsonl") as file:
            yield LineSink(file, self.columns.text)


@dataclass(frozen=True, slots=True)
class LineSink:
    """Writes lines; one whose text stays is written as it came, byte for byte."""

    file: BinaryIO
    column: str

    def put(self, record: Record, text: str) -> None:
        """Write one line."""
        raw, row = record.original
        if text == record.text:
            self.file.write(raw.removeprefix(_MARK).rstrip(b"\r\n") + b"\n")
        else:
            self.file.write(line({**row, self.column: text}))


def line(row: dict[str, Any]) -> bytes:
    """Return the row as a line of JSON; lone surrogates, which UTF-8 cannot hold, as escapes."""
    try:
        return json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        return json.dumps(row).encode("ascii") + b"\n"


def _text(row: Any, column: str) -> tuple[str, str]:
    """Return the text of a row, or why it has none."""
    if not isinstance(row, dict):
        return "", "not a JSON object"
    if column not in row:
        return "", f"no column {column!r}"
    text = row[column]
    return (text, "") if isinstance(text, str) else ("", f"column {column!r} is not text")
