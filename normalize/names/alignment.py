"""Which word of one name is a spelling of which word of the other."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial
from math import inf
from typing import NamedTuple

from rapidfuzz.distance import Indel

from normalize.names.costs import distance
from normalize.names.letters import sounds
from normalize.names.orthographies import PRICE, nearest_reading
from normalize.names.prepare import Prepared
from normalize.names.syllables import has_characters, same_characters, syllables
from normalize.names.words import SERVANT, Word

ALIKE = 0.4  # sounds in common (0 to 1) below which two words need no closer look
ALIKE_JOINED = 0.6  # the same for two words read as one
APART = 3.2  # nats a letter: words farther than this are not spellings of one another

likeness = Indel.normalized_similarity
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


Comparing = Callable[[Word, Word, str], tuple[float, str] | None]
Free = tuple[set[int], set[int]]  # words of each side that are not paired
Aligned = tuple[list[Pair], set[int], set[int]]  # what is paired, and the words of each side left over

PET = 1.5  # nats: a pet form for the name
USUAL = 1.0  # nats: two usual spellings of one known name are never farther apart
CONTRAST = 1.0  # nats a letter: what two known names are apart at least, however few letters differ
SYLLABLE = 0.5  # nats: two romanisations of one syllable
DIALECT = 0.9  # nats: one character as two dialects say it
ENDING = 1.5  # nats: the ending of a nominative on one side only
FATHERS = 0.5  # sounds in common of two fathers' names, below which they are two
_FATHER, _FATHER_LONG = ("oviC", "eviC", "ovic", "evic", "ovna", "evna", "ivna"), 4  # -ovich, -ovna ... as sounds
_ENDING = re.compile(r"[aiu]?s$")
ARTICLE = 1.5  # nats: an article written with its word on one side only
JOINED = 0.3  # nats a letter: two words are read as one only where little is left to explain


def _without_article(a: Word, b: Word) -> tuple[str, str] | None:
    """Elhassan is Hassan with its article."""
    starts_a, starts_b = a.text[:2] in ("el", "al"), b.text[:2] in ("el", "al")
    if starts_a == starts_b or len(a.code) < 4 or len(b.code) < 4:
        return None
    return (a.code[2:], b.code) if starts_a else (a.code, b.code[2:])


def _without_ending(a: Word, b: Word) -> tuple[str, str] | None:
    """Georgius, Ismets and Kemalis have the endings of Latin, Latvian and Lithuanian."""
    if (a.code[-1] == "s") == (b.code[-1] == "s") or len(a.code) < 4 or len(b.code) < 4:
        return None
    return (_ENDING.sub("", a.code), b.code) if a.code[-1] == "s" else (a.code, _ENDING.sub("", b.code))


def _compared(a: Word, b: Word, script: str) -> tuple[float, str] | None:
    """Return the distance of two words and how they are tied, None when they are not."""
    if a.code == b.code:
        return 0.0, "same"
    if a.initial or b.initial:
        return (0.0, "initial") if a.code[0] == b.code[0] else None
    if a.pet_of & b.pet_of:
        cost = distance(a.code, b.code, script)
        return (cost, "spelling") if cost <= PET else (PET, "pet")
    if script == "Latn" and not (a.names & b.names) and likeness(a.code, b.code) < ALIKE:
        return None
    return _by_sound(a, b, script)


def _other_father(a: Word, b: Word) -> bool:
    """Answer whether two words are the names of two fathers: Viktorovich and Borisovich share their ending alone."""
    if not (a.code.endswith(_FATHER) and b.code.endswith(_FATHER)):
        return False
    return likeness(a.code[:-_FATHER_LONG], b.code[:-_FATHER_LONG]) < FATHERS


def _by_sound(a: Word, b: Word, script: str) -> tuple[float, str] | None:
    cost = distance(a.code, b.code, script)
    if cost > 2 * ARTICLE and (shorter := _without_article(a, b)):
        cost = min(cost, ARTICLE + distance(*shorter, script))
    if cost > 2 * ENDING and (shorter := _without_ending(a, b)):
        cost = min(cost, ENDING + distance(*shorter, script))
    length = len(a.code) + len(b.code)
    if a.names and b.names and (a.code[0] == SERVANT) == (b.code[0] == SERVANT):
        if a.names & b.names:
            return min(cost, USUAL), "spelling"
        return max(cost, CONTRAST * length / 2), "contrast"
    if _other_father(a, b):
        return max(cost, CONTRAST * length / 2), "contrast"
    return (cost, "spelling") if cost <= APART * length / 2 else None


# Each way of comparing remembers its pairs of words, once: what they are made of does not.
compare_words: Comparing = lru_cache(maxsize=1 << 16)(_compared)


def _compared_syllables(a: Word, b: Word, script: str) -> tuple[float, str] | None:
    """Compare parts of Korean or Chinese names: the same syllables, or other names."""
    tie = _compared(a, b, script)
    if a.initial or b.initial or a.code == b.code:
        return tie
    if syllables(a.text) & syllables(b.text):
        return SYLLABLE, "spelling"
    return (max(tie[0], CONTRAST * (len(a.code) + len(b.code)) / 2), "contrast") if tie else None


compare_syllables: Comparing = lru_cache(maxsize=1 << 15)(_compared_syllables)


@lru_cache(maxsize=1 << 15)
def compare_characters(a: Word, b: Word, script: str) -> tuple[float, str] | None:
    """Compare parts of Chinese names: any spellings of one character, in whatever dialect."""
    tie = _compared_syllables(a, b, script)
    if (tie is None or tie[1] == "contrast") and same_characters(a.text, b.text):
        return DIALECT, "spelling"
    return tie


@lru_cache(maxsize=1 << 17)
def compare_read(a: Word, b: Word, script: str, kind: str = "person") -> tuple[float, str] | None:
    """Compare parts of names that may come in many orthographies: Czech, Hungarian, Turkish."""
    tie = _compared(a, b, script)
    if a.initial or b.initial or (tie and (tie[0] <= PRICE or tie[1] == "contrast")):
        return tie
    cost = nearest_reading((a.text, a.code), (b.text, b.code), script, kind)
    return tie if cost is None or (tie and tie[0] <= cost) else (cost, "reading")


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
    for i in sorted(free[0]):
        if i + 1 not in free[0] or (x := a.words[i]).initial:
            continue
        y = a.words[i + 1]
        together = len(x.code) + len(y.code)
        if together > longest + 2 and not chinese:
            continue
        for j, z in others:
            cost = inf
            if chinese:
                cost = DIALECT if same_characters(x.text, z.text, y.text) else inf
            elif len(x.code) < len(z.code) > len(y.code) and -3 < together - len(z.code) < 3:
                cost = _joined_cost(x, y, z, b.script)
            if cost < together * JOINED:
                found.append((cost / (together + len(z.code)), i, i + 2, j, j + 1, cost, "joined"))
    return found


def _joined_cost(x: Word, y: Word, z: Word, script: str) -> float:
    """Return the distance of two words written as one from another word; infinite where little is alike."""
    one = sounds(x.text + y.text)
    if z.initial or (script == "Latn" and likeness(one, z.code) < ALIKE_JOINED):
        return inf
    first, second = sorted((one, z.code))
    return distance(first, second, script)


def align_words(a: Prepared, b: Prepared) -> Aligned:
    """Pair the words of two names one to one, best first; return the pairs and the words left over."""
    free = set(range(len(a.words))), set(range(len(b.words)))
    pairs = _chosen(_same(a, b), a, b, free)
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
    return pairs, *free


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
