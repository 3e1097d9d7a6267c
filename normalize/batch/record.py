"""One document of a batch, as its source gives it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

SHARD = 1_000  # documents of one part: what an interruption may cost


@dataclass(frozen=True, slots=True)
class Record:
    """A document with its place in the source, or why it is none (`reason`).

    `offset` is its first byte in the file, None where bytes mean nothing (Parquet). `after` is where reading goes on
    behind it, in the source's own unit. `original` is what the source needs to write it back.
    """

    number: int
    id: str
    text: str
    offset: int | None
    after: int
    size: float
    original: Any = None
    reason: str = ""
    file: str = ""


class Sink(Protocol):
    """Where the documents of one part go, cleaned, in the shape they came in."""

    def put(self, record: Record, text: str) -> None:
        """Add a record with its cleaned text."""


class Source(Protocol):
    """Documents of one shape: a file of lines, a table, a folder of texts."""

    @property
    def key(self) -> str:
        """Its name under the output folder, and in dead letters."""

    @property
    def size(self) -> int:
        """How many bytes it has."""

    @property
    def stamp(self) -> str:
        """What changes when the source does."""

    def read(self, start: int, number: int) -> Iterator[Record]:
        """Yield records from the position `start`, the first of which has this number."""

    def sink(self, folder: Path, name: str) -> AbstractContextManager[Sink]:
        """Open the part called `name` under `folder`; it is there, whole, when the context ends without an error."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold the text and the id."""

    text: str = "text"
    id: str = "id"

    def id_of(self, value: object, key: str, number: int) -> str:
        """Return the id of a record: its own, or the source's name with the record's number."""
        return f"{key}#{number}" if value is None else str(value)
