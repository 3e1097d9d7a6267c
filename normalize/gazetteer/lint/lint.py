"""All checks in their order: bytes, rows, rows together. The loader stops at the first room with an error."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from normalize.gazetteer.lint import decisions, owners
from normalize.gazetteer.lint import rows as single
from normalize.gazetteer.problem import Problem, Severity
from normalize.gazetteer.record import Row
from normalize.gazetteer.table import Table, read_folder
from normalize.model import GazetteerError

Ids = frozenset[str] | None


def lint(folder: Path, known: Ids = None) -> list[Problem]:
    """Return every problem of a gazetteer folder, in the order of its files and lines.

    `known` are the ids of the gazetteers it is used with (empty: it stands alone), None when that is not known.
    """
    tables, problems = read_folder(folder)
    # What a broken file says cannot be counted on; what the others say of it would be wrong.
    found = problems if problems else [*check(tables, known)]
    return sorted(found, key=lambda problem: (problem.path, problem.line, problem.column))


def check(tables: Sequence[Table], known: Ids = None) -> Iterator[Problem]:
    """Yield every problem of the rows of a gazetteer."""
    for room in _ROOMS:
        yield from room(tables, known)


def sound_tables(folder: Path, known: Ids = None, deep: bool = True) -> list[Table]:
    """Return the rows of a gazetteer without errors; raise GazetteerError for the first error.

    The rooms go from the whole to the single: a file with a hundred thousand names of one entity, or one cut in the
    middle, is refused before its names are looked at one by one.
    """
    tables, problems = read_folder(folder, deep)
    refuse(problems)
    for room in _ROOMS:
        refuse(room(tables, known))
    return tables


def refuse_strangers(folder: Path, known: frozenset[str]) -> None:
    """Raise GazetteerError for the first name of an entity that neither the folder nor `known` has.

    The loader of one folder cannot see that: it takes such a name for one of another gazetteer's entity.
    """
    refuse(owners.identities(read_folder(folder)[0], known))


def refuse(problems: Sequence[Problem] | Iterator[Problem]) -> None:
    """Raise GazetteerError for the first error among `problems`; warnings never block."""
    for problem in problems:
        if problem.severity is Severity.ERROR:
            raise problem.error()


def errors(problems: Sequence[Problem]) -> list[Problem]:
    """Return the errors among `problems`."""
    return [problem for problem in problems if problem.severity is Severity.ERROR]


def ids_of(tables: Sequence[Table]) -> frozenset[str]:
    """Return every id the rows have an entity or a name of."""
    return frozenset(row.fields[0] for table in tables if table.role in ("entities", "names") for row in table.rows)


def _identities(tables: Sequence[Table], known: Ids) -> Iterator[Problem]:
    return owners.identities(tables, known)


def _rows(tables: Sequence[Table], _: Ids) -> Iterator[Problem]:
    for table in tables:
        room = single.CHECKS[table.role]
        for row in table.rows:
            yield from room(row)
        yield from single.in_order(table)


def _together(tables: Sequence[Table], _: Ids) -> Iterator[Problem]:
    yield from owners.mains(tables)
    yield from owners.shared(tables, _different(tables))
    yield from owners.sources(tables)


def _decisions(tables: Sequence[Table], known: Ids) -> Iterator[Problem]:
    ids = ids_of(tables) | (known or frozenset())
    onward = {row.fields[0]: row.fields[1] for row in _of(tables, "redirects")}
    yield from decisions.redirects(_of(tables, "redirects"), ids)
    yield from decisions.judgements(_of(tables, "judgements"), onward, ids)
    yield from decisions.refusals(_of(tables, "refused"), ids)


def _of(tables: Sequence[Table], role: str) -> list[Row]:
    return [row for table in tables if table.role == role for row in table.rows]


def _different(tables: Sequence[Table]) -> frozenset[frozenset[str]]:
    return frozenset(frozenset(row.fields[:2]) for row in _of(tables, "judgements") if row.fields[2] == "different")


_ROOMS: tuple[Callable[[Sequence[Table], Ids], Iterator[Problem]], ...] = (_identities, _decisions, _rows, _together)


def require(folder: Path) -> None:
    """Raise GazetteerError unless `folder` is one that may hold a gazetteer."""
    if not folder.is_dir():
        raise GazetteerError("no such gazetteer folder", path=str(folder))
