"""How likely two names of organisations are one: rules set by hand, for want of labelled pairs to learn from.

What organisations vary in is not what people vary in. Legal forms come and go and are no evidence; the order of
words is free between languages; the words that say what kind of body it is are translated (Partiya, Hizb, Party);
what is left, a place or an own name, decides. A word on either side without its like is nearly always another
organisation (the Ministry of Defence, the Ministry of Finance). An acronym stands for its words in any language.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp

from normalize.names.alignment import Pair
from normalize.names.prepare import Prepared
from normalize.names.tables import GENERIC, hefts, initials_of
from normalize.names.words import Word

MOST_SAID = 8.4  # nats: the rarest word
CLASH = 0.6  # of what is shared is left when each name has a word the other lacks
HALF = 0.72  # of what the names say is shared: as likely one organisation as two
STEEP = 14.0  # log odds for all that is shared
SPELLING = 0.65  # nearer than this to equal (1 less nats a letter), two words are spellings of one
SURE = 0.97  # the same words in another order or language
# An acronym and the words it may stand for: by its letters, in the order of the words and in another.
ACRONYM = {2: (0.3, 0.1), 3: (0.7, 0.6), 4: (0.85, 0.7), 5: (0.9, 0.75), 6: (0.9, 0.75), 7: (0.9, 0.75)}


def heft(word: Word) -> float:
    """Return how much a word says (nats)."""
    return hefts().get(word.text) or min(MOST_SAID, word.weight)


def likely(a: Prepared, b: Prepared, pairs: Sequence[Pair]) -> float:
    """Return the probability that two prepared names, with their words paired, name one organisation."""
    return max(by_words(a, b, pairs), acronym(a, b), acronym(b, a))


def by_words(a: Prepared, b: Prepared, pairs: Sequence[Pair]) -> float:
    """Return the probability by the words alone."""
    shared, lost, rest = 0.0, 0.0, [sum(heft(word) for word in name.words) for name in (a, b)]
    for pair in pairs:
        close = 0.0 if pair.how == "initial" else min(1.0, (1.0 - 2.0 * pair.cost / pair.length) / SPELLING)
        if close <= 0:
            continue
        sides = [sum(heft(n.words[k]) for k in range(*place)) for n, place in ((a, pair.left), (b, pair.right))]
        shared += min(sides) * close
        lost += min(sides) * (1.0 - close)
        rest = [left - side for left, side in zip(rest, sides, strict=True)]
    share = shared / (shared + lost + sum(rest)) if shared else 0.0
    if min(rest) > GENERIC / 2:
        share *= CLASH
    return SURE / (1.0 + exp(-STEEP * (share - HALF)))


def acronym(short: Prepared, full: Prepared) -> float:
    """Return how likely `short` is the initials of the words of `full`, in any language they are known in.

    >>> from normalize.names.prepare import prepare
    >>> acronym(prepare("PKK", "organisation"), prepare("Kurdistan Workers' Party", "organisation"))
    0.6
    """
    if len(short.words) != 1 or len(full.words) < 2 or not short.name.strip().isupper():
        return 0.0
    letters, words = short.words[0].text, [initials_of(word.text) for word in full.words]
    if len(letters) != len(words) or len(letters) not in ACRONYM:
        return 0.0
    if all(letter in known for letter, known in zip(letters, words, strict=True)):
        return ACRONYM[len(letters)][0]
    return ACRONYM[len(letters)][1] if _matched(letters, tuple(words)) else 0.0


@lru_cache(maxsize=1024)
def _matched(letters: str, words: tuple[frozenset[str], ...]) -> bool:
    """Answer whether each letter can have a word of its own: at most seven of them."""
    if not letters:
        return True
    return any(
        letters[0] in known and _matched(letters[1:], words[:place] + words[place + 1 :])
        for place, known in enumerate(words)
    )
