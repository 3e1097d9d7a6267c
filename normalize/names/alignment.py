"""Which word of one name is a spelling of which word of the other."""

from __future__ import annotations

from functools import partial
from math import inf
from typing import NamedTuple

from normalize.names.costs import distance
from normalize.names.letters import sounds
from normalize.names.prepare import Prepared
from normalize.names.styles import title_key
from normalize.names.syllables import has_characters, same_characters, same_syllables
from normalize.names.ties import (
    CONTRAST,
    DIALECT,
    SYLLABLE,
    Comparing,
    compare_characters,
    compare_read,
    compare_syllables,
    compare_words,
    likeness,
)
from normalize.names.words import Word

ALIKE_JOINED = 0.6  # sounds in common (0 to 1) below which two words read as one need no closer look
JOINED = 0.4  # nats a letter: two words are read as one only where little is left to explain

# Nats a letter (to choose by), words of a (first, past the last), words of b, nats, what ties them.
Tie = tuple[float, int, int, int, int, float, str]


class Pair(NamedTuple):
    """Words `left` of a and `right` of b (first, past the last), how far apart (nats), what ties them."""

    left: tuple[int, int]
    right: tuple[int, int]
    cost: float
    length: int
    weight: float
    how: str


Free = tuple[set[int], set[int]]  # words of each side that are not paired
Aligned = tuple[list[Pair], set[int], set[int]]  # what is paired, and the words of each side left over

# Others are translated, not respelt.
_READ: dict[str, Comparing] = {"person": compare_read, "place": partial(compare_read, kind="place")}


def _comparing(a: Prepared, b: Prepared) -> Comparing:
    """Return how the words of two names are compared."""
    if a.eastern and b.eastern:
        return compare_characters if _chinese(a, b) else compare_syllables
    return _READ.get(a.kind, compare_words)


def _chinese(a: Prepared, b: Prepared) -> bool:
    """Answer whether two names are of Chinese syllables, a given name before them apart: Kim Yong-il is not, for il."""
    if not (a.eastern and b.eastern) or "Hang" in (a.script, b.script):
        return False
    return all(has_characters(word.text) for word in (*a.words[1:], *b.words[1:]))


def _same(a: Prepared, b: Prepared) -> list[Tie]:
    """Words that sound the same: nothing is nearer, so only the others need to be compared."""
    return [
        (0.01 * abs(i - j), i, i + 1, j, j + 1, 0.0, "same")
        for i, x in enumerate(a.words)
        for j, y in enumerate(b.words)
        if x.code == y.code
    ]


def _pairs(a: Prepared, b: Prepared, free: Free) -> list[Tie]:
    found = []
    compared, script = _comparing(a, b), b.script
    for i in free[0]:
        x = a.words[i]
        for j in free[1]:
            y = b.words[j]
            if (tie := compared(x, y, script)) is not None:
                cost, how = tie
                length = len(x.code) + len(y.code)
                # nats a letter first; of equal ones the pair at like places
                rank = cost / length + (0.6 if how == "initial" else 0.0) + 0.01 * abs(i - j)
                found.append((rank, i, i + 1, j, j + 1, cost, how))
    return found


def _joined(a: Prepared, b: Prepared, free: Free) -> list[Tie]:
    """Two neighbours of `a` may be one word of `b`: Lin Na, Linna."""
    found: list[Tie] = []
    others = [(j, b.words[j]) for j in sorted(free[1])]
    longest, chinese = max([len(word.code) for _, word in others], default=0), _chinese(a, b)
    price = _price_of_characters if chinese else _price_of_syllables if a.eastern and b.eastern else _price_of_letters
    for i in sorted(free[0]):
        if i + 1 not in free[0] or (x := a.words[i]).initial:
            continue
        y = a.words[i + 1]
        together = len(x.code) + len(y.code)
        if together > longest + 2 and not chinese:
            continue
        for j, z in others:
            cost = price(x, y, z, b.script)
            if cost < together * JOINED:
                found.append((cost / (together + len(z.code)), i, i + 2, j, j + 1, cost, "joined"))
    return found


