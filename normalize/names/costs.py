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
    same = _prefix(a, b)
    a, b = a[same:], b[same:]
    if same := _prefix(a[::-1], b[::-1]):
        a, b = a[:-same], b[:-same]
    return _fill(a, b, script)


def _fill(a: str, b: str, script: str) -> float:
    """The rows of the edit table, one at a time."""
    table = costs().get(script) or costs()["Latn"]
    nothing = table[""]
    row = [0.0]
    for y in b:
        row.append(row[-1] + nothing.get(y, FAR))
    for x in a:
        changes = table.get(x, {})
        gone = changes.get("", FAR)
        before, left = row, row[0] + gone
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
