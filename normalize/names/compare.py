"""How likely two names are one name, and why."""

from __future__ import annotations

from dataclasses import dataclass

from normalize.names.alignment import Pair, align_words
from normalize.names.features import figures_of
from normalize.names.model import probability
from normalize.names.organisations import acronym, likely
from normalize.names.prepare import Prepared, prepare
from normalize.names.styles import generations_differ, titled
from normalize.names.words import Token


@dataclass(frozen=True, slots=True)
class Comparison:
    """How likely two names are one (`score`, 0 to 1), and in plain words what speaks for and against."""

    score: float
    reasons: tuple[str, ...] = ()


_SAME = 0.999  # equal letters: still only the same name, not surely the same person
_CONTRAST = 0.05  # two usual names that differ: hardly ever one of them is meant by the other
_FALL = 1.2  # of the probability with the distance: at 0.8 nats a letter nothing is left


def _ordered(p: Prepared, q: Prepared) -> tuple[Prepared, Prepared]:
    """Put the romanised name second, and names of one script in a fixed order: so the score is symmetric."""
    if (p.script == "Latn") != (q.script == "Latn"):
        return (p, q) if p.script == "Latn" else (q, p)
    return (p, q) if (p.joined, p.name) <= (q.joined, q.name) else (q, p)


def score(p: Prepared, q: Prepared) -> float:
    """Return the probability alone: the fast way for names prepared before.

    >>> qaani = prepare("Esmail Qaani")
    >>> score(qaani, prepare("Ismail Qani")) > 0.8 > score(qaani, prepare("Ashraf Ghani"))
    True
    """
    if not p.words or not q.words:
        return _SAME if p.name == q.name and p.name else 0.0
    a, b = _ordered(p, q)
    if a.joined == b.joined and [w.text for w in a.words] == [w.text for w in b.words] and not generations_differ(a, b):
        return _SAME
    if a.kind == "organisation" and a.script == b.script:
        return likely(a, b, align_words(a, b)[0])
    model = b.script if b.script != a.script else a.kind
    return probability(figures_of(a, b, *align_words(a, b)), model)


def _reason(pair: Pair, a: Prepared, b: Prepared) -> str:
    left = " ".join(a.words[k].text for k in range(*pair.left))
    right = " ".join(b.words[k].text for k in range(*pair.right))
    close = 2 * pair.cost / pair.length
    if pair.how in ("same", "spelling"):
        if left == right:
            return f"{left} is in both"
        degree = "sounds like" if close < 0.1 else "is a likely spelling of" if close < 0.6 else "is far from"
        return f"{left} {degree} {right}"
    said = {
        "initial": "may stand for",
        "pet": "is a form of",
        "joined": "is written apart or together with",
        "contrast": "is another name than",
    }
    return f"{left} {said[pair.how]} {right}"


def _reasons(p: Prepared, q: Prepared) -> tuple[str, ...]:
    a, b = _ordered(p, q)
    if b is p and a.script == b.script:
        a, b = p, q
    for short, full in ((a, b), (b, a)):
        if a.kind == "organisation" and acronym(short, full):
            return (f"{short.name} are the initials of {full.name[:60]!r}, perhaps in another language",)
    pairs, free_a, free_b = align_words(a, b)
    said = [_reason(pair, a, b) for pair in sorted(pairs, key=lambda pair: pair.left)]
    if generations_differ(a, b):
        said.append("they are of two generations")
    for side, free, other, others in ((a, free_a, b, free_b), (b, free_b, a, free_a)):
        title = titled(free, side, other, others)
        said += [f"{side.words[k].text} may be a title" for k in sorted(title)]
        said += [f"{side.words[k].text} is only in {side.name[:60]!r}" for k in sorted(free - title)]
    return tuple(said)


def compare(a: str, b: str, kind: str = "person") -> Comparison:
    """Compare two names, in any scripts; `kind` is "person", "place" or "organisation".

    >>> compare("Qassem Suleimani", "Qasem Soleimani").score > 0.8
    True
    >>> compare("Hannibal Muammar Gaddafi", "Muammar Gaddafi").reasons
    ('muammar is in both', 'gaddafi is in both', "hannibal is only in 'Hannibal Muammar Gaddafi'")
    """
    p, q = prepare(a, kind), prepare(b, kind)
    return Comparison(score(p, q), _reasons(p, q))


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
    first, second = _ordered(p, q)
    pairs, _, _ = align_words(first, second)
    rows: list[tuple[int | None, int | None, float]] = []
    for pair in pairs:
        turned = pair if first is p else Pair(pair.right, pair.left, pair.cost, pair.length, pair.weight, pair.how)
        likely = _likely(pair)
        rows += [(i, j, likely) for i, j in _token_ties(p, q, turned)]
    rows += _aside_ties(p, q)
    used_p, used_q = {i for i, _, _ in rows}, {j for _, j, _ in rows}
    rows += [(i, None, 0.0) for i in range(len(p.tokens)) if i not in used_p]
    rows += [(None, j, 0.0) for j in range(len(q.tokens)) if j not in used_q]
    return tuple(sorted(rows, key=lambda row: (row[0] is None, row[0] or 0, row[1] is None, row[1] or 0)))


def _aside_ties(p: Prepared, q: Prepared) -> list[tuple[int | None, int | None, float]]:
    """Articles, particles and titles go with their like, in order."""
    free = list(q.aside)
    found: list[tuple[int | None, int | None, float]] = []
    for i, role in p.aside:
        like = next(((j, r) for j, r in free if r == role and _alike(p.tokens[i], q.tokens[j], role)), None)
        if like:
            free.remove(like)
            found.append((i, like[0], _SAME))
    return found


def _alike(x: Token, y: Token, role: str) -> bool:
    return x.text == y.text or role in ("article", "lineage")


def _likely(pair: Pair) -> float:
    """Return how likely two words are spellings of one name, by their distance alone."""
    if pair.how == "contrast":
        return _CONTRAST
    return max(0.0, 1.0 - _FALL * pair.cost / pair.length) if pair.cost else _SAME
