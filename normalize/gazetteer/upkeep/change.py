"""A change to a gazetteer: rows taken out, rows put in. Applied whole or not at all, kept so that it can be undone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from normalize.gazetteer.lint import check, errors, refuse
from normalize.gazetteer.problem import Problem
from normalize.gazetteer.table import Table, read_folder, read_table, shape_of
from normalize.gazetteer.upkeep.files import canonical, columns_of, read_lines, write_all
from normalize.model import GazetteerError

JOURNAL = "journal.jsonl"  # one change a line, the newest last
Place = tuple[str, str]  # a file's name within the folder, and a line in it


@dataclass(frozen=True, slots=True)
class Change:
    """What an operation does to the rows of a folder. `made` is the id it brings into being, "" for none."""

    operation: str
    removed: tuple[Place, ...] = ()
    added: tuple[Place, ...] = ()
    made: str = ""

    def inverse(self) -> Change:
        """Return the change that takes this one back.

        >>> Change("add", added=(("people.names.tsv", "x"),)).inverse().removed
        (('people.names.tsv', 'x'),)
        """
        return Change(f"undo {self.operation}", self.added, self.removed)


def apply(folder: Path, change: Change, known: frozenset[str] | None = None) -> None:
    """Write the change into the files of `folder` and into its journal.

    Raises GazetteerError, with nothing written, when a row to be taken out is not there, or when the folder would have
    an error that it does not have now. Errors it has already do not stand in the way: edits are how they are mended.
    """
    before, problems = read_folder(folder)
    refuse(problems)
    files = _changed(folder, change)
    after = [_table(folder, name, text) for name, text in files.items()]
    paths = {table.path for table in after}
    kept = [table for table in before if table.path not in paths]
    tables = sorted([*kept, *after], key=lambda table: table.path)
    _no_new_errors([*check(before, known)], [*check(tables, known)])
    journal = folder / JOURNAL
    entry = {"operation": change.operation, "made": change.made, "removed": change.removed, "added": change.added}
    old = journal.read_bytes() if journal.exists() else b""
    line = json.dumps(entry, ensure_ascii=False).encode() + b"\n"
    write_all({**{folder / name: text.encode() for name, text in files.items()}, journal: old + line})


def history(folder: Path) -> list[Change]:
    """Return every change the journal holds, oldest first.

    Raises GazetteerError for a line that is none of a journal.
    """
    path = folder / JOURNAL
    if not path.exists():
        return []
    changes = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            entry = json.loads(line)
            removed, added = (tuple((str(a), str(b)) for a, b in entry[key]) for key in ("removed", "added"))
            changes.append(Change(str(entry["operation"]), removed, added, str(entry["made"])))
        except (ValueError, KeyError, TypeError):
            raise GazetteerError("no line of a journal", path=str(path), line=number, column=1, text=line) from None
    return changes


def last(folder: Path) -> Change | None:
    """Return the newest change that was not undone; None when there is none."""
    undone = 0
    for change in reversed(history(folder)):
        if change.operation.startswith("undo "):
            undone += 1
        elif undone:
            undone -= 1
        else:
            return change
    return None


def _changed(folder: Path, change: Change) -> dict[str, str]:
    """Return the new text of every file the change touches."""
    names = dict.fromkeys(name for name, _ in (*change.removed, *change.added))
    texts: dict[str, str] = {}
    for name in names:
        lines = dict.fromkeys(read_lines(folder, name))
        for line in _lines(change.removed, name):
            if line not in lines:
                raise GazetteerError("this row is not there any more", path=str(folder / name), text=line)
            del lines[line]
        lines.update(dict.fromkeys(_lines(change.added, name)))
        texts[name] = canonical(lines, columns_of(name))
    return texts


def _lines(places: Iterable[Place], name: str) -> list[str]:
    return [line for file, line in places if file == name]


def _table(folder: Path, name: str, text: str) -> Table:
    shape = shape_of(Path(name).name)
    if shape is None:
        raise GazetteerError("not a source file", path=name)
    table, problems = read_table(str(folder / name), *shape, text.encode())
    refuse(problems)
    return table or Table(str(folder / name), *shape)


def _no_new_errors(before: list[Problem], after: list[Problem]) -> None:
    # A message may name another line, which an inserted row moves: the row itself and the check say which fault it is.
    known = Counter((problem.check, problem.text) for problem in errors(before))
    for problem in errors(after):
        known[problem.check, problem.text] -= 1
        if known[problem.check, problem.text] < 0:
            raise problem.error()
