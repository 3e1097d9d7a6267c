"""Comma- and tab-separated tables with a header."""

from __future__ import annotations

import contextlib
import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, BinaryIO

from normalize.batch.part import part
from normalize.batch.record import Columns, Record
from normalize.model import InputError

FIELD = 50_000_000  # characters of one cell; an unclosed quote would swallow the rest of the file


@dataclass(frozen=True)
class Table:
    """A CSV or TSV file. A row that cannot be used becomes a dead letter with the byte it begins at."""

    path: Path
    key: str
    columns: Columns
    size: int
    stamp: str
    delimiter: str = ","

    @cached_property
    def header(self) -> tuple[list[str], bytes]:
        """The names of the columns, and the line as it stands in the file."""
        with self.path.open("rb") as file:
            lines = _Lines(file)
            try:
                names = next(csv.reader(lines, delimiter=self.delimiter), [])
            except csv.Error as error:
                raise InputError(f"{self.path}: its first line is no header: {error}") from None
            raw = lines.taken()
        names[:1] = [name.removeprefix("\ufeff") for name in names[:1]]
        if self.columns.text not in names:
            raise InputError(f"{self.path}: no column {self.columns.text!r}; it has {', '.join(names) or 'none'}")
        if names.count(self.columns.text) > 1:
            raise InputError(f"{self.path}: two columns are called {self.columns.text!r}")
        return names, raw

    def read(self, start: int, number: int) -> Iterator[Record]:
        """Yield a record for each row from byte `start` on (0: behind the header)."""
        names, head = self.header
        csv.field_size_limit(FIELD)
        with self.path.open("rb") as file:
            offset = start or len(head)
            file.seek(offset)
            lines = _Lines(file)
            rows = csv.reader(lines, delimiter=self.delimiter)
            while True:
                try:
                    row, reason = next(rows, None), ""
                except csv.Error as error:
                    row, reason = [""], f"not a row: {error}"
                if row is None:
                    return
                raw = lines.taken()
                if row:
                    reason = reason or _fault(row, names, raw)
                    yield self._record(row, raw, offset, number, reason)
                    number += 1
                offset += len(raw)

    def _record(self, row: list[str], raw: bytes, offset: int, number: int, reason: str) -> Record:
        names = self.header[0]
        cells = {} if reason else dict(zip(names, row, strict=True))
        id_ = self.columns.id_of(cells.get(self.columns.id), self.key, number)
        text = cells.get(self.columns.text, "")
        return Record(number, id_, text, offset, offset + len(raw), len(raw), (raw, row), reason, str(self.path))

    @contextlib.contextmanager
    def sink(self, folder: Path, name: str) -> Iterator[TableSink]:
        """Open a part with the header of the whole."""
        names, head = self.header
        with part(folder / self.key / f"{name}{self.path.suffix}") as file:
            file.write(head)
            yield TableSink(file, self.delimiter, names.index(self.columns.text), head.endswith(b"\r\n"))


@dataclass(frozen=True, slots=True)
class TableSink:
    """Writes rows; one whose text stays is written as it came, byte for byte."""

    file: BinaryIO
    delimiter: str
    column: int
    carriage: bool

    def put(self, record: Record, text: str) -> None:
        """Write one row."""
        raw, row = record.original
        if text != record.text:
            raw = self._row([*row[: self.column], text, *row[self.column + 1 :]])
        self.file.write(raw if raw.endswith(b"\n") else raw + (b"\r\n" if self.carriage else b"\n"))

    def _row(self, cells: list[Any]) -> bytes:
        out = io.StringIO()
        end = "\r\n" if self.carriage else "\n"
        csv.writer(out, delimiter=self.delimiter, lineterminator=end).writerow(cells)
        return out.getvalue().encode("utf-8")


class _Lines:
    """Lines of a file as text, with the bytes of those taken since last asked."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._taken = file, bytearray()

    def __iter__(self) -> Iterator[str]:
        for raw in self._file:
            self._taken += raw
            yield raw.decode("utf-8", "surrogateescape")

    def taken(self) -> bytes:
        raw = bytes(self._taken)
        self._taken.clear()
        return raw


def _fault(row: list[str], names: list[str], raw: bytes) -> str:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"not UTF-8 at byte {error.start} of the row"
    return "" if len(row) == len(names) else f"{len(row)} columns, the header has {len(names)}"
