"""The conductor of a batch: read, clean in order, write parts, note each when it is whole.

    DIR/text/NAME/part-00000.jsonl      the documents, cleaned, in the shape they came in; texts under their own names
    DIR/results/NAME/part-00000.jsonl   the results, one a document
    DIR/dead-letters.jsonl              what could not be used: id, file, byte offset and reason
    DIR/summary.json                    what it came to; written last
    DIR/batch.journal                   what is done

A part holds up to 1,000 documents of one source. It is noted in the journal when its files are on the disk, so a run
that is interrupted, however, does at most one part again, and its parts are those of a run that was not.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from normalize.batch.journal import Done, Journal
from normalize.batch.lines import line
from normalize.batch.part import part
from normalize.batch.record import SHARD, Record, Source
from normalize.batch.results import RESULTS, Answer, answer
from normalize.batch.tally import Tally
from normalize.cleaner import Cleaner
from normalize.pool import Text, in_order
from normalize.version import __version__

Tell = Callable[[float, int], None]  # bytes and documents done since the last call
Kept = tuple[int, Record]  # the number of the source, and its record


def _silent(_size: float, _documents: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What is to be done: sources, cleaner and folder. `settings` names what must stay the same when resumed."""

    sources: tuple[Source, ...]
    cleaner: Cleaner
    output: Path
    results: str = "jsonl"
    settings: tuple[tuple[str, str], ...] = ()

    def run(self, jobs: int = 1, tell: Tell = _silent) -> Tally:
        """Do what is not done yet and return the counts of all; `tell` hears of parts done before, too."""
        with contextlib.closing(Journal(self.output, self._plan())) as journal:
            last, total, size = journal.state()
            tell(size, total.documents + total.dead)
            state = (self.cleaner, self.results)
            answers = in_order(answer, state, self._records(last), jobs)
            for _, group in groupby(answers, key=lambda pair: (pair[0][0], pair[0][1].number // SHARD)):
                done = self._part(group, tell)
                journal.add(done)
                total.add(Tally.from_dict(done.tally))
            self._finish(journal, total)
        return total

    def _plan(self) -> dict[str, Any]:
        """Return what makes two runs the same run."""
        return {
            "version": __version__,
            "shard": SHARD,
            "inputs": [[source.key, source.stamp] for source in self.sources],
            "results": self.results,
            **dict(self.settings),
        }

    def _records(self, last: Done | None) -> Iterator[tuple[Kept, Text]]:
        """Yield the records that are not done yet."""
        first = last.source if last else 0
        for place in range(first, len(self.sources)):
            start, number = (last.after, last.number) if last and place == first else (0, 0)
            for record in self.sources[place].read(start, number):
                yield (place, record), (record.text, record.id)

    def _part(self, group: Iterator[tuple[Kept, Answer]], tell: Tell) -> Done:
        """Write one part and return what the journal says of it."""
        tally, size = Tally(), 0.0
        dead: list[dict[str, Any]] = []
        (place, record), _ = first = next(group)
        source, name = self.sources[place], f"part-{record.number // SHARD:05}"
        results_path = self.output / "results" / source.key / name
        with source.sink(self.output / "text", name) as texts, RESULTS[self.results](results_path) as put:
            for (_, record), got in chain([first], group):
                if reason := record.reason or got.reason:
                    dead.append(_letter(record, reason))
                    tally.dead += 1
                else:
                    texts.put(record, got.text(record.text))
                    put(got.result)
                    tally.add(got.tally)
                size += record.size
                tell(record.size, 1)
        return Done(place, record.after, record.number + 1, size, tally.to_dict(), dead)

    def _finish(self, journal: Journal, total: Tally) -> None:
        if total.dead:
            with part(self.output / "dead-letters.jsonl") as file:
                for done in journal:
                    file.writelines(line(letter) for letter in done.dead)
        with part(self.output / "summary.json") as file:
            file.write(json.dumps(total.to_dict(), ensure_ascii=False, indent=2).encode("utf-8") + b"\n")


def _letter(record: Record, reason: str) -> dict[str, Any]:
    return {
        "id": record.id,
        "file": record.file,
        "offset": record.offset,
        "record": record.number,
        "reason": reason,
    }
