"""Which token of one name is a spelling of which token of the other: what a rewriting of a name goes by."""

from __future__ import annotations

from normalize.names.alignment import Pair, align_words
from normalize.names.compare import SAME, ordered
from normalize.names.prepare import Prepared, prepare, tokens_of
from normalize.names.words import Token

_CONTRAST = 0.05  # two usual names that differ: hardly ever one of them is meant by the other
_FALL = 1.2  # of the probability with the distance: at 0.8 nats a letter nothing is left


def _token_ties(p: Prepared, q: Prepared, pair: Pair) -> list[tuple[int, int]]:
    """Tokens of a tie, in step; where one side has more, its last ones go with the last of the other."""
    left = range(p.made_of[pair.left[0]][0], p.made_of[pair.left[1] - 1][1])
    right = range(q.made_of[pair.right[0]][0], q.made_of[pair.right[1] - 1][1])
    longer = max(len(left), len(right))
    return [(left[min(k, len(left) - 1)], right[min(k, len(right) - 1)]) for k in range(longer)]


def align(a: str, b: str, kind: str = "person") -> tuple[tuple[int | None, int | None, float], ...]:
    """Say which token of `a` is a spelling of which token of `b`: (index, index, probability).

    Tokens and their offsets are those of `tokens(name)`. A word written apart gives one row for each of
    its tokens.

    >>> align("Qani", "Esmail Qaani")[0][:2]
    (0, 1)
    """
    p, q = prepare(a, kind), prepare(b, kind)
    first, second = ordered(p, q)
    pairs, _, _ = align_words(first, second)
    rows: list[tuple[int | None, int | None, float]] = []
    for pair in pairs:
        turned = pair if first is p else Pair(pair.right, pair.left, pair.cost, pair.length, pair.weight, pair.how)
        likely = _likely(pair)
        rows += [(i, j, likely) for i, j in _token_ties(p, q, turned)]
    left, right = tokens_of(p), tokens_of(q)
    rows += [(i, j, SAME) for i, j in _aside_ties((p.aside, left), (q.aside, right))]
    used_p, used_q = {i for i, _, _ in rows}, {j for _, j, _ in rows}
    rows += [(i, None, 0.0) for i in range(len(left)) if i not in used_p]
    rows += [(None, j, 0.0) for j in range(len(right)) if j not in used_q]
    written_p, written_q = _as_written(left), _as_written(right)
    rows = [(i if i is None else written_p[i], j if j is None else written_q[j], likely) for i, j, likely in rows]
    return tuple(sorted(rows, key=lambda row: (row[0] is None, row[0] or 0, row[1] is None, row[1] or 0)))


def _as_written(spoken: tuple[Token, ...]) -> list[int]:
    """Return the place of each token in the name as it is written: Gaddafi, Muammar is spoken the other way round."""
    written = sorted(range(len(spoken)), key=lambda place: spoken[place].start)
    return [written.index(place) for place in range(len(spoken))]


Aside = tuple[tuple[tuple[int, str], ...], tuple[Token, ...]]  # the place and role of each, and all tokens


def _aside_ties(p: Aside, q: Aside) -> list[tuple[int, int]]:
    """Articles, particles and titles go with their like, in order."""
    free = list(q[0])
    found: list[tuple[int, int]] = []
    for i, role in p[0]:
        like = next(((j, r) for j, r in free if r == role and _alike(p[1][i], q[1][j], role)), None)
        if like:
            free.remove(like)
            found.append((i, like[0]))
    return found


def _alike(x: Token, y: Token, role: str) -> bool:
    return x.text == y.text or role in ("article", "lineage")


def _likely(pair: Pair) -> float:
    """Return how likely two words are spellings of one name, by their distance alone."""
    if pair.how == "contrast":
        return _CONTRAST
    return max(0.0, 1.0 - _FALL * pair.cost / pair.length) if pair.cost else SAME
