"""The learned distance between two words' sounds."""

from __future__ import annotations

from functools import lru_cache

from normalize.names.tables import costs

FAR = 9.0  # what an edit never seen costs
LONGEST = 40  # sounds looked at: no word of a name is longer, and the work is quadratic


def _prefix(a: str, b: str) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


@lru_cache(maxsize=1 << 17)
def distance(a: str, b: str, script: str = "Latn") -> float:
    """Return how unlikely `b` (romanised from `script`) is as a spelling of `a`, in nats; 0 for the same sounds.

    >>> from normalize.names.letters import sounds
    >>> distance(sounds("qaddafi"), sounds("gathafi")) < distance(sounds("qaddafi"), sounds("kassab"))
    True
    """
    if a == b:
        return 0.0
    a, b = a[:LONGEST], b[:LONGEST]
    if script == "Latn" and a > b:  # one order: the same sum of floats both ways
        a, b = b, a
    begins = a[:1] != b[:1]
    same = _prefix(a, b)
    a, b = a[same:], b[same:]
    if same := _prefix(a[::-1], b[::-1]):
        a, b = a[:-same], b[:-same]
    return _fill(a, b, script, begins)


def _fill(a: str, b: str, script: str, begins: bool) -> float:
    """The rows of the edit table, one at a time; a word's first sound is changed more rarely than others."""
    table = costs().get(script) or costs()["Latn"]
    first = costs().get("^" + script, table) if begins else table
    nothing = table[""]
    row = [0.0]
    for y in b:
        row.append(row[-1] + (first if len(row) == 1 else table)[""].get(y, FAR))
    for number, x in enumerate(a):
        changes = table.get(x, {}) if number else first.get(x, {})
        gone = changes.get("", FAR)
        before, left = row, row[0] + gone
        if number == 0 and begins:  # only the beginning of both is the beginning
            row = [left]
            _first_row(row, before, b, changes, table, x)
            continue
        row = [left]
        for j, y in enumerate(b):
            cost = before[j] + (0.0 if x == y else changes.get(y, FAR))
            if before[j + 1] + gone < cost:
                cost = before[j + 1] + gone
            if left + nothing.get(y, FAR) < cost:
                cost = left + nothing.get(y, FAR)
            left = cost
            row.append(cost)
    return row[-1]


def _first_row(
    row: list[float], before: list[float], b: str, first: dict[str, float], table: dict[str, dict[str, float]], x: str
) -> None:
    changes = table.get(x, {})
    for j, y in enumerate(b):
        here = first if j == 0 else changes
        row.append(
            min(
                before[j] + (0.0 if x == y else here.get(y, FAR)),
                before[j + 1] + changes.get("", FAR),
                row[j] + table[""].get(y, FAR),
            )
        )
