"""What the rows of a gazetteer may not say together: ids, mains, and names with several owners."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from normalize.gazetteer.problem import Problem, Severity, fault, warning
from normalize.gazetteer.record import Row
from normalize.gazetteer.table import Table
from normalize.text import fold

MOST_NAMES = 5000  # of one entity; the best documented people of the shipped gazetteer have some 200
Pair = frozenset[str]

# Names that say who is meant without anything else: two entities cannot both have one. The other kinds (short, weak,
# demonym, mistranslation) need a document that introduces the entity.
_STANDING = "main orthographic transliteration spelling alternative former acronym nickname exonym code"
STANDING = frozenset(_STANDING.split())


def identities(tables: Iterable[Table], known: frozenset[str] | None) -> Iterator[Problem]:
    """Yield ids that stand twice, entities without a name, names without an entity, and entities with too many.

    `known` are the ids of the gazetteers this one is used with; None: not known, so a name without its entity is
    doubted and not refused.
    """
    entities: dict[str, Row] = {}
    named: dict[str, Row] = {}
    counts: defaultdict[str, int] = defaultdict(int)
    tables = list(tables)
    for row in _rows(tables, "entities"):
        if entities.setdefault(row.fields[0], row) is not row:
            yield fault(row, 0, "id", f"the id {row.fields[0]!r} stands twice")
    for row in _rows(tables, "names"):
        id_ = row.fields[0]
        counts[id_] += 1
        if counts[id_] == MOST_NAMES + 1:
            yield fault(row, 0, "many", f"more than {MOST_NAMES} names of {id_!r}")
        named.setdefault(id_, row)
    for id_ in entities.keys() - named.keys():
        yield fault(entities[id_], 0, "nameless", f"the entity {id_!r} has no name")
    yield from (_orphan(named[id_], known) for id_ in named.keys() - entities.keys() - (known or frozenset()))


def _orphan(row: Row, known: frozenset[str] | None) -> Problem:
    id_ = row.fields[0]
    if known is None:
        return warning(row, 0, "orphan", f"{id_!r} is no entity of this folder: a name for another gazetteer's?")
    return fault(row, 0, "orphan", f"there is no entity {id_!r}")


def mains(tables: Iterable[Table]) -> Iterator[Problem]:
    """Yield second main names in one language, names that stand twice, and entities without a main name."""
    main: dict[tuple[str, str], Row] = {}
    seen: dict[tuple[str, str, str], Row] = {}
    ids: dict[str, Row] = {}
    with_main: set[str] = set()
    for row in _rows(tables, "names"):
        id_, lang, kind, form = row.fields[:4]
        ids.setdefault(id_, row)
        if (other := seen.get((id_, lang, form))) and other.text != row.text:
            said = f"{form!r} is a name of {id_!r} already, as {other.fields[2]} (line {other.line})"
            yield fault(row, 3, "twice", said)
        seen[id_, lang, form] = row
        if kind == "main":
            with_main.add(id_)
            if other := main.get((id_, lang)):
                said = f"a second main name in {lang}; the first is {other.fields[3]!r} (line {other.line})"
                yield fault(row, 2, "main", said)
            main.setdefault((id_, lang), row)
    entities = {row.fields[0] for row in _rows(tables, "entities")}
    for id_, row in ids.items():
        if id_ in entities and id_ not in with_main:
            yield warning(row, 2, "main", f"{id_!r} has no main name in any language")


def shared(tables: Iterable[Table], different: frozenset[Pair]) -> Iterator[Problem]:
    """Yield names of one language that say who is meant, of two entities.

    `different` holds the pairs of ids somebody judged to be two entities: their namesakes are known to be such. A list
    from outside (sources.tsv says from where) has the namesakes the world has, and nobody to mark them: a warning.
    """
    tables = list(tables)
    outside = frozenset(row.fields[0] for row in _rows(tables, "sources") if row.fields[3])
    owners: dict[tuple[str, str], list[Row]] = {}
    for row in _rows(tables, "names"):
        if row.fields[2] in STANDING:
            owners.setdefault((row.fields[1], fold(row.fields[3])), []).append(row)
    for rows in owners.values():
        if len(rows) > 1 and len({row.fields[0] for row in rows}) > 1:
            yield from _contested(rows, different, outside)


def _contested(rows: list[Row], different: frozenset[Pair], outside: frozenset[str]) -> Iterator[Problem]:
    """Report each owner but the one whose main name it is (or the first)."""
    rows = sorted(rows, key=lambda row: row.fields[2] != "main")
    keeper = rows[0]
    told: set[str] = {keeper.fields[0]}
    for row in rows[1:]:
        id_ = row.fields[0]
        if id_ in told or frozenset((id_, keeper.fields[0])) in different:
            continue
        told.add(id_)
        what = "the main name" if keeper.fields[2] == "main" else "a name"
        advice = "merge them" if row.fields[2] == "main" else "mark it weak"
        where = f"{keeper.path.rpartition('/')[2]}:{keeper.line}"
        said = f"{row.fields[3]!r} is {what} of {keeper.fields[0]!r} too ({where}); {advice}, or judge them different"
        imported = not outside.isdisjoint((row.fields[-1], keeper.fields[-1]))
        yield fault(row, 3, "shared", said, Severity.WARNING if imported else Severity.ERROR)


def sources(tables: Iterable[Table]) -> Iterator[Problem]:
    """Yield the sources that sources.tsv, where there is one, does not describe; each once."""
    tables = list(tables)
    described = {row.fields[0] for row in _rows(tables, "sources")}
    if not described:
        return
    told: set[str] = set()
    for table in tables:
        if table.columns[-1] != "source":
            continue
        for row in table.rows:
            if row.fields[-1] not in described and row.fields[-1] not in told:
                told.add(row.fields[-1])
                yield warning(
                    row, len(row.fields) - 1, "source", f"the source {row.fields[-1]!r} is not in sources.tsv"
                )


def _rows(tables: Iterable[Table], role: str) -> Iterator[Row]:
    for table in tables:
        if table.role == role:
            yield from table.rows
