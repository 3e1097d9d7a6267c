"""The learned distance between two words' sounds."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from normalize.names.tables import costs

FAR = 9.0  # what an edit never seen costs
LONGEST = 40  # sounds looked at: no word of a name is longer, and the work is quadratic
# The first and the last sound of a word are symbols of their own, so that one table holds what changes only there:
# an h is silent at the end and seldom at the beginning.
_FIRST, _LAST, _SOUND = 1 << 8, 1 << 9, (1 << 8) - 1


class _Row(dict[str, float]):
    """What it costs that one sound of `a` is another one, or none, in `b`; read when first asked for."""

    __slots__ = ("script", "sound")

    def __init__(self, script: str, sound: str) -> None:
        super().__init__()
        self.script, self.sound = script, sound

    def __missing__(self, other: str) -> float:
        cost = self[other] = _cost(self.script, self.sound, other)
        return cost


class _Table(dict[str, _Row]):
    """The rows of one script."""

    __slots__ = ("script",)

    def __init__(self, script: str) -> None:
        super().__init__()
        self.script = script

    def __missing__(self, sound: str) -> _Row:
        row = self[sound] = _Row(self.script, sound)
        return row


@lru_cache(maxsize=16)
def _table(script: str) -> _Table:
    return _Table(script if costs(script) else "Latn")


def _cost(script: str, x: str, y: str) -> float:
    marks = {ord(sound) & ~_SOUND for sound in (x, y) if sound}
    plain_x, plain_y = (chr(ord(sound) & _SOUND) if sound else "" for sound in (x, y))
    if plain_x == plain_y:
        return 0.0
    where = {_FIRST: "^", _LAST: "$"}.get(marks.pop(), "") if len(marks) == 1 else ""
    for table in (costs(where + script), costs(script)):
        if (found := table.get(plain_x, {}).get(plain_y)) is not None:
            return found
    return FAR


@lru_cache(maxsize=1 << 16)
def _marked(code: str) -> str:
    """Mark the first and the last sound; a single one is both, and counts as the first."""
    code = code[:LONGEST] if code.isascii() else "".join([chr(ord(sound) & _SOUND) for sound in code[:LONGEST]])
    first, last = chr(ord(code[0]) | _FIRST), chr(ord(code[-1]) | _LAST)
    return first + code[1:-1] + last if len(code) > 1 else first


def _prefix(a: str, b: str) -> int:
    count = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        count += 1
    return count


def distance(a: str, b: str, script: str = "Latn") -> float:
    """Return how unlikely `b` (romanised from `script`) is as a spelling of `a`, in nats.

    >>> from normalize.names.letters import sounds
    >>> distance(sounds("qaddafi"), sounds("gathafi")) < distance(sounds("qaddafi"), sounds("kassab"))
    True
    """
    if a == b:
        return 0.0
    if script == "Latn" and a > b:  # one order: the same sum of floats both ways
        a, b = b, a
    a, b = _marked(a) if a else "", _marked(b) if b else ""
    same = _prefix(a, b)
    a, b = a[same:], b[same:]
    if same := _prefix(a[::-1], b[::-1]):
        a, b = a[:-same], b[:-same]
    return _fill(a, b, _table(script))


def _fill(a: str, b: str, table: _Table) -> float:
    """Fill the edit table row by row, each over the one before."""
    nothing = table[""]
    gained = [nothing[y] for y in b]
    row = [0.0, *accumulate(gained)]
    for x in a:
        changes = table[x]
        gone = changes[""]
        before = row[0]
        left = row[0] = before + gone
        for j, y in enumerate(b, 1):
            above = row[j]
            left += gained[j - 1]
            if (cost := before + changes[y]) < left:
                left = cost
            if (cost := above + gone) < left:
                left = cost
            row[j] = left
            before = above
    return row[-1]
