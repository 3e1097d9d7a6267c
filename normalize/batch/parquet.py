"""Parquet files, read and written a shard at a time (needs pyarrow: the extra `parquet`)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from normalize.batch.part import part
from normalize.batch.record import SHARD, Columns, Record
from normalize.model import ConfigError, InputError


def pyarrow() -> Any:
    """Return the package pyarrow; raise ConfigError with the command that installs it."""
    try:
        import pyarrow.parquet
    except ImportError:
        raise ConfigError("Parquet needs pyarrow: pip install 'normalize-mt[parquet]'") from None
    return pyarrow


@dataclass(frozen=True)
class Parquet:
    """A Parquet file. Positions are rows; resuming reads the rows before and lets them go."""

    path: Path
    key: str
    columns: Columns
    size: int
    stamp: str

    @cached_property
    def rows(self) -> int:
        """How many rows the file has; raise InputError if it is no such file or has no such column."""
        pa = pyarrow()
        try:
            file = pa.parquet.ParquetFile(self.path)
        except (OSError, pa.ArrowInvalid) as error:
            raise InputError(f"{self.path}: not Parquet: {error}") from None
        names = file.schema_arrow.names
        if self.columns.text not in names:
            raise InputError(f"{self.path}: no column {self.columns.text!r}; it has {', '.join(names) or 'none'}")
        return int(file.metadata.num_rows)

    def read(self, start: int, number: int) -> Iterator[Record]:
        """Yield a record for each row from the one numbered `start` on."""
        size, row = self.size / max(1, self.rows), 0
        with pyarrow().parquet.ParquetFile(self.path) as file:
            for batch in file.iter_batches(batch_size=SHARD):
                for place in range(max(0, start - row), batch.num_rows):
                    yield self._record(batch, place, row, size, number)
                    number += 1
                row += batch.num_rows

    def _record(self, batch: Any, place: int, row: int, size: float, number: int) -> Record:
        text = batch.column(self.columns.text)[place].as_py()
        known = self.columns.id in batch.schema.names
        id_ = self.columns.id_of(batch.column(self.columns.id)[place].as_py() if known else None, self.key, number)
        reason = "" if isinstance(text, str) else f"column {self.columns.text!r} is not text"
        after, original = row + place + 1, batch.slice(place, 1)
        return Record(number, id_, text if not reason else "", None, after, size, original, reason, str(self.path))

    @contextlib.contextmanager
    def sink(self, folder: Path, name: str) -> Iterator[ParquetSink]:
        """Open a part with the columns and the metadata of the whole."""
        sink = ParquetSink(self.columns.text)
        yield sink
        if sink.rows:
            with part(folder / self.key / f"{name}.parquet") as file:
                pyarrow().parquet.write_table(sink.table(), file)


@dataclass(frozen=True, slots=True)
class ParquetSink:
    """Collects the rows of one part."""

    column: str
    rows: list[Any] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def put(self, record: Record, text: str) -> None:
        """Add one row."""
        self.rows.append(record.original)
        self.texts.append(text)

    def table(self) -> Any:
        """Return the rows with their new texts."""
        pa = pyarrow()
        table = pa.Table.from_batches(self.rows)
        place = table.schema.get_field_index(self.column)
        kind = table.schema.field(place)
        return table.set_column(place, kind, pa.array(self.texts, kind.type)).combine_chunks()


def write_results(path: Path, results: list[dict[str, Any]]) -> None:
    """Write results as one Parquet file, its columns the keys of the JSON form."""
    pa = pyarrow()
    with part(path) as file:
        pa.parquet.write_table(pa.Table.from_pylist(results, _schema()), file)


def _schema() -> Any:
    """Return the columns of the results: stated, since what is guessed from rows differs from part to part."""
    pa = pyarrow()
    text, number = pa.string(), pa.int64()
    span = {"start": number, "end": number}
    entity = pa.struct({"id": text, "kind": text, "name": text})
    edit = {**span, "before": text, "after": text, "rule": text, "safety": text}
    mention = {
        **{**span, "surface": text, "decision": text, "entity": entity, "canonical": text},
        **{"score": pa.float64(), "reasons": pa.list_(text)},
    }
    words = ("rule", "category", "severity", "safety", "message")
    finding = {**span, **dict.fromkeys(words, text)}
    lists = {"edits": edit, "mentions": mention, "findings": finding}
    return pa.schema(
        {
            **dict.fromkeys(("schema", "id", "language", "text"), text),
            **{name: pa.list_(pa.struct(fields)) for name, fields in lists.items()},
        }
    )
