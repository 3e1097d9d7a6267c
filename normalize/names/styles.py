"""Titles that two names have, and words that are a name in one of them and a title in the other.

Hafiz, Amir or Bey may be what a man is called or what he is: such a word is set aside where enough of a name is left,
and still ties two names when both have it.
"""

from __future__ import annotations

from normalize.names.prepare import Prepared
from normalize.names.tables import roles
from normalize.names.words import Word


def title_key(word: Word) -> str:
    """Hafiz and Hafez are one title; of haji and shah too little is left without their vowels."""
    return word.bones if len(word.bones) > 1 else word.code


def titled(free: set[int], name: Prepared, other: Prepared, other_free: set[int]) -> set[int]:
    """Return those of the free words of `name` that are a title, in `other` or, where nothing else is free, by custom.

    >>> from normalize.names.prepare import prepare
    >>> titled({0, 1}, prepare("Amir Karimi"), prepare("Amir Hossein Karimi"), set())
    {0}
    >>> titled({0}, prepare("Sultan Qaboos"), prepare("Qaboos"), set())
    {0}
    """
    if not free or name.kind != "person" or not (other.honours or len(name.words) == 2):
        return set()
    titles = {title_key(word) for word in other.honours}
    found = {place for place in free if title_key(name.words[place]) in titles}
    if not other_free and len(name.words) == 2 and not free - {0, 1}:
        customary = (roles().get(name.words[0].text) == "style", roles().get(name.words[1].text) == "after")
        found |= {place for place in free if customary[place]}
    return found


def title_figures(a: Prepared, b: Prepared, as_word: int) -> tuple[float, ...]:
    """Return how many titles both have, whether theirs differ, whether one has any, how many are words in the other."""
    if not a.honours and not b.honours and not as_word:
        return (0.0, 0.0, 0.0, 0.0)
    left, right = {title_key(word) for word in a.honours}, {title_key(word) for word in b.honours}
    both = len(left & right)
    differ = float(bool(left and right) and not both)
    return (both, differ, float(bool(left) != bool(right) and not as_word), as_word)


def generations_differ(a: Prepared, b: Prepared) -> bool:
    """Answer whether the names say of which generation they are, and say otherwise: Jr and Sr.

    >>> from normalize.names.prepare import prepare
    >>> generations_differ(prepare("George Bush Sr."), prepare("George Bush Jr."))
    True
    """
    return a.generation != b.generation and bool(a.generation and b.generation)
