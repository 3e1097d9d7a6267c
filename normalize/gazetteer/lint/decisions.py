"""Redirects and judgements: what was decided about ids must hold together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from normalize.gazetteer.problem import Problem, fault, warning
from normalize.gazetteer.record import ANY, Row


def redirects(rows: Iterable[Row], ids: frozenset[str]) -> Iterator[Problem]:
    """Yield redirects that lead nowhere, in a circle, onto a merged id, or from an id that is in use.

    `ids` are those of all entities a redirect may lead to.
    """
    rows = list(rows)
    first: dict[str, Row] = {}
    for row in rows:
        if (other := first.setdefault(row.fields[0], row)) is not row:
            yield fault(row, 0, "redirect", f"{row.fields[0]!r} is redirected twice (line {other.line})")
    onward = {old: row.fields[1] for old, row in first.items()}
    circles = _circles(onward)
    for row in rows:
        if said := _astray(row, onward, circles, ids):
            yield fault(row, 1, "redirect", said)
        if row.fields[0] in ids:
            said = f"the id {row.fields[0]!r} is retired and in use again; ids are never used twice"
            yield fault(row, 0, "retired", said)


def _astray(row: Row, onward: dict[str, str], circles: set[str], ids: frozenset[str]) -> str:
    """Say why a redirect does not lead to an entity, "" when it does."""
    old, new = row.fields[:2]
    if old == new:
        return f"{old!r} is redirected to itself"
    if old in circles:
        return f"{old!r} is redirected in a circle"
    if new in onward:
        return f"{new!r} is merged away itself, into {onward[new]!r}: name that one"
    return "" if new in ids else f"there is no entity {new!r} to redirect to"


def _circles(onward: dict[str, str]) -> set[str]:
    """Return every id on a circle; each id is walked over once, however long the chain."""
    done: set[str] = set()
    found: set[str] = set()
    for start in onward:
        path: dict[str, None] = {}
        id_ = start
        while id_ in onward and id_ not in done and id_ not in path:
            path[id_] = None
            id_ = onward[id_]
        if id_ in path:
            steps = list(path)
            found.update(steps[steps.index(id_) :])
        done.update(path)
    return found


def judgements(rows: Iterable[Row], onward: dict[str, str], ids: frozenset[str]) -> Iterator[Problem]:
    """Yield judgements that contradict a merge or each other; doubt those on ids nobody has."""
    said: dict[frozenset[str], Row] = {}
    for row in rows:
        a, b, verdict = row.fields[:3]
        ends = frozenset(resolve(id_, onward) for id_ in (a, b))
        if a != b and verdict == "different" and len(ends) == 1:
            yield fault(row, 2, "judgement", f"{a!r} and {b!r} are judged different and merged into {min(ends)!r}")
        earlier = said.setdefault(frozenset((a, b)), row)
        if earlier.fields[2] != verdict:
            yield fault(row, 2, "judgement", f"judged {earlier.fields[2]} in line {earlier.line} already")
        for field in (0, 1):
            if resolve(row.fields[field], onward) not in ids:
                yield warning(row, field, "judgement", f"there is no entity {row.fields[field]!r} here")
        if verdict == "same" and len(ends) == 2:
            yield warning(row, 2, "judgement", f"judged the same and still two: `normalize gazetteer merge {a} {b}`")


def resolve(id_: str, onward: dict[str, str]) -> str:
    """Return where the redirects lead from `id_`; stops where they begin to go in a circle.

    >>> resolve("kiev", {"kiev": "kyiv"}), resolve("a", {"a": "b", "b": "a"})
    ('kyiv', 'a')
    """
    seen = {id_}
    while (following := onward.get(id_)) is not None:
        id_ = following
        if id_ in seen:
            return id_
        seen.add(id_)
    return id_


def refusals(rows: Iterable[Row], ids: frozenset[str]) -> Iterator[Problem]:
    """Doubt refusals for an entity that is not there."""
    for row in rows:
        if row.fields[2] != ANY and row.fields[2] not in ids:
            yield warning(row, 2, "refusal", f"there is no entity {row.fields[2]!r} here")
