"""A folder of text files, one document a file."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from normalize.batch.part import part
from normalize.batch.record import Record


@dataclass(frozen=True, slots=True)
class Texts:
    """Text files under one folder, in the order of their names; a file that cannot be read becomes a dead letter."""

    base: Path
    names: tuple[str, ...]
    key: str
    size: int
    stamp: str

    def read(self, start: int, number: int) -> Iterator[Record]:
        """Yield a record for each file from the one numbered `start` on."""
        for place in range(start, len(self.names)):
            yield self._record(self.names[place], place, number + place - start)

    def _record(self, name: str, place: int, number: int) -> Record:
        path, raw, text, reason, offset = self.base / name, b"", "", "", 0
        try:
            raw = path.read_bytes()
            text = raw.decode("utf-8")
        except UnicodeDecodeError as error:
            reason, offset = f"not UTF-8 at byte {error.start}", error.start
        except OSError as error:
            reason = error.strerror or str(error)
        return Record(number, name, text, offset, place + 1, len(raw), None, reason, str(path))

    @contextlib.contextmanager
    def sink(self, folder: Path, name: str) -> Iterator[TextSink]:  # noqa: ARG002  # a file each, so no name of a part
        """Open the folder that the texts go to, under their own names."""
        yield TextSink(folder / self.key)


@dataclass(frozen=True, slots=True)
class TextSink:
    """Writes each text to a file of its own name."""

    folder: Path

    def put(self, record: Record, text: str) -> None:
        """Write one file."""
        with part(self.folder / record.id) as file:
            file.write(text.encode("utf-8"))
