"""What is done: one line for each finished part, in order, so that the next run knows where to go on."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from normalize.batch.part import sync_folder
from normalize.batch.tally import Tally
from normalize.model import ConfigError

NAME = "batch.journal"


@dataclass(frozen=True, slots=True)
class Done:
    """One finished part: where reading goes on behind it, what it counted, and its dead letters."""

    source: int
    after: int
    number: int  # of the next record
    size: float  # bytes read for it
    tally: dict[str, Any]
    dead: list[dict[str, Any]] = field(default_factory=list)


class Journal:
    """The journal of one output folder, open for this process alone."""

    def __init__(self, folder: Path, plan: dict[str, Any]) -> None:
        """Open or begin the journal; raise ConfigError for a folder of another run, of another plan, or in use."""
        self.path = folder / NAME
        if not self.path.exists() and folder.exists() and any(folder.iterdir()):
            raise ConfigError(f"{folder}: not empty, and not the output of a batch; name another folder")
        folder.mkdir(parents=True, exist_ok=True)
        self._file: BinaryIO = self.path.open("a+b")
        try:
            _lock(self._file, folder)
            self._begin(folder, plan)
        except BaseException:
            self.close()
            raise

    def _begin(self, folder: Path, plan: dict[str, Any]) -> None:
        """Write the plan, or see that the one that is there is the same."""
        self._cut()
        head = json.dumps(plan, ensure_ascii=True, sort_keys=True).encode() + b"\n"
        self._file.seek(0)
        known = self._file.readline()
        if not known:
            self._write(head)
            sync_folder(folder)
        elif known != head:
            raise ConfigError(f"{folder}: begun with other {_differences(known, plan)}; name another folder")

    def _cut(self) -> None:
        """Take away a last line that was being written when the run ended."""
        self._file.seek(0)
        whole = 0
        for line in self._file:
            if line.endswith(b"\n"):
                whole += len(line)
        self._file.truncate(whole)

    def _write(self, line: bytes) -> None:
        self._file.write(line)
        self._file.flush()
        os.fsync(self._file.fileno())

    def add(self, done: Done) -> None:
        """Note a part whose files are on the disk."""
        self._write(json.dumps(asdict(done), ensure_ascii=True).encode() + b"\n")

    def __iter__(self) -> Iterator[Done]:
        with self.path.open("rb") as file:
            file.readline()
            for line in file:
                yield Done(**json.loads(line))

    def state(self) -> tuple[Done | None, Tally, float]:
        """Return the last finished part, the counts of all and the bytes read for them."""
        last, total, size = None, Tally(), 0.0
        for done in self:
            last, size = done, size + done.size
            total.add(Tally.from_dict(done.tally))
        return last, total, size

    def close(self) -> None:
        """Let another process have the folder."""
        self._file.close()


def _lock(file: BinaryIO, folder: Path) -> None:
    with contextlib.suppress(ImportError):  # Windows has none
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConfigError(f"{folder}: another run is writing there") from None


def _differences(known: bytes, plan: dict[str, Any]) -> str:
    try:
        before = json.loads(known)
        return ", ".join(name for name in plan if before.get(name) != json.loads(json.dumps(plan[name])))
    except ValueError:
        return "settings"