def _price_of_characters(x: Word, y: Word, z: Word, _script: str) -> float:
    return DIALECT if same_characters(x.text, z.text, y.text) else inf


def _price_of_syllables(x: Word, y: Word, z: Word, script: str) -> float:
    return SYLLABLE if same_syllables(x.text, y.text, z.text) else _price_of_letters(x, y, z, script)


def _price_of_letters(x: Word, y: Word, z: Word, script: str) -> float:
    """Return the distance of two words written as one from another word; infinite where little is alike."""
    if not (len(x.code) < len(z.code) > len(y.code) and -3 < len(x.code) + len(y.code) - len(z.code) < 3):
        return inf
    one = sounds(x.text + y.text)
    if z.initial or (script == "Latn" and likeness(one, z.code) < ALIKE_JOINED):
        return inf
    first, second = sorted((one, z.code))
    return distance(first, second, script)


def align_words(a: Prepared, b: Prepared) -> Aligned:
    """Pair the words of two names one to one, best first; return the pairs and the words left over."""
    free = set(range(len(a.words))), set(range(len(b.words)))
    pairs = _chosen(_same(a, b), a, b, free)
    called = _called(a, b, free[0]), _called(b, a, free[1])
    free[0].difference_update(called[0])
    free[1].difference_update(called[1])
    if free[0] and free[1]:
        ties = _pairs(a, b, free)
        if len(free[0]) > 1:
            ties += _joined(a, b, free)
        if len(free[1]) > 1:
            back = _joined(b, a, (free[1], free[0]))
            ties += [(rank, j, k, i, h, cost, how) for rank, i, h, j, k, cost, how in back]
        pairs += _chosen(ties, a, b, free)
    if a.eastern and b.eastern and len(pairs) > 1 and not _in_order(pairs, bool(free[0] and free[1])):
        pairs = [pair._replace(cost=max(pair.cost, CONTRAST * pair.length / 2), how="contrast") for pair in pairs]
    return pairs, free[0] | called[0], free[1] | called[1]


def _called(name: Prepared, other: Prepared, free: set[int]) -> set[int]:
    """Return the free words of a name that are a title in the other: they are no spelling of what it has beside it."""
    if not other.honours:
        return set()
    titles = {title_key(word) for word in other.honours}
    return {place for place in free if title_key(name.words[place]) in titles}


def _chosen(ties: list[Tie], a: Prepared, b: Prepared, free: Free) -> list[Pair]:
    """Return the best of the ties, and take their words out of those that are free."""
    ties.sort()
    pairs: list[Pair] = []
    free_a, free_b = free
    for _, i, past_i, j, past_j, cost, how in ties:
        # one or two words: the first and the last of them are all
        if i in free_a and j in free_b and past_i - 1 in free_a and past_j - 1 in free_b:
            pairs.append(_pair(a.words[i:past_i], b.words[j:past_j], (i, past_i), (j, past_j), (cost, how)))
            free_a.difference_update((i, past_i - 1))
            free_b.difference_update((j, past_j - 1))
    return pairs


def _pair(
    left: tuple[Word, ...], right: tuple[Word, ...], at: tuple[int, int], to: tuple[int, int], tie: tuple[float, str]
) -> Pair:
    if len(left) == len(right):
        x, y = left[0], right[0]
        weight = x.weight if x.weight < y.weight else y.weight
        return Pair(at, to, tie[0], len(x.code) + len(y.code), weight, tie[1])
    weight = min(sum([word.weight for word in left]), sum([word.weight for word in right]))
    return Pair(at, to, tie[0], sum([len(word.code) for word in left + right]), weight, tie[1])


def _in_order(pairs: list[Pair], others: bool) -> bool:
    """Answer whether syllables follow one another as in the other name: Wai-kwok is not Kwok-wai.

    The family name may stand first or last, which turns all of them round, but only where nothing else differs.
    """
    rights = [pair.right for pair in sorted(pairs, key=lambda pair: pair.left)]
    turns = sum([rights[k] < rights[k - 1] for k in range(len(rights))])
    return turns <= 1 and (not others or rights[0] == min(rights))
